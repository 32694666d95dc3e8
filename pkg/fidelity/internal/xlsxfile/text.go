package xlsxfile

import (
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

const (
	// CellLimit is how much a cell holds, in UTF-16 units.
	CellLimit = 32767
	// CutMark stands at the end of a text that did not fit.
	CutMark = "… (cut)"
	// EscapeMark stands for the underscore of a text such as _x0041_, which a
	// workbook would read as "A", until the finish step writes the escape.
	// Escaping here would not do: the library escapes as well, and not always
	// rightly. The mark is a Noncharacter, which clean takes out of every
	// text, so that a document cannot bring one of its own.
	EscapeMark = '\uFDD0'
	// escaped is an underscore as a workbook writes it where it must.
	escaped = "_x005F_"
)

// Clean is the text as a cell can hold it: line breaks of every kind become
// line feeds, a tab becomes a space, other control characters and
// noncharacters go, and bytes that are not UTF-8 become U+FFFD.
func Clean(s string) string {
	s = strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\r\n", "\n")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\r' || r == '\u0085' || r == '\u2028' || r == '\u2029':
			return '\n'
		case r == '\t':
			return ' '
		case unicode.IsControl(r) || Noncharacter(r):
			return -1
		}
		return r
	}, s)
}

// CleanLine is the text on one line, for places that have only one.
func CleanLine(s string) string { return strings.Join(strings.Fields(Clean(s)), " ") }

// Noncharacter says whether Unicode keeps r for use inside of programs.
func Noncharacter(r rune) bool {
	return r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE
}

// Cut shortens a text to what a cell holds, and says so at its end. Nothing
// is lost without a trace, and no character is cut in half.
func Cut(s string) string { return CutTo(s, CellLimit) }

// CutTo is Cut to so many UTF-16 units.
func CutTo(s string, limit int) string {
	if len(s) <= limit || Units(s) <= limit {
		return s
	}
	room := limit - Units(CutMark)
	for i, r := range s {
		if room -= utf16.RuneLen(r); room < 0 {
			return s[:i] + CutMark
		}
	}
	return s
}

// Units is the length of a valid text in UTF-16 units, as a workbook counts.
func Units(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}

// Shield marks each underscore that begins a text of the form _x0041_. Such
// texts can overlap, and each that does is marked.
func Shield(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for i, r := range s {
		if r == '_' && escapeLike(s[i:]) {
			r = EscapeMark
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
