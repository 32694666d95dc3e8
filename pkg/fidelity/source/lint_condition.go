package source

import (
	"math"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// limits are what a condition asks of one name: a whole number, as values are
// rounded before they are compared, or the place of an answer among all.
type limits struct {
	low, high int
	given     bool // the cell must be filled in
}

func (a limits) and(b limits) limits {
	return limits{max(a.low, b.low), min(a.high, b.high), a.given || b.given}
}

// possible reports whether any value is within the limits.
func (a limits) possible() bool { return a.low <= a.high }

// inside reports whether all that is within a is within b.
func (a limits) inside(b limits) bool {
	return a.low >= b.low && a.high <= b.high && (a.given || !b.given)
}

// alternative is one way in which a condition can hold: all of its limits.
type alternative map[string]limits

// terms is what the names in the conditions of one item can be.
type terms struct {
	domain  map[string]limits
	choices map[string][]string
}

var anything = limits{low: math.MinInt, high: math.MaxInt}

// termsOf looks a name up as rules do: a measure, else a fact, else a column
// of the row.
func (l *lint) termsOf(item *fidelity.Item) *terms {
	t := &terms{map[string]limits{}, map[string][]string{}}
	table := l.table(item.Each)
	if table != nil {
		for c := range table.Columns {
			t.choices[table.Columns[c].ID] = table.Columns[c].Choices()
			t.domain[table.Columns[c].ID] = rangeOfColumn(&table.Columns[c])
		}
	}
	for f := range item.Facts {
		fact := &item.Facts[f]
		t.choices[fact.ID] = fact.Choices()
		t.domain[fact.ID] = limits{low: 0, high: len(fact.Choices()) - 1}
		if fact.Kind == fidelity.Whole {
			t.domain[fact.ID] = limits{low: 0, high: math.MaxInt}
		}
	}
	for m := range item.Measures {
		delete(t.choices, item.Measures[m].ID)
		t.domain[item.Measures[m].ID] = rangeOfMeasure(&item.Measures[m], table)
	}
	return t
}

func (l *lint) table(id string) *fidelity.Table {
	if t, ok := l.scale.TableAt(id); ok {
		return &l.def.Tables[t]
	}
	return nil
}

func rangeOfColumn(c *fidelity.Column) limits {
	if n := len(c.Choices()); n > 0 {
		return limits{low: 0, high: n - 1}
	}
	if c.Kind == fidelity.Percent {
		return limits{low: 0, high: 100}
	}
	out := anything
	for _, low := range []*fidelity.Number{c.Limits.AtLeast, c.Limits.Above} {
		if low != nil {
			out.low = whole(low.Round())
		}
	}
	if c.Limits.AtMost != nil {
		out.high = whole(c.Limits.AtMost.Round())
	}
	return out
}

// rangeOfMeasure is what a measure can be whatever the evidence, as far as its
// calculation says so.
func rangeOfMeasure(m *fidelity.Measure, row *fidelity.Table) limits {
	switch m.Calc {
	case fidelity.Share, fidelity.Distinct, fidelity.Spread:
		return limits{low: 0, high: 100}
	case fidelity.Count:
		return limits{low: 0, high: math.MaxInt}
	case fidelity.Members:
		return limits{low: 0, high: max(m.Size, 1)}
	case fidelity.ValueOf:
		for c := range row.Columns {
			if row.Columns[c].ID == m.Columns[0] && m.Times <= 1 {
				return rangeOfColumn(&row.Columns[c])
			}
		}
	}
	return anything
}

// mostAlternatives is how many ways a condition can have before it is left
// alone; no rule comes near it.
const mostAlternatives = 256

// alternatives writes a condition as ways in which it can hold. It returns
// false where there are too many.
func (t *terms) alternatives(c *fidelity.Condition) ([]alternative, bool) {
	switch {
	case c.Name != "":
		return []alternative{{c.Name: t.limits(c)}}, true
	case len(c.Any) > 0:
		var all []alternative
		for i := range c.Any {
			some, ok := t.alternatives(&c.Any[i])
			if all = append(all, some...); !ok || len(all) > mostAlternatives {
				return nil, false
			}
		}
		return all, true
	}
	all := []alternative{{}}
	for i := range c.All {
		some, ok := t.alternatives(&c.All[i])
		if !ok || len(all)*len(some) > mostAlternatives {
			return nil, false
		}
		all = cross(all, some)
	}
	return all, true
}

// cross joins every way of one condition with every way of another.
func cross(left, right []alternative) []alternative {
	var out []alternative
	for _, a := range left {
		for _, b := range right {
			both := alternative{}
			for name, limits := range a {
				both[name] = limits
			}
			for name, limits := range b {
				if other, ok := both[name]; ok {
					limits = limits.and(other)
				}
				both[name] = limits
			}
			out = append(out, both)
		}
	}
	return out
}

// limits are what one comparison asks, within what the name can be.
func (t *terms) limits(c *fidelity.Condition) limits {
	ask := limits{low: math.MinInt, high: math.MaxInt}
	switch c.Op {
	case fidelity.AtMost:
		ask.high = floor(c.Number)
	case fidelity.AtLeast:
		ask.low = ceiling(c.Number)
	case fidelity.Below:
		ask.high = ceiling(c.Number) - 1
	case fidelity.Above:
		ask.low = floor(c.Number) + 1
	case fidelity.AtLeastAnswer:
		ask.low = t.place(c)
	case fidelity.IsAnswer:
		ask.low, ask.high = t.place(c), t.place(c)
	case fidelity.GivenCell:
		ask.given = true
	}
	return ask.and(t.of(c.Name))
}

func (t *terms) place(c *fidelity.Condition) int {
	for i, answer := range t.choices[c.Name] {
		if answer == c.Answer {
			return i
		}
	}
	return 0
}

func (t *terms) of(name string) limits {
	if domain, ok := t.domain[name]; ok {
		return domain
	}
	return anything
}

// inside reports whether b holds wherever a does.
func (t *terms) inside(a, b alternative) bool {
	for name, limits := range b {
		own, ok := a[name]
		if !ok {
			own = t.of(name)
		}
		if !own.inside(limits) {
			return false
		}
	}
	return true
}

// covered reports whether each way of a condition lies in a way of another.
func (t *terms) covered(ways, by []alternative) bool {
	for _, a := range ways {
		found := false
		for _, b := range by {
			found = found || t.inside(a, b)
		}
		if !found {
			return false
		}
	}
	return true
}

var half, _ = fidelity.ParseNumber("0.5")

func floor(n fidelity.Number) int { return whole(n.Sub(half).Round()) }

func ceiling(n fidelity.Number) int {
	if n.IsWhole() {
		return whole(n)
	}
	return floor(n) + 1
}

// whole returns a whole number, kept within what can be compared with ease.
func whole(n fidelity.Number) int {
	i, ok := n.Int()
	switch {
	case ok:
		return i
	case n.Sign() < 0:
		return math.MinInt + 1
	}
	return math.MaxInt - 1
}
