package text

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// boxes draws a score as filled boxes, those that are still possible hatched.
func boxes(b *report.Boxes) string {
	if b == nil {
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
	names := []rune(strings.Repeat(" ", room))
	end := room
	for i := len(l.Bands) - 1; i > 0; i-- { // the first begins where the line does
		place := at(l.Bands[i].From)
		cells[place] = '│'
		label := whole(l.Bands[i].From) + " " + strings.ToLower(l.Bands[i].Label)
		// A label stands at its mark, or as far left as the one after it needs.
		start := max(0, min(place, end-length(label)))
		put(names, start, label)
		end = start - 2
	}
	indent := strings.Repeat(" ", lineStart+len(low)+1)
	lines := []string{
		indent + strings.TrimRight(string(above(l, room, at)), " "),
		strings.Repeat(" ", lineStart) + low + " " + string(cells) + " " + high,
	}
	if len(l.Bands) > 1 {
		lines = append(lines, indent+strings.TrimRight(string(names), " "))
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

var plainLetters = strings.NewReplacer(
	"■", "#", "▨", "?", "□", ".", "●", "o", "·", ".", "│", "|", "═", "=", "├", "[", "┤", "]", "→", "->", "…", "~", "’", "'", "“", `"`, "”", `"`, "–", "-",
)

// ascii replaces what a terminal without UTF-8 cannot show.
func ascii(text string) string { return plainLetters.Replace(text) }
