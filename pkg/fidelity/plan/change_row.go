package plan

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// rowPart moves a measure of one row.
func (w *work) rowPart(p Part, m *fidelity.Measure) (Part, fidelity.Number, bool) {
	times := fidelity.Int(max(m.Times, 1))
	l := limitOf(p.Op, p.Bound).per(times)
	widest := mustDiv(w.widest(w.def.Measures[p.Measure].ID), times)
	switch m.Calc {
	case fidelity.Members:
		return w.members(p, m, l, widest)
	case fidelity.ValueOf:
		p.Column = w.column(m, 0)
		return w.figure(p, l, widest)
	case fidelity.Ratio:
		return w.rowRatio(p, m, l, widest)
	case fidelity.LargestOf:
		return w.largest(p, m)
	}
	return p, fidelity.Number{}, false
}

// column returns the place of a measure's column in its table.
func (b *builder) column(m *fidelity.Measure, at int) int {
	_, c := b.place(m.Columns[at])
	return c
}

// rowRatio raises or lowers what is shared. To lower the ratio, the base may
// rise instead.
func (w *work) rowRatio(p Part, m *fidelity.Measure, l limit, widest fidelity.Number) (Part, fidelity.Number, bool) {
	p.Column = w.column(m, 0)
	by := w.column(m, 1)
	base, ok := w.cell(p.Table, p.Row, by).Number()
	if !ok || base.Sign() <= 0 {
		return p, fidelity.Number{}, false
	}
	part, known := w.cell(p.Table, p.Row, p.Column).Number()
	main, length, ok := w.figure(p, l.times(base), widest.Mul(base))
	if l.up || !known || l.at.Sign() <= 0 || part.Sign() <= 0 {
		return main, length, ok
	}
	other := p
	other.Column = by
	more := limit{up: true, at: mustDiv(part, l.at)}
	other, _, fits := w.figure(other, more, one)
	if fits && more.at.Cmp(other.Now.Add(other.By)) == 0 {
		fits = false // the ratio has to be below the limit, and not on it
	}
	switch {
	case ok && fits:
		main.Instead = []Part{other}
	case fits:
		return other, length, true
	}
	return main, length, ok
}

// members asks for further members of a set.
func (w *work) members(p Part, m *fidelity.Measure, l limit, widest fidelity.Number) (Part, fidelity.Number, bool) {
	p.Kind, p.Column = PartMembers, w.column(m, 0)
	now := w.cell(p.Table, p.Row, p.Column)
	p.Known = now.Known()
	have, _ := now.Size()
	if !p.Known {
		have = 0
	}
	p.Now = fidelity.Int(have)
	if !l.up {
		return p, fidelity.Number{}, false
	}
	p.Choose = l.units(p.Now, one)
	for place := range w.table(p.Table).Columns[p.Column].Answers {
		if !p.Known || !now.Has(place) {
			p.Edits = append(p.Edits, Edit{Fact: -1, Row: p.Row, Cells: []Cell{{Column: p.Column, Value: fidelity.SetValue(place), Add: true}}, Known: p.Known})
		}
	}
	p.Of = len(p.Edits)
	return p, l.far(p.Now, true, widest), p.Choose <= len(p.Edits)
}

// largest raises the part of the measure that takes least to come within.
func (w *work) largest(p Part, m *fidelity.Measure) (Part, fidelity.Number, bool) {
	type option struct {
		part   Part
		length fidelity.Number
	}
	var options []option
	u := fidelity.Unmet{Measure: p.Measure, Fact: -1, Column: -1, Op: p.Op, Number: p.Bound}
	for i := range m.Parts {
		try, length, ok := w.rowPart(p, &m.Parts[i])
		if !ok {
			continue
		}
		trial := &work{builder: w.builder, review: w.review.Clone()}
		if trial.apply(&try); trial.met(&u, p.Row) {
			options = append(options, option{try, length})
		}
	}
	if len(options) == 0 {
		return p, fidelity.Number{}, false
	}
	slices.SortStableFunc(options, func(x, y option) int {
		if x.part.Column == y.part.Column {
			return x.part.By.Cmp(y.part.By)
		}
		return x.length.Cmp(y.length)
	})
	return options[0].part, options[0].length, true
}
