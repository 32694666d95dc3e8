package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Working is how a measure came about, row by row.
type Working struct {
	Name    string   // of the measure
	Heads   []string // of the columns that it looks at
	Rows    []WorkingRow
	Result  string // what it came to
	Formula string // how the rows make it
}

// WorkingRow is one row of a measure.
type WorkingRow struct {
	ID    string
	Cells []string
	Note  string // why it does not count, or how
}

// Working tells how a measure over all rows of an item came about, so that the
// sum can be redone on paper. It has no rows for a measure of single rows.
func (s *Speaker) Working(a *fidelity.Assessment, item, measure int) Working {
	def := &s.scale.Items()[item].Measures[measure]
	w := Working{Name: Upper(s.MeasureName(item, def)), Result: s.Measure(item, def, a.Items[item].Measures[measure]), Formula: formulas[def.Calc]}
	if def.Weight != "" {
		w.Formula += ", weighted"
	}
	counted := a.Working(item, measure)
	if len(counted) == 0 {
		return w
	}
	t, columns := s.columnsOf(def)
	for _, c := range columns {
		w.Heads = append(w.Heads, s.ColumnLabel(t, c))
	}
	rows := a.Review().Rows(s.table(t).ID)
	for _, c := range counted {
		row := WorkingRow{ID: s.RowID(a, t, c.Row), Note: s.countingNote(t, def, c)}
		for _, col := range columns {
			v := rows[c.Row].Get(s.table(t).Columns[col].ID)
			text := s.CellValue(t, col, v)
			if !v.Known() && !rows[c.Row].At(col).Given() {
				text = "-"
			}
			row.Cells = append(row.Cells, text)
		}
		w.Rows = append(w.Rows, row)
	}
	return w
}

var formulas = map[fidelity.Calculation]string{
	fidelity.Ratio: "the sum of the first over the sum of the second", fidelity.MeanOf: "the mean", fidelity.Median: "the middle value",
	fidelity.Share: "rows that count, of all rows", fidelity.Distinct: "different values, of all rows",
	fidelity.Spread: "rows without the commonest value, of all rows", fidelity.Count: "rows that count",
}

// countingNote says why a row does not count like the others.
func (s *Speaker) countingNote(t int, def *fidelity.Measure, c fidelity.Counting) string {
	switch c.Why {
	case fidelity.NotInScope:
		return "not asked of this row"
	case fidelity.ScopeUnknown:
		return "left out: not known whether it belongs"
	case fidelity.CountedElse:
		_, id, _ := strings.Cut(def.OrElse.Column, ".")
		if column, ok := s.scale.ColumnAt(t, id); ok {
			return "counted by " + s.ColumnLabel(t, column)
		}
	case fidelity.TooEarlyElse:
		return "left out: too early to count"
	}
	share := def.Calc == fidelity.Share || def.Calc == fidelity.Count
	switch {
	case share && c.Counted == fidelity.Yes:
		return "counts"
	case share && c.Counted == fidelity.Maybe:
		return "may count"
	case share:
		return "does not count"
	case c.Counted == fidelity.Maybe:
		return "not known"
	}
	return ""
}

// columnsOf lists the columns that a measure looks at, and their table.
func (s *Speaker) columnsOf(def *fidelity.Measure) (table int, columns []int) {
	names := append([]string(nil), def.Columns...)
	if def.Weight != "" {
		names = append(names, def.Weight)
	}
	if def.OrElse != nil {
		names = append(names, def.OrElse.Column)
	}
	collect(def.Where, func(name string) { names = append(names, name) })
	id := def.Table
	for i, name := range names {
		if t, column, ok := strings.Cut(name, "."); ok {
			id, names[i] = t, column
		}
	}
	table, _ = s.scale.TableAt(id)
	seen := map[int]bool{}
	for _, name := range names {
		if c, ok := s.scale.ColumnAt(table, name); ok && !seen[c] {
			seen[c] = true
			columns = append(columns, c)
		}
	}
	return table, columns
}
