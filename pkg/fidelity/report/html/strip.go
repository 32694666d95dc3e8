package html

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// Measures of a strip, in its own units.
const (
	boxSide  = 13
	boxPitch = 18 // from one box to the next
	boxEdge  = 1  // room for half the outline
	boxesMax = 20 // a longer scale is told by its score alone
)

// A box and its lower left half, from the upper left corner. Both have the
// measures above.
const (
	wholeBox = " 1h13v13h-13z"
	halfBox  = " 1v13h13z"
)

// strip draws a score as boxes: full up to the lowest possible score, cut
// corner to corner up to the highest, empty above. Shape alone tells them
// apart, in grey and on paper too. The score stands beside it in words, so
// that the strip is hidden from those who hear the page.
func (p *page) strip(b *report.Boxes) {
	if b == nil || b.Max < b.Min || b.Max-b.Min >= boxesMax {
		return
	}
	var filled, outline strings.Builder
	for score, x := b.Min, boxEdge; score <= b.Max; score, x = score+1, x+boxPitch {
		corner := "M" + strconv.Itoa(x)
		outline.WriteString(corner + wholeBox)
		switch {
		case score <= b.Low:
			filled.WriteString(corner + wholeBox)
		case score <= b.High:
			filled.WriteString(corner + halfBox)
		}
	}
	width := strconv.Itoa((b.Max-b.Min)*boxPitch + boxSide + 2*boxEdge)
	height := strconv.Itoa(boxSide + 2*boxEdge)
	p.start("svg", attr{"class", "strip"}, attr{"aria-hidden", "true"}, attr{"focusable", "false"},
		attr{"viewBox", "0 0 " + width + " " + height}, attr{"width", width}, attr{"height", height})
	if filled.Len() > 0 {
		p.void("path", attr{"class", "fill"}, attr{"d", filled.String()})
	}
	p.void("path", attr{"class", "outline"}, attr{"d", outline.String()})
	p.end()
	p.raw(" ")
}
