package html_test

import (
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

// nasty draws texts that someone may type or paste, the worst among them.
func nasty() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.String(),
		rapid.SampledFrom([]string{
			"<script>alert(1)</script>", "</style><script>", "</title>", "]]>", "<!--", "-->", "&lt;", "&", "&#0;",
			`" onload="x`, "' onfocus='x", "javascript:alert(1)", "}</style>", `\`, `";}`, "\r\n", "\r", "\n\n", "\x00", "\xff\xfe",
			"\u2028", "\uFFFE", "𝔘🙂", " ", "page-main", "url(https://example.org)",
		}),
	)
	return rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(piece, 0, 4).Draw(t, "pieces"), "")
	})
}

// fill sets every text below v, wherever it stands, so that a field that is
// added to the document later is tried too.
func fill(v reflect.Value, text func() string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString(text())
	case reflect.Pointer:
		if !v.IsNil() {
			fill(v.Elem(), text)
		}
	case reflect.Interface:
		filled := reflect.New(v.Elem().Type()).Elem()
		filled.Set(v.Elem())
		fill(filled, text)
		v.Set(filled)
	case reflect.Slice:
		for i := range min(v.Len(), 3) { // a few rows tell as much as many
			fill(v.Index(i), text)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), text)
		}
	}
}

var (
	elements = words(`html head meta title link style body a header p strong span h1 h2 h3 h4 h5 h6 dl div dt dd
		nav ol ul li main section figure figcaption blockquote br footer table caption colgroup col thead tbody tr th td
		svg desc rect defs pattern path line text circle details summary`)
	attributes = words(`lang charset http-equiv content name rel href class id tabindex aria-labelledby aria-label
		aria-hidden focusable role scope style viewBox width height x y x1 x2 y1 y2 d fill patternUnits patternTransform
		text-anchor overflow cx cy r`)
)

func words(list string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

// TestAnyTextInAnyFieldStaysText is the law of this package: whatever stands in
// whatever field, the page has only the elements and attributes that we write.
func TestAnyTextInAnyFieldStaysText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		doc := reporttest.Specimen()
		text := nasty()
		fill(reflect.ValueOf(doc).Elem(), func() string { return text.Draw(t, "text") })
		root, err := render(doc)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(root.tagged("style")); n != 1 {
			t.Fatalf("%d style elements", n)
		}
		ids := map[string]bool{}
		for _, n := range root.all(func(*node) bool { return true }) {
			if !elements[n.tag] {
				t.Errorf("there is a <%s>", n.tag)
			}
			if id, ok := n.attrs["id"]; ok && ids[id] {
				t.Errorf("id %q stands twice", id)
			} else if ok {
				ids[id] = true
			}
			for name, value := range n.attrs {
				if !attributes[name] {
					t.Errorf("<%s> has %s=%q", n.tag, name, value)
				}
				if name == "href" && value != "data:," && !strings.HasPrefix(value, "#") {
					t.Errorf("a link leaves the page: %q", value)
				}
			}
		}
	})
}

// TestTextSurvives holds that a text is read as it was written, but for what
// HTML cannot hold.
func TestTextSurvives(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringMatching(`[ -~ä≥🙂&<>"']{0,40}`).Draw(t, "text")
		if strings.TrimSpace(text) == "" {
			return
		}
		main, err := renderBlocks(
			report.Paragraph{Text: text},
			report.Quote{Label: text, Text: text},
			report.List{Items: []string{text}},
			report.Terms{Rows: []report.Term{{Name: text, Text: text}}},
			report.Table{Caption: text, Columns: []report.Column{{Head: text}}, Rows: [][]report.Cell{{{Text: text}}}},
		)
		if err != nil {
			t.Fatal(err)
		}
		for _, tag := range []string{"p", "figcaption", "blockquote", "li", "dt", "dd", "caption", "th", "td"} {
			if got := strings.Trim(main.first(tag).text, "\n"); got != text {
				t.Errorf("<%s> says %q, want %q", tag, got, text)
			}
		}
	})
}

// TestStyleHoldsNoTextAsItIs tries to break out of the page margins, the one
// place where a text stands in a style.
func TestStyleHoldsNoTextAsItIs(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := nasty().Draw(t, "text")
		root, err := render(&report.Document{Title: "T", Running: text, Stage: text, Footer: text})
		if err != nil {
			t.Fatal(err)
		}
		_, margins, found := strings.Cut(root.first("style").text, "\n@page {\n  @top-left")
		if !found {
			t.Fatal("there are no page margins")
		}
		if strings.Count(margins, "\n") != 5 || strings.Count(margins, `"`) != 10 || strings.Count(margins, "}") != 5 {
			t.Errorf("a text changed the rules: %s", margins)
		}
	})
}
