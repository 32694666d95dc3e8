package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// tableOf returns the place of the table whose rows an item scores one by one.
func (s *Speaker) tableOf(item int) (int, bool) {
	t := s.items[item].table
	return max(t, 0), t >= 0
}

func (s *Speaker) table(t int) *fidelity.Table { return &s.scale.Definition().Tables[t] }

// row returns a row of the table at this place.
func (s *Speaker) row(a *fidelity.Assessment, table, row int) *fidelity.Row {
	return &a.Review().Rows(s.table(table).ID)[row]
}

// RowID returns the code of a row of the table at this place, or what it is,
// for a speaker that names no codes.
func (s *Speaker) RowID(a *fidelity.Assessment, table, row int) string {
	if s.withoutCodes {
		return s.rowCount(table, 1)
	}
	return s.row(a, table, row).ID()
}

// rowIDs names rows by their codes, or says how many there are.
func (s *Speaker) rowIDs(a *fidelity.Assessment, table int, rows []int) string {
	if s.withoutCodes {
		return s.rowCount(table, len(rows))
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = s.RowID(a, table, row)
	}
	return And(ids)
}

// ColumnLabel returns the name of a column in a few words.
func (s *Speaker) ColumnLabel(table, column int) string {
	return s.tables[table].columns[column].label
}

// ColumnAnswer returns an answer of a column in words.
func (s *Speaker) ColumnAnswer(table, column, answer int) string {
	return s.tables[table].columns[column].answers[answer]
}

// CellValue says what stands in a cell: "reviewed weekly", "3", "64%".
func (s *Speaker) CellValue(table, column int, v fidelity.Value) string {
	if !v.Known() {
		return notKnown
	}
	n, _ := v.Number()
	switch c := &s.table(table).Columns[column]; c.Kind {
	case fidelity.YesNo, fidelity.Choice:
		answer, _ := v.Answer()
		return s.ColumnAnswer(table, column, answer)
	case fidelity.Set:
		var names []string
		for i := range c.Answers {
			if v.Has(i) {
				names = append(names, s.ColumnAnswer(table, column, i))
			}
		}
		return or(And(names), "none")
	case fidelity.Percent:
		return Number(n) + "%"
	case fidelity.Text, fidelity.Code, fidelity.Month:
		return v.Text()
	}
	return Number(n)
}

// RowEvidence says what a row's score rests on: its measures, and the cells
// that the item's rule looks at.
func (s *Speaker) RowEvidence(a *fidelity.Assessment, item int, row *fidelity.RowAssessment) string {
	def, w := &s.scale.Items()[item], &s.items[item]
	cells := s.row(a, w.table, row.Row)
	all := list{between: "; "}
	for m := range def.Measures {
		if got := &row.Measures[m]; got.Of > 0 {
			all.add(s.Measure(item, &def.Measures[m], *got), s.fraction(w.table, &def.Measures[m], cells))
		}
	}
	for _, c := range w.asked {
		v := cells.Get(s.table(w.table).Columns[c].ID)
		all.add(s.ColumnLabel(w.table, c), ": ", s.CellValue(w.table, c, v))
	}
	return all.String()
}

// fraction adds the base of a percentage that was written with one, as in
// 24/37.5: " (24 of 37.5)".
func (s *Speaker) fraction(table int, m *fidelity.Measure, cells *fidelity.Row) string {
	if m.Calc != fidelity.ValueOf {
		return ""
	}
	c, _ := s.scale.ColumnAt(table, m.Columns[0])
	part, base, ok := strings.Cut(cells.At(c).Text(), "/")
	if s.table(table).Columns[c].Kind != fidelity.Percent || !ok {
		return ""
	}
	return " (" + strings.TrimSpace(part) + " of " + strings.TrimSpace(base) + ")"
}

// LeftOut says why a row does not count: the cells that its rule looks at.
func (s *Speaker) LeftOut(a *fidelity.Assessment, item, row int) string {
	w := &s.items[item]
	if w.table < 0 {
		return ""
	}
	cells := s.row(a, w.table, row)
	all := list{between: ", "}
	for _, c := range w.leave {
		v := cells.Get(s.table(w.table).Columns[c].ID)
		all.add(s.ColumnLabel(w.table, c), ": ", s.CellValue(w.table, c, v))
	}
	return all.String()
}

// ColumnID returns the id of a column of the table that an item scores row by
// row.
func (s *Speaker) ColumnID(item, column int) string {
	return s.table(s.items[item].table).Columns[column].ID
}

// RowMean says what the rows of an item scored.
func (s *Speaker) RowMean(a *fidelity.Assessment, item int) string { return s.rowsEvidence(a, item) }
