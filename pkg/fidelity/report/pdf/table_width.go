package pdf

import (
	"math"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// column is a column of a table with its place across the page.
type column struct {
	report.Column
	index int     // in the rows of the table
	least float64 // narrowest width that breaks no ordinary word
	x, w  float64
}

// The widths of columns, in millimetres.
const (
	gutter       = 4.0  // between columns
	narrowest    = 6.0  // of a column
	widestWord   = 34.0 // longer words are broken
	widestBeside = 46.0 // of boxes with their text beside them
)

// parts shares the columns out to as many tables as are needed, nearly always
// one. The columns that name the rows come again in each.
func (l *layout) parts(b report.Table, x, w float64) [][]column {
	var all, names, others []column
	taken, whole := 0.0, -gutter
	for i, c := range b.Columns {
		col := column{Column: c, index: i, least: l.least(b, i)}
		all = append(all, col)
		whole += col.least + gutter
		if c.Header && taken+col.least+gutter <= w/3 {
			taken += col.least + gutter
			names = append(names, col)
		} else {
			others = append(others, col)
		}
	}
	if whole <= w {
		return [][]column{spread(all, x, w)}
	}
	// As many columns in one part as in another, as far as they fit.
	each := float64(len(others)) / math.Ceil((whole-taken)/(w-taken))
	most := len(names) + int(math.Ceil(each))
	var out [][]column
	part, used := slices.Clone(names), taken
	for _, c := range others {
		if len(part) > len(names) && (used+c.least > w || len(part) >= most) {
			out = append(out, spread(part, x, w))
			part, used = slices.Clone(names), taken
		}
		part = append(part, c)
		used += c.least + gutter
	}
	return append(out, spread(part, x, w))
}

// least is the width of the widest word in a column, or of its boxes.
func (l *layout) least(b report.Table, i int) float64 {
	least := l.widestWord(b.Columns[i].Head, styleColHead)
	st := styleCell
	if b.Columns[i].Header {
		st = styleRowHead
	}
	for _, row := range b.Rows {
		if i >= len(row) {
			continue
		}
		least = max(least, l.widestWord(row[i].Text, st))
		if strip := newStrip(row[i].Boxes, stripSize); strip != nil {
			beside := strip.width() + stripGap + l.textWidth(l.glyphs.line(row[i].Text), st)
			if beside > widestBeside {
				beside = strip.width()
			}
			least = max(least, beside)
		}
	}
	// A hair more, so that the widest word is not broken by a rounding.
	return max(least+0.2, narrowest)
}

func (l *layout) widestWord(s string, st style) float64 {
	widest := 0.0
	for _, word := range strings.Fields(l.glyphs.line(s)) {
		widest = max(widest, l.textWidth(word, st))
	}
	return min(widest, widestWord)
}

// spread gives the columns the width w from x on by their weights, but none
// less than its least width.
func spread(cols []column, x, w float64) []column {
	free, weights := w-gutter*float64(len(cols)-1), 0.0
	for _, c := range cols {
		weights += c.weight()
	}
	// Each column that needs more than its share takes it from the others, who
	// then have less to share: begin again until all have enough.
	fixed := make([]bool, len(cols))
	for i := 0; i < len(cols); i++ {
		c := &cols[i]
		if !fixed[i] && free*c.weight() < c.least*weights {
			fixed[i] = true
			c.w = c.least
			free -= c.least
			weights -= c.weight()
			i = -1
		}
	}
	for i := range cols {
		c := &cols[i]
		if !fixed[i] {
			c.w = free * c.weight() / weights
		}
		c.x = x
		x += c.w + gutter
	}
	return cols
}

// weight is the column's share, of a size that can be reckoned with.
func (c column) weight() float64 {
	if !(c.Weight > 0) || math.IsInf(c.Weight, 0) {
		return 1
	}
	return min(max(c.Weight, 0.01), 1000)
}
