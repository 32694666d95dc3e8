package fidelity

// scoreRows scores an item row by row: low is the mean of the rows' lows, high
// the mean of their highs, each rounded half up. Rows count alike, whatever
// their size.
func (a *assessor) scoreRows(r *rule, out *ItemAssessment, s scope) {
	scores := a.scale.def.Scores
	out.Low, out.High = scores.Min, scores.Max
	t := &a.review.tables[r.each]
	start := len(a.rows)
	low, high, n := 0, 0, 0
	for i := range t.rows {
		row := a.row(r, s, i)
		a.rows = append(a.rows, row)
		if row.LeftOut == Yes {
			continue
		}
		low, high, n = low+row.Low, high+row.High, n+1
	}
	out.Rows = take(a.rows, start)
	l, ok := Int(low).Div(Int(n))
	if !ok {
		return // no rows, or all left out: any score
	}
	h, _ := Int(high).Div(Int(n))
	out.RowMean = Between(l, h)
	out.Low, _ = l.Round().Int()
	out.High, _ = h.Round().Int()
}

// row scores one row. Where it is not known whether the row is left out, it
// may have any score.
func (a *assessor) row(r *rule, s scope, i int) RowAssessment {
	row := &a.review.tables[r.each].rows[i]
	out := RowAssessment{Row: i}
	a.ofRow = a.ofRow[:0]
	out.Measures, a.ofRow = a.measureAll(r.measures, row, a.ofRow)
	s.row, s.measures = row, mergeMeasures(r, a.ofRow, s.measures)
	if r.leavesOut {
		out.LeftOut = s.holds(&r.leaveOut)
	}
	switch out.LeftOut {
	case No:
		out.Low, out.High = a.score(r, &s)
	case Maybe:
		out.Low, out.High = a.scale.def.Scores.Min, a.scale.def.Scores.Max
	case Yes:
	}
	return out
}

// mergeMeasures completes the measures of a row with those of all rows.
func mergeMeasures(r *rule, row, all []Interval) []Interval {
	for m := range r.measures {
		if !r.measures[m].row {
			row[m] = all[m]
		}
	}
	return row
}

// rowScope is the scope in which a row was scored.
func (a *assessor) rowScope(r *rule, s *scope, row *RowAssessment) scope {
	a.ofRow = a.ofRow[:0]
	for i := range row.Measures {
		a.ofRow = append(a.ofRow, row.Measures[i].Interval)
	}
	return scope{
		facts: s.facts, only: -1, row: &a.review.tables[r.each].rows[row.Row],
		measures: mergeMeasures(r, a.ofRow, s.measures),
	}
}
