package fidelity_test

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// A scale of one item: how many clients there are for a full-time post. What
// is not known gives a range of scores, and a name for what is missing.
func Example() {
	scale, wrong := fidelity.Compile(fidelity.Definition{
		ID: "tiny", Version: "1.0.0",
		Scores:   fidelity.Scores{Min: 1, Max: 3},
		Sections: []string{"staffing"},
		Tables: []fidelity.Table{{ID: "workers", Complete: true, Columns: []fidelity.Column{
			{ID: "id", Kind: fidelity.Code},
			{ID: "fte", Kind: fidelity.Decimal},
			{ID: "clients", Kind: fidelity.Whole},
		}}},
		Items: []fidelity.Item{{
			ID: "caseload", Number: 1, Section: "staffing",
			Measures: []fidelity.Measure{{ID: "clients_per_post", Calc: fidelity.Ratio, Columns: []string{"workers.clients", "workers.fte"}}},
			Anchors: []fidelity.Anchor{
				{Score: 3, When: fidelity.Condition{Name: "clients_per_post", Op: fidelity.AtMost, Number: fidelity.Int(20)}},
				{Score: 2, When: fidelity.Condition{Name: "clients_per_post", Op: fidelity.AtMost, Number: fidelity.Int(30)}},
			},
		}},
	})
	if wrong != nil {
		fmt.Println(wrong)
		return
	}

	review := fidelity.NewReview(scale)
	for _, row := range [][3]string{{"W1", "1", "17"}, {"W2", "0.5", "unknown"}} {
		worker, err := review.AddRow("workers", row[0])
		if err != nil {
			fmt.Println(err)
			return
		}
		for column, text := range map[string]string{"fte": row[1], "clients": row[2]} {
			if err := worker.Set(column, text); err != nil {
				fmt.Println(err)
			}
		}
	}
	item := fidelity.Assess(review).Items[0]
	missing := item.Missing[0]
	fmt.Printf("%d to %d, for row %d lacks its %s\n", item.Low, item.High, missing.Row, scale.Definition().Tables[missing.Table].Columns[missing.Column].ID)

	if err := review.Rows("workers")[1].Set("clients", "15"); err != nil {
		fmt.Println(err)
	}
	item = fidelity.Assess(review).Items[0]
	score, settled := item.Settled()
	perPost, _ := item.Measures[0].Exact()
	fmt.Printf("%d (settled: %t), with %s clients for a post\n", score, settled, perPost)
	// Output:
	// 1 to 3, for row 1 lacks its clients
	// 2 (settled: true), with 21.3333 clients for a post
}
