package pdf

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// list sets sentences under bullets or numbers.
func (l *layout) list(b report.List, at spot) []*piece {
	var out []*piece
	list := at.parent.add("L")
	list.attr = attrBulleted
	indent := 4.6
	if b.Numbered {
		list.attr = attrNumbered
		indent = l.textWidth(strconv.Itoa(len(b.Items))+".", styleName) + 2.2
	}
	w := min(at.w, measure) - indent
	for i, text := range b.Items {
		item := list.add("LI")
		sign, st := "•", styleBody
		if b.Numbered {
			sign, st = strconv.Itoa(i+1)+".", styleName
		}
		label := l.lines(item.add("Lbl"), sign, st, at.x, indent)
		pieces := zip(label, l.lines(item.add("LBody"), l.glyphs.line(text), styleBody, at.x+indent, w))
		out = append(out, space(gapLine, pieces)...)
	}
	return space(gapBlock, out)
}

// terms sets names at the left and their texts beside them; one above the
// other where there is no room.
func (l *layout) terms(rows []report.Term, at spot) []*piece {
	const between = 5.0
	var out []*piece
	list := at.parent.add("L")
	names := 0.0
	for _, r := range rows {
		names = max(names, l.textWidth(l.glyphs.line(r.Name), styleName))
	}
	// A hair more, so that the widest name is not broken by a rounding.
	names = min(names+0.5, 46, at.w*0.34)
	beside := at.w >= 90
	for _, r := range rows {
		item := list.add("LI")
		name, text := l.glyphs.line(r.Name), l.glyphs.line(r.Text)
		var pieces []*piece
		if beside {
			w := min(at.w, measure) - names - between
			pieces = zip(
				l.lines(item.add("Lbl"), name, styleName, at.x, names),
				l.lines(item.add("LBody"), text, styleBody, at.x+names+between, w))
		} else {
			pieces = lead(l.lines(item.add("Lbl"), name, styleName, at.x, at.w))
			pieces = append(pieces, l.lines(item.add("LBody"), text, styleBody, at.x, at.w)...)
		}
		out = append(out, space(gapLine+0.6, pieces)...)
	}
	return space(gapBlock, out)
}
