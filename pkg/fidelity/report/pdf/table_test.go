package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"pgregory.net/rapid"
)

// columns of a table with these heads, and one row of these cells.
func tableOf(heads []string, cells ...string) report.Table {
	t := report.Table{ID: "t", Caption: "A table"}
	var row []report.Cell
	for i, h := range heads {
		t.Columns = append(t.Columns, report.Column{Head: h, Weight: 1})
		row = append(row, report.Cell{Text: cells[i%len(cells)]})
	}
	t.Rows = [][]report.Cell{row}
	return t
}

func TestColumnsShareTheWidthByWeight(t *testing.T) {
	l := newTestLayout(t)
	table := tableOf([]string{"a", "b", "c"}, "x")
	table.Columns[2].Weight = 2
	cols := l.parts(table, left, width)[0]
	if cols[0].w != cols[1].w || cols[2].w < 1.99*cols[0].w || cols[2].w > 2.01*cols[0].w {
		t.Errorf("widths %.1f %.1f %.1f for weights 1, 1 and 2", cols[0].w, cols[1].w, cols[2].w)
	}
	if end := cols[2].x + cols[2].w; cols[0].x != left || end < left+width-0.01 || end > left+width+0.01 {
		t.Errorf("from %.2f to %.2f", cols[0].x, end)
	}
}

func TestColumnsBreakNoOrdinaryWord(t *testing.T) {
	l := newTestLayout(t)
	table := tableOf([]string{"Number", "Item"}, "rehabilitation", strings.Repeat("word ", 200))
	table.Columns[0].Weight, table.Columns[1].Weight = 1, 40
	cols := l.parts(table, left, width)[0]
	for _, word := range []string{"Number", "rehabilitation"} {
		if got := l.cellLines(word, styleCell, cols[0].w); len(got) != 1 {
			t.Errorf("%q is broken in %.1f mm: %q", word, cols[0].w, got)
		}
	}
}

func TestBoxesKeepTheirTextBesideThem(t *testing.T) {
	l := newTestLayout(t)
	table := tableOf([]string{"Score", "Why"}, "3 out of 5", strings.Repeat("word ", 200))
	table.Columns[1].Weight = 40
	table.Rows[0][0].Boxes = &report.Boxes{Min: 1, Max: 5, Low: 3, High: 3}
	cols := l.parts(table, left, width)[0]
	tl := &tableLayout{layout: l, e: &element{}, cols: cols}
	if box := tl.cell(&element{}, cols[0], table.Rows[0][0]); !box.beside || len(box.lines) != 1 {
		t.Errorf("beside: %t, lines %q", box.beside, box.lines)
	}
}

func TestManyColumnsBecomeSeveralTables(t *testing.T) {
	heads := []string{"Item"}
	for i := range 40 {
		heads = append(heads, fmt.Sprintf("Northfield %d", i))
	}
	table := tableOf(heads, "12")
	table.Columns[0].Header = true
	parts := newTestLayout(t).parts(table, left, width)
	if len(parts) < 3 {
		t.Fatalf("%d parts", len(parts))
	}
	seen := map[int]int{}
	for _, cols := range parts {
		if cols[0].Head != "Item" {
			t.Errorf("a part without the names of its rows")
		}
		for _, c := range cols {
			seen[c.index]++
		}
	}
	for i := range heads {
		if seen[i] != 1 && i > 0 {
			t.Errorf("column %d is in %d parts", i, seen[i])
		}
	}
	got := tool(t, render(t, page(table)), "pdftotext", "-raw")
	for i := range heads {
		if !strings.Contains(squash(got), heads[i]) {
			t.Errorf("%q is not drawn", heads[i])
		}
	}
	if want := fmt.Sprintf("A table (1 of %d)", len(parts)); !strings.Contains(got, want) {
		t.Errorf("no caption %q", want)
	}
}

func TestPartsLaws(t *testing.T) {
	l := newTestLayout(t)
	rapid.Check(t, func(t *rapid.T) {
		table := hostileTable().Draw(t, "table")
		w := rapid.Float64Range(75, width).Draw(t, "w")
		if len(table.Columns) == 0 {
			return
		}
		seen := map[int]bool{}
		for _, cols := range l.parts(table, left, w) {
			x := left
			for _, c := range cols {
				seen[c.index] = true
				if !(c.w >= c.least-0.001) || c.x < x-0.001 {
					t.Fatalf("column %d: %.2f mm from %.2f, least %.2f, the one before ends at %.2f", c.index, c.w, c.x, c.least, x)
				}
				x = c.x + c.w
			}
			if x > left+w+0.001 {
				t.Fatalf("ends at %.2f, beyond %.2f", x, left+w)
			}
		}
		if len(seen) != len(table.Columns) {
			t.Fatalf("%d of %d columns", len(seen), len(table.Columns))
		}
	})
}

func TestRowIsNotSplitUnlessTallerThanAPage(t *testing.T) {
	l := newTestLayout(t)
	for _, c := range []struct {
		words int
		split bool
	}{{1, false}, {400, false}, {4000, true}} {
		table := tableOf([]string{"a", "b"}, "x", strings.Repeat("word ", c.words))
		tl := &tableLayout{layout: l, e: &element{}, cols: l.parts(table, left, width)[0]}
		if got := len(tl.row(table.Rows[0], room-20)) > 1; got != c.split {
			t.Errorf("%d words: split %t", c.words, got)
		}
	}
}

func TestEmptyTableSaysSo(t *testing.T) {
	table := tableOf([]string{"What"}, "x")
	table.Rows, table.Empty = nil, "No actions have been agreed yet."
	got := tool(t, render(t, page(table)), "pdftotext", "-raw")
	if !strings.Contains(got, "A table\nNo actions have been agreed yet.") || strings.Contains(got, "What") {
		t.Error(got)
	}
}

func TestCellLinksLeadSomewhere(t *testing.T) {
	table := tableOf([]string{"a", "b"}, "here", "nowhere")
	table.Rows[0][0].Link, table.Rows[0][1].Link = "g", "missing"
	p := painted(t, page(table, report.Group{ID: "g", Heading: "The group"}))
	if n := len(p.anchors); n != 3 { // the section, the table and the group
		t.Errorf("%d anchors: %v", n, p.anchors)
	}
	if n := len(p.links[0]); n != 1 || p.links[0][0].text != "here" {
		t.Errorf("%d links", n)
	}
	valid(t, render(t, page(table, report.Group{ID: "g", Heading: "The group"})))
}
