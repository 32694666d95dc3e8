package html

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// totalLine draws the total on a line in the language of the strips: full up
// to the lowest possible total, hatched up to the highest, empty above. The
// places are shares of the width and the letters are not, so that the line can
// be as narrow as a telephone and its label is as large as ever. The names of
// the bands stand below as text, each under its own stretch where there is
// room and as a list where there is none.
func (p *page) totalLine(l report.TotalLine) {
	if !(l.Max > l.Min) { // also where either is not a number
		p.optional("p", l.Alt)
		return
	}
	p.start("figure", attr{"class", "total"})
	p.lineDrawing(l)
	p.bandNames(l)
	p.end()
}

func (p *page) lineDrawing(l report.TotalLine) {
	title, desc, hatch := p.ids.claim("total-title"), p.ids.claim("total-desc"), p.ids.claim("total-hatch")
	low, high := share(l.Low, l), share(l.High, l)
	p.start("svg", attr{"class", "line"}, attr{"role", "img"}, attr{"aria-labelledby", title + " " + desc},
		attr{"width", "100%"}, attr{"height", "66"}, attr{"focusable", "false"})
	p.element("title", wordTotal+": "+l.Label, attr{"id", title})
	p.element("desc", l.Alt, attr{"id", desc})
	p.rect("track", 0, 1)
	p.rect("fill", 0, low)
	if high > low {
		p.raw(`<defs><pattern id="` + hatch + `" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
			`<path class="hatch" d="M0 0v6"/></pattern></defs>`)
		p.rectWith("open", low, high, "url(#"+hatch+")")
		p.bracket(low, high)
	} else {
		p.pointer(low)
	}
	p.rect("outline", 0, 1)
	for _, band := range l.Bands {
		if band.From > l.Min && band.From < l.Max {
			p.bandEdge(share(band.From, l), low)
		}
	}
	at, anchor := labelPlace((low + high) / 2)
	p.element("text", l.Label, attr{"x", at}, attr{"y", "17"}, attr{"text-anchor", anchor})
	p.end()
}

// share is how far along the line a total is, from 0 to 1.
func share(total float64, l report.TotalLine) float64 {
	return min(max((total-l.Min)/(l.Max-l.Min), 0), 1)
}

func (p *page) rect(class string, from, to float64) { p.rectWith(class, from, to, "") }

func (p *page) rectWith(class string, from, to float64, fill string) {
	p.void("rect", attr{"class", class}, attr{"x", percent(from)}, attr{"y", "38"},
		attr{"width", percent(to - from)}, attr{"height", "16"}, attr{"fill", fill})
}

// pointer marks a total that is settled.
func (p *page) pointer(at float64) {
	p.start("svg", attr{"x", percent(at)}, attr{"y", "0"}, attr{"overflow", "visible"})
	p.void("path", attr{"class", "fill"}, attr{"d", "M-7 24h14l-7 10z"})
	p.end()
}

// bracket marks the totals that are still possible.
func (p *page) bracket(low, high float64) {
	p.void("line", attr{"class", "edge"}, attr{"x1", percent(low)}, attr{"x2", percent(high)}, attr{"y1", "28"}, attr{"y2", "28"})
	p.upright("edge", low, 23, 38)
	p.upright("edge", high, 23, 38)
}

// bandEdge marks where a band begins, in white where the line is full.
func (p *page) bandEdge(at, full float64) {
	class := "edge"
	if at < full {
		class = "gap"
	}
	p.upright(class, at, 38, 54)
	p.upright("edge", at, 54, 66)
}

func (p *page) upright(class string, at float64, top, bottom int) {
	x := percent(at)
	p.void("line", attr{"class", class}, attr{"x1", x}, attr{"x2", x},
		attr{"y1", strconv.Itoa(top)}, attr{"y2", strconv.Itoa(bottom)})
}

// labelPlace puts a label over its place on the line, but flush with an end of
// the line where it would run over it on the narrowest screen.
func labelPlace(at float64) (x, anchor string) {
	const near = 0.16
	switch {
	case at < near:
		return "0%", "start"
	case at > 1-near:
		return "100%", "end"
	}
	return percent(at), "middle"
}

// bandNames writes where each band begins and what it is called.
func (p *page) bandNames(l report.TotalLine) {
	bands := l.Bands
	if len(bands) == 0 {
		bands = []report.Mark{{From: l.Min}}
	}
	var stretches []string
	for i, band := range bands {
		end := l.Max
		if i+1 < len(bands) {
			end = bands[i+1].From
		}
		width := share(end, l) - share(band.From, l)
		stretches = append(stretches, "minmax(0,"+strconv.FormatFloat(100*max(width, 0), 'f', 2, 64)+"fr)")
	}
	p.start("ul", attr{"class", "bands"}, attr{"role", "list"}, attr{"aria-label", wordBands},
		attr{"style", "grid-template-columns:" + strings.Join(stretches, " ")})
	for _, band := range bands {
		p.bandName(band.From, band.Label, "")
	}
	p.bandName(l.Max, wordHighest, "highest")
	p.end()
}

func (p *page) bandName(from float64, name, class string) {
	p.start("li", attr{"class", class})
	p.element("strong", strconv.FormatFloat(from, 'f', -1, 64))
	p.raw(" ")
	p.optional("span", name)
	p.end()
}
