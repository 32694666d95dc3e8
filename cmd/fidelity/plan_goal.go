package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// goal makes of the flags what the plan should reach. Everything that is wrong
// with them is told at once.
func (a *app) goal(as *fidelity.Assessment, o planOptions) (report.Goal, error) {
	scale := as.Scale()
	goal, err := reach(as, o)
	for _, name := range o.lock {
		at, unknown := findItem(scale, strings.TrimSpace(name))
		if unknown != nil {
			err = errors.Join(err, fmt.Errorf("--lock: %w", unknown))
			continue
		}
		goal.Question.Locked = append(goal.Question.Locked, at)
	}
	effort, effortErr := a.readEffort(o.effort, scale)
	goal.Question.Effort = effort
	var told exitError
	if err == nil || !errors.As(effortErr, &told) {
		err = errors.Join(err, effortErr)
	}
	return goal, err
}

// reach finds the band or the total that a plan should reach.
func reach(as *fidelity.Assessment, o planOptions) (report.Goal, error) {
	scale := as.Scale()
	goal := report.NextGoal(as)
	bands := scale.Bands()
	switch total, err := fidelity.ParseNumber(strings.TrimSpace(o.reach)); {
	case o.reach == "":
	case err == nil:
		if low, high := scale.TotalRange(); total.Cmp(low) < 0 || total.Cmp(high) > 0 {
			return goal, fmt.Errorf("--reach %s: a total on %s is from %s to %s", o.reach, scale.ID(), low.Decimal(2), high.Decimal(2))
		}
		goal = report.Goal{Band: -1, Question: plan.Question{Target: &total}}
	default:
		at := -1
		var ids []string
		for i := range bands {
			ids = append(ids, bands[i].ID)
			if strings.EqualFold(bands[i].ID, strings.TrimSpace(o.reach)) {
				at = i
			}
		}
		if at < 0 {
			return goal, noBand(scale, o.reach, ids)
		}
		goal = report.Goal{Band: at, Question: plan.Towards(bands[at].From)}
	}
	if o.margined {
		goal.Question.Margin, goal.Question.Shrink = o.margin, false
	}
	return goal, nil
}

func noBand(scale *fidelity.Scale, name string, ids []string) error {
	low, high := scale.TotalRange()
	switch near := fidelity.Nearest(name, ids); {
	case len(ids) == 0:
		return fmt.Errorf("--reach %s: %s has no bands; write a total from %s to %s", name, scale.ID(), low.Decimal(2), high.Decimal(2))
	case near != "":
		return fmt.Errorf("--reach: there is no band %q in %s; did you mean %s?", name, scale.ID(), near)
	default:
		return fmt.Errorf("--reach: there is no band %q in %s; write %s, or a total from %s to %s", name, scale.ID(), say.Or(ids), low.Decimal(2), high.Decimal(2))
	}
}

// tooFar says that there is no way to the goal, and what to ask for instead.
func tooFar(in report.Input, goal report.Goal, answer *plan.Answer, o planOptions) error {
	best := answer.Best.Decimal(2)
	aim := answer.Aim.Decimal(2)
	switch {
	case len(o.lock) > 0:
		return fmt.Errorf("there is no way to %s with %s locked: the highest total that can be reached is %s; lock fewer items, or ask for less", aim, say.Count(len(goal.Question.Locked), "item", "items"), best)
	case answer.Margin > 0:
		return fmt.Errorf("there is no way to %s, %s past %s: the highest total that can be reached is %s; write a smaller --margin", aim, say.Count(answer.Margin, "point", "points"), goal.Question.Target.Decimal(2), best)
	}
	return fmt.Errorf("there is no way to %s: the highest total that %s can reach is %s; write it with --reach", aim, in.Assessment.Review().Service.Name, best)
}
