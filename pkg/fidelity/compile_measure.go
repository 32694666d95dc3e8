package fidelity

import "fmt"

// measure is a compiled Measure.
type measure struct {
	def     *Measure
	calc    Calculation
	table   int
	row     bool // of one row, under Each
	columns []int
	weight  int // or -1
	where   test
	orElse  *orElse
	times   Number
	parts   []measure
	when    test
}

type orElse struct {
	column int
	op     Op
	number Number
	flag   string
}

// reading is a cross-check: other calculations for some measures, or one
// alternative of every any-of condition alone.
type reading struct {
	measures []measure // nil: the item's own
	only     int       // which alternative, or -1
}

type flagRule struct {
	code  string
	row   *measure
	table int
	op    Op
	bound Number
	when  *test
	apart int
}

func (n *names) measure(def *Measure, path string) measure {
	m := measure{def: def, calc: def.Calc, table: n.rule.each, weight: -1, times: Int(max(def.Times, 1))}
	for i, ref := range def.Columns {
		table, column, row, ok := n.column(ref, path)
		if !ok {
			return m
		}
		if i > 0 && (table != m.table || row != m.row) {
			n.fail(path, "the columns of a measure must be of one table, and all or none named with it")
		}
		m.table, m.row = table, row
		m.columns = append(m.columns, column)
	}
	if def.Table != "" {
		table, ok := n.scale.tableIndex[def.Table]
		if !ok {
			n.fail(path, "there is no table %q", def.Table)
			return m
		}
		m.table = table
	}
	if def.Weight != "" {
		m.weight = n.beside(&m, def.Weight, path+".weight")
	}
	m.where = n.where(def.Where, m.table, path+".where")
	m.when = n.where(def.When, m.table, path+".when")
	if def.OrElse != nil {
		column := n.beside(&m, def.OrElse.Column, path+".or_else")
		m.orElse = &orElse{column, def.OrElse.Op, def.OrElse.Number, def.OrElse.Flag}
		if !def.OrElse.Op.ofNumbers() {
			n.fail(path+".or_else", "there is no comparison that says when the column counts")
		}
	}
	for i := range def.Parts {
		at := fmt.Sprintf("%s.largest_of[%d]", path, i)
		part := n.measure(&def.Parts[i], at)
		if i > 0 && (part.table != m.table || part.row != m.row) {
			n.fail(at, "the parts of a measure must be of the same rows")
		}
		if !part.row && !part.def.When.IsZero() {
			n.fail(at+".when", "there is no one row to ask: the part is of all rows")
		}
		m.table, m.row = part.table, part.row
		m.parts = append(m.parts, part)
	}
	n.shape(&m, path)
	return m
}

// beside resolves a further column of a measure: a number in the same table.
func (n *names) beside(m *measure, ref, path string) int {
	table, column, _, ok := n.column(ref, path)
	switch {
	case !ok:
		return -1
	case table != m.table:
		n.fail(path, "the column must be in the table of the measure")
	case !n.scale.tables[table].def.Columns[column].Kind.isNumber():
		n.fail(path, "column %s is no number", n.scale.tables[table].def.Columns[column].ID)
	}
	return column
}

// shape checks that the measure has what its calculation needs.
func (n *names) shape(m *measure, path string) {
	if m.calc < Ratio || m.calc > LargestOf {
		n.fail(path, "a measure needs a calculation: %s", orList(CalculationNames()))
		return
	}
	if m.calc == LargestOf && len(m.parts) == 0 {
		n.fail(path, "largest_of takes a list of measures")
		return
	}
	want := map[Calculation]int{Ratio: 2, MeanOf: 1, Median: 1, Distinct: 1, Spread: 1, Members: 1, ValueOf: 1}[m.calc]
	if len(m.columns) != want {
		n.fail(path, "this measure takes %d columns, not %d", want, len(m.columns))
		return
	}
	if m.table < 0 {
		n.fail(path, "the measure needs a table")
		return
	}
	for _, c := range m.columns {
		kind := n.scale.tables[m.table].def.Columns[c].Kind
		text := kind == Text || kind == Code || kind == Choice || kind == YesNo
		var ok bool
		switch m.calc {
		case Distinct, Spread:
			ok = text
		case Members:
			ok = kind == Set
		default:
			ok = kind.isNumber()
		}
		if !ok {
			n.fail(path, "column %s is of another kind than this measure needs", n.scale.tables[m.table].def.Columns[c].ID)
		}
	}
	if rowOnly := m.calc == Members || m.calc == ValueOf; rowOnly && !m.row {
		n.fail(path, "this measure is of one row and needs each")
	}
	if pooledOnly := m.calc == Median || m.calc == MeanOf || m.calc == Distinct || m.calc == Spread; pooledOnly && m.row {
		n.fail(path, "this measure is of all rows; name its table, as in table.column")
	}
}

func (n *names) crossCheck(r *rule) {
	check := r.def.CrossCheck
	if check.AnyAlone {
		width := 0
		for _, a := range r.anchors {
			for _, w := range anyWidths(a.when) {
				if width != 0 && w != width {
					n.fail(n.path+".cross_check", "every anchor needs the same alternatives in the same order")
				}
				width = w
			}
		}
		if width == 0 {
			n.fail(n.path+".cross_check", "there are no alternatives to read alone")
		}
		for i := range width {
			r.readings = append(r.readings, reading{only: i})
		}
	}
	if len(check.Use) == 0 {
		return
	}
	other := reading{measures: append([]measure(nil), r.measures...), only: -1}
	for _, use := range check.Use {
		m, ok := n.measures[use.Measure]
		if !ok {
			n.fail(n.path+".cross_check", "there is no measure %q", use.Measure)
			continue
		}
		other.measures[m].calc = use.Use
		n.shape(&other.measures[m], n.path+".cross_check."+use.Measure)
	}
	r.readings = append(r.readings, reading{only: -1}, other)
}

func anyWidths(t test) []int {
	var widths []int
	if t.any {
		widths = append(widths, len(t.parts))
	}
	for _, p := range t.parts {
		widths = append(widths, anyWidths(p)...)
	}
	return widths
}

func (n *names) flag(r *rule, def *FlagRule, path string) {
	f := flagRule{code: def.Code, apart: def.RowsApart, table: -1}
	if def.AnyRow != nil {
		table, ok := n.scale.tableIndex[def.AnyRow.Table]
		if !ok {
			n.fail(path+".any_row", "there is no table %q", def.AnyRow.Table)
			return
		}
		// The columns of the row are named without their table.
		each := n.rule.each
		n.rule.each = table
		m := n.measure(&def.AnyRow.Measure, path+".any_row")
		n.rule.each = each
		if !m.row || !def.AnyRow.Op.ofNumbers() {
			n.fail(path+".any_row", "a comparison with a measure of one row is needed here")
		}
		f.row, f.table, f.op, f.bound = &m, table, def.AnyRow.Op, def.AnyRow.Number
	}
	if !def.When.IsZero() {
		when := n.itemTest(def.When, path+".when")
		f.when = &when
	}
	if def.RowsApart > 0 && r.each < 0 {
		n.fail(path+".rows_apart", "the item is not scored row by row")
	}
	r.flags = append(r.flags, f)
}
