package csv

import "strings"

// startsFormula are the characters that make a spreadsheet run a cell, or that
// it skips before it looks for one of them. A line break stands here because
// guard has made one of every carriage return.
const startsFormula = "=+-@\t\n"

// newlines makes one kind of line break of the three that texts come with. The
// writer turns it into CRLF; a lone carriage return it would drop.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// guard puts an apostrophe before a text that a spreadsheet would take for a
// formula: what a reviewer typed must never run on a reader's computer. The
// apostrophe shows in the cell; that is the price.
func guard(text string) string {
	text = newlines.Replace(strings.ToValidUTF8(text, "\uFFFD"))
	if text != "" && strings.IndexByte(startsFormula, text[0]) >= 0 {
		return "'" + text
	}
	return text
}
