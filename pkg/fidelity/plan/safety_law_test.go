package plan_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

// TestTheMarginHolds answers as many records otherwise as are said to change a
// score, and one fewer.
func TestTheMarginHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { marginsHold(t, reviewtest.Random(t)) })
}

func TestTheMarginHoldsOnAMadeUpScale(t *testing.T) {
	scale := orchard(t)
	rapid.Check(t, func(t *rapid.T) { marginsHold(t, reviewtest.RandomOn(t, scale)) })
}

func marginsHold(t *rapid.T, a *fidelity.Assessment) {
	for i := range a.Items {
		s := plan.SafetyOf(a, i)
		if s == nil {
			continue
		}
		if low, settled := a.Items[i].Settled(); !settled || s.Score != low {
			t.Fatalf("%d is said of %+v", s.Score, a.Items[i])
		}
		for _, m := range []plan.Margin{s.Up, s.Down} {
			if m.Records > 0 {
				marginHolds(t, a, s, m)
			}
		}
		if s.Up.Records > 0 && s.Up.To <= s.Score || s.Down.Records > 0 && s.Down.To >= s.Score {
			t.Fatalf("up to %d and down to %d from %d", s.Up.To, s.Down.To, s.Score)
		}
	}
}

func marginHolds(t *rapid.T, a *fidelity.Assessment, s *plan.Safety, m plan.Margin) {
	id := a.Scale().Items()[s.Item].ID
	made := func(edits []plan.Edit) *fidelity.ItemAssessment {
		part := plan.Part{Table: m.Table, Row: -1, Column: -1, Measure: m.Measure, Choose: len(edits), Edits: edits}
		return &fidelity.Assess(plan.Apply(a.Review(), s.Item, plan.Route{Parts: []plan.Part{part}})).Items[s.Item]
	}
	if len(m.Edits) != m.Records {
		t.Fatalf("%s: %d edits for %d records", id, len(m.Edits), m.Records)
	}
	if it := made(m.Edits); m.To > s.Score && it.Low != m.To || m.To < s.Score && it.High != m.To {
		t.Fatalf("%s: %d to %d after %d records, not %d", id, it.Low, it.High, m.Records, m.To)
	}
	if it := made(m.Edits[:m.Records-1]); it.Low > s.Score || it.High < s.Score {
		t.Fatalf("%s: %d records do as well as %d", id, m.Records-1, m.Records)
	}
	if a.Scale().Items()[s.Item].Measures[m.Measure].Calc != fidelity.Share || m.Records < 2 {
		return
	}
	// No other records do with fewer: any of them, one fewer, leave the score.
	rows := a.Review().Rows(a.Scale().Definition().Tables[m.Table].ID)
	places := make([]int, len(rows))
	for r := range rows {
		places[r] = r
	}
	var others []plan.Edit
	for _, r := range rapid.Permutation(places).Draw(t, "records")[:m.Records-1] {
		others = append(others, plan.Edit{Fact: -1, Row: r, Cells: m.Edits[0].Cells})
	}
	if it := made(others); it.Low > s.Score || it.High < s.Score {
		t.Fatalf("%s: %d other records do as well as %d", id, len(others), m.Records)
	}
}
