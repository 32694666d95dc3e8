package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// scores lists all items by section, then the sections and the principles.
func (b *builder) scores() Section {
	s := Section{ID: "scores", Heading: "Scores"}
	if chart := b.sectionBars(); len(chart.Rows) > 1 {
		s.Blocks = append(s.Blocks, chart)
	}
	for i, id := range b.scale.Definition().Sections {
		sub := b.a.Sections[i]
		t := Table{ID: "scores-" + id, Caption: b.say.Section(id) + ": " + say.Total(sub) + " of " + sub.Max.Decimal(2), Columns: []Column{
			{Head: "No.", Weight: 1, Right: true},
			{Head: "Item", Weight: 6, Header: true},
			{Head: "Score", Weight: 4},
			{Head: "What it rests on", Weight: 9},
		}}
		for j := range b.scale.Items() {
			if def := &b.scale.Items()[j]; def.Section == id {
				t.Rows = append(t.Rows, []Cell{
					{Text: strconv.Itoa(def.Number)},
					{Text: b.say.Title(j), Link: itemAnchor(def.ID, b.reader)},
					{Text: b.say.ScoreWords(b.a, j), Boxes: b.boxes(j)},
					{Text: say.Upper(b.say.ShortEvidence(b.a, j))},
				})
			}
		}
		s.Blocks = append(s.Blocks, t)
	}
	if p := b.principles(); len(p.Rows) > 0 {
		s.Blocks = append(s.Blocks, p)
	}
	return s
}

// sectionBars draws the mean score of each section, so that sections of
// different length can be told by one look.
func (b *builder) sectionBars() Chart {
	scores := b.scale.Scores()
	c := Chart{
		ID: "section-means", Title: "Mean score of each section", Form: Bars, Min: float64(scores.Min), Max: float64(scores.Max),
		Table: Table{ID: "section-means-table", Caption: "Mean score of each section", Columns: []Column{
			{Head: "Section", Weight: 5, Header: true}, {Head: "Score", Weight: 3, Right: true}, {Head: "Mean of an item", Weight: 3, Right: true},
		}},
	}
	c.Ticks = scoreMarks(scores)
	for i, id := range b.scale.Definition().Sections {
		sub := b.a.Sections[i]
		if sub.Of == 0 {
			continue
		}
		total := say.Total(sub) + " of " + sub.Max.Decimal(2)
		low, high := b.meanOf(sub.Low, sub), b.meanOf(sub.High, sub)
		row := ChartRow{Label: b.say.Section(id), Text: total, Low: &low, High: &high}
		mean := strconv.FormatFloat(low, 'f', 1, 64)
		if sub.Complete() {
			row.Value, row.Low, row.High = &low, nil, nil
		} else {
			mean += " to " + strconv.FormatFloat(high, 'f', 1, 64)
		}
		c.Rows = append(c.Rows, row)
		c.Alt += b.say.Section(id) + ": " + total + ", a mean of " + mean + ". "
		c.Table.Rows = append(c.Table.Rows, []Cell{{Text: b.say.Section(id)}, {Text: total}, {Text: mean}})
	}
	c.Alt = strings.TrimSpace(c.Alt)
	return c
}

// meanOf is the score of one item on average: a section adds scores up, or is
// their mean already.
func (b *builder) meanOf(score fidelity.Number, sub fidelity.Subtotal) float64 {
	if b.scale.Definition().Total == fidelity.Mean {
		return score.Float()
	}
	return score.Float() / float64(sub.Of)
}

// itemAnchor is where an item is told in full, in copies that do so.
func itemAnchor(id string, reader Reader) string {
	if reader == Full || reader == Team {
		return "item-" + id
	}
	return ""
}

// boxes draws the score of an item, or the range that is still possible.
func (b *builder) boxes(i int) *Boxes {
	it, scores := &b.a.Items[i], b.scale.Scores()
	box := &Boxes{Min: scores.Min, Max: scores.Max, Low: it.Low, High: it.High}
	switch {
	case it.State != fidelity.Open:
		box.Low, box.High = it.Score, it.Score
	case b.review.Findings[i].Rating.Decided():
		box.Low, box.High = scores.Min, scores.Max
	}
	return box
}

func (b *builder) principles() Table {
	t := Table{
		ID: "principles", Caption: "Principles, as an indication; they are no part of the scale",
		Columns: []Column{{Head: "Principle", Weight: 8, Header: true}, {Head: "Items", Weight: 2, Right: true}, {Head: "Mean score", Weight: 3, Right: true}},
	}
	for i, p := range b.scale.Definition().Principles {
		mean := b.a.Principles[i]
		text := "not all scored"
		if mean.Known {
			text = mean.Mean.Decimal(1)
		} else if mean.Items == 0 {
			text = "no item of its own"
		}
		t.Rows = append(t.Rows, []Cell{{Text: b.say.Principle(p.ID)}, {Text: strconv.Itoa(mean.Items)}, {Text: text}})
	}
	return t
}

// moves names the steps that take least.
func (b *builder) moves() Section {
	s := Section{ID: "moves", Heading: "What would move the score most easily"}
	t := Table{ID: "nearest", Caption: "Items one step away, the smallest changes first", Columns: []Column{
		{Head: "Item", Weight: 5, Header: true}, {Head: "Step", Weight: 2}, {Head: "What it takes", Weight: 10},
	}}
	for _, step := range plan.Nearest(b.a, 6) {
		t.Rows = append(t.Rows, []Cell{
			{Text: b.numbered(step.Item)},
			{Text: strconv.Itoa(step.From) + " to " + strconv.Itoa(step.To)},
			{Text: b.takes(step.Item)},
		})
	}
	if len(t.Rows) == 0 {
		return s
	}
	text := "The steps are worked out from the scale's own rules. Which of them matter most to people is for the team to say."
	if b.a.Review().Kept != nil {
		text += " " + stepsTakenOut
	}
	s.Blocks = Blocks{t, Paragraph{Role: Note, Text: text}}
	return s
}

// stepsTakenOut says of a stripped review which steps it cannot tell.
const stepsTakenOut = "Steps of items that rest on answers or on single rows are not listed: those were taken out of this file."

// numbered returns the item's number and title.
func (b *builder) numbered(i int) string {
	return strconv.Itoa(b.scale.Items()[i].Number) + " " + b.say.Title(i)
}
