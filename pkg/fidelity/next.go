package fidelity

import "slices"

// next finds the step above the item's score, or above its lowest possible
// score where it has none, and the conditions of it that do not hold.
func (a *assessor) next(r *rule, out *ItemAssessment, s *scope) *Next {
	from := out.today()
	if from >= a.scale.def.Scores.Max {
		return nil
	}
	return a.nextTo(r, out, s, from, from+1)
}

// nextTo finds the step from today's score to another one, or to the lowest
// above that which the rule has.
func (a *assessor) nextTo(r *rule, out *ItemAssessment, s *scope, from, to int) *Next {
	var n Next
	var ok bool
	switch {
	case r.scoreOf != nil:
		n, ok = a.nextCount(r, out, s, from, to)
	case r.each >= 0:
		n, ok = a.nextRows(r, out, s, to-1)
	default:
		n, ok = a.nextAnchor(r, s, to-1)
	}
	if !ok {
		return nil
	}
	if n.Choose == 0 {
		n.Needs = nil // the evidence is there already, whatever the score says
	}
	a.nexts = append(a.nexts, n)
	return &a.nexts[len(a.nexts)-1]
}

// nextCount asks for as many further facts as the next score takes. A
// reviewer's score says how many are in place, as far as the answers allow:
// where that takes all the unknown ones, they are not asked for again.
func (a *assessor) nextCount(r *rule, out *ItemAssessment, s *scope, from, to int) (Next, bool) {
	n := Next{}
	want := slices.IndexFunc(r.scoreOf, func(score int) bool { return score >= to })
	if want < 0 {
		return n, false
	}
	n.Score = r.scoreOf[want]
	most := out.Facts.Yes + out.Facts.Unknown
	have := out.Facts.Yes
	if out.State == Rated {
		if i := slices.Index(r.scoreOf, from); i >= 0 {
			have = min(max(i, have), most)
		}
	}
	start := len(a.needs)
	for f := range s.facts {
		v := s.facts[f]
		if v.Known() && v.answer == len(yesPartlyNo)-1 || !v.Known() && have == most && have > out.Facts.Yes {
			continue
		}
		before := len(a.unmet)
		a.unmet = append(a.unmet, Unmet{Measure: -1, Column: -1, Fact: f, Op: IsAnswer, Answer: len(yesPartlyNo) - 1, Truth: knownNo(v)})
		a.needs = append(a.needs, Need{Row: -1, Unmet: take(a.unmet, before)})
	}
	n.Needs = take(a.needs, start)
	n.Choose = min(max(want-have, 0), len(n.Needs))
	return n, true
}

func knownNo(v Value) Truth {
	if v.Known() {
		return No
	}
	return Maybe
}

// above returns the lowest anchor above a score.
func (r *rule) above(from int) *anchor {
	for i := len(r.anchors) - 1; i >= 0; i-- {
		if r.anchors[i].score > from {
			return &r.anchors[i]
		}
	}
	return nil
}

func (a *assessor) nextAnchor(r *rule, s *scope, from int) (Next, bool) {
	anchor := r.above(from)
	if anchor == nil {
		return Next{}, false
	}
	n := Next{Score: anchor.score}
	ways := a.waysTo(r, &anchor.when, s)
	if len(ways) == 0 {
		return n, false
	}
	if len(ways[0]) == 0 {
		return n, true // the evidence is there already
	}
	if single(ways) {
		start := len(a.needs)
		for _, way := range ways {
			a.needs = append(a.needs, Need{Row: -1, Unmet: way})
		}
		n.Needs, n.Choose = take(a.needs, start), 1
		return n, true
	}
	n.Needs = a.needsOf(ways[0])
	n.Choose = len(n.Needs)
	for _, way := range ways[1:] {
		n.Or = append(n.Or, a.needsOf(way))
	}
	return n, true
}

func single(ways [][]Unmet) bool {
	for _, way := range ways {
		if len(way) != 1 {
			return false
		}
	}
	return true
}

func (a *assessor) needsOf(way []Unmet) []Need {
	start := len(a.needs)
	for i := range way {
		a.needs = append(a.needs, Need{Row: -1, Unmet: way[i : i+1 : i+1]})
	}
	return take(a.needs, start)
}

