package html

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// Heights in a chart, in CSS pixels. Places across are shares of the width, so
// that a chart can be as narrow as a telephone with letters as large as ever.
const (
	chartHead = 24 // the ticks' labels
	chartLine = 19 // a line of a row's label
	chartDraw = 24 // the drawing below the label
	chartGap  = 8
	// chartLetters is how many letters fit on a line of the narrowest screen,
	// and leastLetters what a label gets beside the longest number.
	chartLetters = 38
	leastLetters = 14
	shortTick    = 5 // letters of a label that can stand over its tick
)

// chart draws rows against one axis. Each row has its label and its number as
// text, above its own line; a table below holds the same.
func (p *page) chart(c report.Chart) {
	if !(c.Max > c.Min) {
		p.blocks(c.Instead(), deepest)
		return
	}
	p.start("figure", attr{"class", "chart"}, attr{"id", p.ids.claim(c.ID)})
	p.optional("figcaption", c.Title)
	p.chartDrawing(c)
	if line := (report.TotalLine{Min: c.Min, Max: c.Max, Bands: c.Ticks}); namedTicks(c.Ticks) {
		p.bandNames(line)
	}
	p.start("details")
	p.element("summary", wordNumbers)
	p.table(c.Table)
	p.end()
	p.end()
}

// namedTicks says whether the labels of the ticks are too long to stand there.
func namedTicks(ticks []report.Mark) bool {
	for _, t := range ticks {
		if len([]rune(t.Label)) > shortTick {
			return true
		}
	}
	return false
}

// chartRow is a row with its place from the top.
type chartRow struct {
	report.ChartRow
	label, broken []string // lines
	// Baselines of the reason for a break and of the label, and the middle of
	// the drawing.
	why, text, draw int
}

