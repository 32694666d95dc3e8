package pdf

import (
	"math"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// A chart, across: labels, drawing and numbers, as shares of the width.
const (
	chartLabels  = 0.36
	chartNumbers = 0.15
	chartGap     = 4.0 // between them, in millimetres
	chartPad     = 1.0 // above and below a row
	chartLines   = 3   // of a label; what is longer is told by the alternative text
	shortTick    = 5   // letters of a label that can stand over its tick
	dotSize      = 1.35
)

// rowChart is a chart on the page: where its drawing stands, and the row that
// the next one is joined to.
type rowChart struct {
	*layout
	report.Chart
	at         spot
	figure     *element
	x, w       float64 // of the drawing
	last       *float64
	lastPage   int
	lastMiddle float64
}

// chart sets a chart as a figure: its head, then a piece for each row, so that
// it may go on on the next page, where the head is repeated.
func (l *layout) chart(b report.Chart, at spot) ([]*piece, error) {
	if !(b.Max > b.Min) || math.IsInf(b.Max-b.Min, 0) || len(b.Ticks) > mostMarks {
		return l.blocks(b.Instead(), at)
	}
	c := &rowChart{layout: l, Chart: b, at: at, figure: at.parent.add("Figure")}
	c.figure.alt = strings.TrimSpace(l.glyphs.line(b.Title) + " " + l.glyphs.line(b.Alt))
	c.x = at.x + at.w*chartLabels + chartGap
	c.w = at.w*(1-chartLabels-chartNumbers) - 2*chartGap
	pieces := lead(l.lines(c.figure, l.glyphs.line(b.Title), styleCaption, at.x, at.w))
	head, again := c.head()
	if head.height > 0 {
		pieces = append(pieces, head)
	}
	for _, row := range b.Rows {
		p := c.row(row)
		p.head = again
		pieces = append(pieces, p)
	}
	if depth(pieces) < room*0.6 {
		bind(pieces, gently)
	}
	l.arriveAt(b.ID, pieces)
	return space(gapBlock+1.4, pieces), nil
}

// place is where on the drawing a number stands.
func (c *rowChart) place(v float64) float64 {
	return c.x + c.w*fraction(v, report.TotalLine{Min: c.Min, Max: c.Max})
}

// head is the row with the labels of the ticks, and the same once more for the
// pages that the chart goes on to.
func (c *rowChart) head() (tagged, again *piece) {
	long := false
	for _, t := range c.Ticks {
		long = long || len([]rune(t.Label)) > shortTick
	}
	height, draw := styleMarkNo.lead+0.6, c.shortTicks
	if long {
		marks := c.marks(report.TotalLine{Min: c.Min, Max: c.Max, Bands: c.Ticks})
		height = stagger(marks, c.w)
		draw = func(p *painter, y float64) { c.longTicks(p, y+height, marks) }
	}
	if len(c.Ticks) == 0 {
		height = 0
	}
	tagged = &piece{height: height, keep: always}
	tagged.draw = func(p *painter, y float64) {
		c.lastPage = -1
		p.mark(c.figure, func() { draw(p, y) })
	}
	again = &piece{height: height}
	again.draw = func(p *painter, y float64) {
		p.decorate(func() { draw(p, y) })
	}
	return tagged, again
}

func (c *rowChart) shortTicks(p *painter, y float64) {
	for _, t := range c.Ticks {
		text := c.glyphs.line(t.Label)
		p.text(c.place(t.From)-p.textWidth(text, styleMarkNo)/2, y, text, styleMarkNo)
	}
}

// longTicks stands the labels above their ticks, the last of them lowest.
func (c *rowChart) longTicks(p *painter, foot float64, marks []lineMark) {
	for _, m := range marks {
		x, high := c.x+m.at*c.w, styleMarkNo.lead+float64(len(m.label))*styleMark.lead
		y := foot - m.drop - high - 0.8
		p.stroke(x, y+0.6, x, foot, 0.25, edge)
		p.text(x+markIndent, y, m.number, styleMarkNo)
		for i, line := range m.label {
			p.text(x+markIndent, y+styleMarkNo.lead+float64(i)*styleMark.lead, line, styleMark)
		}
	}
}

// few breaks a text into at most so many lines.
func (c *rowChart) few(text string, st style, w float64, most int) []string {
	lines := c.cellLines(c.glyphs.line(text), st, w)
	return lines[:min(len(lines), most)]
}

// row is one row: the reason for a break where there is one, then the label,
// the drawing and the number in line.
func (c *rowChart) row(row report.ChartRow) *piece {
	label := c.few(row.Label, styleCell, c.at.w*chartLabels, chartLines)
	text := c.few(row.Text, styleRowHead, c.at.w*chartNumbers, chartLines)
	var broken []string
	if row.Break != "" {
		broken = c.few(row.Break, styleMark, c.at.w, chartLines)
	}
	above := float64(len(broken)) * styleMark.lead
	high := max(float64(max(len(label), len(text), 1))*styleCell.lead, 2*dotSize) + 2*chartPad
	return &piece{height: above + high, draw: func(p *painter, y float64) {
		p.mark(c.figure, func() {
			for i, line := range broken {
				p.text(c.at.x, y+float64(i)*styleMark.lead, line, styleMark)
			}
			top := y + above
			for i, line := range label {
				p.text(c.at.x, top+chartPad+float64(i)*styleCell.lead, line, styleCell)
			}
			for i, line := range text {
				p.text(c.at.x+c.at.w-p.textWidth(line, styleRowHead), top+chartPad+float64(i)*styleCell.lead, line, styleRowHead)
			}
			c.draw(p, row, top, high)
		})
	}}
}

// draw draws the row's own part of the chart.
func (c *rowChart) draw(p *painter, row report.ChartRow, y, high float64) {
	for _, t := range c.Ticks {
		p.stroke(c.place(t.From), y, c.place(t.From), y+high, 0.18, hair)
	}
	middle := y + high/2
	if c.Form != report.Bars {
		p.stroke(c.x, middle, c.x+c.w, middle, 0.25, hair)
	}
	switch c.Form {
	case report.Bars:
		c.bar(p, row, middle)
	case report.Dots:
		c.dots(p, row, middle)
	default:
		c.whisker(p, row, middle)
	}
}

// bar is full up to the value; where that is open, up to the lowest there can
// be, and outlined with a cross line up to the highest.
func (c *rowChart) bar(p *painter, row report.ChartRow, middle float64) {
	const thick = 3.0
	p.rect(c.x, middle-thick/2, c.w, thick, base)
	switch {
	case row.Value != nil:
		p.rect(c.x, middle-thick/2, c.place(*row.Value)-c.x, thick, accent)
	case row.Low != nil && row.High != nil:
		low, high := c.place(*row.Low), c.place(*row.High)
		p.rect(c.x, middle-thick/2, low-c.x, thick, accent)
		p.stroke(low, middle, high, middle, 0.7, accent)
		p.stroke(high, middle-thick/2, high, middle+thick/2, 0.7, accent)
	}
}

// dots are a ring for the last time and a disc for this time.
func (c *rowChart) dots(p *painter, row report.ChartRow, middle float64) {
	if row.Before != nil && row.Value != nil {
		p.stroke(c.place(*row.Before), middle, c.place(*row.Value), middle, 0.9, accent)
	}
	if row.Before != nil {
		p.ring(c.place(*row.Before), middle, dotSize+0.35)
	}
	if row.Value != nil {
		p.dot(c.place(*row.Value), middle, dotSize)
	}
}

// whisker is a disc on the line of its error, joined to the disc above it
// where that is part of the same path.
func (c *rowChart) whisker(p *painter, row report.ChartRow, middle float64) {
	if row.Low != nil && row.High != nil {
		low, high := c.place(*row.Low), c.place(*row.High)
		p.stroke(low, middle, high, middle, 0.6, accent)
		p.stroke(low, middle-1.2, low, middle+1.2, 0.6, accent)
		p.stroke(high, middle-1.2, high, middle+1.2, 0.6, accent)
	}
	if c.Form == report.Path && row.Break == "" && c.last != nil && row.Value != nil && c.lastPage == p.page {
		p.stroke(c.place(*c.last), c.lastMiddle, c.place(*row.Value), middle, 0.9, accent)
		p.dot(c.place(*c.last), c.lastMiddle, dotSize)
	}
	if row.Value != nil {
		p.dot(c.place(*row.Value), middle, dotSize)
	}
	c.last, c.lastPage, c.lastMiddle = row.Value, p.page, middle
}
