package source

import "gopkg.in/yaml.v3"

// replaceFlow puts a new value in the place of one that stands in brackets.
func (l *layout) replaceFlow(parent *yaml.Node, i int, value *yaml.Node) []cut {
	text := l.flow(value)
	if !isNothing(parent.Content[i]) {
		return []cut{{l.offset(parent.Content[i]), l.partEnd(parent, i), text}}
	}
	head := l.headEnd(parent, i)
	end := head
	if l.char(head-1) != ':' {
		text = ": " + text // {key} stands for {key: null}
	} else {
		text = " " + text
	}
	// The space that stood for the value goes, but not that of { key: value }.
	if c := l.char(l.blanks(head)); c == ',' || c == '}' && l.char(l.offset(parent)+1) != ' ' {
		end = l.blanks(head)
	}
	return []cut{{head, end, text}}
}

// insertFlow puts a part into brackets that hold one already: empty ones are
// written anew.
func (l *layout) insertFlow(n *yaml.Node, m *edit) []cut {
	if !l.bracketed(n) {
		l.lost = true
		return nil
	}
	var text string
	if m.key != nil {
		text = l.flowPair(m.key, m.value)
	} else {
		text = l.flow(m.value)
	}
	own := l.ownLines(n)
	if m.at == 0 {
		at := l.offset(n.Content[0])
		if own {
			return []cut{{at, at, text + "," + l.ends + l.margin(at)}}
		}
		return []cut{{at, at, text + ", "}}
	}
	end := l.flowTail(n, m.at-1)
	if !own {
		return []cut{{end, end, ", " + text}}
	}
	line := l.ends + l.margin(l.partStart(n, m.at-1)) + text
	comma := l.gap(end)
	switch {
	case l.char(comma) == ',' && l.restIsComment(comma+1):
		return []cut{{l.lineEnd(comma), l.lineEnd(comma), line + ","}}
	case l.char(comma) != ',' && l.restIsComment(end):
		return []cut{{end, end, ","}, {l.lineEnd(end), l.lineEnd(end), line}}
	}
	return []cut{{end, end, "," + line}}
}

// flowTail returns where a part in brackets ends, with the space behind a key
// without a value: a comma right behind the colon would be read as part of the
// key.
func (l *layout) flowTail(n *yaml.Node, i int) int {
	end := l.partEnd(n, i)
	if l.char(end-1) == ':' && l.char(end) == ' ' {
		end++
	}
	return end
}

// ownLines reports whether each part in brackets has a line of its own.
func (l *layout) ownLines(n *yaml.Node) bool {
	step := 1
	if n.Kind == yaml.MappingNode {
		step = 2
	}
	for i := step - 1; i < len(n.Content); i += step {
		at := l.partStart(n, i)
		if start := l.lineStart(at); start == 0 || !l.onlyBlank(start, at) {
			return false
		}
	}
	return true
}

// margin is what stands before a place in its line.
func (l *layout) margin(at int) string { return string(l.text[l.lineStart(at):at]) }

// removeFlow takes a part out of brackets, and one comma with it.
func (l *layout) removeFlow(n *yaml.Node, i int) []cut {
	start, end := l.partStart(n, i), l.partEnd(n, i)
	comma := l.gap(end)
	if l.char(comma) == ',' {
		if l.ownLines(n) && l.restIsComment(comma+1) {
			return []cut{l.wholeLines(start, comma)}
		}
		to := l.blanks(comma + 1)
		if l.restIsComment(to) {
			to = comma + 1
		}
		return []cut{{start, to, ""}}
	}
	// The last part: the comma before it goes too.
	before := i - 1
	if n.Kind == yaml.MappingNode {
		before--
	}
	prior := l.flowTail(n, before)
	comma = l.gap(prior)
	switch {
	case l.onlyBlank(comma+1, start):
		return []cut{{prior, end, ""}}
	case l.ownLines(n) && l.restIsComment(end):
		return []cut{{comma, comma + 1, ""}, l.wholeLines(start, end)}
	}
	return []cut{{comma, comma + 1, ""}, {start, end, ""}}
}
