package compare

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Span is the scores that an item can have: one where it is settled, else all
// from Low to High.
type Span struct{ Low, High int }

// Settled reports whether there is one score only.
func (s Span) Settled() bool { return s.Low == s.High }

// SpanOf is what an item adds to the lowest and the highest total. It is the
// score where there is one, the whole scale where reviewers said that the
// evidence allows none, and else what the evidence allows.
func SpanOf(a *fidelity.Assessment, item int) Span {
	it, scores := &a.Items[item], a.Scale().Scores()
	switch {
	case it.State != fidelity.Open:
		return Span{it.Score, it.Score}
	case a.Review().Findings[item].Rating.Decided():
		return Span{scores.Min, scores.Max}
	}
	return Span{it.Low, it.High}
}

// Move says which way an item went.
type Move uint8

// The moves.
const (
	Unclear Move = iota // a score is open, and it is not known which way it went
	Same
	Up
	Down
)

func moveOf(then, now Span) Move {
	switch {
	case now.Low > then.High:
		return Up
	case now.High < then.Low:
		return Down
	case now.Settled() && then.Settled():
		return Same
	}
	return Unclear
}

// Total is the total of a review, with what was corrected since.
type Total struct {
	Low, High fidelity.Number // equal where every item is settled
	Band      int             // place in the scale's bands; -1 where Low and High lie in two, or it has none
}

// Settled reports whether the total is one number.
func (t Total) Settled() bool { return t.Low.Cmp(t.High) == 0 }

// totalOf adds up the items of a review.
func totalOf(scale *fidelity.Scale, spans []Span) Total {
	low, high := 0, 0
	for _, s := range spans {
		low, high = low+s.Low, high+s.High
	}
	of := 1
	if scale.Method() == fidelity.Mean {
		of = max(len(spans), 1)
	}
	over := func(sum int) fidelity.Number { n, _ := fidelity.Int(sum).Div(fidelity.Int(of)); return n }
	t := Total{Low: over(low), High: over(high)}
	if t.Band = scale.BandFrom(t.Low); t.Band != scale.BandFrom(t.High) {
		t.Band = -1
	}
	return t
}
