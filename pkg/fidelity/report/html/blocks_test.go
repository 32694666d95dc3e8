package html_test

import (
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// drawn draws blocks and returns the section that holds them.
func drawn(t *testing.T, blocks ...report.Block) *node {
	t.Helper()
	main, err := renderBlocks(blocks...)
	if err != nil {
		t.Fatal(err)
	}
	return main.first("section")
}

func TestBlocksBecomeElements(t *testing.T) {
	cell := [][]report.Cell{{{Text: "x"}}}
	for name, situation := range map[string]struct {
		block report.Block
		want  string // what stands in the section after its heading
	}{
		"paragraph":              {report.Paragraph{Text: "x"}, "p"},
		"blank paragraph":        {report.Paragraph{Text: " \n"}, ""},
		"list":                   {report.List{Items: []string{"x"}}, "ul"},
		"numbered list":          {report.List{Numbered: true, Items: []string{"x"}}, "ol"},
		"list of nothing":        {report.List{}, ""},
		"terms":                  {report.Terms{Rows: []report.Term{{Name: "n", Text: "x"}}}, "dl"},
		"no terms":               {report.Terms{}, ""},
		"quote":                  {report.Quote{Label: "l", Text: "x"}, "figure"},
		"quote of nothing":       {report.Quote{Label: "l"}, ""},
		"table":                  {report.Table{Columns: []report.Column{{Head: "h"}}, Rows: cell}, "div"},
		"table without rows":     {report.Table{Caption: "c", Empty: "none"}, "p"},
		"line":                   {report.TotalLine{Min: 1, Max: 2}, "figure"},
		"line without length":    {report.TotalLine{Min: 2, Max: 2, Alt: "two"}, "p"},
		"group":                  {report.Group{Heading: "g"}, "section"},
		"columns":                {report.Columns{}, "div"},
		"heading without a text": {report.Heading{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := drawn(t, situation.block).outline()
			if want := strings.TrimSpace("h2 " + situation.want); got != want {
				t.Errorf("the section holds %q, want %q", got, want)
			}
		})
	}
}

func TestGroupsUnderAHeadingAreOneLevelDown(t *testing.T) {
	group := report.Group{Heading: "g", Blocks: report.Blocks{report.Heading{Text: "inside"}}}
	section := drawn(t, group, report.Heading{Text: "part"}, group)
	var got []string
	for _, h := range section.all(func(n *node) bool { return len(n.tag) == 2 && n.tag[0] == 'h' }) {
		got = append(got, h.tag+" "+h.text)
	}
	if got, want := strings.Join(got, ", "), "h2 S, h3 g, h4 inside, h3 part, h4 g, h5 inside"; got != want {
		t.Errorf("headings are %s, want %s", got, want)
	}
}

func TestQuoteKeepsItsLines(t *testing.T) {
	quote := drawn(t, report.Quote{Label: "What we saw", Text: "one\r\ntwo\n\n \nthree"}).first("blockquote")
	if len(quote.kids) != 2 {
		t.Fatalf("%d paragraphs, want 2", len(quote.kids))
	}
	if first := quote.kids[0]; first.text != "one\ntwo" || len(first.tagged("br")) != 1 {
		t.Errorf("first paragraph: %q with %d breaks", first.text, len(first.tagged("br")))
	}
	if second := quote.kids[1]; second.text != "three" {
		t.Errorf("second paragraph: %q", second.text)
	}
}

func TestLinksGoOnlyWhereThereIsSomething(t *testing.T) {
	table := report.Table{Columns: []report.Column{{Head: "h"}}, Rows: [][]report.Cell{
		{{Text: "to the group", Link: "g"}},
		{{Text: "to what was left out", Link: "gone"}},
		{{Text: "with a space", Link: "a b"}},
	}}
	links := drawn(t, table, report.Group{ID: "g", Heading: "G"}, report.Heading{ID: "a b", Text: "H"}).tagged("a")
	var got []string
	for _, a := range links {
		got = append(got, a.text+" "+a.attrs["href"])
	}
	if got, want := strings.Join(got, ", "), "to the group #g, with a space #a-b"; got != want {
		t.Errorf("links are %s, want %s", got, want)
	}
}

func TestAnIDThatStandsTwiceGetsANumber(t *testing.T) {
	section := drawn(t, report.Group{ID: "x", Heading: "one"}, report.Group{ID: "x", Heading: "two"}, report.Group{ID: "page-main", Heading: "three"})
	var got []string
	for _, g := range section.tagged("section") {
		got = append(got, g.attrs["id"])
	}
	if got, want := strings.Join(got, " "), "x x-2 page-main-2"; got != want {
		t.Errorf("ids are %s, want %s", got, want)
	}
}

func TestTableCells(t *testing.T) {
	section := drawn(t, report.Table{
		Caption: "c",
		Columns: []report.Column{{Head: "", Weight: 1}, {Head: "Item", Weight: 3, Header: true}, {Head: "Count", Right: true}},
		Rows:    [][]report.Cell{{{Text: "short"}}},
	})
	head, row := section.first("thead").first("tr"), section.first("tbody").first("tr")
	if got := head.outline(); got != "td th th" {
		t.Errorf("the head is %q: a header cell must say something", got)
	}
	if got := row.outline(); got != "td th td" {
		t.Errorf("a row that is too short is drawn as %q", got)
	}
	if row.kids[1].attrs["scope"] != "row" || row.kids[2].attrs["class"] != "number" {
		t.Errorf("cells: %v, %v", row.kids[1].attrs, row.kids[2].attrs)
	}
	if got := section.tagged("col")[1].attrs["style"]; got != "width:75.00%" {
		t.Errorf("the second column has %s", got)
	}
}
