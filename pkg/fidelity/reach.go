package fidelity

import "slices"

// Requires reports whether what every score above the lowest takes holds for
// an item. Where it does not hold, no change to what the anchors ask raises the
// score. Yes where the item requires nothing of the kind.
func (a *Assessment) Requires(item int) Truth {
	r := &a.review.scale.items[item]
	if r.def.Requires.IsZero() || r.each >= 0 {
		return Yes
	}
	s := a.scopeOf(item)
	return s.holds(&r.requires)
}

// NextTo says what an item takes to reach a score, as Next does for the score
// above today's. It is nil where the item has that score or more, where its
// rule has no such score, and in a stripped review, which holds no evidence.
func (a *Assessment) NextTo(item, score int) *Next {
	r, out := &a.review.scale.items[item], &a.Items[item]
	from := out.today()
	if a.review.Kept != nil || score <= from || score > a.review.scale.def.Scores.Max {
		return nil
	}
	return newAssessor(a.review).nextTo(r, out, a.scopeOf(item), from, score)
}

// today is the score of an item, or the lowest that its evidence allows.
func (it *ItemAssessment) today() int {
	if it.State == Open {
		return it.Low
	}
	return it.Score
}

func (a *Assessment) scopeOf(item int) *scope {
	s := &scope{facts: a.review.Findings[item].Facts, only: -1}
	for m := range a.Items[item].Measures {
		s.measures = append(s.measures, a.Items[item].Measures[m].Interval)
	}
	return s
}

// Attainable lists the scores above the lowest that the rule of an item can
// give, in rising order. Rows of an item that is scored row by row can average
// to scores between those of its anchors.
func (a *Assessment) Attainable(item int) []int {
	r := &a.review.scale.items[item]
	lowest := a.review.scale.def.Scores.Min
	var scores []int
	add := func(score int) {
		if at, found := slices.BinarySearch(scores, score); !found && score > lowest {
			scores = slices.Insert(scores, at, score)
		}
	}
	switch {
	case r.scoreOf != nil:
		for _, score := range r.scoreOf {
			add(score)
		}
	case len(r.anchors) == 0:
		for score := lowest + 1; score <= a.review.scale.def.Scores.Max; score++ {
			add(score)
		}
	case r.each >= 0:
		rows := 0
		for i := range a.Items[item].Rows {
			if a.Items[item].Rows[i].LeftOut != Yes {
				rows++
			}
		}
		for _, score := range r.means(lowest, max(rows, 1)) {
			add(score)
		}
	default:
		for i := range r.anchors {
			add(r.anchors[i].score)
		}
	}
	return scores
}

// means lists the scores that so many rows can average to. Each row has the
// score of an anchor or the lowest one.
func (r *rule) means(lowest, rows int) []int {
	top := r.anchors[0].score - lowest
	sums := make([]bool, rows*top+1)
	sums[0] = true
	for range rows {
		for sum := len(sums) - 1; sum >= 0; sum-- {
			for i := range r.anchors {
				if gain := r.anchors[i].score - lowest; sum >= gain && sums[sum-gain] {
					sums[sum] = true
				}
			}
		}
	}
	var scores []int
	for sum, ok := range sums {
		if ok {
			mean, _ := Int(sum).Div(Int(rows))
			score, _ := mean.Round().Int()
			scores = append(scores, lowest+score)
		}
	}
	return scores
}
