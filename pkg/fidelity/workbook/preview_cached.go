package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// What the preview shows as it is written. Scores and figures come from the
// engine; the words round them are those of the formulas.

// odd says whether the item rests on a value that formulas cannot read.
func (b *book) odd(it *itemCells) bool {
	def := b.review.Scale().Definition()
	for t, columns := range it.columnsByTable() {
		for _, c := range columns {
			for _, row := range b.review.Rows(def.Tables[t].ID) {
				if oddCell(&def.Tables[t].Columns[c], row.At(c)) {
					return true
				}
			}
		}
	}
	for f, v := range b.review.Findings[it.place].Facts {
		if it.def.Facts[f].Kind == fidelity.Whole && v.Known() {
			n, _ := v.Number()
			if showNumber(n).is != numberCell {
				return true
			}
		}
	}
	return false
}

// columnsByTable are the columns that the item looks at.
func (w *itemWork) columnsByTable() map[int][]int {
	out := map[int][]int{}
	for _, f := range w.measures {
		if f != nil {
			out[f.table] = append(out[f.table], f.columns...)
		}
	}
	for c := range w.used {
		out[w.each] = append(out[w.each], c)
	}
	return out
}

// oddCell says whether formulas cannot read what the writer writes for a value.
func oddCell(def *fidelity.Column, v fidelity.Value) bool {
	if !v.Known() {
		return false
	}
	for _, week := range v.Weeks() {
		if showNumber(week).is != numberCell || week.Sign() < 0 {
			return true
		}
	}
	switch def.Kind {
	case fidelity.Decimal, fidelity.Whole, fidelity.Series:
		n, _ := v.Number()
		return len(v.Weeks()) == 0 && (showNumber(n).is != numberCell || n.Sign() < 0)
	case fidelity.Percent:
		number := show(def, &field{}, v)
		part, base := show(def, &field{part: partOf}, v), show(def, &field{part: partBase}, v)
		if part.is != blankCell || base.is != blankCell {
			return part.is != numberCell || base.is != numberCell
		}
		// One, and what is below, could be meant as 100%.
		return number.is != numberCell || number.number > 0 && number.number <= 1
	}
	return false
}

// scoreNow is what the preview shows for an item.
func (b *book) scoreNow(it *itemCells, a *fidelity.Assessment) any {
	got := &a.Items[it.place]
	if score, ok := got.Settled(); ok && b.review.Kept == nil {
		return float64(score)
	}
	if it.count != "" && b.rowCount(it) == 0 {
		return nothingYet
	}
	return fmt.Sprint(max(b.missingNow(it, a), 1)) + stillMissing
}

// rowCount is how many rows the first table of an item has.
func (b *book) rowCount(it *itemCells) int {
	t := it.each
	for _, f := range it.measures {
		if f != nil {
			t = f.table
			break
		}
	}
	return len(b.review.Rows(b.review.Scale().Definition().Tables[t].ID))
}

// missingNow counts what is missing as the formulas do.
func (b *book) missingNow(it *itemCells, a *fidelity.Assessment) int {
	n := 0
	for f, v := range b.review.Findings[it.place].Facts {
		if !v.Known() && a.Asked(it.place, f) != fidelity.No {
			n++
		}
	}
	got := &a.Items[it.place]
	for m, f := range it.measures {
		if f == nil {
			continue
		}
		if _, exact := got.Measures[m].Exact(); !exact {
			n += b.blanks(&it.def.Measures[m], f)
		}
	}
	if it.each < 0 {
		return n
	}
	rows := b.review.Rows(it.def.Each)
	for _, row := range got.Rows {
		if row.LeftOut == fidelity.Yes || row.Low == row.High {
			continue
		}
		for c, blank := range it.used {
			v := counting(&rows[row.Row], it.review.Scale(), it.each, c)
			if !v.Known() && (blank || rows[row.Row].At(c).Given()) {
				n++
			}
		}
	}
	return n
}

// counting is a cell with the default of its column.
func counting(row *fidelity.Row, scale *fidelity.Scale, t, c int) fidelity.Value {
	return row.Get(scale.Definition().Tables[t].Columns[c].ID)
}

