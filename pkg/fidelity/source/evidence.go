package source

import (
	"fmt"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// evidence reads the tables of countable evidence.
func (r *reader) evidence(n *yaml.Node, out *fidelity.Review) {
	tables := tableKeys(out.Scale())
	r.eachKey(n, tables, func(key, value *yaml.Node) {
		at, ok := out.Scale().TableAt(key.Value)
		switch {
		case !ok:
			r.unknown(key, tables)
		case isNull(value):
			// nobody has looked
		case value.Kind != yaml.SequenceNode:
			r.shape(value, "%s stands where a list of rows belongs; write a line that begins with - for each, or [] where there are none", found(value))
		default:
			_ = out.Look(key.Value, len(value.Content)) // the table is one of the scale's
			r.table(value, at, out)
		}
	})
}

func (r *reader) table(n *yaml.Node, table int, out *fidelity.Review) {
	rows := rowReader{
		reader: r, scale: out.Scale(), table: table, def: &out.Scale().Definition().Tables[table],
		excluded: exclusive(out.Scale(), table),
		ids:      make(map[string]seenRow, len(n.Content)),
	}
	rows.columns = keySet{noun: "column", of: "in " + rows.def.ID, names: columnIDs(rows.def)}
	for i, row := range n.Content {
		if r.full() {
			return
		}
		r.at(i)
		rows.read(row, i, out.NewRow(table))
		r.out()
	}
}

// rowReader reads the rows of one table.
type rowReader struct {
	*reader
	scale    *fidelity.Scale
	table    int
	def      *fidelity.Table
	columns  keySet
	excluded [][2]int
	ids      map[string]seenRow // by the code in capitals
}

type seenRow struct{ place, line int }

func (r *rowReader) read(n *yaml.Node, place int, cells *fidelity.Row) {
	id := n
	hasID := false
	r.eachKey(n, r.columns, func(key, value *yaml.Node) {
		c, ok := r.scale.ColumnAt(r.table, key.Value)
		if !ok {
			r.unknownColumn(key)
			return
		}
		v, given := r.cell(value, &r.def.Columns[c])
		cells.SetAt(c, v)
		if c == 0 {
			id, hasID = value, given
		}
	})
	if n.Kind != yaml.MappingNode {
		return
	}
	if !hasID {
		r.in("id")
		r.fail(id, CodeRequired, "the row has no id; give it a code of one to four letters and one to five digits, as in C001")
		r.out()
	}
	r.repeated(id, place, cells.ID())
	r.limits(n, cells)
	r.exclude(n, cells)
}

// unknownColumn says which table has the column, or which name is near.
func (r *rowReader) unknownColumn(key *yaml.Node) {
	tables := r.scale.Definition().Tables
	for t := range tables {
		if _, ok := r.scale.ColumnAt(t, key.Value); ok {
			r.fail(key, CodeUnknown, "%s is a column of %s, not of %s", key.Value, tables[t].ID, r.def.ID)
			return
		}
	}
	r.unknown(key, r.columns)
}

// repeated tells a code that another row has.
func (r *rowReader) repeated(n *yaml.Node, place int, id string) {
	if id == "" {
		return
	}
	first, twice := r.ids[strings.ToUpper(id)]
	if !twice {
		r.ids[strings.ToUpper(id)] = seenRow{place, n.Line}
		return
	}
	r.in("id")
	r.fail(n, CodeDuplicate, "the code %s is taken already, by %s[%d] in %s; give this row another",
		id, r.def.ID, first.place, r.standing(fmt.Sprintf("evidence.%s[%d].id", r.def.ID, first.place), first.line))
	r.out()
}

// limits checks columns that cannot exceed another one of the row.
func (r *rowReader) limits(n *yaml.Node, row *fidelity.Row) {
	columns := r.def.Columns
	for c := range columns {
		by, ok := r.scale.LimitedBy(r.table, c)
		if !ok {
			continue
		}
		value, known := row.At(c).Number()
		limit, limited := row.At(by).Number()
		if known && limited && value.Cmp(limit) > 0 {
			r.in(columns[c].ID)
			r.fail(child(n, keyStep(columns[c].ID)), CodeConflict, "%s is more than %s, which is %s; write %s", value, columns[by].ID, limit, upTo(columns[c].Limits.AtLeast, limit))
			r.out()
		}
	}
}

// upTo names both ends of what a number can be.
func upTo(least *fidelity.Number, most fidelity.Number) string {
	switch {
	case least == nil:
		return "a number up to " + most.String()
	case least.Cmp(most) >= 0:
		return most.String()
	}
	return least.String() + " to " + most.String()
}

// exclusive lists the pairs of columns of a table of which a row can have one
// only: a value, and what counts where there is none.
func exclusive(scale *fidelity.Scale, table int) [][2]int {
	var pairs [][2]int
	for i := range scale.Items() {
		for m := range scale.Items()[i].Measures {
			measure := &scale.Items()[i].Measures[m]
			if measure.OrElse == nil {
				continue
			}
			value, ok1 := columnOf(scale, table, measure.Columns[0])
			instead, ok2 := columnOf(scale, table, measure.OrElse.Column)
			if ok1 && ok2 {
				pairs = append(pairs, [2]int{value, instead})
			}
		}
	}
	return pairs
}

// columnOf returns the place of a column that a measure names, where it is one
// of this table.
func columnOf(scale *fidelity.Scale, table int, ref string) (int, bool) {
	t, column, _ := strings.Cut(ref, ".")
	if t != scale.Definition().Tables[table].ID {
		return 0, false
	}
	return scale.ColumnAt(table, column)
}

func (r *rowReader) exclude(n *yaml.Node, row *fidelity.Row) {
	for _, pair := range r.excluded {
		if row.At(pair[0]).Known() && row.At(pair[1]).Known() {
			value, instead := r.def.Columns[pair[0]].ID, r.def.Columns[pair[1]].ID
			r.in(instead)
			r.fail(child(n, keyStep(instead)), CodeConflict, "the row has %s as well, and only one of the two can be; take out the one that is not so", value)
			r.out()
		}
	}
}

func columnIDs(t *fidelity.Table) []string {
	ids := make([]string, len(t.Columns))
	for i := range t.Columns {
		ids[i] = t.Columns[i].ID
	}
	return ids
}
