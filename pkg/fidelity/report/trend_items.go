package report

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// items are the items of each line that did not keep their score.
func (t *trendBuilder) items(p *compare.Path) (out Blocks) {
	for i := range p.Lines {
		if line := &p.Lines[i]; len(line.Points) > 1 {
			out = append(out, t.itemsOf(p, line, i)...)
		}
	}
	return out
}

func (t *trendBuilder) itemsOf(p *compare.Path, line *compare.Line, place int) Blocks {
	scale := line.Points[0].Assessment.Scale()
	speaker := t.speaker(scale)
	table := Table{
		ID: "items-" + p.Service.ID + "-" + strconv.Itoa(place), Caption: say.Upper(kinds(line)) + ": items with another score than at first",
		Sheet: t.sheet("Items"), Empty: "No item has another score.",
		Columns: []Column{{Head: "No.", Weight: 1, Right: true}, {Head: "Item", Weight: 7, Header: true}},
	}
	for i := range line.Points {
		table.Columns = append(table.Columns, Column{Head: visitName(p, line.Points[i].Assessment.Review()), Weight: 3})
	}
	table.Columns = append(table.Columns, Column{Head: "First to last", Weight: 3})
	overall := line.Overall()
	kept, open := 0, 0
	for _, item := range overall.Items {
		if !moved(line, item.Item) {
			if item.Now.Settled() {
				kept++
			} else {
				open++
			}
			continue
		}
		row := []Cell{{Text: strconv.Itoa(scale.Items()[item.Item].Number)}, {Text: t.title(speaker, item.Item)}}
		for i := range line.Points {
			row = append(row, scoreCell(&line.Points[i], item.Item))
		}
		table.Rows = append(table.Rows, append(row, Cell{Text: say.Upper(say.Move(item))}))
	}
	out := Blocks{table}
	if kept > 0 && len(table.Rows) > 0 {
		out = append(out, Paragraph{Text: say.Count(kept, "item has", "items have") + " had the same score at every review."})
	}
	if open > 0 {
		out = append(out, Paragraph{Text: say.Count(open, "item is", "items are") + " still open, with the same scores possible at every review."})
	}
	return out
}

// moved reports whether an item had two scores on a line, or may have.
func moved(line *compare.Line, item int) bool {
	first := line.Points[0].Spans[item]
	for _, point := range line.Points {
		if point.Spans[item] != first {
			return true
		}
	}
	return false
}

func scoreCell(point *compare.Point, item int) Cell {
	span := point.Spans[item]
	cell := Cell{Text: say.Span(span)}
	if span.Settled() {
		n := float64(span.Low)
		cell.Number = &n
	}
	for _, c := range point.Corrected {
		if c.Item == item {
			cell.Text += " (corrected)"
			cell.Number = nil
		}
	}
	return cell
}

// plans say what became of each action plan, and how the items of the actions
// went.
func (t *trendBuilder) plans(p *compare.Path) (out Blocks) {
	for i := range p.Plans {
		out = append(out, t.plan(p, &p.Plans[i], i)...)
	}
	if with := t.withActions(p); with != "" {
		out = append(Blocks{Paragraph{Text: with}}, out...)
	}
	if len(out) > 0 {
		out = append(out, Paragraph{Role: Note, Text: "Actions are mostly planned for low items, which have more room to rise. That an item rose does not show that its action was the reason."})
	}
	return out
}

