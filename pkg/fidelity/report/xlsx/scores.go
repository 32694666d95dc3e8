package xlsx

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// The columns of the scores that charts and formulas read. Other programs find
// columns by their headings, charts by their letters.
const (
	itemColumn    = 2
	sectionColumn = 3
	scoreColumn   = 4
	rightOfChart  = 7 // the columns before it are wider than a chart
)

// drawScores adds the items in the scale's order with their scores, and charts
// of them below.
func drawScores(b *book) {
	rows := b.doc.Data.Scores
	columns := slices.Clone(scoreColumns)
	if at := columnOfLast(rows); at > 0 {
		columns = slices.Insert(columns, at-1, lastColumn)
	} else {
		columns[itemColumn-1].width += lastColumn.width
	}
	digits := 0.0
	for _, c := range columns {
		digits += c.width
	}
	s := drawGrid(b, grid[report.ScoreRow]{
		sheet: sheetScores, table: "ItemScores", columns: columns, rows: rows, freeze: 2,
		paper: paper{landscape: true, percent: percentFor(digits), titles: "$1:$1"},
		none:  "There are no items in this report.",
	})
	if len(rows) > 0 {
		s.bars(scoreColumn, len(rows), most(rows))
	}
}

// columnOfLast is the place of last time among the columns of the scores, and 0
// where there is no review to compare with.
func columnOfLast(rows []report.ScoreRow) int {
	if slices.ContainsFunc(rows, func(r report.ScoreRow) bool { return r.LastTime != "" }) {
		return len(scoreColumns)
	}
	return 0
}

// most is the highest score of the scale.
func most(rows []report.ScoreRow) int {
	high := 0
	for _, r := range rows {
		high = max(high, r.Max)
	}
	return high
}

var scoreColumns = []column[report.ScoreRow]{
	{"No.", 6, lookCount, func(r report.ScoreRow) any { return r.Number }},
	{"Item", 36, lookTitle, func(r report.ScoreRow) any { return r.Title }},
	{"Section", 14, lookText, func(r report.ScoreRow) any { return r.Section }},
	{"Score", 9, lookCount, func(r report.ScoreRow) any { return r.Score }},
	{"Strip", 10, lookShort, func(r report.ScoreRow) any { return strip(r) }},
	{"Suggested", 12.5, lookCount, func(r report.ScoreRow) any { return r.Suggested }},
	{"Lowest", 9.5, lookCount, func(r report.ScoreRow) any { return r.Low }},
	{"Highest", 9.5, lookCount, func(r report.ScoreRow) any { return r.High }},
	{"State", 12, lookShort, func(r report.ScoreRow) any { return r.State }},
	{"Strength of evidence", 12.5, lookShort, func(r report.ScoreRow) any { return r.Strength }},
	{"What it rests on", 42, lookText, func(r report.ScoreRow) any { return r.Rests }},
}

// lastColumn is there where there is a review to compare with.
var lastColumn = column[report.ScoreRow]{"Last time", 9, lookCount, func(r report.ScoreRow) any {
	if r.Last == nil {
		return r.LastTime
	}
	return r.Last
}}
