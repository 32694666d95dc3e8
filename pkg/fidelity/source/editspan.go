package source

import (
	"sort"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

// The library tells where a node begins, and not where it ends. What follows
// finds the ends; where it errs, the edit does not give the tree that was meant
// and is refused.

// end returns where a node ends: behind its last character. The part that it
// stands in is indented by indent.
func (l *layout) end(n *yaml.Node, indent int, flow bool) int {
	switch {
	case n.Kind == yaml.ScalarNode:
		return l.scalarEnd(n, indent, flow)
	case isFlow(n):
		return l.flowEnd(n)
	case len(n.Content) == 0:
		l.lost = true
		return l.offset(n)
	}
	return l.partEnd(n, len(n.Content)-1)
}

// partEnd returns where the value at a place in the Content of a node ends.
func (l *layout) partEnd(n *yaml.Node, i int) int {
	if isNothing(n.Content[i]) {
		return l.headEnd(n, i)
	}
	return l.end(n.Content[i], n.Column-1, isFlow(n))
}

// partStart returns where the part with the value at a place in the Content of
// a node begins: at its key or dash.
func (l *layout) partStart(n *yaml.Node, i int) int {
	switch {
	case n.Kind == yaml.MappingNode:
		return l.offset(n.Content[i-1])
	case isFlow(n):
		return l.offset(n.Content[i])
	}
	return l.headEnd(n, i) - 1
}

// headEnd returns where a value can begin: behind the colon of its key, or
// behind its dash.
func (l *layout) headEnd(n *yaml.Node, i int) int {
	switch {
	case n.Kind == yaml.MappingNode:
		end := l.end(n.Content[i-1], n.Column-1, isFlow(n))
		colon := l.blanks(end)
		if isFlow(n) {
			colon = l.gap(end)
		}
		if l.char(colon) != ':' {
			return end // {key} in brackets, which has no value
		}
		return colon + 1
	case isFlow(n):
		return l.offset(n.Content[i])
	}
	dash := l.offset(n)
	if i > 0 {
		dash = l.gap(l.partEnd(n, i-1))
	}
	if l.char(dash) != '-' {
		l.lost = true
	}
	return dash + 1
}

// isNothing reports whether a value is null because nothing is written.
func isNothing(n *yaml.Node) bool { return isNull(n) && n.Value == "" && n.Style == 0 }

// flowEnd returns where a part in brackets ends.
func (l *layout) flowEnd(n *yaml.Node) int {
	at := l.offset(n)
	bare := !l.bracketed(n) // [a: b] holds a mapping that has no brackets
	if len(n.Content) > 0 {
		at = l.partEnd(n, len(n.Content)-1)
	} else {
		at++
	}
	if bare {
		return at
	}
	for at = l.gap(at); l.char(at) == ','; {
		at = l.gap(at + 1)
	}
	if c := l.char(at); c != ']' && c != '}' {
		l.lost = true
	}
	return at + 1
}

func (l *layout) bracketed(n *yaml.Node) bool {
	c := l.char(l.offset(n))
	return c == '{' || c == '['
}

func (l *layout) scalarEnd(n *yaml.Node, indent int, flow bool) int {
	at := l.offset(n)
	switch n.Style {
	case yaml.DoubleQuotedStyle, yaml.SingleQuotedStyle:
		return l.quotedEnd(at)
	case yaml.LiteralStyle, yaml.FoldedStyle:
		_, end := l.blockScalar(at, indent)
		return end
	}
	return l.plainEnd(n, at, flow)
}

func (l *layout) quotedEnd(at int) int {
	mark := l.char(at)
	if mark != '"' && mark != '\'' {
		l.lost = true
		return at
	}
	for at++; at < len(l.text); at++ {
		switch c := l.text[at]; {
		case c == '\\' && mark == '"':
			at++
		case c == mark && mark == '\'' && l.char(at+1) == mark:
			at++
		case c == mark:
			return at + 1
		}
	}
	l.lost = true
	return len(l.text)
}

// plainEnd takes line after line until the text is that of the node.
func (l *layout) plainEnd(n *yaml.Node, at int, flow bool) int {
	var folded strings.Builder
	for {
		end, more := l.plainLine(at, flow)
		// Text is brought to NFC line by line: nothing composes with a break.
		folded.Write(norm.NFC.Bytes(l.text[at:end]))
		if folded.Len() == len(n.Value) && folded.String() == n.Value {
			return end
		}
		next := l.gap(end)
		if !more || next == len(l.text) || folded.Len() > len(n.Value) {
			l.lost = true
			return end
		}
		breaks := sort.SearchInts(l.lines, next+1) - sort.SearchInts(l.lines, end+1)
		if breaks == 1 {
			folded.WriteByte(' ')
		} else {
			folded.WriteString(strings.Repeat("\n", breaks-1))
		}
		at = next
	}
}

// plainLine returns where a text without quotation marks ends in its line, and
// whether it may go on in the next.
func (l *layout) plainLine(at int, flow bool) (end int, more bool) {
	for end = at; at < len(l.text); at++ {
		c := l.text[at]
		switch {
		case l.breakAt(at) > 0:
			return end, true
		case c == ' ' || c == '\t':
			continue
		case c == '#' && at > end:
			return end, false
		case c == ':' && l.blankOrEnd(at+1), flow && strings.IndexByte(",?[]{}", c) >= 0:
			return end, false
		}
		end = at + 1
	}
	return end, false
}

func (l *layout) blankOrEnd(at int) bool {
	c := l.char(at)
	return c == 0 || c == ' ' || c == '\t' || l.breakAt(at) > 0
}

// blockScalar returns where the head of a literal or folded text ends, behind
// its signs, and where its last line does.
func (l *layout) blockScalar(at, indent int) (head, end int) {
	keep, digit := false, 0
	for head = at + 1; strings.IndexByte("+-123456789", l.char(head)) >= 0 && l.char(head) != 0; head++ {
		switch c := l.char(head); c {
		case '+':
			keep = true
		case '-':
		default:
			digit = int(c - '0')
		}
	}
	end = l.lineEnd(head)
	content := indent + digit
	for at = l.nextLine(head); at < len(l.text) && at > head; at = l.nextLine(at) {
		in := 0
		for l.char(at+in) == ' ' {
			in++
		}
		blank := at+in == len(l.text) || l.breakAt(at+in) > 0
		switch {
		case blank && (content <= indent || in <= content):
			if keep {
				end = l.lineEnd(at)
			}
			continue
		case content <= indent && in > indent:
			content = in
		case content <= indent || in < content:
			return head, end
		}
		end = l.lineEnd(at)
	}
	return head, end
}
