package pdf

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

const (
	tickSize  = 3.6 // side of a box to tick, in millimetres
	tickGap   = 2.0 // between a box and its answer
	tickApart = 7.0 // between an answer and the next box
	writeLead = 8.4 // height of a line to write on
)

// questions sets sheets to take along: questions with boxes to tick and lines
// to write on, each kept on one page.
func (l *layout) questions(b report.Questions, at spot) []*piece {
	var out []*piece
	for _, head := range b.Head {
		out = append(out, l.fillIn(head, at.x, at.w, at))
	}
	if len(b.List) > 0 {
		lead(out)
	}
	if len(out) > 0 {
		out[0].above = gapBlock
		l.arriveAt(b.ID, out)
	}
	for _, q := range b.List {
		own := l.question(q, at.x, at.w, at)
		for _, f := range q.Follow {
			own = append(own, space(gapBlock+1.5, l.question(f, at.x+7, at.w-7, at))...)
		}
		rule := &piece{height: 3.2, draw: func(p *painter, y float64) {
			p.decorate(func() { p.stroke(at.x, y, at.x+at.w, y, 0.25, hair) })
		}}
		own = append([]*piece{rule}, own...)
		rule.keep = always
		if depth(own) <= room {
			bind(own, gently)
		}
		out = append(out, space(gapBlock+2, own)...)
	}
	return out
}

// question sets one question: its number in the margin of the text, then what
// to count, then room for the answer, then what it is for.
func (l *layout) question(q report.Question, x, w float64, at spot) []*piece {
	const indent = 10.0
	e := at.parent.add("Div")
	in, iw := x+indent, w-indent
	var out []*piece
	if only := l.glyphs.line(q.Only); only != "" {
		out = append(out, lead(l.lines(e.add("P"), only, styleLabel, in, iw))...)
	}
	number := l.lines(e.add("P"), l.glyphs.line(q.Number), styleName, x, indent)
	text := l.lines(e.add("P"), l.glyphs.line(q.Text), styleName, in, iw)
	out = append(out, lead(zip(number, text))...)
	if help := l.glyphs.text(q.Help); help != "" {
		out = append(out, lead(space(0.6, l.lines(e.add("P"), help, styleNote, in, iw)))...)
	}
	out = append(out, l.room(q, e, in, iw)...)
	for range q.Lines {
		out = append(out, writeLine(in, iw))
	}
	if about := l.glyphs.line(q.About()); about != "" {
		if n := len(out); n > 0 {
			out[n-1].keep = always
		}
		out = append(out, space(1.6, l.lines(e.add("P"), about, styleMargin, in, iw))...)
	}
	return out
}

// room is where the answer goes: boxes, or a line for each row.
func (l *layout) room(q report.Question, e *element, x, w float64) []*piece {
	var out []*piece
	switch {
	case len(q.Rows) > 0 && len(q.Answers) > 0:
		if q.Lettered() {
			for i, answer := range q.Answers {
				letter := l.lines(e.add("P"), l.glyphs.line(q.Marks[i]), styleRowHead, x, 8)
				out = append(out, lead(zip(letter, l.lines(e.add("P"), l.glyphs.line(answer), styleCell, x+8, w-8)))...)
			}
			space(1.2, out)
		}
		for _, row := range q.Rows {
			code := l.lines(e.add("P"), l.glyphs.line(row), styleName, x, 22)
			out = append(out, space(1.6, zip(code, l.ticks(q.Marks, e, x+22, w-22)))...)
		}
	case len(q.Rows) > 0:
		at := spot{parent: e}
		for _, row := range q.Rows {
			out = append(out, l.fillIn(strings.TrimSpace(row+"   "+q.Unit), x, w, at))
		}
	case len(q.Answers) > 0:
		out = append(out, space(1.8, l.ticks(q.Answers, e, x, w))...)
	case q.Unit != "":
		out = append(out, l.fillIn(q.Unit, x, w, spot{parent: e}))
	}
	return out
}

// ticks sets boxes with their answers beside one another as far as they fit.
func (l *layout) ticks(answers []string, e *element, x, w float64) []*piece {
	var out []*piece
	var row *piece
	used := 0.0
	for _, answer := range answers {
		text := l.glyphs.line(answer)
		need := tickSize + tickGap + l.textWidth(text, styleBody)
		if need > w { // a long answer takes lines of its own
			lines := l.lines(e.add("P"), text, styleBody, x+tickSize+tickGap, w-tickSize-tickGap)
			out = append(out, space(1, zip([]*piece{tickBox(x)}, lines))...)
			row = nil
			continue
		}
		if row != nil && used+tickApart+need > w {
			row = nil
		}
		left := x
		if row != nil {
			left = x + used + tickApart
		}
		mark := l.lines(e.add("P"), text, styleBody, left+tickSize+tickGap, w)
		both := zip([]*piece{tickBox(left)}, mark)[0]
		if row == nil {
			both.above = 1
			row = both
			out = append(out, row)
		} else {
			first := *row
			*row = *abreast(&first, both)
		}
		used = left - x + need
	}
	return out
}

func tickBox(x float64) *piece {
	return &piece{height: styleBody.lead, draw: func(p *painter, y float64) {
		p.decorate(func() { p.box(x, y+(styleBody.lead-tickSize)/2, tickSize, edge) })
	}}
}

// fillIn sets a label with a line to write on beside it.
func (l *layout) fillIn(label string, x, w float64, at spot) *piece {
	text := l.cut(l.glyphs.line(label), styleBody, w*0.7)
	e := at.parent.add("P")
	from := x + l.textWidth(text, styleBody) + 3
	return &piece{height: writeLead, draw: func(p *painter, y float64) {
		p.mark(e, func() { p.text(x, y+writeLead-styleBody.lead-0.6, text, styleBody) })
		p.decorate(func() { p.stroke(from, y+writeLead-1.4, x+w, y+writeLead-1.4, 0.25, edge) })
	}}
}

// writeLine is a line to write on.
func writeLine(x, w float64) *piece {
	return &piece{height: writeLead, draw: func(p *painter, y float64) {
		p.decorate(func() { p.stroke(x, y+writeLead-1.4, x+w, y+writeLead-1.4, 0.25, hair) })
	}}
}
