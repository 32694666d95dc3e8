package xlsx

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// guide says what is on each sheet. It is about the workbook and so has its
// words here; what is about the review comes with the document.
var guide = []report.Term{
	{Name: sheetSummary, Text: "What was found, to read and to print."},
	{Name: sheetScores, Text: "Every item with its score, how strong its evidence is and what the score rests on, and charts of the scores."},
	{Name: sheetItems, Text: "What was looked at, seen and judged, item by item, with the recommendation."},
	{Name: sheetEvidence, Text: "What was measured, item by item, with its base."},
	{Name: sheetActions, Text: "The action plan: what, who and when. An action that is done or dropped is struck through."},
	{Name: sheetNeeds, Text: "What each item needs for its next score."},
}

const (
	dataScores = "The scores as tidy rows for other programs, one row an item. Its headings stay the same from version to version."
	dataTidy   = "What this workbook is about as tidy rows for other programs. Its headings stay the same from version to version."
	living     = "If you change a score on the sheet Scores, the section totals and the total on the sheet Summary follow. No other text does."
)

// legend says how a strip is read.
var legend = []report.Term{
	{Name: boxReached, Text: "In a strip: this score is reached."},
	{Name: boxPossible, Text: "In a strip: this score is possible, and not settled yet."},
	{Name: boxEmpty, Text: "In a strip: this score is not reached."},
	{Name: "Blank", Text: "A blank cell means that something is not known or has not been written. It never means zero."},
}

// Names of bars in the chart of the scores.
const (
	openTo   = "No score yet: at most"
	openFrom = "No score yet: at least"
)

// chartLegend says how the bars of items without a score are read.
var chartLegend = []report.Term{
	{Name: openTo, Text: "In the chart of the scores: the most that an item without a score can still get."},
	{Name: openFrom, Text: "In the chart of the scores: the least that it will get."},
}

// drawAbout adds where the report comes from, how to read the workbook, and
// whom to credit.
func drawAbout(b *book) {
	p := newPage(b, sheetAbout, textWidth)
	p.wide("About this workbook", lookName)
	p.wide(b.doc.Title, lookService)
	for _, part := range []struct {
		heading string
		rows    []report.Term
	}{
		{"Where it comes from", b.doc.Data.About},
		{"What is on each sheet", b.guide()},
		{"How to read the tables", b.legend()},
	} {
		if len(part.rows) == 0 {
			continue
		}
		p.gap(10)
		p.wide(part.heading, lookHeading)
		p.gap(4)
		p.terms(part.rows, lookPlain)
	}
	p.gap(10)
	p.wide(b.doc.Footer, lookNote)
	p.finish()
}

// legend leaves out what there is not.
func (b *book) legend() []report.Term {
	out := legend
	if b.doc.Data.Tidy != nil {
		return out[len(out)-1:]
	}
	for _, r := range b.doc.Data.Scores {
		if r.OpenTo != nil {
			return append(slices.Clone(out), chartLegend...)
		}
	}
	return out
}

// guide names the sheets that are in this book, in their order.
func (b *book) guide() []report.Term {
	said := map[string]string{sheetData: dataScores}
	if b.doc.Data.Tidy != nil {
		said[sheetData] = dataTidy
	} else {
		for _, t := range guide {
			said[t.Name] = t.Text
		}
	}
	said[sheetSummary] = guide[0].Text
	for _, name := range b.questions {
		said[name] = "What to ask, most points first, with room for the answers."
	}
	for _, t := range b.tables {
		said[t.Name] = strings.TrimSuffix(t.Text, ".") + "."
	}
	var out []report.Term
	for _, name := range b.f.GetSheetList() {
		if text := said[name]; text != "" {
			out = append(out, report.Term{Name: name, Text: text})
		}
	}
	if b.formulas {
		out = append(out, report.Term{Name: "Formulas", Text: living})
	}
	return out
}
