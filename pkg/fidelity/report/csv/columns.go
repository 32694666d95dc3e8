package csv

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// column is a column of the file: its heading, and what it holds for an item.
type column struct {
	head string
	cell func(doc *report.Document, row report.ScoreRow) string
}

// columns are the columns in their order. Heading and cell stand together so
// that neither can be moved without the other.
var columns = []column{
	{"service", text(func(d *report.Document, _ report.ScoreRow) string { return d.Service })},
	{"visit", text(func(d *report.Document, _ report.ScoreRow) string { return d.Date })},
	{"kind", text(func(d *report.Document, _ report.ScoreRow) string { return d.Kind })},
	{"stage", text(func(d *report.Document, _ report.ScoreRow) string { return d.Stage })},
	{"number", number(func(r report.ScoreRow) *int { return &r.Number })},
	{"item", ofItem(func(r report.ScoreRow) string { return r.Item })},
	{"title", ofItem(func(r report.ScoreRow) string { return r.Title })},
	{"section", ofItem(func(r report.ScoreRow) string { return r.Section })},
	{"state", ofItem(func(r report.ScoreRow) string { return r.State })},
	{"score", number(func(r report.ScoreRow) *int { return r.Score })},
	{"suggested", number(func(r report.ScoreRow) *int { return r.Suggested })},
	{"low", number(func(r report.ScoreRow) *int { return &r.Low })},
	{"high", number(func(r report.ScoreRow) *int { return &r.High })},
	{"max", number(func(r report.ScoreRow) *int { return &r.Max })},
	{"why", ofItem(func(r report.ScoreRow) string { return r.Why })},
	{"evidence", ofItem(func(r report.ScoreRow) string { return r.Evidence })},
	{"saw", ofItem(func(r report.ScoreRow) string { return r.Saw })},
	{"judgement", ofItem(func(r report.ScoreRow) string { return r.Judgement })},
	{"because", ofItem(func(r report.ScoreRow) string { return r.Because })},
	{"next", ofItem(func(r report.ScoreRow) string { return r.Next })},
	{"recommend", ofItem(func(r report.ScoreRow) string { return r.Recommend })},
	{"flags", ofItem(func(r report.ScoreRow) string { return r.Flags })},
	{"sources", ofItem(func(r report.ScoreRow) string { return r.Sources })},
}

func headings() []string {
	heads := make([]string, len(columns))
	for i, c := range columns {
		heads[i] = c.head
	}
	return heads
}

func cells(doc *report.Document, row report.ScoreRow) []string {
	cells := make([]string, len(columns))
	for i, c := range columns {
		cells[i] = c.cell(doc, row)
	}
	return cells
}

// text makes a cell of a text, which is guarded.
func text(of func(*report.Document, report.ScoreRow) string) func(*report.Document, report.ScoreRow) string {
	return func(doc *report.Document, row report.ScoreRow) string { return guard(of(doc, row)) }
}

func ofItem(of func(report.ScoreRow) string) func(*report.Document, report.ScoreRow) string {
	return text(func(_ *report.Document, row report.ScoreRow) string { return of(row) })
}

// number makes a cell of a number, which is never guarded: an apostrophe would
// make a text of it. One that is not there gives an empty cell.
func number(of func(report.ScoreRow) *int) func(*report.Document, report.ScoreRow) string {
	return func(_ *report.Document, row report.ScoreRow) string {
		n := of(row)
		if n == nil {
			return ""
		}
		return strconv.Itoa(*n)
	}
}
