package pdf

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// rowsOf is a chart from 0 to 10 with so many rows.
func rowsOf(form report.ChartForm, n int) report.Chart {
	c := report.Chart{
		ID: "c", Title: "A finding", Alt: "In words.", Form: form, Max: 10, Ticks: []report.Mark{{From: 0, Label: "0"}, {From: 10, Label: "10"}},
		Table: report.Table{Caption: "Numbers", Columns: []report.Column{{Head: "Row"}}, Rows: [][]report.Cell{{{Text: "in the table"}}}},
	}
	for i := range n {
		v := float64(i % 11)
		c.Rows = append(c.Rows, report.ChartRow{Label: fmt.Sprintf("Row %d", i+1), Value: &v, Before: &v, Low: &v, High: &v, Text: fmt.Sprintf("number %d", i+1)})
	}
	return c
}

func TestChartIsAFigureWithWords(t *testing.T) {
	p := painted(t, page(rowsOf(report.Dots, 2)))
	figure := p.root.kids[len(p.root.kids)-1].elem.kids[1].elem
	if figure.tag != "Figure" || figure.alt != "A finding In words." {
		t.Errorf("%s, %q", figure.tag, figure.alt)
	}
}

func TestLongChartGoesOnUnderItsHead(t *testing.T) {
	for _, form := range []report.ChartForm{report.Bars, report.Dots, report.Whiskers, report.Path} {
		t.Run(string(form), func(t *testing.T) {
			pdf := render(t, page(rowsOf(form, 80)))
			valid(t, pdf)
			pages := strings.Split(strings.TrimSuffix(tool(t, pdf, "pdftotext", "-layout"), "\f"), "\f")
			if len(pages) < 2 {
				t.Fatalf("%d pages", len(pages))
			}
			for i, text := range pages {
				if got := strings.Fields(text); !slices.Contains(got, "0") || !slices.Contains(got, "10") {
					t.Errorf("page %d has no ticks: %s", i+1, text)
				}
			}
			all := squash(strings.Join(pages, " "))
			for i := range 80 {
				if !strings.Contains(all, fmt.Sprintf("Row %d number %d", i+1, i+1)) {
					t.Errorf("row %d is missing", i+1)
				}
			}
		})
	}
}

func TestChartWithoutAnAxisIsATable(t *testing.T) {
	c := rowsOf(report.Whiskers, 2)
	for name, max := range map[string]float64{"no length": 0, "backwards": -1, "no number": math.NaN(), "endless": math.Inf(1)} {
		t.Run(name, func(t *testing.T) {
			c.Max = max
			if got := tool(t, render(t, page(c)), "pdftotext"); !strings.Contains(got, "In words.") || !strings.Contains(got, "in the table") {
				t.Error(got)
			}
		})
	}
}
