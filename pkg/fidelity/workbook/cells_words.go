package workbook

import (
	"strings"
)

func yesOrNo(text string) string {
	if text == "1" || strings.EqualFold(text, "true") {
		return "yes"
	}
	return "no"
}

// blanks are all that looks like a space in a sheet; some come with text that
// was copied from a web page.
const blanks = " \t\r\n\u00A0\u2007\u2009\u202F\u200B\u2060\uFEFF"

// clean takes away spaces around a text, and makes every one within it an
// ordinary one.
func clean(text string) string {
	text = strings.Trim(text, blanks)
	return strings.Map(func(c rune) rune {
		switch c {
		case '\u00A0', '\u2007', '\u2009', '\u202F':
			return ' '
		case '\u200B', '\u2060', '\uFEFF':
			return -1
		}
		return c
	}, text)
}

// unixLines ends lines as review files do.
func unixLines(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// isNothing reports whether a text stands for an empty cell.
func isNothing(text string) bool {
	switch text {
	case "-", "–", "—", "--":
		return true
	}
	return false
}

// isUnknown reports whether a text says that something is not known. Spelt is
// true where it is how sheets and files write that.
func isUnknown(text string) (unknown, spelt bool) {
	switch strings.ToLower(strings.Join(strings.Fields(text), " ")) {
	case "unknown", "not known":
		return true, true
	case "n/a", "na", "n.a.", "not applicable", "not recorded", "not available", "don't know", "don’t know", "dont know", "do not know", "dk", "n/k", "nk", "?", "??", "tbc":
		return true, false
	}
	return false, false
}

// offers reports whether an answer is written just so.
func offers(answers []answer, text string) bool {
	for _, a := range answers {
		if strings.EqualFold(a.id, text) || strings.EqualFold(a.label, text) {
			return true
		}
	}
	return false
}

// offered returns the id of an answer that a line is the label of, and the line
// itself where it is none: these answers are offered, and others will do.
func offered(answers []answer, line string) string {
	for _, a := range answers {
		if strings.EqualFold(a.label, line) {
			return a.id
		}
	}
	return line
}

// chosen returns the answer that a text stands for, as files write it, and the
// text itself where it is none.
func chosen(answers []answer, text string) string {
	for _, a := range answers {
		if strings.EqualFold(a.id, text) || alike(a.label, text) || alike(a.id, text) {
			return a.id
		}
	}
	return text
}

// alike compares answers without regard to case, spaces and hyphens.
func alike(a, b string) bool {
	return strings.EqualFold(strings.Join(wordsOf(a), " "), strings.Join(wordsOf(b), " "))
}

func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == '-' || c == '_' || c == '\u2011' })
}
