package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// SiteChange is what became of a service since its review before.
type SiteChange struct {
	Before        *Record
	Then, Now     Total
	ByLow, ByHigh fidelity.Number // equal where both totals are settled
	Verdict       Verdict
	Corrected     []Correction // scores of the review before that are put right
	Items         []ItemChange
}

func (c *SiteChange) fill(after *Record, margin Margin) {
	then, corrected := c.Before.spans(after)
	now, _ := after.spans(nil)
	c.Corrected = corrected
	for i := range now {
		if i >= len(then) {
			break
		}
		c.Items = append(c.Items, ItemChange{Item: i, Then: then[i], Now: now[i], Move: moveOf(then[i], now[i]), Corrected: then[i] != c.Before.Items[i].Span})
	}
	c.Then, c.Now = totalOf(c.Before.Scale, then), totalOf(after.Scale, now)
	c.ByLow, c.ByHigh = c.Now.Low.Sub(c.Then.High), c.Now.High.Sub(c.Then.Low)
	c.Verdict = margin.between(c.ByLow, c.ByHigh)
}

// Moved counts the items that went up and down.
func (c *SiteChange) Moved() (up, down int) {
	for _, item := range c.Items {
		switch item.Move {
		case Up:
			up++
		case Down:
			down++
		}
	}
	return up, down
}

// SiteAction is an action of a site that is still to do. Actions that are one
// person's own are not among them.
type SiteAction struct {
	fidelity.Action
	Place int  // of the item in the scale; -1 for an action about no item
	Late  bool // its date is before the day of the pack
	Old   bool // of the plan before: the newest plan does not take it up
}

// actionsOf lists what is still to do by the newest plan and by the one before,
// late ones first, then by date.
func actionsOf(s *Site, asOf fidelity.Date) (out []SiteAction) {
	add := func(r *Record, old bool) {
		for _, a := range r.Actions {
			if a.Status == ActionDone || a.Status == ActionDropped || old && sameAction(s.Record.Actions, &a) != nil {
				continue
			}
			place, known := s.Record.Scale.ItemAt(a.Item)
			if !known {
				place = -1
			}
			out = append(out, SiteAction{Action: a, Place: place, Late: !a.When.IsZero() && a.When.Before(asOf), Old: old})
		}
	}
	add(s.Record, false)
	if s.Change != nil {
		add(s.Change.Before, true)
	}
	slices.SortStableFunc(out, func(x, y SiteAction) int {
		return cmp.Or(yesLast(y.Late, x.Late), byDate(x.When, y.When), strings.Compare(x.ID, y.ID))
	})
	return out
}

// MostQuestions is how many questions a pack asks a provider.
const MostQuestions = 5

// Question is something to ask a provider about one item.
type Question struct {
	Item int
	Why  QuestionWhy
}

// QuestionWhy says what gives rise to a question.
type QuestionWhy uint8

// What gives rise to a question, the weightiest first.
const (
	AskLow  QuestionWhy = iota // the item is low
	AskOpen                    // it has no score
	AskThin                    // its evidence is thin
)

// questionsFor picks the low, open and thin items of a review, the lowest
// first.
func questionsFor(r *Record) []Question {
	var all []Question
	for i := range r.Items {
		switch it := &r.Items[i]; {
		case IsLow(r.Scale, it.Span):
			all = append(all, Question{i, AskLow})
		case !it.Span.Settled():
			all = append(all, Question{i, AskOpen})
		case it.Weighed && it.Strength.Grade == fidelity.ThinEvidence:
			all = append(all, Question{i, AskThin})
		}
	}
	slices.SortStableFunc(all, func(x, y Question) int {
		return cmp.Or(cmp.Compare(x.Why, y.Why), cmp.Compare(r.Items[x.Item].Span.High, r.Items[y.Item].Span.High))
	})
	return all[:min(len(all), MostQuestions)]
}
