package source

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// bind fills the fixed parts of a file into v, a pointer to a struct whose
// fields carry yaml tags. Keys that the struct does not have, keys that occur
// twice and values of another shape are problems. A field of type *yaml.Node
// takes its node as it is, for parts that depend on the scale.
func (r *reader) bind(n *yaml.Node, v any) { r.bindValue(n, reflect.ValueOf(v).Elem()) }

var nodeType = reflect.TypeFor[*yaml.Node]()

func (r *reader) bindValue(n *yaml.Node, v reflect.Value) {
	if v.Type() == nodeType {
		v.Set(reflect.ValueOf(n))
		return
	}
	if isNull(n) {
		return
	}
	switch v.Kind() {
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		r.bindValue(n, v.Elem())
	case reflect.Struct:
		r.bindStruct(n, v)
	case reflect.Map:
		r.bindMap(n, v)
	case reflect.Slice:
		r.bindSlice(n, v)
	case reflect.String:
		if text, ok := r.text(n); ok {
			v.SetString(text)
		}
	case reflect.Int:
		if i, ok := r.whole(n); ok {
			v.SetInt(int64(i))
		}
	case reflect.Bool:
		if yes, ok := r.yesNo(n); ok {
			v.SetBool(yes)
		}
	default:
		r.fail(n, CodeType, "this cannot be written here")
	}
}

func (r *reader) bindStruct(n *yaml.Node, v reflect.Value) {
	fields := fieldsOf(v.Type())
	r.eachKey(n, fields.names, "here", func(key string, value *yaml.Node) {
		r.bindValue(value, v.Field(fields.index[key]))
	})
}

func (r *reader) bindMap(n *yaml.Node, v reflect.Value) {
	out := reflect.MakeMap(v.Type())
	r.eachKey(n, nil, "", func(key string, value *yaml.Node) {
		k := reflect.New(v.Type().Key()).Elem()
		if k.Kind() == reflect.Int {
			i, err := strconv.Atoi(key)
			if err != nil {
				r.fail(value, CodeType, "%q is not a whole number", key)
				return
			}
			k.SetInt(int64(i))
		} else {
			k.SetString(key)
		}
		e := reflect.New(v.Type().Elem()).Elem()
		r.bindValue(value, e)
		out.SetMapIndex(k, e)
	})
	v.Set(out)
}

func (r *reader) bindSlice(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		r.fail(n, CodeType, "write a list here, as in [a, b], or a line with - for each")
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, child := range n.Content {
		r.at(i)
		r.bindValue(child, v.Index(i))
		r.out()
	}
}

// eachKey calls visit for each key of a mapping, with the path at that key.
// names are the keys that there can be, nil where any will do; of says of what.
func (r *reader) eachKey(n *yaml.Node, names []string, of string, visit func(key string, value *yaml.Node)) {
	if n.Kind != yaml.MappingNode {
		r.fail(n, CodeType, "write keys with values here, as in name: value")
		return
	}
	var seen map[string]int
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.Content[i], n.Content[i+1]
		r.in(key.Value)
		if line, twice := firstLine(n, i, &seen); twice {
			r.fail(key, CodeDuplicate, "%s is written twice; the first is in line %d", key.Value, line)
		} else if names != nil && !slices.Contains(names, key.Value) {
			r.fail(key, CodeUnknown, "there is no key %q %s%s", key.Value, of, didYouMean(key.Value, names))
		} else {
			visit(key.Value, value)
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

func didYouMean(text string, names []string) string {
	if near := fidelity.Nearest(text, names); near != "" {
		return "; did you mean " + near + "?"
	}
	if len(names) > 0 && len(names) <= 12 {
		return "; there are " + strings.Join(names, ", ")
	}
	return ""
}

// fields are the keys of a struct and where they go.
type fields struct {
	names []string
	index map[string]int
}

var fieldCache sync.Map // reflect.Type to *fields

func fieldsOf(t reflect.Type) *fields {
	if f, ok := fieldCache.Load(t); ok {
		return f.(*fields)
	}
	f := &fields{index: map[string]int{}}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		f.names = append(f.names, name)
		f.index[name] = i
	}
	fieldCache.Store(t, f)
	return f
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// text returns a text in NFC. Numbers and dates are texts as they stand.
func (r *reader) text(n *yaml.Node) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		r.fail(n, CodeType, "write a text here, not a list or further keys")
		return "", false
	}
	return norm.NFC.String(n.Value), true
}

func (r *reader) whole(n *yaml.Node) (int, bool) {
	if n.Kind == yaml.ScalarNode {
		if number, err := fidelity.ParseNumber(n.Value); err == nil {
			if i, ok := number.Int(); ok && number.IsWhole() {
				return i, true
			}
		}
	}
	r.fail(n, CodeType, "%s is not a whole number", found(n))
	return 0, false
}

func (r *reader) yesNo(n *yaml.Node) (yes, ok bool) {
	if n.Kind == yaml.ScalarNode {
		switch strings.ToLower(n.Value) {
		case "yes", "true":
			return true, true
		case "no", "false":
			return false, true
		}
	}
	r.fail(n, CodeType, "%s is neither yes nor no", found(n))
	return false, false
}

// found names what stands at a node, shortened.
func found(n *yaml.Node) string {
	switch n.Kind {
	case yaml.MappingNode:
		return "a set of keys"
	case yaml.SequenceNode:
		return "a list"
	}
	text := n.Value
	if runes := []rune(text); len(runes) > 40 {
		text = string(runes[:40]) + "…"
	}
	return fmt.Sprintf("%q", text)
}
