package xlsx

import (
	"fmt"
	"slices"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

const (
	// The colours beside the accent. In grey the three are told apart by how
	// dark they are, and each stands out from white by 3:1 or more.
	chartMiddle = "6B6B6B"
	chartLight  = "949494"
	chartInk    = "262626"

	chartWide   = 600 // pixels: both charts of a sheet fit a laptop side by side
	pageWide    = 645 // as wide as the texts of a page
	headRoom    = 90  // title, axis and legend
	barRoom     = 26  // one row of bars
	altLimit    = 2000
	pixelPoints = 72.0 / 96
)

// cells names a range in a column, for charts and formulas.
func (b *book) cells(sheet string, col, first, last int) string {
	name, err := excelize.ColumnNumberToName(col)
	b.fail(fmt.Sprintf("column %d", col), err)
	at := fmt.Sprintf("'%s'!$%s$%d", sheet, name, first)
	if last > first {
		at += fmt.Sprintf(":$%s$%d", name, last)
	}
	return at
}

// barSeries is one set of bars: a name, where the numbers stand, a colour.
type barSeries struct{ name, values, color string }

// barChart is bars that lie flat, one a row, with their numbers at their ends.
type barChart struct {
	name, title, alt string
	labels           string // where the names of the rows stand
	series           []barSeries
	rows             int
	min, max         float64
	format           string // of the numbers
	overlap          int    // of the bars of one row, in percent
	wide             int    // in pixels
	silent           bool   // without numbers at the bars: they would run into each other
}

// chart draws bars with the upper left corner in a cell, and returns how high
// they are in pixels. Every text in it has a size and a colour of its own: what
// programs choose themselves is too pale.
func (s *sheet) chart(at string, c barChart) int {
	no, gap, overlap := false, uint(45), c.overlap
	font := excelize.Font{Family: fontName, Size: 9, Color: chartInk}
	bold := excelize.Font{Family: fontName, Size: 11, Bold: true, Color: chartInk}
	height := headRoom + c.rows*barRoom
	legend := "none"
	if len(c.series) > 1 {
		legend = "bottom"
	}
	var series []excelize.ChartSeries
	for _, one := range c.series {
		series = append(series, excelize.ChartSeries{
			Name: one.name, Categories: c.labels, Values: one.values,
			Fill:              excelize.Fill{Type: "pattern", Pattern: solidFill, Color: []string{one.color}},
			DataLabel:         excelize.ChartDataLabel{Font: font},
			DataLabelPosition: excelize.ChartDataLabelsPositionOutsideEnd,
		})
	}
	s.fail("chart "+c.name, s.f.AddChart(s.name, at, &excelize.Chart{
		Type: excelize.Bar, Series: series,
		Title:      excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: c.title, Font: &bold}}},
		Legend:     excelize.ChartLegend{Position: legend, Font: &font},
		VaryColors: &no, GapWidth: &gap, Overlap: &overlap,
		Format:    excelize.GraphicOptions{Name: c.name, AltText: xlsxfile.CutTo(xlsxfile.CleanLine(c.alt), altLimit), Positioning: "oneCell"},
		Dimension: excelize.ChartDimension{Width: uint(c.wide), Height: uint(height)},
		PlotArea:  excelize.ChartPlotArea{ShowVal: !c.silent, NumFmt: excelize.ChartNumFmt{CustomNumFmt: c.format}},
		// Rows run downwards, as in the table.
		XAxis: excelize.ChartAxis{ReverseOrder: true, Font: font},
		YAxis: excelize.ChartAxis{Minimum: &c.min, Maximum: &c.max, MajorUnit: 1, MajorGridLines: true, Font: font, NumFmt: excelize.ChartNumFmt{CustomNumFmt: "0"}},
	}))
	return height
}

// meansChart draws the means of the sections that have one.
func (p *page) meansChart(t *report.Totals, first, last int) {
	if !slices.ContainsFunc(t.Sections, func(r report.TotalRow) bool { return r.Mean != nil }) || len(p.doc.Data.Scores) == 0 {
		return
	}
	p.gap(10)
	p.row++
	high := p.chart(p.at(1, p.row), barChart{
		name: "Section means", title: "Mean score of each section", alt: t.Alt,
		labels: p.cells(p.name, 1, first, last), rows: last - first + 1,
		series: []barSeries{{p.cells(p.name, 4, first-1, first-1), p.cells(p.name, 4, first, last), p.accent}},
		max:    float64(most(p.doc.Data.Scores)), format: meanFormat, wide: pageWide,
	})
	p.high(float64(high)*pixelPoints + padding)
}

// drawCharts adds the charts of the scores; what they show has to be there.
func drawCharts(b *book) {
	if doc := b.doc; doc.Data.Tidy == nil && doc.Data.Totals != nil && len(doc.Data.Scores) > 0 {
		s := &sheet{book: b, name: sheetScores}
		s.itemCharts()
	}
}

// itemCharts draws the scores below their table and, where there is a review to
// compare with, then and now beside them.
func (s *sheet) itemCharts() {
	rows, totals := s.doc.Data.Scores, s.doc.Data.Totals
	base := barChart{
		name: "Item scores", title: "Score of each item", alt: totals.ItemsAlt, overlap: 100,
		labels: s.cells(s.name, itemColumn, 2, 1+len(rows)), rows: len(rows), max: float64(most(rows)), format: "0", wide: chartWide,
		series: []barSeries{{s.heading(s.name, scoreColumn), s.scoreCells(scoreColumn), s.accent}},
	}
	at := len(rows) + 3
	if open := s.openSeries(); len(open) > 0 {
		// Of bars that lie on each other the last is in front.
		base.series = append(open, base.series...)
	}
	s.fail("page break", s.f.InsertPageBreak(s.name, s.at(1, at-1)))
	s.chart(s.at(1, at), base)
	last := columnOfLast(rows)
	if last == 0 || totals.ChangeAlt == "" {
		return
	}
	then := base
	then.name, then.title, then.alt = "Then and now", "Score of each item, then and now", totals.ChangeAlt
	then.overlap, then.silent = 0, true
	then.series = []barSeries{
		{s.heading(s.name, last), s.scoreCells(last), chartLight},
		{s.heading(s.name, scoreColumn), s.scoreCells(scoreColumn), s.accent},
	}
	s.chart(s.at(rightOfChart, at), then)
}

// heading is the cell with the heading of a column.
func (b *book) heading(sheet string, col int) string { return b.cells(sheet, col, 1, 1) }

// openSeries draws what an item without a score may still get. The numbers
// stand among the tidy rows, which are the same items in the same order.
func (b *book) openSeries() []barSeries {
	rows := b.doc.Data.Scores
	if !slices.ContainsFunc(rows, func(r report.ScoreRow) bool { return r.OpenTo != nil }) {
		return nil
	}
	col := func(head string) string { return b.cells(sheetData, tidyColumn(head), 2, 1+len(rows)) }
	// The name of a series is a cell; these stand in the legend of the sheet About.
	name := func(label string) string { return b.cells(sheetAbout, 1, b.labels[label], b.labels[label]) }
	return []barSeries{{name(openTo), col("open_to"), chartLight}, {name(openFrom), col("open_from"), chartMiddle}}
}
