package pdf

import (
	"fmt"
	"maps"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// heading sets a heading, with its bookmark and as the target of links. It is
// never the last on its page.
func (l *layout) heading(id, text string, st style, at spot) []*piece {
	text = l.glyphs.line(text)
	var pieces []*piece
	if text != "" {
		e := at.parent.add(fmt.Sprintf("H%d", min(at.level, 6)))
		pieces = l.lines(e, text, st, at.x, l.balance(text, st, at.w))
	} else {
		pieces = []*piece{{draw: func(*painter, float64) {}}}
	}
	link := l.anchor(id)
	draw := pieces[0].draw
	pieces[0].draw = func(p *painter, y float64) {
		p.arrive(link, text, at.outline, y)
		draw(p, y)
	}
	return lead(pieces)
}

// anchor gives the ID a link number, or 0 where there is nothing to go to: no
// ID, or one that stands for something else already.
func (l *layout) anchor(id string) int {
	if id == "" || l.anchors[id] != 0 {
		return 0
	}
	l.anchors[id] = l.pdf.AddLink()
	return l.anchors[id]
}

// group sets blocks under a heading, with the score of an item where there is
// one, and keeps them on one page where they fit on one.
func (l *layout) group(b report.Group, at spot) ([]*piece, error) {
	at.parent = at.parent.add("Sect")
	pieces := l.groupHead(b, at)
	at.level++
	at.outline++
	body, err := l.blocks(b.Blocks, at)
	if err != nil {
		return nil, fmt.Errorf("group %q: %w", b.ID, err)
	}
	if len(body) > 0 {
		body[0].above = min(body[0].above, gapBlock-0.8)
	}
	pieces = append(pieces, body...)
	if depth(pieces) <= room {
		bind(pieces, gently)
	}
	return space(gapGroup, pieces), nil
}

// groupHead sets a thin rule, the heading, and the score as boxes and words.
func (l *layout) groupHead(b report.Group, at spot) []*piece {
	pieces := l.heading(b.ID, b.Heading, styleGroup, at)
	first := pieces[0]
	draw, gap := first.draw, 2.2
	first.height += gap
	first.draw = func(p *painter, y float64) {
		p.decorate(func() { p.stroke(at.x, y, at.x+at.w, y, 0.25, edge) })
		draw(p, y+gap)
	}
	pieces = append(pieces, space(1, l.score(b, at))...)
	return lead(pieces)
}

// score is what stands below the heading of an item: boxes, then words.
func (l *layout) score(b report.Group, at spot) []*piece {
	x, strip := at.x, newStrip(b.Boxes, 3.8)
	if strip != nil {
		x += strip.width() + 3
	}
	var pieces []*piece
	if words := l.glyphs.line(b.Score); words != "" {
		pieces = l.lines(at.parent.add("P"), words, styleScore, x, at.x+at.w-x)
	}
	if strip == nil {
		return pieces
	}
	boxes := &piece{height: styleScore.lead, draw: func(p *painter, y float64) {
		p.decorate(func() { strip.draw(p, at.x, y+(styleScore.lead-strip.size)/2) })
	}}
	return zip([]*piece{boxes}, pieces)
}

// columns sets two groups side by side where both fit, else one below the
// other.
func (l *layout) columns(b report.Columns, at spot) ([]*piece, error) {
	const between, least = 10.0, 100.0
	if at.w >= least {
		known := maps.Clone(l.anchors)
		half := at
		half.parent = &element{tag: "Div"}
		half.w = (at.w - between) / 2
		first, err := l.group(b.Left, half)
		if err != nil {
			return nil, err
		}
		half.x += half.w + between
		second, err := l.group(b.Right, half)
		if err != nil {
			return nil, err
		}
		if height := max(depth(first), depth(second)); height <= room/2 {
			at.parent.attach(half.parent)
			return []*piece{{above: gapGroup, height: height, draw: func(p *painter, y float64) {
				stack(p, first, y)
				stack(p, second, y)
			}}}, nil
		}
		l.anchors = known // what was tried is not in the document
	}
	first, err := l.group(b.Left, at)
	if err != nil {
		return nil, err
	}
	second, err := l.group(b.Right, at)
	return append(first, second...), err
}
