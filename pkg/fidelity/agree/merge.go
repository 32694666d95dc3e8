package agree

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Place says what kind of place of the evidence a conflict is about.
type Place uint8

// The places of evidence.
const (
	Cell   Place = iota + 1 // a cell of a row
	Row                     // a row that one took out and another changed
	Fact                    // a fact of an item
	Sample                  // how the rows of a table were picked
)

// Conflict is a place of the evidence that reviewers changed differently.
type Conflict struct {
	Place  Place
	Table  int    // of a cell, a row or a sample: place in the scale
	Row    string // code of the row
	Column int
	Item   int // of a fact
	Fact   int
	// At is the row's place in each copy, by the order of the copies, and -1
	// in one that does not have the row.
	At []int
	// Values are what each copy says, of a cell or a fact.
	Values []fidelity.Value
	// Base is what the review says that the copies were made from.
	Base    fidelity.Value
	HasBase bool
}

// merger brings the evidence of copies together: what one alone changed, and
// what all changed alike, counts. With a base it knows who changed what;
// without one, what a copy does not have was not changed.
type merger struct {
	base      *fidelity.Review
	copies    []Copy
	out       *fidelity.Review
	conflicts []Conflict
}

func merge(base *fidelity.Review, copies []Copy) (*fidelity.Review, []Conflict) {
	m := &merger{base: base, copies: copies, out: fidelity.NewReview(copies[0].Review.Scale())}
	m.header()
	for t := range m.out.Scale().Definition().Tables {
		m.table(t)
		m.sample(t)
	}
	for i := range m.out.Findings {
		m.facts(i)
		m.words(i)
	}
	return m.out, m.conflicts
}

// pick brings the values of one place together.
func pick[T any](base T, values []T, same func(a, b T) bool) (T, bool) {
	out, changed := base, false
	for _, v := range values {
		switch {
		case same(v, base):
		case changed && !same(v, out):
			return base, false
		default:
			out, changed = v, true
		}
	}
	return out, true
}

func (m *merger) table(t int) {
	def := &m.out.Scale().Definition().Tables[t]
	looked := m.base != nil && m.base.Looked(def.ID)
	var order []string
	add := func(r *fidelity.Review) {
		for _, row := range r.Rows(def.ID) {
			if key := strings.ToLower(row.ID()); !slices.Contains(order, key) {
				order = append(order, key)
			}
		}
	}
	if m.base != nil {
		add(m.base)
	}
	for i := range m.copies {
		looked = looked || m.copies[i].Review.Looked(def.ID)
		add(m.copies[i].Review)
	}
	if looked {
		_ = m.out.Look(def.ID, len(order)) // the table is one of the scale's own
	}
	for _, key := range order {
		m.row(t, key)
	}
}

// row merges one row, by its code in small letters.
func (m *merger) row(t int, key string) {
	def := &m.out.Scale().Definition().Tables[t]
	var base *fidelity.Row
	if m.base != nil {
		base, _ = find(m.base.Rows(def.ID), key)
	}
	rows, at := make([]*fidelity.Row, len(m.copies)), make([]int, len(m.copies))
	gone, changed := 0, false
	for i := range m.copies {
		rows[i], at[i] = find(m.copies[i].Review.Rows(def.ID), key)
		switch {
		case rows[i] == nil:
			gone++
		case base != nil && !sameRow(def, base, rows[i]):
			changed = true
		}
	}
	if base != nil && gone > 0 {
		if !changed {
			return // taken out by one, left as it was by the others
		}
		m.conflicts = append(m.conflicts, Conflict{Place: Row, Table: t, Row: base.ID(), At: at, HasBase: true})
	}
	out := m.out.NewRow(t)
	for c := range def.Columns {
		at0 := func(row *fidelity.Row) fidelity.Value {
			if row == nil {
				return fidelity.Value{}
			}
			return row.At(c)
		}
		var values, said []fidelity.Value
		for _, row := range rows {
			said = append(said, at0(row))
			if row != nil {
				values = append(values, row.At(c))
			}
		}
		same := func(a, b fidelity.Value) bool { return sameCell(&def.Columns[c], a, b) }
		v, ok := pick(at0(base), m.known(values, base != nil), same)
		if c == 0 && !v.Given() {
			v = at0(base)
		}
		if !ok {
			m.conflicts = append(m.conflicts, Conflict{
				Place: Cell, Table: t, Row: strings.ToUpper(key), Column: c, At: at, Values: said, Base: at0(base), HasBase: base != nil,
			})
			v = fidelity.UnknownValue()
		}
		out.SetAt(c, v)
	}
}

// known leaves out empty values where no base says that they were emptied.
func (m *merger) known(values []fidelity.Value, hasBase bool) []fidelity.Value {
	if hasBase {
		return values
	}
	return slices.DeleteFunc(slices.Clone(values), func(v fidelity.Value) bool { return !v.Given() })
}

func find(rows []fidelity.Row, key string) (*fidelity.Row, int) {
	for i := range rows {
		if strings.EqualFold(rows[i].ID(), key) {
			return &rows[i], i
		}
	}
	return nil, -1
}

func (m *merger) sample(t int) {
	id := m.out.Scale().Definition().Tables[t].ID
	var base fidelity.Sample
	if m.base != nil {
		base = m.base.Samples[id]
	}
	var of []*int
	var picked []string
	for i := range m.copies {
		s := m.copies[i].Review.Samples[id]
		if m.base != nil || s.Of != nil {
			of = append(of, s.Of)
		}
		if m.base != nil || s.Picked != "" {
			picked = append(picked, s.Picked)
		}
	}
	size, ok := pick(base.Of, of, func(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b })
	how, same := pick(base.Picked, picked, func(a, b string) bool { return a == b })
	if !ok || !same {
		m.conflicts = append(m.conflicts, Conflict{Place: Sample, Table: t, HasBase: m.base != nil})
		return
	}
	if size != nil || how != "" {
		if m.out.Samples == nil {
			m.out.Samples = map[string]fidelity.Sample{}
		}
		m.out.Samples[id] = fidelity.Sample{Of: size, Picked: how}
	}
}

func (m *merger) facts(i int) {
	def := &m.out.Scale().Items()[i]
	for f := range def.Facts {
		var base fidelity.Value
		if m.base != nil {
			base = m.base.Findings[i].Facts[f]
		}
		values := make([]fidelity.Value, len(m.copies))
		for c := range m.copies {
			values[c] = m.copies[c].Review.Findings[i].Facts[f]
		}
		v, ok := pick(base, m.known(values, m.base != nil), func(a, b fidelity.Value) bool { return sameFact(&def.Facts[f], a, b) })
		if !ok {
			m.conflicts = append(m.conflicts, Conflict{Place: Fact, Item: i, Fact: f, Values: values, Base: base, HasBase: m.base != nil})
			v = fidelity.Value{}
		}
		m.out.Findings[i].Facts[f] = v
	}
}
