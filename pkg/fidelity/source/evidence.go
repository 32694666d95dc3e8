package source

import (
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// evidence reads the tables of countable evidence.
func (r *reader) evidence(n *yaml.Node, out *fidelity.Review) {
	scale := out.Scale()
	r.eachKey(n, tableIDs(scale), "in the evidence of "+scale.ID(), func(key string, value *yaml.Node) {
		if isNull(value) {
			return // nobody has looked
		}
		if value.Kind != yaml.SequenceNode {
			r.fail(value, CodeType, "write a list of rows here, a line with - for each, or [] where there are none")
			return
		}
		at, _ := scale.TableAt(key)
		_ = out.Look(key, len(value.Content)) // the table is one of the scale's
		r.table(value, at, out)
	})
}

func (r *reader) table(n *yaml.Node, table int, out *fidelity.Review) {
	def := &out.Scale().Definition().Tables[table]
	excluded := exclusive(out.Scale(), def.ID)
	ids := make(map[string]int, len(n.Content))
	columns := columnIDs(def)
	for i, row := range n.Content {
		r.at(i)
		cells := out.NewRow(table)
		r.eachKey(row, columns, "in "+def.ID, func(key string, value *yaml.Node) {
			c, _ := out.Scale().ColumnAt(table, key)
			if v, ok := r.cell(value, &def.Columns[c]); ok {
				cells.SetAt(c, v)
			}
		})
		if row.Kind == yaml.MappingNode {
			r.rowID(row, def.ID, cells, ids, i)
			r.rowLimits(row, table, cells, out.Scale())
			r.rowExclusive(row, cells, excluded)
		}
		r.out()
	}
}

// rowID checks that the row has a code and that no other row has it.
func (r *reader) rowID(n *yaml.Node, table string, row *fidelity.Row, ids map[string]int, i int) {
	id := row.ID()
	at := child(n, step{key: "id", index: -1})
	if id == "" {
		if at == nil || isNull(at) || at.Value == "" {
			r.in("id")
			r.fail(n, CodeRequired, "the row has no id; give it a code, as in C001")
			r.out()
		}
		return
	}
	key := strings.ToUpper(id)
	if first, twice := ids[key]; twice {
		r.in("id")
		r.fail(at, CodeDuplicate, "the code %s is taken already, by %s[%d]", id, table, first)
		r.out()
		return
	}
	ids[key] = i
}

// rowLimits checks columns that cannot exceed another one of the row.
func (r *reader) rowLimits(n *yaml.Node, table int, row *fidelity.Row, scale *fidelity.Scale) {
	columns := scale.Definition().Tables[table].Columns
	for c := range columns {
		by, ok := scale.LimitedBy(table, c)
		if !ok {
			continue
		}
		value, known := row.At(c).Number()
		limit, limited := row.At(by).Number()
		if known && limited && value.Cmp(limit) > 0 {
			r.in(columns[c].ID)
			r.fail(child(n, step{key: columns[c].ID, index: -1}), CodeConflict, "%s is more than %s, which is %s; write 0 to %s", value, columns[by].ID, limit, limit)
			r.out()
		}
	}
}

// exclusive lists the pairs of columns of a table of which a row can have one
// only: a value, and what counts where there is none.
func exclusive(scale *fidelity.Scale, table string) [][2]string {
	var pairs [][2]string
	for i := range scale.Items() {
		for m := range scale.Items()[i].Measures {
			measure := &scale.Items()[i].Measures[m]
			if measure.OrElse == nil {
				continue
			}
			t, value, _ := strings.Cut(measure.Columns[0], ".")
			_, instead, _ := strings.Cut(measure.OrElse.Column, ".")
			if t == table {
				pairs = append(pairs, [2]string{value, instead})
			}
		}
	}
	return pairs
}

func (r *reader) rowExclusive(n *yaml.Node, row *fidelity.Row, pairs [][2]string) {
	for _, p := range pairs {
		if row.Get(p[0]).Known() && row.Get(p[1]).Known() {
			r.in(p[1])
			r.fail(child(n, step{key: p[1], index: -1}), CodeConflict, "the row has %s as well; keep the one that is true", p[0])
			r.out()
		}
	}
}

// cell reads one cell. An empty one and null are no value.
func (r *reader) cell(n *yaml.Node, c *fidelity.Column) (fidelity.Value, bool) {
	switch {
	case isNull(n):
		return fidelity.Value{}, false
	case n.Kind == yaml.SequenceNode && c.TakesList():
		return r.cellList(n, c)
	case n.Kind == yaml.SequenceNode:
		r.fail(n, CodeType, "%s takes one value, not a list", c.ID)
		return fidelity.Value{}, false
	case n.Kind != yaml.ScalarNode:
		r.fail(n, CodeType, "%s takes a value, not further keys", c.ID)
		return fidelity.Value{}, false
	}
	text := norm.NFC.String(strings.TrimSpace(n.Value))
	if text == "" {
		return fidelity.Value{}, false
	}
	v, err := c.Parse(text)
	if err != nil {
		r.fail(n, CodeValue, "%s", err)
		return fidelity.Value{}, false
	}
	return v, true
}

// cellList reads a set, or a series by weeks; weeks that are null do not count.
func (r *reader) cellList(n *yaml.Node, c *fidelity.Column) (fidelity.Value, bool) {
	var places []int
	var weeks []fidelity.Number
	sound := true
	for i, entry := range n.Content {
		r.at(i)
		if entry.Kind != yaml.ScalarNode {
			r.fail(entry, CodeType, "write one value here, not a list or keys")
			sound = false
		} else if c.Kind == fidelity.Set {
			place, err := c.ParseMember(strings.TrimSpace(entry.Value))
			if err != nil {
				r.fail(entry, CodeValue, "%s", err)
				sound = false
			}
			places = append(places, place)
		} else if !isNull(entry) {
			week, err := c.ParseWeek(strings.TrimSpace(entry.Value))
			if err != nil {
				r.fail(entry, CodeValue, "%s; write null for a week that does not count", err)
				sound = false
			}
			weeks = append(weeks, week)
		}
		r.out()
	}
	if c.Kind == fidelity.Set {
		return fidelity.SetValue(places...), sound
	}
	return fidelity.SeriesValue(weeks), sound
}

func columnIDs(t *fidelity.Table) []string {
	ids := make([]string, len(t.Columns))
	for i := range t.Columns {
		ids[i] = t.Columns[i].ID
	}
	return ids
}
