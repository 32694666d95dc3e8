package report

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// whisker is how far a line reaches to each side of a total, in standard
// errors: lines of two reviews that do not touch differ by more than chance.
const whisker = 1.39

// totals are the totals of a service, a chart for each scale.
func (t *trendBuilder) totals(p *compare.Path) (out Blocks) {
	out = append(out, Paragraph{Role: Lead, Text: t.inShort(p)})
	for _, ref := range refsOf(p) {
		out = append(out, t.totalsOn(p, ref))
	}
	for i := range p.Lines {
		if line := &p.Lines[i]; len(line.Points) > 2 {
			overall := line.Overall()
			out = append(out, Paragraph{Text: "From first to last of the " + kinds(line) + ": " + t.speaker(overall.After.Scale()).Change(&overall)})
		}
	}
	var breaks, corrected []string
	for _, b := range p.Breaks {
		breaks = append(breaks, visitName(p, b.After.Review())+": "+say.Refusal(b.Why, b.Before.Review(), b.After.Review()))
	}
	for i := range p.Lines {
		for _, point := range p.Lines[i].Points {
			for _, c := range point.Corrected {
				corrected = append(corrected, visitName(p, point.Assessment.Review())+", "+t.speaker(point.Assessment.Scale()).Corrected(c))
			}
		}
	}
	if len(breaks) > 0 {
		out = append(out, Group{ID: "breaks-" + p.Service.ID, Heading: "Where the line breaks", Blocks: Blocks{List{Items: breaks}}})
	}
	if len(corrected) > 0 {
		out = append(out, Group{ID: "corrected-" + p.Service.ID, Heading: "Corrected scores", Blocks: Blocks{List{Items: corrected}}})
	}
	return out
}

