package fidelity

import (
	"slices"
	"strings"
)

// rule is a compiled item.
type rule struct {
	def       *Item
	place     int // of the item in the scale
	each      int // table that is scored row by row, or -1
	factIndex map[string]int
	onlyIf    []test // by fact
	measures  []measure
	leaveOut  test
	leavesOut bool
	requires  test     // what every anchor takes, under Item.Requires
	anchors   []anchor // from the highest score down
	scoreOf   []int    // by the number of facts that are yes; nil without such a rule
	readings  []reading
	flags     []flagRule
}

// anchor is a score and what it takes, requirements included.
type anchor struct {
	score int
	when  test
}

// test is a compiled condition.
type test struct {
	op     Op
	target target
	at     int // place of the measure, fact or column
	number Number
	answer int

	any      bool // parts: any of them, else all
	parts    []test
	branches bool // whether there are alternatives in it
}

// join makes one condition of several.
func join(alternatives bool, parts ...test) test {
	t := test{op: MoreConditions, any: alternatives, parts: parts, branches: alternatives}
	for i := range parts {
		t.branches = t.branches || parts[i].branches
	}
	return t
}

type target uint8

const (
	onMeasure target = iota + 1
	onFact
	onColumn
)

// names resolves the names in one item's rule.
type names struct {
	*compiler
	rule     *rule
	path     string
	measures map[string]int
	table    int  // table whose columns may be named, or -1
	columns  bool // whether there is a row, so that columns may be named
	rowOnly  bool // whether there is nothing but a row
}

// test compiles a condition of the item. An empty one holds always.
func (n *names) test(c Condition, path string) test {
	n.columns, n.table = n.rule.each >= 0, n.rule.each
	return n.condition(c, path)
}

// itemTest compiles a condition that is asked once for the item, never of one
// of its rows.
func (n *names) itemTest(c Condition, path string) test {
	n.columns, n.table = false, -1
	return n.condition(c, path)
}

// where compiles a condition on the rows of a table. A row is judged before
// there are any measures, so that only its columns can be named.
func (n *names) where(c Condition, table int, path string) test {
	columns, was := n.columns, n.table
	n.columns, n.table, n.rowOnly = true, table, true
	t := n.condition(c, path)
	n.columns, n.table, n.rowOnly = columns, was, false
	return t
}

func (n *names) condition(c Condition, path string) test {
	if len(c.Any) > 0 && (len(c.All) > 0 || c.Name != "") || len(c.All) > 0 && c.Name != "" {
		n.fail(path, "a condition is one comparison, or a list of which all or any must hold, not two of these")
	}
	switch {
	case len(c.Any) > 0:
		return join(true, n.conditions(c.Any, path+".any")...)
	case c.Name == "" && len(c.All) == 1:
		return n.condition(c.All[0], path)
	case c.Name == "":
		return join(false, n.conditions(c.All, path)...)
	}
	return n.comparison(c, path)
}

func (n *names) conditions(list []Condition, path string) []test {
	var tests []test
	for _, c := range list {
		tests = append(tests, n.condition(c, path))
	}
	return tests
}

func (n *names) comparison(c Condition, path string) test {
	t := test{op: c.Op, number: c.Number}
	var kind Kind
	var answers []string
	if m, ok := n.measures[c.Name]; ok && !n.rowOnly {
		t.target, t.at, kind = onMeasure, m, Decimal
	} else if f, ok := n.rule.factIndex[c.Name]; ok && !n.rowOnly {
		fact := &n.rule.def.Facts[f]
		t.target, t.at, kind, answers = onFact, f, fact.Kind, fact.Choices()
	} else if n.columns && n.table >= 0 {
		tab := &n.scale.tables[n.table]
		col, ok := tab.columnIndex[c.Name]
		if !ok {
			n.fail(path+"."+c.Name, "%s is no measure or fact of the item and no column of %s", c.Name, tab.def.ID)
			return t
		}
		t.target, t.at, kind, answers = onColumn, col, tab.def.Columns[col].Kind, tab.def.Columns[col].choices()
	} else {
		n.fail(path+"."+c.Name, "%s is no measure and no fact of the item", c.Name)
		return t
	}
	switch c.Op {
	case AtLeastAnswer, IsAnswer:
		t.answer = slices.Index(answers, c.Answer)
		if t.answer < 0 || kind == Set {
			n.fail(path+"."+c.Name, "%q is not one of the answers of %s: %s", c.Answer, c.Name, orList(answers))
		}
	case GivenCell:
		if t.target != onColumn {
			n.fail(path+"."+c.Name, "given asks about a cell; %s is no column", c.Name)
		}
	default:
		if !c.Op.ofNumbers() {
			n.fail(path+"."+c.Name, "there is no comparison that says what %s must be", c.Name)
		} else if !kind.isNumber() {
			n.fail(path+"."+c.Name, "%s is no number and cannot be compared with one", c.Name)
		}
	}
	return t
}

// column resolves "table.column", or "column" under Each.
func (n *names) column(ref, path string) (table, column int, row, ok bool) {
	tableID, columnID, pooled := strings.Cut(ref, ".")
	table = n.rule.each
	if !pooled {
		columnID = ref
		if table < 0 {
			n.fail(path, "%q needs its table, as in table.column: the item is not scored row by row", ref)
			return 0, 0, false, false
		}
	} else {
		t, ok := n.scale.tableIndex[tableID]
		if !ok {
			n.fail(path, "there is no table %q", tableID)
			return 0, 0, false, false
		}
		table = t
	}
	column, ok = n.scale.tables[table].columnIndex[columnID]
	if !ok {
		n.fail(path, "there is no column %q in %s%s", columnID, n.scale.tables[table].def.ID, hint(columnID, columnIDs(&n.scale.tables[table].def)))
	}
	return table, column, !pooled, ok
}

func columnIDs(t *Table) []string {
	ids := make([]string, len(t.Columns))
	for i := range t.Columns {
		ids[i] = t.Columns[i].ID
	}
	return ids
}
