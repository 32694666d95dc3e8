package plan_test

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

// after is the lowest score that the evidence allows once a route is made.
func after(a *fidelity.Assessment, item int, route plan.Route) int {
	return fidelity.Assess(plan.Apply(a.Review(), item, route)).Items[item].Low
}

// TestTheNextStepHolds makes every change of every item and looks at the score.
func TestTheNextStepHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { holds(t, reviewtest.Random(t)) })
}

func TestTheNextStepHoldsOnAMadeUpScale(t *testing.T) {
	scale := orchard(t)
	rapid.Check(t, func(t *rapid.T) { holds(t, reviewtest.RandomOn(t, scale)) })
}

func holds(t *rapid.T, a *fidelity.Assessment) {
	was := fidelity.Assess(a.Review().Clone())
	for _, c := range plan.Changes(a) {
		it := &a.Items[c.Item]
		id := a.Scale().Items()[c.Item].ID
		if c.From != it.Low || c.To != it.Next.Score || c.There != (it.Low >= c.To) {
			t.Fatalf("%s: from %d to %d, there %v; evidence %d, next %d", id, c.From, c.To, c.There, it.Low, it.Next.Score)
		}
		if len(c.Routes) == 0 && !c.There && len(it.Missing) == 0 && measured(it) && it.Low == it.High && !beyond(a, c) {
			t.Fatalf("%s: all is known, and no change reaches %d", id, c.To)
		}
		for i, r := range c.Routes {
			check := func(r plan.Route, what string) {
				t.Helper()
				if got := after(a, c.Item, r); got < c.To || got <= c.From {
					t.Fatalf("%s %s, route %d: %d after it, want %d\n%+v", id, what, i, got, c.To, r)
				}
			}
			check(r, "as it is")
			if got := after(a, c.Item, r); got != r.Reaches {
				t.Fatalf("%s reaches %d, not %d", id, got, r.Reaches)
			}
			for p := range r.Parts {
				check(others(r, p), "with the last ones instead of the first")
				for j := range r.Parts[p].Instead {
					check(r.With(p, j), "instead")
				}
			}
			if !mixed(a, c, r) {
				smallest(t, a, c, r)
			}
		}
	}
	if now := fidelity.Assess(a.Review()); fmt.Sprint(now.Total) != fmt.Sprint(was.Total) {
		t.Fatal("trying changes changed the review")
	}
}

// measured reports whether every measure of an item is known. One that cannot
// change today's score is not missing, and yet the next score may rest on it.
func measured(it *fidelity.ItemAssessment) bool {
	for m := range it.Measures {
		if _, known := it.Measures[m].Exact(); !known {
			return false
		}
	}
	return true
}

// mixed reports whether a route changes rows and a fact that all rows share.
// The rows' ways were found one by one: see Change.
func mixed(a *fidelity.Assessment, c plan.Change, r plan.Route) bool {
	shared := func(p plan.Part) bool { return p.Kind == plan.PartFacts }
	return a.Scale().Items()[c.Item].Each != "" && slices.ContainsFunc(r.Parts, shared) && len(r.Parts) > 1
}

// others chooses the last of a part's edits where there is a choice.
func others(r plan.Route, p int) plan.Route {
	if len(r.Parts[p].Edits) == r.Parts[p].Choose {
		return r
	}
	r.Parts = slices.Clone(r.Parts)
	r.Parts[p].Edits = slices.Clone(r.Parts[p].Edits)
	slices.Reverse(r.Parts[p].Edits)
	return r
}

// smallest takes one unit away from every part in turn.
func smallest(t *rapid.T, a *fidelity.Assessment, c plan.Change, r plan.Route) {
	t.Helper()
	for p := range r.Parts {
		for _, less := range plan.OneLess(a, c.Item, &r.Parts[p]) {
			other := r
			other.Parts = slices.Clone(r.Parts)
			other.Parts[p] = less
			if got := after(a, c.Item, other); got >= c.To {
				t.Fatalf("%s: one unit less of part %d reaches %d too\n%+v\nless: %+v", a.Scale().Items()[c.Item].ID, p, got, r, less)
			}
		}
	}
}

// beyond reports whether a score can be out of reach of any change: the orchard
// has three sorts of trees at most, and a row that may be left out lifts no mean
// for certain.
func beyond(a *fidelity.Assessment, c plan.Change) bool {
	for _, row := range a.Items[c.Item].Rows {
		if row.LeftOut == fidelity.Maybe {
			return true
		}
	}
	return a.Scale().Items()[c.Item].ID == "sorts"
}
