package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// The states of an action, as review files write them. None stands for Open.
const (
	ActionOpen    = "open"
	ActionDoing   = "doing"
	ActionDone    = "done"
	ActionDropped = "dropped"
)

// FollowUp is one action of a plan, and what became of it.
type FollowUp struct {
	Action  fidelity.Action // as the plan had it
	Status  string          // today's, never empty
	Outcome string          // what came of it, by the newest word there is
	// Carried is true where the later review has the action too; NewDate is
	// the date that it has there, where it is another.
	Carried bool
	NewDate fidelity.Date
	// Late is true where the date of the plan was past at the later visit and
	// the action was neither done nor dropped.
	Late bool
	// Personal is true where either plan calls it one person's own.
	Personal bool

	Item      int // place in the later review's scale, or -1
	Then, Now Span
	Compared  bool           // Then is told: the scores may be compared
	Reached   fidelity.Truth // whether the item has reached the aim; nothing without HasAim
	HasAim    bool
}

// Closed reports whether nothing is left to do.
func (f *FollowUp) Closed() bool { return f.Status == ActionDone || f.Status == ActionDropped }

// followUp lists the actions of the earlier review: late ones first, then what
// is still to do, then what was dropped, then what was done; in each by date.
func followUp(before, after *fidelity.Assessment) []FollowUp {
	var out []FollowUp
	then, _ := scoresOf(before, after)
	for i := range before.Review().Actions {
		action := &before.Review().Actions[i]
		f := FollowUp{Action: *action, Item: -1, Status: action.Status, Outcome: action.Outcome, Personal: action.Scope == "personal"}
		if newer := sameAction(after.Review().Actions, action); newer != nil {
			f.carry(newer)
		}
		if f.Status == "" {
			f.Status = ActionOpen
		}
		f.Late = !f.Closed() && !action.When.IsZero() && action.When.Before(after.Review().Visit.From)
		f.score(then, before, after)
		out = append(out, f)
	}
	slices.SortStableFunc(out, func(x, y FollowUp) int {
		return cmp.Or(cmp.Compare(x.order(), y.order()), byDate(x.Action.When, y.Action.When))
	})
	return out
}

// sameAction finds an action in a later plan: the same id, in any case, and
// about the same item. An id that was given anew to something else is no match.
func sameAction(actions []fidelity.Action, a *fidelity.Action) *fidelity.Action {
	for i := range actions {
		if a.ID != "" && strings.EqualFold(actions[i].ID, a.ID) && actions[i].Item == a.Item {
			return &actions[i]
		}
	}
	return nil
}

// carry takes over what the later plan says of the action.
func (f *FollowUp) carry(newer *fidelity.Action) {
	f.Carried, f.Status = true, newer.Status
	if newer.Outcome != "" {
		f.Outcome = newer.Outcome
	}
	if newer.When != f.Action.When {
		f.NewDate = newer.When
	}
	f.Personal = f.Personal || newer.Scope == "personal"
}

// score adds how the item stands, and whether it reached the aim.
func (f *FollowUp) score(then []Span, before, after *fidelity.Assessment) {
	i, known := after.Scale().ItemAt(f.Action.Item)
	refusal := Refuse(before.Review(), after.Review())
	if !known || refusal == OtherScale || refusal == OtherMajor {
		return
	}
	f.Item, f.Now = i, SpanOf(after, i)
	if at, had := before.Scale().ItemAt(f.Action.Item); had && refusal == Comparable {
		f.Then, f.Compared = then[at], true
	}
	if f.Action.Aim == nil {
		return
	}
	f.HasAim = true
	switch aim := *f.Action.Aim; {
	case f.Now.Low >= aim:
		f.Reached = fidelity.Yes
	case f.Now.High < aim:
		f.Reached = fidelity.No
	default:
		f.Reached = fidelity.Maybe
	}
}

func (f *FollowUp) order() int {
	switch {
	case f.Late:
		return 0
	case !f.Closed():
		return 1
	case f.Status == ActionDropped:
		return 2
	}
	return 3
}

// byDate puts what has no date after what has one.
func byDate(x, y fidelity.Date) int {
	switch {
	case x == y:
		return 0
	case y.IsZero() || !x.IsZero() && x.Before(y):
		return -1
	}
	return 1
}
