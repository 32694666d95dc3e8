package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// tableOf returns the place of the table whose rows an item scores one by one.
func (s *Speaker) tableOf(item int) (int, bool) {
	each := s.scale.Items()[item].Each
	if each == "" {
		return 0, false
	}
	return s.scale.TableAt(each)
}

func (s *Speaker) table(t int) *fidelity.Table { return &s.scale.Definition().Tables[t] }

// RowID returns the code of a row of the table at this place, or what it is,
// for a speaker that names no codes.
func (s *Speaker) RowID(a *fidelity.Assessment, table, row int) string {
	if s.withoutCodes {
		one, _ := s.rowNames(s.table(table).ID)
		return "one " + one
	}
	return a.Review().Rows(s.table(table).ID)[row].ID()
}

func (s *Speaker) rowIDs(a *fidelity.Assessment, table int, rows []int) string {
	if s.withoutCodes {
		one, many := s.rowNames(s.table(table).ID)
		return Count(len(rows), one, many)
	}
	ids := make([]string, len(rows))
	for i, row := range rows {
		ids[i] = s.RowID(a, table, row)
	}
	return And(ids)
}

// ColumnLabel returns the name of a column in a few words.
func (s *Speaker) ColumnLabel(table, column int) string {
	t := s.table(table)
	id := t.Columns[column].ID
	return or(s.words.Tables[t.ID].Columns[id].Label, plain(id))
}

// ColumnAnswer returns an answer of a column in words.
func (s *Speaker) ColumnAnswer(table, column, answer int) string {
	t := s.table(table)
	c := &t.Columns[column]
	id := c.Choices()[answer]
	return or(s.words.Tables[t.ID].Columns[c.ID].Answers[id], plain(id))
}

// CellValue says what stands in a cell: "reviewed weekly", "3", "64%".
func (s *Speaker) CellValue(table, column int, v fidelity.Value) string {
	if !v.Known() {
		return "not known"
	}
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
		n, _ := v.Number()
		return Number(n) + "%"
	case fidelity.Text, fidelity.Code, fidelity.Month:
		return v.Text()
	default:
		n, _ := v.Number()
		return Number(n)
	}
}

// RowEvidence says what a row's score rests on: its measures, and the cells
// that the item's rule looks at.
func (s *Speaker) RowEvidence(a *fidelity.Assessment, item int, row *fidelity.RowAssessment) string {
	def := &s.scale.Items()[item]
	t, _ := s.tableOf(item)
	cells := &a.Review().Rows(def.Each)[row.Row]
	var parts []string
	for m := range def.Measures {
		if got := row.Measures[m]; got.Of > 0 {
			parts = append(parts, s.Measure(item, &def.Measures[m], got))
		}
	}
	for _, id := range columnsAsked(def) {
		c, ok := s.scale.ColumnAt(t, id)
		if !ok {
			continue
		}
		parts = append(parts, s.ColumnLabel(t, c)+": "+s.CellValue(t, c, cells.Get(id)))
	}
	return strings.Join(parts, "; ")
}

// columnsAsked lists the names in an item's anchors that are no measures and
// no facts: under each, those are columns of the row.
func columnsAsked(def *fidelity.Item) []string {
	var names []string
	for _, a := range def.Anchors {
		collect(a.When, func(name string) {
			for _, m := range def.Measures {
				if m.ID == name {
					return
				}
			}
			for _, f := range def.Facts {
				if f.ID == name {
					return
				}
			}
			for _, n := range names {
				if n == name {
					return
				}
			}
			names = append(names, name)
		})
	}
	return names
}

func collect(c fidelity.Condition, visit func(string)) {
	if c.Name != "" {
		visit(c.Name)
	}
	for i := range c.All {
		collect(c.All[i], visit)
	}
	for i := range c.Any {
		collect(c.Any[i], visit)
	}
}

// LeftOut says why a row does not count: the cells that its rule looks at.
func (s *Speaker) LeftOut(a *fidelity.Assessment, item, row int) string {
	def := &s.scale.Items()[item]
	t, ok := s.tableOf(item)
	if !ok {
		return ""
	}
	cells := &a.Review().Rows(def.Each)[row]
	var parts []string
	seen := map[string]bool{}
	collect(def.LeaveOut, func(name string) {
		if c, ok := s.scale.ColumnAt(t, name); ok && !seen[name] {
			seen[name] = true
			parts = append(parts, s.ColumnLabel(t, c)+" "+s.CellValue(t, c, cells.Get(name)))
		}
	})
	return strings.Join(parts, ", ")
}

// ColumnID returns the id of a column of the table that an item scores row by
// row.
func (s *Speaker) ColumnID(item, column int) string {
	t, _ := s.tableOf(item)
	return s.table(t).Columns[column].ID
}

// RowMean says what the rows of an item scored.
func (s *Speaker) RowMean(a *fidelity.Assessment, item int) string { return s.rowsEvidence(a, item) }
