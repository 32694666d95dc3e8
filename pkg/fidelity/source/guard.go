package source

import (
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

// maxDepth is how deep lists and keys may be nested.
const maxDepth = 64

// guard refuses what makes YAML dangerous or hard to read back: anchors,
// aliases, tags, merge keys, keys that are no names, and deep nesting. It
// brings all text to NFC on its way, so that nobody else needs to.
func (r *reader) guard(n *yaml.Node, level int) {
	if !r.plain(n) {
		return
	}
	if n.Kind == yaml.ScalarNode {
		compose(n)
		return
	}
	if level > maxDepth {
		r.fail(n, CodeRefused, "this is nested more than %d levels deep, the most that is read", maxDepth)
		return
	}
	for i, child := range n.Content {
		switch {
		case r.full():
			return
		case n.Kind != yaml.MappingNode:
			r.at(i)
		case i%2 == 0:
			r.guardKey(child)
			continue
		default:
			r.in(n.Content[i-1].Value)
		}
		r.guard(child, level+1)
		r.out()
	}
}

func (r *reader) guardKey(key *yaml.Node) {
	switch {
	case key.Kind != yaml.ScalarNode && key.Kind != yaml.AliasNode:
		r.fail(key, CodeRefused, "a key must be a plain name, not a list or further keys")
	case key.Tag == "!!merge":
		r.fail(key, CodeRefused, "merge keys (<<) are not taken; write the values out")
	case r.plain(key):
		compose(key)
	}
}

// plain refuses anchors, aliases and tags.
func (r *reader) plain(n *yaml.Node) bool {
	switch {
	case n.Kind == yaml.AliasNode:
		r.fail(n, CodeRefused, "aliases such as *%s are not taken; write the text out", n.Value)
	case n.Anchor != "":
		r.fail(n, CodeRefused, "anchors such as &%s are not taken; take it out, or put a text that begins with & in quotation marks", n.Anchor)
	case n.Style&yaml.TaggedStyle != 0:
		r.fail(n, CodeRefused, "tags such as %s are not taken; take it out, or put a text that begins with ! in quotation marks", n.Tag)
	default:
		return true
	}
	return false
}

func compose(n *yaml.Node) {
	if !plainASCII(n.Value) {
		n.Value = norm.NFC.String(n.Value)
	}
}

// plainASCII spares most texts the normaliser, which allocates even for these.
func plainASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
