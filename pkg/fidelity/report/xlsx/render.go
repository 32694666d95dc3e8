// Package xlsx draws a report.Document as an Excel workbook: a summary to
// print on a page, the scores with charts, what was written about each item, the
// evidence, the actions and what the next scores need as filtered tables, and
// the same scores as tidy rows for other programs.
//
// The workbook holds no macro and no link, and a text that somebody typed stays
// a text whatever it looks like. The only formulas add up the scores of the
// sections, for people who keep the workbook and change a score in it; the
// numbers that they show stand in the document. The same document gives the
// same bytes.
//
// A table of the document that names a sheet gets it. The long chapters of a
// report and its other tables are not in the workbook: they are for reading,
// in HTML or on paper.
package xlsx

import (
	"errors"
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// ErrNoDocument says that there was nothing to draw.
var ErrNoDocument = errors.New("xlsx: no document to draw")

// Render draws a document as a workbook and returns the bytes of the file. It
// may be called from several goroutines at once, also with the same document.
//
// An error means that the document holds something that no workbook can show,
// such as a number that is not finite, or that the library failed. No error
// means a file that is whole.
func Render(doc *report.Document) (out []byte, err error) {
	if doc == nil {
		return nil, ErrNoDocument
	}
	// The library promises no panics, but a report must not take down the
	// program that asked for it.
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("xlsx: the workbook library failed: %v", r)
		}
	}()
	b := newBook(doc)
	defer b.close()
	drawSummary(b)
	if doc.Data.Tidy == nil {
		drawScores(b)
		drawItems(b)
		drawEvidence(b)
		drawActions(b)
		drawNeeds(b)
	}
	drawQuestions(b)
	drawTables(b)
	drawTidy(b)
	drawAbout(b)
	drawCharts(b)
	b.properties()
	raw, err := b.bytes()
	if err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	if out, err = xlsxfile.Finish(raw, &b.cached); err != nil {
		return nil, fmt.Errorf("xlsx: %w", err)
	}
	return out, nil
}
