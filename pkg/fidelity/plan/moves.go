// Package plan looks ahead: which steps to the next score are nearest, and
// what the action plan of a team holds.
package plan

import (
	"cmp"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Step is the way of one item to its next score.
type Step struct {
	Item int // place in the scale
	From int // today's score, or the lowest possible where there is none
	To   int
	// Cost is the usual effort of the step: the item's effort for each point,
	// doubled for the point that reaches the top.
	Cost int
}

// Steps lists the next step of every item below the top, in the scale's order.
func Steps(a *fidelity.Assessment) []Step {
	steps := make([]Step, 0, len(a.Items))
	top := a.Scale().Scores().Max
	for i := range a.Items {
		it := &a.Items[i]
		if it.Next == nil {
			continue
		}
		from := it.Low
		if it.State != fidelity.Open {
			from = it.Score
		}
		steps = append(steps, Step{Item: i, From: from, To: it.Next.Score, Cost: cost(a.Scale().Items()[i].Effort, from, it.Next.Score, top)})
	}
	return steps
}

// Change returns the smallest change of the evidence that makes the step.
func (s Step) Change(a *fidelity.Assessment) *Change { return ChangeTo(a, s.Item, s.To) }

func cost(effort, from, to, top int) int {
	c := effort * (to - from)
	if to == top {
		c += effort
	}
	return c
}

// Nearest lists the steps that take least effort and fewest changes first. It
// leaves out items whose evidence is still open: there, finding out comes
// before changing anything.
func Nearest(a *fidelity.Assessment, most int) []Step {
	var steps []Step
	for _, s := range Steps(a) {
		if a.Items[s.Item].State != fidelity.Open && len(a.Items[s.Item].Next.Needs) > 0 {
			steps = append(steps, s)
		}
	}
	slices.SortStableFunc(steps, func(x, y Step) int {
		return cmp.Or(
			cmp.Compare(changes(a, x), changes(a, y)),
			cmp.Compare(x.Cost, y.Cost),
			cmp.Compare(x.From, y.From),
		)
	})
	return steps[:min(most, len(steps))]
}

// changes is how many things have to change for a step.
func changes(a *fidelity.Assessment, s Step) int {
	n := a.Items[s.Item].Next
	count := 0
	for i := range min(n.Choose, len(n.Needs)) {
		count += len(n.Needs[i].Unmet)
	}
	return count
}

// Middle is the score up to which an item counts as low.
func Middle(scale *fidelity.Scale) int { return (scale.Scores().Min + scale.Scores().Max) / 2 }

// Low lists the items with a score up to the middle of the scale, the lowest
// first. Items whose evidence is still open are left out.
func Low(a *fidelity.Assessment, most int) []Step {
	steps := Steps(a)
	middle := Middle(a.Scale())
	steps = slices.DeleteFunc(steps, func(s Step) bool {
		return a.Items[s.Item].State == fidelity.Open || s.From > middle
	})
	slices.SortStableFunc(steps, func(x, y Step) int { return cmp.Compare(x.From, y.From) })
	return steps[:min(most, len(steps))]
}
