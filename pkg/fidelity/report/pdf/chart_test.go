package pdf

import (
	"math"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"pgregory.net/rapid"
)

func TestFraction(t *testing.T) {
	line := report.TotalLine{Min: 25, Max: 125}
	for in, want := range map[float64]float64{25: 0, 75: 0.5, 125: 1, 0: 0, 500: 1, math.Inf(1): 1, math.Inf(-1): 0} {
		if got := fraction(in, line); got != want {
			t.Errorf("%v: %v, want %v", in, got, want)
		}
	}
	if got := fraction(math.NaN(), line); got != 0 {
		t.Errorf("no number: %v", got)
	}
	if got := fraction(3, report.TotalLine{Min: 3, Max: 3}); got != 0 {
		t.Errorf("no line: %v", got)
	}
}

func TestNumber(t *testing.T) {
	for in, want := range map[float64]string{25: "25", 2.5: "2.5", 0.333333: "0.33", -3: "-3", 1e300: "1e+300"} {
		if got := number(in); got != want {
			t.Errorf("%v: %q, want %q", in, got, want)
		}
	}
}

func TestBandsOfTheScaleStandInOneRow(t *testing.T) {
	l := newTestLayout(t)
	marks := l.marks(report.TotalLine{Min: 25, Max: 125, Bands: []report.Mark{
		{From: 25, Label: "Not supported employment"}, {From: 74, Label: "Fair"}, {From: 100, Label: "Good"}, {From: 115, Label: "Exemplary"},
	}})
	stagger(marks, width-8)
	for _, m := range marks {
		if m.row != 0 {
			t.Errorf("%q is in row %d", m.label, m.row)
		}
	}
}

// Labels must not lie over each other, nor over a tick that goes down to a
// label below them, wherever the bands begin.
func TestLabelsDoNotOverlap(t *testing.T) {
	l := newTestLayout(t)
	rapid.Check(t, func(t *rapid.T) {
		mark := rapid.Custom(func(t *rapid.T) report.Mark {
			return report.Mark{From: rapid.Float64Range(0, 100).Draw(t, "from"), Label: rapid.StringMatching(`[a-z]{0,9}( [a-z]{1,9}){0,6}`).Draw(t, "label")}
		})
		marks := l.marks(report.TotalLine{Max: 100, Bands: rapid.SliceOfN(mark, 0, mostMarks).Draw(t, "bands")})
		w := rapid.Float64Range(30, width).Draw(t, "w")
		total := stagger(marks, w)
		for i, a := range marks {
			height := styleMarkNo.lead + float64(len(a.label))*styleMark.lead
			if a.drop+height > total+0.001 {
				t.Fatalf("label %d ends below the chart", i)
			}
			from, to := a.at*w+markIndent, a.at*w+markIndent+a.w
			for j, b := range marks {
				if i == j {
					continue
				}
				if tick := b.at * w; b.drop >= a.drop && tick > from && tick < to {
					t.Fatalf("the tick of label %d runs through label %d", j, i)
				}
				overlapDown := b.drop < a.drop+height && a.drop < b.drop+styleMarkNo.lead
				if start := b.at*w + markIndent; overlapDown && start >= from && start < to && i != j && b.at != a.at {
					t.Fatalf("labels %d and %d overlap", i, j)
				}
			}
		}
	})
}

func TestTotalLineSaysTheSameInWords(t *testing.T) {
	line := report.TotalLine{Min: 25, Max: 125, Low: 88, High: 103, Label: "88 to 103", Alt: "The total is between 88 and 103."}
	p := painted(t, page(line))
	figure := p.root.kids[len(p.root.kids)-1].elem.kids[1].elem
	if figure.tag != "Figure" || figure.alt != line.Alt || !strings.Contains(figure.attr, "/BBox [") {
		t.Errorf("%+v", figure)
	}
	line.Alt = ""
	p = painted(t, page(line))
	if figure := p.root.kids[len(p.root.kids)-1].elem.kids[1].elem; figure.alt != line.Label {
		t.Errorf("without words of its own it says %q", figure.alt)
	}
}

func TestNewStrip(t *testing.T) {
	if newStrip(nil, 3) != nil {
		t.Error("boxes out of nothing")
	}
	for _, c := range []struct {
		min, max int
		drawn    bool
	}{{1, 5, true}, {1, 1, true}, {0, 11, true}, {0, 12, false}, {5, 1, false}, {math.MinInt, math.MaxInt, false}, {0, math.MaxInt, false}} {
		if got := newStrip(&report.Boxes{Min: c.min, Max: c.max}, 3) != nil; got != c.drawn {
			t.Errorf("from %d to %d: drawn %t", c.min, c.max, got)
		}
	}
}
