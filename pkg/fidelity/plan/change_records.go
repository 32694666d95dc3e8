package plan

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// mostRows bounds how many further rows are proposed.
const mostRows = 60

// median moves the values that are out of the limit to it, the nearest first:
// that moves the median least, so that as many of any of them do.
func (w *work) median(p Part, m *fidelity.Measure, l limit) (Part, bool) {
	p.Kind, p.Column = PartMoved, w.column(m, 0)
	own := l.per(fidelity.Int(max(m.Times, 1)))
	unit := unitOf(w.table(p.Table).Columns[p.Column].Kind)
	to := fidelity.NumberValue(own.nearest(unit))
	p.By = own.nearest(unit)
	instead := -1
	if m.OrElse != nil {
		_, instead = w.place(m.OrElse.Column)
	}
	type far struct {
		row   int
		value fidelity.Number
	}
	var rows []far
	for _, c := range w.a.Working(w.item, p.Measure) {
		v := w.cell(p.Table, c.Row, p.Column)
		if !v.Known() && instead >= 0 {
			v = w.cell(p.Table, c.Row, instead)
		}
		if n, ok := v.Number(); ok && c.Counted == fidelity.Yes && c.Row < w.rowsNow(p.Table) && !own.holds(n) {
			rows = append(rows, far{c.Row, n})
		}
	}
	slices.SortStableFunc(rows, func(x, y far) int {
		if own.up {
			return y.value.Cmp(x.value)
		}
		return x.value.Cmp(y.value)
	})
	for _, r := range rows {
		e := Edit{Fact: -1, Row: r.row, Cells: []Cell{{Column: p.Column, Value: to}}, Known: true}
		if instead >= 0 {
			e.Cells = append(e.Cells, Cell{Column: instead})
		}
		p.Edits = append(p.Edits, e)
	}
	return w.choose(p)
}

// choose takes as many of the edits as it takes until the measure is within its
// limit.
func (w *work) choose(p Part) (Part, bool) {
	l := limitOf(p.Op, p.Bound)
	trial := &work{builder: w.builder, review: w.review.Clone()}
	for i := range p.Edits {
		apply(trial.review, w.item, p.Table, &p.Edits[i])
		p.Choose = i + 1
		if trial.assess(); l.surely(trial.a.Items[w.item].Measures[p.Measure].Interval) {
			return p, true
		}
	}
	return p, false
}

// records makes rows count in a share or a count: those that are there, or
// further ones. Where fewer have to count, it makes rows fail.
func (w *work) records(p Part, m *fidelity.Measure, l limit) (Part, bool) {
	if !l.up {
		return w.fewer(p, m)
	}
	cells, ok := w.meeting(m.Where, p.Table)
	if !ok {
		return p, false
	}
	fresh, can := w.newRows(p, cells)
	if m.Calc == fidelity.Count {
		return fresh, can
	}
	p.Kind = PartRecords
	for _, c := range w.a.Working(w.item, p.Measure) {
		if c.Counted != fidelity.Yes && c.Row < w.rowsNow(p.Table) {
			p.Edits = append(p.Edits, Edit{Fact: -1, Row: c.Row, Cells: cells, Known: c.Counted == fidelity.No})
		}
	}
	if p, ok = w.choose(p); ok && can && sensible(&fresh) {
		p.Instead = []Part{fresh}
	}
	return p, ok
}

// fewer makes rows fail that count, or may.
func (w *work) fewer(p Part, m *fidelity.Measure) (Part, bool) {
	cells, ok := w.failing(m.Where, p.Table)
	if !ok {
		return p, false
	}
	p.Kind = PartRecords
	for _, c := range w.a.Working(w.item, p.Measure) {
		if c.Counted != fidelity.No && c.Row < w.rowsNow(p.Table) {
			p.Edits = append(p.Edits, Edit{Fact: -1, Row: c.Row, Cells: cells, Known: c.Counted == fidelity.Yes})
		}
	}
	return w.choose(p)
}