// blanks counts the cells that a measure lacks, in rows that it may be about.
func (b *book) blanks(m *fidelity.Measure, f *figure) int {
	def := &b.review.Scale().Definition().Tables[f.table]
	rows := b.review.Rows(def.ID)
	n := 0
	for i := range rows {
		if b.truth(&m.Where, f.table, &rows[i]) == fidelity.No {
			continue
		}
		columns := f.columns
		if m.OrElse != nil {
			_, other, _ := strings.Cut(m.OrElse.Column, ".")
			at, _ := b.review.Scale().ColumnAt(f.table, other)
			// One of the two is enough.
			columns = slices.DeleteFunc(slices.Clone(columns), func(c int) bool {
				return c == at || c == columns[0] && rows[i].Get(other).Known()
			})
		}
		for _, c := range columns {
			if v := counting(&rows[i], b.review.Scale(), f.table, c); !v.Known() {
				n++
			}
		}
	}
	return n
}

// truth answers a condition on the columns of a row.
func (b *book) truth(c *fidelity.Condition, t int, row *fidelity.Row) fidelity.Truth {
	switch {
	case len(c.Any) > 0:
		out := fidelity.No
		for i := range c.Any {
			out = max(out, b.truth(&c.Any[i], t, row))
		}
		return out
	case c.Name == "":
		out := fidelity.Yes
		for i := range c.All {
			out = min(out, b.truth(&c.All[i], t, row))
		}
		return out
	}
	at, _ := b.review.Scale().ColumnAt(t, c.Name)
	def := &b.review.Scale().Definition().Tables[t].Columns[at]
	v := row.Get(c.Name)
	holds := false
	switch n, ok := v.Number(); {
	case c.Op == fidelity.GivenCell:
		holds = row.At(at).Given()
	case !ok:
		return fidelity.Maybe
	case c.Op == fidelity.AtLeastAnswer || c.Op == fidelity.IsAnswer:
		answer, _ := v.Answer()
		want := indexOf(def.Choices(), c.Answer)
		holds = answer == want || c.Op == fidelity.AtLeastAnswer && answer > want
	default:
		d := n.Round().Cmp(c.Number)
		holds = c.Op == fidelity.AtMost && d <= 0 || c.Op == fidelity.AtLeast && d >= 0 || c.Op == fidelity.Below && d < 0 || c.Op == fidelity.Above && d > 0
	}
	if holds {
		return fidelity.Yes
	}
	return fidelity.No
}

// saysNow is what the figures say.
func (b *book) saysNow(it *itemCells, a *fidelity.Assessment) string {
	got := &a.Items[it.place]
	var list []string
	for m, f := range it.measures {
		if f == nil {
			continue
		}
		name, unit := it.measureWords(m)
		have := &got.Measures[m]
		low, ok1 := have.Low()
		high, ok2 := have.High()
		text := name + ": not settled"
		if exact, ok := have.Exact(); ok {
			text = exact.Decimal(1) + " " + unit
		} else if ok1 && ok2 {
			text = low.Decimal(1) + " to " + high.Decimal(1) + " " + unit
		}
		list = append(list, fmt.Sprintf("%s (%d of %d %s)", text, have.Used, have.Of, b.layout.many(b.review.Scale().Definition().Tables[f.table].ID)))
	}
	if it.rows != nil {
		settled, counted := 0, 0
		for _, row := range got.Rows {
			if row.LeftOut == fidelity.Yes {
				continue
			}
			counted++
			if row.Low == row.High {
				settled++
			}
		}
		text := fmt.Sprintf("%d of %d %s settled", settled, counted, b.layout.many(it.def.Each))
		if mean, ok := got.RowMean.Exact(); ok && settled == counted && counted > 0 {
			text += ", mean " + mean.Decimal(2)
		}
		list = append(list, text)
	}
	if len(it.facts) > 0 {
		c := got.Facts
		if len(it.def.FromCount) > 0 {
			text := fmt.Sprintf("%d of %d in place", c.Yes, c.Of)
			if c.Unknown > 0 {
				text += fmt.Sprintf(", %d not known", c.Unknown)
			}
			list = append(list, text)
		} else {
			list = append(list, fmt.Sprintf("%d of %d answered", c.Of-c.Unknown, c.Of))
		}
	}
	return strings.Join(list, "; ")
}
