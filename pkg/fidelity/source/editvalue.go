package source

import (
	"errors"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"
)

// Value is what an edit writes: one value, a list, or keys with values. The
// zero Value is nothing and cannot be written.
type Value struct{ node *yaml.Node }

// Entry is a key with its value.
type Entry struct {
	Key   string
	Value Value
}

// Plain is a value in the words of the format: a score, an answer such as yes,
// a number, 24/37.5, a date, an id. It is written as given; how other tools
// would read it does not matter, because reviews are read by their own rules.
// An empty text, ~ and null are Null.
func Plain(text string) Value {
	switch text {
	case "", "~", "null", "Null", "NULL":
		return Null()
	}
	// No tag: any is right but that of null.
	return Value{&yaml.Node{Kind: yaml.ScalarNode, Value: norm.NFC.String(text)}}
}

// Text is free text. It is written so that it reads back as text, whatever it
// looks like.
func Text(text string) Value {
	return Value{&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!str", Value: norm.NFC.String(text)}}
}

// Null is the value of what is deliberately empty, such as a week that is not
// counted.
func Null() Value {
	return Value{&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null", Value: "null"}}
}

// List is a list of values.
func List(entries ...Value) Value {
	n := &yaml.Node{Kind: yaml.SequenceNode, Tag: "!!seq"}
	for _, entry := range entries {
		n.Content = append(n.Content, entry.node)
	}
	return Value{n}
}

// Map is keys with values, which are written in the order given.
func Map(entries ...Entry) Value {
	n := &yaml.Node{Kind: yaml.MappingNode, Tag: "!!map"}
	for _, entry := range entries {
		n.Content = append(n.Content, keyNode(entry.Key), entry.Value.node)
	}
	return Value{n}
}

// IsZero reports whether there is no value.
func (v Value) IsZero() bool { return v.node == nil }

// Equal reports whether two values say the same.
func (v Value) Equal(o Value) bool {
	if v.node == nil || o.node == nil {
		return v.node == o.node
	}
	return sameTree(v.node, o.node)
}

// Text returns the text of a single value, and false for a list, for keys with
// values and for null.
func (v Value) Text() (string, bool) {
	if v.node == nil || v.node.Kind != yaml.ScalarNode || isNull(v.node) {
		return "", false
	}
	return v.node.Value, true
}

// Entries returns the keys of a value with theirs, in order; nothing for a
// value without keys.
func (v Value) Entries() (entries []Entry) {
	if v.node == nil || v.node.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(v.node.Content); i += 2 {
		entries = append(entries, Entry{v.node.Content[i].Value, Value{v.node.Content[i+1]}})
	}
	return entries
}

// Entry returns the value under a key, zero where there is none.
func (v Value) Entry(key string) Value {
	if v.node == nil {
		return Value{}
	}
	return Value{child(v.node, keyStep(key))}
}

// List returns the entries of a list; nothing for a value that is none.
func (v Value) List() (list []Value) {
	if v.node == nil || v.node.Kind != yaml.SequenceNode {
		return nil
	}
	for _, n := range v.node.Content {
		list = append(list, Value{n})
	}
	return list
}

// keyNode is a new key. Like a plain value it may read as anything: a key may
// be a score.
func keyNode(name string) *yaml.Node {
	return &yaml.Node{Kind: yaml.ScalarNode, Value: norm.NFC.String(name)}
}

// faulty tells a value that no file can hold.
func (v Value) faulty() error {
	if v.node == nil {
		return nil // there is none to write, as where a key is taken out
	}
	return faultyNode(v.node)
}

func faultyNode(n *yaml.Node) error {
	if !utf8.ValidString(n.Value) {
		return errors.New("the new value is not text in UTF-8; save it in that encoding first")
	}
	seen := map[string]bool{}
	for i, child := range n.Content {
		if child == nil {
			return errors.New("a part of the new value is missing; give each key and entry a value")
		}
		if n.Kind == yaml.MappingNode && i%2 == 0 {
			if seen[child.Value] {
				return errors.New("the new value has the key " + keyText(child.Value) + " twice; keep one of them")
			}
			seen[child.Value] = true
		}
		if err := faultyNode(child); err != nil {
			return err
		}
	}
	return nil
}

// nested wraps a value in the keys that are missing above it.
func nested(keys []part, v *yaml.Node) *yaml.Node {
	for i := len(keys) - 1; i >= 0; i-- {
		v = Map(Entry{keys[i].key, Value{v}}).node
	}
	return v
}
