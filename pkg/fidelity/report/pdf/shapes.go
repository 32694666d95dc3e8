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
	p.pdf.SetTextColor(st.ink.r, st.ink.g, st.ink.b)
	p.pdf.Text(x, y+st.baseline(), s)
}

// textWidth measures without losing track of the style that is set.
func (p *painter) textWidth(s string, st style) float64 {
	p.shown = st
	return p.layout.textWidth(s, st)
}

// rect draws a full rectangle.
func (p *painter) rect(x, y, w, h float64, c rgb) {
	p.pdf.SetFillColor(c.r, c.g, c.b)
	p.pdf.Rect(x, y, w, h, "F")
}

// boxLine is the width of the outline of a box.
const boxLine = 0.28

// box draws an empty square; its outline lies within it.
func (p *painter) box(x, y, size float64, c rgb) {
	p.pdf.SetDrawColor(c.r, c.g, c.b)
	p.pdf.SetLineWidth(boxLine)
	p.pdf.Rect(x+boxLine/2, y+boxLine/2, size-boxLine, size-boxLine, "D")
}

// corner fills the lower left half of a square.
func (p *painter) corner(x, y, size float64, c rgb) {
	p.pdf.SetFillColor(c.r, c.g, c.b)
	p.pdf.Polygon([]gofpdf.PointType{{X: x, Y: y}, {X: x, Y: y + size}, {X: x + size, Y: y + size}}, "F")
}

// disc draws a full disc with a white rim, which parts it from a line below.
func (p *painter) disc(x, y, radius float64) {
	p.pdf.SetFillColor(white.r, white.g, white.b)
	p.pdf.Circle(x, y, radius+0.6, "F")
	p.pdf.SetFillColor(accent.r, accent.g, accent.b)
	p.pdf.Circle(x, y, radius, "F")
}

// dot draws a full disc.
func (p *painter) dot(x, y, radius float64) {
	p.pdf.SetFillColor(accent.r, accent.g, accent.b)
	p.pdf.Circle(x, y, radius, "F")
}

// ring draws an open disc.
func (p *painter) ring(x, y, radius float64) {
	p.pdf.SetFillColor(white.r, white.g, white.b)
	p.pdf.SetDrawColor(accent.r, accent.g, accent.b)
	p.pdf.SetLineWidth(0.6)
	p.pdf.Circle(x, y, radius, "FD")
}

// stroke draws a straight line.
func (p *painter) stroke(x1, y1, x2, y2, w float64, c rgb) {
	p.pdf.SetDrawColor(c.r, c.g, c.b)
	p.pdf.SetLineWidth(w)
	p.pdf.Line(x1, y1, x2, y2)
}

// boxAttr is the attribute that says where on its page a figure is.
func (p *painter) boxAttr(x, y, w, h float64) string {
	return fmt.Sprintf("<</O /Layout /Placement /Block /BBox [%.2f %.2f %.2f %.2f]>>",
		x/pointMM, (pageHeight-y-h)/pointMM, (x+w)/pointMM, (pageHeight-y)/pointMM)
}
