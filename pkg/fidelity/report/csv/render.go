// Package csv draws the scores of a report.Document as tidy data: one row an
// item, for a spreadsheet, a statistics package or another program.
//
// The file is RFC 4180 with CRLF and begins with a byte order mark, without
// which Excel on Windows reads UTF-8 as something older. Columns keep their
// names and their order from version to version; new ones go to the end.
package csv

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// byteOrderMark tells Excel that the file is UTF-8.
const byteOrderMark = "\uFEFF"

// Render draws the scores of doc, or its tidy rows where it has some, as CSV
// in UTF-8, a row of headings first. An
// item without a score has an empty cell, never a zero. The same document gives
// the same bytes. It fails only where the document is nil, which is nothing a
// user can mend.
func Render(doc *report.Document) ([]byte, error) {
	if doc == nil {
		return nil, errors.New("csv: there is no document to draw")
	}
	var out bytes.Buffer
	out.WriteString(byteOrderMark)
	w := csv.NewWriter(&out)
	w.UseCRLF = true
	// Writing to a buffer cannot fail; what Flush finds is told all the same.
	if doc.Data.Tidy != nil {
		writeTidy(w, doc.Data.Tidy)
	} else {
		writeScores(w, doc)
	}
	w.Flush()
	if err := w.Error(); err != nil {
		return nil, fmt.Errorf("csv: %w", err)
	}
	return out.Bytes(), nil
}

func writeScores(w *csv.Writer, doc *report.Document) {
	_ = w.Write(headings())
	for _, row := range doc.Data.Scores {
		_ = w.Write(cells(doc, row))
	}
}

func writeTidy(w *csv.Writer, t *report.Table) {
	line := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		line[i] = guard(c.Head)
	}
	_ = w.Write(line)
	for _, row := range t.Rows {
		clear(line)
		for i, c := range row[:min(len(row), len(line))] {
			if line[i] = guard(c.Text); c.Number != nil {
				line[i] = c.Text
			}
		}
		_ = w.Write(line)
	}
}
