package ask

import (
	"cmp"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// standings says for each item what answers can do, before it is known what
// can be asked.
func standings(a *fidelity.Assessment) []Standing {
	out := make([]Standing, len(a.Items))
	for i := range a.Items {
		it := &a.Items[i]
		switch open := len(it.Missing) > 0; {
		case it.State == fidelity.Rated && open:
			out[i] = Revisit
		case it.State == fidelity.Rated:
			out[i] = Decided
		case it.State == fidelity.Suggested:
			out[i] = Settled
		case a.Review().Findings[i].Rating.Decided():
			out[i] = Withheld
		default:
			out[i] = Undecided // until a question is found
		}
	}
	return out
}

// collector gathers what is missing into questions, each asked once.
type collector struct {
	a         *fidelity.Assessment
	items     []Standing
	questions []Question
}

// collect makes questions of what is missing.
func collect(a *fidelity.Assessment, items []Standing) []Question {
	c := collector{a: a, items: items}
	for i := range a.Items {
		for _, m := range a.Items[i].Missing {
			c.add(i, m)
		}
	}
	for i := range c.questions {
		q := &c.questions[i]
		slices.Sort(q.Rows)
		slices.Sort(q.Follow)
		slices.Sort(q.Columns)
	}
	return c.questions
}

func (c *collector) add(item int, m fidelity.Missing) {
	var q *Question
	switch m.Kind {
	case fidelity.MissingFact:
		fact := c.first(m.Item, m.Fact)
		if c.a.Asked(m.Item, m.Fact) == fidelity.No {
			return
		}
		q = c.question(Question{Kind: Fact, Item: m.Item, Fact: fact})
		if fact != m.Fact && !slices.Contains(q.Follow, m.Fact) {
			q.Follow = append(q.Follow, m.Fact)
		}
	case fidelity.MissingCell:
		q = c.question(Question{Kind: Cells, Table: m.Table, Column: m.Column})
		if !slices.Contains(q.Rows, m.Row) {
			q.Rows = append(q.Rows, m.Row)
		}
	default:
		q = c.question(Question{Kind: Table, Table: m.Table})
		for _, column := range columnsOf(c.a.Scale(), item, m.Table) {
			if !slices.Contains(q.Columns, column) {
				q.Columns = append(q.Columns, column)
			}
		}
	}
	list := &q.Serves
	if s := c.items[item]; s == Revisit || s == Withheld {
		list = &q.Confirms
	}
	if !slices.Contains(*list, item) {
		*list = append(*list, item)
	}
}

// question returns the question that is about the same, or adds it.
func (c *collector) question(about Question) *Question {
	for i := range c.questions {
		q := &c.questions[i]
		if q.Kind == about.Kind && q.Item == about.Item && q.Fact == about.Fact && q.Table == about.Table && q.Column == about.Column {
			return q
		}
	}
	c.questions = append(c.questions, about)
	return &c.questions[len(c.questions)-1]
}

// first returns the fact to ask before this one: the one on whose answer it
// depends, as long as that is not known, and else the fact itself.
func (c *collector) first(item, fact int) int {
	scale := c.a.Scale()
	for range scale.Items()[item].Facts { // however they depend on each other, this ends
		if c.a.Asked(item, fact) != fidelity.Maybe {
			return fact
		}
		gate := -1
		names(scale.Items()[item].Facts[fact].OnlyIf, func(cond *fidelity.Condition) {
			f, ok := scale.FactAt(item, cond.Name)
			if ok && gate < 0 && !c.a.Review().Findings[item].Facts[f].Known() {
				gate = f
			}
		})
		if gate < 0 {
			return fact
		}
		fact = gate
	}
	return fact
}

// names calls back for every comparison in a condition.
func names(c fidelity.Condition, visit func(*fidelity.Condition)) {
	if c.Name != "" {
		visit(&c)
	}
	for _, part := range slices.Concat(c.All, c.Any) {
		names(part, visit)
	}
}

// stake is how wide the ranges of these items are together, in the unit of the
// total.
func stake(a *fidelity.Assessment, items []int) fidelity.Number {
	sum := 0
	for _, i := range items {
		sum += a.Items[i].High - a.Items[i].Low
	}
	return (&rules{scale: a.Scale()}).points(sum)
}

// rank puts questions that serve an open item before those that do not, the
// most points first. Equal ones keep the order of the scale.
func rank(questions []Question) {
	slices.SortStableFunc(questions, func(x, y Question) int {
		return cmp.Or(
			cmp.Compare(min(len(y.Serves), 1), min(len(x.Serves), 1)),
			y.Points.Cmp(x.Points),
			y.Stake.Cmp(x.Stake),
			cmp.Compare(least(x), least(y)),
		)
	})
}

// least is the first item that a question is about.
func least(q Question) int {
	if all := slices.Concat(q.Serves, q.Confirms); len(all) > 0 {
		return slices.Min(all)
	}
	return 0
}
