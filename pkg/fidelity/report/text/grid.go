package text

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

const (
	gap       = 2  // between columns, and before the first
	leastLast = 24 // room that a column needs to be broken into lines
)

// columnWidths measures the columns, and says whether they fit on a line. Heads
// may be broken at spaces, and so may the cells of the last column.
func (p *page) columnWidths(t report.Table) (widths []int, fits bool) {
	widths = make([]int, len(t.Columns))
	total := 0
	for i, c := range t.Columns {
		for _, word := range strings.Fields(p.clean(c.Head)) {
			widths[i] = max(widths[i], length(word))
		}
		for _, row := range t.Rows {
			if row[i].Boxes != nil || strings.Contains(row[i].Text, "\n") {
				return nil, false
			}
			widths[i] = max(widths[i], length(p.clean(row[i].Text)))
		}
		total += gap + widths[i]
	}
	if total <= width {
		return widths, true
	}
	last := len(widths) - 1
	full := widths[last]
	widths[last] -= total - width
	if widths[last] >= leastLast || last == 0 || full < leastLast {
		return widths, widths[last] >= leastLast
	}
	// The two share the room, the last no more of it than it can use.
	room := widths[last] + widths[last-1]
	widths[last] = min(full, max(leastLast, room-room/2))
	widths[last-1] = room - widths[last]
	return widths, widths[last-1] >= leastLast
}

// grid sets a table in columns of these widths.
func (p *page) grid(t report.Table, widths []int) {
	heads := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		heads[i] = c.Head
	}
	p.gridRow(t, widths, heads, p.faint)
	for _, row := range t.Rows {
		cells := make([]string, len(row))
		for i := range row {
			cells[i] = row[i].Text
		}
		p.gridRow(t, widths, cells, func(text string) string { return text })
	}
}

func (p *page) gridRow(t report.Table, widths []int, cells []string, dress func(string) string) {
	lines := make([][]string, len(cells))
	tall := 0
	for i, cell := range cells {
		lines[i] = p.wrap(cell, widths[i])
		tall = max(tall, len(lines[i]))
	}
	for at := range tall {
		var b strings.Builder
		for i := range cells {
			text := ""
			if at < len(lines[i]) {
				text = lines[i][at]
			}
			if t.Columns[i].Right {
				text = strings.Repeat(" ", widths[i]-length(text)) + text
			}
			b.WriteString(strings.Repeat(" ", gap) + pad(text, widths[i]))
		}
		p.line(dress(strings.TrimRight(b.String(), " ")))
	}
}
