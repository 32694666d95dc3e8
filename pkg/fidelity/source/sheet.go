package source

import (
	"fmt"
	"strings"
)

// Cells says where the parts of a review stand in a workbook: for a path, as
// in evidence.specialists[2].fte, the cell. A part that has no cell of its own
// stands where the first of its own parts does, or the nearest part above it.
type Cells map[string]Cell

// Cell is a place in a workbook. Order is its place among all, from 1: first
// the sheets, then the rows.
type Cell struct {
	Name  string // as in Specialists!F7
	Order int
}

// find returns the cell of a path, of the first part below it, or of the
// nearest part above it.
func (c Cells) find(path string) (name string, order int) {
	if _, ok := c[path]; !ok && path != "" {
		for below, cell := range c {
			if strings.HasPrefix(below, path) && below[len(path)] == '.' && (order == 0 || cell.Order < order) {
				name, order = cell.Name, cell.Order
			}
		}
		if order > 0 {
			return name, order
		}
	}
	for path != "" {
		if cell, ok := c[path]; ok {
			return cell.Name, cell.Order
		}
		path = path[:max(strings.LastIndexAny(path, ".["), 0)]
	}
	return "", 0
}

// ReadSheet reads a review that stands in a workbook. The value holds what the
// file of that review would, and the cells say where its parts stand. All is
// looked at as in a file, and all problems are told at once, in order of the
// cells; the file is nil where one of them is an error.
func ReadSheet(name string, review Value, cells Cells, scales Scales) (*File, Problems) {
	if cells == nil {
		cells = Cells{}
	}
	r := &reader{file: name, cells: cells}
	root := review.node
	r.guard(root, 1)
	var file *File
	if len(r.problems) == 0 {
		file = r.reviewOf(root, scales)
	}
	for i := range r.problems {
		p := &r.problems[i]
		p.Cell, p.Line = cells.find(p.Path)
	}
	r.problems.Sort()
	for i := range r.problems {
		r.problems[i].Line = 0
	}
	if r.problems.Errors() {
		return nil, r.problems
	}
	return file, r.problems
}

// standing names the place of a path: the line that a file of text has it in,
// or the cell of a workbook.
func (r *reader) standing(path string, line int) string {
	if r.cells != nil {
		if name, _ := r.cells.find(path); name != "" {
			return name
		}
	}
	return fmt.Sprintf("line %d", line)
}

// noWeek is what stands for a week that does not count.
func (r *reader) noWeek() string {
	if r.cells != nil {
		return "a hyphen"
	}
	return "null"
}
