package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// nbsp is the space that no line breaks at, and nbspShadow a letter of about
// its width that stands for it while lines are broken.
const (
	nbsp       = '\u00a0'
	nbspShadow = 'l'
)

// wrap breaks a cleaned text into lines no wider than w. A line that goes on
// in the next one ends in the space between them, so that the words do not run
// together for a reader of the tags.
func (l *layout) wrap(s string, st style, w float64) []string {
	l.use(st)
	// SplitText loses count where not even one rune fits on a line.
	w = max(w, 1.5*st.points*pointMM)
	var out []string
	paragraphs := strings.Split(s, "\n")
	for i, paragraph := range paragraphs {
		if paragraph == "" {
			out = append(out, "")
			continue
		}
		if i < len(paragraphs)-1 {
			paragraph += " "
		}
		rest := []rune(paragraph)
		for _, shadow := range l.pdf.SplitText(shadow(paragraph), w) {
			n := runesOf(rest, utf8.RuneCountInString(shadow))
			line := string(rest[:n])
			if rest = rest[n:]; len(rest) > 0 && rest[0] != nbsp && unicode.IsSpace(rest[0]) {
				line, rest = line+" ", rest[1:]
			}
			out = append(out, line)
		}
		if len(rest) > 0 { // accents alone, which have no shadow
			out = append(out, string(rest))
		}
	}
	return out
}

// shadow is the text as SplitText should see it: that function takes accents
// that stand over the letter before them for very wide ones, and breaks lines
// at spaces that are there to prevent it.
func shadow(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == nbsp:
			return nbspShadow
		case unicode.Is(unicode.M, r):
			return -1
		}
		return r
	}, s)
}

// runesOf is how many of the runes make n runes of the shadow.
func runesOf(rest []rune, n int) int {
	i := 0
	for ; i < len(rest); i++ {
		if unicode.Is(unicode.M, rest[i]) {
			continue
		}
		if n == 0 {
			break
		}
		n--
	}
	return i
}

// use selects a style for measuring.
func (l *layout) use(st style) { l.pdf.SetFont(family, st.weight(), st.points) }

func (s style) weight() string {
	if s.bold {
		return "B"
	}
	return ""
}

// textWidth is the width of a cleaned text on one line.
func (l *layout) textWidth(s string, st style) float64 {
	l.use(st)
	return l.pdf.GetStringWidth(s)
}

// cut shortens a cleaned text to one line no wider than w.
func (l *layout) cut(s string, st style, w float64) string {
	if l.textWidth(s, st) <= w {
		return s
	}
	room := w - l.textWidth("…", st)
	for i, r := range s {
		if room -= l.textWidth(string(r), st); room < 0 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// balance finds the narrowest width in which a heading takes no more lines, so
// that no word of it stands alone on the last.
func (l *layout) balance(s string, st style, w float64) float64 {
	lines := len(l.wrap(s, st, w))
	if lines < 2 {
		return w
	}
	least := w / 2
	for w-least > 1 {
		if middle := (least + w) / 2; len(l.wrap(s, st, middle)) > lines {
			least = middle
		} else {
			w = middle
		}
	}
	return w
}

// lines makes a piece of each line of a cleaned text, bound to the element.
// Single lines do not stand alone at the foot or the head of a page.
func (l *layout) lines(e *element, s string, st style, x, w float64) []*piece {
	if s == "" {
		return nil
	}
	var out []*piece
	for _, line := range l.wrap(s, st, w) {
		if line == "" { // an empty line parts paragraphs
			out = append(out, &piece{height: st.lead / 2, draw: func(*painter, float64) {}})
			continue
		}
		out = append(out, &piece{height: st.lead, draw: func(p *painter, y float64) {
			p.mark(e, func() { p.text(x, y, line, st) })
		}})
	}
	if n := len(out); n > 1 {
		out[0].keep = always
		out[n-2].keep = always
	}
	return out
}

// paragraph sets running text. The sentence to read across a table is large, a
// caution is smaller and grey.
func (l *layout) paragraph(b report.Paragraph, at spot) []*piece {
	st, above := styleBody, gapBlock
	switch b.Role {
	case report.Lead:
		st, above = styleLead, gapBlock+0.6
	case report.Note:
		st = styleNote
	}
	text := l.glyphs.text(b.Text)
	if text == "" {
		return nil
	}
	w := at.w
	if st != styleLead {
		w = min(w, measure)
	}
	return space(above, l.lines(at.parent.add("P"), text, st, at.x, w))
}

// quote sets a reviewer's own words apart: a rule at the left from top to
// bottom, and above them whose words they are.
func (l *layout) quote(b report.Quote, at spot) []*piece {
	const indent = 5.0
	text, label := l.glyphs.text(b.Text), l.glyphs.line(b.Label)
	if text == "" && label == "" {
		return nil
	}
	quote := at.parent.add("BlockQuote")
	w := min(at.w, measure) - indent
	pieces := lead(l.lines(quote.add("P"), label, styleLabel, at.x+indent, w))
	pieces = append(pieces, l.lines(quote.add("P"), text, styleBody, at.x+indent, w)...)
	for _, c := range pieces {
		draw, height := c.draw, c.height
		c.draw = func(p *painter, y float64) {
			p.decorate(func() { p.rect(at.x+0.6, y, 0.9, height, accent) })
			draw(p, y)
		}
	}
	return space(gapBlock+0.6, pieces)
}
