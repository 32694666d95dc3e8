package html_test

import (
	"math"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// shapes counts the boxes of a strip: filled, cut, and all.
func shapes(svg *node) (full, half, all int) {
	for _, path := range svg.kids {
		d := path.attrs["d"]
		if path.attrs["class"] == "outline" {
			all = strings.Count(d, "z")
			continue
		}
		full = strings.Count(d, "h-13z")
		half = strings.Count(d, "z") - full
	}
	return full, half, all
}

func TestStrip(t *testing.T) {
	for name, situation := range map[string]struct {
		boxes           report.Boxes
		full, half, all int
	}{
		"settled":              {report.Boxes{Min: 1, Max: 5, Low: 3, High: 3}, 3, 0, 5},
		"top":                  {report.Boxes{Min: 1, Max: 5, Low: 5, High: 5}, 5, 0, 5},
		"range":                {report.Boxes{Min: 1, Max: 5, Low: 2, High: 4}, 2, 2, 5},
		"anything":             {report.Boxes{Min: 1, Max: 5, Low: 1, High: 5}, 1, 4, 5},
		"scale from nought":    {report.Boxes{Min: 0, Max: 3, Low: 0, High: 1}, 1, 1, 4},
		"below the scale":      {report.Boxes{Min: 1, Max: 5, Low: 0, High: 0}, 0, 0, 5},
		"no scale":             {report.Boxes{Min: 5, Max: 1}, 0, 0, 0},
		"too long to be drawn": {report.Boxes{Min: 0, Max: math.MaxInt}, 0, 0, 0},
	} {
		t.Run(name, func(t *testing.T) {
			section := drawn(t, report.Group{Heading: "g", Boxes: &situation.boxes, Score: "in words"})
			full, half, all := shapes(section.first("svg"))
			if full != situation.full || half != situation.half || all != situation.all {
				t.Errorf("%d full, %d cut, %d in all; want %d, %d, %d", full, half, all, situation.full, situation.half, situation.all)
			}
			if !strings.Contains(section.text, "in words") {
				t.Error("the score is not written")
			}
		})
	}
}

func TestTotalLine(t *testing.T) {
	bands := []report.Mark{{From: 25, Label: "Not supported employment"}, {From: 75, Label: "Fair"}}
	for name, situation := range map[string]struct {
		low, high         float64
		fill, open        string // widths
		label, labelPlace string
	}{
		"settled":         {100, 100, "75.00%", "", "75.00%", "middle"},
		"range":           {50, 100, "25.00%", "50.00%", "50.00%", "middle"},
		"lowest":          {25, 25, "0.00%", "", "0%", "start"},
		"highest":         {125, 125, "100.00%", "", "100%", "end"},
		"beyond the line": {200, 300, "100.00%", "", "100%", "end"},
	} {
		t.Run(name, func(t *testing.T) {
			figure := drawn(t, report.TotalLine{Min: 25, Max: 125, Low: situation.low, High: situation.high, Label: "L", Alt: "in words", Bands: bands}).first("figure")
			width := map[string]string{}
			for _, rect := range figure.tagged("rect") {
				width[rect.attrs["class"]] = rect.attrs["width"]
			}
			if width["fill"] != situation.fill || width["open"] != situation.open {
				t.Errorf("full to %q, open for %q", width["fill"], width["open"])
			}
			text := figure.first("text")
			if text.attrs["x"] != situation.label || text.attrs["text-anchor"] != situation.labelPlace {
				t.Errorf("the label stands at %s, %s", text.attrs["x"], text.attrs["text-anchor"])
			}
			if figure.first("desc").text != "in words" {
				t.Errorf("desc = %q", figure.first("desc").text)
			}
		})
	}
}

func TestBandsAreNamedAtTheirPlaces(t *testing.T) {
	figure := drawn(t, report.TotalLine{Min: 25, Max: 125, Low: 60, High: 60, Bands: []report.Mark{{From: 25, Label: "None"}, {From: 75, Label: "Fair"}, {From: 115, Label: "Exemplary"}}}).first("figure")
	list := figure.first("ul")
	if got, want := list.attrs["style"], "grid-template-columns:minmax(0,50.00fr) minmax(0,40.00fr) minmax(0,10.00fr)"; got != want {
		t.Errorf("style = %s, want %s", got, want)
	}
	var got []string
	for _, li := range list.kids {
		got = append(got, li.text)
	}
	if got, want := strings.Join(got, ", "), "25 None, 75 Fair, 115 Exemplary, 125 Highest possible"; got != want {
		t.Errorf("the bands are %s, want %s", got, want)
	}
}

func TestLineWithoutBandsShowsItsEnds(t *testing.T) {
	figure := drawn(t, report.TotalLine{Min: 0, Max: 4.5, Low: 3, High: 3}).first("figure")
	if got, want := strings.Join(strings.Fields(figure.first("ul").text), " "), "0 4.5 Highest possible"; got != want {
		t.Errorf("the ends are %q, want %q", got, want)
	}
}

// chart is drawn with two rows of the form.
func chart(t *testing.T, form report.ChartForm, rows ...report.ChartRow) *node {
	t.Helper()
	return drawn(t, report.Chart{
		ID: "c", Title: "A finding", Alt: "In words", Form: form, Min: 1, Max: 5, Ticks: []report.Mark{{From: 1, Label: "1"}, {From: 5, Label: "5"}}, Rows: rows,
		Table: report.Table{ID: "ct", Caption: "Numbers", Columns: []report.Column{{Head: "Row", Header: true}}, Rows: [][]report.Cell{{{Text: "r"}}}},
	}).first("figure")
}

func TestChartForms(t *testing.T) {
	at := func(v float64) *float64 { return &v }
	for name, situation := range map[string]struct {
		form report.ChartForm
		rows []report.ChartRow
		want string // class and place of what is drawn
	}{
		"bar":             {report.Bars, []report.ChartRow{{Value: at(3)}}, "track 0.00% 100.00%, fill 0.00% 50.00%, outline 0.00% 100.00%"},
		"open bar":        {report.Bars, []report.ChartRow{{Low: at(2), High: at(4)}}, "track 0.00% 100.00%, fill 0.00% 25.00%, open 25.00% 50.00%, outline 0.00% 100.00%"},
		"bar of nothing":  {report.Bars, []report.ChartRow{{}}, "track 0.00% 100.00%, outline 0.00% 100.00%"},
		"then and now":    {report.Dots, []report.ChartRow{{Before: at(2), Value: at(5)}}, "way 25.00% 100.00%, dot-open 25.00%, fill 100.00%"},
		"only now":        {report.Dots, []report.ChartRow{{Value: at(1)}}, "fill 0.00%"},
		"only then":       {report.Dots, []report.ChartRow{{Before: at(1)}}, "dot-open 0.00%"},
		"whisker":         {report.Whiskers, []report.ChartRow{{Value: at(3), Low: at(2), High: at(4)}}, "edge 25.00% 75.00%, edge 25.00% 25.00%, edge 75.00% 75.00%, fill 50.00%"},
		"open total":      {report.Whiskers, []report.ChartRow{{Low: at(2), High: at(4)}}, "edge 25.00% 75.00%, edge 25.00% 25.00%, edge 75.00% 75.00%"},
		"path":            {report.Path, []report.ChartRow{{Value: at(1)}, {Value: at(3)}}, "way 0.00% 50.00%, fill 0.00%, fill 50.00%"},
		"broken path":     {report.Path, []report.ChartRow{{Value: at(1)}, {Value: at(3), Break: "why"}}, "fill 0.00%, fill 50.00%"},
		"path with a gap": {report.Path, []report.ChartRow{{Value: at(1)}, {}, {Value: at(3)}}, "fill 0.00%, fill 50.00%"},
		"beyond the axis": {report.Whiskers, []report.ChartRow{{Value: at(9)}}, "fill 100.00%"},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			svg := chart(t, situation.form, situation.rows...).first("svg")
			for _, n := range svg.all(func(n *node) bool { return n.tag == "rect" || n.tag == "line" || n.tag == "circle" }) {
				switch class := n.attrs["class"]; {
				case class == "tick" || class == "axis":
				case n.tag == "rect":
					got = append(got, class+" "+n.attrs["x"]+" "+n.attrs["width"])
				case n.tag == "line":
					got = append(got, class+" "+n.attrs["x1"]+" "+n.attrs["x2"])
				default:
					got = append(got, class+" "+n.attrs["cx"])
				}
			}
			if got := strings.Join(got, ", "); got != situation.want {
				t.Errorf("drawn: %s\n want: %s", got, situation.want)
			}
		})
	}
}

func TestChartSaysItsNumbersThreeTimes(t *testing.T) {
	at := 3.0
	figure := chart(t, report.Path, report.ChartRow{Label: "Caseload size and a long title that needs a second line", Text: "3", Value: &at, Break: "Reviewed by the team itself"})
	if got := figure.first("title").text + "; " + figure.first("desc").text; got != "A finding; In words" {
		t.Errorf("a screen reader hears %q", got)
	}
	for _, want := range []string{"Caseload size and a long title", "needs a second line", "Reviewed by the team itself", "3"} {
		if !strings.Contains(figure.first("svg").text, want) {
			t.Errorf("the drawing does not say %q: %s", want, figure.first("svg").text)
		}
	}
	if figure.first("details").first("table").first("caption").text != "Numbers" {
		t.Error("the table is not there")
	}
}

func TestChartWithoutAnAxisIsTold(t *testing.T) {
	section := drawn(t, report.Chart{ID: "c", Title: "A finding", Alt: "In words", Min: 1, Max: math.NaN()})
	if len(section.tagged("svg")) > 0 || !strings.Contains(section.text, "In words") {
		t.Error("want the words and no drawing")
	}
}
