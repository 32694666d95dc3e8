package main

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// actionFindings looks at the action plan: what was closed has an outcome, and
// what is still to do has a date ahead. Neither is an error, and neither
// touches a score.
func actionFindings(r review) (found source.Problems) {
	visit := r.file.Review.Visit.From
	for i := range r.file.Review.Actions {
		action := &r.file.Review.Actions[i]
		p := source.Problem{File: r.name, Path: "actions[" + strconv.Itoa(i) + "]"}
		switch closed := action.Status == compare.ActionDone || action.Status == compare.ActionDropped; {
		case closed && action.Outcome == "":
			p.Level, p.Code, p.Path = source.Warning, source.CodeNoOutcome, p.Path+".status"
			p.Text = "the action is " + action.Status + ", and nothing says what came of it; write a sentence in outcome"
		case !closed && !action.When.IsZero() && action.When.Before(visit):
			p.Level, p.Code, p.Path = source.Note, source.CodeLate, p.Path+".when"
			p.Text = "the action was due on " + say.Date(action.When) + ", before the visit, and is " + say.Status(action.Status) +
				"; write done or dropped with an outcome, or a new date"
		default:
			continue
		}
		p.Line, p.Column = r.file.Place(p.Path)
		found = append(found, p)
	}
	return found
}
