package ask

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// trial tries answers out on a copy of a review.
type trial struct {
	rules  *rules
	before *fidelity.Review
	review *fidelity.Review
	// low and high are the possible totals before anything is answered.
	low, high fidelity.Number
	ranges    [][2]int // of what each item adds to the total
	touched   []int    // items whose rule looks at what is asked
	most      Outcome  // of the question at hand, the one that settles most
}

func newTrial(a *fidelity.Assessment, r *rules) *trial {
	t := &trial{rules: r, before: a.Review(), review: a.Review().Clone(), low: a.Total.Low, high: a.Total.High}
	for i := range a.Items {
		t.ranges = append(t.ranges, rangeOf(a, i))
	}
	return t
}

// most bounds how many slots are also tried one by one, after all of them were
// answered alike. Beyond it, rows are so many that one hardly matters.
const most = 16

// settle finds the best and the worst answer to a question.
func (t *trial) settle(q *Question) {
	now := Outcome{Low: t.low, High: t.high}
	q.Best, q.Worst, t.most = now, now, now
	if len(q.Serves) > 0 {
		t.touched = t.touches(q)
		slots := t.slots(q)
		q.Best = t.search(q, slots, true)
		q.Worst = t.search(q, slots, false)
		t.narrower(q.Best)
		t.narrower(q.Worst)
	}
	q.Most = t.most
	q.Points = t.width().Sub(t.most.High.Sub(t.most.Low))
}

// touches lists the items whose rule looks at what is asked, also those that
// are settled: in a sampled table a row more can move them too.
func (t *trial) touches(q *Question) []int {
	if q.Kind == Fact {
		return []int{q.Item}
	}
	var out []int
	for i := range t.rules.scale.Items() {
		columns := columnsOf(t.rules.scale, i, q.Table)
		if len(columns) > 0 && (q.Kind == Table || slices.Contains(columns, q.Column)) || t.looksAt(i, q.Table) {
			out = append(out, i)
		}
	}
	return out
}

// looksAt reports whether an item counts the rows of a table whatever they
// hold.
func (t *trial) looksAt(item, table int) bool {
	def := &t.rules.scale.Items()[item]
	id := t.table(table).ID
	return def.Each == id || slices.ContainsFunc(def.Measures, func(m fidelity.Measure) bool { return m.Table == id })
}

// total adds up what the items add now.
func (t *trial) total() Outcome {
	low, high := 0, 0
	for _, i := range t.touched {
		now := rangeOf(fidelity.AssessOnly(t.review, i), i)
		low, high = low+now[0]-t.ranges[i][0], high+now[1]-t.ranges[i][1]
	}
	return Outcome{Low: t.low.Add(t.rules.points(low)), High: t.high.Add(t.rules.points(high))}
}

// rangeOf is what an item adds to the lowest and the highest total.
func rangeOf(a *fidelity.Assessment, i int) [2]int {
	it := &a.Items[i]
	switch {
	case it.State != fidelity.Open:
		return [2]int{it.Score, it.Score}
	case a.Review().Findings[i].Rating.Decided():
		return [2]int{a.Scale().Scores().Min, a.Scale().Scores().Max}
	}
	return [2]int{it.Low, it.High}
}

// narrower keeps an outcome that settles more than any before.
func (t *trial) narrower(o Outcome) {
	if o.High.Sub(o.Low).Cmp(t.most.High.Sub(t.most.Low)) < 0 {
		t.most = o
	}
}

func (t *trial) width() fidelity.Number { return t.high.Sub(t.low) }

