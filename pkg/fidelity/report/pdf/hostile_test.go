package pdf

import (
	"math"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"pgregory.net/rapid"
)

// hostileText is any text at all, with a liking for what breaks things.
func hostileText() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.String(),
		rapid.StringOfN(rapid.RuneFrom([]rune("ab \u00a0\n\t\r\u0301\u0300\u200d\u00ad🙂中\uffff\u202e()\\<>/%&\x00\x0d\x5c")), 0, 60, -1),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 20), func(b []byte) string { return string(b) }),
		rapid.SampledFrom([]string{
			"", " ", "\n", "{nb}", ") Tj ET Q endstream endobj", "xref\n0 1\ntrailer\nstartxref\n0\n%%EOF", ">> /Annots [<<", "1 0 obj",
			strings.Repeat("long ", 900), strings.Repeat("long", 900), strings.Repeat("\n", 300), strings.Repeat("e\u0301\u0301", 200),
			strings.Repeat("\u00a0", 500), strings.Repeat("‰", 200),
		}),
	)
}

func hostileNumber() *rapid.Generator[float64] {
	return rapid.OneOf(rapid.Float64(), rapid.Float64Range(0, 125),
		rapid.SampledFrom([]float64{0, -1, math.NaN(), math.Inf(1), math.Inf(-1), math.MaxFloat64, math.SmallestNonzeroFloat64}))
}

func hostileBoxes() *rapid.Generator[*report.Boxes] {
	n := rapid.OneOf(rapid.IntRange(-2, 9), rapid.Int())
	return rapid.Custom(func(t *rapid.T) *report.Boxes {
		if rapid.Bool().Draw(t, "none") {
			return nil
		}
		return &report.Boxes{Min: n.Draw(t, "min"), Max: n.Draw(t, "max"), Low: n.Draw(t, "low"), High: n.Draw(t, "high")}
	})
}

func hostileTable() *rapid.Generator[report.Table] {
	text, id := hostileText(), rapid.SampledFrom([]string{"", "a", "b", "c"})
	column := rapid.Custom(func(t *rapid.T) report.Column {
		return report.Column{Head: text.Draw(t, "head"), Weight: hostileNumber().Draw(t, "weight"), Right: rapid.Bool().Draw(t, "right"), Header: rapid.Bool().Draw(t, "header")}
	})
	cell := rapid.Custom(func(t *rapid.T) report.Cell {
		return report.Cell{Text: text.Draw(t, "cell"), Boxes: hostileBoxes().Draw(t, "boxes"), Link: id.Draw(t, "link")}
	})
	return rapid.Custom(func(t *rapid.T) report.Table {
		return report.Table{
			ID: id.Draw(t, "id"), Caption: text.Draw(t, "caption"), Empty: text.Draw(t, "empty"),
			Columns: rapid.SliceOfN(column, 0, 12).Draw(t, "columns"),
			Rows:    rapid.SliceOfN(rapid.SliceOfN(cell, 0, 12), 0, 4).Draw(t, "rows"),
		}
	})
}

func hostileGroup(deep int) *rapid.Generator[report.Group] {
	text := hostileText()
	return rapid.Custom(func(t *rapid.T) report.Group {
		return report.Group{
			ID: rapid.SampledFrom([]string{"", "a", "b", "c"}).Draw(t, "id"), Heading: text.Draw(t, "heading"), Score: text.Draw(t, "score"),
			Boxes: hostileBoxes().Draw(t, "boxes"), Blocks: hostileBlocks(deep+1).Draw(t, "blocks"),
		}
	})
}

func hostileChart() *rapid.Generator[report.Chart] {
	text, number := hostileText(), rapid.Ptr(hostileNumber(), true)
	row := rapid.Custom(func(t *rapid.T) report.ChartRow {
		return report.ChartRow{
			Label: text.Draw(t, "label"), Text: text.Draw(t, "text"), Break: text.Draw(t, "break"),
			Value: number.Draw(t, "value"), Before: number.Draw(t, "before"), Low: number.Draw(t, "low"), High: number.Draw(t, "high"),
		}
	})
	tick := rapid.Custom(func(t *rapid.T) report.Mark {
		return report.Mark{From: hostileNumber().Draw(t, "from"), Label: text.Draw(t, "tick")}
	})
	return rapid.Custom(func(t *rapid.T) report.Chart {
		return report.Chart{
			ID: text.Draw(t, "id"), Title: text.Draw(t, "title"), Alt: text.Draw(t, "alt"), Min: hostileNumber().Draw(t, "min"), Max: hostileNumber().Draw(t, "max"),
			Form:  rapid.SampledFrom([]report.ChartForm{report.Bars, report.Dots, report.Whiskers, report.Path, "?"}).Draw(t, "form"),
			Ticks: rapid.SliceOfN(tick, 0, 14).Draw(t, "ticks"), Rows: rapid.SliceOfN(row, 0, 40).Draw(t, "rows"),
		}
	})
}

