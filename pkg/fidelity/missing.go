package fidelity

// missingFor lists what is not known and can still change the item's range.
func (a *assessor) missingFor(r *rule, out *ItemAssessment, s *scope) []Missing {
	start := len(a.missing)
	switch {
	case r.each >= 0:
		a.missingInRows(r, out, s, start)
	case r.scoreOf != nil:
		for f := range s.facts {
			if !s.facts[f].Known() {
				a.missFact(r, f, start)
			}
		}
	default:
		a.missingForAnchors(r, s, out.Low, start)
	}
	return take(a.missing, start)
}

// missingForAnchors looks at the anchors above the lowest possible score that
// may hold: what keeps them open is missing.
func (a *assessor) missingForAnchors(r *rule, s *scope, low, start int) {
	for i := range r.anchors {
		if r.anchors[i].score <= low {
			break
		}
		s.open(&r.anchors[i].when, func(t *test) { a.missTest(r, t, s, start) })
	}
}

func (a *assessor) missTest(r *rule, t *test, s *scope, start int) {
	switch t.target {
	case onFact:
		a.missFact(r, t.at, start)
	case onColumn:
		a.missCell(r.each, s.row, t.at, start)
	case onMeasure:
		if m := &r.measures[t.at]; m.row {
			a.missOfRow(m, s.row, start)
		} else {
			a.missRows(m, start)
		}
	}
}

func (a *assessor) missingInRows(r *rule, out *ItemAssessment, s *scope, start int) {
	if len(out.Rows) == 0 {
		a.miss(Missing{Kind: MissingTable, Table: r.each}, start)
		return
	}
	counted := false
	for i := range out.Rows {
		row := &out.Rows[i]
		if row.LeftOut == Yes {
			continue
		}
		counted = true
		if row.Low == row.High {
			continue
		}
		rs := a.rowScope(r, s, row)
		if row.LeftOut == Maybe {
			rs.open(&r.leaveOut, func(t *test) { a.missTest(r, t, &rs, start) })
		}
		a.missingForAnchors(r, &rs, row.Low, start)
	}
	if !counted {
		a.miss(Missing{Kind: MissingTable, Table: r.each}, start)
	}
}

// missOfRow lists the cells of one row that keep a measure from being known.
func (a *assessor) missOfRow(m *measure, row *Row, start int) {
	for _, c := range m.columns {
		a.missCell(m.table, row, c, start)
	}
	for i := range m.parts {
		part := &m.parts[i]
		s := scope{row: row, only: -1}
		counts := s.holds(&part.when)
		s.open(&part.when, func(t *test) { a.missCell(m.table, row, t.at, start) })
		if counts != No {
			a.missOfRow(part, row, start)
		}
	}
}

// missRows lists the cells that keep a measure over all rows from being known,
// or the table where there is no row that could give it.
func (a *assessor) missRows(m *measure, start int) {
	before := len(a.missing)
	for i := range m.parts {
		a.missRows(&m.parts[i], start)
	}
	rows := a.review.tables[m.table].rows
	for i := range rows {
		s := scope{row: &rows[i], only: -1}
		in := s.holds(&m.where)
		s.open(&m.where, func(t *test) { a.missCell(m.table, &rows[i], t.at, start) })
		if in == No || in == Maybe && m.calc == Share {
			continue
		}
		instead, has := m.instead(&rows[i])
		if has && meets(&instead, m.orElse.op, &m.orElse.number) != Yes {
			continue // left out: it says too little yet
		}
		for _, c := range m.columns {
			if !has {
				a.missCell(m.table, &rows[i], c, start)
			}
		}
		if m.weight >= 0 {
			a.missCell(m.table, &rows[i], m.weight, start)
		}
	}
	if len(a.missing) == before && !a.listed(m, start) {
		a.miss(Missing{Kind: MissingTable, Table: m.table}, start)
	}
}

// listed reports whether cells of the measure's table are listed already, by
// another condition of the same item.
func (a *assessor) listed(m *measure, start int) bool {
	for _, x := range a.missing[start:] {
		if x.Kind != MissingFact && x.Table == m.table {
			return true
		}
	}
	return false
}

func (a *assessor) missFact(r *rule, f, start int) {
	a.miss(Missing{Kind: MissingFact, Item: r.place, Fact: f}, start)
}

func (a *assessor) missCell(table int, row *Row, column, start int) {
	if !row.counting(column).Known() {
		a.miss(Missing{Kind: MissingCell, Table: table, Row: row.place, Column: column}, start)
	}
}

// miss adds what is missing, once for each item.
func (a *assessor) miss(m Missing, start int) {
	if start == len(a.missing) {
		clear(a.seen)
	}
	if a.seen[m] {
		return
	}
	if a.seen == nil {
		a.seen = map[Missing]bool{}
	}
	a.seen[m] = true
	a.missing = append(a.missing, m)
}
