package source

import (
	"errors"
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// ReviewFormat is the format that review files name.
const ReviewFormat = "fidelity/review/1"

// Scales finds the scale that a review names.
type Scales interface {
	// Scale returns the scale of a reference such as "ips-25@1".
	Scale(ref string) (*fidelity.Scale, error)
	// Refs lists the references that there are.
	Refs() []string
}

// File is a review that was read, with what is needed to find the places of
// its parts again.
type File struct {
	Name   string
	Review *fidelity.Review
	root   *yaml.Node
	cells  Cells // of a workbook; nil for a file of text
}

// Place returns the line and column of a path such as items.disclosure.score,
// or of the nearest part above it that the file has.
func (f *File) Place(path string) (line, column int) {
	n, _ := lookUp(f.root, parsePath(path))
	return n.Line, n.Column
}

// Locate says of a problem where its path stands in the file, or the nearest
// part above it that the file has.
func (f *File) Locate(p Problem) Problem {
	if f.cells != nil {
		p.Cell, _ = f.cells.find(p.Path)
		return p
	}
	p.Line, p.Column = f.Place(p.Path)
	return p
}

// ReadReview reads a review file. All problems are told at once; the file is
// nil where one of them is an error.
func ReadReview(name string, data []byte, scales Scales) (*File, Problems) {
	r := &reader{file: name}
	file := r.review(data, scales)
	r.problems.Sort()
	if r.problems.Errors() {
		return nil, r.problems
	}
	return file, r.problems
}

func (r *reader) review(data []byte, scales Scales) *File {
	root := r.root(data)
	if root == nil {
		return nil
	}
	return r.reviewOf(root, scales)
}

// reviewOf reads a review from its nodes.
func (r *reader) reviewOf(root *yaml.Node, scales Scales) *File {
	var raw reviewFile
	r.bind(root, &raw)
	r.validate(root, &raw)
	r.together(root, &raw)
	scale := r.scale(root, raw.Scale, scales)
	if scale == nil {
		return nil
	}
	review := fidelity.NewReview(scale)
	r.header(&raw, review)
	r.section("samples", raw.Samples, func(n *yaml.Node) { r.samples(n, review) })
	r.section("evidence", raw.Evidence, func(n *yaml.Node) { r.evidence(n, review) })
	r.section("items", raw.Items, func(n *yaml.Node) { r.items(n, review) })
	r.plan(root, &raw, review)
	r.record(&raw, review)
	return &File{Name: r.file, Review: review, root: root, cells: r.cells}
}

// section reads a part of the file that depends on the scale.
func (r *reader) section(name string, n *yaml.Node, read func(*yaml.Node)) {
	if n == nil || isNull(n) {
		return
	}
	r.in(name)
	read(n)
	r.out()
}

// together checks what several values say together, whatever the scale.
func (r *reader) together(root *yaml.Node, raw *reviewFile) {
	if v := raw.Visit; v != nil {
		r.ordered(root, "visit", v.From, v.To)
	}
	if p := raw.Period; p != nil {
		r.ordered(root, "evidence_period", p.From, p.To)
	}
	people := uniqueIDs{}
	for i, p := range raw.People {
		r.unique(root, "reviewers", i, p.ID, people)
	}
	actions := uniqueIDs{}
	for i, a := range raw.Actions {
		r.unique(root, "actions", i, a.ID, actions)
	}
}

// ordered tells a period that ends before it begins.
func (r *reader) ordered(root *yaml.Node, name, from, to string) {
	first, last := day(from), day(to)
	if first.IsZero() || last.IsZero() || !last.Before(first) {
		return
	}
	r.in(name)
	r.in("to")
	r.failHere(root, CodeConflict, "%s is before %s, where it begins; write that day or a later one", last, first)
	r.out()
	r.out()
}

// uniqueIDs holds where each id of a list stands, by the id in small letters.
type uniqueIDs map[string]int

// unique tells an id that occurs twice in a list.
func (r *reader) unique(root *yaml.Node, list string, i int, id string, seen uniqueIDs) {
	if id == "" {
		return
	}
	first, twice := seen[strings.ToLower(id)]
	if !twice {
		seen[strings.ToLower(id)] = i
		return
	}
	before, _ := lookUp(root, []step{keyStep(list), {index: first}, keyStep("id")})
	r.path = append(r.path, keyStep(list), step{index: i}, keyStep("id"))
	r.failHere(root, CodeDuplicate, "the id %s is taken already, by %s[%d] in %s; give this one another",
		shortened(id), list, first, r.standing(fmt.Sprintf("%s[%d].id", list, first), before.Line))
	r.path = r.path[:len(r.path)-3]
}

// scale finds the scale that the file names.
func (r *reader) scale(root *yaml.Node, ref string, scales Scales) *fidelity.Scale {
	r.in("scale")
	defer r.out()
	if ref == "" {
		r.noScale(root, scales.Refs())
		return nil
	}
	scale, err := scales.Scale(ref)
	if err == nil {
		return scale
	}
	var broken Problems
	if errors.As(err, &broken) {
		r.failHere(root, CodeScale, "the scale %s has problems of its own", ref)
		r.problems = append(r.problems, broken...)
		return nil
	}
	refs := scales.Refs()
	near := nearestRef(ref, refs)
	switch {
	case near != "":
		r.failHere(root, CodeUnknown, "%s; did you mean %s?", err, near)
	case len(refs) > 0:
		r.failHere(root, CodeUnknown, "%s; write %s", err, orList(refs))
	default:
		r.failHere(root, CodeUnknown, "%s", err)
	}
	return nil
}

// noScale tells a file that names no scale. One that has something else in its
// place was told of it.
func (r *reader) noScale(root *yaml.Node, refs []string) {
	at, there := lookUp(root, r.path)
	missing := "missing"
	if there {
		missing = "empty"
	}
	if !r.misshapen[at] {
		r.fail(at, CodeRequired, "scale is %s; write the scale with its version, as in %s", missing, orList(refs))
	}
}

// nearestRef finds the reference with the same id, or a close one.
func nearestRef(ref string, refs []string) string {
	id, _, _ := strings.Cut(ref, "@")
	var ids []string
	for _, known := range refs {
		knownID, _, _ := strings.Cut(known, "@")
		ids = append(ids, knownID)
		if strings.EqualFold(knownID, id) {
			return known
		}
	}
	for i, knownID := range ids {
		if knownID == fidelity.Nearest(id, ids) {
			return refs[i]
		}
	}
	return ""
}

// header takes over who, where and when.
func (r *reader) header(raw *reviewFile, out *fidelity.Review) {
	if s := raw.Service; s != nil {
		out.Service = fidelity.Service{
			ID: s.ID, Name: s.Name, Organisation: s.Organisation, Setting: s.Setting,
			Started: month(s.Started), Groups: s.Groups,
		}
	}
	out.Kind, out.Mode = fidelity.ReviewKind(raw.Kind), raw.Mode
	if raw.Stage != "" {
		out.Stage = fidelity.Stage(raw.Stage)
	}
	if v := raw.Visit; v != nil {
		out.Visit = fidelity.Period{From: day(v.From), To: day(v.To)}
		if v.To == "" {
			out.Visit.To = out.Visit.From
		}
	}
	if p := raw.Period; p != nil {
		out.Evidence = fidelity.Period{From: day(p.From), To: day(p.To)}
	}
	for _, p := range raw.People {
		out.Reviewers = append(out.Reviewers, fidelity.Reviewer{ID: p.ID, Name: p.Name, Role: p.Role, Organisation: p.Organisation})
	}
	out.Previous, out.Sharing, out.Blind = raw.Previous, raw.Sharing, raw.Blind
}

// samples takes over how the rows of the tables were picked.
func (r *reader) samples(n *yaml.Node, out *fidelity.Review) {
	tables := tableKeys(out.Scale())
	r.eachKey(n, tables, func(key, value *yaml.Node) {
		if _, ok := out.Scale().TableAt(key.Value); !ok {
			r.unknown(key, tables)
			return
		}
		if isNull(value) {
			return
		}
		var raw sampleFile
		r.bindChecked(value, &raw)
		if out.Samples == nil {
			out.Samples = map[string]fidelity.Sample{}
		}
		out.Samples[key.Value] = fidelity.Sample{Of: raw.Of, Picked: raw.Picked}
	})
}

// day returns a date that the validator has looked at already; a wrong one is
// none.
func day(text string) fidelity.Date { d, _ := fidelity.ParseDate(text); return d }

func month(text string) fidelity.Date { d, _ := fidelity.ParseMonth(text); return d }

func tableKeys(s *fidelity.Scale) keySet {
	keys := keySet{noun: "table", of: "in " + s.ID()}
	for i := range s.Definition().Tables {
		keys.names = append(keys.names, s.Definition().Tables[i].ID)
	}
	return keys
}
