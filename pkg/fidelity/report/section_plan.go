package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// recommendations are numbered through, with the kind of remedy and who acts.
func (b *builder) recommendations() Section {
	s := Section{ID: "recommendations", Heading: "Recommendations"}
	t := Table{ID: "recommendation-list", Caption: "What is recommended", Columns: []Column{
		{Head: "No.", Weight: 1, Right: true},
		{Head: "Recommendation", Weight: 9, Header: true},
		{Head: "Item", Weight: 5},
		{Head: "Kind", Weight: 3},
		{Head: "Who", Weight: 3},
	}}
	for i := range b.review.Findings {
		r := b.review.Findings[i].Recommend
		if r == nil || r.Text == "" {
			continue
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: strconv.Itoa(len(t.Rows) + 1)},
			{Text: r.Text},
			{Text: b.numbered(i), Link: itemAnchor(b.scale.Items()[i].ID, b.reader)},
			{Text: b.remedy(i, r.Kind)},
			{Text: r.Who},
		})
	}
	if len(t.Rows) > 0 {
		s.Blocks = Blocks{t}
	}
	return s
}

// remedy names the kind of remedy that the reviewers chose, or those that help
// with the item.
func (b *builder) remedy(i int, kind string) string {
	if kind != "" {
		return b.say.Remedy(kind)
	}
	var names []string
	for _, id := range b.scale.Items()[i].Remedies {
		names = append(names, b.say.Remedy(id))
	}
	return say.Or(names)
}

// actionPlan is the plan that the team agreed: what, who, when.
func (b *builder) actionPlan() Section {
	s := Section{ID: "plan", Heading: "Action plan", NewPage: true}
	t := Table{ID: "actions", Caption: "What was agreed", Empty: "No actions have been agreed yet.", Columns: []Column{
		{Head: "What", Weight: 8, Header: true},
		{Head: "Who", Weight: 3.5},
		{Head: "When", Weight: 3.5},
		{Head: "Item and aim", Weight: 4.5},
		{Head: "Measure of success", Weight: 5.5},
		{Head: "Status", Weight: 4},
	}}
	for i := range b.review.Actions {
		a := &b.review.Actions[i]
		if b.hidden(a) {
			continue
		}
		t.Rows = append(t.Rows, []Cell{{Text: a.What}, {Text: a.Who}, {Text: say.Date(a.When)}, {Text: b.whatFor(a.Item, a.Aim, a.Remedy)}, {Text: a.Measure}, {Text: statusOf(a)}})
	}
	s.Blocks = Blocks{t}
	return s
}

// whatFor names the item of an action, the score it aims at and the kind of
// remedy, in one cell: columns of their own would be too narrow to read.
func (b *builder) whatFor(item string, aim *int, remedy string) string {
	var parts []string
	if at, ok := b.scale.ItemAt(item); ok {
		parts = append(parts, b.numberedShort(at))
	}
	if aim != nil {
		parts = append(parts, "aim "+strconv.Itoa(*aim))
	}
	text := strings.Join(parts, ", ")
	if remedy != "" {
		text = strings.TrimSpace(text + " (" + b.say.Remedy(remedy) + ")")
	}
	return text
}

// kindOf names the kind of remedy of an action.
func (b *builder) kindOf(a *fidelity.Action) string {
	if a.Remedy == "" {
		return ""
	}
	return b.say.Remedy(a.Remedy)
}

// statusOf says how far an action is, and what came of it.
func statusOf(a *fidelity.Action) string {
	if a.Outcome == "" {
		return say.Status(a.Status)
	}
	return say.Status(a.Status) + ": " + a.Outcome
}

// hidden reports whether an action is one person's own: those stand in the
// team's copy alone.
func (b *builder) hidden(a *fidelity.Action) bool { return a.Scope == "personal" && b.reader != Team }

// nextScores lists what the next score of every item below the top needs.
func (b *builder) nextScores() Section {
	s := Section{ID: "next", Heading: "What the next score of each item needs"}
	t := Table{ID: "next-scores", Caption: "The lowest scores first", Empty: "Every item is at the top score.", Columns: []Column{
		{Head: "Item", Weight: 5, Header: true}, {Head: "Step", Weight: 2}, {Head: "What it takes", Weight: 9}, {Head: "Kind of remedy", Weight: 4},
	}}
	steps := plan.Steps(b.a)
	for from := b.scale.Scores().Min; from < b.scale.Scores().Max; from++ {
		for _, step := range steps {
			if step.From != from {
				continue
			}
			t.Rows = append(t.Rows, []Cell{
				{Text: b.numbered(step.Item)},
				{Text: b.stepWords(step)},
				{Text: b.takes(step.Item)},
				{Text: b.remedy(step.Item, "")},
			})
		}
	}
	s.Blocks = Blocks{t}
	return s
}

// stepWords says a step, and that the score it starts from is only the lowest
// possible where the item is open.
func (b *builder) stepWords(s plan.Step) string {
	text := strconv.Itoa(s.From) + " to " + strconv.Itoa(s.To)
	if b.a.Items[s.Item].State == fidelity.Open {
		return text + ", if it is as low as " + strconv.Itoa(s.From)
	}
	return text
}
