package pdf

import (
	"cmp"
	"math"
	"slices"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// The total line, from top to bottom, in millimetres.
const (
	lineAbove  = 10.6 // the number over the line
	lineThick  = 2.4
	lineTick   = 2.6 // from the line to the first row of labels
	markIndent = 1.3 // from a tick to its label
	markWidest = 44.0
	markGap    = 2.0
	mostMarks  = 12 // more bands are told by the alternative text only
)

// lineMark is the lower edge of a band with its label.
type lineMark struct {
	at     float64 // 0 at the lowest total, 1 at the highest
	number string
	label  []string
	w      float64
	row    int // rows of labels above it
	drop   float64
}

// totalLine draws the total on a line from the lowest to the highest possible,
// and says the same in words to those who cannot see it.
func (l *layout) totalLine(b report.TotalLine, at spot) []*piece {
	figure := at.parent.add("Figure")
	label := l.cut(l.glyphs.line(b.Label), styleTotal, at.w)
	if figure.alt = l.glyphs.line(b.Alt); figure.alt == "" {
		figure.alt = l.glyphs.line(b.Label)
	}
	highest := number(b.Max)
	marks := l.marks(b)
	w := at.w - l.textWidth(highest, styleMarkNo) - 2
	for _, m := range marks {
		// The line is as long as leaves room for the last labels.
		if m.at > 0 {
			w = min(w, (at.w-markIndent-m.w)/m.at)
		}
	}
	height := lineAbove + lineThick + lineTick + stagger(marks, w)
	draw := func(p *painter, y float64) {
		c := totalChart{p: p, x: at.x, y: y + lineAbove, w: w}
		p.mark(figure, func() {
			c.band(marks)
			p.text(at.x+w+2, c.y+lineThick/2-styleMarkNo.lead/2, highest, styleMarkNo)
			c.labels(marks)
			c.total(fraction(b.Low, b), fraction(b.High, b), label)
		})
		figure.attr = p.boxAttr(at.x, y, at.w, height)
	}
	return []*piece{{above: gapBlock, height: height, draw: draw}}
}

// marks measures the labels of the bands.
func (l *layout) marks(b report.TotalLine) []lineMark {
	if len(b.Bands) > mostMarks {
		return nil
	}
	var out []lineMark
	for _, band := range b.Bands {
		m := lineMark{at: fraction(band.From, b), number: number(band.From)}
		m.label = l.cellLines(l.glyphs.line(band.Label), styleMark, markWidest)
		m.label = m.label[:min(len(m.label), 3)]
		m.w = l.textWidth(m.number, styleMarkNo)
		for _, line := range m.label {
			m.w = max(m.w, l.textWidth(line, styleMark))
		}
		out = append(out, m)
	}
	slices.SortStableFunc(out, func(a, b lineMark) int { return cmp.Compare(a.at, b.at) })
	return out
}

// stagger gives each label its row, so that no label is over another and no
// tick runs through a label: one that reaches beyond marks to its right goes
// below all of those. It returns the height of all rows.
func stagger(marks []lineMark, w float64) float64 {
	rows := make([]float64, len(marks)+1) // height of each
	for i := len(marks) - 1; i >= 0; i-- {
		m := &marks[i]
		for _, other := range marks[i+1:] {
			if m.at*w+markIndent+m.w+markGap > other.at*w {
				m.row = max(m.row, other.row+1)
			}
		}
		rows[m.row] = max(rows[m.row], styleMarkNo.lead+float64(len(m.label))*styleMark.lead)
	}
	sum := 0.0
	for row, height := range rows {
		for i := range marks {
			if marks[i].row == row {
				marks[i].drop = sum
			}
		}
		if height > 0 {
			sum += height + 0.8
		}
	}
	return sum
}

// fraction is where on the line a total stands, from 0 to 1.
func fraction(v float64, b report.TotalLine) float64 {
	f := (v - b.Min) / (b.Max - b.Min)
	if math.IsNaN(f) {
		return 0
	}
	return min(max(f, 0), 1)
}

// number writes a number as short as it can be without loss, up to a length.
func number(v float64) string {
	if math.Abs(v) >= 1e7 {
		return strconv.FormatFloat(v, 'g', 3, 64)
	}
	return strconv.FormatFloat(math.Round(v*100)/100, 'f', -1, 64)
}

// totalChart draws the parts of a total line.
type totalChart struct {
	p       *painter
	x, y, w float64 // of the line itself
}

// band draws the line, parted at the lower edges of the bands.
func (c totalChart) band(marks []lineMark) {
	const part = 0.7
	c.p.rect(c.x, c.y, c.w, lineThick, base)
	for _, m := range marks {
		if m.at > 0 && m.at < 1 {
			c.p.rect(c.x+m.at*c.w-part/2, c.y, part, lineThick, white)
		}
	}
}

// labels draws a tick and a label for each band.
func (c totalChart) labels(marks []lineMark) {
	first := c.y + lineThick + lineTick
	for _, m := range marks {
		x, y := c.x+m.at*c.w, first+m.drop
		c.p.stroke(x, c.y+lineThick, x, y+styleMarkNo.lead-0.6, 0.25, edge)
		c.p.text(x+markIndent, y, m.number, styleMarkNo)
		for i, line := range m.label {
			c.p.text(x+markIndent, y+styleMarkNo.lead+float64(i)*styleMark.lead, line, styleMark)
		}
	}
}

// total draws a disc for a settled total and a bar with ends for a range, and
// writes the number over it.
func (c totalChart) total(low, high float64, label string) {
	from, to := c.x+min(low, high)*c.w, c.x+max(low, high)*c.w
	middle := c.y + lineThick/2
	if from == to {
		c.p.disc(from, middle, 2.5)
	} else {
		c.p.rect(from, c.y-0.3, to-from, lineThick+0.6, accent)
		for _, x := range []float64{from, to} {
			c.p.stroke(x, middle-2.6, x, middle+2.6, 0.7, accent)
		}
	}
	w := c.p.textWidth(label, styleTotal)
	x := min(max((from+to)/2-w/2, c.x), c.x+c.w-w)
	c.p.text(max(x, c.x), c.y-lineAbove+0.4, label, styleTotal)
}