// inShort says the totals in one sentence for each line.
func (t *trendBuilder) inShort(p *compare.Path) string {
	var parts []string
	for i := range p.Lines {
		line := &p.Lines[i]
		var totals []string
		for _, point := range line.Points {
			totals = append(totals, totalText(point.Total)+" in "+visitName(p, point.Assessment.Review()))
		}
		_, top := line.Points[0].Assessment.Scale().TotalRange()
		text := say.Upper(kinds(line)) + ": " + say.And(totals) + ", out of " + top.Decimal(2) + "."
		if last := len(line.Steps) - 1; last >= 0 {
			text += " Since the one before: " + stepText(&line.Steps[last]) + "."
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}

// stepText is a change in a few words.
func stepText(c *compare.Changed) string {
	if c.Verdict == compare.NoVerdict {
		return "whether it has changed is not known yet"
	}
	return say.Difference(c.ByLow, c.ByHigh) + ", " + say.Verdict(c.Verdict)
}

// kinds names the reviews of a line.
func kinds(line *compare.Line) string {
	one, many := "independent review", "independent reviews"
	if compare.OwnLook(line.Points[0].Assessment.Review().Kind) {
		one, many = "self-audit", "self-audits"
	}
	return say.Count(len(line.Points), one, many)
}

func totalText(t compare.Total) string {
	if t.Settled() {
		return t.Low.Decimal(2)
	}
	return t.Low.Decimal(2) + " to " + t.High.Decimal(2)
}

// refsOf lists the scales of a path, the first one first.
func refsOf(p *compare.Path) []string {
	var refs []string
	for i := range p.Lines {
		refs = append(refs, p.Lines[i].Points[0].Assessment.Scale().Ref())
	}
	return inOrder(refs)
}

// place is a review on its line.
type place struct {
	line *compare.Line
	at   int
}

// placesOn lists the reviews on one scale by time, of whatever kind.
func placesOn(p *compare.Path, ref string) []place {
	var out []place
	for _, a := range p.Reviews {
		for i := range p.Lines {
			for at := range p.Lines[i].Points {
				if p.Lines[i].Points[at].Assessment == a && a.Scale().Ref() == ref {
					out = append(out, place{&p.Lines[i], at})
				}
			}
		}
	}
	return out
}

// totalsOn draws the totals on one scale. A break stands where two neighbours
// are not of the same line.
func (t *trendBuilder) totalsOn(p *compare.Path, ref string) Chart {
	places := placesOn(p, ref)
	first := places[0].line.Points[0].Assessment
	low, high := first.Scale().TotalRange()
	id := p.Service.ID + "-" + first.Scale().ID() + "-" + first.Scale().Major()
	c := Chart{
		ID: "path-" + id, Form: Path, Min: low.Float(), Max: high.Float(), Title: "The total on a line from " + low.Decimal(2) + " to " + high.Decimal(2) + ", with its error",
		Table: Table{ID: "totals-" + id, Caption: "Totals on " + t.speaker(first.Scale()).Words().Title, Sheet: t.sheet("Totals")},
	}
	columns := t.totalColumns(p, places)
	for _, column := range columns {
		c.Table.Columns = append(c.Table.Columns, column.Column)
	}
	c.Ticks = bandMarks(t.speaker(first.Scale()))
	for i, pl := range places {
		row := t.totalRow(p, pl)
		if i > 0 && pl.line != places[i-1].line {
			row.Break = say.Refusal(compare.OtherKind, places[i-1].point().Assessment.Review(), pl.point().Assessment.Review())
		}
		c.Rows = append(c.Rows, row)
		cells := make([]Cell, len(columns))
		for j, column := range columns {
			cells[j] = column.cell(pl)
		}
		c.Table.Rows = append(c.Table.Rows, cells)
	}
	c.Alt = "Each total stands on a line as long as its error, " + say.Number(half(places[0].line.Margin)) + " points to each side."
	for _, pl := range places {
		if !pl.point().Total.Settled() {
			c.Alt += " A total that is still open has a line over all totals that are possible."
			break
		}
	}
	if slices.ContainsFunc(c.Rows, func(row ChartRow) bool { return row.Break != "" }) {
		c.Alt += " Totals of two kinds of review are not joined."
	}
	return c
}

// half is the length of a whisker, as a number to be written.
func half(m compare.Margin) fidelity.Number {
	n, _ := m.SEM.Mul(fidelity.Int(139)).Div(fidelity.Int(100))
	return n
}

func (p place) point() *compare.Point { return &p.line.Points[p.at] }

// totalRow draws a total with its error, or the totals that are possible.
func (t *trendBuilder) totalRow(p *compare.Path, pl place) ChartRow {
	point := pl.point()
	row := ChartRow{Label: visitName(p, point.Assessment.Review()), Text: totalText(point.Total)}
	if len(p.Lines) > 1 {
		row.Label += ", " + say.Lower(KindWords(point.Assessment.Review().Kind))
	}
	if wasCorrected(point) {
		row.Text += " (corrected)"
	}
	row.drawTotal(point.Assessment.Scale(), point.Total, pl.line.Margin)
	return row
}

func wasCorrected(point *compare.Point) bool {
	return totalText(point.Written) != totalText(point.Total)
}

// totalColumn is a column of the table of totals, and what it says of a review.
type totalColumn struct {
	Column
	cell func(place) Cell
}

// totalColumns leaves out what would be the same, or empty, for every review.
func (t *trendBuilder) totalColumns(p *compare.Path, places []place) []totalColumn {
	text := func(of func(place) string) func(place) Cell {
		return func(pl place) Cell { return Cell{Text: of(pl)} }
	}
	columns := []totalColumn{{Column{Head: "Visit", Weight: 4, Header: true}, text(func(pl place) string { return visitName(p, pl.point().Assessment.Review()) })}}
	kinds, corrected := map[fidelity.ReviewKind]bool{}, false
	for _, pl := range places {
		kinds[pl.point().Assessment.Review().Kind] = true
		corrected = corrected || wasCorrected(pl.point())
	}
	if len(kinds) > 1 {
		columns = append(columns, totalColumn{Column{Head: "Kind", Weight: 4}, text(func(pl place) string { return KindWords(pl.point().Assessment.Review().Kind) })})
	}
	columns = append(columns, totalColumn{Column{Head: "Total", Weight: 3}, func(pl place) Cell { return totalCell(pl.point().Total) }})
	if corrected {
		columns = append(columns, totalColumn{Column{Head: "At the time", Weight: 3}, func(pl place) Cell { return totalCell(pl.point().Written) }})
	}
	return append(columns,
		totalColumn{Column{Head: "Band", Weight: 4}, text(func(pl place) string { return t.bandOf(pl.point()) })},
		totalColumn{Column{Head: "Points since", Weight: 3}, text(func(pl place) string {
			if pl.at == 0 {
				return ""
			}
			return say.Signed(pl.line.Steps[pl.at-1].ByLow, pl.line.Steps[pl.at-1].ByHigh)
		})},
		totalColumn{Column{Head: "In words", Weight: 6}, text(func(pl place) string {
			if pl.at == 0 {
				return "the first here"
			}
			return say.Verdict(pl.line.Steps[pl.at-1].Verdict)
		})},
	)
}

func totalCell(total compare.Total) Cell {
	cell := Cell{Text: totalText(total)}
	if total.Settled() {
		n := total.Low.Float()
		cell.Number = &n
	}
	return cell
}

func (t *trendBuilder) bandOf(point *compare.Point) string {
	switch scale := point.Assessment.Scale(); {
	case len(scale.Bands()) == 0:
		return ""
	case point.Total.Band >= 0:
		return t.speaker(scale).Band(point.Total.Band)
	}
	return "still open"
}
