package fidelity

// flagItem raises the flags of one item, the engine's own first.
func (a *assessor) flagItem(r *rule, finding *Finding, out *ItemAssessment, s *scope) {
	start := len(a.flags)
	a.differs(finding, out)
	a.nearBoundary(r, out, s)
	a.methodsDiffer(r, out, s)
	a.thin(r, out)
	a.partly(r, s)
	a.leftOut(out)
	a.elseFlags(r, out)
	for i := range r.flags {
		a.declared(&r.flags[i], out, s)
	}
	out.Flags = take(a.flags, start)
}

func (a *assessor) raise(f Flag) { a.flags = append(a.flags, f) }

func (a *assessor) differs(finding *Finding, out *ItemAssessment) {
	if score, ok := finding.Rating.Score(); ok && (score < out.Low || score > out.High) {
		a.raise(Flag{Code: Differs, Measure: -1})
	}
}

var half, minusHalf = Number{num: 1, den: 2}, Number{num: -1, den: 2}

// nearBoundary looks whether half a unit more or less, before rounding, would
// give the item or a row another score.
func (a *assessor) nearBoundary(r *rule, out *ItemAssessment, s *scope) {
	if r.each < 0 {
		if out.Low != out.High {
			return
		}
		for m := range out.Measures {
			if a.moves(r, s, m, out.Low) {
				a.raise(Flag{Code: NearBoundary, Measure: m})
			}
		}
		return
	}
	for m := range r.measures {
		start := len(a.places)
		for i := range out.Rows {
			row := &out.Rows[i]
			if row.LeftOut != No || row.Low != row.High {
				continue
			}
			rs := a.rowScope(r, s, row)
			if a.moves(r, &rs, m, row.Low) {
				a.places = append(a.places, row.Row)
			}
		}
		if rows := take(a.places, start); rows != nil {
			a.raise(Flag{Code: NearBoundary, Measure: m, Rows: rows})
		}
	}
}

// moves reports whether half a unit changes the score. It does not where the
// measure is rounded to the same number all the same.
func (a *assessor) moves(r *rule, s *scope, m, score int) bool {
	value, ok := s.measures[m].Exact()
	if !ok {
		return false
	}
	was, rounded, moves := s.measures[m], value.Round(), false
	for _, by := range [...]Number{minusHalf, half} {
		if shifted := value.Add(by).Round(); shifted.Cmp(rounded) != 0 {
			s.measures[m] = Exactly(shifted)
			low, high := a.score(r, s)
			moves = moves || low != score || high != score
		}
	}
	s.measures[m] = was
	return moves
}

// methodsDiffer compares the readings of the scale. It is raised only where
// each settles on one score.
func (a *assessor) methodsDiffer(r *rule, out *ItemAssessment, s *scope) {
	if len(r.readings) < 2 || r.each >= 0 {
		return
	}
	start, differ := len(a.places), false
	for i := range r.readings {
		low, high := a.read(r, &r.readings[i], out, s)
		if low != high {
			a.places = a.places[:start]
			return
		}
		a.places = append(a.places, low)
		differ = differ || low != a.places[start]
	}
	if differ {
		a.raise(Flag{Code: MethodsDiffer, Measure: -1, Readings: take(a.places, start)})
	}
}

// read scores the item by one reading of the scale.
func (a *assessor) read(r *rule, by *reading, out *ItemAssessment, s *scope) (low, high int) {
	rs := scope{facts: s.facts, measures: s.measures, only: by.only}
	if by.measures != nil {
		rs.measures = a.readAgain(r, by.measures, out)
	}
	return a.score(r, &rs)
}

// readAgain works out the measures that a reading calculates otherwise.
func (a *assessor) readAgain(r *rule, other []measure, out *ItemAssessment) []Interval {
	notes := len(a.notes)
	a.reread = a.reread[:0]
	for m := range other {
		iv := out.Measures[m].Interval
		if other[m].calc != r.measures[m].calc {
			iv = a.measure(&other[m], nil).Interval
		}
		a.reread = append(a.reread, iv)
	}
	a.notes = a.notes[:notes]
	return a.reread
}

