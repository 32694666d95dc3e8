package pdf

import "github.com/ips-fidelity/fidelity/pkg/fidelity/report"

// mostBoxes is the longest scale that is drawn as boxes.
const mostBoxes = 12

// strip is a score as a row of boxes: full up to what is sure, half full up to
// what is possible, empty above. The three differ in shape, not in colour.
type strip struct {
	report.Boxes
	size float64 // of a box, in millimetres
}

// newStrip returns nil where there is nothing to draw: no boxes, or a scale
// that is none.
func newStrip(b *report.Boxes, size float64) *strip {
	if b == nil || b.Max < b.Min || b.Max-b.Min < 0 || b.Max-b.Min >= mostBoxes {
		return nil
	}
	return &strip{*b, size}
}

func (s *strip) gap() float64 { return s.size * 0.26 }

func (s *strip) width() float64 {
	n := float64(s.Max - s.Min + 1)
	return n*s.size + (n-1)*s.gap()
}

// draw draws the boxes with their upper left corner at x, y.
func (s *strip) draw(p *painter, x, y float64) {
	for score := s.Min; score <= s.Max; score++ {
		switch {
		case score <= s.Low:
			p.rect(x, y, s.size, s.size, accent)
		case score <= s.High:
			p.box(x, y, s.size, accent)
			p.corner(x, y, s.size, accent)
		default:
			p.box(x, y, s.size, edge)
		}
		x += s.size + s.gap()
	}
}
