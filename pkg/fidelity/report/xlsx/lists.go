package xlsx

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// listPaper is the layout of the tables that fit on one page across.
var listPaper = paper{landscape: true, wide: 1, titles: "$1:$1"}

// drawEvidence adds what was measured, item by item.
func drawEvidence(b *book) {
	drawGrid(b, grid[report.MeasureRow]{
		sheet: sheetEvidence, table: "Evidence", columns: measureColumns, rows: b.doc.Data.Measures, freeze: 2,
		paper: listPaper, none: "There are no measures in this report.",
	})
}

var measureColumns = []column[report.MeasureRow]{
	{"No.", 6, lookCount, func(r report.MeasureRow) any { return r.Number }},
	{"Item", 28, lookTitle, func(r report.MeasureRow) any { return r.Title }},
	{"Row", 9, lookText, func(r report.MeasureRow) any { return r.Row }},
	{"Measure", 27, lookText, func(r report.MeasureRow) any { return r.Measure }},
	{"Value", 12, lookValue, func(r report.MeasureRow) any { return r.Value }},
	{"Unit", 22, lookText, func(r report.MeasureRow) any { return r.Unit }},
	{"Base", 11, lookValue, func(r report.MeasureRow) any { return r.Base }},
	{"Used", 8, lookCount, func(r report.MeasureRow) any { return some(r.Used, r.Of) }},
	{"Out of", 8, lookCount, func(r report.MeasureRow) any { return some(r.Of, r.Of) }},
	{"In words", 44, lookText, func(r report.MeasureRow) any { return r.Text }},
}

// drawActions adds the team's action plan in the shape that staff know: what,
// who and when come first.
func drawActions(b *book) {
	rows := b.doc.Data.Actions
	s := drawGrid(b, grid[report.ActionRow]{
		sheet: sheetActions, table: "Actions", columns: actionColumns, rows: rows, freeze: 1,
		paper: listPaper, none: "There are no actions in this report.",
	})
	s.struck(statusColumn, len(actionColumns), max(len(rows), 1))
	s.statuses(statusColumn, max(len(rows), 1))
}

// statusColumn is the place of the status among the columns of the actions.
const statusColumn = 7

var actionColumns = []column[report.ActionRow]{
	{"What", 46, lookTitle, func(r report.ActionRow) any { return r.What }},
	{"Who", 18, lookText, func(r report.ActionRow) any { return r.Who }},
	{"When", 19, lookDate, func(r report.ActionRow) any { return isoDate(r.When) }},
	{"Item no.", 8, lookCount, func(r report.ActionRow) any { return some(r.Number, r.Number) }},
	{"Item", 25, lookText, func(r report.ActionRow) any { return r.Title }},
	{"Aim", 8, lookCount, func(r report.ActionRow) any { return r.Aim }},
	{"Status", 14, lookText, func(r report.ActionRow) any { return r.Status }},
	{"Measure of success", 26, lookText, func(r report.ActionRow) any { return r.Measure }},
	{"Kind of remedy", 17, lookText, func(r report.ActionRow) any { return r.Remedy }},
	{"Outcome", 26, lookText, func(r report.ActionRow) any { return r.Outcome }},
}

// drawNeeds adds what the next score of each item needs.
func drawNeeds(b *book) {
	drawGrid(b, grid[report.NeedRow]{
		sheet: sheetNeeds, table: "NextSteps", columns: needColumns, rows: b.doc.Data.Needs, freeze: 2,
		paper: listPaper, none: "There are no next steps in this report.",
	})
}

var needColumns = []column[report.NeedRow]{
	{"No.", 6, lookCount, func(r report.NeedRow) any { return r.Number }},
	{"Item", 32, lookTitle, func(r report.NeedRow) any { return r.Title }},
	{"From", 8, lookCount, func(r report.NeedRow) any { return r.From }},
	{"To", 7, lookCount, func(r report.NeedRow) any { return r.To }},
	{"What it needs", 72, lookText, func(r report.NeedRow) any { return r.Need }},
	{"How many are needed", 20, lookText, func(r report.NeedRow) any { return needed(r.Choose, r.Of) }},
}

// needed says how many of an item's needs do.
func needed(choose, of int) string {
	switch {
	case of < 1 || choose < 1 || choose > of:
		return ""
	case of == 1:
		return "this one"
	case choose < of:
		return fmt.Sprintf("any %d of %d", choose, of)
	case of == 2:
		return "both"
	}
	return fmt.Sprintf("all %d", of)
}

// some is n, or nothing where nothing stands behind it: an action without an
// item has no number, and a measure without rows used none of none.
func some(n, behind int) any {
	if behind == 0 {
		return nil
	}
	return n
}
