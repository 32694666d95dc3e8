package source

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// cut is a piece of the text that is taken out, and what comes in its place.
type cut struct {
	from, to int
	text     string
}

// splice returns the text with an edit made. It is not ok where the layout is
// too unusual to tell what belongs to what.
func (l *layout) splice(m *edit) (text []byte, ok bool) {
	n := m.trail[len(m.trail)-1].node
	var cuts []cut
	switch {
	case m.kind == replaceNode:
		parent := m.trail[len(m.trail)-2].node
		cuts = l.replace(parent, m.trail[len(m.trail)-1].at, m.value)
	case m.kind == removePart && isFlow(n):
		cuts = l.removeFlow(n, m.at)
	case m.kind == removePart:
		cuts = l.removeBlock(n, m.at)
	case isFlow(n):
		cuts = l.insertFlow(n, m)
	case n.Kind == yaml.SequenceNode:
		cuts = l.appendBlock(n, m.value)
	default:
		cuts = l.insertBlock(n, m)
	}
	if l.lost {
		return nil, false
	}
	return l.cut(cuts)
}

// cut makes the cuts, which do not overlap.
func (l *layout) cut(cuts []cut) ([]byte, bool) {
	slices.SortStableFunc(cuts, func(a, b cut) int { return a.from - b.from })
	var out []byte
	at := 0
	for _, c := range cuts {
		if c.from < at || c.to < c.from || c.to > len(l.text) {
			return nil, false
		}
		out = append(append(out, l.text[at:c.from]...), c.text...)
		at = c.to
	}
	return append(out, l.text[at:]...), true
}

// below is the cut that puts lines behind the line of a place.
func (l *layout) below(at int, lines []string) cut {
	end := l.lineEnd(at)
	return cut{end, end, l.joined(lines)}
}

// joined is lines, each with a line break before it.
func (l *layout) joined(lines []string) string {
	var b strings.Builder
	for _, line := range lines {
		b.WriteString(l.ends)
		b.WriteString(line)
	}
	return b.String()
}

// wholeLines is the cut that takes out lines, from that of one place to that of
// another. At the end of a file without a last line break it takes the one
// before, so that the file ends as it did.
func (l *layout) wholeLines(from, to int) cut {
	from = l.lineStart(from)
	end := l.lineEnd(to)
	if end < len(l.text) || from == 0 {
		return cut{from, l.nextLine(to), ""}
	}
	return cut{l.lineEnd(l.lineStart(from - 1)), end, ""}
}
