package pdf

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// table sets a table: caption, head, rows parted by hairlines. A table with
// more columns than fit is set as several, one below the other.
func (l *layout) table(b report.Table, at spot) []*piece {
	caption := l.glyphs.line(b.Caption)
	if len(b.Columns) == 0 || (len(b.Rows) == 0 && b.Empty != "") {
		return l.emptyTable(b, caption, at)
	}
	var out []*piece
	parts := l.parts(b, at.x, at.w)
	for i, cols := range parts {
		text := caption
		if len(parts) > 1 {
			text = fmt.Sprintf("%s (%d of %d)", caption, i+1, len(parts))
		}
		id := b.ID
		if i > 0 {
			id = ""
		}
		t := &tableLayout{layout: l, at: at, e: at.parent.add("Table"), cols: cols}
		out = append(out, space(gapBlock+1.4, t.pieces(id, text, b.Rows))...)
	}
	return out
}

// emptyTable says in a sentence that there is nothing to list.
func (l *layout) emptyTable(b report.Table, caption string, at spot) []*piece {
	pieces := lead(l.lines(at.parent.add("P"), caption, styleCaption, at.x, at.w))
	text := l.lines(at.parent.add("P"), l.glyphs.text(b.Empty), styleBody, at.x, min(at.w, measure))
	pieces = append(pieces, text...)
	l.arriveAt(b.ID, pieces)
	return space(gapBlock+1.4, pieces)
}

// arriveAt makes the first of the pieces the target of links to the ID.
func (l *layout) arriveAt(id string, pieces []*piece) {
	if len(pieces) == 0 {
		return
	}
	link, draw := l.anchor(id), pieces[0].draw
	pieces[0].draw = func(p *painter, y float64) {
		p.land(link, y)
		draw(p, y)
	}
}

// tableLayout lays out one table, or one part of a table that is too wide.
type tableLayout struct {
	*layout
	at   spot
	e    *element
	cols []column
}

const (
	rowPad  = 1.25 // white space in a row, above and below its lines
	rowStep = 5    // lines that stay together of a row taller than a page
)

func (t *tableLayout) pieces(id, caption string, rows [][]report.Cell) []*piece {
	var out []*piece
	if caption != "" {
		out = lead(t.lines(t.e.add("Caption"), caption, styleCaption, t.at.x, t.at.w))
	}
	head, again, onward := t.head()
	if len(out) > 0 {
		head.above = 0.8
	}
	out = append(out, head)
	for _, cells := range rows {
		row := t.row(cells, room-onward.height)
		for i, p := range row {
			p.head = again
			if i > 0 {
				p.head = onward
			}
		}
		out = append(out, row...)
	}
	// The last row alone on a page would be easy to miss.
	if n := len(out); len(rows) > 1 && out[n-1].height+out[n-2].height < room/4 {
		out[n-2].keep = always
	}
	if depth(out) < room/3 {
		bind(out, gently)
	}
	t.arriveAt(id, out)
	return out
}

// head returns the row of column heads, and the same twice more as decoration
// for the pages that the table goes on to: above a new row, and above the rest
// of a row, which brings no white space of its own.
func (t *tableLayout) head() (tagged, again, onward *piece) {
	tr := t.e.add("TR")
	var cells []cellBox
	most := 1
	for _, c := range t.cols {
		th := tr.add("TH")
		th.attr = attrColumn
		cell := cellBox{e: th, column: c, style: styleColHead}
		cell.lines = t.cellLines(t.glyphs.line(c.Head), styleColHead, c.w)
		most = max(most, len(cell.lines))
		cells = append(cells, cell)
	}
	// A head so long that no row fits below it is cut short of that.
	most = min(most, int(room/4/styleColHead.lead))
	height := float64(most)*styleColHead.lead + 2*rowPad
	draw := func(cells []cellBox) func(*painter, float64) {
		return func(p *painter, y float64) {
			for _, c := range cells {
				// Short heads stand on the line, beside the last line of long ones.
				drop := float64(most-min(most, len(c.lines))) * styleColHead.lead
				c.draw(p, y+rowPad+drop, 0, most)
			}
			p.decorate(func() { p.stroke(t.at.x, y+height, t.at.x+t.at.w, y+height, 0.45, accent) })
		}
	}
	silent := append([]cellBox(nil), cells...)
	for i := range silent {
		silent[i].e = nil
	}
	return &piece{height: height, keep: always, draw: draw(cells)},
		&piece{height: height, draw: draw(silent)},
		&piece{height: height + rowPad, draw: draw(silent)}
}

// row makes one piece of a row, or several where it is taller than limit.
func (t *tableLayout) row(cells []report.Cell, limit float64) []*piece {
	tr := t.e.add("TR")
	var boxes []cellBox
	most := 1
	for _, c := range t.cols {
		var cell report.Cell
		if c.index < len(cells) {
			cell = cells[c.index]
		}
		box := t.cell(tr, c, cell)
		most = max(most, len(box.lines))
		boxes = append(boxes, box)
	}
	step := most
	if float64(most)*styleCell.lead+2*rowPad > limit {
		step = rowStep
	}
	var out []*piece
	for from := 0; from < most; from += step {
		to := min(from+step, most)
		height, first := float64(to-from)*styleCell.lead, 0.0
		if from == 0 {
			first = rowPad
		}
		height += first
		if to == most {
			height += rowPad
		}
		out = append(out, &piece{height: height, draw: func(p *painter, y float64) {
			for _, b := range boxes {
				b.ground(p, y, height)
				b.draw(p, y+first, from, to)
			}
			if to == most {
				p.decorate(func() { p.stroke(t.at.x, y+height, t.at.x+t.at.w, y+height, 0.18, hair) })
			}
		}})
	}
	return out
}
