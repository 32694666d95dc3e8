package xlsx

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// guide says what is on each sheet. It is about the workbook and so has its
// words here; what is about the review comes with the document.
var guide = []report.Term{
	{Name: sheetSummary, Text: "The result on one page, to read and to print."},
	{Name: sheetScores, Text: "Every item with its score, the reason for it and what was written about it."},
	{Name: sheetEvidence, Text: "What was measured, item by item, with its base."},
	{Name: sheetActions, Text: "The action plan: what, who and when."},
	{Name: sheetNeeds, Text: "What each item needs for its next score."},
	{Name: sheetData, Text: "The scores as tidy rows for other programs. Its headings stay the same from version to version."},
}

// legend says how a strip is read.
var legend = []report.Term{
	{Name: boxReached, Text: "In a strip: this score is reached."},
	{Name: boxPossible, Text: "In a strip: this score is possible, and not settled yet."},
	{Name: boxEmpty, Text: "In a strip: this score is not reached."},
	{Name: "Blank", Text: "A blank cell means that something is not known or has not been written. It never means zero."},
}

// drawAbout adds where the report comes from, how to read the workbook, and
// whom to credit.
func drawAbout(b *book) {
	p := newPage(b, sheetAbout)
	p.wide("About this workbook", lookName)
	p.wide(b.doc.Title, lookService)
	for _, part := range []struct {
		heading string
		rows    []report.Term
	}{
		{"Where it comes from", b.doc.Data.About},
		{"What is on each sheet", b.guide()},
		{"How to read the tables", legend},
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

// guide names the sheets that are in this book, those with questions last.
func (b *book) guide() []report.Term {
	there := b.f.GetSheetList()
	var out []report.Term
	for _, t := range guide {
		if slices.Contains(there, t.Name) {
			out = append(out, t)
		}
	}
	for _, name := range b.questions {
		out = append(out, report.Term{Name: name, Text: "What to ask, most points first, with room for the answers."})
	}
	return out
}
