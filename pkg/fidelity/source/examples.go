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

// ExampleKind says what an example is there to show.
type ExampleKind string

// The kinds of examples.
const (
	// Usual is what reviewers meet every day, and the kind of an example that
	// names none.
	Usual ExampleKind = "usual"
	// Boundary lies at a limit between two scores, or just beside it.
	Boundary ExampleKind = "boundary"
	// Incomplete lacks evidence that an item asks for.
	Incomplete ExampleKind = "incomplete"
)

// Example is a situation, and the score or range that it must give for one
// item. It belongs to a scale, as its rules and words do, and runs as a test.
type Example struct {
	Item   int    // place in the scale
	Name   string // the situation, in a short sentence
	Kind   ExampleKind
	Review *fidelity.Review // evidence and facts only: it is of no service
	Low    int              // lowest score that the evidence allows
	High   int              // highest; equal to Low where the evidence settles it
	// Missing are the paths of what is missing, as results have them. It is nil
	// where the example does not say, and empty where it says that nothing is.
	Missing []string
}

// examplesFolder is where the examples of a scale are, a file for each item.
const examplesFolder = "examples"

// examplesFile is the examples of one item, as examples/ITEM.yaml has them.
type examplesFile struct {
	Examples []exampleFile `yaml:"examples" validate:"required,dive"`
}

type exampleFile struct {
	Name     string      `yaml:"name" validate:"required"`
	Kind     ExampleKind `yaml:"kind" validate:"omitempty,oneof=usual boundary incomplete"`
	Evidence *yaml.Node  `yaml:"evidence"`
	Facts    *yaml.Node  `yaml:"facts"`
	Gives    *yaml.Node  `yaml:"gives"`
	Missing  []string    `yaml:"missing"`
}

// ReadExamples reads the examples of a scale from its folder, in the order of
// its items. An item, or a whole scale, may have none. All problems are told at
// once; there are no examples where one of them is an error. File names in
// problems begin with prefix.
func ReadExamples(fsys fs.FS, prefix string, scale *fidelity.Scale) ([]Example, Problems) {
	s := &scaleReader{fsys: fsys, prefix: prefix, roots: map[string]*yaml.Node{}}
	var all []Example
	for _, item := range s.examined(scale) {
		var raw examplesFile
		r, root := s.open(exampleName(scale.Items()[item].ID), &raw)
		if root != nil {
			all = append(all, r.examples(root, &raw, item, scale)...)
		}
		s.take(r)
	}
	s.problems.Sort()
	if s.problems.Errors() {
		return nil, s.problems
	}
	return all, s.problems
}

func exampleName(item string) string { return examplesFolder + "/" + item + ".yaml" }

// examined lists the items that have a file of examples, by their places. A
// file of no item would never run, so it is told.
func (s *scaleReader) examined(scale *fidelity.Scale) []int {
	entries, err := fs.ReadDir(s.fsys, examplesFolder)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		r := s.reading(examplesFolder)
		r.fail(nil, CodeRequired, "the folder cannot be read: %s", err)
		s.take(r)
	}
	var places []int
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			continue // of the system or an editor, and never embedded
		}
		id, isYAML := strings.CutSuffix(e.Name(), ".yaml")
		item, ok := scale.ItemAt(id)
		if ok && isYAML && !e.IsDir() {
			places = append(places, item)
			continue
		}
		r := s.reading(examplesFolder + "/" + e.Name())
		if isYAML && !e.IsDir() {
			r.unknown(&yaml.Node{Kind: yaml.ScalarNode, Value: id}, itemKeys(scale))
		} else {
			r.fail(nil, CodeUnknown, "only files of examples belong here, each named by its item, as in %s.yaml", scale.Items()[0].ID)
		}
		s.take(r)
	}
	slices.Sort(places)
	return places
}

func (s *scaleReader) reading(name string) *reader { return &reader{file: path.Join(s.prefix, name)} }

// examples reads the examples of one item.
func (r *reader) examples(root *yaml.Node, raw *examplesFile, item int, scale *fidelity.Scale) []Example {
	r.in("examples")
	defer r.out()
	list := child(root, keyStep("examples"))
	if list != nil && list.Kind == yaml.SequenceNode && len(list.Content) == 0 {
		r.fail(list, CodeRequired, "the list is empty; write at least one example, or delete the file")
	}
	all := make([]Example, 0, len(raw.Examples))
	lines := map[string]int{}
	for i := range raw.Examples {
		n := list.Content[i]
		if r.full() || r.misshapen[n] {
			continue
		}
		r.at(i)
		r.sameName(n, raw.Examples[i].Name, lines)
		all = append(all, r.example(n, &raw.Examples[i], item, scale))
		r.out()
	}
	return all
}

