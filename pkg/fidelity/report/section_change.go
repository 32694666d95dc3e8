package report

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// lookBack compares the review with the ones before it.
func (b *builder) lookBack(in Input) {
	compared := func(before *fidelity.Assessment) *compare.Changed {
		if before == nil {
			return nil
		}
		c := compare.Change(before, b.a, in.Compare)
		return &c
	}
	b.followed = compared(in.Before)
	if b.changed = compared(in.LastScored); b.changed == nil {
		b.changed = b.followed
	}
}

// sinceLastTime is the change of the total, for the first page.
func (b *builder) sinceLastTime() string {
	if b.changed == nil {
		return ""
	}
	return b.say.Change(b.changed)
}

// change says what moved since the last review.
func (b *builder) change() Section {
	s := Section{ID: "change", Heading: "What moved since the last review"}
	if b.changed == nil {
		return s
	}
	if b.changed != b.followed && b.followed != nil {
		s.Blocks = append(s.Blocks, Paragraph{Text: say.Refusal(b.followed.Refusal, b.followed.Before.Review(), b.review) +
			" It is compared with the last " + say.Lower(KindWords(b.changed.Before.Review().Kind)) + " instead."})
	}
	s.Blocks = append(s.Blocks, Paragraph{Role: Lead, Text: b.say.Change(b.changed)})
	if b.changed.Refusal != compare.Comparable {
		return s
	}
	s.Blocks = append(s.Blocks, Paragraph{Text: b.itemsMoved()})
	if chart := b.thenAndNow(); len(chart.Rows) > 0 {
		s.Blocks = append(s.Blocks, chart)
	}
	s.Blocks = append(s.Blocks, b.corrections()...)
	s.Blocks = append(s.Blocks, Paragraph{Role: Note, Text: say.Margin(b.changed.Margin) +
		" Two reviewers can fairly differ by a point on an item, so one point on one item says little."})
	return s
}

// itemsMoved counts which way the items went.
func (b *builder) itemsMoved() string {
	up, down := b.changed.Moved()
	open := 0
	for _, item := range b.changed.Items {
		if item.Move == compare.Unclear {
			open++
		}
	}
	same := len(b.changed.Items) - len(up) - len(down) - open
	var parts []string
	for _, p := range []struct {
		n    int
		text string
	}{{len(up), "scored higher"}, {len(down), "scored lower"}, {same, "stayed the same"}, {open, "cannot be told yet"}} {
		if p.n > 0 {
			parts = append(parts, strconv.Itoa(p.n)+" "+p.text)
		}
	}
	return "Of " + say.Count(len(b.changed.Items), "item", "items") + ", " + say.And(parts) + "."
}

// thenAndNow draws the items that moved, or may have, those that fell first.
func (b *builder) thenAndNow() Chart {
	scores := b.scale.Scores()
	c := Chart{
		ID: "then-and-now", Form: Dots, Min: float64(scores.Min), Max: float64(scores.Max),
		Title: "Items with another score than in " + say.When(b.changed.Before.Review(), b.review),
		Table: Table{ID: "then-and-now-scores", Caption: "Then and now", Sheet: "Change", Columns: []Column{
			{Head: "No.", Weight: 1, Right: true},
			{Head: "Item", Weight: 7, Header: true},
			{Head: "Then", Weight: 3},
			{Head: "Now", Weight: 3},
			{Head: "Change", Weight: 4},
		}},
	}
	c.Ticks = scoreMarks(scores)
	up, down := b.changed.Moved()
	for _, items := range [][]compare.ItemChange{down, up, b.unclear()} {
		for _, item := range items {
			c.add(b, item)
		}
	}
	c.Alt = say.Count(len(c.Rows), "item has", "items have") + " another score than then, or may have; those that fell come first."
	return c
}

func (b *builder) unclear() (out []compare.ItemChange) {
	for _, item := range b.changed.Items {
		if item.Move == compare.Unclear {
			out = append(out, item)
		}
	}
	return out
}

// add puts an item into the chart of then and now. What is open has no dot.
func (c *Chart) add(b *builder, item compare.ItemChange) {
	then := say.Span(item.Then)
	if item.Corrected {
		then += " (corrected)"
	}
	row := ChartRow{Label: b.numbered(item.Item), Text: then + " then, " + say.Span(item.Now) + " now"}
	if item.Then.Settled() {
		at := float64(item.Then.Low)
		row.Before = &at
	}
	if item.Now.Settled() {
		at := float64(item.Now.Low)
		row.Value = &at
	}
	c.Rows = append(c.Rows, row)
	c.Table.Rows = append(c.Table.Rows, []Cell{
		{Text: strconv.Itoa(b.scale.Items()[item.Item].Number)},
		{Text: b.say.Title(item.Item), Link: itemAnchor(b.scale.Items()[item.Item].ID, b.reader)},
		{Text: then},
		{Text: say.Span(item.Now)},
		{Text: say.Move(item)},
	})
}

// corrections tells openly which past scores were wrong.
func (b *builder) corrections() Blocks {
	if len(b.changed.Corrected) == 0 {
		return nil
	}
	var items []string
	for _, c := range b.changed.Corrected {
		items = append(items, b.say.Corrected(c))
	}
	return Blocks{Group{ID: "corrected", Heading: "Corrected scores of the last review", Blocks: Blocks{List{Items: items}}}}
}

// lastTime is the score of an item in the review that this one is compared
// with.
func (b *builder) lastTime(i int) string {
	if b.changed == nil || b.changed.Refusal != compare.Comparable {
		return ""
	}
	for _, item := range b.changed.Items {
		if item.Item == i {
			text := say.Span(item.Then) + " in " + say.When(b.changed.Before.Review(), b.review)
			if item.Corrected {
				text += " (corrected)"
			}
			return text
		}
	}
	return ""
}
