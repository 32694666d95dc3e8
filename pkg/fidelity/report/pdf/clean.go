package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// substitute stands for a rune that cannot be drawn. The font has no empty
// box, so it is the sign that every reader knows.
const substitute = '?'

// text makes a string safe to draw: composed, without invisible runes, and
// with a visible substitute for every rune that the font lacks, which includes
// all above U+FFFF, where gofpdf panics. Line breaks stay.
func (g glyphs) text(s string) string {
	s = norm.NFC.String(strings.Map(plain, strings.ReplaceAll(s, "\r\n", "\n")))
	var out strings.Builder
	out.Grow(len(s))
	for _, r := range s {
		switch {
		case r == '\n' || g[r]:
			out.WriteRune(r)
		case unicode.Is(unicode.Zs, r):
			out.WriteByte(' ')
		case r == '\u2010' || r == '\u2011': // hyphens by their Unicode names
			out.WriteByte('-')
		default:
			out.WriteString(g.parts(r))
		}
	}
	lines := strings.Split(out.String(), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// line is text for where there is room for one paragraph only: line breaks
// become spaces.
func (g glyphs) line(s string) string {
	return strings.TrimSpace(strings.ReplaceAll(g.text(s), "\n", " "))
}

// parts draws a letter that the font lacks from a base letter and accents,
// where the font has those.
func (g glyphs) parts(r rune) string {
	parts := norm.NFD.String(string(r))
	for _, p := range parts {
		if !g[p] {
			return string(substitute)
		}
	}
	return parts
}

// plain maps the runes that only steer a display: breaks to one kind of line
// break, tabs to spaces, and those that nobody can see to nothing.
func plain(r rune) rune {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return '\n'
	case '\t':
		return ' '
	}
	if unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) {
		return -1
	}
	return r
}