// thin names measures that rest on fewer rows than their table asks for.
// Two measures of the same rows are told once.
func (a *assessor) thin(r *rule, out *ItemAssessment) {
	last := -1
	for m := range out.Measures {
		table := r.measures[m].table
		below := a.scale.tables[table].def.ThinBelow
		if used := out.Measures[m].Used; !r.measures[m].row && used > 0 && used < below && table != last {
			a.raise(Flag{Code: Thin, Measure: m})
			last = table
		}
	}
}

func (a *assessor) partly(r *rule, s *scope) {
	start := len(a.places)
	for f := range s.facts {
		if r.def.Facts[f].Kind == YesNo && s.facts[f].Known() && s.facts[f].answer == 1 && r.asked(f, s) != No {
			a.places = append(a.places, f)
		}
	}
	if facts := take(a.places, start); facts != nil {
		a.raise(Flag{Code: PartlyFlag, Measure: -1, Facts: facts})
	}
}

func (a *assessor) leftOut(out *ItemAssessment) {
	start := len(a.places)
	for i := range out.Rows {
		if out.Rows[i].LeftOut == Yes {
			a.places = append(a.places, out.Rows[i].Row)
		}
	}
	if rows := take(a.places, start); rows != nil {
		a.raise(Flag{Code: LeftOutFlag, Measure: -1, Rows: rows})
	}
	for m := range out.Measures {
		if rows := a.noted(&out.Measures[m], TooEarlyElse, ScopeUnknown); rows != nil {
			a.raise(Flag{Code: LeftOutFlag, Measure: m, Rows: rows})
		}
	}
}

// noted returns the rows of a measure that were noted for one of the reasons.
func (a *assessor) noted(m *Measured, reasons ...Why) []int {
	start := len(a.places)
	for _, n := range m.Notes {
		for _, why := range reasons {
			if n.Why == why {
				a.places = append(a.places, n.Row)
			}
		}
	}
	return take(a.places, start)
}

// elseFlags raises the flags of measures in which rows counted with their
// other column.
func (a *assessor) elseFlags(r *rule, out *ItemAssessment) {
	for m := range out.Measures {
		if r.measures[m].orElse == nil || r.measures[m].orElse.flag == "" {
			continue
		}
		if rows := a.noted(&out.Measures[m], CountedElse); rows != nil {
			a.raise(Flag{Code: r.measures[m].orElse.flag, Declared: true, Measure: m, Rows: rows})
		}
	}
}

// declared raises a flag of the scale where its rule surely holds.
func (a *assessor) declared(f *flagRule, out *ItemAssessment, s *scope) {
	switch {
	case f.row != nil:
		start := len(a.places)
		rows := a.review.tables[f.table].rows
		for i := range rows {
			if got := a.measure(f.row, &rows[i]); got.against(f.op, &f.bound) == Yes {
				a.places = append(a.places, i)
			}
		}
		if rows := take(a.places, start); rows != nil {
			a.raise(Flag{Code: f.code, Declared: true, Measure: -1, Rows: rows})
		}
	case f.when != nil:
		if s.holds(f.when) == Yes {
			a.raise(Flag{Code: f.code, Declared: true, Measure: -1})
		}
	case f.apart > 0:
		if spread, ok := rowsApart(out.Rows); ok && spread >= f.apart {
			a.raise(Flag{Code: f.code, Declared: true, Measure: -1})
		}
	}
}

// rowsApart returns how far the surely known scores of the rows are apart.
func rowsApart(rows []RowAssessment) (int, bool) {
	low, high, found := 0, 0, false
	for i := range rows {
		if rows[i].LeftOut != No || rows[i].Low != rows[i].High {
			continue
		}
		if !found {
			low, high, found = rows[i].Low, rows[i].Low, true
		}
		low, high = min(low, rows[i].Low), max(high, rows[i].Low)
	}
	return high - low, found
}
