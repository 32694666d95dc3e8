package text

import (
	"errors"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

func TestClean(t *testing.T) {
	for name, c := range map[string]struct{ text, utf8, ascii string }{
		"letters":                     {"Llŷn Café", "Llŷn Café", "Llyn Cafe"},
		"typography":                  {"“a” – 3 → 4…", "“a” – 3 → 4…", `"a" - 3 -> 4...`},
		"boxes":                       {"■▨□", "■▨□", "#?."},
		"others":                      {"日本 🙂", "日本 🙂", "?? ?"},
		"line breaks":                 {"a\r\nb\tc", "a  b c", "a  b c"},
		"colour":                      {"\x1b[31mred\x1b[0m", "[31mred[0m", "[31mred[0m"},
		"bell":                        {"a\x07b\x00c\u009bd", "abcd", "abcd"},
		"reading the wrong way round": {"a\u202eb\u2066c", "abc", "abc"},
		"soft hyphen":                 {"co\u00adop\u200beration", "cooperation", "cooperation"},
		"not UTF-8":                   {"a\xffb", "a\ufffdb", "a?b"},
	} {
		t.Run(name, func(t *testing.T) {
			for style, want := range map[Style]string{{}: c.utf8, {ASCII: true}: c.ascii} {
				if got := (&page{style: style}).clean(c.text); got != want {
					t.Errorf("%+v: %q, want %q", style, got, want)
				}
			}
		})
	}
}

func TestMarkedLettersHaveAPlainOneEach(t *testing.T) {
	if len(marked) != len(bare) {
		t.Fatalf("%d and %d", len(marked), len(bare))
	}
}

// What stands in a review never reaches the terminal as a command.
func TestHostileNamesDoNoHarm(t *testing.T) {
	const hostile = "Lark\x1b[2Jhill\r\u202e\x1b]0;title\x07"
	s := screen()
	s.Service, s.About, s.Sections[0].Lines[0].Title, s.Open[0].Text = hostile, hostile, hostile, hostile
	s.Line.Bands[1].Label, s.Advice = hostile, []string{hostile}
	doc := &report.Document{Title: hostile, Kind: hostile, Sections: []report.Section{{Heading: hostile, Blocks: report.Blocks{
		report.Paragraph{Text: hostile},
		report.Heading{Text: hostile},
		report.List{Items: []string{hostile}},
		report.Terms{Rows: []report.Term{{Name: hostile, Text: hostile}}},
		report.Quote{Label: hostile, Text: hostile},
		report.Group{Heading: hostile},
		s.Line,
		report.Table{Columns: []report.Column{{Head: hostile, Header: true}, {Head: hostile}}, Rows: [][]report.Cell{{{Text: hostile}, {Text: hostile}}}},
		report.Table{Columns: []report.Column{{Head: hostile, Header: true}, {Head: hostile}}, Rows: [][]report.Cell{{{Text: hostile + "\n"}, {Text: hostile}}}},
		report.Table{Empty: hostile},
	}}}}
	for _, style := range []Style{{}, {ASCII: true}} {
		var out strings.Builder
		if err := errors.Join(Screen(&out, s, style), Document(&out, doc, style)); err != nil {
			t.Fatal(err)
		}
		if strings.ContainsAny(out.String(), "\x1b\r\x07\u202e") || !strings.Contains(out.String(), "Lark[2Jhill") {
			t.Errorf("%q", out.String())
		}
	}
}

type brokenPipe struct{}

var errPipe = errors.New("broken pipe")

func (brokenPipe) Write([]byte) (int, error) { return 0, errPipe }

func TestWriteErrorsAreTold(t *testing.T) {
	for _, err := range []error{Screen(brokenPipe{}, screen(), Style{}), Document(brokenPipe{}, &report.Document{}, Style{})} {
		if !errors.Is(err, errPipe) {
			t.Error(err)
		}
	}
}

func BenchmarkScreen(b *testing.B) {
	s := screen()
	b.ReportAllocs()
	for b.Loop() {
		var out strings.Builder
		if err := Screen(&out, s, Style{}); err != nil {
			b.Fatal(err)
		}
	}
}
