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
	defs   properties // what stands in several places
	open   []string   // places that nothing fills: a mistake of ours
}

// share writes a schema once for all the places that it stands in.
func (w *writer) share(name string, n *node) *node {
	for _, d := range w.defs {
		if d.key == name {
			return ref(name)
		}
	}
	w.defs = append(w.defs, property{name, n})
	return ref(name)
}

// part writes a part of a file with all that it holds.
func (w *writer) part(name string) *node {
	shape := source.ShapeOf(name)
	if shape == nil {
		w.open = append(w.open, name)
		return &node{}
	}
	return w.keys(shape)
}

// fieldOf returns the shape of what stands in a part under a key, or under
// several, one in the other. It allows anything where there is none.
func fieldOf(part string, keys ...string) *source.Shape {
	shape := source.ShapeOf(part)
	for _, key := range keys {
		if shape == nil {
			break
		}
		fields := shape.Fields
		shape = nil
		for _, f := range fields {
			if f.Key == key {
				shape = f.Shape
			}
		}
	}
	if shape == nil {
		return &source.Shape{}
	}
	return shape
}

// document writes the schema with all that it shares.
func (w *writer) document(root *node) ([]byte, error) {
	if len(w.open) > 0 {
		return nil, fmt.Errorf("no schema for %q", w.open)
	}
	root.Defs = w.defs
	return document(root)
}

func (w *writer) keys(s *source.Shape) *node {
	fields := make(properties, len(s.Fields))
	for i, f := range s.Fields {
		fields[i] = property{f.Key, w.place(s.Name+"."+f.Key, f.Shape)}
	}
	return object(fields, s.Required()...)
}

// place is what stands under a key, with the text that explains it.
func (w *writer) place(name string, s *source.Shape) *node {
	n, filled := w.places[name]
	switch {
	case filled:
	case s.Kind == source.ShapeOpen:
		w.open = append(w.open, name)
		return &node{}
	default:
		n = w.shape(s)
	}
	if n.Description != "" {
		return n
	}
	explained := *n // one that fills a place may stand in several
	explained.Description = w.texts[name]
	return &explained
}

func (w *writer) shape(s *source.Shape) *node {
	var n *node
	switch s.Kind {
	case source.ShapeText:
		return w.text(s)
	case source.ShapeWhole:
		return wholeNumber(s)
	case source.ShapeYesNo:
		return w.yesOrNo()
	case source.ShapeKeys:
		n = w.keys(s)
	case source.ShapeMap:
		n = mapping(w.shape(s.Each))
	case source.ShapeNumbered:
		n = numbered(w.shape(s.Each))
	default:
		n = list(w.shape(s.Each))
	}
	if s.Optional {
		return n.orNull()
	}
	return n
}

// text is a text, by its names or its pattern if it has one.
func (w *writer) text(s *source.Shape) *node {
	switch {
	case len(s.Names) > 0 && s.Optional:
		return anyOf(enum(s.Names...), w.nothing())
	case len(s.Names) > 0:
		return enum(s.Names...)
	case s.Pattern != "" && s.Optional:
		return anyOf(patterned(s.Pattern), w.nothing())
	case s.Pattern != "":
		return patterned(s.Pattern)
	case s.Optional:
		return w.share("text", text())
	default:
		return w.share("filled-text", filled())
	}
}

// nothing is an empty text, or null.
func (w *writer) nothing() *node {
	empty := otherwise()
	empty.Pattern = `^$`
	return w.share("nothing", empty)
}

// patterned is a text that fits a pattern, or a bare number or word whose
// letters fit.
func patterned(pattern string) *node {
	n := &node{Type: types{"string"}, Pattern: pattern}
	fits := regexp.MustCompile(pattern).MatchString // it is one of the reader's, and compiled there
	switch {
	case fits("0.5"):
		n.Type = append(n.Type, "number")
	case fits("7"):
		n.Type = append(n.Type, "integer")
	}
	if !fits("-7") && len(n.Type) > 1 {
		n.Minimum = "0"
	}
	if fits("true") {
		return anyOf(n, &node{Not: ofType("string", "number", "object", "array", "null")})
	}
	return n
}

// wholeNumber is a whole number, quoted or not.
func wholeNumber(s *source.Shape) *node {
	bare, pattern := ofType("integer"), "-?"+whole
	if s.Min != nil {
		bare.Minimum = json.Number(strconv.Itoa(*s.Min))
		if *s.Min >= 0 {
			pattern = whole
		}
	}
	if s.Optional {
		return anyOf(bare, quoted(pattern).allowing("null"))
	}
	return anyOf(bare, quoted(pattern))
}

// yesOrNo is a yes or no that is never unknown.
func (w *writer) yesOrNo() *node {
	spellings := otherwise(anyCase("yes"), anyCase("no"), anyCase("true"), anyCase("false"))
	return anyOf(enum("yes", "no"), w.share("other-yes-no", spellings.allowing("boolean")))
}
