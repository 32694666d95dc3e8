package fidelity

// Assess scores a review: it measures the rows, compares the measures with the
// anchors, and says for each item which scores the evidence allows, what
// counts, what is missing and what the next score needs. Totals follow.
//
// It reads nothing but the review and its scale, and the same review always
// gives the same assessment.
func Assess(r *Review) *Assessment {
	scale := r.scale
	a := newAssessor(r)
	out := &Assessment{Items: make([]ItemAssessment, len(scale.items)), review: r}
	for i := range scale.items {
		a.item(&scale.items[i], &out.Items[i])
	}
	addUp(out)
	return out
}

// assessor holds what is used again from item to item. Its lists only grow:
// an item keeps a part of each, so that a review costs few allocations. They
// start with room for a review of the usual kind.
type assessor struct {
	review *Review
	scale  *Scale

	values    []Number
	keys      []string
	intervals []Interval
	ofRow     []Interval
	reread    []Interval
	tallied   tallied

	measured []Measured
	rows     []RowAssessment
	notes    []RowNote
	missing  []Missing
	seen     map[Missing]bool // what missing holds for the item at hand
	flags    []Flag
	places   []int
	needs    []Need
	unmet    []Unmet
	ways     [][]Unmet
	nexts    []Next
}

func newAssessor(r *Review) *assessor {
	items := r.scale.items
	measured, scored, most := 0, 0, 0
	for i := range items {
		n := 0
		if items[i].each >= 0 {
			n = len(r.tables[items[i].each].rows)
		}
		measured += len(items[i].measures) * (1 + n)
		scored += n
		most = max(most, len(items[i].measures))
	}
	work := make([]Interval, 3*most)
	return &assessor{
		review: r, scale: r.scale,
		intervals: work[:0:most], ofRow: work[most : most : 2*most], reread: work[2*most : 2*most],
		measured: make([]Measured, 0, measured),
		rows:     make([]RowAssessment, 0, scored),
		places:   make([]int, 0, scored+len(items)),
		flags:    make([]Flag, 0, 2*len(items)),
		needs:    make([]Need, 0, 2*len(items)),
		unmet:    make([]Unmet, 0, 2*len(items)),
		nexts:    make([]Next, 0, len(items)), // never more, so that pointers into it stay good
	}
}

func (a *assessor) note(row int, why Why) { a.notes = append(a.notes, RowNote{row, why}) }

// take returns what was added to a list since start, safe from later growth.
func take[T any](list []T, start int) []T {
	if start == len(list) {
		return nil
	}
	return list[start:len(list):len(list)]
}

func (a *assessor) item(r *rule, out *ItemAssessment) {
	finding := &a.review.Findings[r.place]
	if a.review.Kept != nil {
		a.keptItem(r, finding, out)
		return
	}
	s := scope{facts: finding.Facts, only: -1}
	a.intervals = a.intervals[:0]
	out.Measures, a.intervals = a.measureAll(r.measures, nil, a.intervals)
	s.measures = a.intervals
	out.Facts = countFacts(r, &s)

	if r.each >= 0 {
		a.scoreRows(r, out, s)
	} else {
		out.Low, out.High = a.score(r, &s)
	}
	decide(&finding.Rating, out)
	if out.Low < out.High {
		out.Missing = a.missingFor(r, out, &s)
	}
	a.flagItem(r, finding, out, &s)
	out.Next = a.next(r, out, &s)
}

// measureAll works out the measures of all rows, or those of the one row.
func (a *assessor) measureAll(measures []measure, row *Row, intervals []Interval) ([]Measured, []Interval) {
	start := len(a.measured)
	for i := range measures {
		var got Measured
		if measures[i].row == (row != nil) {
			notes := len(a.notes)
			got = a.measure(&measures[i], row)
			got.Notes = take(a.notes, notes)
		}
		a.measured = append(a.measured, got)
		intervals = append(intervals, got.Interval)
	}
	return take(a.measured, start), intervals
}

// score judges the anchors one by one. The lowest possible score is the
// highest anchor that surely holds, the highest possible one the highest that
// may hold. An item without a rule can have any score.
func (a *assessor) score(r *rule, s *scope) (low, high int) {
	scores := a.scale.def.Scores
	switch {
	case r.scoreOf != nil:
		return countScore(r, s)
	case len(r.anchors) == 0:
		return scores.Min, scores.Max
	}
	low, high = scores.Min, scores.Min
	for i := range r.anchors {
		t := s.holds(&r.anchors[i].when)
		if t != No && high == scores.Min {
			high = r.anchors[i].score
		}
		if t == Yes {
			return r.anchors[i].score, high
		}
	}
	return low, high
}

// countScore goes from the facts that are yes to those plus the unknown ones.
func countScore(r *rule, s *scope) (low, high int) {
	yes, open := 0, 0
	for f := range s.facts {
		switch v := &s.facts[f]; {
		case !v.Known():
			open++
		case v.answer == len(yesPartlyNo)-1:
			yes++
		}
	}
	low, high = r.scoreOf[yes], r.scoreOf[yes]
	for n := yes + 1; n <= yes+open; n++ {
		low, high = min(low, r.scoreOf[n]), max(high, r.scoreOf[n])
	}
	return low, high
}

func countFacts(r *rule, s *scope) FactCount {
	c := FactCount{}
	for f := range s.facts {
		fact, v := &r.def.Facts[f], &s.facts[f]
		if r.asked(f, s) == No {
			continue
		}
		c.Of++
		switch {
		case !v.Known():
			c.Unknown++
		case fact.Kind != YesNo:
		case v.answer == 2:
			c.Yes++
		case v.answer == 1:
			c.Partly++
		}
	}
	return c
}

// asked reports whether a fact is asked at all: some depend on others.
func (r *rule) asked(f int, s *scope) Truth {
	if r.def.Facts[f].OnlyIf.IsZero() {
		return Yes
	}
	free := scope{measures: s.measures, facts: s.facts, only: -1}
	return free.holds(&r.onlyIf[f])
}

// decide lets a reviewer's score win over the evidence.
func decide(rating *Rating, out *ItemAssessment) {
	if score, ok := rating.Score(); ok {
		out.State, out.Score = Rated, score
		return
	}
	if low, ok := out.Settled(); ok && !rating.Decided() {
		out.State, out.Score = Suggested, low
	}
}
