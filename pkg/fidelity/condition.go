package fidelity

// scope is what a condition is asked of: the measures and facts of an item,
// and a row where the item or the measure looks at rows.
type scope struct {
	measures []Interval
	facts    []Value
	row      *Row
	only     int // of any-of conditions, look at this alternative alone; -1 for all
}

// holds answers a condition. All-of is no if any part is no, else maybe if any
// is; any-of is yes if any part is yes, else maybe if any is.
func (s *scope) holds(t *test) Truth {
	if t.op != MoreConditions {
		return s.compare(t)
	}
	if !t.any {
		all := Yes
		for i := range t.parts {
			if all = min(all, s.holds(&t.parts[i])); all == No {
				break
			}
		}
		return all
	}
	some := No
	for i := range t.parts {
		if s.only >= 0 && i != s.only {
			continue
		}
		if some = max(some, s.holds(&t.parts[i])); some == Yes {
			break
		}
	}
	return some
}

func (s *scope) compare(t *test) Truth {
	if t.target == onMeasure {
		return s.measures[t.at].against(t.op, &t.number)
	}
	v := s.value(t)
	switch {
	case t.op == GivenCell:
		return truth(v.state != empty)
	case v.state != known:
		return Maybe
	case t.op == AtLeastAnswer:
		return truth(v.answer >= t.answer)
	case t.op == IsAnswer:
		return truth(v.answer == t.answer)
	default:
		return meets(&v.number, t.op, &t.number)
	}
}

// value is the fact or cell that a comparison asks about. Only a question
// whether the cell is filled in sees it without its default.
func (s *scope) value(t *test) *Value {
	switch {
	case t.target == onFact:
		return &s.facts[t.at]
	case t.op == GivenCell:
		return &s.row.cells[t.at]
	default:
		return s.row.counting(t.at)
	}
}

// open calls visit for every comparison that keeps a condition from being
// known: those that are maybe, in parts that are maybe.
func (s *scope) open(t *test, visit func(*test)) {
	if s.holds(t) != Maybe {
		return
	}
	if t.op != MoreConditions {
		visit(t)
		return
	}
	for i := range t.parts {
		s.open(&t.parts[i], visit)
	}
}
