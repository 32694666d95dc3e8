package source

import (
	"strings"

	"gopkg.in/yaml.v3"
)

// replace puts a new value in the place of the one at i in the Content of a
// node.
func (l *layout) replace(parent *yaml.Node, i int, value *yaml.Node) []cut {
	old := parent.Content[i]
	head := l.headEnd(parent, i)
	if isFlow(parent) {
		return l.replaceFlow(parent, i, value)
	}
	indent := parent.Column - 1
	in := indent + l.step
	if parent.Kind == yaml.SequenceNode {
		in = indent + 2
	}
	start, end := head, head
	if !isNothing(old) {
		start, end = l.offset(old), l.partEnd(parent, i)
	}
	if old.Kind == yaml.ScalarNode && old.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		in = l.indented(l.nextLine(start), in)
	}
	inline, below := l.under(value, indent, in, l.column(start))
	switch {
	case isNothing(old):
		return []cut{{head, l.upToComment(head, columns(inline)), inline}, l.below(head, below)}
	case old.Kind != yaml.ScalarNode && !isFlow(old):
		return l.replaceBlock(old, value, head, start, end, inline, below)
	case old.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0:
		sign, _ := l.blockScalar(start, indent)
		first := l.lineEnd(sign)
		if inline == "" {
			start = head
		}
		return []cut{{start, sign, unspaced(inline)}, {first, max(first, end), l.joined(below)}}
	case inline != "":
		return []cut{{start, end, unspaced(inline)}, l.below(end, below)}
	case l.lineStart(start) == l.lineStart(head):
		return []cut{{head, end, ""}, l.below(end, below)}
	}
	return []cut{l.below(head, below), {start, end, ""}}
}

// upToComment returns where spaces that part an empty value from its comment
// can be taken up, so that the comment stays in its column.
func (l *layout) upToComment(head, wide int) int {
	comment := l.blanks(head)
	if l.char(comment) != '#' {
		return head
	}
	return max(head, min(head+wide, comment-1))
}

// unspaced is a value without the space that parts it from its colon.
func unspaced(inline string) string { return strings.TrimPrefix(inline, " ") }

// replaceBlock puts a new value in the place of lines. What is a part in lines
// as well takes the same indentation; anything else goes behind the colon.
func (l *layout) replaceBlock(old, value *yaml.Node, head, start, end int, inline string, below []string) []cut {
	switch {
	case value.Kind == old.Kind && !isFlow(value):
		lines := l.block(value, old.Column-1)
		return []cut{{start, end, l.joined(lines)[len(l.ends)+old.Column-1:]}}
	case l.lineStart(start) == l.lineStart(head):
		return []cut{{head, end, inline + l.joined(below)}}
	case inline == "":
		return []cut{l.below(head, below), l.wholeLines(start, end)}
	}
	lines := l.wholeLines(start, end)
	return []cut{{head, head, inline}, {l.lineEnd(head), l.lineEnd(head), l.joined(below)}, lines}
}

// insertBlock puts a key with its value among the lines of a mapping.
func (l *layout) insertBlock(n *yaml.Node, m *edit) []cut {
	indent := n.Column - 1
	lines := l.pair(m.key, m.value, indent)
	if m.at > 0 {
		if l.parted(n, m.at-1, len(lines) > 1) {
			lines = append([]string{""}, lines...)
		}
		return []cut{l.below(l.behind(n, m.at-1), lines)}
	}
	at := l.offset(n)
	if !l.onlyBlank(l.lineStart(at), at) {
		// The first key stands behind a dash, and the new one takes its place.
		return []cut{{at, at, l.joined(lines)[len(l.ends)+indent:] + l.ends + spaces(indent)}}
	}
	at = l.aboveComments(l.lineStart(at), indent)
	return []cut{{at, at, l.joined(lines)[len(l.ends):] + l.ends}}
}

// aboveComments passes back over the comments that stand right above a line
// and are indented like it: they speak of it.
func (l *layout) aboveComments(start, indent int) int {
	for start > 0 {
		line := l.lineStart(start - 1)
		if l.char(line+indent) != '#' || !l.onlyBlank(line, line+indent) {
			break
		}
		start = line
	}
	return start
}

// appendBlock puts an entry behind the last of a list in lines.
func (l *layout) appendBlock(n, value *yaml.Node) []cut {
	last := len(n.Content) - 1
	gap := 2
	if !isNothing(n.Content[last]) {
		dash, at := l.partStart(n, last), l.offset(n.Content[last])
		if l.lineStart(dash) == l.lineStart(at) {
			gap = max(gap, at-dash)
		}
	}
	lines := l.entry(value, n.Column-1, gap)
	if last > 0 && l.emptyLineBefore(l.partStart(n, last)) {
		lines = append([]string{""}, lines...)
	}
	return []cut{l.below(l.behind(n, last), lines)}
}

// behind returns where something new can follow the part with the value at i:
// in its last line, or in that of the comments below it that are indented
// further and so belong to it.
func (l *layout) behind(n *yaml.Node, i int) int {
	at := l.partEnd(n, i)
	for line := l.nextLine(at); line < len(l.text); line = l.nextLine(line) {
		in := l.blanks(line)
		switch {
		case l.emptyLine(line):
		case l.char(in) == '#' && in-line >= n.Column:
			at = in
		default:
			return at
		}
	}
	return at
}

// parted reports whether a blank line parts a new key from the one that it
// follows, with its value at i: as such parts are parted here from others,
// where one of the two takes several lines.
func (l *layout) parted(n *yaml.Node, i int, several bool) bool {
	start, end := l.partStart(n, i), l.behind(n, i)
	if !several && l.lineStart(start) == l.lineStart(end) {
		return false
	}
	if i+1 < len(n.Content) {
		return l.emptyLine(l.nextLine(end))
	}
	return i > 1 && l.emptyLineBefore(start)
}

// emptyLineBefore reports whether a blank line stands above the line of a place
// or above the comments that belong to it.
func (l *layout) emptyLineBefore(at int) bool {
	start := l.lineStart(at)
	start = l.aboveComments(start, l.indented(start, 0))
	return start > 0 && l.emptyLine(l.lineStart(start-1))
}

// removeBlock takes the lines of a part out. Comments above it stay, because
// they may speak of what follows as well.
func (l *layout) removeBlock(n *yaml.Node, i int) []cut {
	start, end := l.partStart(n, i), l.partEnd(n, i)
	if l.onlyBlank(l.lineStart(start), start) {
		return []cut{l.wholeLines(start, end)}
	}
	// The part begins behind a dash, which stays for the one that follows.
	next := i + 1
	if n.Kind == yaml.MappingNode {
		next++
	}
	if next >= len(n.Content) {
		l.lost = true
		return nil
	}
	follows := l.partStart(n, next)
	if l.gap(l.lineEnd(end)) != follows || strings.TrimSpace(string(l.text[l.lineEnd(end):follows])) != "" {
		for l.char(start-1) == ' ' {
			start--
		}
		return []cut{{start, l.lineEnd(end), ""}}
	}
	return []cut{{start, follows, ""}}
}

// indented returns how far a line is indented, or less where it is blank.
func (l *layout) indented(start, less int) int {
	in := l.blanks(start) - start
	if in == 0 || l.emptyLine(start) {
		return less
	}
	return in
}

// column is how many characters stand before a place in its line.
func (l *layout) column(at int) int { return columns(string(l.text[l.lineStart(at):at])) }
