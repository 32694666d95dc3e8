package plan

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// poolPart moves a measure over all rows.
func (w *work) poolPart(p Part, m *fidelity.Measure) (Part, fidelity.Number, bool) {
	p.Table = w.tableOf(m)
	if p.Table < 0 || !w.review.Looked(w.table(p.Table).ID) {
		return p, fidelity.Number{}, false
	}
	l := limitOf(p.Op, p.Bound)
	got := w.measured(p.Measure, -1)
	p.Of = got.Of
	p.Now, p.Known = got.Exact()
	length := l.far(p.Now, p.Known, w.widest(m.ID))
	ok := false
	switch m.Calc {
	case fidelity.Ratio:
		p, ok = w.sum(p, m, l)
	case fidelity.MeanOf:
		p, ok = w.mean(p, m, l)
	case fidelity.Median:
		p, ok = w.median(p, m, l)
	case fidelity.Share, fidelity.Count:
		p, ok = w.records(p, m, l)
	case fidelity.Distinct, fidelity.Spread:
		p, ok = w.unlike(p, m, l)
	}
	return p, length, ok
}

func (b *builder) tableOf(m *fidelity.Measure) int {
	t := -1
	if m.Table != "" {
		t, _ = b.scale.TableAt(m.Table)
	} else if len(m.Columns) > 0 {
		t, _ = b.place(m.Columns[0])
	}
	return t
}

// place resolves "table.column", or "column" of the rows that are scored.
func (b *builder) place(ref string) (table, column int) {
	id, name, pooled := strings.Cut(ref, ".")
	if !pooled {
		id, name = b.def.Each, ref
	}
	table, _ = b.scale.TableAt(id)
	column, _ = b.scale.ColumnAt(table, name)
	return table, column
}

// figureRow is a row that counts in a sum or a mean.
type figureRow struct {
	row   int
	was   fidelity.Number
	value fidelity.Number
	other fidelity.Number // the base of a ratio, the weight of a mean
}

// counted lists the rows that count in a measure, with the number of one
// column and of another.
func (w *work) counted(measure, table, column, other int) []figureRow {
	var out []figureRow
	for _, c := range w.a.Working(w.item, measure) {
		if c.Counted != fidelity.Yes || c.Row >= w.rowsNow(table) {
			continue
		}
		r := figureRow{row: c.Row, other: one}
		var ok bool
		if r.value, ok = w.cell(table, c.Row, column).Number(); !ok {
			continue
		}
		r.was = r.value
		if other >= 0 {
			if r.other, ok = w.cell(table, c.Row, other).Number(); !ok {
				continue
			}
		}
		out = append(out, r)
	}
	return out
}

// sum changes what a ratio of sums shares, row by row where it stands worst,
// or adds to its base.
func (w *work) sum(p Part, m *fidelity.Measure, l limit) (Part, bool) {
	got := w.measured(p.Measure, -1)
	if !got.HasPart || got.Base.Sign() <= 0 {
		return p, false
	}
	l = l.per(fidelity.Int(max(m.Times, 1)))
	p.Kind, p.Column = PartSum, w.column(m, 0)
	by := w.column(m, 1)
	unit := unitOf(w.table(p.Table).Columns[p.Column].Kind)
	n := l.times(got.Base).units(got.Part, unit)
	rows := w.counted(p.Measure, p.Table, p.Column, by)
	p.By = l.signed(n, unit)
	ok := w.spread(rows, p, l.up, n, unit)
	p = figures(p, rows)
	if base, has := w.moreBase(p, m, l, by, got); has {
		if !ok {
			return base, true
		}
		p.Instead = []Part{base}
	}
	return p, ok
}

// spread gives out units one by one, to the row whose own ratio is worst.
func (w *work) spread(rows []figureRow, p Part, up bool, n int, unit fidelity.Number) bool {
	if n > 100_000 {
		return false
	}
	step := unit
	if !up {
		step = fidelity.Int(0).Sub(unit)
	}
	worst := func(x, y *figureRow) bool { // x is worse than y: compared without dividing, as a base may be 0
		c := x.value.Mul(y.other).Cmp(y.value.Mul(x.other))
		return up && c < 0 || !up && c > 0
	}
	for range n {
		at := -1
		for i := range rows {
			if w.fits(p.Table, rows[i].row, p.Column, rows[i].value.Add(step)) && (at < 0 || worst(&rows[i], &rows[at])) {
				at = i
			}
		}
		if at < 0 {
			return false
		}
		rows[at].value = rows[at].value.Add(step)
	}
	return true
}

