package xlsx

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	// cellLimit is how much a cell holds, in UTF-16 units.
	cellLimit = 32767
	// cutMark stands at the end of a text that did not fit.
	cutMark = "… (cut)"
	// escapeMark stands for the underscore of a text such as _x0041_, which a
	// workbook would read as "A", until the finish step writes the escape.
	// Escaping here would not do: the library escapes as well, and not always
	// rightly. The mark is a noncharacter, which clean takes out of every
	// text, so that a document cannot bring one of its own.
	escapeMark = '\uFDD0'
	// escaped is an underscore as a workbook writes it where it must.
	escaped = "_x005F_"
)

// clean is the text as a cell can hold it: line breaks of every kind become
// line feeds, a tab becomes a space, other control characters and
// noncharacters go, and bytes that are not UTF-8 become U+FFFD.
func clean(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\t':
			return ' '
		case unicode.IsControl(r) || noncharacter(r):
			return -1
		}
		return r
	}, s)
}

// cleanLine is the text on one line, for places that have only one.
func cleanLine(s string) string { return strings.Join(strings.Fields(clean(s)), " ") }

// noncharacter says whether Unicode keeps r for use inside of programs.
func noncharacter(r rune) bool {
	return r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}

// cut shortens a text to what a cell holds, and says so at its end. Nothing
// is lost without a trace, and no character is cut in half.
func cut(s string) string { return cutTo(s, cellLimit) }

func cutTo(s string, limit int) string {
	if len(s) <= limit || units(s) <= limit {
		return s
	}
	room := limit - units(cutMark)
	for i, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			return s[:i] + cutMark
		}
	}
	return s
}

// units is the length of a valid text in UTF-16 units, as a workbook counts.
func units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// shield marks each underscore that begins a text of the form _x0041_. Such
// texts can overlap, and each that does is marked.
func shield(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for i, r := range s {
		if r == '_' && escapeLike(s[i:]) {
			r = escapeMark
		}
		out.WriteRune(r)
	}
	return out.String()
}

// escapeLike says whether s begins with _xHHHH_.
func escapeLike(s string) bool {
	const form = "_x0000_"
	if len(s) < len(form) || s[:2] != "_x" || s[len(form)-1] != '_' {
		return false
	}
	for _, c := range []byte(s[2 : len(form)-1]) {
		if c >= utf8.RuneSelf || !unicode.Is(unicode.ASCII_Hex_Digit, rune(c)) {
			return false
		}
	}
	return true
}
