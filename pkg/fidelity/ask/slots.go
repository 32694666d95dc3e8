package ask

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// slot is one place that an answer fills: a fact, a cell, or a column of all
// the rows of a table that is tried out.
type slot struct {
	at     []fidelity.Missing
	values func() []fidelity.Value // that can matter, with the other slots as they are
}

func longest(slots []slot) int {
	n := 0
	for _, s := range slots {
		n = max(n, len(s.values()))
	}
	return n
}

// fill puts the value at place k of its values into a slot, counted from the
// top if so, the last one where there are fewer.
func (t *trial) fill(s slot, k int, fromTop bool) {
	values := s.values()
	for i, at := range s.at {
		own := values
		if i > 0 && t.own(at) { // numbers and answers are the same in rows that are alike
			own = t.rules.ofCell(t.review, at.Table, at.Column, at.Row)
		}
		if len(own) == 0 {
			continue
		}
		place := min(k, len(own)-1)
		if fromTop {
			place = len(own) - 1 - place
		}
		Answer{at, own[place]}.put(t.review)
	}
}

// own reports whether each row has values of its own in the column.
func (t *trial) own(at fidelity.Missing) bool {
	switch t.table(at.Table).Columns[at.Column].Kind {
	case fidelity.Text, fidelity.Code, fidelity.Month:
		return true
	default:
		return false
	}
}

// slots are what a question asks for.
func (t *trial) slots(q *Question) []slot {
	var out []slot
	switch q.Kind {
	case Fact:
		for _, f := range append([]int{q.Fact}, q.Follow...) {
			values := t.rules.ofFact(q.Item, f)
			out = append(out, slot{
				[]fidelity.Missing{{Kind: fidelity.MissingFact, Item: q.Item, Fact: f}},
				func() []fidelity.Value { return values },
			})
		}
	case Cells:
		for _, row := range q.Rows {
			out = append(out, t.cell(fidelity.Missing{Kind: fidelity.MissingCell, Table: q.Table, Row: row, Column: q.Column}))
		}
	case Table:
		have := len(t.review.Rows(t.table(q.Table).ID))
		for _, column := range q.Columns {
			s := slot{}
			for row := range t.extra(q.Table) {
				s.at = append(s.at, fidelity.Missing{Kind: fidelity.MissingCell, Table: q.Table, Row: have + row, Column: column})
			}
			s.values = func() []fidelity.Value {
				if len(t.review.Rows(t.table(q.Table).ID)) <= have {
					return nil
				}
				return t.rules.ofCell(t.review, q.Table, column, have)
			}
			out = append(out, s)
		}
	}
	return out
}

func (t *trial) cell(at fidelity.Missing) slot {
	values := t.rules.ofCell(t.review, at.Table, at.Column, at.Row)
	return slot{[]fidelity.Missing{at}, func() []fidelity.Value { return values }}
}

func (t *trial) table(at int) *fidelity.Table { return &t.rules.scale.Definition().Tables[at] }

// extra is how many rows are tried for a table without one that can be used:
// enough for every count that the rules ask for.
func (t *trial) extra(table int) int {
	return min(max(1, t.rules.rows[table], t.table(table).ThinBelow), 2*most)
}

// rows adds the rows to try, with codes that nobody has.
func (t *trial) rows(q *Question) {
	for n := range t.extra(q.Table) {
		addRow(t.review, q.Table, n)
	}
}

func addRow(review *fidelity.Review, table, n int) {
	def := &review.Scale().Definition().Tables[table]
	id, err := def.Columns[0].Parse(fmt.Sprintf("ZZZZ%d", n))
	row := review.NewRow(table)
	if err == nil {
		row.SetAt(0, id)
	}
}

// answers reads what stands in the slots.
func (t *trial) answers(slots []slot) []Answer {
	var out []Answer
	for _, s := range slots {
		for _, at := range s.at {
			if v, ok := value(t.review, at); ok && v.Known() {
				out = append(out, Answer{at, v})
			}
		}
	}
	return out
}

func value(review *fidelity.Review, at fidelity.Missing) (fidelity.Value, bool) {
	if at.Kind == fidelity.MissingFact {
		return review.Findings[at.Item].Facts[at.Fact], true
	}
	rows := review.Rows(review.Scale().Definition().Tables[at.Table].ID)
	if at.Row >= len(rows) {
		return fidelity.Value{}, false
	}
	return rows[at.Row].At(at.Column), true
}

func (t *trial) put(answers []Answer) {
	for _, a := range answers {
		a.put(t.review)
	}
}

// put writes an answer into a review, with the rows up to it where they are
// not there yet.
func (a Answer) put(review *fidelity.Review) {
	if a.At.Kind == fidelity.MissingFact {
		review.Findings[a.At.Item].Facts[a.At.Fact] = a.Value
		return
	}
	id := review.Scale().Definition().Tables[a.At.Table].ID
	for n := len(review.Rows(id)); n <= a.At.Row; n++ {
		addRow(review, a.At.Table, n)
	}
	review.Rows(id)[a.At.Row].SetAt(a.At.Column, a.Value)
}

// reset takes the answers out again.
func (t *trial) reset(q *Question, slots []slot) {
	if q.Kind == Table {
		t.review = t.before.Clone()
		return
	}
	t.restore(slots)
}

func (t *trial) restore(slots []slot) {
	for _, s := range slots {
		for _, at := range s.at {
			v, _ := value(t.before, at)
			Answer{at, v}.put(t.review)
		}
	}
}
