package schema

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// writer turns the shapes that the reader tells into schemas. Places, by part
// and key as in "action.aim", are what a shape leaves open; texts explain keys.
type writer struct {
	places map[string]*node
	texts  map[string]string
	open   []string // places that nothing fills: a mistake of ours
}

// part writes a part of a file with all that it holds.
func (w *writer) part(name string) *node {
	shape := source.ShapeOf(name)
	if shape == nil {
		w.open = append(w.open, name)
		return never
	}
	return w.keys(shape)
}

// done returns an error where something was left open.
func (w *writer) done() error {
	if len(w.open) > 0 {
		return fmt.Errorf("no schema for %q", w.open)
	}
	return nil
}

func (w *writer) keys(s *source.Shape) *node {
	fields := make(properties, len(s.Fields))
	for i, f := range s.Fields {
		place := s.Name + "." + f.Key
		n, filled := w.places[place]
		switch {
		case filled:
		case f.Kind == source.ShapeOpen:
			w.open = append(w.open, place)
			n = never
		default:
			n = w.shape(f.Shape)
		}
		if text := w.texts[place]; text != "" && n.Description == "" {
			described := *n // a node that a place fills may stand in several
			described.Description = text
			n = &described
		}
		fields[i] = property{f.Key, n}
	}
	return object(fields, s.Required()...)
}

func (w *writer) shape(s *source.Shape) *node {
	var n *node
	switch s.Kind {
	case source.ShapeText:
		return textOf(s)
	case source.ShapeWhole:
		n = wholeOf(s.Min)
	case source.ShapeYesNo:
		n = yesOrNo()
	case source.ShapeKeys:
		n = w.keys(s)
	case source.ShapeMap:
		n = &node{Type: types{"object"}, Others: w.shape(s.Each)}
	case source.ShapeNumbered:
		n = numbered(w.shape(s.Each))
	default:
		n = &node{Type: types{"array"}, Items: w.shape(s.Each)}
	}
	if s.Optional {
		return n.orNull()
	}
	return n
}

// numbered has whole numbers for its keys.
func numbered(each *node) *node {
	return &node{Type: types{"object"}, KeyPattern: properties{{`^\s*-?` + whole + `\s*$`, each}}, Others: never}
}

// textOf is a text by its names or pattern. A number fits where its digits do.
func textOf(s *source.Shape) *node {
	switch {
	case len(s.Names) > 0 && s.Optional:
		return anyOf(choice(s.Names, nil), &node{Type: types{"string", "null"}, Pattern: `^$`})
	case len(s.Names) > 0:
		return &node{Enum: choice(s.Names, nil).Enum}
	case s.Pattern == "" && s.Optional:
		return text()
	case s.Pattern == "":
		return &node{Type: types{"string", "number", "boolean"}, MinLength: 1}
	}
	n := &node{Type: types{"string"}, Pattern: s.Pattern}
	fits := regexp.MustCompile(s.Pattern).MatchString // the reader compiles it, too
	switch {
	case fits("0.5"):
		n.Type = append(n.Type, "number")
	case fits("7"):
		n.Type = append(n.Type, "integer")
	}
	if !fits("-7") && len(n.Type) > 1 {
		n.Minimum = "0"
	}
	if s.Optional {
		n.Pattern = `^$|` + n.Pattern
		return n.orNull()
	}
	return n
}

// wholeOf is a whole number, quoted or not.
func wholeOf(least *int) *node {
	n := &node{Type: types{"integer", "string"}, Pattern: `^\s*-?` + whole + `\s*$`}
	if least != nil {
		n.Minimum = json.Number(strconv.Itoa(*least))
		n.Pattern = `^\s*` + whole + `\s*$`
	}
	return n
}

// yesOrNo is a yes or no that is never unknown.
func yesOrNo() *node {
	n := spelled(anyCase("yes"), anyCase("no"), anyCase("true"), anyCase("false"))
	n.Type = append(n.Type, "boolean")
	return anyOf(choice([]string{"yes", "no"}, nil), n)
}
