package xlsx

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"
)

// Programs differ in when they work out the height of a row: some never do
// for merged cells, some do for no row at all. So lines are counted here. What
// is wanted is a line too many rather than one too few.
const (
	// slack is for programs that set the same font a little wider.
	slack = 1.03
	// boldness is how much wider bold letters are.
	boldness = 1.07
	// leading is the height of a line compared with its letters.
	leading = 1.25
	// padding is the room round the text of a cell, in points, and indent what
	// one step of indenting takes.
	padding = 5
	indent  = 7
	// digitPoints is the width of a column of one digit: 7 pixels for the
	// default font, at 96 to the inch.
	digitPoints = 7 * 72.0 / 96
)

// textHeight is the height of a text in points, wrapped in a column that is
// so many digits wide.
func textHeight(s string, digits float64, l look) float64 {
	scale := l.size() * slack
	if l.bold() {
		scale *= boldness
	}
	room := digits*digitPoints - padding
	if l.indented() {
		room -= indent
	}
	lines := 0
	for line := range strings.SplitSeq(xlsxfile.Clean(s), "\n") {
		lines += wrapped(line, room/scale)
	}
	return float64(lines)*l.size()*leading + padding
}

// wrapped is how many lines a line of text takes in so many ems.
func wrapped(line string, room float64) int {
	lines, x := 1, 0.0
	for word := range strings.SplitAfterSeq(line, " ") {
		w := ems(strings.TrimRight(word, " "))
		if x > 0 && x+w > room {
			lines, x = lines+1, 0
		}
		for w > room { // a word that is longer than a line is broken
			lines, w = lines+1, w-room
		}
		x += w
		if strings.HasSuffix(word, " ") {
			x += ems(" ")
		}
	}
	return lines
}

// ems is the width of a text in ems.
func ems(s string) float64 {
	w := 0
	for _, r := range s {
		switch {
		case r >= ' ' && r <= '~':
			w += int(widths[r-' '])
		case r < 0x2E80:
			w += 600
		default: // East Asian letters and pictures are square
			w += 1000
		}
	}
	return float64(w) / 1000
}

// widths are those of the default font from space to tilde, in thousandths of
// an em. They are the widths of Helvetica, which Arial shares.
var widths = [...]uint16{
	278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, // space to /
	556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, // 0 to ?
	1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, // @ to O
	667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, // P to _
	333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, // ` to o
	556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584, // p to ~
}
