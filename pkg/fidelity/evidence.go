package fidelity

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// rows is the evidence of one table. A table that nobody looked at and one
// that is empty are different things.
type rows struct {
	looked bool
	rows   []Row
}

// Row is one row of a table: a specialist, a client, a job.
type Row struct {
	table *table
	place int     // in the table
	cells []Value // by the table's columns
}

// Errors of evidence that is built in code. Files report them with a place,
// in sentences of their own.
var (
	ErrNoTable  = errors.New("the scale has no such table")
	ErrNoColumn = errors.New("the table has no such column")
	ErrNoItem   = errors.New("the scale has no such item")
	ErrNoFact   = errors.New("the item has no such fact")
)

// NewReview returns an empty review on a scale: no table has been looked at,
// every fact is unknown and nothing is rated.
func NewReview(scale *Scale) *Review {
	r := &Review{scale: scale, tables: make([]rows, len(scale.tables)), Findings: make([]Finding, len(scale.items)), Stage: Draft}
	facts := make([]Value, scale.factCount)
	for i := range scale.items {
		n := len(scale.items[i].def.Facts)
		r.Findings[i].Facts, facts = facts[:n:n], facts[n:]
	}
	return r
}

// Scale returns the scale that the review is on.
func (r *Review) Scale() *Scale { return r.scale }

// Looked reports whether the evidence has the table at all. An empty table
// says that there are no such rows. A stripped review remembers it.
func (r *Review) Looked(table string) bool {
	if r.Kept != nil {
		return slices.Contains(r.Kept.Looked, table)
	}
	t, ok := r.scale.tableIndex[table]
	return ok && r.tables[t].looked
}

// Look says that a table was looked at, with room for so many rows.
func (r *Review) Look(tableID string, room int) error {
	t, ok := r.scale.tableIndex[tableID]
	if !ok {
		return fmt.Errorf("%w: %s", ErrNoTable, tableID)
	}
	r.tables[t].looked = true
	if r.tables[t].rows == nil && room > 0 {
		r.tables[t].rows = make([]Row, 0, room)
	}
	return nil
}

// AddRow adds a row to a table. The id is a code, never a name.
func (r *Review) AddRow(tableID, id string) (*Row, error) {
	t, ok := r.scale.tableIndex[tableID]
	if !ok {
		return nil, fmt.Errorf("%w: %s", ErrNoTable, tableID)
	}
	code, err := parseCode(id)
	if err != nil {
		return nil, err
	}
	for _, row := range r.tables[t].rows {
		if row.cells[0].key == code.key {
			return nil, fmt.Errorf("%s has the row %s twice", tableID, strings.ToUpper(id))
		}
	}
	row := r.NewRow(t)
	row.cells[0] = code
	return row, nil
}

// NewRow adds a row to the table at this place in the scale, without looking
// at its id: for readers that check ids themselves.
func (r *Review) NewRow(t int) *Row {
	table := &r.scale.tables[t]
	r.tables[t].looked = true
	r.tables[t].rows = append(r.tables[t].rows, Row{table: table, place: len(r.tables[t].rows), cells: make([]Value, len(table.def.Columns))})
	return &r.tables[t].rows[len(r.tables[t].rows)-1]
}

// Rows returns the rows of a table, in the order of the file.
func (r *Review) Rows(tableID string) []Row {
	t, ok := r.scale.tableIndex[tableID]
	if !ok {
		return nil
	}
	return r.tables[t].rows
}

// ID returns the row's code as it was written.
func (row *Row) ID() string { return row.cells[0].text }

// Set reads text into the cell of a column, as a file would have it.
func (row *Row) Set(column, text string) error {
	c, ok := row.table.columnIndex[column]
	if !ok {
		return fmt.Errorf("%w: %s", ErrNoColumn, column)
	}
	v, err := row.table.def.Columns[c].Parse(text)
	if err != nil {
		return fmt.Errorf("%s: %w", column, err)
	}
	row.cells[c] = v
	return nil
}

// SetAt puts a value into the cell of the column at this place in the table.
func (row *Row) SetAt(column int, v Value) { row.cells[column] = v }

// At returns the cell of the column at this place, as it was written: an
// empty cell is empty, whatever its default.
func (row *Row) At(column int) Value { return row.cells[column] }

// Get returns the cell of a column as it counts: an empty cell takes the
// column's default, and is unknown where there is none.
func (row *Row) Get(column string) Value {
	c, ok := row.table.columnIndex[column]
	if !ok {
		return UnknownValue()
	}
	return *row.counting(c)
}

func (row *Row) counting(c int) *Value {
	if v := &row.cells[c]; v.state != empty {
		return v
	}
	return &row.table.defaults[c]
}

// SetFact answers a fact of an item, as a file would have it.
func (r *Review) SetFact(item, fact, text string) error {
	i, ok := r.scale.itemIndex[item]
	if !ok {
		return fmt.Errorf("%w: %s", ErrNoItem, item)
	}
	f, ok := r.scale.items[i].factIndex[fact]
	if !ok {
		return fmt.Errorf("%w: %s.%s", ErrNoFact, item, fact)
	}
	v, err := r.scale.items[i].def.Facts[f].Parse(text)
	if err != nil {
		return fmt.Errorf("%s.%s: %w", item, fact, err)
	}
	r.Findings[i].Facts[f] = v
	return nil
}

// Rate records a reviewer's decision on an item.
func (r *Review) Rate(item string, rating Rating) error {
	i, ok := r.scale.itemIndex[item]
	if !ok {
		return fmt.Errorf("%w: %s", ErrNoItem, item)
	}
	if score, ok := rating.Score(); ok && !r.scale.Scores().Allow(score) {
		return fmt.Errorf("%d is not a score of this scale: %d to %d", score, r.scale.Scores().Min, r.scale.Scores().Max)
	}
	r.Findings[i].Rating = rating
	return nil
}

// Allow reports whether score is in the range.
func (s Scores) Allow(score int) bool { return score >= s.Min && score <= s.Max }