// waysTo lists the ways to make a condition hold, the shortest first: each is
// the comparisons that have to come true together. The list is good until it
// is asked for again.
func (a *assessor) waysTo(r *rule, t *test, s *scope) [][]Unmet {
	a.ways = a.ways[:0]
	a.addWays(r, t, s)
	slices.SortStableFunc(a.ways, func(x, y []Unmet) int { return len(x) - len(y) })
	return a.ways
}

// addWays adds the ways to make a condition hold. A way through a fact that is
// not asked here, such as what only rural services do, is none.
func (a *assessor) addWays(r *rule, t *test, s *scope) {
	switch {
	case s.holds(t) == Yes:
		a.ways = append(a.ways, nil)
	case !t.branches:
		start := len(a.unmet)
		if a.addUnmet(r, t, s) {
			a.ways = append(a.ways, take(a.unmet, start))
		}
	case t.any:
		for i := range t.parts {
			a.addWays(r, &t.parts[i], s)
		}
	default:
		a.addTogether(r, t.parts, s)
	}
}

// addUnmet adds what does not hold of a condition without alternatives. It
// says false where that cannot come true.
func (a *assessor) addUnmet(r *rule, t *test, s *scope) bool {
	if t.op == MoreConditions {
		for i := range t.parts {
			if !a.addUnmet(r, &t.parts[i], s) {
				return false
			}
		}
		return true
	}
	if t.target == onFact && r.asked(t.at, s) == No {
		return false
	}
	if truth := s.compare(t); truth != Yes {
		a.unmet = append(a.unmet, unmetOf(t, s, truth))
	}
	return true
}

// maxWays bounds how many alternatives are written out for one step.
const maxWays = 16

// addTogether adds the ways of several parts, all of which must hold: each way
// of the one with each way of the others.
func (a *assessor) addTogether(r *rule, parts []test, s *scope) {
	start := len(a.ways)
	for i := range parts {
		middle := len(a.ways)
		a.addWays(r, &parts[i], s)
		if i == 0 {
			continue
		}
		done, more := a.ways[start:middle], a.ways[middle:]
		var both [][]Unmet
		for _, first := range done {
			for _, second := range more[:min(len(more), max(1, maxWays/len(done)))] {
				both = append(both, slices.Concat(first, second))
			}
		}
		a.ways = append(a.ways[:start], both...)
	}
}

func unmetOf(t *test, s *scope, truth Truth) Unmet {
	u := Unmet{Measure: -1, Fact: -1, Column: -1, Op: t.op, Number: t.number, Answer: t.answer, Truth: truth}
	switch t.target {
	case onMeasure:
		u.Measure, u.Now = t.at, s.measures[t.at]
	case onFact:
		u.Fact = t.at
	case onColumn:
		u.Column = t.at
	}
	if t.target != onMeasure && t.op.ofNumbers() {
		u.Now = s.value(t).interval()
	}
	return u
}

// nextRows names the rows that are below the next score and what each needs to
// reach it. Choose is how many of them do, whichever they are.
func (a *assessor) nextRows(r *rule, out *ItemAssessment, s *scope, from int) (Next, bool) {
	anchor := r.above(from)
	if anchor == nil {
		return Next{}, false
	}
	n := Next{Score: anchor.score}
	type lift struct {
		need Need
		gain int
	}
	var lifts []lift
	sum, count := 0, 0
	for i := range out.Rows {
		row := &out.Rows[i]
		if row.LeftOut == Yes {
			continue
		}
		sum, count = sum+row.Low, count+1
		if row.Low >= anchor.score {
			continue
		}
		rs := a.rowScope(r, s, row)
		ways := a.waysTo(r, &anchor.when, &rs)
		if len(ways) > 0 && len(ways[0]) > 0 {
			lifts = append(lifts, lift{Need{Row: row.Row, Unmet: ways[0]}, anchor.score - row.Low})
		}
	}
	start := len(a.needs)
	for _, l := range lifts {
		a.needs = append(a.needs, l.need)
	}
	n.Needs = take(a.needs, start)
	// Any so many of the rows do if those that gain least do.
	slices.SortStableFunc(lifts, func(x, y lift) int { return x.gain - y.gain })
	for n.Choose < len(lifts) && !reaches(sum, count, anchor.score) {
		sum += lifts[n.Choose].gain
		n.Choose++
	}
	return n, true
}

// reaches reports whether the mean of the rows' scores, rounded half up, is at
// least a score.
func reaches(sum, count, score int) bool {
	mean, ok := Int(sum).Div(Int(count))
	return ok && mean.Round().Cmp(Int(score)) >= 0
}
