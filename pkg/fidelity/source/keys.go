package source

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// keySet says which keys a part of a file can have, and what they are called
// in sentences. Without names any key will do.
type keySet struct {
	noun  string // key, table, column, item or fact
	of    string // as in "in specialists"; empty: the part that they stand in
	names []string
}

var anyKeys = keySet{noun: "key"}

// eachKey calls visit for each key of a mapping, with the path at that key. A
// key that stands there before is told and passed over.
func (r *reader) eachKey(n *yaml.Node, keys keySet, visit func(key, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.shape(n, "%s stands where keys with values belong; %s", found(n), keys.write())
		return
	}
	var seen map[string]int
	for i := 0; i+1 < len(n.Content) && !r.full(); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		r.in(key.Value)
		if line, twice := firstLine(n, i, &seen); twice {
			r.fail(key, CodeDuplicate, "%s is written twice; the first is in line %d, keep one of them", keyText(key.Value), line)
		} else {
			visit(key, value)
		}
		r.out()
	}
}

// firstLine returns the line in which the key at place i stands before. Short
// mappings are looked through, long ones get an index.
func firstLine(n *yaml.Node, i int, seen *map[string]int) (int, bool) {
	key := n.Content[i].Value
	if len(n.Content) <= 64 {
		for j := 0; j < i; j += 2 {
			if n.Content[j].Value == key {
				return n.Content[j].Line, true
			}
		}
		return 0, false
	}
	if *seen == nil {
		*seen = make(map[string]int, len(n.Content)/2)
	}
	line, twice := (*seen)[key]
	if !twice {
		(*seen)[key] = n.Content[i].Line
	}
	return line, twice
}

// unknown tells a key that there is not. The path is at the key.
func (r *reader) unknown(key *yaml.Node, keys keySet) {
	if r.misplaced != nil {
		if where := r.misplaced(key.Value); where != "" {
			r.fail(key, CodeUnknown, "%s", where)
			return
		}
	}
	of := keys.of
	if of == "" {
		of = r.around()
	}
	r.fail(key, CodeUnknown, "there is no %s %s %s%s", keys.noun, found(key), of, keys.instead(key.Value))
}

// around names the part that the key at the end of the path stands in.
func (r *reader) around() string {
	for i := len(r.path) - 2; i >= 0; i-- {
		if r.path[i].index < 0 {
			return "in " + keyText(r.path[i].key)
		}
	}
	return "at the top of the file"
}

// instead ends a sentence with the name that was probably meant, or else with
// all the names that there are.
func (keys keySet) instead(text string) string {
	if near := meant(text, keys.names); near != "" || len(keys.names) == 0 {
		return near
	}
	return "; " + keys.list()
}

func (keys keySet) list() string {
	if len(keys.names) == 1 {
		return "the only " + keys.noun + " is " + keys.names[0]
	}
	return "the " + keys.noun + "s are " + andList(keys.names)
}

// write says what belongs in the place of something that has no keys.
func (keys keySet) write() string {
	if len(keys.names) == 0 {
		return "write them as in name: value"
	}
	return keys.list() + ", each with a colon and its value"
}

// meant ends a sentence with the name that was probably meant. A single letter
// or digit is near to any other, which says nothing.
func meant(text string, names []string) string {
	if near := fidelity.Nearest(text, names); near != "" && len(text) > 1 {
		return "; did you mean " + near + "?"
	}
	return ""
}

func orList(names []string) string  { return joined(names, " or ") }
func andList(names []string) string { return joined(names, " and ") }

func joined(names []string, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + last + names[len(names)-1]
}
