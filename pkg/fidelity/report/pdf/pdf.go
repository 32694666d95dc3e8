// Package pdf draws a report as an A4 PDF, for print and for reading from
// paper. The accessible original is the HTML report; this file is tagged, so
// that a screen reader finds headings, lists and tables in order, but it makes
// no claim to a standard for accessible PDF.
//
// Drawing goes in four steps, each in files of its own:
//
//	layout   blocks become pieces: lines, table rows, charts, with their heights
//	place    pieces are shared out to pages, and what belongs together stays together
//	paint    pages are drawn, every mark bound to its structure element
//	finish   structure tree, language, links and identity are added to the bytes
//
// Nothing is computed here: every number and every sentence is the Document's.
// The same document always gives the same bytes.
package pdf

import (
	"bytes"
	"errors"
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// Render draws the document and returns the bytes of the PDF. Any text is
// drawable: what the font lacks shows as a question mark. An error means that
// the document holds a block this package does not know, or a fault of ours.
func Render(doc *report.Document) (out []byte, err error) {
	// gofpdf panics on input that it does not expect. The texts are cleaned
	// of all we know of; this is for what we do not know of.
	defer func() {
		if r := recover(); r != nil {
			out, err = nil, fmt.Errorf("pdf: draw the report: %w", asError(r))
		}
	}()
	if doc == nil {
		return nil, errors.New("pdf: no report to draw")
	}
	p, err := paint(doc)
	if err != nil {
		return nil, fmt.Errorf("pdf: draw the report: %w", err)
	}
	var raw bytes.Buffer
	if err := p.pdf.Output(&raw); err != nil {
		return nil, fmt.Errorf("pdf: write the report: %w", err)
	}
	out, err = finish(raw.Bytes(), p)
	if err != nil {
		return nil, fmt.Errorf("pdf: tag the report: %w", err)
	}
	return out, nil
}

// asError turns what a panic carried into an error.
func asError(r any) error {
	if err, ok := r.(error); ok {
		return err
	}
	return fmt.Errorf("%v", r)
}
