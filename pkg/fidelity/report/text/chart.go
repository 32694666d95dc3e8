package text

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// mostBoxes is how many scores are drawn as boxes; more are told by number alone.
const mostBoxes = 11

// boxes draws a score as filled boxes, those that are still possible hatched.
func boxes(b *report.Boxes) string {
	if b == nil || b.Max-b.Min >= mostBoxes {
		return ""
	}
	var s strings.Builder
	for score := b.Min; score <= b.Max; score++ {
		switch {
		case score <= b.Low:
			s.WriteRune('■')
		case score <= b.High:
			s.WriteRune('▨')
		default:
			s.WriteRune('□')
		}
	}
	return s.String()
}

// lineStart is the indent of the total's line.
const lineStart = 2

// totalLine writes the line of a total.
func (p *page) totalLine(l report.TotalLine) {
	l.Label, l.Bands = p.clean(l.Label), slices.Clone(l.Bands)
	for i := range l.Bands {
		l.Bands[i].Label = p.clean(l.Bands[i].Label)
	}
	for _, line := range totalLine(l) {
		p.line(line)
	}
}

// totalLine draws the total between the lowest and highest there can be, with
// the bands named below it.
func totalLine(l report.TotalLine) []string {
	low, high := whole(l.Min), whole(l.Max)
	room := width - lineStart - len(low) - len(high) - 2
	cells := []rune(strings.Repeat("·", room))
	at := func(value float64) int {
		if l.Max <= l.Min {
			return 0
		}
		return min(room-1, max(0, int((value-l.Min)/(l.Max-l.Min)*float64(room-1)+0.5)))
	}
	for _, band := range l.Bands[min(1, len(l.Bands)):] { // the first begins where the line does
		cells[at(band.From)] = '│'
	}
	indent := strings.Repeat(" ", lineStart+len(low)+1)
	lines := []string{
		indent + strings.TrimRight(string(above(l, room, at)), " "),
		strings.Repeat(" ", lineStart) + low + " " + string(cells) + " " + high,
	}
	for _, names := range bandNames(l, room, at) {
		lines = append(lines, indent+strings.TrimRight(string(names), " "))
	}
	return lines
}

// bandNames names the bands below the line, each at its mark, or as far left as
// the one after it needs. Those that find no room there stand on a further line.
func bandNames(l report.TotalLine, room int, at func(float64) int) (lines [][]rune) {
	var ends []int // where the leftmost name of each line begins
	for i := len(l.Bands) - 1; i > 0; i-- {
		name := []rune(strings.TrimSpace(whole(l.Bands[i].From) + " " + strings.ToLower(l.Bands[i].Label)))
		name = name[:min(len(name), room)]
		line := slices.IndexFunc(ends, func(end int) bool { return end >= len(name) })
		if line < 0 {
			line = len(ends)
			ends = append(ends, room)
			lines = append(lines, []rune(strings.Repeat(" ", room)))
		}
		start := min(at(l.Bands[i].From), ends[line]-len(name))
		put(lines[line], start, string(name))
		ends[line] = start - 2
	}
	return lines
}

func whole(value float64) string { return strconv.FormatFloat(value, 'f', -1, 64) }

// above is the line over the total's line: a marker with the total, or a bar
// over all totals that are still possible.
func above(l report.TotalLine, room int, at func(float64) int) []rune {
	cells := []rune(strings.Repeat(" ", room))
	from, to := at(l.Low), at(l.High)
	if l.Low == l.High {
		text := "● " + l.Label
		if from+length(text) > room {
			text = l.Label + " ●"
			from -= length(l.Label) + 1
		}
		put(cells, from, text)
		return cells
	}
	for i := from; i <= to; i++ {
		cells[i] = '═'
	}
	cells[from], cells[to] = '├', '┤'
	return cells
}

// put writes text over cells from a place on, as far as there is room.
func put(cells []rune, at int, text string) {
	for i, r := range []rune(text) {
		if at+i >= 0 && at+i < len(cells) {
			cells[at+i] = r
		}
	}
}
