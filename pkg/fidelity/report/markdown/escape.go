package markdown

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// escapeLine brings a text to one line and escapes what would be markup in it,
// wherever in the page it comes to stand.
func escapeLine(text string) string { return escape(oneLine(text)) }

// escapeLines does so for a text whose line breaks count, and splits it into
// paragraphs at its blank lines.
func escapeLines(text string) [][]string {
	var paragraphs [][]string
	var lines []string
	flush := func() {
		if lines != nil {
			paragraphs = append(paragraphs, lines)
			lines = nil
		}
	}
	for _, line := range strings.Split(newlines.Replace(text), "\n") {
		if words := escapeLine(line); words != "" {
			lines = append(lines, words)
		} else {
			flush()
		}
	}
	flush()
	return paragraphs
}

// newlines makes one kind of line break of the three that texts come with.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// oneLine puts a text on one line with single spaces, as a reader of Markdown
// shows it anyway, and replaces what a page cannot show. A space that must not
// break stays one, but at an end, where it would undo bold.
func oneLine(text string) string {
	text = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r == 0xFFFE || r == 0xFFFF {
			return utf8.RuneError
		}
		return r
	}, strings.ToValidUTF8(text, string(utf8.RuneError)))
	words := strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00A0' })
	return strings.TrimSpace(strings.Join(words, " "))
}

// anywhere are the characters that can be markup at any place in a line:
// emphasis, code, links, HTML, the bar of a table, strikethrough, formulas, and
// the sign that makes an address of two words.
const anywhere = "\\`*_[]<|~$@"

// first are the characters that can be markup at the start of a line.
const first = "#>+-=:"

// escape puts a backslash before each character that could be markup where it
// stands. Others stay as they are, so that the page can be read as it stands.
func escape(line string) string {
	var out strings.Builder
	number := orderedListMark(line)
	for i, r := range line {
		before, rest := line[:i], line[i+utf8.RuneLen(r):]
		switch {
		case strings.ContainsRune(anywhere, r),
			i == 0 && strings.ContainsRune(first, r),
			i == number,
			closesHeading(before, r),
			besideBracket(before, r, rest),
			startsEntity(r, rest),
			startsAddress(before, r, rest):
			out.WriteByte('\\')
		}
		out.WriteRune(r)
	}
	return out.String()
}

// orderedListMark returns the place of the mark after a number at the start of
// a line, as in "1. May" or "12)", or -1. In "19.3 clients" it is none.
func orderedListMark(line string) int {
	digits := len(line) - len(strings.TrimLeft(line, "0123456789"))
	after := line[digits:]
	if digits == 0 || after == "" || !strings.ContainsRune(".)", rune(after[0])) {
		return -1
	}
	if len(after) > 1 && after[1] != ' ' {
		return -1
	}
	return digits
}

// closesHeading finds the number signs that would end a heading unseen.
func closesHeading(before string, r rune) bool {
	return r == '#' && strings.HasSuffix(before, " ")
}

// besideBracket finds the other signs of a link or a picture. The brackets are
// escaped already, but not every reader heeds that inside a link of our own.
func besideBracket(before string, r rune, rest string) bool {
	return r == '!' && strings.HasPrefix(rest, "[") || r == '(' && strings.HasSuffix(before, "]")
}

// startsEntity finds an ampersand that could stand for another character, as in
// "&lt;" or "&#60;". One between spaces is left alone.
func startsEntity(r rune, rest string) bool {
	return r == '&' && rest != "" && (rest[0] == '#' || isLetterOrDigit(rest[0]))
}

// startsAddress finds the places where a bare address would become a link. A
// page must not lead anywhere that its writer did not mean it to.
func startsAddress(before string, r rune, rest string) bool {
	switch r {
	case ':':
		return strings.HasPrefix(rest, "//")
	case '.':
		return len(before) >= 3 && strings.EqualFold(before[len(before)-3:], "www")
	}
	return false
}

func isLetterOrDigit(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}