// sameName tells a name that an example before has: a test that fails is known
// by its name.
func (r *reader) sameName(n *yaml.Node, name string, lines map[string]int) {
	at := child(n, keyStep("name"))
	if name == "" || at == nil {
		return
	}
	if line, twice := lines[name]; twice {
		r.in("name")
		r.fail(at, CodeDuplicate, "the example in line %d has this name already; say what is different here", line)
		r.out()
		return
	}
	lines[name] = at.Line
}

func (r *reader) example(n *yaml.Node, raw *exampleFile, item int, scale *fidelity.Scale) Example {
	e := Example{Item: item, Name: raw.Name, Kind: raw.Kind, Missing: raw.Missing, Review: fidelity.NewReview(scale)}
	if e.Kind == "" {
		e.Kind = Usual
	}
	r.section("evidence", raw.Evidence, func(n *yaml.Node) { r.evidence(n, e.Review) })
	r.section("facts", raw.Facts, func(n *yaml.Node) { r.facts(n, item, e.Review) })
	r.in("gives")
	e.Low, e.High = r.gives(n, raw.Gives, scale.Scores())
	r.out()
	r.lacking(child(n, keyStep("missing")), &e)
	return e
}

// gives reads a score, or a range of scores as [low, high].
func (r *reader) gives(example, n *yaml.Node, scores fidelity.Scores) (low, high int) {
	switch {
	case n == nil:
		r.fail(example, CodeRequired, "gives is missing; write a score, %d to %d, or a range as in [%[1]d, %[2]d]", scores.Min, scores.Max)
		return 0, 0
	case n.Kind == yaml.ScalarNode:
		if score, ok := wholeNumber(n); ok && scores.Allow(score) {
			return score, score
		}
		r.fail(n, CodeValue, "%s is not a score; write %d to %d, or a range as in [%[2]d, %[3]d]", plain(n), scores.Min, scores.Max)
		return 0, 0
	case n.Kind != yaml.SequenceNode || len(n.Content) != 2:
		r.shape(n, "this is neither a score nor a range; write %d to %d, or two of them as in [%[1]d, %[2]d]", scores.Min, scores.Max)
		return 0, 0
	}
	low, ok1 := r.end(n.Content[0], 0, scores)
	high, ok2 := r.end(n.Content[1], 1, scores)
	switch {
	case !ok1 || !ok2:
	case low > high:
		r.fail(n, CodeConflict, "the range ends before it begins; write [%d, %d]", high, low)
	case low == high:
		r.fail(n, CodeValue, "this is one score and no range; write %d", low)
	}
	return low, high
}

func (r *reader) end(n *yaml.Node, i int, scores fidelity.Scores) (int, bool) {
	r.at(i)
	defer r.out()
	return r.score(n, scores)
}

// lacking checks that the paths of what is missing lead to something that the
// example can lack.
func (r *reader) lacking(n *yaml.Node, e *Example) {
	if n == nil || n.Kind != yaml.SequenceNode || len(n.Content) == 0 {
		return
	}
	paths := e.paths()
	r.in("missing")
	for i, missing := range e.Missing {
		if at := n.Content[i]; !slices.Contains(paths, missing) && !r.misshapen[at] {
			r.at(i)
			r.fail(at, CodeUnknown, "%s is no path to a fact of this item, a table, or a cell of a row above%s", found(at), meant(missing, paths))
			r.out()
		}
	}
	r.out()
}

// paths lists all that the example can lack, as results name it.
func (e *Example) paths() []string {
	def := e.Review.Scale().Definition()
	var paths []string
	for _, f := range def.Items[e.Item].Facts {
		paths = append(paths, "items."+def.Items[e.Item].ID+".facts."+f.ID)
	}
	for t := range def.Tables {
		table := &def.Tables[t]
		paths = append(paths, "evidence."+table.ID)
		for row := range e.Review.Rows(table.ID) {
			for c := range table.Columns {
				paths = append(paths, fmt.Sprintf("evidence.%s[%d].%s", table.ID, row, table.Columns[c].ID))
			}
		}
	}
	return paths
}
