package say_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

func TestAndOr(t *testing.T) {
	for want, names := range map[string][]string{"": nil, "a": {"a"}, "a and b": {"a", "b"}, "a, b and c": {"a", "b", "c"}} {
		check(t, say.And(names), want)
		check(t, say.Or(names), strings.Replace(want, " and ", " or ", 1))
	}
}

func TestUpperAndLower(t *testing.T) {
	for _, c := range [][3]string{ // text, upper, lower
		{"near the team", "Near the team", "near the team"},
		{"Near the team", "Near the team", "near the team"},
		{"ES02 needs more", "ES02 needs more", "ES02 needs more"},
		{"IPS is known", "IPS is known", "IPS is known"},
		{"E1", "E1", "E1"},
		{"A plan", "A plan", "a plan"},
		{"élan", "Élan", "élan"},
		{"Élan", "Élan", "élan"},
		{"3 of 5", "3 of 5", "3 of 5"},
		{"", "", ""},
		{"x", "X", "x"},
		{"\xff", "\xff", "\xff"},
	} {
		check(t, say.Upper(c[0]), c[1])
		check(t, say.Lower(c[0]), c[2])
	}
}

func TestSentence(t *testing.T) {
	for text, want := range map[string]string{
		"": "", "a": "a.", "a.": "a.", "a!": "a!", "a?": "a?", "a…": "a…", "a (b)": "a (b).", "a (b.)": "a (b.).", "é": "é.",
	} {
		check(t, say.Sentence(text), want)
	}
}

// Changing the first letter changes nothing else, whatever the bytes.
func TestUpperAndLowerTouchTheFirstLetterAlone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := string(rapid.SliceOf(rapid.Byte()).Draw(t, "text"))
		_, first := utf8.DecodeRuneInString(text)
		for _, got := range []string{say.Upper(text), say.Lower(text)} {
			if !strings.HasSuffix(got, text[first:]) || utf8.ValidString(got) != utf8.ValidString(text) {
				t.Fatalf("%q became %q", text, got)
			}
		}
	})
}
