package xlsx

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

func TestClean(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                            "plain",
		"a\r\nb\rc\nd\u0085e\u2028f\u2029": "a\nb\nc\nd\ne\nf\n",
		"a\tb":                             "a b",
		"a\x00b\x1b[31mc\x7fd\u009f":       "ab[31mcd",
		"\uFDD0\uFDEF\uFFFE\uFFFF\U0001FFFE\U0010FFFFx": "x",
		"bad \xff\xfe bytes":                            "bad \uFFFD bytes",
		" 🙂 Äé≥ “q” ":                                   " 🙂 Äé≥ “q” ",
	} {
		if got := xlsxfile.Clean(in); got != want {
			t.Errorf("clean(%q) = %q, want %q", in, got, want)
		}
	}
	if got := xlsxfile.CleanLine(" a\r\n b\t\tc "); got != "a b c" {
		t.Errorf("cleanLine = %q", got)
	}
}

func TestCut(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{strings.Repeat("a", xlsxfile.CellLimit), strings.Repeat("a", xlsxfile.CellLimit)},
		{strings.Repeat("a", xlsxfile.CellLimit+1), strings.Repeat("a", xlsxfile.CellLimit-7) + "… (cut)"},
		{strings.Repeat("é", xlsxfile.CellLimit), strings.Repeat("é", xlsxfile.CellLimit)}, // more bytes, no more units
		// A picture takes two units, and half of one is none.
		{strings.Repeat("🙂", xlsxfile.CellLimit/2+1), strings.Repeat("🙂", (xlsxfile.CellLimit-7)/2) + "… (cut)"},
		{"a" + strings.Repeat("🙂", xlsxfile.CellLimit/2+1), "a" + strings.Repeat("🙂", (xlsxfile.CellLimit-8)/2) + "… (cut)"},
	} {
		got := xlsxfile.Cut(c.in)
		if got != c.want {
			t.Errorf("cut of %d units gives %d that end in %q", xlsxfile.Units(c.in), xlsxfile.Units(got), got[len(got)-20:])
		}
		if xlsxfile.Units(got) > xlsxfile.CellLimit {
			t.Errorf("%d units do not fit a cell", xlsxfile.Units(got))
		}
	}
}

func TestACutTextReadsBackWithItsMark(t *testing.T) {
	doc := reporttest.Specimen()
	// Escapes are longer in the file than in the cell, where the limit is.
	doc.Data.Scores[0].Saw = strings.Repeat("_x0041_", 5000)
	doc.Data.Scores[1].Saw = strings.Repeat("_x0041_", 4681)
	f := open(t, render(t, doc))
	for cell, want := range map[string]string{"F2": xlsxfile.Cut(doc.Data.Scores[0].Saw), "F3": doc.Data.Scores[1].Saw} {
		if got, err := f.GetCellValue("Items", cell); err != nil || got != want {
			t.Errorf("%s reads back with %d units (error: %v), want %d", cell, xlsxfile.Units(got), err, xlsxfile.Units(want))
		}
	}
}

func TestShield(t *testing.T) {
	const m = string(xlsxfile.EscapeMark)
	for in, want := range map[string]string{
		"_x0041_":         m + "x0041_",
		"a_x00e9_b":       "a" + m + "x00e9_b",
		"_x0041_x0042_":   m + "x0041" + m + "x0042_",
		"_x005F_x0041_":   m + "x005F" + m + "x0041_",
		"__x0041_":        "_" + m + "x0041_",
		"_x004":           "_x004",
		"_X0041_":         "_X0041_",
		"_x00g1_ _x00é1_": "_x00g1_ _x00é1_",
		"share_of_x":      "share_of_x",
	} {
		if got := xlsxfile.Shield(in); got != want {
			t.Errorf("shield(%q) = %q, want %q", in, got, want)
		}
	}
}

// hostile draws texts that have broken workbooks: starts of formulas, escapes
// that overlap, markup, control characters, bytes that are no text.
func hostile() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			"=", "+", "-", "@", "'", "=1+1", "=HYPERLINK(\"http://example.org\")", "=cmd|'/C calc'!A0", "{=A1}",
			"_x0041_", "_x005F_", "_x005f_x0041_", "_", "x0041_", "_x", "_xD800_", "\uFDD0", "_x0000_",
			"\x00", "\x0b", "\x1b", "\r", "\n", "\r\n", "\t", "\u0085", "\u2028", "\ufeff", "\u202e", "\uffff", "\xff", "\xed\xa0\x80",
			"<b>", "</t>", "&", "&amp;", "]]>", "\"", "<f>1</f>", "http://example.org", "1e5", "007", "2026-05-13", "TRUE", "#REF!", " ", "  ", "🙂", "e\u0301",
		}),
		rapid.String(),
		rapid.Map(rapid.SliceOfN(rapid.Byte(), 0, 8), func(b []byte) string { return string(b) }),
	)
	return rapid.Map(rapid.SliceOfN(piece, 0, 8), func(s []string) string { return strings.Join(s, "") })
}

func TestAnyTextReadsBackAsTheCleanedText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := reporttest.Specimen()
		text := func(name string) string { return hostile().Draw(t, name) }
		item, action, first := &doc.Data.Scores[0], &doc.Data.Actions[0], &doc.Data.Scores[1]
		item.Saw, item.Why, first.Saw, first.Title = text("saw"), text("why"), text("saw of the next"), text("title")
		action.What, action.When = text("what"), text("when")
		doc.Title, doc.Cover[0].Name, doc.Cover[0].Text = text("name"), "label", text("cover")
		doc.Running, doc.Footer, doc.Kind, doc.Lang = text("running"), text("footer"), text("kind"), text("lang")
		raw, err := Render(doc)
		if err != nil {
			t.Fatal(err)
		}
		f := open(t, raw)
		for at, want := range map[string]string{
			"Items!F2": item.Saw, "Items!D2": item.Why, "Items!F3": first.Saw, "Scores!B3": first.Title, "Actions!A2": action.What,
		} {
			sheet, cell := place(at)
			if got, err := f.GetCellValue(sheet, cell); err != nil || got != xlsxfile.Clean(want) {
				t.Errorf("%s reads back as %q (error: %v), want %q", at, got, err, xlsxfile.Clean(want))
			}
		}
		for name, body := range parts(t, raw) {
			if found := formula.FindString(body); found != "" {
				t.Errorf("%s holds %q", name, found)
			}
		}
	})
}

func TestCleanTextsAreFitForACell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := hostile().Draw(t, "text")
		out := xlsxfile.Clean(in)
		if !utf8.ValidString(out) || xlsxfile.Clean(out) != out {
			t.Fatalf("clean(%q) = %q is not clean", in, out)
		}
		for _, r := range out {
			if r != '\n' && unicode.IsControl(r) || xlsxfile.Noncharacter(r) {
				t.Fatalf("clean(%q) holds %U", in, r)
			}
		}
		if back := strings.ReplaceAll(xlsxfile.Shield(out), string(xlsxfile.EscapeMark), "_"); back != out {
			t.Fatalf("shield(%q) changes more than underscores: %q", out, back)
		}
		if xlsxfile.Units(xlsxfile.Shield(out)) != xlsxfile.Units(out) {
			t.Fatalf("shield(%q) changes the length", out)
		}
		limit := rapid.IntRange(xlsxfile.Units(xlsxfile.CutMark), 30).Draw(t, "limit")
		if short := xlsxfile.CutTo(out, limit); xlsxfile.Units(short) > limit || !utf8.ValidString(short) {
			t.Fatalf("cutTo(%q, %d) = %q", out, limit, short)
		}
	})
}
