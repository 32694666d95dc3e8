package source

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

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
		// Only a field of a kind that no file has could come here.
		r.shape(n, "this cannot be written here")
	}
}

func (r *reader) bindStruct(n *yaml.Node, v reflect.Value) {
	fields := fieldsOf(v.Type())
	r.eachKey(n, fields.keys, func(key, value *yaml.Node) {
		i, ok := fields.index[key.Value]
		if !ok {
			r.unknown(key, fields.keys)
			return
		}
		r.bindValue(value, v.Field(i))
	})
}

func (r *reader) bindMap(n *yaml.Node, v reflect.Value) {
	out := reflect.MakeMap(v.Type())
	r.eachKey(n, anyKeys, func(key, value *yaml.Node) {
		k := reflect.New(v.Type().Key()).Elem()
		if k.Kind() == reflect.Int {
			i, ok := r.wholeKey(key)
			if !ok {
				return
			}
			k.SetInt(int64(i))
		} else {
			k.SetString(key.Value)
		}
		e := reflect.New(v.Type().Elem()).Elem()
		r.bindValue(value, e)
		out.SetMapIndex(k, e)
	})
	v.Set(out)
}

func (r *reader) bindSlice(n *yaml.Node, v reflect.Value) {
	if n.Kind != yaml.SequenceNode {
		r.shape(n, "%s stands where a list belongs; write [a, b], or a line that begins with - for each", found(n))
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), len(n.Content), len(n.Content)))
	for i, child := range n.Content {
		if r.full() {
			return
		}
		r.at(i)
		r.bindValue(child, v.Index(i))
		r.out()
	}
}

// fields are the keys of a struct and where they go.
type fields struct {
	keys  keySet
	index map[string]int
}

var fieldCache sync.Map // reflect.Type to *fields

func fieldsOf(t reflect.Type) *fields {
	if f, ok := fieldCache.Load(t); ok {
		return f.(*fields)
	}
	f := &fields{keys: keySet{noun: "key"}, index: map[string]int{}}
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("yaml"), ",")
		if name == "" || name == "-" {
			continue
		}
		f.keys.names = append(f.keys.names, name)
		f.index[name] = i
	}
	fieldCache.Store(t, f)
	return f
}

func isNull(n *yaml.Node) bool { return n.Kind == yaml.ScalarNode && n.Tag == "!!null" }

// text returns a text. Numbers and dates are texts as they stand.
func (r *reader) text(n *yaml.Node) (string, bool) {
	if n.Kind != yaml.ScalarNode {
		r.shape(n, "%s stands where one text belongs", found(n))
		return "", false
	}
	return n.Value, true
}

func (r *reader) whole(n *yaml.Node) (int, bool) {
	if i, ok := wholeNumber(n); ok {
		return i, true
	}
	r.shape(n, "%s is not a whole number; write it in digits, as in 12", plain(n))
	return 0, false
}

func wholeNumber(n *yaml.Node) (int, bool) {
	if n.Kind != yaml.ScalarNode {
		return 0, false
	}
	number, err := fidelity.ParseNumber(strings.TrimSpace(n.Value))
	if err != nil {
		return 0, false
	}
	return number.Int()
}

// wholeKey reads a key that is a whole number, such as a score.
func (r *reader) wholeKey(key *yaml.Node) (int, bool) {
	if i, ok := wholeNumber(key); ok {
		return i, true
	}
	r.shape(key, "the key %s is not a whole number; write it in digits, as in 5", found(key))
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
	r.shape(n, "%s is neither yes nor no; write one of them", found(n))
	return false, false
}

// found names what stands at a node, shortened.
func found(n *yaml.Node) string {
	switch {
	case n.Kind == yaml.MappingNode:
		return "a set of keys"
	case n.Kind == yaml.SequenceNode:
		return "a list"
	case isNull(n):
		return "nothing"
	}
	return fmt.Sprintf("%q", shortened(n.Value))
}

// plain names a number as it stands and anything else as found does.
func plain(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode && n.Style == 0 && len(n.Value) < 20 {
		if _, err := fidelity.ParseNumber(n.Value); err == nil {
			return n.Value
		}
	}
	return found(n)
}
