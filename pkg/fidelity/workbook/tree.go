package workbook

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// tree is a review that is put together from cells: values by their paths.
type tree struct {
	key   string
	here  source.Value
	below []*tree
	// marked says that the value comes from cells, and not from what is kept.
	marked bool
}

// at returns the part at a path, which is made where it is missing.
func (t *tree) at(path string) *tree {
	for key := range strings.SplitSeq(path, ".") {
		t = t.child(key)
	}
	return t
}

func (t *tree) child(key string) *tree {
	for _, c := range t.below {
		if c.key == key {
			return c
		}
	}
	c := &tree{key: key}
	t.below = append(t.below, c)
	return c
}

func (t *tree) set(path string, v source.Value) {
	at := t.at(path)
	at.here, at.below, at.marked = v, nil, true
}

// take puts a value with all that is below its keys into the tree.
func (t *tree) take(v source.Value) {
	entries := v.Entries()
	if entries == nil {
		t.here = v
		return
	}
	for _, e := range entries {
		t.child(e.Key).take(e.Value)
	}
}

// value is the tree as a review has it; parts that say nothing are left out.
func (t *tree) value() source.Value {
	if !t.here.IsZero() {
		return t.here
	}
	var entries []source.Entry
	for _, c := range t.below {
		if v := c.value(); !v.IsZero() {
			entries = append(entries, source.Entry{Key: c.key, Value: v})
		}
	}
	if entries == nil && t.key != "" {
		return source.Value{}
	}
	return source.Map(entries...)
}
