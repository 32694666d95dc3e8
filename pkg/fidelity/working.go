package fidelity

// Counting is what became of one row in a measure over all rows, so that a
// reader can redo the sum on paper.
type Counting struct {
	Row     int
	Counted Truth // Maybe where it is not known
	Why     Why   // why it was not counted like the others; 0 where it was
}

// Working tells row by row how a measure over all rows came about. It returns
// nothing for measures of single rows and for a table that nobody looked at.
func (a *Assessment) Working(item, measure int) []Counting {
	r := &a.review.scale.items[item]
	m := &r.measures[measure]
	if m.row || a.review.Kept != nil || !a.review.tables[m.table].looked {
		return nil
	}
	as := &assessor{review: a.review, scale: a.review.scale}
	rows := a.review.tables[m.table].rows
	out := make([]Counting, len(rows))
	for i := range rows {
		as.notes = as.notes[:0]
		out[i] = Counting{Row: i, Counted: as.counts(m, &rows[i], i)}
		for _, n := range as.notes {
			out[i].Why = n.Why
		}
	}
	return out
}

// counts asks whether a row enters a measure.
func (a *assessor) counts(m *measure, row *Row, at int) Truth {
	if m.calc == Share || m.calc == Count {
		s := scope{row: row, only: -1}
		return s.holds(&m.where)
	}
	if in := a.inScope(m, row, at); in != Yes {
		return in
	}
	if m.calc == MeanOf || m.calc == Median {
		_, counted := a.valueOrElse(m, row, at)
		if counted == Yes && m.weight >= 0 && !row.counting(m.weight).Known() {
			return Maybe
		}
		return counted
	}
	for _, c := range m.columns {
		if !row.counting(c).Known() {
			return Maybe
		}
	}
	return Yes
}

// ScoreByReading is the range of scores that one reading of the scale allows.
type ScoreByReading struct{ Low, High int }

// Readings returns what each reading of the scale gives for an item with a
// cross-check, the one that counts first; nothing for other items. Under a
// cross-check of alternatives no reading counts more than another.
func (a *Assessment) Readings(item int) []ScoreByReading {
	r := &a.review.scale.items[item]
	if len(r.readings) < 2 || r.each >= 0 || a.review.Kept != nil {
		return nil
	}
	as := &assessor{review: a.review, scale: a.review.scale}
	s := scope{facts: a.review.Findings[item].Facts, only: -1}
	for m := range a.Items[item].Measures {
		s.measures = append(s.measures, a.Items[item].Measures[m].Interval)
	}
	var out []ScoreByReading
	for i := range r.readings {
		low, high := as.read(r, &r.readings[i], &a.Items[item], &s)
		out = append(out, ScoreByReading{low, high})
	}
	return out
}
