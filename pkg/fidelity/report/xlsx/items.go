package xlsx

import "github.com/ips-fidelity/fidelity/pkg/fidelity/report"

// drawItems adds what was written about each item, and what the tool says of it
// in words.
func drawItems(b *book) {
	drawGrid(b, grid[report.ScoreRow]{
		sheet: sheetItems, table: "ItemTexts", columns: itemColumns, rows: b.doc.Data.Scores, freeze: 2,
		// One page across would be too small to read. The item is repeated on
		// the second, and the second follows the first.
		paper: paper{landscape: true, wide: 2, titles: "$A:$B,$1:$1"},
		none:  "There are no items in this report.",
	})
}

var itemColumns = []column[report.ScoreRow]{
	{"No.", 6, lookCount, func(r report.ScoreRow) any { return r.Number }},
	{"Item", 24, lookTitle, func(r report.ScoreRow) any { return r.Title }},
	{"Score", 8, lookCount, func(r report.ScoreRow) any { return r.Score }},
	{"How the score came about", 34, lookText, func(r report.ScoreRow) any { return r.Why }},
	{"What we looked at", 28, lookText, func(r report.ScoreRow) any { return r.Evidence }},
	{"What we saw", 38, lookText, func(r report.ScoreRow) any { return r.Saw }},
	{"Our judgement", 34, lookText, func(r report.ScoreRow) any { return r.Judgement }},
	{"Why this score", 24, lookText, func(r report.ScoreRow) any { return r.Because }},
	{"Next score", 33, lookText, func(r report.ScoreRow) any { return r.Next }},
	{"Recommendation", 34, lookText, func(r report.ScoreRow) any { return r.Recommend }},
	{"Kind of remedy", 17, lookText, func(r report.ScoreRow) any { return r.Remedy }},
	{"Who", 16, lookText, func(r report.ScoreRow) any { return r.Who }},
	{"To know", 24, lookText, func(r report.ScoreRow) any { return r.Flags }},
	{"Sources", 20, lookText, func(r report.ScoreRow) any { return r.Sources }},
}
