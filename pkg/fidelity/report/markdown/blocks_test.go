package markdown_test

import (
	"math"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

func TestBlocks(t *testing.T) {
	for name, situation := range map[string]struct {
		blocks report.Blocks
		want   string
	}{
		"lead":             {report.Blocks{report.Paragraph{Role: report.Lead, Text: "x"}}, "**x**"},
		"note":             {report.Blocks{report.Paragraph{Role: report.Note, Text: "x"}}, "*x*"},
		"blank paragraphs": {report.Blocks{report.Paragraph{Text: " "}, report.Paragraph{Role: report.Lead}, report.Paragraph{Role: report.Note}}, ""},
		"two lists": {
			report.Blocks{report.List{Items: []string{"a", " "}}, report.List{Items: []string{"b"}}, report.Terms{Rows: []report.Term{{Name: "n", Text: "c"}}}},
			"- a\n\n* b\n\n- **n**: c",
		},
		"two numbered lists": {
			report.Blocks{report.List{Numbered: true, Items: []string{"a", "", "b"}}, report.List{Numbered: true, Items: []string{"c"}}},
			"1. a\n2. b\n\n1) c",
		},
		"lists with a text between": {
			report.Blocks{report.List{Items: []string{"a"}}, report.Paragraph{Text: "x"}, report.List{Items: []string{"b"}}},
			"- a\n\nx\n\n- b",
		},
		"terms": {
			report.Blocks{report.Terms{Rows: []report.Term{{Name: "Who?", Text: "us"}, {Name: "", Text: "x"}, {Name: "n"}, {}}}},
			"- **Who?** us\n- x\n- **n**:",
		},
		"quote": {
			report.Blocks{report.Quote{Label: "What we saw", Text: "one\r\n# two\n\n \nthree\n"}},
			"> **What we saw**\n>\n> one\\\n> \\# two\n>\n> three",
		},
		"quote without a label": {report.Blocks{report.Quote{Text: "x"}}, "> x"},
		"quote of nothing":      {report.Blocks{report.Quote{Label: "l", Text: "\n"}}, ""},
		"total line":            {report.Blocks{report.TotalLine{Min: 25, Max: 125, Low: 88, High: 103, Label: "88 to 103", Alt: "Between 88 and 103."}}, "Between 88 and 103."},
		"levels": {
			report.Blocks{report.Group{Heading: "a"}, report.Heading{Text: "b"}, report.Group{Heading: "c", Blocks: report.Blocks{report.Heading{Text: "d"}}}},
			"### a\n\n### b\n\n#### c\n\n##### d",
		},
		"columns": {report.Blocks{report.Columns{Left: report.Group{Heading: "a"}, Right: report.Group{Heading: "b"}}}, "### a\n\n### b"},
		"table": {
			report.Blocks{report.Table{Caption: "c", Columns: []report.Column{{Head: "No.", Right: true}, {Head: "Item"}}, Rows: [][]report.Cell{{{Text: "1"}}, {{Text: "2"}, {Text: "x"}, {Text: "too many"}}}}},
			"**c**\n\n| No. | Item |\n| ---: | --- |\n| 1 |  |\n| 2 | x |",
		},
		"table without rows":    {report.Blocks{report.Table{Caption: "Actions", Columns: []report.Column{{Head: "What"}}, Empty: "None yet."}}, "**Actions**: None yet."},
		"table without columns": {report.Blocks{report.Table{Caption: "c"}}, "**c**"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := drawn(t, situation.blocks...); got != situation.want {
				t.Errorf("got\n%s\nwant\n%s", got, situation.want)
			}
		})
	}
}

func TestBoxes(t *testing.T) {
	for name, situation := range map[string]struct {
		boxes report.Boxes
		want  string
	}{
		"settled":              {report.Boxes{Min: 1, Max: 5, Low: 3, High: 3}, "■■■□□ in words"},
		"range":                {report.Boxes{Min: 1, Max: 5, Low: 2, High: 4}, "■■▨▨□ in words"},
		"scale from nought":    {report.Boxes{Min: 0, Max: 2, Low: 0, High: 0}, "■□□ in words"},
		"no scale":             {report.Boxes{Min: 5, Max: 1}, "in words"},
		"too long to be drawn": {report.Boxes{Min: 0, Max: math.MaxInt}, "in words"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := drawn(t, report.Group{Boxes: &situation.boxes, Score: "in words"}); got != situation.want {
				t.Errorf("got %q, want %q", got, situation.want)
			}
		})
	}
}

func TestLinksGoToHeadings(t *testing.T) {
	row := func(text, link string) []report.Cell { return []report.Cell{{Text: text, Link: link}} }
	page := drawn(
		t,
		report.Table{ID: "t", Columns: []report.Column{{Head: "h"}}, Rows: [][]report.Cell{
			row("first", "a"), row("second", "b"), row("other letters", "c"), row("left out", "gone"), row("table", "t"), row("", "a"), row("no link", ""),
		}},
		report.Group{ID: "a", Heading: "5 Team_contact (often), *really*"},
		report.Group{ID: "b", Heading: "5 Team_contact (often), really"},
		report.Heading{ID: "c", Text: "Tŷ  Cyngor-House"},
		report.Heading{Text: "without an id"},
	)
	for _, want := range []string{
		"| [first](#5-team_contact-often-really) |\n",
		"| [second](#5-team_contact-often-really-1) |\n",
		"| [other letters](#tŷ-cyngor-house) |\n",
		"| left out |\n",
		"| table |\n",
		"|  |\n",
		"| no link |\n",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("no %q in\n%s", want, page)
		}
	}
}

func TestKindAndStageStandUnderTheTitle(t *testing.T) {
	page := render(t, &report.Document{Title: "T", Kind: "Self-audit", Stage: "Draft", Running: "r", Footer: "f"})
	if want := "# T\n\n**Self-audit** · **Draft**\n\n---\n\nr\n\nf\n"; page != want {
		t.Errorf("got %q, want %q", page, want)
	}
}