func hostileBlocks(deep int) *rapid.Generator[report.Blocks] {
	text := hostileText()
	term := rapid.Custom(func(t *rapid.T) report.Term {
		return report.Term{Name: text.Draw(t, "name"), Text: text.Draw(t, "text")}
	})
	mark := rapid.Custom(func(t *rapid.T) report.Mark {
		return report.Mark{From: hostileNumber().Draw(t, "from"), Label: text.Draw(t, "label")}
	})
	block := rapid.Custom(func(t *rapid.T) report.Block {
		kinds := 10
		if deep > 2 {
			kinds = 8
		}
		switch rapid.IntRange(1, kinds).Draw(t, "kind") {
		case 1:
			return report.Paragraph{Role: rapid.SampledFrom([]report.Role{report.Plain, report.Lead, report.Note, "?"}).Draw(t, "role"), Text: text.Draw(t, "text")}
		case 2:
			return report.Heading{ID: rapid.SampledFrom([]string{"", "a", "b"}).Draw(t, "id"), Text: text.Draw(t, "text")}
		case 3:
			return report.List{Numbered: rapid.Bool().Draw(t, "numbered"), Items: rapid.SliceOfN(text, 0, 3).Draw(t, "items")}
		case 4:
			return report.Terms{Rows: rapid.SliceOfN(term, 0, 3).Draw(t, "rows")}
		case 5:
			return report.Quote{Label: text.Draw(t, "label"), Text: text.Draw(t, "text")}
		case 6:
			n := hostileNumber()
			return report.TotalLine{
				Min: n.Draw(t, "min"), Max: n.Draw(t, "max"), Low: n.Draw(t, "low"), High: n.Draw(t, "high"),
				Label: text.Draw(t, "label"), Alt: text.Draw(t, "alt"), Bands: rapid.SliceOfN(mark, 0, 14).Draw(t, "bands"),
			}
		case 7:
			return hostileTable().Draw(t, "table")
		case 8:
			return hostileChart().Draw(t, "chart")
		case 9:
			return hostileGroup(deep).Draw(t, "group")
		}
		return report.Columns{Left: hostileGroup(deep).Draw(t, "left"), Right: hostileGroup(deep).Draw(t, "right")}
	})
	return rapid.Map(rapid.SliceOfN(block, 0, 3), func(bs []report.Block) report.Blocks { return bs })
}

func hostileDocument() *rapid.Generator[*report.Document] {
	text := hostileText()
	term := rapid.Custom(func(t *rapid.T) report.Term {
		return report.Term{Name: text.Draw(t, "name"), Text: text.Draw(t, "text")}
	})
	section := rapid.Custom(func(t *rapid.T) report.Section {
		return report.Section{
			ID: text.Draw(t, "id"), Heading: text.Draw(t, "heading"), NewPage: rapid.Bool().Draw(t, "new page"), Blocks: hostileBlocks(0).Draw(t, "blocks"),
		}
	})
	return rapid.Custom(func(t *rapid.T) *report.Document {
		return &report.Document{
			Lang: text.Draw(t, "lang"), Title: text.Draw(t, "title"), Service: text.Draw(t, "service"), Kind: text.Draw(t, "kind"), Stage: text.Draw(t, "stage"),
			Running: text.Draw(t, "running"), Date: text.Draw(t, "date"), Footer: text.Draw(t, "footer"),
			Cover: rapid.SliceOfN(term, 0, 4).Draw(t, "cover"), Sections: rapid.SliceOfN(section, 0, 3).Draw(t, "sections"),
		}
	})
}

func TestAnyTextInAnyFieldRenders(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		out, err := Render(hostileDocument().Draw(rt, "document"))
		if err != nil {
			rt.Fatal(err)
		}
		if _, err := parse(out); err != nil {
			rt.Fatal(err)
		}
		for _, check := range checks {
			if err := check(out); err != nil {
				rt.Fatal(err)
			}
		}
	})
}

func TestNothingIsDrawnBeyondItsPage(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		l, err := newLayout(newPDF())
		if err != nil {
			rt.Fatal(err)
		}
		pieces, err := l.document(hostileDocument().Draw(rt, "document"))
		if err != nil {
			rt.Fatal(err)
		}
		for i, page := range place(pieces) {
			end := 0.0
			for _, p := range page {
				if p.y < end-0.001 {
					rt.Fatalf("page %d: a piece begins at %.1f, over one that ends at %.1f", i+1, p.y, end)
				}
				end = p.y + p.height
			}
			if end > room+0.001 {
				rt.Fatalf("page %d: ends at %.1f of %.1f mm", i+1, end, room)
			}
		}
	})
}

func TestVeryLongTexts(t *testing.T) {
	sentence := strings.Repeat("This is a long text. ", 30_000/21)
	for name, text := range map[string]string{
		"words": sentence, "one word": strings.Repeat("x", 30_000), "lines": strings.Repeat("x\n", 15_000),
	} {
		t.Run(name, func(t *testing.T) {
			valid(t, render(t, page(
				report.Paragraph{Text: text}, report.Quote{Label: text, Text: text}, report.Heading{Text: text},
				report.List{Items: []string{text}}, report.Terms{Rows: []report.Term{{Name: text, Text: text}}},
				report.Table{Columns: []report.Column{{Head: text}, {Head: "b"}}, Rows: [][]report.Cell{{{Text: text}, {Text: text}}}},
				report.Group{Heading: text, Score: text, Boxes: &report.Boxes{Min: 1, Max: 5, Low: 3, High: 3}},
			)))
		})
	}
}

func TestTextThatLooksLikePDFStaysText(t *testing.T) {
	text := "(brackets) \\ ) Tj ET endstream >> endobj"
	doc := page(report.Paragraph{Text: text})
	doc.Title = text
	pdf := render(t, doc)
	valid(t, pdf)
	if got := tool(t, pdf, "pdftotext", "-raw"); !strings.Contains(squash(got), text) {
		t.Errorf("not found in %q", got)
	}
	if got := tool(t, pdf, "pdfinfo"); !strings.Contains(got, text) {
		t.Errorf("not the title in %s", got)
	}
}
