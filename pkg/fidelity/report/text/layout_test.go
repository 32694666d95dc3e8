package text

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

func TestWrap(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		n    int
		want []string
	}{
		"nothing":                    {"", 10, []string{""}},
		"fits":                       {"one two", 10, []string{"one two"}},
		"breaks at a space":          {"one two three", 8, []string{"one two", "three"}},
		"breaks a word that is long": {"abcdefghij k", 4, []string{"abcd", "efgh", "ij k"}},
		"letters, not bytes":         {"ŵŵŵŵ ŷŷŷŷ", 4, []string{"ŵŵŵŵ", "ŷŷŷŷ"}},
		"line breaks are spaces":     {"one\ntwo", 10, []string{"one two"}},
		"no room at all":             {"ab c", 0, []string{"a", "b", "c"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, wrap(c.text, c.n)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBoxes(t *testing.T) {
	for want, b := range map[string]*report.Boxes{
		"■■■□□": {Min: 1, Max: 5, Low: 3, High: 3},
		"■■▨▨□": {Min: 1, Max: 5, Low: 2, High: 4},
		"■□□":   {Min: 0, Max: 2, Low: 0, High: 0},
		"":      nil,
	} {
		if got := boxes(b); got != want {
			t.Errorf("%+v: %s, want %s", b, got, want)
		}
	}
}

func TestScoresOfALargeRangeAreNotDrawn(t *testing.T) {
	if got := boxes(&report.Boxes{Min: 0, Max: 100, Low: 3, High: 3}); got != "" {
		t.Errorf("%q", got)
	}
}

// Whatever the bands, their names stand whole and apart, and none is lost.
func TestNamesOfManyBandsDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := report.TotalLine{Min: 0, Max: 100, Low: 3, High: 7, Label: "3 to 7", Bands: []report.Mark{{From: 0, Label: "none"}}}
		var want []string
		for _, from := range rapid.SliceOfNDistinct(rapid.IntRange(1, 100), 0, 12, rapid.ID).Draw(t, "bands") {
			name := rapid.StringMatching("[a-z]{1,30}").Draw(t, "name")
			line.Bands = append(line.Bands, report.Mark{From: float64(from), Label: name})
			want = append(want, strconv.Itoa(from)+" "+name)
		}
		slices.SortFunc(line.Bands, func(a, b report.Mark) int { return int(a.From - b.From) })
		var names []string
		for _, l := range totalLine(line)[2:] {
			if length(l) > width {
				t.Fatalf("%q has %d letters", l, length(l))
			}
			names = append(names, regexp.MustCompile(`  +`).Split(strings.TrimSpace(l), -1)...)
		}
		slices.Sort(want)
		slices.Sort(names)
		if !slices.Equal(want, names) {
			t.Fatalf("%q, want %q", names, want)
		}
	})
}

// The names of the bands of IPS-25 stand on one line, under any total.
func TestBandNamesDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := report.TotalLine{Min: 25, Max: 125, Bands: bands(), Label: "x"}
		line.Low = float64(rapid.IntRange(25, 125).Draw(t, "low"))
		line.High = float64(rapid.IntRange(int(line.Low), 125).Draw(t, "high"))
		lines := totalLine(line)
		if len(lines) != 3 {
			t.Fatalf("%d lines", len(lines))
		}
		names := lines[len(lines)-1]
		for _, want := range []string{"74 fair", "100 good", "115 exemplary"} {
			if !strings.Contains(names, want) {
				t.Fatalf("%q is not whole in %q", want, names)
			}
		}
		for _, l := range lines {
			if length(l) > width {
				t.Fatalf("%q has %d letters", l, length(l))
			}
		}
	})
}

func TestNoLineIsTooLong(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.Map(rapid.SliceOfN(rapid.StringMatching(`[a-zA-Z0-9ŵ€]{1,90}`), 0, 12), func(words []string) string {
			return strings.Join(words, " ")
		})
		s := screen()
		s.Service, s.About, s.Band = text.Draw(t, "service"), text.Draw(t, "about"), text.Draw(t, "band")
		line := &s.Sections[0].Lines[1]
		line.Title, line.Text, line.Notes = text.Draw(t, "title"), text.Draw(t, "text"), []string{text.Draw(t, "note")}
		s.Open[0].Text, s.Moves[0].Text = text.Draw(t, "open"), text.Draw(t, "move")
		var out strings.Builder
		if err := Screen(&out, s, Style{}); err != nil {
			t.Fatal(err)
		}
		for _, l := range strings.Split(out.String(), "\n") {
			if length(l) > width {
				t.Fatalf("%q has %d letters", l, length(l))
			}
		}
	})
}

func TestGrid(t *testing.T) {
	table := report.Table{Columns: []report.Column{{Head: "Row", Header: true}, {Head: "Days to first contact", Right: true}, {Head: "Note"}}}
	add := func(cells ...string) {
		var row []report.Cell
		for _, c := range cells {
			row = append(row, report.Cell{Text: c})
		}
		table.Rows = append(table.Rows, row)
	}
	add("C001", "21", "")
	add("C010", "9", strings.Repeat("left out ", 10))
	p := &page{}
	p.table(table)
	want := "" +
		"  Row   Days to  Note\n" +
		"          first\n" +
		"        contact\n" +
		"  C001       21\n"
	if got := p.b.String(); !strings.HasPrefix(got, want) || longest(got) > width {
		t.Errorf("%s\nwant it to begin with\n%s", got, want)
	}
}

func TestTableTooWideForColumnsIsAList(t *testing.T) {
	wide := strings.Repeat("w", 40)
	p := &page{}
	p.table(report.Table{
		Columns: []report.Column{{Head: "What", Header: true}, {Head: "Who"}, {Head: "When"}},
		Rows:    [][]report.Cell{{{Text: wide}, {Text: wide}, {Text: "June"}}},
	})
	if want := "  - " + wide + "\n    Who: " + wide + "\n    When: June\n"; p.b.String() != want {
		t.Errorf("%q, want %q", p.b.String(), want)
	}
}
