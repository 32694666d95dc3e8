package xlsxfile

import (
	"bytes"
	"encoding/xml"
	"strconv"
)

// Cached collects the values of formulas, which readers show that do not work
// them out: previews, protected views, other programs. The library writes
// formulas without them.
//
// A cell is first given its value as a number, then its formula: numbers as
// they are, texts as the number that Text returns. Finish writes both as they
// should be.
type Cached struct{ texts []string }

// firstText is the number of the first text. No value of a formula here comes
// near it, and it is a whole number that a cell holds exactly.
const firstText = 1 << 50

// Text returns the number that stands for a text.
func (c *Cached) Text(text string) float64 {
	c.texts = append(c.texts, text)
	return float64(firstText + len(c.texts) - 1)
}

// fill puts the values into one sheet. What the library writes is
// <c r="B2" s="1" t="str"><f>…</f><v>…</v></c>; in it, a quotation mark or
// an angle bracket is markup, since those in texts are escaped.
func (c *Cached) fill(body []byte) []byte {
	const typed, formula, value, end = ` t="str"><f>`, "</f>", "<v>", "</v>"
	var out bytes.Buffer
	out.Grow(len(body) + len(body)/8)
	for {
		at := bytes.Index(body, []byte(typed))
		if at < 0 {
			break
		}
		out.Write(body[:at])
		body = body[at:]
		stop := bytes.Index(body, []byte(formula)) + len(formula)
		number, rest, ok := []byte(nil), body[stop:], false
		if bytes.HasPrefix(rest, []byte(value)) {
			number, rest, ok = bytes.Cut(rest[len(value):], []byte(end))
		}
		n, err := strconv.ParseFloat(string(number), 64)
		switch place := n - firstText; {
		case !ok || err != nil: // without a value: as the library has it
			out.Write(body[:stop])
			rest = body[stop:]
		case place >= 0 && int(place) < len(c.texts):
			out.Write(body[:stop])
			out.WriteString(value)
			// Writing to a buffer does not fail.
			_ = xml.EscapeText(&out, []byte(c.texts[int(place)]))
			out.WriteString(end)
		default:
			out.WriteString("><f>")
			out.Write(body[len(typed):stop])
			out.WriteString(value)
			out.Write(number)
			out.WriteString(end)
		}
		body = rest
	}
	out.Write(body)
	return out.Bytes()
}
