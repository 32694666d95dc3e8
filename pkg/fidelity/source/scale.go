package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// ReadScale reads the rules of a scale from its folder and compiles them. All
// problems are told at once; the scale is nil where one of them is an error.
// File names in problems begin with prefix.
func ReadScale(fsys fs.FS, prefix string) (*fidelity.Scale, Problems) {
	s := &scaleReader{fsys: fsys, prefix: prefix, roots: map[string]*yaml.Node{}}
	def := s.definition()
	if !s.problems.Errors() {
		scale, wrong := fidelity.Compile(def)
		for _, e := range wrong {
			s.place(e)
		}
		if len(wrong) == 0 {
			return scale, s.problems
		}
	}
	s.problems.Sort()
	return nil, s.problems
}

// scaleReader reads the files of one scale.
type scaleReader struct {
	fsys     fs.FS
	prefix   string
	problems Problems
	roots    map[string]*yaml.Node // by file
}

// open reads one file of the scale into v. It returns nil where that fails.
func (s *scaleReader) open(name string, v any) (*reader, *yaml.Node) {
	r := &reader{file: path.Join(s.prefix, name)}
	data, err := fs.ReadFile(s.fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		r.fail(nil, CodeRequired, "the scale needs this file")
		return r, nil
	case err != nil:
		r.fail(nil, CodeRequired, "the file cannot be read: %s", err)
		return r, nil
	}
	root := r.root(data)
	if root == nil {
		return r, nil
	}
	s.roots[name] = root
	r.bind(root, v)
	r.validate(root, v)
	return r, root
}

func (s *scaleReader) take(r *reader) { s.problems = append(s.problems, r.problems...) }

func (s *scaleReader) definition() fidelity.Definition {
	var raw scaleFile
	r, root := s.open("scale.yaml", &raw)
	defer s.take(r)
	def := fidelity.Definition{
		ID: raw.ID, Version: raw.Version, Published: raw.Published,
		Sections: raw.Sections, Sources: raw.Sources,
	}
	if root == nil {
		return def
	}
	if raw.Scores != nil && raw.Scores.Min != nil && raw.Scores.Max != nil {
		def.Scores = fidelity.Scores{Min: *raw.Scores.Min, Max: *raw.Scores.Max}
	}
	if raw.Total != nil && raw.Total.Method == "mean" {
		def.Total = fidelity.Mean
	}
	for _, b := range raw.Bands {
		from, _ := fidelity.ParseNumber(b.From) // the validator has looked
		def.Bands = append(def.Bands, fidelity.Band{ID: b.ID, From: from})
	}
	for _, p := range raw.Principles {
		def.Principles = append(def.Principles, fidelity.Principle{ID: p.ID, Since: p.Since})
	}
	r.section("views", raw.Views, func(n *yaml.Node) { r.views(n, &def) })
	r.section("tables", raw.Tables, func(n *yaml.Node) { r.tables(n, &def) })
	s.items(r, root, raw.Items, &def)
	if raw.Total != nil && len(def.Items) > 0 && def.Scores.Min < def.Scores.Max {
		r.totalRange(root, raw.Total, &def)
	}
	return def
}

// items reads the rules of the items that the frame lists.
func (s *scaleReader) items(r *reader, root *yaml.Node, ids []string, def *fidelity.Definition) {
	first := make(map[string]int, len(ids))
	for i, id := range ids {
		at, _ := lookUp(root, []step{keyStep("items"), {index: i}})
		switch line, twice := first[id]; {
		case twice:
			r.in("items")
			r.at(i)
			r.fail(at, CodeDuplicate, "the item %s is listed twice; the first is in line %d, keep one of them", id, line)
			r.out()
			r.out()
		case slug.MatchString(id):
			first[id] = at.Line
			def.Items = append(def.Items, s.item(id))
		}
	}
}

// views reads the ways of listing the principles.
func (r *reader) views(n *yaml.Node, def *fidelity.Definition) {
	principles := keySet{noun: "principle", of: "in this scale"}
	for _, p := range def.Principles {
		principles.names = append(principles.names, p.ID)
	}
	r.eachKey(n, keySet{noun: "view"}, func(key, value *yaml.Node) {
		var raw viewFile
		r.bind(value, &raw)
		for i, id := range raw.Without {
			if !slices.Contains(principles.names, id) {
				r.in("without")
				r.at(i)
				at, _ := lookUp(value, []step{keyStep("without"), {index: i}})
				r.unknown(at, principles)
				r.out()
				r.out()
			}
		}
		def.Views = append(def.Views, fidelity.View{ID: key.Value, Without: raw.Without})
	})
}

// totalRange checks the lowest and highest total, which the file may name so
// that a reader sees them.
func (r *reader) totalRange(root *yaml.Node, raw *totalFile, def *fidelity.Definition) {
	n := len(def.Items)
	if def.Total == fidelity.Mean {
		n = 1
	}
	for _, end := range []struct {
		key, text string
		want      int
	}{{"min", raw.Min, n * def.Scores.Min}, {"max", raw.Max, n * def.Scores.Max}} {
		if end.text != "" && end.text != fmt.Sprint(end.want) {
			r.in("total")
			r.in(end.key)
			r.failHere(root, CodeScale, "%s cannot be: %d items scored %d to %d give %d", shortened(end.text), len(def.Items), def.Scores.Min, def.Scores.Max, end.want)
			r.out()
			r.out()
		}
	}
}

// place tells an error of the definition in the file and line that it is about.
func (s *scaleReader) place(e fidelity.DefinitionError) {
	file, rest := "scale.yaml", e.Path
	if inner, ok := strings.CutPrefix(e.Path, "items."); ok {
		id, after, _ := strings.Cut(inner, ".")
		file, rest = "rules/"+id+".yaml", after
	}
	p := Problem{File: path.Join(s.prefix, file), Code: CodeScale, Level: Error, Path: oneLine(rest), Text: oneLine(e.Text)}
	if root := s.roots[file]; root != nil {
		n := root
		for _, s := range parsePath(rest) {
			next := child(n, s)
			if next == nil {
				next = inAnyOf(n, s)
			}
			if next == nil {
				break
			}
			n = next
		}
		p.Line, p.Column = n.Line, n.Column
	}
	s.problems = append(s.problems, p)
}

// inAnyOf looks for a key in the entries of a list: errors of a condition do
// not say which of its alternatives they are about.
func inAnyOf(list *yaml.Node, s step) *yaml.Node {
	if list.Kind != yaml.SequenceNode {
		return nil
	}
	for _, entry := range list.Content {
		if n := child(entry, s); n != nil {
			return n
		}
	}
	return nil
}
