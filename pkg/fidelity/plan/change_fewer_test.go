package plan_test

import (
	"fmt"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

// Where fewer rows have to count, the change says how many have to fail.
func TestFewerRows(t *testing.T) {
	for _, c := range []struct {
		wet, of int
		to      int
		choose  int
	}{
		{3, 3, 1, 2}, // 1 of 3 is 33%
		{2, 3, 1, 1},
		{4, 10, 2, 2}, // 2 of 10 is 20%; 3 of 10 is 30% and not below
	} {
		t.Run(fmt.Sprintf("%d of %d", c.wet, c.of), func(t *testing.T) {
			r := fidelity.NewReview(orchard(t))
			wet, dry := fidelity.AnswerValue(1), fidelity.AnswerValue(0)
			for i := range c.of {
				row, err := r.AddRow("pickings", fmt.Sprintf("P%d", i))
				if err != nil {
					t.Fatal(err)
				}
				value := dry
				if i < c.wet {
					value = wet
				}
				column, _ := r.Scale().ColumnAt(1, "wet")
				row.SetAt(column, value)
			}
			a := fidelity.Assess(r)
			item, _ := r.Scale().ItemAt("losses")
			change := plan.ChangeTo(a, item, c.to)
			if len(change.Routes) == 0 {
				t.Fatal("no change reaches it")
			}
			if p := change.Routes[0].Parts[0]; p.Kind != plan.PartRecords || p.Choose != c.choose || len(p.Edits) != c.wet {
				t.Errorf("%d of %d rows: %+v", p.Choose, len(p.Edits), p)
			}
		})
	}
}
