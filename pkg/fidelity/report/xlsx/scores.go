package xlsx

import "github.com/ips-fidelity/fidelity/pkg/fidelity/report"

// drawScores adds the items in the scale's order with everything that was
// written about them.
func drawScores(b *book) {
	drawGrid(b, grid[report.ScoreRow]{
		sheet: sheetScores, table: "ItemScores", columns: scoreColumns, rows: b.doc.Data.Scores, freeze: 2,
		// One page across would be too small to read. The item is repeated on
		// the second, and the second follows the first.
		paper: paper{landscape: true, wide: 2, titles: "$A:$B,$1:$1"},
		none:  "There are no items in this report.",
	})
}

var scoreColumns = []column[report.ScoreRow]{
	{"No.", 6, lookCount, func(r report.ScoreRow) any { return r.Number }},
	{"Item", 25, lookTitle, func(r report.ScoreRow) any { return r.Title }},
	{"Section", 15, lookText, func(r report.ScoreRow) any { return r.Section }},
	{"Score", 8, lookCount, func(r report.ScoreRow) any { return r.Score }},
	{"Strip", 10, lookShort, func(r report.ScoreRow) any { return strip(r) }},
	{"Suggested", 12.5, lookCount, func(r report.ScoreRow) any { return r.Suggested }},
	{"Lowest", 9.5, lookCount, func(r report.ScoreRow) any { return r.Low }},
	{"Highest", 9.5, lookCount, func(r report.ScoreRow) any { return r.High }},
	{"State", 11, lookShort, func(r report.ScoreRow) any { return r.State }},
	{"Why", 34, lookText, func(r report.ScoreRow) any { return r.Why }},
	{"Evidence", 27, lookText, func(r report.ScoreRow) any { return r.Evidence }},
	{"Next step", 33, lookText, func(r report.ScoreRow) any { return r.Next }},
	{"What we saw", 38, lookText, func(r report.ScoreRow) any { return r.Saw }},
	{"Our judgement", 34, lookText, func(r report.ScoreRow) any { return r.Judgement }},
	{"Reason for a different score", 24, lookText, func(r report.ScoreRow) any { return r.Because }},
	{"Recommendation", 34, lookText, func(r report.ScoreRow) any { return r.Recommend }},
	{"Notes", 22, lookText, func(r report.ScoreRow) any { return r.Flags }},
	{"Sources", 22, lookText, func(r report.ScoreRow) any { return r.Sources }},
}

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
	columns := append([]column[report.ScoreRow]{
		{"service", 30, lookRow, func(report.ScoreRow) any { return doc.Service }},
		{"visit", 19, lookRowDate, func(report.ScoreRow) any { return isoDate(doc.Date) }},
		{"kind", 19, lookRow, func(report.ScoreRow) any { return doc.Kind }},
		{"stage", 10, lookRow, func(report.ScoreRow) any { return doc.Stage }},
	}, tidyColumns...)
	drawGrid(b, grid[report.ScoreRow]{
		sheet: sheetData, table: "TidyScores", columns: columns, rows: doc.Data.Scores,
		paper: paper{landscape: true, wide: 1, titles: "$1:$1"},
	})
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
}
