package markdown_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// drawn draws blocks in a document that has nothing else.
func drawn(t interface {
	Helper()
	Fatal(...any)
}, blocks ...report.Block,
) string {
	t.Helper()
	page := render(t, &report.Document{Sections: []report.Section{{Blocks: blocks}}})
	return strings.TrimSuffix(page, "\n")
}

func TestTextIsNoMarkup(t *testing.T) {
	for name, situation := range map[string]struct{ text, want string }{
		"plain":                   {"8 of 10 records (80%), R & D!", "8 of 10 records (80%), R & D!"},
		"heading":                 {"# one #two a#3", `\# one \#two a#3`},
		"bullets":                 {"- one - two", `\- one - two`},
		"plus and equals":         {"+ one", `\+ one`},
		"underline of a heading":  {"===", `\===`},
		"row below a head":        {":-: | -", `\:-: \| -`},
		"quotation":               {"> 5 of 10 > 4", `\> 5 of 10 > 4`},
		"number with a point":     {"12. May was late", `12\. May was late`},
		"number with a bracket":   {"3) clients", `3\) clients`},
		"number at the end":       {"12.", `12\.`},
		"number alone":            {"12 May", "12 May"},
		"decimal":                 {"19.3 clients", "19.3 clients"},
		"bar":                     {"a|b", `a\|b`},
		"emphasis":                {"clients_per_fte * 2", `clients\_per\_fte \* 2`},
		"code and backslash":      {"`C:\\x`", "\\`C:\\\\x\\`"},
		"struck out":              {"~~no~~", `\~\~no\~\~`},
		"HTML":                    {"<b>not bold</b>", `\<b>not bold\</b>`},
		"entity":                  {"&lt; & &#60; R&D", `\&lt; & \&#60; R\&D`},
		"link":                    {"[a](b)", `\[a\]\(b)`},
		"picture":                 {"![a](b)!", `\!\[a\]\(b)!`},
		"address":                 {"https://a.org or www.b.org", `https\://a.org or www\.b.org`},
		"mail":                    {"a@b.org", `a\@b.org`},
		"formula":                 {"$x$", `\$x\$`},
		"spaces and breaks":       {"\t one\r\n two  three ", "one two three"},
		"what a page cannot show": {"a\x00b\xffc", "a\uFFFDb\uFFFDc"},
		"other letters":           {"Tŷ 🙂 “quoted”", "Tŷ 🙂 “quoted”"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := drawn(t, report.Paragraph{Text: situation.text}); got != situation.want {
				t.Errorf("%q becomes %q, want %q", situation.text, got, situation.want)
			}
		})
	}
}

// pieces draws texts made of what Markdown gives a meaning to.
func pieces() *rapid.Generator[string] {
	piece := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{
		"*", "**", "_", "`", "```", "~~~", "#", " #", "> ", "- ", "---", "===", "+", "1. ", "12) ", "|", "|-|", ":-:", `\`, `\\`,
		"[a](b)", "![", "[^1]: ", "<b>", "<!--", "&amp;", "&#60;", "http://a.org", "www.", "@", "$", " ", "\n", "\n\n", "\r\n", "\u00a0", "word", "🙂",
	}))
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 1, 6).Draw(t, "pieces"), "")
	})
}

// shown is what a reader of Markdown shows of a line that holds no markup: it
// takes the backslash from before a sign, and nothing else. With it come the
// signs that had none.
func shown(line string) (text, bare string) {
	var out, signs strings.Builder
	escaped := false
	for _, r := range line {
		if r == '\\' && !escaped {
			escaped = true
			continue
		}
		sign := r <= unicode.MaxASCII && (unicode.IsPunct(r) || unicode.IsSymbol(r))
		if escaped && !sign {
			out.WriteByte('\\')
		}
		if sign && !escaped {
			signs.WriteRune(r)
		}
		escaped = false
		out.WriteRune(r)
	}
	return out.String(), signs.String()
}

// TestTextSurvivesInEveryPlace holds three things of a text, wherever it comes
// to stand: it is read as it was written, it has no sign of its own left that is
// markup, and the frame around it is that of a harmless text.
func TestTextSurvivesInEveryPlace(t *testing.T) {
	places := map[string]func(text string) report.Block{
		"paragraph":     func(s string) report.Block { return report.Paragraph{Text: s} },
		"lead":          func(s string) report.Block { return report.Paragraph{Role: report.Lead, Text: s} },
		"note":          func(s string) report.Block { return report.Paragraph{Role: report.Note, Text: s} },
		"heading":       func(s string) report.Block { return report.Heading{Text: s} },
		"list":          func(s string) report.Block { return report.List{Items: []string{"x", s, "x"}} },
		"numbered list": func(s string) report.Block { return report.List{Numbered: true, Items: []string{"x", s}} },
		"term":          func(s string) report.Block { return report.Terms{Rows: []report.Term{{Name: "n", Text: s}}} },
		"quote label":   func(s string) report.Block { return report.Quote{Label: s, Text: "x"} },
		"caption":       func(s string) report.Block { return table(s, "x", "x") },
		"column head":   func(s string) report.Block { return table("x", s, "x") },
		"cell":          func(s string) report.Block { return table("x", "x", s) },
		"group":         func(s string) report.Block { return report.Group{Heading: s, Score: "x"} },
		"score":         func(s string) report.Block { return report.Group{Heading: "x", Score: s} },
		"total line":    func(s string) report.Block { return report.TotalLine{Alt: s} },
	}
	for name, place := range places {
		t.Run(name, func(t *testing.T) {
			before, after, _ := strings.Cut(drawn(t, place("harmless")), "harmless")
			rapid.Check(t, func(t *rapid.T) {
				text := pieces().Draw(t, "text")
				want := strings.Join(strings.Fields(strings.ReplaceAll(text, "\u00a0", " ")), " ")
				if want == "" {
					return
				}
				page := drawn(t, place(text))
				middle, ok := strings.CutPrefix(page, before)
				if !ok {
					t.Fatalf("the page begins otherwise than for a harmless text: %q", page)
				}
				middle, ok = strings.CutSuffix(middle, after)
				if !ok {
					t.Fatalf("the page ends otherwise than for a harmless text: %q", page)
				}
				if strings.Contains(middle, "\n") {
					t.Errorf("the text broke the line: %q", middle)
				}
				said, bare := shown(middle)
				if strings.ContainsAny(bare, "`*_[]<|~$@") || strings.ContainsAny(middle[:1], "#>+-=:") {
					t.Errorf("markup is left in %q", middle)
				}
				got := strings.Join(strings.Fields(strings.ReplaceAll(said, "\u00a0", " ")), " ")
				if got != replaced(want) {
					t.Errorf("%q is shown as %q", want, got)
				}
			})
		})
	}
}

// replaced puts U+FFFD for what no page can show, as the package does.
func replaced(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || r == 0xFFFE || r == 0xFFFF {
			return unicode.ReplacementChar
		}
		return r
	}, strings.ToValidUTF8(text, string(unicode.ReplacementChar)))
}

func table(caption, head, cell string) report.Table {
	return report.Table{
		Caption: caption,
		Columns: []report.Column{{Head: "first"}, {Head: head}},
		Rows:    [][]report.Cell{{{Text: cell}, {Text: "last"}}},
	}
}
