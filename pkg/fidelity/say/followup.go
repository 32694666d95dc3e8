package say

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
)

// Status says how far an action is.
func Status(status string) string {
	switch status {
	case compare.ActionDoing:
		return "under way"
	case compare.ActionDone, compare.ActionDropped:
		return status
	}
	return "open"
}

// Late says how far an action is, and that it is late.
func Late(f *compare.FollowUp) string {
	if f.Late {
		return "late, " + Status(f.Status)
	}
	return Status(f.Status)
}

// Became says what came of an action, in the reviewers' words where they wrote
// any.
func Became(f *compare.FollowUp) string {
	out := list{between: " "}
	if f.Outcome != "" {
		out.add(Sentence(f.Outcome))
	} else if f.Closed() {
		out.add("Nothing is written about what came of it.")
	}
	switch {
	case f.Carried && !f.Closed() && !f.NewDate.IsZero():
		out.add("Now planned for " + Date(f.NewDate) + ".")
	case f.Carried && !f.Closed():
		out.add("It is in the plan still.")
	case !f.Carried && !f.Closed():
		out.add("It is not in the plan any more.")
	}
	return out.String()
}

// Aim says whether the item of an action has reached its aim: "4, reached: 3
// then, 4 now". It is empty where the action has no aim.
func Aim(f *compare.FollowUp) string {
	if !f.HasAim {
		return ""
	}
	text := numeral(*f.Action.Aim)
	switch f.Reached {
	case fidelity.Yes:
		text += ", reached: "
	case fidelity.No:
		text += ", not reached: "
	default:
		text += ", not known yet: "
	}
	if f.Compared {
		text += Span(f.Then) + " then, "
	}
	return text + Span(f.Now) + " now"
}

// FollowUps counts what became of a plan: "Of 8 actions, 5 are done, 1 was
// dropped and 2 are still to do. 2 of those are late."
func FollowUps(actions []compare.FollowUp) string {
	var done, dropped, todo, late int
	for i := range actions {
		switch actions[i].Status {
		case compare.ActionDone:
			done++
		case compare.ActionDropped:
			dropped++
		default:
			todo++
		}
		if actions[i].Late {
			late++
		}
	}
	var parts []string
	for _, p := range []struct {
		n         int
		one, many string
	}{{done, "is done", "are done"}, {dropped, "was dropped", "were dropped"}, {todo, "is still to do", "are still to do"}} {
		if p.n > 0 {
			parts = append(parts, Count(p.n, p.one, p.many))
		}
	}
	text := "Of " + Count(len(actions), "action", "actions") + ", " + And(parts) + "."
	if late > 0 && late == todo {
		return text + []string{" It is late.", " Both are late.", " All of them are late."}[min(late, 3)-1]
	}
	if late > 0 {
		text += " Of these, " + Count(late, "is late", "are late") + "."
	}
	return text
}
