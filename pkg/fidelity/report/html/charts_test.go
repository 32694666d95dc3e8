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