// figures makes an edit of every row that moves.
func figures(p Part, rows []figureRow) Part {
	for _, r := range rows {
		if by := r.value.Sub(r.was); by.Sign() != 0 {
			p.Edits = append(p.Edits, Edit{Fact: -1, Row: r.row, By: by, Cells: []Cell{{Column: p.Column, Value: fidelity.NumberValue(r.value)}}, Known: true})
		}
	}
	p.Choose = len(p.Edits)
	return p
}

// moreBase lowers a ratio by new rows that add to its base, such as a further
// part of a post. There is none where what is shared is a part of the base.
func (w *work) moreBase(p Part, m *fidelity.Measure, l limit, by int, got fidelity.Measured) (Part, bool) {
	cells, ok := w.meeting(m.Where, p.Table)
	if within, limited := w.scale.LimitedBy(p.Table, p.Column); l.up || l.at.Sign() <= 0 || !ok || limited && within == by {
		return p, false
	}
	col := &w.table(p.Table).Columns[by]
	unit, most := unitOf(col.Kind), fidelity.Int(maxUnits)
	if col.Limits.AtMost != nil {
		most = *col.Limits.AtMost
	}
	// The base has to be above part/limit, and not on it.
	n, ok := floor(mustDiv(mustDiv(got.Part, l.at).Sub(got.Base), unit)).Int()
	p.Column, p.Edits, p.By = by, nil, fidelity.Int(n+1).Mul(unit)
	for rest := p.By; ok && rest.Sign() > 0; rest = rest.Sub(most) {
		add := rest
		if add.Cmp(most) > 0 {
			add = most
		}
		row := append(slices.Clone(cells), Cell{Column: by, Value: fidelity.NumberValue(add)}, Cell{Column: w.column(m, 0), Value: fidelity.NumberValue(fidelity.Int(0))})
		p.Edits = append(p.Edits, Edit{Fact: -1, Row: -1, By: add, Cells: row, Known: true})
	}
	p.Choose = len(p.Edits)
	return p, ok && len(p.Edits) <= 100
}

// mean raises or lowers the rows that weigh most, those farthest off first.
func (w *work) mean(p Part, m *fidelity.Measure, l limit) (Part, bool) {
	weight := -1
	p.Kind, p.Column = PartSum, w.column(m, 0)
	if m.Weight != "" {
		_, weight = w.place(m.Weight)
	}
	if !p.Known || m.OrElse != nil {
		return p, false
	}
	l = l.per(fidelity.Int(max(m.Times, 1)))
	unit := unitOf(w.table(p.Table).Columns[p.Column].Kind)
	rows := w.counted(p.Measure, p.Table, p.Column, weight)
	sum, weights := fidelity.Number{}, fidelity.Number{}
	for _, r := range rows {
		sum, weights = sum.Add(r.value.Mul(r.other)), weights.Add(r.other)
	}
	slices.SortStableFunc(rows, func(x, y figureRow) int {
		if c := y.other.Cmp(x.other); c != 0 {
			return c
		}
		if l.up {
			return x.value.Cmp(y.value)
		}
		return y.value.Cmp(x.value)
	})
	need := l.times(weights)
	for i := range rows {
		r := &rows[i]
		if r.other.Sign() <= 0 {
			continue
		}
		for !need.holds(sum) {
			next := l.step(r.value, unit)
			if !w.fits(p.Table, r.row, p.Column, next) {
				break
			}
			sum = sum.Add(next.Sub(r.value).Mul(r.other))
			r.value = next
		}
		p.By = p.By.Add(r.value.Sub(r.was))
	}
	slices.SortStableFunc(rows, func(x, y figureRow) int { return x.row - y.row })
	return figures(p, rows), need.holds(sum)
}
