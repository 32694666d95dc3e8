package schema

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
)

// Result returns the schema of results. Keys that it does not have are let
// through: more may be added to results.
func Result() ([]byte, error) {
	var states []string
	for _, s := range []fidelity.State{fidelity.Rated, fidelity.Suggested, fidelity.Open} {
		states = append(states, result.StateName(s))
	}
	day := &node{Type: types{"string"}, Pattern: fieldOf("review", "visit", "from").Pattern}
	w := &writer{texts: resultTexts, places: map[string]*node{
		"result.format": enum(result.Format),
		"item.state":    enum(states...),
		"review.kind":   enum(fieldOf("review", "kind").Names...),
		"review.stage":  enum(fieldOf("review", "stage").Names...),
		"visit.from":    day,
		"visit.to":      day,
	}}
	root := w.goStruct(reflect.TypeFor[result.Result]())
	root.Title, root.Description = "The result of a fidelity review", resultTexts["result"]
	data, err := w.document(root)
	if err != nil {
		return nil, fmt.Errorf("results: %w", err)
	}
	return data, nil
}

// goStruct is a struct as encoding/json writes it. A key may be missing only
// where an empty value is left out.
func (w *writer) goStruct(t reflect.Type) *node {
	n := &node{Type: types{"object"}}
	for i := range t.NumField() {
		f := t.Field(i)
		key, options, _ := strings.Cut(f.Tag.Get("json"), ",")
		name := strings.ToLower(t.Name()) + "." + key
		value, filled := w.places[name]
		if !filled {
			value = w.goType(f.Type)
		}
		explained := *value
		explained.Description = w.texts[name]
		n.Properties = append(n.Properties, property{key, &explained})
		if options != "omitempty" {
			n.Required = append(n.Required, key)
		}
	}
	return n
}

func (w *writer) goType(t reflect.Type) *node {
	switch {
	case t == reflect.TypeFor[result.Decimal]():
		return ofType("number", "null")
	case t.Kind() == reflect.Pointer:
		return w.goType(t.Elem()).orNull()
	case t.Kind() == reflect.Slice:
		return list(w.goType(t.Elem()))
	case t.Kind() == reflect.Struct:
		return w.share(strings.ToLower(t.Name()), w.goStruct(t))
	case t.Kind() == reflect.Int:
		return ofType("integer")
	case t.Kind() == reflect.String:
		return ofType("string")
	}
	w.open = append(w.open, t.String()) // a kind that results do not have yet
	return &node{}
}
