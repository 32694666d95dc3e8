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

// FactMinutes returns how many minutes it takes to find out a fact, about, and
// 0 where the words of the scale do not say.
func (s *Speaker) FactMinutes(item, fact int) int {
	words := s.items[item].Facts[s.scale.Items()[item].Facts[fact].ID]
	if words.Minutes > 0 {
		return words.Minutes
	}
	return s.items[item].Minutes
}

// CellMinutes returns the same for one cell of a column.
func (s *Speaker) CellMinutes(table, column int) int {
	if own := s.columnText(table, column).Minutes; own > 0 {
		return own
	}
	return s.words.Tables[s.table(table).ID].Minutes
}

// Minutes says a time that was estimated: "about 8 minutes", "about 1 hour 30
// minutes". Nobody knows an hour to the minute, so that from 20 minutes on it
// goes in steps of five. It is empty for 0.
func Minutes(n int) string {
	if n >= 20 {
		n = (n + 2) / 5 * 5
	}
	hours, rest := n/60, n%60
	switch {
	case n <= 0:
		return ""
	case hours == 0:
		return "about " + Count(rest, "minute", "minutes")
	case rest == 0:
		return "about " + Count(hours, "hour", "hours")
	}
	return "about " + Count(hours, "hour", "hours") + " " + Count(rest, "minute", "minutes")
}

// MissingMinutes returns how many minutes it takes to find out what an item
// waits for, as far as that can be told: 0 where a table has not been looked
// at, or where the words of the scale do not say.
func (s *Speaker) MissingMinutes(a *fidelity.Assessment, item int) int {
	sum := 0
	for _, m := range a.Items[item].Missing {
		n := 0
		switch m.Kind {
		case fidelity.MissingFact:
			n = s.FactMinutes(m.Item, m.Fact)
		case fidelity.MissingCell:
			n = s.CellMinutes(m.Table, m.Column)
		case fidelity.MissingTable:
		}
		if n == 0 {
			return 0
		}
		sum += n
	}
	return sum
}