// newRows asks for further rows, all of which count, here and in the item's
// other shares and counts of the table.
func (w *work) newRows(p Part, cells []Cell) (Part, bool) {
	p.Kind = PartNewRows
	cells = slices.Clone(cells)
	for i := range w.def.Measures {
		m := &w.def.Measures[i]
		if m.Calc != fidelity.Share && m.Calc != fidelity.Count || w.tableOf(m) != p.Table {
			continue
		}
		more, _ := w.meeting(m.Where, p.Table)
		for _, c := range more {
			if !slices.ContainsFunc(cells, func(d Cell) bool { return d.Column == c.Column }) {
				cells = append(cells, c)
			}
		}
	}
	for range mostRows {
		p.Edits = append(p.Edits, Edit{Fact: -1, Row: -1, Cells: cells, Known: true})
	}
	p, ok := w.choose(p)
	p.Edits = p.Edits[:p.Choose]
	return p, ok
}

// unlike makes values of rows unlike those of the others: of each value all but
// one row may change, or of the commonest ones as many as there are too many.
func (w *work) unlike(p Part, m *fidelity.Measure, l limit) (Part, bool) {
	p.Kind, p.Column = PartUnlike, w.column(m, 0)
	def := w.table(p.Table)
	rows := w.review.Rows(def.ID)[:w.rowsNow(p.Table)]
	if len(rows) == 0 || !l.up {
		return p, false
	}
	groups := map[string][]int{}
	var unknown []int
	keys := []string{}
	for r := range rows {
		k := key(&def.Columns[p.Column], w.cell(p.Table, r, p.Column))
		if k == "" {
			unknown = append(unknown, r)
			continue
		}
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], r)
	}
	add := func(row int, known bool) {
		p.Edits = append(p.Edits, Edit{Fact: -1, Row: row, Cells: []Cell{{Column: p.Column, Fresh: true}}, Known: known})
	}
	// The last of the largest group each time: a spread sees only that one.
	for {
		at := -1
		for i, k := range keys {
			if len(groups[k]) > 1 && (at < 0 || len(groups[k]) > len(groups[keys[at]])) {
				at = i
			}
		}
		if at < 0 {
			break
		}
		group := groups[keys[at]]
		add(group[len(group)-1], true)
		groups[keys[at]] = group[:len(group)-1]
	}
	for _, r := range unknown {
		add(r, false)
	}
	more := p
	more.Kind, more.Edits = PartNewRows, nil
	for range mostRows {
		more.Edits = append(more.Edits, Edit{Fact: -1, Row: -1, Cells: []Cell{{Column: p.Column, Fresh: true}}, Known: true})
	}
	p, ok := w.choose(p)
	if m.Calc == fidelity.Spread || !ok {
		p.Edits = p.Edits[:p.Choose] // of a spread not any of them do
	}
	if more, can := w.choose(more); can {
		more.Edits = more.Edits[:more.Choose]
		if !ok {
			return more, true
		}
		if sensible(&more) {
			p.Instead = []Part{more}
		}
	}
	return p, ok
}

// sensible reports whether so many further rows are worth telling beside a
// change of those that are there: not where they would have to outnumber them.
func sensible(p *Part) bool { return p.Choose <= max(p.Of, 5) }

// meeting returns cells with which a row meets a condition. Of alternatives it
// takes the first.
func (b *builder) meeting(c fidelity.Condition, table int) ([]Cell, bool) {
	if c.IsZero() {
		return nil, true
	}
	if len(c.Any) > 0 {
		return b.meeting(c.Any[0], table)
	}
	var out []Cell
	for _, part := range c.All {
		more, ok := b.meeting(part, table)
		if !ok {
			return nil, false
		}
		out = append(out, more...)
	}
	if c.Name == "" {
		return out, true
	}
	at, ok := b.scale.ColumnAt(table, c.Name)
	if !ok {
		return nil, false
	}
	col := &b.scale.Definition().Tables[table].Columns[at]
	answer := slices.Index(col.Choices(), c.Answer)
	switch c.Op {
	case fidelity.AtLeastAnswer, fidelity.IsAnswer:
		return []Cell{{Column: at, Value: fidelity.AnswerValue(max(answer, 0))}}, answer >= 0
	case fidelity.AtMost, fidelity.AtLeast, fidelity.Below, fidelity.Above:
		return []Cell{{Column: at, Value: fidelity.NumberValue(limitOf(c.Op, c.Number).nearest(unitOf(col.Kind)))}}, true
	}
	return nil, false
}
