package pdf

import (
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"
)

func testGlyphs(t testing.TB) glyphs {
	t.Helper()
	g, err := fontGlyphs()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestCleanText(t *testing.T) {
	g := testGlyphs(t)
	for name, c := range map[string]struct{ in, want string }{
		"nothing":                          {"", ""},
		"plain English":                    {"8 of 10 records (80%) – “ours”, £12, ≥ 3", "8 of 10 records (80%) – “ours”, £12, ≥ 3"},
		"Welsh":                            {"Tîm Llanelwy ŵŷ", "Tîm Llanelwy ŵŷ"},
		"an accent of its own":             {"cafe\u0301", "café"},
		"an accent with no letter for it":  {"x\u0304", "x\u0304"},
		"a letter that the font can build": {"\u01f9", "n\u0300"},
		"a letter that the font lacks":     {"中文", "??"},
		"a smile":                          {"well 🙂 done", "well ? done"},
		"a family of joined smiles":        {"👩\u200d👧", "??"},
		"a smile with its selector":        {"\u2639\ufe0f", "?"},
		"an arrow":                         {"3 → 4", "3 ? 4"},
		"a soft hyphen":                    {"reha\u00adbilitation", "rehabilitation"},
		"zero-width":                       {"a\u200bb\u200cc\u200dd\u2060e\ufefff", "abcdef"},
		"direction marks":                  {"\u202eabc\u202c \u2066x\u2069", "abc x"},
		"control characters":               {"a\x00b\x07c\x1bd\x7fe\u009ff", "abcdef"},
		"a tab":                            {"a\tb", "a b"},
		"kinds of spaces":                  {"a\u2009b\u3000c\u202fd", "a\u2009b c d"},
		"a space that holds":               {"£\u00a012", "£\u00a012"},
		"Windows lines":                    {"one\r\ntwo\rthree", "one\ntwo\nthree"},
		"kinds of line breaks":             {"a\vb\fc\u0085d\u2028e\u2029f", "a\nb\nc\nd\ne\nf"},
		"an empty line":                    {"a\n\nb", "a\n\nb"},
		"breaks around":                    {"\n\na \n b\n", "a\n b"},
		"hyphens by name":                  {"a\u2010b\u2011c", "a-b-c"},
		"not UTF-8":                        {"a\xffb", "a?b"},
		"no character":                     {"a\uffffb", "a?b"},
		"private use":                      {"a\ue000b", "a?b"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := g.text(c.in); got != c.want {
				t.Errorf("%q: got %q, want %q", c.in, got, c.want)
			}
		})
	}
}

func TestCleanLineHasNoBreaks(t *testing.T) {
	if got := testGlyphs(t).line(" a\r\nb\n\nc "); got != "a b  c" {
		t.Errorf("got %q", got)
	}
}

func TestCleanLaws(t *testing.T) {
	g := testGlyphs(t)
	rapid.Check(t, func(t *rapid.T) {
		in := hostileText().Draw(t, "in")
		out := g.text(in)
		for _, r := range out {
			if r != '\n' && !g[r] {
				t.Fatalf("%U is not in the font", r)
			}
			if r > 0xFFFF || r != '\n' && unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
				t.Fatalf("%U is left", r)
			}
		}
		if again := g.text(out); again != out {
			t.Fatalf("cleaning twice changes %q to %q", out, again)
		}
		if g.text(norm.NFD.String(in)) != g.text(norm.NFC.String(in)) {
			t.Fatalf("composed and not composed differ: %q", in)
		}
	})
}
