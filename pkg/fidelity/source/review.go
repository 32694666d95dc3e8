package source

import (
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
}

// Place returns the line and column of a path such as items.disclosure.score,
// or of the nearest part above it that the file has.
func (f *File) Place(path string) (line, column int) {
	n, _ := lookUp(f.root, parsePath(path))
	return n.Line, n.Column
}

// ReadReview reads a review file. All problems are told at once; the file is
// nil where one of them is an error.
func ReadReview(name string, data []byte, scales Scales) (*File, Problems) {
	r := &reader{file: name}
	file := r.review(data, scales)
	r.problems.sort()
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
	var raw reviewFile
	r.bind(root, &raw)
	r.validate(root, &raw)
	scale := r.scale(root, raw.Scale, scales)
	if scale == nil {
		return nil
	}
	review := fidelity.NewReview(scale)
	r.header(root, &raw, review)
	r.section(root, "evidence", raw.Evidence, func(n *yaml.Node) { r.evidence(n, review) })
	r.section(root, "items", raw.Items, func(n *yaml.Node) { r.items(n, review) })
	r.plan(root, &raw, review)
	r.record(&raw, review)
	return &File{Name: r.file, Review: review, root: root}
}

// section reads a part of the file that depends on the scale.
func (r *reader) section(_ *yaml.Node, key string, n *yaml.Node, read func(*yaml.Node)) {
	if n == nil || isNull(n) {
		return
	}
	r.in(key)
	read(n)
	r.out()
}

// scale finds the scale that the file names.
func (r *reader) scale(root *yaml.Node, ref string, scales Scales) *fidelity.Scale {
	if ref == "" {
		return nil // told already
	}
	scale, err := scales.Scale(ref)
	if err == nil {
		return scale
	}
	r.in("scale")
	defer r.out()
	at, _ := lookUp(root, []step{{key: "scale", index: -1}})
	refs := scales.Refs()
	if near := nearestRef(ref, refs); near != "" {
		r.fail(at, CodeUnknown, "%s; did you mean %s?", err, near)
	} else {
		r.fail(at, CodeUnknown, "%s; there are %s", err, strings.Join(refs, ", "))
	}
	return nil
}

// nearestRef finds the reference with the same id, or a close one.
func nearestRef(ref string, refs []string) string {
	id, _, _ := strings.Cut(ref, "@")
	for _, known := range refs {
		if strings.HasPrefix(known, id+"@") {
			return known
		}
	}
	return fidelity.Nearest(ref, refs)
}

// header takes over who, where and when.
func (r *reader) header(root *yaml.Node, raw *reviewFile, out *fidelity.Review) {
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
		out.Visit = r.period(root, "visit", v.From, v.To)
		if v.To == "" {
			out.Visit.To = out.Visit.From
		}
	}
	if p := raw.Period; p != nil {
		out.Evidence = r.period(root, "evidence_period", p.From, p.To)
	}
	ids := map[string]int{}
	for i, p := range raw.People {
		r.unique(root, "reviewers", i, p.ID, ids)
		out.Reviewers = append(out.Reviewers, fidelity.Reviewer{ID: p.ID, Name: p.Name, Role: p.Role, Organisation: p.Organisation})
	}
	for table, s := range raw.Samples {
		if _, ok := out.Scale().TableAt(table); !ok {
			r.failAt(root, []step{{key: "samples", index: -1}, {key: table, index: -1}}, CodeUnknown, "there is no table %q in %s%s", table, out.Scale().ID(), didYouMean(table, tableIDs(out.Scale())))
			continue
		}
		if s == nil {
			continue
		}
		if out.Samples == nil {
			out.Samples = map[string]fidelity.Sample{}
		}
		out.Samples[table] = fidelity.Sample{Of: s.Of, Picked: s.Picked}
	}
	out.Previous, out.Sharing, out.Blind = raw.Previous, raw.Sharing, raw.Blind
}

// failAt tells a problem at a path from the root.
func (r *reader) failAt(root *yaml.Node, steps []step, code, format string, args ...any) {
	at, _ := lookUp(root, steps)
	was := r.path
	r.path = steps
	r.fail(at, code, format, args...)
	r.path = was
}

// unique tells an id that occurs twice in a list.
func (r *reader) unique(root *yaml.Node, list string, i int, id string, seen map[string]int) {
	key := strings.ToLower(id)
	if first, twice := seen[key]; twice && id != "" {
		r.failAt(root, []step{{key: list, index: -1}, {index: i}, {key: "id", index: -1}}, CodeDuplicate, "the id %s is taken already, by %s[%d]", id, list, first)
		return
	}
	seen[key] = i
}

func (r *reader) period(root *yaml.Node, key, from, to string) fidelity.Period {
	p := fidelity.Period{From: day(from), To: day(to)}
	if !p.From.IsZero() && !p.To.IsZero() && p.To.Before(p.From) {
		r.failAt(root, []step{{key: key, index: -1}, {key: "to", index: -1}}, CodeConflict, "%s is before %s, where it begins", p.To, p.From)
	}
	return p
}

// day returns a date that the validator has looked at already; a wrong one is
// none.
func day(text string) fidelity.Date { d, _ := fidelity.ParseDate(text); return d }

func month(text string) fidelity.Date { d, _ := fidelity.ParseMonth(text); return d }

func tableIDs(s *fidelity.Scale) []string {
	var ids []string
	for i := range s.Definition().Tables {
		ids = append(ids, s.Definition().Tables[i].ID)
	}
	return ids
}
