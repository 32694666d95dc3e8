package fidelity

import (
	"math/big"
	"slices"
)

// Kept holds what a stripped review keeps of its evidence: numbers about all
// rows, and nothing about a single one.
type Kept struct {
	ScaleDigest string
	Looked      []string // the tables that had been looked at
	Items       map[string]KeptItem
}

// KeptItem is what the evidence of an item came to before its rows were taken
// out. Reviews stripped by hand may have the range alone.
type KeptItem struct {
	Low, High int
	Measures  []Measured // by the item's measures; nil where they were not kept
	Facts     *FactCount // of an item whose score is a count of facts
	Rows      *RowSpread // of an item that is scored row by row
	RowMean   Interval
	Flags     []Flag // but Differs, which rests on the rating; rows and facts are counted
}

// Figures reports whether anything but the range was kept.
func (k *KeptItem) Figures() bool { return len(k.Measures) > 0 || k.Facts != nil || k.Rows != nil }

// RowSpread is what the rows of an item scored, without saying which did.
type RowSpread struct {
	All, Counted, Open int // rows, those that count, and those of them that are open
	Low, High          int // lowest and highest score of all that count
	OpenLow, OpenHigh  int // of those that are open
	SettledLow         int // of those that are settled
	SettledHigh        int
	Settled            []int // the scores of the settled ones, from the highest down
}

// Spread sums up the rows of an item that is scored row by row.
func (it *ItemAssessment) Spread() RowSpread {
	if it.KeptRows != nil {
		return *it.KeptRows
	}
	sp := RowSpread{All: len(it.Rows)}
	widen := func(first bool, low, high *int, r *RowAssessment) {
		if first {
			*low, *high = r.Low, r.High
		}
		*low, *high = min(*low, r.Low), max(*high, r.High)
	}
	for i := range it.Rows {
		r := &it.Rows[i]
		if r.LeftOut == Yes {
			continue
		}
		widen(sp.Counted == 0, &sp.Low, &sp.High, r)
		if r.Low == r.High {
			widen(sp.Counted == sp.Open, &sp.SettledLow, &sp.SettledHigh, r)
			sp.Settled = append(sp.Settled, r.Low)
		} else {
			widen(sp.Open == 0, &sp.OpenLow, &sp.OpenHigh, r)
			sp.Open++
		}
		sp.Counted++
	}
	slices.SortFunc(sp.Settled, func(a, b int) int { return b - a })
	return sp
}

// Keep returns what a review keeps of its evidence when its rows are taken
// out: a stripped review that holds it scores to the same result. Of a review
// that is stripped already it is what that one holds.
func (a *Assessment) Keep() *Kept {
	if a.review.Kept != nil {
		return a.review.Kept
	}
	scale := a.review.scale
	kept := &Kept{ScaleDigest: scale.Digest(), Items: make(map[string]KeptItem, len(a.Items))}
	for t := range scale.tables {
		if id := scale.tables[t].def.ID; a.review.Looked(id) {
			kept.Looked = append(kept.Looked, id)
		}
	}
	for i := range a.Items {
		it, r := &a.Items[i], &scale.items[i]
		k := KeptItem{Low: it.Low, High: it.High, Measures: make([]Measured, len(it.Measures))}
		for m := range it.Measures {
			k.Measures[m] = it.Measures[m]
			k.Measures[m].Notes = nil
			// What is not counted on purpose is no gap in the figures.
			for _, n := range it.Measures[m].Notes {
				if n.Why == NotInScope || n.Why == TooEarlyElse {
					k.Measures[m].Apart++
				}
			}
		}
		if r.scoreOf != nil {
			facts := it.Facts
			k.Facts = &facts
		}
		if r.each >= 0 {
			spread := it.Spread()
			k.Rows, k.RowMean = &spread, it.RowMean
		}
		for _, f := range it.Flags {
			if f.Code == Differs && !f.Declared {
				continue
			}
			f.Count = len(f.Rows) + len(f.Facts)
			f.Rows, f.Facts = nil, nil
			k.Flags = append(k.Flags, f)
		}
		kept.Items[r.def.ID] = k
	}
	return kept
}

// keptItem takes an item's findings from what a stripped review kept.
func (a *assessor) keptItem(r *rule, finding *Finding, out *ItemAssessment) {
	scores := a.scale.def.Scores
	out.Low, out.High = scores.Min, scores.Max
	out.Measures = make([]Measured, len(r.measures))
	kept, ok := a.review.Kept.Items[r.def.ID]
	if ok {
		out.Low, out.High = kept.Low, kept.High
		copy(out.Measures, kept.Measures)
		out.RowMean, out.KeptRows = kept.RowMean, kept.Rows
	}
	s := scope{facts: finding.Facts, only: -1}
	out.Facts = countFacts(r, &s)
	if kept.Facts != nil {
		out.Facts = *kept.Facts
	}
	decide(&finding.Rating, out)
	start := len(a.flags)
	a.differs(finding, out)
	a.flags = append(a.flags, kept.Flags...)
	out.Flags = take(a.flags, start)
	// Rows and facts are gone: only a step that measures say all of can be told.
	if len(kept.Measures) > 0 && len(r.def.Facts) == 0 && r.each < 0 {
		for m := range out.Measures {
			s.measures = append(s.measures, out.Measures[m].Interval)
		}
		out.Next = a.next(r, out, &s)
	}
}

// Fraction writes n exactly: in decimals where they end, else as a fraction
// such as 58/3. ParseFraction reads it.
func (n Number) Fraction() string {
	r := n.rat()
	if text := n.Exact(); len(text) < maxDigits {
		if same, ok := new(big.Rat).SetString(text); ok && same.Cmp(r) == 0 {
			return text
		}
	}
	if len(r.Num().String()) > maxDigits || len(r.Denom().String()) > maxDigits {
		return n.Decimal(30)
	}
	return r.RatString()
}
