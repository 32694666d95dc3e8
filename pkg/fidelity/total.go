package fidelity

// addUp makes the totals. An item that has a score adds it to both ends; one
// without enough evidence adds the whole range of the scale; any other adds
// the range that its evidence allows. Nothing is ever prorated.
func addUp(a *Assessment) {
	scale := a.review.scale
	var all sums
	sections := make([]sums, len(scale.def.Sections))
	for i := range a.Items {
		low, high := rangeOf(a, i)
		all.add(&a.Items[i], low, high)
		for s, id := range scale.def.Sections {
			if id == scale.items[i].def.Section {
				sections[s].add(&a.Items[i], low, high)
			}
		}
	}
	a.Total = all.subtotal(scale)
	a.Sections = make([]Subtotal, len(sections))
	for s := range sections {
		a.Sections[s] = sections[s].subtotal(scale)
	}
	a.LowBand, a.HighBand, a.Band = scale.BandFrom(a.Total.Low), scale.BandFrom(a.Total.High), -1
	if a.Total.Complete() {
		a.Band = a.LowBand
	}
	a.Principles = make([]PrincipleMean, len(scale.def.Principles))
	for p := range a.Principles {
		a.Principles[p] = a.principle(scale.def.Principles[p].ID)
	}
}

// rangeOf returns what an item adds to the lowest and the highest total.
func rangeOf(a *Assessment, i int) (low, high int) {
	it := &a.Items[i]
	switch {
	case it.State != Open:
		return it.Score, it.Score
	case a.review.Findings[i].Rating.Decided():
		return a.review.scale.def.Scores.Min, a.review.scale.def.Scores.Max
	default:
		return it.Low, it.High
	}
}

// sums adds up items.
type sums struct{ score, low, high, scored, of int }

func (t *sums) add(it *ItemAssessment, low, high int) {
	t.of++
	t.low, t.high = t.low+low, t.high+high
	if it.State != Open {
		t.scored++
		t.score += it.Score
	}
}

// subtotal is the sum of the items, or their mean where the scale has that.
func (t *sums) subtotal(scale *Scale) Subtotal {
	of := 1
	if scale.def.Total == Mean {
		of = max(t.of, 1) // a section may have no items
	}
	over := func(sum int) Number { n, _ := Int(sum).Div(Int(of)); return n }
	out := Subtotal{Low: over(t.low), High: over(t.high), Max: over(t.of * scale.def.Scores.Max), Scored: t.scored, Of: t.of}
	if out.Complete() {
		out.Score = over(t.score)
	}
	return out
}

func (a *Assessment) principle(id string) PrincipleMean {
	p := PrincipleMean{Known: true}
	sum := 0
	for i := range a.Items {
		if a.review.scale.items[i].def.Primary != id {
			continue
		}
		p.Items++
		p.Known = p.Known && a.Items[i].State != Open
		sum += a.Items[i].Score
	}
	mean, ok := Int(sum).Div(Int(p.Items))
	if p.Known = p.Known && ok; p.Known {
		p.Mean = mean
	}
	return p
}
