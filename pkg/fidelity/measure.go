package fidelity

import "slices"

// measure works out a measure over the rows of its table, or of one row.
func (a *assessor) measure(m *measure, row *Row) Measured {
	switch {
	case m.calc == LargestOf:
		return a.largest(m, row)
	case m.row:
		return ofRow(m, row)
	case !a.review.tables[m.table].looked:
		return Measured{}
	}
	rows := a.review.tables[m.table].rows
	switch m.calc {
	case Ratio:
		return a.ratio(m, rows)
	case MeanOf, Median:
		return a.average(m, rows)
	case Share, Count:
		return a.share(m, rows)
	default:
		return a.variety(m, rows)
	}
}

// ofRow works out a measure of one row.
func ofRow(m *measure, row *Row) Measured {
	out := Measured{Of: 1}
	cell := row.counting(m.columns[0])
	switch m.calc {
	case Members:
		if n, ok := cell.Size(); ok {
			out.Interval, out.Used = Exactly(Int(n)), 1
		}
		out.Part, out.HasPart = out.low, out.Used == 1
		out.Base, out.HasBase = Int(m.def.Size), m.def.Size > 0
	case Ratio:
		by := row.counting(m.columns[1])
		part, ok1 := cell.Number()
		base, ok2 := by.Number()
		if !ok1 || !ok2 {
			return out
		}
		out.Part, out.Base, out.HasPart, out.HasBase = part, base, true, true
		if share, ok := part.Div(base); ok {
			out.Interval, out.Used = Exactly(share.Mul(m.times)), 1
		}
	default:
		if out.Interval = cell.interval(); out.hasLow {
			out.Used = 1
		}
	}
	return out
}

// ratio is sum over sum. In a complete table a missing cell leaves it unknown;
// in a sampled one the row is skipped.
func (a *assessor) ratio(m *measure, rows []Row) Measured {
	out := Measured{Of: len(rows)}
	gaps := false
	for i := range rows {
		if in := a.inScope(m, &rows[i], i); in != Yes {
			gaps = gaps || in == Maybe
			continue
		}
		part, ok1 := rows[i].counting(m.columns[0]).Number()
		base, ok2 := rows[i].counting(m.columns[1]).Number()
		if !ok1 || !ok2 {
			gaps = true
			continue
		}
		out.Part, out.Base = out.Part.Add(part), out.Base.Add(base)
		out.Used++
	}
	if gaps && !a.scale.tables[m.table].def.Sampled {
		out.Part, out.Base = Number{}, Number{}
		return out
	}
	out.HasPart, out.HasBase = out.Used > 0, out.Used > 0
	if share, ok := out.Part.Div(out.Base); ok {
		out.Interval = Exactly(share.Mul(m.times))
	}
	return out
}

// average is a mean, which may be weighted, or a median.
func (a *assessor) average(m *measure, rows []Row) Measured {
	out := Measured{Of: len(rows)}
	values := slices.Grow(a.values[:0], len(rows))
	sum, weights, gaps := Number{}, Number{}, false
	for i := range rows {
		if in := a.inScope(m, &rows[i], i); in != Yes {
			gaps = gaps || in == Maybe
			continue
		}
		value, status := a.valueOrElse(m, &rows[i], i)
		if status != Yes {
			gaps = gaps || status == Maybe
			continue
		}
		values = append(values, value)
		if m.weight < 0 {
			sum = sum.Add(value)
			continue
		}
		weight, ok := rows[i].counting(m.weight).Number()
		if !ok {
			gaps, values = true, values[:len(values)-1]
			continue
		}
		sum, weights = sum.Add(value.Mul(weight)), weights.Add(weight)
	}
	if m.weight < 0 {
		weights = Int(len(values))
	}
	a.values = values
	out.Used = len(values)
	out.Base, out.HasBase = Int(len(values)), len(values) > 0
	if len(values) == 0 || gaps && !a.scale.tables[m.table].def.Sampled {
		return out
	}
	if m.calc == Median {
		out.Interval = Exactly(median(values).Mul(m.times))
	} else if mean, ok := sum.Div(weights); ok {
		out.Interval = Exactly(mean.Mul(m.times))
	}
	return out
}

// valueOrElse returns what the row counts with: No where it is left out, Maybe
// where nothing is known of it.
func (a *assessor) valueOrElse(m *measure, row *Row, at int) (Number, Truth) {
	if value, ok := row.counting(m.columns[0]).Number(); ok {
		return value, Yes
	}
	value, ok := m.instead(row)
	if !ok {
		return Number{}, Maybe
	}
	if meets(&value, m.orElse.op, &m.orElse.number) != Yes {
		a.note(at, TooEarlyElse)
		return Number{}, No
	}
	a.note(at, CountedElse)
	return value, Yes
}

// instead returns what a row without a value of its own may count with.
func (m *measure) instead(row *Row) (Number, bool) {
	if m.orElse == nil {
		return Number{}, false
	}
	return row.counting(m.orElse.column).Number()
}

