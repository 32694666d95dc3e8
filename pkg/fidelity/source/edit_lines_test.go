package source_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"
)

// untouched compares the lines: those that are not there any more are lines of
// the value that was edited, or of changes where these are in one line.
func untouched(t *rapid.T, before, after []byte, edit randomEdit) {
	if bytes.HasSuffix(before, []byte("\n")) != bytes.HasSuffix(after, []byte("\n")) {
		t.Fatalf("%s %s: the end of the file is another\n%q", edit.kind, edit.path, after)
	}
	if strings.Contains(string(before), "\r\n") && strings.Count(string(after), "\n") != strings.Count(string(after), "\r\n") {
		t.Fatalf("%s %s: another line end\n%q", edit.kind, edit.path, after)
	}
	lines := func(data []byte) []string {
		text := strings.ReplaceAll(string(data), "\r\n", "\n")
		if strings.HasPrefix(strings.TrimPrefix(text, "\uFEFF"), "{") {
			text = strings.ReplaceAll(text, ",\n", "\n") // in JSON the last line of a part has no comma
		}
		return strings.Split(text, "\n")
	}
	old, now := lines(before), lines(after)
	path := edit.path
	if above := path[:max(strings.LastIndexByte(path, '.'), 0)]; edit.kind == "remove" && above != "" {
		if n := nodeAt(before, above); n != nil && len(n.Content) == 2 {
			path = above // {} comes in the place of the only key
		}
	}
	touched := linesOf(t, before, path)
	if edit.kind == "append" || edit.kind == "set" {
		touched = slices.DeleteFunc(touched, func(line int) bool { return onlyComment(old[line]) && !inText(before, edit.path) })
	}
	touched = append(touched, linesOf(t, before, "changes")...)
	for _, line := range goneLines(old, now) {
		if !slices.Contains(touched, line) {
			t.Fatalf("%s %s: line %d is gone or another: %q\n%s\n---\n%s", edit.kind, edit.path, line+1, old[line], before, after)
		}
	}
}

func onlyComment(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || line[0] == '#'
}

// inText reports whether lines that look like comments may be those of a text
// or of a value that goes as a whole.
func inText(data []byte, path string) bool {
	n := nodeAt(data, path)
	return n != nil && n.Line > 0 && (n.Kind != yaml.ScalarNode || n.Style != 0 || strings.Contains(n.Value, "\n"))
}

// linesOf lists the lines, from 0, that an edit at a path may touch: those from
// its key to the next node, if the path is there; of what is above it, those of
// a part in brackets or without a value.
func linesOf(t *rapid.T, data []byte, path string) []int {
	var doc yaml.Node
	if err := yaml.Unmarshal(bytes.TrimPrefix(data, []byte("\uFEFF")), &doc); err != nil {
		t.Fatal(err)
	}
	n, keyLine := doc.Content[0], 0
	whole := true
	for _, name := range strings.FieldsFunc(path, func(c rune) bool { return c == '.' || c == '[' || c == ']' }) {
		next, line := childOf(n, name)
		if next == nil {
			whole = false
			break
		}
		n, keyLine = next, line
	}
	inBrackets := n.Style&yaml.FlowStyle != 0
	appended := whole && n.Kind == yaml.SequenceNode && !inBrackets // lines are added only
	if appended && path == "changes" || !whole && n.Kind != yaml.ScalarNode && !inBrackets {
		return nil
	}
	last := bytes.Count(data, []byte("\n"))
	following(strings.Split(strings.TrimPrefix(string(data), "\uFEFF"), "\n"), doc.Content[0], n, &last)
	var lines []int
	for line := keyLine - 1; line <= last; line++ {
		lines = append(lines, max(line, 0))
	}
	return lines
}

// following finds the line before that in which the next node after n begins,
// or that line where something else stands in it first.
func following(text []string, root, n *yaml.Node, last *int) {
	passed, inside := false, map[*yaml.Node]bool{}
	var mark func(*yaml.Node)
	mark = func(m *yaml.Node) {
		inside[m] = true
		for _, c := range m.Content {
			mark(c)
		}
	}
	mark(n)
	var walk func(*yaml.Node)
	walk = func(m *yaml.Node) {
		switch {
		case m == n:
			passed = true
		case passed && !inside[m] && m.Line > n.Line:
			line := m.Line - 2
			if strings.Trim(string([]rune(text[m.Line-1])[:m.Column-1]), " -") != "" {
				line++
			}
			*last = min(*last, line)
		}
		for _, c := range m.Content {
			walk(c)
		}
	}
	walk(root)
}

func childOf(n *yaml.Node, name string) (child *yaml.Node, line int) {
	for i, c := range n.Content {
		switch {
		case n.Kind == yaml.MappingNode && i%2 == 0 && c.Value == name:
			return n.Content[i+1], c.Line
		case n.Kind == yaml.SequenceNode && fmt.Sprint(i) == name:
			return c, c.Line
		}
	}
	return nil, 0
}

func nodeAt(data []byte, path string) *yaml.Node {
	var doc yaml.Node
	if yaml.Unmarshal(bytes.TrimPrefix(data, []byte("\uFEFF")), &doc) != nil {
		return nil
	}
	n := doc.Content[0]
	for _, name := range strings.FieldsFunc(path, func(c rune) bool { return c == '.' || c == '[' || c == ']' }) {
		if n, _ = childOf(n, name); n == nil {
			return nil
		}
	}
	return n
}

// goneLines lists the lines of old, from 0, that are not in the longest
// sequence of lines that both have.
func goneLines(old, now []string) []int {
	start := 0
	for start < len(old) && start < len(now) && old[start] == now[start] {
		start++
	}
	end, end2 := len(old), len(now)
	for end > start && end2 > start && old[end-1] == now[end2-1] {
		end--
		end2--
	}
	common := make([][]int, end-start+1)
	for i := range common {
		common[i] = make([]int, end2-start+1)
	}
	for i := end - start - 1; i >= 0; i-- {
		for j := end2 - start - 1; j >= 0; j-- {
			common[i][j] = max(common[i+1][j], common[i][j+1])
			if old[start+i] == now[start+j] {
				common[i][j] = common[i+1][j+1] + 1
			}
		}
	}
	var gone []int
	for i, j := 0, 0; i < end-start; {
		switch {
		case j < end2-start && old[start+i] == now[start+j]:
			i, j = i+1, j+1
		case j < end2-start && common[i][j+1] >= common[i+1][j]:
			j++
		default:
			gone = append(gone, start+i)
			i++
		}
	}
	return gone
}
