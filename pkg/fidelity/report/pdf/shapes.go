package pdf

import (
	"fmt"

	"github.com/jung-kurt/gofpdf"
)

// text draws one line of cleaned text, the upper edge of the line at y.
func (p *painter) text(x, y float64, s string, st style) {
	if s == "" {
		return
	}
	if st.bold != p.shown.bold || st.points != p.shown.points {
		p.use(st)
		p.shown = st
	}
	ink := p.tint(st.ink)
	p.pdf.SetTextColor(ink.r, ink.g, ink.b)
	p.pdf.Text(x, y+st.baseline(), s)
}

// textWidth measures without losing track of the style that is set.
func (p *painter) textWidth(s string, st style) float64 {
	p.shown = st
	return p.layout.textWidth(s, st)
}

// tint gives the document's own accent for ours.
func (p *painter) tint(c rgb) rgb {
	if c == accent {
		return p.accent
	}
	return c
}

func (p *painter) fill(c rgb) {
	c = p.tint(c)
	p.pdf.SetFillColor(c.r, c.g, c.b)
}

func (p *painter) pen(c rgb) {
	c = p.tint(c)
	p.pdf.SetDrawColor(c.r, c.g, c.b)
}

// rect draws a full rectangle.
func (p *painter) rect(x, y, w, h float64, c rgb) {
	p.fill(c)
	p.pdf.Rect(x, y, w, h, "F")
}

// boxLine is the width of the outline of a box.
const boxLine = 0.28

// box draws an empty square; its outline lies within it.
func (p *painter) box(x, y, size float64, c rgb) {
	p.pen(c)
	p.pdf.SetLineWidth(boxLine)
	p.pdf.Rect(x+boxLine/2, y+boxLine/2, size-boxLine, size-boxLine, "D")
}

// corner fills the lower left half of a square.
func (p *painter) corner(x, y, size float64, c rgb) {
	p.fill(c)
	p.pdf.Polygon([]gofpdf.PointType{{X: x, Y: y}, {X: x, Y: y + size}, {X: x + size, Y: y + size}}, "F")
}

// disc draws a full disc with a white rim, which parts it from a line below.
func (p *painter) disc(x, y, radius float64) {
	p.fill(white)
	p.pdf.Circle(x, y, radius+0.6, "F")
	p.fill(accent)
	p.pdf.Circle(x, y, radius, "F")
}

// dot draws a full disc.
func (p *painter) dot(x, y, radius float64) {
	p.fill(accent)
	p.pdf.Circle(x, y, radius, "F")
}

// ring draws an open disc.
func (p *painter) ring(x, y, radius float64) {
	p.fill(white)
	p.pen(accent)
	p.pdf.SetLineWidth(0.6)
	p.pdf.Circle(x, y, radius, "FD")
}

// stroke draws a straight line.
func (p *painter) stroke(x1, y1, x2, y2, w float64, c rgb) {
	p.pen(c)
	p.pdf.SetLineWidth(w)
	p.pdf.Line(x1, y1, x2, y2)
}

// boxAttr is the attribute that says where on its page a figure is.
func (p *painter) boxAttr(x, y, w, h float64) string {
	return fmt.Sprintf("<</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>",
		x/pointMM, (pageHeight-y-h)/pointMM, (x+w)/pointMM, (pageHeight-y)/pointMM)
}
