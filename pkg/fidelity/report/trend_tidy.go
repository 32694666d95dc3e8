package report

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
)

// tidy is a row for each review and item, for other programs. Columns keep
// their names and their order; new ones go to the end.
func (t *trendBuilder) tidy() *Table {
	out := &Table{ID: "tidy", Caption: "Scores over time"}
	for _, head := range []string{
		"service", "name", "visit", "kind", "stage", "scale", "number", "item", "title", "score", "low", "high",
		"written", "change", "total_low", "total_high", "band",
	} {
		out.Columns = append(out.Columns, Column{Head: head, Weight: 1})
	}
	for i := range t.Paths {
		p := &t.Paths[i]
		for l := range p.Lines {
			for at := range p.Lines[l].Points {
				out.Rows = append(out.Rows, t.tidyRows(place{&p.Lines[l], at})...)
			}
		}
	}
	return out
}

func (t *trendBuilder) tidyRows(pl place) (rows [][]Cell) {
	point := pl.point()
	r, scale := point.Assessment.Review(), point.Assessment.Scale()
	speaker := t.speaker(scale)
	band := ""
	if point.Total.Band >= 0 {
		band = scale.Bands()[point.Total.Band].ID
	}
	for i, def := range scale.Items() {
		span := point.Spans[i]
		score, change, then := Cell{}, Cell{}, Cell{}
		if span.Settled() {
			score = whole(span.Low)
		}
		if at := compare.SpanOf(point.Assessment, i); at.Settled() {
			then = whole(at.Low)
		}
		if pl.at > 0 {
			before := pl.line.Points[pl.at-1].Spans[i]
			if before.Settled() && span.Settled() {
				change = whole(span.Low - before.Low)
			}
		}
		rows = append(rows, []Cell{
			{Text: r.Service.ID},
			{Text: r.Service.Name},
			{Text: r.Visit.To.String()},
			{Text: string(r.Kind)},
			{Text: string(r.Stage)},
			{Text: scale.Ref()},
			whole(def.Number),
			{Text: def.ID},
			{Text: speaker.Title(i)},
			score, whole(span.Low), whole(span.High),
			then, change, exactly(point.Total.Low), exactly(point.Total.High),
			{Text: band},
		})
	}
	return rows
}

func whole(n int) Cell {
	f := float64(n)
	return Cell{Text: strconv.Itoa(n), Number: &f}
}

func exactly(n fidelity.Number) Cell {
	f := n.RoundTo(4).Float()
	return Cell{Text: n.Decimal(4), Number: &f}
}