func (p *page) chartDrawing(c report.Chart) {
	rows, high := chartRows(c)
	title, desc, hatch := p.ids.claim(c.ID+"-title"), p.ids.claim(c.ID+"-desc"), p.ids.claim(c.ID+"-hatch")
	p.start("svg", attr{"role", "img"}, attr{"aria-labelledby", title + " " + desc}, attr{"width", "100%"},
		attr{"height", strconv.Itoa(high)}, attr{"focusable", "false"})
	p.element("title", c.Title, attr{"id", title})
	p.element("desc", c.Alt, attr{"id", desc})
	p.raw(`<defs><pattern id="` + hatch + `" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
		`<path class="hatch" d="M0 0v6"/></pattern></defs>`)
	p.ticks(c, rows)
	for i, row := range rows {
		if i > 0 && c.Form == report.Path && row.Break == "" {
			p.joined(c, rows[i-1], row)
		}
	}
	for _, row := range rows {
		p.chartTexts(row)
		switch c.Form {
		case report.Bars:
			p.bar(c, row, hatch)
		case report.Dots:
			p.thenAndNow(c, row)
		default:
			p.whisker(c, row)
		}
	}
	p.end()
}

// chartRows places the rows one below the other.
func chartRows(c report.Chart) (rows []chartRow, high int) {
	high = chartHead
	for _, row := range c.Rows {
		r := chartRow{ChartRow: row, label: folded(row.Label, max(chartLetters-2-len([]rune(row.Text)), leastLetters))}
		high += chartGap
		if row.Break != "" {
			r.broken = folded(row.Break, chartLetters)
			r.why = high + chartLine
			high += chartLine*len(r.broken) + chartGap
		}
		r.text = high + chartLine - 4
		high += chartLine * len(r.label)
		r.draw = high + chartDraw/2
		high += chartDraw
		rows = append(rows, r)
	}
	return rows, high + 2
}

// folded breaks a text into lines of at most so many letters, between words.
func folded(text string, letters int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Fields(text) {
		if line != "" && len([]rune(line))+1+len([]rune(word)) > letters {
			lines = append(lines, line)
			line = ""
		}
		line = join(" ", line, word)
	}
	return append(lines, line)
}

// ticks draws an upright line for each tick behind every row's drawing.
func (p *page) ticks(c report.Chart, rows []chartRow) {
	for _, tick := range c.Ticks {
		at := along(tick.From, c)
		label := tick.Label
		if namedTicks(c.Ticks) {
			label = strconv.FormatFloat(tick.From, 'f', -1, 64)
		}
		x, anchor := percent(at), "middle"
		switch {
		case at < 0.04:
			x, anchor = "0%", "start"
		case at > 0.96:
			x, anchor = "100%", "end"
		}
		p.element("text", label, attr{"class", "tick"}, attr{"x", x}, attr{"y", "14"}, attr{"text-anchor", anchor})
		for _, row := range rows {
			p.upright("tick", at, row.draw-chartDraw/2, row.draw+chartDraw/2)
		}
	}
}

func along(v float64, c report.Chart) float64 {
	return share(v, report.TotalLine{Min: c.Min, Max: c.Max})
}

func (p *page) chartTexts(row chartRow) {
	for i, line := range row.broken {
		p.element("text", line, attr{"class", "break"}, attr{"x", "0"}, attr{"y", strconv.Itoa(row.why + chartLine*i)})
	}
	for i, line := range row.label {
		p.element("text", line, attr{"x", "0"}, attr{"y", strconv.Itoa(row.text + chartLine*i)})
	}
	p.element("text", row.Text, attr{"class", "value"}, attr{"x", "100%"}, attr{"y", strconv.Itoa(row.text)}, attr{"text-anchor", "end"})
}

// bar is full up to the value; where that is open, up to the lowest there can
// be, and hatched up to the highest.
func (p *page) bar(c report.Chart, row chartRow, hatch string) {
	const high = 12
	rect := func(class string, from, to float64, fill string) {
		p.void("rect", attr{"class", class}, attr{"x", percent(from)}, attr{"y", strconv.Itoa(row.draw - high/2)},
			attr{"width", percent(to - from)}, attr{"height", strconv.Itoa(high)}, attr{"fill", fill})
	}
	rect("track", 0, 1, "")
	switch {
	case row.Value != nil:
		rect("fill", 0, along(*row.Value, c), "")
	case row.Low != nil && row.High != nil:
		rect("fill", 0, along(*row.Low, c), "")
		rect("open", along(*row.Low, c), along(*row.High, c), "url(#"+hatch+")")
	}
	rect("outline", 0, 1, "")
}

// thenAndNow is an open dot for the last time and a full one for this time.
func (p *page) thenAndNow(c report.Chart, row chartRow) {
	p.level("axis", 0, 1, row.draw)
	if row.Before != nil && row.Value != nil {
		p.level("way", along(*row.Before, c), along(*row.Value, c), row.draw)
	}
	if row.Before != nil {
		p.dot("dot-open", along(*row.Before, c), row.draw, 8)
	}
	if row.Value != nil {
		p.dot("fill", along(*row.Value, c), row.draw, 6)
	}
}

// whisker is a dot on the line of its error.
func (p *page) whisker(c report.Chart, row chartRow) {
	p.level("axis", 0, 1, row.draw)
	if row.Low != nil && row.High != nil {
		low, high := along(*row.Low, c), along(*row.High, c)
		p.level("edge", low, high, row.draw)
		p.upright("edge", low, row.draw-6, row.draw+6)
		p.upright("edge", high, row.draw-6, row.draw+6)
	}
	if row.Value != nil {
		p.dot("fill", along(*row.Value, c), row.draw, 6)
	}
}

// joined draws the way from one row's dot to the next one's.
func (p *page) joined(c report.Chart, from, to chartRow) {
	if from.Value == nil || to.Value == nil {
		return
	}
	p.void("line", attr{"class", "way"}, attr{"x1", percent(along(*from.Value, c))}, attr{"x2", percent(along(*to.Value, c))},
		attr{"y1", strconv.Itoa(from.draw)}, attr{"y2", strconv.Itoa(to.draw)})
}

func (p *page) level(class string, from, to float64, y int) {
	p.void("line", attr{"class", class}, attr{"x1", percent(from)}, attr{"x2", percent(to)}, attr{"y1", strconv.Itoa(y)}, attr{"y2", strconv.Itoa(y)})
}

func (p *page) dot(class string, at float64, y, r int) {
	p.void("circle", attr{"class", class}, attr{"cx", percent(at)}, attr{"cy", strconv.Itoa(y)}, attr{"r", strconv.Itoa(r)})
}