// search answers all slots alike, each with its first value, its second and so
// on, then changes one after the other as long as the total gets better, or
// worse.
func (t *trial) search(q *Question, slots []slot, best bool) Outcome {
	// Nothing known lies outside the range, so that this is surely overtaken.
	found := Outcome{Low: t.low, High: t.high}
	if !best {
		found.Low = t.high
	}
	first := true
	try := func() bool {
		total := t.total()
		if total.High.Sub(total.Low).Cmp(t.most.High.Sub(t.most.Low)) < 0 {
			// Facts that are not asked after all must not count.
			tried := Outcome{Low: total.Low, High: total.High, Answers: t.answers(slots)}
			if dropped := t.asked(q, slots, tried); len(dropped.Answers) == len(tried.Answers) {
				t.most = tried
			}
			t.put(tried.Answers)
		}
		if !first && !better(best, total, found) {
			return false
		}
		first = false
		found = Outcome{Low: total.Low, High: total.High, Answers: t.answers(slots)}
		return true
	}
	if q.Kind == Table {
		// There is a table now, if only to say that there are none.
		_ = t.review.Look(t.table(q.Table).ID, 0)
		try()
		t.rows(q)
	}
	// Most rules want more of everything, so the likely end is tried first.
	for k := 0; k < longest(slots) && !t.enough(q, best, found); k++ {
		for _, fromTop := range []bool{best, !best} {
			for _, s := range slots {
				t.fill(s, k, fromTop)
			}
			try()
		}
	}
	t.put(found.Answers)
	if len(slots) <= most && t.differs(q) {
		for range 2 {
			if t.enough(q, best, found) || !t.ascend(slots, try, func() { t.put(found.Answers) }) {
				break
			}
		}
	}
	t.reset(q, slots)
	return t.asked(q, slots, found)
}

// differs reports whether rows may need different answers: where the answer
// serves several items, counts against another cell of its row, or counts by
// how often it occurs; and where facts hang on one another.
func (t *trial) differs(q *Question) bool {
	if q.Kind != Cells {
		return q.Kind == Table || len(q.Follow) > 0
	}
	for _, x := range t.rules.ratios[q.Table] {
		if q.Column == x.part || q.Column == x.base {
			return true
		}
	}
	kind := t.table(q.Table).Columns[q.Column].Kind
	return len(q.Serves) > 1 || kind == fidelity.Text || kind == fidelity.Code
}

// enough reports whether all that hangs on the question is settled, so that no
// answer can settle more.
func (t *trial) enough(q *Question, best bool, found Outcome) bool {
	if best {
		return found.Low.Sub(t.low).Cmp(q.Stake) >= 0
	}
	return t.high.Sub(found.High).Cmp(q.Stake) >= 0
}

// ascend changes one slot after the other where that gets the total further.
func (t *trial) ascend(slots []slot, try func() bool, back func()) bool {
	further := false
	for _, s := range slots {
		for k := range s.values() {
			t.fill(s, k, false)
			if try() {
				further = true
			}
		}
		back()
	}
	return further
}

// better reports whether a total is further up, or further down, than what was
// found before. Among the highest lowest totals the one with the highest
// highest total is best.
func better(best bool, total, than Outcome) bool {
	if best {
		c := total.Low.Cmp(than.Low)
		return c > 0 || c == 0 && total.High.Cmp(than.High) > 0
	}
	c := total.High.Cmp(than.High)
	return c < 0 || c == 0 && total.Low.Cmp(than.Low) < 0
}

// asked drops the answers to facts that are not asked after all, given the
// other answers.
func (t *trial) asked(q *Question, slots []slot, found Outcome) Outcome {
	if q.Kind != Fact || len(q.Follow) == 0 {
		return found
	}
	for range q.Follow { // an answer dropped may be what another hangs on
		t.restore(slots)
		t.put(found.Answers)
		a := fidelity.AssessOnly(t.review, q.Item)
		kept := slices.DeleteFunc(slices.Clone(found.Answers), func(answer Answer) bool {
			return answer.At.Fact != q.Fact && a.Asked(q.Item, answer.At.Fact) != fidelity.Yes
		})
		if len(kept) == len(found.Answers) {
			break
		}
		found.Answers = kept
	}
	t.restore(slots)
	t.put(found.Answers)
	found.Low, found.High = t.total().ends()
	t.restore(slots)
	return found
}

func (o Outcome) ends() (low, high fidelity.Number) { return o.Low, o.High }

// Apply returns a copy of a review with a question answered.
func Apply(review *fidelity.Review, q *Question, o Outcome) *fidelity.Review {
	out := review.Clone()
	if q.Kind == Table {
		// There is a table now, if only to say that there are none.
		_ = out.Look(review.Scale().Definition().Tables[q.Table].ID, 0)
	}
	for _, a := range o.Answers {
		a.put(out)
	}
	return out
}
