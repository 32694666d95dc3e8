package text

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

const (
	leastAxis = 24 // a shorter axis shows nothing that the table does not
	mostLabel = 30
)

// chart draws the rows of a chart on an axis as wide as there is room, then
// says the same in words and as a table.
func (p *page) chart(c report.Chart) {
	label, text := 0, 0
	for _, row := range c.Rows {
		label, text = max(label, length(p.clean(row.Label))), max(text, length(p.clean(row.Text)))
	}
	label = min(label, mostLabel)
	if room := width - label - text - 3*gap; room >= leastAxis && c.Min < c.Max {
		p.heading(p.clean(c.Title))
		for _, row := range c.Rows {
			if row.Break != "" {
				p.line(strings.Repeat(" ", label+2*gap) + p.faint("not joined to the one above"))
			}
			p.line(strings.Repeat(" ", gap) + pad(p.clean(row.Label), label) + strings.Repeat(" ", gap) +
				string(chartRow(c, row, room)) + strings.Repeat(" ", gap) + p.clean(row.Text))
		}
		for _, names := range tickNames(c, room) {
			p.line(strings.Repeat(" ", label+2*gap) + strings.TrimRight(p.clean(string(names)), " "))
		}
	}
	p.blocks(c.Instead())
}

// at is the place of a value on an axis of so many letters.
func at(c report.Chart, value float64, room int) int {
	return min(room-1, max(0, int((value-c.Min)/(c.Max-c.Min)*float64(room-1)+0.5)))
}

// chartRow draws one row: the axis, its ticks, and over them the values.
func chartRow(c report.Chart, row report.ChartRow, room int) []rune {
	cells := []rune(strings.Repeat("·", room))
	for _, tick := range c.Ticks[min(1, len(c.Ticks)):] {
		cells[at(c, tick.From, room)] = '│'
	}
	line := func(from, to float64, with, first, last rune) {
		a, b := at(c, min(from, to), room), at(c, max(from, to), room)
		for i := a; i <= b; i++ {
			cells[i] = with
		}
		cells[a], cells[b] = first, last
	}
	switch {
	case c.Form == report.Bars && row.Value != nil:
		line(c.Min, *row.Value, '■', '■', '■')
		return cells
	case row.Low != nil && row.High != nil:
		line(*row.Low, *row.High, '═', '├', '┤')
	case row.Before != nil && row.Value != nil:
		line(*row.Before, *row.Value, '═', '═', '═')
	}
	if row.Before != nil {
		cells[at(c, *row.Before, room)] = '○'
	}
	if row.Value != nil {
		cells[at(c, *row.Value, room)] = '●'
	}
	return cells
}

// tickNames names the ticks below the rows.
func tickNames(c report.Chart, room int) [][]rune {
	line := report.TotalLine{Min: c.Min, Max: c.Max}
	for _, tick := range c.Ticks {
		tick.Label = strings.TrimPrefix(tick.Label, whole(tick.From)) // scores name themselves
		line.Bands = append(line.Bands, tick)
	}
	return bandNames(line, room, func(value float64) int { return at(c, value, room) })
}
