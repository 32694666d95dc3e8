package pdf

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestWrap(t *testing.T) {
	l := newTestLayout(t)
	for name, c := range map[string]struct {
		in   string
		w    float64
		want []string
	}{
		"short":                {"one two", 100, []string{"one two"}},
		"two lines":            {"one two", 10, []string{"one ", "two"}},
		"a long word":          {"xxxxxxxxxxxx", 12, []string{"xxxxxx", "xxxxxx"}},
		"lines of its own":     {"one\ntwo", 100, []string{"one ", "two"}},
		"an empty line":        {"one\n\ntwo", 100, []string{"one ", "", "two"}},
		"a space that holds":   {"one £\u00a012", 12, []string{"one ", "£\u00a012"}},
		"accents take no room": {strings.Repeat("x\u0304", 6), 12, []string{strings.Repeat("x\u0304", 6)}},
		"an accent alone":      {"\u0304", 12, []string{"\u0304"}},
		"no room at all":       {"one", 0, []string{"on", "e"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, l.wrap(c.in, styleBody, c.w)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWrapLaws(t *testing.T) {
	l := newTestLayout(t)
	rapid.Check(t, func(t *rapid.T) {
		in := l.glyphs.text(hostileText().Draw(t, "in"))
		w := rapid.Float64Range(8, 160).Draw(t, "w")
		lines := l.wrap(in, styleBody, w)
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r != nbsp && unicode.IsSpace(r) {
					return -1 // a line may end in one, of any kind
				}
				return r
			}, s)
		}
		if letters(strings.Join(lines, "")) != letters(in) {
			t.Fatalf("%q became %q", in, lines)
		}
		for _, line := range lines {
			// Half a millimetre for a space that holds, see nbspShadow.
			if got := l.textWidth(strings.TrimRight(line, " "), styleBody); got > w+0.5+0.1*float64(strings.Count(line, "\u00a0")) {
				t.Fatalf("%q is %.2f mm wide, not %.2f", line, got, w)
			}
		}
	})
}

func TestCut(t *testing.T) {
	l := newTestLayout(t)
	if got := l.cut("short", styleBody, 50); got != "short" {
		t.Errorf("cut a short text to %q", got)
	}
	got := l.cut(strings.Repeat("long text ", 50), styleBody, 50)
	if w := l.textWidth(got, styleBody); !strings.HasSuffix(got, "…") || w > 50 || w < 40 {
		t.Errorf("%q is %.1f mm wide", got, w)
	}
}

func TestBalanceLeavesNoWordAlone(t *testing.T) {
	l := newTestLayout(t)
	s := "Integration of rehabilitation with mental health treatment through frequent contact"
	before := l.wrap(s, styleGroup, width)
	after := l.wrap(s, styleGroup, l.balance(s, styleGroup, width))
	if len(before) != 2 || len(after) != 2 || before[1] != "contact" || len(after[1]) < 20 {
		t.Errorf("before %q, after %q", before, after)
	}
}

func TestTitleBreaksAfterItsColon(t *testing.T) {
	l := newTestLayout(t)
	for in, want := range map[string]string{
		"Fidelity report: Larkhill Employment Service": "Fidelity report:\nLarkhill Employment Service",
		"Report: Larkhill": "Report: Larkhill", // fits on one line
		"No colon in this title, however long it may be": "No colon in this title, however long it may be",
	} {
		if got := l.breakAtColon(in, width); got != want {
			t.Errorf("%q: got %q", in, got)
		}
	}
}

func TestNoLineStandsAlone(t *testing.T) {
	l := newTestLayout(t)
	for n := 2; n < 60; n++ {
		text := strings.TrimSpace(strings.Repeat("line\n", n))
		filler := l.lines(&element{}, strings.TrimSpace(strings.Repeat("x\n", 42)), styleBody, left, width)
		for i, page := range place(append(filler, l.lines(&element{}, text, styleBody, left, width)...)) {
			of := 0
			for _, p := range page {
				for _, f := range filler {
					if p.piece == f {
						of++
					}
				}
			}
			if rest := len(page) - of; rest == 1 {
				t.Errorf("%d lines: one alone on page %d", n, i+1)
			}
		}
	}
}

func ExampleRender() {
	out, err := Render(page())
	fmt.Println(string(out[:8]), err)
	// Output: %PDF-1.7 <nil>
}
