package markdown

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// table draws a table under its caption, for which Markdown has no place of
// its own, or says in words that there are no rows.
func (p *page) table(t report.Table) {
	if len(t.Rows) == 0 && t.Empty != "" {
		p.block(strings.TrimSpace(nameOf(t.Caption) + " " + escapeLine(t.Empty)))
		return
	}
	p.block(bold(t.Caption))
	if len(t.Columns) == 0 {
		return
	}
	var heads, rules []string
	for _, c := range t.Columns {
		heads = append(heads, escapeLine(c.Head))
		rule := "---"
		if c.Right {
			rule = "---:"
		}
		rules = append(rules, rule)
	}
	lines := []string{tableLine(heads), tableLine(rules)}
	for _, row := range t.Rows {
		lines = append(lines, tableLine(p.cells(t.Columns, row)))
	}
	p.block(strings.Join(lines, "\n"))
}

func tableLine(cells []string) string {
	return "| " + strings.Join(cells, " | ") + " |"
}

// cells draws one row. A row that is too short gets empty cells, as a reader
// of Markdown would give it.
func (p *page) cells(columns []report.Column, row []report.Cell) []string {
	cells := make([]string, len(columns))
	for i, cell := range row[:min(len(row), len(columns))] {
		words := escapeLine(cell.Text)
		if to, ok := p.links[cell.Link]; ok && cell.Link != "" && words != "" {
			words = "[" + words + "](#" + to + ")"
		}
		cells[i] = withBoxes(cell.Boxes, words)
	}
	return cells
}
