package xlsx

import (
	"fmt"
	"math"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"
)

// streamFrom is how many rows a table may have before it is written row by row:
// the library keeps every cell of other sheets in memory.
const streamFrom = 5000

// stream draws the table of drawGrid row by row. The library loses without a
// word what is said of the sheet once the rows are written, and what is said of
// its head once they are begun, so all that comes first, and nothing is added to
// the sheet that is returned.
func (g grid[T]) stream(s *sheet) *sheet {
	last := len(g.rows) + 1
	end := s.at(len(g.columns), last)
	s.fail("table", s.f.AddIgnoredErrors(s.name, "A1:"+end, excelize.IgnoredErrorsNumberStoredAsText))
	s.fail("extent", s.f.SetSheetDimension(s.name, "A1:"+end))
	s.freeze(g.freeze, 1)
	s.paper(g.paper)
	for c, col := range g.columns {
		s.width(c+1, col.width)
	}

	w, err := s.f.NewStreamWriter(s.name)
	if s.fail("stream", err); err != nil {
		return s
	}
	cells := make([]any, len(g.columns))
	for c, col := range g.columns {
		cells[c] = s.cell(col.head, col.look.head(), 0)
	}
	s.fail("heading row", w.SetRow("A1", cells, excelize.RowOpts{Height: headHeight}))
	for r, row := range g.rows {
		high := 0.0
		for c, col := range g.columns {
			v := col.value(row)
			shade := 0
			if g.shade != nil {
				shade = g.shade(row, c)
			}
			cells[c] = s.cell(v, col.look, shade)
			text, _ := v.(string)
			if col.look.oneLine() {
				text = ""
			}
			high = max(high, textHeight(text, col.width, col.look))
		}
		at := s.at(1, r+2)
		s.fail(at, w.SetRow(at, cells, excelize.RowOpts{Height: min(high, excelize.MaxRowHeight)}))
	}
	stripes := false
	s.fail("table", w.AddTable(&excelize.Table{Range: "A1:" + end, Name: g.table, StyleName: "TableStyleLight1", ShowRowStripes: &stripes}))
	s.fail("stream", w.Flush())
	return s
}

// cell is what put writes into a cell, for a row of a stream.
func (s *sheet) cell(v any, l look, shade int) excelize.Cell {
	literal := false
	switch t := v.(type) {
	case nil:
	case string:
		if l.oneLine() {
			t = xlsxfile.CleanLine(t)
		}
		v, literal = streamed(t)
	case isoDate:
		if day, ok := t.day(); ok {
			v = day
		} else {
			v, literal = streamed(string(t))
		}
	case int:
	case *int:
		if v = nil; t != nil {
			v = *t
		}
	case *float64:
		if v = nil; t != nil {
			v = *t
			if math.IsNaN(*t) || math.IsInf(*t, 0) {
				s.fail("stream", fmt.Errorf("%v is not a number that a cell can hold", *t))
			}
		}
	default:
		s.fail("stream", fmt.Errorf("no way to write a %T", v))
	}
	return excelize.Cell{StyleID: s.style(l, literal, shade), Value: v}
}

// streamed is a text for a cell, and whether it begins like a formula.
func streamed(text string) (v any, literal bool) {
	text = xlsxfile.Cut(xlsxfile.Clean(text))
	if text == "" {
		return nil, false
	}
	return xlsxfile.Shield(text), strings.ContainsAny(text[:1], "=+-@")
}
