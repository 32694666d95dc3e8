package html

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// table draws a real table, with a caption and header cells that say what they
// head. It stands in a region that can take the focus: on a narrow screen, or
// enlarged four times, the table scrolls there by keyboard too, and the page
// around it does not.
func (p *page) table(t report.Table) {
	id := p.ids.claim(t.ID)
	if len(t.Rows) == 0 && t.Empty != "" {
		p.nothing(t, id)
		return
	}
	caption := p.ids.claim(join("-", id, "caption"))
	p.start("div", attr{"class", "scroll"}, attr{"role", "region"}, attr{"aria-labelledby", caption}, attr{"tabindex", "0"})
	p.start("table", attr{"id", id}, attr{"style", "--columns:" + strconv.Itoa(len(t.Columns))})
	p.element("caption", t.Caption, attr{"id", caption})
	p.widths(t.Columns)
	p.start("thead")
	p.start("tr")
	for _, c := range t.Columns {
		p.columnHead(c)
	}
	p.end()
	p.end()
	p.start("tbody")
	for _, row := range t.Rows {
		p.row(t.Columns, row)
	}
	p.end()
	p.end()
	p.end()
}

// nothing says in words that there are no rows; a table of headings alone
// would leave the reader wondering what is missing.
func (p *page) nothing(t report.Table, id string) {
	p.start("p", attr{"id", id}, attr{"class", "nothing"})
	p.optional("strong", t.Caption)
	p.raw(" ")
	p.text(t.Empty)
	p.end()
}

// widths shares the width of the table among its columns by their weights.
func (p *page) widths(columns []report.Column) {
	sum := 0.0
	for _, c := range columns {
		if c.Weight > 0 {
			sum += c.Weight
		}
	}
	if sum == 0 {
		return
	}
	p.start("colgroup")
	for _, c := range columns {
		style := ""
		if c.Weight > 0 {
			style = "width:" + percent(c.Weight/sum)
		}
		p.void("col", attr{"style", style})
	}
	p.end()
}

func (p *page) columnHead(c report.Column) {
	if strings.TrimSpace(c.Head) == "" {
		p.element("td", "") // a header cell that says nothing would be announced
		return
	}
	p.element("th", c.Head, attr{"scope", "col"}, attr{"class", align(c)})
}

func (p *page) row(columns []report.Column, row []report.Cell) {
	p.start("tr")
	for i, c := range columns {
		var cell report.Cell
		if i < len(row) {
			cell = row[i]
		}
		class := join(" ", align(c), shade(cell))
		if c.Header {
			p.start("th", attr{"scope", "row"}, attr{"class", class})
		} else {
			p.start("td", attr{"class", class})
		}
		p.cell(cell)
		p.end()
	}
	p.end()
}

// cell keeps the boxes and their score in one piece: a score that wraps away
// from its strip is hard to match with it.
func (p *page) cell(c report.Cell) {
	if c.Boxes == nil {
		p.link(c.Link, c.Text)
		return
	}
	p.start("span", attr{"class", "score"})
	p.strip(c.Boxes)
	p.link(c.Link, c.Text)
	p.end()
}

func align(c report.Column) string {
	if c.Right {
		return "number"
	}
	return ""
}

// shade is the class of a cell's ground. It repeats what the cell says.
func shade(c report.Cell) string {
	if c.Shade < 1 {
		return ""
	}
	return "shade-" + strconv.Itoa(min(c.Shade, report.MaxShade))
}

// percent writes a share from 0 to 1 as CSS and SVG want it.
func percent(share float64) string {
	return strconv.FormatFloat(100*min(max(share, 0), 1), 'f', 2, 64) + "%"
}
