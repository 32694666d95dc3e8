package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"
)

// step is a part of the path: a key, or the place in a list.
type step struct {
	key   string
	index int
}

func keyStep(name string) step { return step{key: name, index: -1} }

func (r *reader) pathText() string { return pathOf(r.path) }

// pathOf writes a path as problems have it.
func pathOf(path []step) string {
	var b strings.Builder
	for _, s := range path {
		switch {
		case s.index >= 0:
			fmt.Fprintf(&b, "[%d]", s.index)
		case b.Len() > 0:
			b.WriteString("." + keyText(s.key))
		default:
			b.WriteString(keyText(s.key))
		}
	}
	return b.String()
}

// keyText is a key as paths have it. A strange one is quoted and cut, so that
// a problem stays one line whatever the file holds.
func keyText(key string) string {
	key = unnamed(key)
	if key != "" && len(key) <= 64 && printable(key) {
		return key
	}
	return strconv.Quote(shortened(key))
}

var pathStep = regexp.MustCompile(`[^.\[\]]+|\[[^\]]*\]`)

// parsePath splits items[0].facts into its steps. A key in brackets is a key
// of a map.
func parsePath(path string) []step {
	var steps []step
	for _, part := range pathStep.FindAllString(path, -1) {
		if inner, ok := strings.CutPrefix(part, "["); ok {
			inner = strings.TrimSuffix(inner, "]")
			if i, err := strconv.Atoi(inner); err == nil {
				steps = append(steps, step{index: i})
				continue
			}
			part = inner
		}
		steps = append(steps, step{key: part, index: -1})
	}
	return steps
}

// lookUp follows a path down from n, as far as it goes. The node is the
// deepest that was found.
func lookUp(n *yaml.Node, steps []step) (*yaml.Node, bool) {
	for _, s := range steps {
		next := child(n, s)
		if next == nil {
			return n, false
		}
		n = next
	}
	return n, true
}

// child returns a part of a node, nil where there is none.
func child(n *yaml.Node, s step) *yaml.Node {
	if n == nil {
		return nil
	}
	switch n.Kind {
	case yaml.MappingNode:
		key := s.key
		if s.index >= 0 {
			key = strconv.Itoa(s.index)
		}
		for i := 0; i+1 < len(n.Content); i += 2 {
			if n.Content[i].Value == key {
				return n.Content[i+1]
			}
		}
	case yaml.SequenceNode:
		if s.index >= 0 && s.index < len(n.Content) {
			return n.Content[s.index]
		}
	}
	return nil
}
