package source

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// eachName calls visit for every name that a condition asks about.
func eachName(c *fidelity.Condition, visit func(string)) {
	if c.Name != "" {
		visit(c.Name)
	}
	for _, parts := range [][]fidelity.Condition{c.All, c.Any} {
		for i := range parts {
			eachName(&parts[i], visit)
		}
	}
}

// asked is every name that the conditions of an item ask about, but not those
// that only pick the rows of a measure.
func asked(item *fidelity.Item) map[string]bool {
	found := map[string]bool{}
	add := func(name string) { found[name] = true }
	eachName(&item.Requires, add)
	eachName(&item.LeaveOut, add)
	for i := range item.Anchors {
		eachName(&item.Anchors[i].When, add)
	}
	for i := range item.Flags {
		eachName(&item.Flags[i].When, add)
	}
	for i := range item.Facts {
		eachName(&item.Facts[i].OnlyIf, add)
	}
	return found
}

// scored reports whether a rule scores the item. Where a reviewer has to, facts
// and measures are there to think with.
func scored(item *fidelity.Item) bool { return len(item.Anchors) > 0 || len(item.FromCount) > 0 }

// unusedMeasures tells measures that are worked out and never compared.
func (l *lint) unusedMeasures(item *fidelity.Item) {
	if !scored(item) {
		return
	}
	used := asked(item)
	for i := range item.Measures {
		if id := item.Measures[i].ID; !used[id] {
			l.warn(ruleOf(item).to("measures", id), CodeUnused, "no condition asks about the measure %s; use it in an anchor or a flag, or take it out", id)
		}
	}
}

// unusedFacts tells facts that reviewers would find out for nothing. A count
// uses them all.
func (l *lint) unusedFacts(item *fidelity.Item) {
	if !scored(item) || len(item.FromCount) > 0 {
		return
	}
	used := asked(item)
	for i := range item.Facts {
		used[item.Facts[i].AtMost] = true
	}
	for i := range item.Facts {
		if id := item.Facts[i].ID; !used[id] {
			l.warn(ruleOf(item).to("facts", id), CodeUnused, "no condition asks about the fact %s; use it in an anchor or a flag, or take it out", id)
		}
	}
}

// notScored is how words say that a column is there to be seen and no more.
const notScored = "not scored"

// unusedColumns tells columns that no rule uses. One whose words say that it is
// not scored is meant, and only noted.
func (l *lint) unusedColumns() {
	used := l.usedColumns()
	for t := range l.def.Tables {
		table := &l.def.Tables[t]
		for c := range table.Columns {
			id := table.Columns[c].ID
			at := frame("tables", table.ID, "columns", id)
			switch {
			case id == "id" || used[table.ID+"."+id]:
			case strings.Contains(l.words.Tables[table.ID].Columns[id].Means, notScored):
				l.note(at, CodeUnused, "no rule uses the column %s; its words say that it is %s", id, notScored)
			default:
				l.warn(at, CodeUnused, "no rule uses the column %s; use it, say in its words that it is %s, or take it out", id, notScored)
			}
		}
	}
}

// usedColumns are the columns that rules use, and those that bound another.
func (l *lint) usedColumns() columnsUsed {
	used := columnsUsed{}
	for i := range l.def.Items {
		used.item(&l.def.Items[i])
	}
	for t := range l.def.Tables {
		for c := range l.def.Tables[t].Columns {
			if by := l.def.Tables[t].Columns[c].AtMost; by != "" {
				used.add(l.def.Tables[t].ID, by)
			}
		}
	}
	return used
}

type columnsUsed map[string]bool // as table.column

// add takes a column as rules name it, with its table or without.
func (u columnsUsed) add(table, name string) {
	if !strings.Contains(name, ".") {
		name = table + "." + name
	}
	u[name] = true
}

func (u columnsUsed) item(item *fidelity.Item) {
	for name := range asked(item) {
		if !isMeasure(item, name) && !isFact(item, name) {
			u.add(item.Each, name)
		}
	}
	for m := range item.Measures {
		u.measure(&item.Measures[m], item.Each)
	}
	for f := range item.Flags {
		if row := item.Flags[f].AnyRow; row != nil {
			u.measure(&row.Measure, row.Table)
		}
	}
}

func (u columnsUsed) measure(m *fidelity.Measure, row string) {
	table := row
	if m.Table != "" {
		table = m.Table
	}
	for _, name := range m.Columns {
		if of, _, ok := strings.Cut(name, "."); ok {
			table = of
		}
		u.add(table, name)
	}
	if m.Weight != "" {
		u.add(table, m.Weight)
	}
	if m.OrElse != nil {
		u.add(table, m.OrElse.Column)
	}
	eachName(&m.Where, func(name string) { u.add(table, name) })
	eachName(&m.When, func(name string) { u.add(table, name) })
	for i := range m.Parts {
		u.measure(&m.Parts[i], row)
	}
}

func isMeasure(item *fidelity.Item, name string) bool {
	return slices.ContainsFunc(item.Measures, func(m fidelity.Measure) bool { return m.ID == name })
}

func isFact(item *fidelity.Item, name string) bool {
	return slices.ContainsFunc(item.Facts, func(f fidelity.Fact) bool { return f.ID == name })
}

// ambiguous tells one name for two things: conditions take the measure, else
// the fact, else the column of the row. A measure that is the value of the
// column of its name is the same thing.
func (l *lint) ambiguous(item *fidelity.Item) {
	at := ruleOf(item)
	for f := range item.Facts {
		if id := item.Facts[f].ID; isMeasure(item, id) {
			l.warn(at.to("facts", id), CodeAmbiguous, "there is a measure %s too, and conditions take that; give one of them another name", id)
		}
	}
	table := l.table(item.Each)
	if table == nil {
		return
	}
	columns := columnIDs(table)
	for m := range item.Measures {
		measure := &item.Measures[m]
		same := measure.Calc == fidelity.ValueOf && measure.Columns[0] == measure.ID && measure.Times <= 1
		if slices.Contains(columns, measure.ID) && !same {
			l.warn(at.to("measures", measure.ID), CodeAmbiguous, "%s has a column %s too, and conditions take the measure; give it another name", table.ID, measure.ID)
		}
	}
	for f := range item.Facts {
		if id := item.Facts[f].ID; slices.Contains(columns, id) {
			l.warn(at.to("facts", id), CodeAmbiguous, "%s has a column %s too, and conditions take the fact; give it another name", table.ID, id)
		}
	}
}
