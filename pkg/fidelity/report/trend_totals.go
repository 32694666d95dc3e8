package report

import (
	"math"
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
			text += " Since the one before: " + say.Difference(line.Steps[last].ByLow, line.Steps[last].ByHigh) + ", " + say.Verdict(line.Steps[last].Verdict) + "."
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
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
		ID: "path-" + id, Form: Path, Min: low.Float(), Max: high.Float(), Title: p.Service.Name + ", total from " + low.Decimal(2) + " to " + high.Decimal(2),
		Table: Table{ID: "totals-" + id, Caption: "Totals on " + t.speaker(first.Scale()).Words().Title, Sheet: t.sheet("Totals"), Columns: []Column{
			{Head: "Visit", Weight: 4, Header: true},
			{Head: "Kind", Weight: 4},
			{Head: "Total", Weight: 4},
			{Head: "Band", Weight: 4},
			{Head: "Since the one before", Weight: 5},
			{Head: "In words", Weight: 5},
		}},
	}
	speaker := t.speaker(first.Scale())
	for i, band := range first.Scale().Bands() {
		c.Ticks = append(c.Ticks, Mark{From: band.From.Float(), Label: say.Upper(speaker.BandShort(i))})
	}
	for i, pl := range places {
		row := t.totalRow(p, pl)
		if i > 0 && pl.line != places[i-1].line {
			row.Break = say.Refusal(compare.OtherKind, places[i-1].point().Assessment.Review(), pl.point().Assessment.Review())
		}
		c.Rows = append(c.Rows, row)
		c.Table.Rows = append(c.Table.Rows, t.totalCells(p, pl))
	}
	c.Alt = "Each total stands on a line as long as its error, " + errorWords(places[0].line.Margin) + " to each side. Totals of different kinds are not joined."
	return c
}

func errorWords(m compare.Margin) string {
	return say.Number(half(m)) + " points"
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
	r := point.Assessment.Review()
	min, max := point.Assessment.Scale().TotalRange()
	low, high := point.Total.Low.Float(), point.Total.High.Float()
	row := ChartRow{Label: visitName(p, r) + ", " + say.Lower(KindWords(r.Kind)), Text: written(point)}
	if point.Total.Settled() {
		value, reach := low, whisker*pl.line.Margin.SEM.Float()
		row.Value, low, high = &value, low-reach, high+reach
	}
	low, high = math.Max(low, min.Float()), math.Min(high, max.Float())
	row.Low, row.High = &low, &high
	return row
}

// written is a total, and openly what stood there at the time.
func written(point *compare.Point) string {
	text := totalText(point.Total)
	if totalText(point.Written) != text {
		text += " (corrected; " + totalText(point.Written) + " at the time)"
	}
	return text
}

func (t *trendBuilder) totalCells(p *compare.Path, pl place) []Cell {
	point := pl.point()
	r := point.Assessment.Review()
	band, since, verdict := "still open", "", ""
	if b := point.Total.Band; b >= 0 {
		band = t.speaker(point.Assessment.Scale()).Band(b)
	} else if len(point.Assessment.Scale().Bands()) == 0 {
		band = ""
	}
	if pl.at > 0 {
		step := &pl.line.Steps[pl.at-1]
		since = say.Upper(say.Difference(step.ByLow, step.ByHigh)) + " than in " + visitName(p, step.Before.Review())
		if step.ByLow.Sign() == 0 && step.ByHigh.Sign() == 0 {
			since = "The same total as in " + visitName(p, step.Before.Review())
		}
		verdict = say.Upper(say.Verdict(step.Verdict))
	}
	total := Cell{Text: written(point)}
	if point.Total.Settled() && total.Text == totalText(point.Total) {
		n := point.Total.Low.Float()
		total.Number = &n
	}
	return []Cell{{Text: visitName(p, r)}, {Text: KindWords(r.Kind)}, total, {Text: band}, {Text: since}, {Text: verdict}}
}
