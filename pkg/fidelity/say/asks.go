package say

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// FactAnswers returns the answers to a fact in words, from no credit to most;
// nothing for a number.
func (s *Speaker) FactAnswers(item, fact int) []string { return s.items[item].facts[fact].answers }

// FactUnit returns what a fact that is a number counts.
func (s *Speaker) FactUnit(item, fact int) string {
	it := &s.scale.Items()[item]
	return s.items[item].Facts[it.Facts[fact].ID].Unit
}

// FactOnlyIf says when a fact is asked at all, and nothing where it always is.
func (s *Speaker) FactOnlyIf(item, fact int) string {
	c := &s.scale.Items()[item].Facts[fact].OnlyIf
	if c.IsZero() {
		return ""
	}
	return s.condition(item, c)
}

// ColumnAsks returns the question that a cell of the column answers.
func (s *Speaker) ColumnAsks(table, column int) string {
	return or(s.columnText(table, column).Asks, Upper(s.ColumnLabel(table, column))+"?")
}

// ColumnMeans returns what to count in a cell of the column and what not; it
// may be empty.
func (s *Speaker) ColumnMeans(table, column int) string { return s.columnText(table, column).Means }

// ColumnAnswers returns the answers that the column takes, in words.
func (s *Speaker) ColumnAnswers(table, column int) []string {
	return s.tables[table].columns[column].answers
}

func (s *Speaker) columnText(table, column int) fidelity.ColumnWords {
	t := s.table(table)
	return s.words.Tables[t.ID].Columns[t.Columns[column].ID]
}

// RowNames returns what one row of a table is called, and several.
func (s *Speaker) RowNames(table int) (one, many string) { return s.rowNames(table) }

// NoRows says why a table gives nothing: nobody looked, there are no rows, or
// none of them counts.
func (s *Speaker) NoRows(a *fidelity.Assessment, table int) string { return s.noRows(a, table) }

// TableAsks says what a row of a table is: "one for each specialist in post".
func (s *Speaker) TableAsks(table int) string { return s.words.Tables[s.table(table).ID].Rows }

// Source returns the name of a source of evidence.
func (s *Speaker) Source(id string) string { return or(s.words.Sources[id], plain(id)) }

// FactFrom returns the source that usually tells a fact, and nothing where the
// words of the scale name none.
func (s *Speaker) FactFrom(item, fact int) string {
	return s.items[item].Facts[s.scale.Items()[item].Facts[fact].ID].From
}

// ColumnFrom returns the source that usually has the cells of a column: its own
// or that of its table.
func (s *Speaker) ColumnFrom(table, column int) string {
	return or(s.columnText(table, column).From, s.TableFrom(table))
}

// TableFrom returns the source that usually has the rows of a table.
func (s *Speaker) TableFrom(table int) string { return s.words.Tables[s.table(table).ID].From }
