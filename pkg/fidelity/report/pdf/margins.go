package pdf

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// margins is what stands at the head and the foot of every page.
type margins struct {
	running string
	foot    []string
	total   int
}

// The places of header and footer, in millimetres from the upper edge.
const (
	headerY  = 11.5
	footerY  = pageHeight - 18
	footerW  = width - 34
	footMost = 3 // lines
)

func (l *layout) margins(doc *report.Document, total int) margins {
	foot := l.cellLines(l.glyphs.line(doc.Footer), styleMargin, footerW)
	if len(foot) > footMost {
		foot = foot[:footMost]
		foot[footMost-1] = l.cut(foot[footMost-1]+"…", styleMargin, footerW)
	}
	return margins{running: l.cut(l.glyphs.line(doc.Running), styleMargin, width), foot: foot, total: total}
}

func (m margins) header(p *painter) { p.text(left, headerY, m.running, styleMargin) }

// footer draws the foot, with the number of the page and of all pages.
func (m margins) footer(p *painter) {
	p.stroke(left, footerY-2, left+width, footerY-2, 0.18, hair)
	for i, line := range m.foot {
		p.text(left, footerY+float64(i)*styleMargin.lead, line, styleMargin)
	}
	number := fmt.Sprintf("Page %d of %d", p.page+1, m.total)
	p.text(left+width-p.textWidth(number, styleMargin), footerY, number, styleMargin)
}
