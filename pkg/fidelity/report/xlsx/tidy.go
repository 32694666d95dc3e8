package xlsx

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// drawTidy adds the scores once more, for programs: headings that never
// change, ids beside the titles, one line a row. The service and the visit
// stand in each row, so that the rows of several workbooks can be put
// together.
func drawTidy(b *book) {
	doc := b.doc
	if doc.Data.Tidy != nil {
		drawTable(b, doc.Data.Tidy, sheetData, "Tidy", tidyLook)
		return
	}
	columns := append(visitColumns(doc), tidyColumns...)
	drawGrid(b, grid[report.ScoreRow]{
		sheet: sheetData, table: "TidyScores", columns: columns, rows: doc.Data.Scores,
		paper: paper{landscape: true, wide: 1, titles: "$1:$1"},
	})
}

// visitColumns say in every row where it comes from.
func visitColumns(doc *report.Document) []column[report.ScoreRow] {
	return []column[report.ScoreRow]{
		{"service", 30, lookRow, func(report.ScoreRow) any { return doc.Service }},
		{"visit", 19, lookRowDate, func(report.ScoreRow) any { return isoDate(doc.Date) }},
		{"kind", 19, lookRow, func(report.ScoreRow) any { return doc.Kind }},
		{"stage", 10, lookRow, func(report.ScoreRow) any { return doc.Stage }},
	}
}

// tidyColumn is the place of a column of the tidy rows, from 1.
func tidyColumn(head string) int {
	before := len(visitColumns(nil))
	return 1 + before + slices.IndexFunc(tidyColumns, func(c column[report.ScoreRow]) bool { return c.head == head })
}

var tidyColumns = []column[report.ScoreRow]{
	{"number", 10.5, lookRowCount, func(r report.ScoreRow) any { return r.Number }},
	{"item", 27, lookRow, func(r report.ScoreRow) any { return r.Item }},
	{"title", 34, lookRow, func(r report.ScoreRow) any { return r.Title }},
	{"section", 16, lookRow, func(r report.ScoreRow) any { return r.Section }},
	{"state", 11, lookRow, func(r report.ScoreRow) any { return r.State }},
	{"score", 9, lookRowCount, func(r report.ScoreRow) any { return r.Score }},
	{"suggested", 12.5, lookRowCount, func(r report.ScoreRow) any { return r.Suggested }},
	{"low", 8, lookRowCount, func(r report.ScoreRow) any { return r.Low }},
	{"high", 8, lookRowCount, func(r report.ScoreRow) any { return r.High }},
	{"max", 8, lookRowCount, func(r report.ScoreRow) any { return r.Max }},
	{"flags", 36, lookRow, func(r report.ScoreRow) any { return r.Flags }},
	{"strength", 11, lookRow, func(r report.ScoreRow) any { return r.Strength }},
	{"last", 8, lookRowCount, func(r report.ScoreRow) any { return r.Last }},
	{"open_from", 12.5, lookRowCount, func(r report.ScoreRow) any { return r.OpenFrom }},
	{"open_to", 11, lookRowCount, func(r report.ScoreRow) any { return r.OpenTo }},
}
