package text

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

func value(v float64) *float64 { return &v }

func TestChartRows(t *testing.T) {
	c := report.Chart{Min: 0, Max: 10, Ticks: []report.Mark{{From: 0}, {From: 5}}}
	for name, situation := range map[string]struct {
		form report.ChartForm
		row  report.ChartRow
		want string
	}{
		"a total with its error": {report.Path, report.ChartRow{Value: value(6), Low: value(4), High: value(8)}, "····├═●═┤··"},
		"an open total":          {report.Path, report.ChartRow{Low: value(0), High: value(10)}, "├═════════┤"},
		"then and now":           {report.Dots, report.ChartRow{Before: value(2), Value: value(4)}, "··○═●│·····"},
		"a fall":                 {report.Dots, report.ChartRow{Before: value(7), Value: value(6)}, "·····│●○···"},
		"the same":               {report.Dots, report.ChartRow{Before: value(5), Value: value(5)}, "·····●·····"},
		"only then":              {report.Dots, report.ChartRow{Before: value(1)}, "·○···│·····"},
		"a bar":                  {report.Bars, report.ChartRow{Value: value(3)}, "■■■■·│·····"},
		"nothing":                {report.Bars, report.ChartRow{}, "·····│·····"},
	} {
		t.Run(name, func(t *testing.T) {
			c.Form = situation.form
			if got := string(chartRow(c, situation.row, 11)); got != situation.want {
				t.Errorf("%s, want %s", got, situation.want)
			}
		})
	}
}

// Whatever a chart holds, no line is wider than the terminal, and its numbers
// are all told.
func TestRandomChartsFit(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := report.Chart{
			ID: "c", Title: "A chart", Alt: "In words.", Max: rapid.Float64Range(1, 200).Draw(t, "max"),
			Form:  rapid.SampledFrom([]report.ChartForm{report.Bars, report.Dots, report.Whiskers, report.Path}).Draw(t, "form"),
			Table: report.Table{ID: "t", Caption: "Numbers", Empty: "None."},
		}
		for range rapid.IntRange(0, 4).Draw(t, "rows") {
			row := report.ChartRow{
				Label: rapid.StringMatching(`[a-z ]{1,60}`).Draw(t, "label"), Text: rapid.StringMatching(`[0-9]{1,40}`).Draw(t, "text"),
				Break: rapid.SampledFrom([]string{"", "Another scale."}).Draw(t, "break"),
			}
			if rapid.Bool().Draw(t, "value") {
				row.Value = value(rapid.Float64Range(0, c.Max).Draw(t, "at"))
			}
			if rapid.Bool().Draw(t, "error") {
				low := rapid.Float64Range(0, c.Max).Draw(t, "low")
				row.Low, row.High = value(low), value(rapid.Float64Range(low, c.Max).Draw(t, "high"))
			}
			c.Rows = append(c.Rows, row)
		}
		var out bytes.Buffer
		doc := &report.Document{Sections: []report.Section{{ID: "s", Heading: "S", Blocks: report.Blocks{c}}}}
		if err := Document(&out, doc, Style{}); err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(out.String(), "\n") {
			if length(line) > width {
				t.Fatalf("%d letters: %q", length(line), line)
			}
		}
		if !strings.Contains(out.String(), "In words.") {
			t.Fatal("the chart is not told in words")
		}
	})
}
