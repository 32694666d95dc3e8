package source

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
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
	s.problems.sort()
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
	if root == nil || r.problems.Errors() {
		s.take(r)
		return fidelity.Definition{}
	}
	def := fidelity.Definition{
		ID: raw.ID, Version: raw.Version, Published: raw.Published,
		Scores:   fidelity.Scores{Min: *raw.Scores.Min, Max: *raw.Scores.Max},
		Sections: raw.Sections, Sources: raw.Sources,
	}
	if raw.Total.Method == "mean" {
		def.Total = fidelity.Mean
	}
	for _, b := range raw.Bands {
		from, _ := fidelity.ParseNumber(b.From) // the validator has looked
		def.Bands = append(def.Bands, fidelity.Band{ID: b.ID, From: from})
	}
	for _, p := range raw.Principles {
		def.Principles = append(def.Principles, fidelity.Principle{ID: p.ID, Since: p.Since})
	}
	r.views(root, raw.Views, &def)
	r.section(root, "tables", raw.Tables, func(n *yaml.Node) { r.tables(n, &def) })
	for _, id := range raw.Items {
		def.Items = append(def.Items, s.item(id, &def))
	}
	r.totalRange(root, raw.Total, &def)
	s.take(r)
	return def
}

// views keeps the order of the file.
func (r *reader) views(root *yaml.Node, views map[string]*viewFile, def *fidelity.Definition) {
	n := child(root, step{key: "views", index: -1})
	if n == nil {
		return
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		view := fidelity.View{ID: n.Content[i].Value}
		if raw := views[view.ID]; raw != nil {
			view.Without = raw.Without
		}
		def.Views = append(def.Views, view)
	}
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
			r.failAt(root, []step{{key: "total", index: -1}, {key: end.key, index: -1}}, CodeScale, "%s cannot be: %d items give %d", end.text, len(def.Items), end.want)
		}
	}
}

func (r *reader) tables(n *yaml.Node, def *fidelity.Definition) {
	r.eachKey(n, nil, "", func(id string, value *yaml.Node) {
		var raw tableFile
		r.bindChecked(value, &raw)
		table := fidelity.Table{ID: id, Complete: raw.Complete, Sampled: raw.Sampled, ThinBelow: raw.ThinBelow}
		r.section(value, "columns", raw.Columns, func(n *yaml.Node) {
			r.eachKey(n, nil, "", func(id string, value *yaml.Node) {
				var raw columnFile
				r.bindChecked(value, &raw)
				kind, _ := fidelity.ParseKind(raw.Type)
				answers := raw.Ordered
				if kind == fidelity.Set {
					answers = raw.Of
				}
				table.Columns = append(table.Columns, fidelity.Column{
					ID: id, Kind: kind, Required: raw.Required, Answers: answers, Default: raw.Default, AtMost: raw.Field,
					Limits: fidelity.Limits{AtLeast: limit(raw.AtLeast), AtMost: limit(raw.AtMost), Above: limit(raw.Above)},
				})
			})
		})
		def.Tables = append(def.Tables, table)
	})
}

// bindChecked binds a part of a file and validates it in its place.
func (r *reader) bindChecked(n *yaml.Node, v any) {
	r.bind(n, v)
	r.validate(n, v)
}

func limit(text string) *fidelity.Number {
	n, err := fidelity.ParseNumber(text)
	if err != nil {
		return nil
	}
	return &n
}

// place tells an error of the definition in the file and line that it is about.
func (s *scaleReader) place(e fidelity.DefinitionError) {
	file, rest := "scale.yaml", e.Path
	if inner, ok := strings.CutPrefix(e.Path, "items."); ok {
		id, after, _ := strings.Cut(inner, ".")
		file, rest = "rules/"+id+".yaml", after
	}
	p := Problem{File: path.Join(s.prefix, file), Code: CodeScale, Level: Error, Path: rest, Text: e.Text}
	if root := s.roots[file]; root != nil {
		n, _ := lookUp(root, parsePath(rest))
		p.Line, p.Column = n.Line, n.Column
	}
	s.problems = append(s.problems, p)
}
