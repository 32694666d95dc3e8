package pdf

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// cover lays out the block at the top of the first page: what this is and of
// whom, what kind of review and at which stage, large enough not to be missed,
// and when, by whom and for whom. The first section follows on the same page,
// or the contents do.
func (l *layout) cover(doc *report.Document, at spot) []*piece {
	at.parent = at.parent.add("Sect")
	bar := &piece{height: 5.4, draw: func(p *painter, y float64) {
		p.decorate(func() { p.rect(at.x, y, 22, 1.7, accent) })
	}}
	pieces := append(l.logo(doc, at), bar)
	if title := l.glyphs.line(doc.Title); title != "" {
		title = l.breakAtColon(title, at.w)
		w := l.balance(title, styleTitle, at.w)
		pieces = append(pieces, l.lines(at.parent.add("H1"), title, styleTitle, at.x, w)...)
	}
	// Most titles name the service; twice in two lines would be once too many.
	if service := l.glyphs.line(doc.Service); service != "" && !strings.Contains(l.glyphs.line(doc.Title), service) {
		text := l.lines(at.parent.add("P"), service, styleLead, at.x, at.w)
		pieces = append(pieces, space(1, text)...)
	}
	pieces = append(pieces, space(2.6, l.stage(doc, at))...)
	pieces = append(pieces, space(4.2, l.coverTerms(doc.Cover, at))...)
	bind(pieces, always)
	return append(pieces, l.contents(doc, at)...)
}

// stage sets the kind of review and its stage in one large line, a thin bar
// between them.
func (l *layout) stage(doc *report.Document, at spot) []*piece {
	const between = 4.0
	kind, stage := l.glyphs.line(doc.Kind), l.glyphs.line(doc.Stage)
	first, second := at.parent.add("P"), at.parent.add("P")
	w := l.textWidth(kind, styleStage)
	if kind == "" || stage == "" || w+2*between+l.textWidth(stage, styleStage) > at.w {
		pieces := l.lines(first, kind, styleStage, at.x, at.w)
		return append(pieces, l.lines(second, stage, styleStage, at.x, at.w)...)
	}
	return []*piece{{height: styleStage.lead, draw: func(p *painter, y float64) {
		p.mark(first, func() { p.text(at.x, y, kind, styleStage) })
		x := at.x + w + between
		p.decorate(func() { p.stroke(x, y+1.2, x, y+styleStage.lead-1.2, 0.5, accent) })
		p.mark(second, func() { p.text(x+between, y, stage, styleStage) })
	}}}
}

// breakAtColon gives what a title that is too long for a line names a line of
// its own, where that costs none.
func (l *layout) breakAtColon(title string, w float64) string {
	broken := strings.Replace(title, ": ", ":\n", 1)
	if len(l.wrap(broken, styleTitle, w)) <= len(l.wrap(title, styleTitle, w)) {
		return broken
	}
	return title
}

// coverTerms sets names above their texts, three side by side; as plain terms
// where a text is too long for that.
func (l *layout) coverTerms(terms []report.Term, at spot) []*piece {
	const across, between, most = 3, 7.0, 4
	w := (at.w - (across-1)*between) / across
	for _, t := range terms {
		if len(l.cellLines(l.glyphs.line(t.Text), styleBody, w)) > most || len(l.cellLines(l.glyphs.line(t.Name), styleLabel, w)) > 1 {
			return l.terms(terms, at)
		}
	}
	if len(terms) == 0 {
		return nil
	}
	list := at.parent.add("L")
	var out []*piece
	for from := 0; from < len(terms); from += across {
		var cells [][]*piece
		height := 0.0
		for i, t := range terms[from:min(from+across, len(terms))] {
			item, x := list.add("LI"), at.x+float64(i)*(w+between)
			cell := l.lines(item.add("Lbl"), l.glyphs.line(t.Name), styleLabel, x, w)
			cell = append(cell, l.lines(item.add("LBody"), l.glyphs.line(t.Text), styleBody, x, w)...)
			height = max(height, depth(cell))
			cells = append(cells, cell)
		}
		out = append(out, &piece{above: 2.2, height: height, draw: func(p *painter, y float64) {
			for _, c := range cells {
				stack(p, c, y)
			}
		}})
	}
	return out
}
