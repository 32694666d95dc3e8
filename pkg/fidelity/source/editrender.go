package source

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// widestRow is how wide a part in brackets may get before it is written in
// lines of its own. Rows of a table and entries of lists are often wide.
const widestRow = 160

// dress chooses how the parts of a new value are written: in brackets where
// what is around them is, and else in lines of their own, but for lists of
// single values and the entries of a list of which each fits into a row.
func dress(n *yaml.Node, flow bool) {
	if n.Kind == yaml.ScalarNode {
		return
	}
	isList := n.Kind == yaml.SequenceNode
	fits := isList && !slices.ContainsFunc(n.Content, func(entry *yaml.Node) bool { return !fitsRow(entry) })
	n.Style = 0
	if flow || len(n.Content) == 0 || isList && singles(n) && fitsRow(n) {
		n.Style = yaml.FlowStyle
	}
	for _, child := range n.Content {
		dress(child, isFlow(n) || fits || isList && child.Kind == yaml.SequenceNode)
	}
}

// singles reports whether all entries of a list are single values.
func singles(n *yaml.Node) bool {
	return !slices.ContainsFunc(n.Content, func(entry *yaml.Node) bool { return entry.Kind != yaml.ScalarNode })
}

// dressLike writes a new value as its neighbour is written, where that is a
// part of the same kind.
func dressLike(n, neighbour *yaml.Node, flow bool) {
	like := neighbour != nil && neighbour.Kind == n.Kind && isFlow(neighbour) && fitsRow(n)
	dress(n, flow || like)
}

// dressAs writes a value in the style of the one that it replaces.
func dressAs(n, old *yaml.Node, flow bool) {
	if n.Kind == yaml.ScalarNode {
		if old.Kind == yaml.ScalarNode {
			n.Style = old.Style
		}
		return
	}
	dressLike(n, old, flow)
	if old.Kind == n.Kind && !isFlow(old) && len(n.Content) > 0 && !flow {
		n.Style = 0
	}
}

// fitsRow reports whether a part can be read in one line.
func fitsRow(n *yaml.Node) bool { return !hasLines(n) && columns((&layout{}).flow(n)) <= widestRow }

func hasLines(n *yaml.Node) bool {
	return strings.Contains(n.Value, "\n") || slices.ContainsFunc(n.Content, hasLines)
}

// flow writes a value in one line.
func (l *layout) flow(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		pairs := make([]string, 0, len(n.Content)/2)
		for i := 0; i < len(n.Content); i += 2 {
			pairs = append(pairs, l.flowPair(n.Content[i], n.Content[i+1]))
		}
		return "{" + strings.Join(pairs, ", ") + "}"
	case yaml.SequenceNode:
		entries := make([]string, len(n.Content))
		for i, entry := range n.Content {
			entries[i] = l.flow(entry)
		}
		return "[" + strings.Join(entries, ", ") + "]"
	}
	return l.scalar(n, true)
}

func (l *layout) flowPair(key, value *yaml.Node) string {
	return l.scalar(l.keyStyle(key), true) + ": " + l.flow(value)
}

// keyStyle writes a new key as text, but for whole numbers: scores are keys too.
func (l *layout) keyStyle(key *yaml.Node) *yaml.Node {
	if !l.json && jsonNumber.MatchString(key.Value) {
		return key
	}
	return Text(key.Value).node
}

// pair writes a key and its value as lines.
func (l *layout) pair(key, value *yaml.Node, indent int) []string {
	head := spaces(indent) + l.scalar(l.keyStyle(key), false) + ":"
	inline, below := l.under(value, indent, indent+l.step, columns(head))
	return append([]string{head + inline}, below...)
}

// entry writes an entry of a list as lines; its dash is followed by gap-1
// spaces.
func (l *layout) entry(value *yaml.Node, indent, gap int) []string {
	head := spaces(indent) + "-"
	if value.Kind == yaml.ScalarNode || isFlow(value) {
		inline, below := l.under(value, indent, indent+gap, columns(head))
		return append([]string{head + spaces(gap-2) + inline}, below...)
	}
	lines := l.block(value, indent+gap)
	lines[0] = head + lines[0][len(head):]
	return lines
}

// under writes a value below its key: what stands behind the colon, with a
// space before it, and the lines that follow, indented by in.
func (l *layout) under(n *yaml.Node, indent, in, used int) (inline string, below []string) {
	switch {
	case n.Kind == yaml.ScalarNode:
		sign, lines, ok := paragraph(n, in, used+1)
		if !ok || l.simple {
			return " " + l.scalar(n, false), nil
		}
		for _, line := range lines {
			if line != "" {
				line = spaces(in) + line
			}
			below = append(below, line)
		}
		return " " + sign, below
	case isFlow(n):
		return " " + l.flow(n), nil
	case n.Kind == yaml.SequenceNode:
		return "", l.block(n, indent+l.hang)
	}
	return "", l.block(n, in)
}

// block writes the parts of a mapping or a list as lines.
func (l *layout) block(n *yaml.Node, indent int) []string {
	var lines []string
	if n.Kind == yaml.SequenceNode {
		for _, entry := range n.Content {
			lines = append(lines, l.entry(entry, indent, 2)...)
		}
		return lines
	}
	for i := 0; i < len(n.Content); i += 2 {
		lines = append(lines, l.pair(n.Content[i], n.Content[i+1], indent)...)
	}
	return lines
}

func spaces(n int) string { return strings.Repeat(" ", max(n, 0)) }
