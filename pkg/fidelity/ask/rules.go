package ask

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// place is a column of a table.
type place struct{ table, column int }

// factPlace is a fact of an item.
type factPlace struct{ item, fact int }

// ratio is a bound on part over base, in the unit of the columns.
type ratio struct {
	part, base int
	bound      fidelity.Number
}

// rules are the numbers at which rules tell one score from another, by the
// columns and facts that they are about.
type rules struct {
	scale  *fidelity.Scale
	cells  map[place][]fidelity.Number
	facts  map[factPlace][]fidelity.Number
	ratios map[int][]ratio // by table
	rows   map[int]int     // by table: how many rows a count asks for
}

func newRules(scale *fidelity.Scale) *rules {
	r := &rules{scale, map[place][]fidelity.Number{}, map[factPlace][]fidelity.Number{}, map[int][]ratio{}, map[int]int{}}
	for i := range scale.Items() {
		w := walker{r, i, &scale.Items()[i]}
		w.each(func(c *fidelity.Condition) { w.compare(c) })
		for m := range w.item.Measures {
			w.inside(&w.item.Measures[m])
		}
	}
	return r
}

// points turns points of items into points of the total.
func (r *rules) points(n int) fidelity.Number {
	if r.scale.Method() != fidelity.Mean {
		return fidelity.Int(n)
	}
	mean, _ := fidelity.Int(n).Div(fidelity.Int(max(len(r.scale.Items()), 1)))
	return mean
}

// walker walks through the rules of one item.
type walker struct {
	*rules
	at   int
	item *fidelity.Item
}

// each calls back for every comparison of the item.
func (w walker) each(visit func(*fidelity.Condition)) {
	names(w.item.Requires, visit)
	names(w.item.LeaveOut, visit)
	for a := range w.item.Anchors {
		names(w.item.Anchors[a].When, visit)
	}
	for f := range w.item.Facts {
		names(w.item.Facts[f].OnlyIf, visit)
	}
}

// compare notes the number that a measure, fact or column is compared with.
func (w walker) compare(c *fidelity.Condition) {
	if c.Op > fidelity.Above {
		return
	}
	for m := range w.item.Measures {
		if w.item.Measures[m].ID == c.Name {
			w.measure(&w.item.Measures[m], c.Number)
			return
		}
	}
	if f, ok := w.scale.FactAt(w.at, c.Name); ok {
		at := factPlace{w.at, f}
		w.facts[at] = append(w.facts[at], c.Number)
		return
	}
	w.cell(w.item.Each, c.Name, c.Number)
}

// measure notes what a bound on a measure means for its columns.
func (w walker) measure(m *fidelity.Measure, bound fidelity.Number) {
	if over, ok := bound.Div(fidelity.Int(max(m.Times, 1))); ok {
		bound = over
	}
	switch m.Calc {
	case fidelity.Ratio:
		t, part := w.column(m.Columns[0])
		_, base := w.column(m.Columns[1])
		w.ratios[t] = append(w.ratios[t], ratio{part, base, bound})
	case fidelity.Count:
		t, ok := w.scale.TableAt(m.Table)
		if n, whole := bound.Round().Int(); ok && whole {
			w.rows[t] = max(w.rows[t], n)
		}
	case fidelity.MeanOf, fidelity.Median, fidelity.ValueOf:
		t, c := w.column(m.Columns[0])
		w.cells[place{t, c}] = append(w.cells[place{t, c}], bound)
		if m.OrElse != nil {
			_, c = w.column(m.OrElse.Column)
			w.cells[place{t, c}] = append(w.cells[place{t, c}], bound, m.OrElse.Number)
		}
	case fidelity.LargestOf:
		for p := range m.Parts {
			w.measure(&m.Parts[p], bound)
		}
	case fidelity.Share, fidelity.Distinct, fidelity.Spread, fidelity.Members:
		// What they look at are answers, not numbers.
	}
}

// inside notes the numbers in the conditions of a measure's rows.
func (w walker) inside(m *fidelity.Measure) {
	table, _, _ := strings.Cut(m.Table, ".")
	if table == "" && len(m.Columns) > 0 {
		if t, _, ok := strings.Cut(m.Columns[0], "."); ok {
			table = t
		}
	}
	if table == "" {
		table = w.item.Each
	}
	for _, c := range []fidelity.Condition{m.Where, m.When} {
		names(c, func(c *fidelity.Condition) {
			if c.Op <= fidelity.Above {
				w.cell(table, c.Name, c.Number)
			}
		})
	}
	for p := range m.Parts {
		w.inside(&m.Parts[p])
	}
}

func (w walker) cell(table, name string, bound fidelity.Number) {
	if t, c, ok := w.find(table, name); ok {
		w.cells[place{t, c}] = append(w.cells[place{t, c}], bound)
	}
}

// column resolves a column as measures name it: with its table, or alone for
// one of the row.
func (w walker) column(ref string) (table, column int) {
	id, name, ok := strings.Cut(ref, ".")
	if !ok {
		id, name = w.item.Each, ref
	}
	table, column, _ = w.find(id, name)
	return table, column
}

func (w walker) find(table, name string) (t, c int, ok bool) {
	if t, ok = w.scale.TableAt(table); !ok {
		return 0, 0, false
	}
	c, ok = w.scale.ColumnAt(t, name)
	return t, c, ok
}

// columnsOf lists the columns of a table that an item's rule looks at.
func columnsOf(scale *fidelity.Scale, item, table int) []int {
	w := walker{&rules{scale: scale}, item, &scale.Items()[item]}
	var out []int
	add := func(of, name string) {
		t, c, ok := w.find(of, name)
		if ok && t == table && !slices.Contains(out, c) {
			out = append(out, c)
		}
	}
	var measure func(m *fidelity.Measure)
	measure = func(m *fidelity.Measure) {
		of := m.Table
		refs := append(slices.Clone(m.Columns), m.Weight)
		if m.OrElse != nil {
			refs = append(refs, m.OrElse.Column)
		}
		for _, ref := range refs {
			id, name, named := strings.Cut(ref, ".")
			if !named {
				id, name = w.item.Each, ref
			}
			if of == "" {
				of = id
			}
			add(id, name)
		}
		for _, c := range []fidelity.Condition{m.Where, m.When} {
			names(c, func(c *fidelity.Condition) { add(of, c.Name) })
		}
		for p := range m.Parts {
			measure(&m.Parts[p])
		}
	}
	for m := range w.item.Measures {
		measure(&w.item.Measures[m])
	}
	w.each(func(c *fidelity.Condition) { add(w.item.Each, c.Name) })
	return out
}