// inScope asks whether the measure is about the row, and notes where not.
func (a *assessor) inScope(m *measure, row *Row, at int) Truth {
	if m.def.Where.IsZero() {
		return Yes
	}
	s := scope{row: row, only: -1}
	switch in := s.holds(&m.where); in {
	case No:
		a.note(at, NotInScope)
		return in
	case Maybe:
		a.note(at, ScopeUnknown)
		return in
	default:
		return in
	}
}

// median sorts values in place.
func median(values []Number) Number {
	slices.SortFunc(values, Number.Cmp)
	n := len(values)
	if n%2 == 1 {
		return values[n/2]
	}
	half, _ := values[n/2-1].Add(values[n/2]).Div(Int(2))
	return half
}

// share counts the rows that meet a condition: in, out, or maybe in. The base
// is all rows.
func (a *assessor) share(m *measure, rows []Row) Measured {
	in, maybe := 0, 0
	for i := range rows {
		s := scope{row: &rows[i], only: -1}
		switch s.holds(&m.where) {
		case Yes:
			in++
		case Maybe:
			maybe++
		case No:
		}
	}
	out := Measured{Part: Int(in), HasPart: true, Base: Int(len(rows)), HasBase: true, Used: len(rows) - maybe, Of: len(rows)}
	if m.calc == Count {
		out.Interval = Between(Int(in), Int(in+maybe))
		return out
	}
	out.Interval = percentOf(in, in+maybe, len(rows))
	return out
}

// variety is how different the values of a column are, as a percent of all
// rows. Each unknown cell may repeat a value or be a new one.
func (a *assessor) variety(m *measure, rows []Row) Measured {
	t := a.tally(m.table, m.columns[0], rows)
	out := Measured{Base: Int(len(rows)), HasBase: true, HasPart: true, Used: len(rows) - t.unknown, Of: len(rows)}
	if m.calc == Distinct {
		low := t.distinct
		if low == 0 && t.unknown > 0 {
			low = 1
		}
		out.Part = Int(low)
		out.Interval = percentOf(low, t.distinct+t.unknown, len(rows))
		return out
	}
	least := t.largest
	if least == 0 && t.unknown > 0 {
		least = 1
	}
	out.Part = Int(len(rows) - least)
	out.Interval = percentOf(len(rows)-t.largest-t.unknown, len(rows)-least, len(rows))
	return out
}

func percentOf(low, high, of int) Interval {
	l, ok := Int(100 * low).Div(Int(of))
	if !ok {
		return Unknown()
	}
	h, _ := Int(100 * high).Div(Int(of))
	return Between(l, h)
}

// counts is how often the values of a column occur.
type counts struct{ distinct, largest, unknown int }

// tallied is the last answer of tally.
type tallied struct {
	counts
	table, column int
	has           bool
}

// tally counts the values of a column. Two readings often ask for the same
// column in a row, so that the last answer is kept.
func (a *assessor) tally(table, column int, rows []Row) counts {
	if t := &a.tallied; !t.has || t.table != table || t.column != column {
		*t = tallied{a.count(column, rows), table, column, true}
	}
	return a.tallied.counts
}

func (a *assessor) count(column int, rows []Row) counts {
	keys := slices.Grow(a.keys[:0], len(rows))
	var c counts
	for i := range rows {
		if v := rows[i].counting(column); v.Known() {
			keys = append(keys, v.compareKey())
		} else {
			c.unknown++
		}
	}
	a.keys = keys
	slices.Sort(keys)
	run := 0
	for i, key := range keys {
		if i == 0 || key != keys[i-1] {
			c.distinct++
			run = 0
		}
		run++
		c.largest = max(c.largest, run)
	}
	return c
}

// largest takes the largest of several measures, those left out whose
// condition does not hold. Where it is not known of any part that it counts,
// nothing is known of the largest.
func (a *assessor) largest(m *measure, row *Row) Measured {
	var out Measured
	found, sure := false, false
	for i := range m.parts {
		part := &m.parts[i]
		s := scope{row: row, only: -1}
		counts := s.holds(&part.when)
		if counts == No {
			continue
		}
		sure = sure || counts == Yes
		got := a.measure(part, row)
		switch {
		case !found:
			out, found = got, true
			if counts == Maybe {
				out.hasLow = false
			}
			continue
		case counts == Maybe:
			got.hasLow = false
		}
		merged := maxOf(out.Interval, got.Interval)
		if got.hasHigh && out.hasHigh && got.high.Cmp(out.high) > 0 {
			out = got
		}
		out.Interval = merged
	}
	if !sure {
		out.Interval = Unknown()
	}
	return out
}

// maxOf is what is known of the larger of two measures. An end that is not
// known is infinitely far out.
func maxOf(a, b Interval) Interval {
	var out Interval
	switch {
	case a.hasLow && b.hasLow:
		out.low, out.hasLow = larger(a.low, b.low), true
	case a.hasLow:
		out.low, out.hasLow = a.low, true
	case b.hasLow:
		out.low, out.hasLow = b.low, true
	}
	if a.hasHigh && b.hasHigh {
		out.high, out.hasHigh = larger(a.high, b.high), true
	}
	return out
}

func larger(a, b Number) Number {
	if a.Cmp(b) >= 0 {
		return a
	}
	return b
}
