package source

import (
	"io/fs"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// ReadWords reads the words of a scale from its folder. All problems are told
// at once; the words are nil where one of them is an error.
func ReadWords(fsys fs.FS, prefix string, scale *fidelity.Scale) (*fidelity.Words, Problems) {
	s := &scaleReader{fsys: fsys, prefix: prefix, roots: map[string]*yaml.Node{}}
	words := &fidelity.Words{Items: map[string]fidelity.ItemWords{}}
	r, root := s.open("words.yaml", words)
	r.frameWords(root, scale)
	s.take(r)
	for i := range scale.Items() {
		item := &scale.Items()[i]
		var it fidelity.ItemWords
		r, root := s.open("words/"+item.ID+".yaml", &it)
		r.itemWords(root, item, scale)
		s.take(r)
		words.Items[item.ID] = it
	}
	s.problems.Sort()
	if s.problems.Errors() {
		return nil, s.problems
	}
	return words, s.problems
}

// frameWords tells words for parts that the scale does not have: they would
// never be shown, and are a slip of the pen.
func (r *reader) frameWords(root *yaml.Node, scale *fidelity.Scale) {
	if root == nil {
		return
	}
	def := scale.Definition()
	bands := names(def.Bands, func(b *fidelity.Band) string { return b.ID })
	r.only(root, "bands", "band", bands)
	r.only(root, "bands_short", "band", bands)
	r.only(root, "sections", "section", def.Sections)
	r.only(root, "principles", "principle", names(def.Principles, func(p *fidelity.Principle) string { return p.ID }))
	r.only(root, "views", "view", names(def.Views, func(v *fidelity.View) string { return v.ID }))
	r.only(root, "sources", "source", def.Sources)
	tables := r.only(root, "tables", "table", tableKeys(scale).names)
	r.in("tables")
	for t := range def.Tables {
		table := &def.Tables[t]
		n := child(tables, keyStep(table.ID))
		r.in(table.ID)
		r.sourceOf(n, scale)
		r.minutes(n)
		columns := r.only(n, "columns", "column", columnIDs(table))
		r.in("columns")
		for c := range table.Columns {
			column := &table.Columns[c]
			r.in(column.ID)
			r.only(child(columns, keyStep(column.ID)), "answers", "answer", column.Choices())
			r.sourceOf(child(columns, keyStep(column.ID)), scale)
			r.minutes(child(columns, keyStep(column.ID)))
			r.out()
		}
		r.out()
		r.out()
	}
	r.out()
}

func (r *reader) itemWords(root *yaml.Node, item *fidelity.Item, scale *fidelity.Scale) {
	if root == nil {
		return
	}
	r.minutes(root)
	scores := scale.Scores()
	r.only(root, "measures", "measure", names(item.Measures, func(m *fidelity.Measure) string { return m.ID }))
	r.only(root, "flags", "flag", flagCodes(item))
	var all []string
	for score := scores.Min; score <= scores.Max; score++ {
		all = append(all, strconv.Itoa(score))
	}
	r.only(root, "scores", "score", all)
	facts := r.only(root, "facts", "fact", factKeys(item).names)
	r.in("facts")
	for f := range item.Facts {
		fact := &item.Facts[f]
		r.in(fact.ID)
		r.only(child(facts, keyStep(fact.ID)), "answers", "answer", fact.Choices())
		r.sourceOf(child(facts, keyStep(fact.ID)), scale)
		r.minutes(child(facts, keyStep(fact.ID)))
		r.out()
	}
	r.out()
}

// sourceOf tells a source that the scale does not have.
func (r *reader) sourceOf(n *yaml.Node, scale *fidelity.Scale) {
	at := child(n, keyStep("from"))
	sources := scale.Definition().Sources
	if at == nil || at.Kind != yaml.ScalarNode || at.Value == "" || slices.Contains(sources, at.Value) {
		return
	}
	r.in("from")
	r.unknown(at, keySet{noun: "source", of: "in this scale", names: sources})
	r.out()
}

// mostMinutes is a working day: what takes longer is no single question.
const mostMinutes = 480

// minutes tells an estimate that nobody could mean.
func (r *reader) minutes(n *yaml.Node) {
	at := child(n, keyStep("minutes"))
	if at == nil || at.Kind != yaml.ScalarNode {
		return
	}
	if m, err := strconv.Atoi(at.Value); err == nil && (m < 1 || m > mostMinutes) {
		r.in("minutes")
		r.fail(at, CodeValue, "%d minutes is no estimate; write 1 to %d, or leave it out", m, mostMinutes)
		r.out()
	}
}

func flagCodes(item *fidelity.Item) []string {
	codes := names(item.Flags, func(f *fidelity.FlagRule) string { return f.Code })
	for i := range item.Measures {
		if e := item.Measures[i].OrElse; e != nil && e.Flag != "" {
			codes = append(codes, e.Flag)
		}
	}
	return codes
}

// only tells the keys of a part that are not among those that there can be. It
// returns the part, nil where there is none.
func (r *reader) only(n *yaml.Node, part, noun string, known []string) *yaml.Node {
	at := child(n, keyStep(part))
	if at == nil || at.Kind != yaml.MappingNode {
		return nil
	}
	r.in(part)
	for i := 0; i < len(at.Content); i += 2 {
		if name := at.Content[i]; !slices.Contains(known, name.Value) && !r.misshapen[name] {
			r.in(name.Value)
			r.unknown(name, keySet{noun: noun, of: "to put into words here", names: known})
			r.out()
		}
	}
	r.out()
	return at
}

func names[T any](list []T, id func(*T) string) []string {
	out := make([]string, len(list))
	for i := range list {
		out[i] = id(&list[i])
	}
	return out
}
