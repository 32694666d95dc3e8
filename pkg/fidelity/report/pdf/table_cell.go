package pdf

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// cellBox is a cell with its lines broken, ready to draw.
type cellBox struct {
	column
	style
	e     *element // nil for a head that is repeated
	lines []string
	strip *strip
	// beside says that the text stands to the right of the boxes; it is
	// below them otherwise, and the first of the lines is theirs.
	beside bool
	link   string // ID to go to
	shade  int    // of the ground
}

// stripGap is the space between boxes and the text beside them.
const stripGap = 2.2

// stripSize is the size of a box in a cell.
const stripSize = 2.8

// cell lays out a cell of a row.
func (t *tableLayout) cell(tr *element, c column, cell report.Cell) cellBox {
	box := cellBox{column: c, style: styleCell, e: tr.add("TD"), link: cell.Link, strip: newStrip(cell.Boxes, stripSize), shade: cell.Shade}
	if c.Header {
		box.e.tag, box.e.attr, box.style = "TH", attrRow, styleRowHead
	}
	text := t.glyphs.line(cell.Text)
	if box.strip != nil {
		free := c.w - box.strip.width() - stripGap
		box.beside = text != "" && t.textWidth(text, box.style) <= free
		if !box.beside {
			box.lines = []string{""}
		}
	}
	box.lines = append(box.lines, t.cellLines(text, box.style, c.w)...)
	return box
}

// cellLines breaks a text into lines; an empty text has none.
func (l *layout) cellLines(s string, st style, w float64) []string {
	if s == "" {
		return nil
	}
	return l.wrap(s, st, w)
}

// draw draws the lines from one to another, the first of them at y.
func (b cellBox) draw(p *painter, y float64, from, to int) {
	to = min(to, len(b.lines))
	if from >= to {
		return
	}
	x := b.x
	if b.strip != nil {
		if b.beside {
			x += b.strip.width() + stripGap
		}
		if from == 0 {
			b.drawStrip(p, y)
		}
	}
	e, st := b.e, b.style
	target := p.anchors[b.link]
	if target != 0 && e != nil {
		e, st.ink = e.add("Link"), accent
	}
	upper := y
	for _, line := range b.lines[from:to] {
		if line != "" {
			at := x
			if b.Right {
				at = b.x + b.w - p.textWidth(strings.TrimRight(line, " "), st)
			}
			p.mark(e, func() { p.text(at, y, line, st) })
		}
		y += b.lead
	}
	if e != b.e {
		p.link(e, target, b.x, upper, b.w, y-upper, b.lines[from])
	}
}

// ground draws the shade of the cell behind its text, the height of the row.
// It repeats what the text says, and is decoration.
func (b cellBox) ground(p *painter, y, height float64) {
	if b.shade < 1 {
		return
	}
	grey := shades[min(b.shade, len(shades))-1]
	p.decorate(func() { p.rect(b.x-gutter/2+0.3, y+0.2, b.w+gutter-0.6, height-0.4, grey) })
}

func (b cellBox) drawStrip(p *painter, y float64) {
	x := b.x
	if b.Right && !b.beside {
		x = b.x + b.w - b.strip.width()
	}
	p.decorate(func() { b.strip.draw(p, x, y+(b.lead-b.strip.size)/2) })
}
