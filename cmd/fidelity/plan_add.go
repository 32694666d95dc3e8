package main

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// theWay stands for all items of the first way in --add.
const theWay = "way"

// addActions writes suggested actions into the review, by careful editing.
func (a *app) addActions(name string, in report.Input, doc *report.Document, o planOptions) error {
	review := in.Assessment.Review()
	switch {
	case review.Seal != nil:
		return fmt.Errorf("%s is sealed, so that no action can be added; make a new version of it first, with fidelity amend", name)
	case strings.EqualFold(filepath.Ext(name), ".xlsx"):
		return fmt.Errorf("%s is a workbook; make a review of it first, with fidelity import", name)
	}
	chosen, passed, err := choose(in, doc, o.add)
	if err != nil {
		return err
	}
	for _, item := range passed {
		a.say("%s has an open action already, so that none was added; --add %s adds what is suggested all the same", item, item)
	}
	switch {
	case len(chosen) == 0 && len(passed) > 0:
		a.say("Nothing was added to %s.", name)
		return nil
	case len(chosen) == 0:
		a.say("Nothing was added to %s: the scale names no remedy that somebody could act on for these items.", name)
		return nil
	}
	editor, err := source.Open(name)
	if err != nil {
		return err
	}
	editor.OrderBy(in.Assessment.Scale())
	mark := o.stamp.mark()
	next := nextAction(review)
	var added []string
	for i := range chosen {
		s := &chosen[i]
		if at, there := report.Agreed(review, s); there {
			a.say("%s is in the plan already: %s", orNumber(review.Actions[at].ID, at), s.What)
			continue
		}
		id := "a" + strconv.Itoa(next)
		next++
		if err := editor.Append("actions", actionValue(id, s), mark); err != nil {
			return err
		}
		added = append(added, fmt.Sprintf("Added %s for %s: %s", id, s.Item, s.What))
	}
	if len(added) == 0 {
		a.say("Nothing was added to %s.", name)
		return nil
	}
	if _, problems := source.ReadReview(name, editor.Bytes(), a.shelf); problems.Errors() {
		return fmt.Errorf("%s was left as it is, because it could not be read with the new actions: %w", name, errorsOf(problems))
	}
	if err := editor.Save(); err != nil {
		return err
	}
	for _, line := range added {
		a.say("%s", line)
	}
	return nil
}

// choose finds the suggestions for what --add names. An item of the first way
// is suggested what the way needs, another what its next score needs. For the
// way as a whole, items that the plan has an open action for are passed over.
func choose(in report.Input, doc *report.Document, names []string) (chosen []report.Suggested, passed []string, err error) {
	as := in.Assessment
	steps := map[int]plan.Step{}
	var order []int
	add := func(s plan.Step) {
		if _, twice := steps[s.Item]; !twice {
			order = append(order, s.Item)
		}
		steps[s.Item] = s
	}
	ofWay := wayOf(as.Scale(), doc)
	for _, name := range names {
		name = strings.TrimSpace(name)
		if name == theWay {
			if len(ofWay) == 0 {
				err = errors.Join(err, errors.New("--add way: there is no way to a band or total here; name items instead, as in --add disclosure"))
			}
			for _, s := range ofWay {
				if id := as.Scale().Items()[s.Item].ID; report.UnderWay(as.Review(), id) {
					passed = append(passed, id)
					continue
				}
				add(s)
			}
			continue
		}
		at, unknown := findItem(as.Scale(), name)
		if unknown != nil {
			err = errors.Join(err, fmt.Errorf("--add: %w", unknown))
			continue
		}
		step, low := stepOf(as, ofWay, at)
		if !low {
			err = errors.Join(err, fmt.Errorf("--add %s: it has no higher score to reach, so that nothing is suggested for it", name))
			continue
		}
		add(step)
	}
	if err != nil {
		return nil, nil, err
	}
	// An item that is named beside the way is wanted.
	passed = slices.DeleteFunc(passed, func(id string) bool {
		at, _ := as.Scale().ItemAt(id)
		return slices.Contains(order, at)
	})
	var out []plan.Step
	for _, item := range order {
		out = append(out, steps[item])
	}
	return report.Suggestions(in, out), passed, nil
}

// wayOf returns the steps of the first way.
func wayOf(scale *fidelity.Scale, doc *report.Document) []plan.Step {
	if len(doc.Data.Plan.Ways) == 0 {
		return nil
	}
	var out []plan.Step
	for _, s := range doc.Data.Plan.Ways[0].Steps {
		at, _ := scale.ItemAt(s.Item)
		out = append(out, plan.Step{Item: at, From: s.From, To: s.To, Cost: s.Cost})
	}
	return out
}

func stepOf(as *fidelity.Assessment, way []plan.Step, item int) (plan.Step, bool) {
	for _, list := range [][]plan.Step{way, plan.Steps(as)} {
		for _, s := range list {
			if s.Item == item {
				return s, true
			}
		}
	}
	return plan.Step{}, false
}

// nextAction is the number of the next free id, as in a3: one above the highest.
func nextAction(r *fidelity.Review) int {
	highest := 0
	for i := range r.Actions {
		id := strings.ToLower(r.Actions[i].ID)
		if n, err := strconv.Atoi(strings.TrimPrefix(id, "a")); err == nil && strings.HasPrefix(id, "a") {
			highest = max(highest, n)
		}
	}
	return highest + 1
}

func orNumber(id string, at int) string {
	if id == "" {
		return "action " + strconv.Itoa(at+1)
	}
	return id
}

func actionValue(id string, s *report.Suggested) source.Value {
	return source.Map(
		source.Entry{Key: "id", Value: source.Plain(id)},
		source.Entry{Key: "item", Value: source.Plain(s.Item)},
		source.Entry{Key: "action", Value: source.Text(s.Action())},
		source.Entry{Key: "who", Value: source.Text(s.Who)},
		source.Entry{Key: "when", Value: source.Plain(s.When)},
		source.Entry{Key: "aim", Value: source.Plain(strconv.Itoa(s.Aim))},
		source.Entry{Key: "measure", Value: source.Text(s.Measure)},
		source.Entry{Key: "remedy", Value: source.Plain(s.Remedy)},
		source.Entry{Key: "status", Value: source.Plain("open")},
	)
}
