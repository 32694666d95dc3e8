package xlsx

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// totalWidth is the width of a table that fits on a page across, in digits.
const totalWidth = 130.0

// drawTables adds a sheet for each table of the document that names one.
func drawTables(b *book) {
	count := 0
	for _, s := range b.doc.Sections {
		eachTable(s.Blocks, func(t *report.Table) {
			if t.Sheet != "" {
				count++
				drawTable(b, t, t.Sheet, "Table"+strconv.Itoa(count), readLook)
				b.tables = append(b.tables, report.Term{Name: t.Sheet, Text: t.Caption})
			}
		})
	}
}

// eachTable finds the tables among blocks, and those of charts and groups.
func eachTable(bs report.Blocks, do func(*report.Table)) {
	for _, b := range bs {
		switch b := b.(type) {
		case report.Table:
			do(&b)
		case report.Chart:
			do(&b.Table)
		case report.Group:
			eachTable(b.Blocks, do)
		case report.Columns:
			eachTable(b.Left.Blocks, do)
			eachTable(b.Right.Blocks, do)
		}
	}
}

// readLook is how a column of a table that people read is dressed.
func readLook(c report.Column) look {
	switch {
	case c.Header:
		return lookTitle
	case c.Right:
		return lookValue
	}
	return lookText
}

// tidyLook is how a column for programs is dressed: numbers keep what decimals
// they have.
func tidyLook(report.Column) look { return lookRow }

// shadeOf is the shade of a cell of a row.
func shadeOf(row []report.Cell, column int) int {
	if column >= len(row) {
		return 0
	}
	return row[column].Shade
}

// drawTable adds a sheet with one table of the document. Weights of columns
// share the width of a page.
func drawTable(b *book, t *report.Table, sheet, name string, dress func(report.Column) look) {
	sum, frozen := 0.0, 0
	for i, c := range t.Columns {
		sum += c.Weight
		if c.Header && i < 3 {
			frozen = i + 1
		}
	}
	g := grid[[]report.Cell]{sheet: sheet, table: name, rows: t.Rows, freeze: frozen, paper: listPaper, none: t.Empty, shade: shadeOf}
	for i, c := range t.Columns {
		width := max(9, totalWidth*c.Weight/max(sum, 1))
		g.columns = append(g.columns, column[[]report.Cell]{c.Head, width, dress(c), func(row []report.Cell) any {
			switch {
			case i >= len(row):
				return nil
			case row[i].Number != nil:
				return row[i].Number
			}
			return row[i].Text
		}})
	}
	drawGrid(b, g)
}
