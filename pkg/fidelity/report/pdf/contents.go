package pdf

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// contents lists the sections with their pages, on a cover that has its page
// to itself: where the first section begins a new one.
func (l *layout) contents(doc *report.Document, at spot) []*piece {
	if len(doc.Sections) == 0 || !doc.Sections[0].NewPage {
		return nil
	}
	out := lead(l.lines(at.parent.add("P"), "Contents", styleLabel, at.x, at.w))
	list := at.parent.add("TOC")
	w := min(at.w, measure*0.8)
	for i, s := range doc.Sections {
		text := l.cut(l.glyphs.line(s.Heading), styleBody, w-14)
		if text == "" {
			continue
		}
		e := list.add("TOCI").add("Link")
		out = append(out, &piece{above: gapLine, height: styleBody.lead + 1, draw: func(p *painter, y float64) {
			number := strconv.Itoa(p.pages[i] + 1)
			p.mark(e, func() {
				p.text(at.x, y, text+" ", styleBody)
				p.text(at.x+w-p.textWidth(number, styleBody), y, number, styleBody)
			})
			p.decorate(func() { p.stroke(at.x, y+styleBody.lead+0.6, at.x+w, y+styleBody.lead+0.6, 0.18, hair) })
			if target := p.anchors[s.ID]; target != 0 {
				p.link(e, target, at.x, y, w, styleBody.lead, text)
			}
		}})
	}
	return space(gapSection, out)
}

// note says on which page each section begins, once all pieces have theirs.
func (l *layout) note(pages [][]placed) {
	l.pages = map[int]int{}
	for n, page := range pages {
		for _, p := range page {
			if p.section > 0 {
				l.pages[p.section-1] = n
			}
		}
	}
}
