package source

import (
	"slices"

	"gopkg.in/yaml.v3"
)

// meant returns the tree that the file is to have after the edit. The old tree
// is left as it is.
func (m *edit) meant(old *yaml.Node) *yaml.Node {
	root := copyTree(old)
	n := root
	for _, h := range m.trail[1:] {
		n = n.Content[h.at]
	}
	switch m.kind {
	case replaceNode:
		*n = *copyTree(m.value)
	case insertPart:
		parts := []*yaml.Node{copyTree(m.value)}
		if m.key != nil {
			parts = []*yaml.Node{copyTree(m.key), parts[0]}
		}
		n.Content = slices.Insert(n.Content, m.at, parts...)
	case removePart:
		from := m.at
		if n.Kind == yaml.MappingNode {
			from--
		}
		n.Content = slices.Delete(n.Content, from, m.at+1)
	}
	return root
}

// copyTree copies what a file says, without where and how it says it.
func copyTree(n *yaml.Node) *yaml.Node {
	out := &yaml.Node{Kind: n.Kind, Tag: n.Tag, Value: n.Value}
	for _, child := range n.Content {
		out.Content = append(out.Content, copyTree(child))
	}
	return out
}

// sameTree reports whether a file says what was meant: the same values of the
// same types under the same keys, in the same order.
func sameTree(meant, got *yaml.Node) bool {
	if meant.Kind != got.Kind || len(meant.Content) != len(got.Content) {
		return false
	}
	if meant.Kind == yaml.ScalarNode && !sameScalar(meant, got) {
		return false
	}
	for i, child := range meant.Content {
		if !sameTree(child, got.Content[i]) {
			return false
		}
	}
	return true
}

func sameScalar(meant, got *yaml.Node) bool {
	switch meant.Tag {
	case "!!null":
		return isNull(got)
	case "":
		return !isNull(got) && meant.Value == got.Value
	}
	return meant.Tag == got.Tag && meant.Value == got.Value
}
