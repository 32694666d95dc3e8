package compare

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Correction is a past score that was found to be wrong, and what is told of
// it: the score that was written, the one that it should have been, and why.
type Correction struct {
	Item     int // place in the scale
	From, To int
	Why      string
	// Done is true where the earlier review holds the right score by now,
	// because it was amended, so that there was nothing left to put right.
	Done bool
}

// scoresOf returns the spans of a review's items, with the corrections that a
// later review of the same service and scale makes to them. A correction
// stands in the review that found the mistake, and is about the review before
// it. One whose From is not what the earlier review says is about another
// review, and is passed over.
func scoresOf(a, later *fidelity.Assessment) (spans []Span, corrected []Correction) {
	spans = make([]Span, len(a.Items))
	for i := range spans {
		spans[i] = SpanOf(a, i)
	}
	if later == nil || !Earlier(a.Review(), later.Review()) {
		return spans, nil
	}
	return correct(spans, a.Scale(), later.Review().Corrections)
}

// correct puts the corrections of a later review into the spans of an earlier
// one.
func correct(spans []Span, scale *fidelity.Scale, corrections []fidelity.Correction) (_ []Span, corrected []Correction) {
	for _, c := range corrections {
		i, known := scale.ItemAt(c.Item)
		if !known || c.From == c.To {
			continue
		}
		switch spans[i] {
		case Span{c.From, c.From}:
			spans[i] = Span{c.To, c.To}
			corrected = append(corrected, Correction{i, c.From, c.To, c.Why, false})
		case Span{c.To, c.To}:
			corrected = append(corrected, Correction{i, c.From, c.To, c.Why, true})
		}
	}
	return spans, corrected
}

// Earlier reports whether one visit was over before another.
func Earlier(a, b *fidelity.Review) bool {
	if a.Visit.To != b.Visit.To {
		return a.Visit.To.Before(b.Visit.To)
	}
	return a.Visit.From.Before(b.Visit.From)
}
