package report

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// costs lists the least effort that each total above today's takes.
func (p *planner) costs() Section {
	s := Section{ID: "costs", Heading: "What each total would take"}
	t := Table{ID: "cost-curve", Caption: "The least effort for each total", Sheet: "Costs", Empty: "No higher total can be reached.", Columns: []Column{
		{Head: "Total", Weight: 2, Header: true, Right: true}, {Head: "Effort", Weight: 2, Right: true}, {Head: "Added", Weight: 2, Right: true}, {Head: "Remark", Weight: 6},
	}}
	var last plan.Cost
	before, band := 0, p.scale.BandFrom(p.answer.Start)
	for _, c := range p.answer.Costs {
		total := shown(c.Total)
		name := ""
		if now := p.scale.BandFrom(c.Total); now != band {
			name, band = p.say.Band(now)+" begins", now
		}
		added := count(c.Cost - before)
		switch {
		case c.Open && !last.Open:
			name, added = joinRemarks(name, "From here items without a score would have to rise"), Cell{}
		case c.Held && !last.Held:
			name, added = joinRemarks(name, "From here items that effort alone cannot raise would have to rise"), Cell{}
		}
		t.Rows = append(t.Rows, []Cell{{Text: c.Total.Decimal(2), Number: &total}, count(c.Cost), added, {Text: name}})
		before, last = c.Cost, c
	}
	s.Blocks = Blocks{t}
	return s
}

func joinRemarks(first, second string) string {
	if first == "" {
		return second
	}
	return first + ". " + second
}

// left names the low items that the first way leaves as they are, and why that
// may be wrong.
func (p *planner) left(rows []LeftRow) Section {
	s := Section{ID: "left", Heading: "Low items that the first way leaves out"}
	if len(rows) == 0 {
		return s
	}
	t := Table{ID: "left-out", Caption: "The lowest scores first", Sheet: "Left out", Columns: []Column{
		{Head: "Item", Weight: 5, Header: true}, {Head: "Score", Weight: 1.5, Right: true}, {Head: "Why it is left out", Weight: 6}, {Head: "Why that may be wrong", Weight: 8},
	}}
	for i := range rows {
		at, _ := p.scale.ItemAt(rows[i].Item)
		t.Rows = append(t.Rows, []Cell{{Text: p.numbered(at)}, count(rows[i].Score), {Text: rows[i].Why}, {Text: rows[i].Wrong}})
	}
	s.Blocks = Blocks{
		Paragraph{Text: "The cheapest way is not always the best for the people whom the service is for. Look at these before the plan is agreed."},
		t,
	}
	return s
}

// whyLeft says why an item is left out, and why that may be wrong.
func (p *planner) whyLeft(l plan.Left) (why, wrong string) {
	switch l.Why {
	case plan.Locked:
		return "You asked for it to stay as it is.", "A low item that is never touched stays low. Say in the plan when it will be looked at."
	case plan.Held:
		return "Effort alone cannot raise it yet.", "What it waits for can be worked on now. " + p.waitsFor(l.Item)
	case plan.OpenYet:
		return "It has no score yet.", "It may be higher than it looks, or be what matters most. Find out first."
	case plan.AtRest:
		return "The scale has no higher score for it.", "The scale may not be right for this service here."
	}
	wrong = "A middling score can still be what people feel most."
	if l.Score <= p.scale.Scores().Min+1 {
		wrong = "It is one of the lowest scores, and people may feel it most."
	}
	if l.Why == plan.Even {
		return "It takes as much as some that were chosen. The way touches fewer items without it.",
			wrong + " A small step here may be easier than a further step elsewhere."
	}
	return "Its next point takes an effort of " + strconv.Itoa(l.Each) + " by the guess. The points of the way take less.",
		wrong + " If it takes you less than the guess, your own figure would bring it in."
}

// waitsFor says what an item requires before any higher score.
func (p *planner) waitsFor(item int) string {
	step := plan.Step{Item: item, From: p.today(item), To: p.today(item) + 1}
	for _, text := range p.needs(step) {
		return text
	}
	return ""
}

// today is the score of an item, or the lowest possible.
func (b *builder) today(item int) int {
	it := &b.a.Items[item]
	if it.State == fidelity.Open {
		return it.Low
	}
	return it.Score
}

// tidy is the action plan for other programs: the actions that were agreed, and
// below them those that are suggested.
func (p *planner) tidy(d *Data) *Table {
	t := &Table{ID: "tidy"}
	for _, head := range []string{"service", "visit", "id", "what", "who", "when", "number", "item", "title", "aim", "measure", "remedy", "status", "outcome"} {
		t.Columns = append(t.Columns, Column{Head: head, Weight: 1})
	}
	front := []Cell{{Text: p.review.Service.Name}, {Text: p.review.Visit.To.String()}}
	whole := func(n int) Cell {
		if n == 0 {
			return Cell{}
		}
		return count(n)
	}
	for _, a := range d.Actions {
		aim := Cell{}
		if a.Aim != nil {
			aim = count(*a.Aim)
		}
		t.Rows = append(t.Rows, append(front[:2:2], Cell{Text: a.ID}, Cell{Text: a.What}, Cell{Text: a.Who}, Cell{Text: a.When}, whole(a.Number),
			Cell{Text: a.Item}, Cell{Text: a.Title}, aim, Cell{Text: a.Measure}, Cell{Text: a.Remedy}, Cell{Text: a.Status}, Cell{Text: a.Outcome}))
	}
	for i := range d.Plan.Suggest {
		s := &d.Plan.Suggest[i]
		t.Rows = append(t.Rows, append(front[:2:2], Cell{}, Cell{Text: s.Action()}, Cell{Text: s.Who}, Cell{Text: s.When}, whole(s.Number),
			Cell{Text: s.Item}, Cell{Text: s.Title}, count(s.Aim), Cell{Text: s.Measure}, Cell{Text: say.Lower(p.say.Remedy(s.Remedy))}, Cell{Text: "suggested"}, Cell{}))
	}
	return t
}
