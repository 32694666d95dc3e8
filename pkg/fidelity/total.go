package fidelity

// addUp makes the totals. An item that has a score adds it to both ends; one
// without enough evidence adds the whole range of the scale; any other adds
// the range that its evidence allows. Nothing is ever prorated.
func addUp(a *Assessment) {
	scale := a.review.scale
	a.Sections = make([]Subtotal, len(scale.def.Sections))
	for i := range a.Items {
		low, high := rangeOf(a, i)
		a.Total.add(&a.Items[i], low, high, scale.def.Scores.Max)
		for s, id := range scale.def.Sections {
			if id == scale.items[i].def.Section {
				a.Sections[s].add(&a.Items[i], low, high, scale.def.Scores.Max)
			}
		}
	}
	a.Total.finish(scale.def.Total)
	for s := range a.Sections {
		a.Sections[s].finish(scale.def.Total)
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

func (t *Subtotal) add(it *ItemAssessment, low, high, top int) {
	t.Of++
	t.Low, t.High, t.Max = t.Low.Add(Int(low)), t.High.Add(Int(high)), t.Max.Add(Int(top))
	if it.State != Open {
		t.Scored++
		t.Score = t.Score.Add(Int(it.Score))
	}
}

func (t *Subtotal) finish(method Method) {
	if !t.Complete() {
		t.Score = Number{}
	}
	if method != Mean {
		return
	}
	for _, n := range []*Number{&t.Score, &t.Low, &t.High, &t.Max} {
		if mean, ok := n.Div(Int(t.Of)); ok {
			*n = mean
		}
	}
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
