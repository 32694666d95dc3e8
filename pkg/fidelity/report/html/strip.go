package html

import (
	"fmt"
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

// strip draws a score as boxes: full up to the lowest possible score, cut
// corner to corner up to the highest, empty above. Shape alone tells them
// apart, in grey and on paper too. The score stands beside it in words, so
// that the strip is hidden from those who hear the page.
func (p *page) strip(b *report.Boxes) {
	if b == nil || b.Max < b.Min || b.Max-b.Min >= boxesMax {
		return
	}
	var full, half, outline strings.Builder
	for score, x := b.Min, boxEdge; score <= b.Max; score, x = score+1, x+boxPitch {
		square := fmt.Sprintf("M%d %dh%dv%dh-%dz", x, boxEdge, boxSide, boxSide, boxSide)
		outline.WriteString(square)
		switch {
		case score <= b.Low:
			full.WriteString(square)
		case score <= b.High:
			fmt.Fprintf(&half, "M%d %dv%dh%dz", x, boxEdge, boxSide, boxSide)
		}
	}
	width := (b.Max-b.Min)*boxPitch + boxSide + 2*boxEdge
	height := boxSide + 2*boxEdge
	p.start("svg", attr{"class", "strip"}, attr{"aria-hidden", "true"}, attr{"focusable", "false"},
		attr{"viewBox", fmt.Sprintf("0 0 %d %d", width, height)},
		attr{"width", fmt.Sprint(width)}, attr{"height", fmt.Sprint(height)})
	if full.Len()+half.Len() > 0 {
		p.void("path", attr{"class", "fill"}, attr{"d", full.String() + half.String()})
	}
	p.void("path", attr{"class", "outline"}, attr{"d", outline.String()})
	p.end()
	p.raw(" ")
}
