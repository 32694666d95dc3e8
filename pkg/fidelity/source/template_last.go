package source

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// service writes what is known of the service from its last review.
func (w *templateWriter) service(last *fidelity.Review) {
	if last == nil {
		last = &fidelity.Review{}
	}
	known := func(key, text string) {
		if text != "" {
			text = " " + quoted(text)
		}
		w.line("  %s:%s", key, text)
	}
	known("organisation", last.Service.Organisation)
	known("setting", last.Service.Setting)
	if started := last.Service.Started; started.IsZero() {
		w.line("  started:              # a month, as in 2021-04")
	} else {
		w.line("  started: %s", started)
	}
	if len(last.Service.Groups) > 0 {
		w.line("  groups:")
		for _, key := range slices.Sorted(maps.Keys(last.Service.Groups)) {
			w.line("    %s: %s", quoted(key), quoted(last.Service.Groups[key]))
		}
	}
}

// reviewers writes those of the last review where the service looks at itself
// again. Independent reviewers are chosen for each review.
func (w *templateWriter) reviewers(last *fidelity.Review, kind string) {
	if last != nil && len(last.Reviewers) > 0 && kind != string(fidelity.Independent) && last.Kind != fidelity.Independent {
		w.value("reviewers", List(reviewerValues(last.Reviewers)...))
		return
	}
	w.line("reviewers:")
	w.line("  - {id: r1, name: }    # add role and organisation if you like")
}

// stillToDo lists the actions of the last review that are open or under way,
// with their ids. What came of them so far stays in the last review: the next
// word on it is for the new one. An item or an aim that the scale does not have
// is left out.
func (w *templateWriter) stillToDo(last *fidelity.Review) (open []fidelity.Action) {
	if last == nil {
		return nil
	}
	scores := w.scale.Scores()
	for _, action := range last.Actions {
		if action.Status == "done" || action.Status == "dropped" {
			continue
		}
		if action.Outcome = ""; action.Status == "" {
			action.Status = "open"
		}
		if _, known := w.scale.ItemAt(action.Item); !known {
			action.Item = ""
		}
		if action.Aim != nil && (action.Item == "" || *action.Aim < scores.Min || *action.Aim > scores.Max) {
			action.Aim = nil
		}
		open = append(open, action)
	}
	return open
}

// nextAction is an id that no action of the last review has: ids stay with
// their actions from review to review.
func nextAction(last *fidelity.Review) string {
	highest := 0
	if last != nil {
		for i := range last.Actions {
			number, _ := strconv.Atoi(strings.TrimPrefix(strings.ToLower(last.Actions[i].ID), "a"))
			highest = max(highest, number)
		}
	}
	return "a" + strconv.Itoa(highest+1)
}

// value writes a key with a value of several lines.
func (w *templateWriter) value(key string, v Value) {
	root := Map(Entry{key, v}).node
	dress(root, false)
	for _, line := range (&layout{step: 2, hang: 2, ends: "\n"}).block(root, 0) {
		w.b.WriteString(line)
		w.b.WriteByte('\n')
	}
}
