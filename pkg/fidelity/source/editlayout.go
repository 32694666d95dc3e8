package source

import (
	"bytes"
	"sort"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// layout is the text of a file with what is needed to find its nodes in it and
// to write like it.
type layout struct {
	text   []byte
	lines  []int  // where each line begins
	ends   string // how lines end
	step   int    // spaces that a key stands further in than the one above it
	hang   int    // spaces that the dashes of a list stand further in than its key
	json   bool   // keys and texts are all in double quotation marks
	simple bool   // new text goes into one line, whatever it is
	lost   bool   // a node does not end where it should: the layout is too unusual to edit
}

func newLayout(text []byte, root *yaml.Node) *layout {
	l := &layout{text: text, lines: []int{0}, ends: "\n", step: 2, hang: 2}
	for at := 0; at < len(text); {
		width := l.breakAt(at)
		if width == 0 {
			at++
			continue
		}
		if len(l.lines) == 1 && text[at] <= '\r' {
			l.ends = string(text[at : at+width])
		}
		at += width
		l.lines = append(l.lines, at)
	}
	stepped, hung := false, false
	l.habits(root, &stepped, &hung)
	l.json = isFlow(root) && len(root.Content) > 0 && root.Content[0].Style == yaml.DoubleQuotedStyle
	return l
}

// habits finds how far keys and dashes are indented, from the first of each.
func (l *layout) habits(n *yaml.Node, stepped, hung *bool) {
	if isFlow(n) {
		return
	}
	for i, value := range n.Content {
		if *stepped && *hung {
			return
		}
		if n.Kind == yaml.MappingNode && len(value.Content) > 0 && !isFlow(value) {
			in := value.Column - n.Column
			switch {
			case i%2 == 0 || in < 0:
			case value.Kind == yaml.MappingNode && !*stepped:
				l.step, *stepped = in, true
			case value.Kind == yaml.SequenceNode && !*hung:
				l.hang, *hung = in, true
			}
		}
		l.habits(value, stepped, hung)
	}
}

// breakAt returns how many bytes the line break at a place takes, 0 where
// there is none. The library counts all of these as breaks.
func (l *layout) breakAt(at int) int {
	switch l.char(at) {
	case '\n':
		return 1
	case '\r':
		if l.char(at+1) == '\n' {
			return 2
		}
		return 1
	case 0xC2, 0xE2: // of three rare characters
		for _, c := range []string{"\u0085", "\u2028", "\u2029"} {
			if bytes.HasPrefix(l.text[at:], []byte(c)) {
				return len(c)
			}
		}
	}
	return 0
}

// offset returns where a node begins.
func (l *layout) offset(n *yaml.Node) int {
	if n.Line < 1 || n.Line > len(l.lines) {
		l.lost = true
		return 0
	}
	at := l.lines[n.Line-1]
	for column := 1; column < n.Column; column++ {
		if at >= len(l.text) {
			l.lost = n.Column > column
			return len(l.text)
		}
		_, size := utf8.DecodeRune(l.text[at:])
		at += size
	}
	return at
}

// char is the byte at a place, 0 behind the end.
func (l *layout) char(at int) byte {
	if at < 0 || at >= len(l.text) {
		return 0
	}
	return l.text[at]
}

// lineStart returns where the line of a place begins.
func (l *layout) lineStart(at int) int {
	return l.lines[sort.SearchInts(l.lines, at+1)-1]
}

// nextLine returns where the line after that of a place begins; the end of the
// text where there is none.
func (l *layout) nextLine(at int) int {
	if i := sort.SearchInts(l.lines, at+1); i < len(l.lines) {
		return l.lines[i]
	}
	return len(l.text)
}

// lineEnd returns where the line of a place ends, before its break.
func (l *layout) lineEnd(at int) int {
	for at < len(l.text) && l.breakAt(at) == 0 {
		at++
	}
	return at
}

// blanks passes over spaces and tabs.
func (l *layout) blanks(at int) int {
	for l.char(at) == ' ' || l.char(at) == '\t' {
		at++
	}
	return at
}

// gap passes over spaces, line breaks and comments.
func (l *layout) gap(at int) int {
	for at < len(l.text) {
		width := l.breakAt(at)
		switch c := l.text[at]; {
		case c == ' ' || c == '\t':
			at++
		case c == '#':
			at = l.lineEnd(at)
		case width > 0:
			at += width
		default:
			return at
		}
	}
	return at
}

// onlyBlank reports whether nothing but spaces stands between two places.
func (l *layout) onlyBlank(from, to int) bool {
	return len(bytes.Trim(l.text[from:to], " \t")) == 0
}

// restIsComment reports whether the line has nothing more to say from a place
// on.
func (l *layout) restIsComment(at int) bool {
	at = l.blanks(at)
	return at == len(l.text) || l.text[at] == '#' || l.breakAt(at) > 0
}

// emptyLine reports whether the line that begins at a place is blank.
func (l *layout) emptyLine(start int) bool {
	return start < len(l.text) && l.onlyBlank(start, l.lineEnd(start))
}
