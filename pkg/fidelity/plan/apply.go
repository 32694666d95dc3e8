package plan

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Apply makes a change of an item on a copy of the review: the first edits of
// each part, as many as have to be chosen.
func Apply(r *fidelity.Review, item int, route Route) *fidelity.Review {
	c := r.Clone()
	for i := range route.Parts {
		p := &route.Parts[i]
		for j := range p.first() {
			apply(c, item, p.Table, &p.Edits[j])
		}
	}
	return c
}

// apply makes one edit in place.
func apply(r *fidelity.Review, item, table int, e *Edit) {
	if e.Fact >= 0 {
		r.Findings[item].Facts[e.Fact] = e.Answer
		return
	}
	def := &r.Scale().Definition().Tables[table]
	var row *fidelity.Row
	if e.Row >= 0 {
		row = &r.Rows(def.ID)[e.Row]
	} else {
		row = newRow(r, def.ID)
	}
	for _, c := range e.Cells {
		switch {
		case c.Add:
			row.SetAt(c.Column, union(&def.Columns[c.Column], row.At(c.Column), c.Value))
		case c.Fresh:
			row.SetAt(c.Column, fresh(r, def, c.Column))
		default:
			row.SetAt(c.Column, c.Value)
		}
	}
}

// newRow adds a row with a code that no other row of the table has.
func newRow(r *fidelity.Review, table string) *fidelity.Row {
	for n := 1; ; n++ {
		if row, err := r.AddRow(table, fmt.Sprintf("NEW%d", n)); err == nil {
			return row
		}
	}
}

// union returns a set with the members of both.
func union(col *fidelity.Column, a, b fidelity.Value) fidelity.Value {
	var places []int
	for p := range col.Answers {
		if a.Has(p) || b.Has(p) {
			places = append(places, p)
		}
	}
	return fidelity.SetValue(places...)
}

// fresh returns a value that no row has in the column, or the rarest answer
// where there is a list of them.
func fresh(r *fidelity.Review, def *fidelity.Table, column int) fidelity.Value {
	col := &def.Columns[column]
	taken := map[string]int{}
	for i, rows := 0, r.Rows(def.ID); i < len(rows); i++ {
		taken[key(col, rows[i].Get(col.ID))]++
	}
	if answers := col.Choices(); len(answers) > 0 {
		rarest := fidelity.AnswerValue(0)
		for p := range answers {
			if v := fidelity.AnswerValue(p); taken[key(col, v)] < taken[key(col, rarest)] {
				rarest = v
			}
		}
		return rarest
	}
	for n := 1; ; n++ {
		v, err := col.Parse(fmt.Sprintf("NEW%d", n))
		if err != nil {
			return fidelity.UnknownValue()
		}
		if taken[key(col, v)] == 0 {
			return v
		}
	}
}

// key is how two values of a column are compared.
func key(col *fidelity.Column, v fidelity.Value) string {
	if !v.Known() {
		return ""
	}
	if len(col.Choices()) > 0 {
		answer, _ := v.Answer()
		return fmt.Sprint(answer)
	}
	return strings.ToLower(strings.Join(strings.Fields(v.Text()), " "))
}
