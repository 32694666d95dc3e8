package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// wordless is a scale without any words, scores from 0 to 4, a mean for a
// total and one band, as an author has it on the first day.
func wordless(t *testing.T) *fidelity.Scale {
	t.Helper()
	atLeast := func(name string, n int) fidelity.Condition {
		return fidelity.Condition{Name: name, Op: fidelity.AtLeast, Number: fidelity.Int(n)}
	}
	posts := fidelity.Measure{ID: "open_posts", Calc: fidelity.Count, Table: "posts", Where: fidelity.Condition{Name: "open", Op: fidelity.IsAnswer, Answer: "yes"}}
	pay := fidelity.Measure{ID: "mean_pay", Calc: fidelity.MeanOf, Columns: []string{"posts.pay"}}
	scale, wrong := fidelity.Compile(fidelity.Definition{
		ID: "tiny", Version: "1.0.0", Scores: fidelity.Scores{Min: 0, Max: 4}, Total: fidelity.Mean,
		Bands: []fidelity.Band{{ID: "up-to-it", From: fidelity.Int(2)}}, Sections: []string{"all"}, Sources: []string{"wage-slips"},
		Tables: []fidelity.Table{{ID: "posts", Complete: true, ThinBelow: 3, Columns: []fidelity.Column{
			{ID: "id", Kind: fidelity.Code}, {ID: "open", Kind: fidelity.YesNo}, {ID: "pay", Kind: fidelity.Decimal},
		}}},
		Items: []fidelity.Item{
			{ID: "fair-pay", Number: 1, Section: "all", Measures: []fidelity.Measure{posts, pay}, Anchors: []fidelity.Anchor{
				{Score: 4, When: fidelity.Condition{All: []fidelity.Condition{atLeast("open_posts", 2), atLeast("mean_pay", 10)}}},
				{Score: 2, When: atLeast("mean_pay", 5)},
			}},
			{ID: "judged_only", Number: 2, Section: "all"},
			{ID: "asked", Number: 3, Section: "all", Facts: []fidelity.Fact{{ID: "staff-asked", Kind: fidelity.YesNo}, {ID: "how_often", Kind: fidelity.Choice, Answers: []string{"never", "now-and-then"}}}, Anchors: []fidelity.Anchor{
				{Score: 4, When: fidelity.Condition{Name: "staff-asked", Op: fidelity.IsAnswer, Answer: "yes"}},
				{Score: 3, When: fidelity.Condition{Name: "how_often", Op: fidelity.AtLeastAnswer, Answer: "now-and-then"}},
			}},
		},
	})
	if scale == nil {
		t.Fatal(wrong)
	}
	return scale
}

func TestIdsStandInForWords(t *testing.T) {
	scale := wordless(t)
	s := say.New(scale, &fidelity.Words{})
	r := fidelity.NewReview(scale)
	r.Service.Name = "Larkhill"
	for id, pay := range map[string]string{"P1": "8"} {
		row, err := r.AddRow("posts", id)
		if err != nil {
			t.Fatal(err)
		}
		if err := row.Set("pay", pay); err != nil {
			t.Fatal(err)
		}
	}
	a := fidelity.Assess(r)
	for got, want := range map[string]string{
		s.Title(0) + "/" + s.Short(0) + "/" + s.Section("all"):            "fair-pay/fair-pay/all",
		s.Band(0) + "/" + s.BandShort(0):                                  "up-to-it/up-to-it",
		s.Sources([]string{"wage-slips"}) + "/" + s.Remedy("on-site"):     "wage-slips/on site",
		s.FactShort(2, 0) + "/" + s.FactIs(2, 0) + "/" + s.FactAsks(2, 1): "staff asked/staff asked/How often?",
		s.ColumnLabel(0, 2):    "pay",
		s.Why(a, 0):            "Open posts: 0 or 1; mean pay: 8 (1 row). The evidence suggests a score of 2.",
		s.Next(a, 0):           "To reach 4: open posts: at least 2 (now 0 or 1); mean pay: at least 10 (now 8).",
		s.Why(a, 1):            "The evidence allows 0 to 4.",
		s.ShortEvidence(a, 1):  "for the reviewers to judge",
		s.MissingInShort(a, 1): "No fact or figure is missing",
		s.Why(a, 2):            "Not known: staff asked, how often. The evidence allows 0 to 4; 2 facts are not known.",
		s.Next(a, 2):           "To reach 3: how often: now and then (not known yet).",
		s.ShortEvidence(a, 2):  "not known",
		s.Headline(a):          "1 of 3 items has a score so far. The total lies between 0.67 and 3.33 out of 4. Bands still possible: below the lowest band or up-to-it.",
	} {
		check(t, got, want)
	}
}
