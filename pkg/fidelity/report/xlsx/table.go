package xlsx

import (
	"fmt"

	"github.com/xuri/excelize/v2"
)

// headHeight is the height of a heading row in points, for two lines of text.
const headHeight = 30

// column is a column of a table whose rows are of type T.
type column[T any] struct {
	head  string
	width float64 // in digits of the default font
	look  look
	value func(T) any // see sheet.put for what it may return
}

// grid is a sheet with one table on it that begins in its first cell, so that
// other programs find the headings in the first row.
type grid[T any] struct {
	sheet   string
	table   string // name of the table, unique in the book
	columns []column[T]
	rows    []T
	freeze  int // columns to keep in sight
	paper   paper
	// none is what to say below the table where it has no rows.
	none string
	// shade is that of the ground of a cell, by its column; nil for none.
	shade func(row T, column int) int
}

// drawGrid adds a sheet with a table.
func drawGrid[T any](b *book, g grid[T]) *sheet {
	if len(g.rows) > streamFrom {
		return g.stream(b.sheet(g.sheet))
	}
	s := b.sheet(g.sheet)
	for c, col := range g.columns {
		s.width(c+1, col.width)
		s.put(c+1, 1, col.head, col.look.head())
	}
	s.fail("heading row", s.f.SetRowHeight(s.name, 1, headHeight))
	for r, row := range g.rows {
		g.draw(s, r+2, row)
	}
	last := len(g.rows) + 1
	if len(g.rows) == 0 {
		// A table must have a row, so an empty one has a blank row.
		last = 2
		if g.none != "" {
			s.put(1, last+2, g.none, lookRow)
		}
	}
	stripes := false
	end := s.at(len(g.columns), last)
	s.fail("table", s.f.AddTable(s.name, &excelize.Table{
		Range: "A1:" + end, Name: g.table, StyleName: "TableStyleLight1", ShowRowStripes: &stripes,
	}))
	// A text such as "12" in a column of texts is meant to be one.
	s.fail("table", s.f.AddIgnoredErrors(s.name, "A1:"+end, excelize.IgnoredErrorsNumberStoredAsText))
	s.fail("extent", s.f.SetSheetDimension(s.name, "A1:"+end))
	s.freeze(g.freeze, 1)
	s.paper(g.paper)
	return s
}

// draw writes one row and makes it as high as its longest text.
func (g grid[T]) draw(s *sheet, at int, row T) {
	high := 0.0
	for c, col := range g.columns {
		v := col.value(row)
		s.put(c+1, at, v, col.look)
		if g.shade != nil && g.shade(row, c) > 0 {
			s.shaded(s.at(c+1, at), s.at(c+1, at), col.look, false, g.shade(row, c))
		}
		text, _ := v.(string)
		if col.look.oneLine() {
			text = ""
		}
		high = max(high, textHeight(text, col.width, col.look))
	}
	s.fail(fmt.Sprintf("row %d", at), s.f.SetRowHeight(s.name, at, min(high, excelize.MaxRowHeight)))
}