func (t *trendBuilder) plan(p *compare.Path, c *compare.Changed, place int) Blocks {
	shown := notPersonal(c.Actions)
	if len(shown) == 0 {
		return nil
	}
	speaker := t.speaker(c.After.Scale())
	table := Table{
		ID: "plan-" + p.Service.ID + "-" + strconv.Itoa(place), Sheet: t.sheet("Plans"),
		Caption: "The plan of " + visitName(p, c.Before.Review()) + ", at the visit of " + visitName(p, c.After.Review()) + ". " + say.FollowUps(shown),
		Columns: []Column{{Head: "What", Weight: 7, Header: true}, {Head: "Item", Weight: 5}, {Head: "Aim", Weight: 5}, {Head: "Status", Weight: 3}, {Head: "What came of it", Weight: 7}},
	}
	for i := range shown {
		f := &shown[i]
		if t.Brief && f.Closed() {
			continue
		}
		item := ""
		if f.Item >= 0 {
			item = strconv.Itoa(c.After.Scale().Items()[f.Item].Number) + " " + t.title(speaker, f.Item)
		}
		table.Rows = append(table.Rows, []Cell{{Text: f.Action.What}, {Text: item}, {Text: say.Upper(say.Aim(f))}, {Text: say.Upper(say.Late(f))}, {Text: say.Became(f)}})
	}
	out := Blocks{table}
	if t.Brief {
		out = Blocks{Paragraph{Text: table.Caption}, table}[:1+min(1, len(table.Rows))]
	}
	return out
}

// notPersonal leaves out the actions that are one person's own.
func notPersonal(all []compare.FollowUp) (out []compare.FollowUp) {
	for i := range all {
		if !all[i].Personal {
			out = append(out, all[i])
		}
	}
	return out
}

// withActions counts how items with an action went, beside those without.
func (t *trendBuilder) withActions(p *compare.Path) string {
	var rose, of [2]int // without and with an action
	for i := range p.Plans {
		c := &p.Plans[i]
		if c.Refusal != compare.Comparable {
			continue
		}
		has := map[int]bool{}
		for _, f := range notPersonal(c.Actions) {
			has[f.Item] = true
		}
		for _, item := range c.Items {
			which := 0
			if has[item.Item] {
				which = 1
			}
			of[which]++
			if item.Move == compare.Up {
				rose[which]++
			}
		}
	}
	if of[1] == 0 {
		return ""
	}
	text := "Of " + say.Count(of[1], "item", "items") + " with an action, " + strconv.Itoa(rose[1]) + " scored higher at the next review."
	if of[0] > 0 {
		text += " Of " + strconv.Itoa(of[0]) + " without one, " + strconv.Itoa(rose[0]) + " did."
	}
	if len(p.Plans) > 1 {
		text += " An item counts once for each plan."
	}
	return text
}

// method says how to read the document, and what was left out.
func (t *trendBuilder) method() Section {
	s := Section{ID: "method", Heading: "How to read this"}
	var limits []string
	for i := range t.Paths {
		for j := range t.Paths[i].Lines {
			m := t.Paths[i].Lines[j].Margin
			limits = append(limits, "Under "+m.Near.Decimal(2)+" points apart, two totals are about the same. From "+m.Near.Decimal(2)+" to "+m.Noise.Decimal(2)+
				", the service may have changed. Beyond that it has changed by more than scoring noise. "+say.Margin(m))
		}
	}
	read := append(inOrder(limits),
		"Each review is compared with the one before it. Two or three reviews are no trend, and no line is drawn into the future.",
		"Independent reviews and self-audits are never joined into one line, and neither are two scales or two major versions of a scale.",
		"Scores that were found to be wrong are shown as they should have been, and marked.",
		"No score is lower because an action was not done.",
	)
	s.Blocks = Blocks{List{Items: read}}
	if left := t.leftOut(); len(left) > 0 {
		s.Blocks = append(s.Blocks, Group{ID: "left-out", Heading: "Files that are left out", Blocks: Blocks{List{Items: left}}})
	}
	return s
}

func (t *trendBuilder) leftOut() []string {
	var out []string
	name := func(a *fidelity.Assessment) string {
		if t.Name == nil {
			return a.Review().Service.Name + ", " + say.Date(a.Review().Visit.To)
		}
		return t.Name(a)
	}
	for i := range t.Paths {
		for _, l := range t.Paths[i].LeftOut {
			why := "one reviewer's own copy, from before the reviewers agreed"
			if l.Why == compare.SameVisit {
				why = "another file about the same visit is further on"
			}
			out = append(out, name(l.Assessment)+": "+why+".")
		}
	}
	for _, file := range t.Broken {
		out = append(out, file+": it has problems, which fidelity check tells.")
	}
	return out
}
