package text

import (
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

// The names of the bands never run into each other, and each stands at its
// mark or to the left of it.
func TestBandNamesDoNotOverlap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		line := report.TotalLine{Min: 25, Max: 125, Bands: bands(), Label: "x"}
		line.Low = float64(rapid.IntRange(25, 125).Draw(t, "low"))
		line.High = float64(rapid.IntRange(int(line.Low), 125).Draw(t, "high"))
		lines := totalLine(line)
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
			if length(l) > width && !headline(l, s) {
				t.Fatalf("%q has %d letters", l, length(l))
			}
		}
	})
}

// headline reports whether a line is one of those that stand whole, however
// long they are: a service's name is not broken.
func headline(line string, s *report.Screen) bool {
	return strings.HasPrefix(line, s.Service) || strings.HasSuffix(line, strings.TrimRight(s.About, " ")) || strings.HasPrefix(line, "  "+s.Total)
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
