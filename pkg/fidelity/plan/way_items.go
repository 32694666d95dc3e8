package plan

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// kind sorts items by how readily they are part of a way.
type kind int

const (
	settled kind = iota // has a score, and effort can raise it
	unknown             // open: what it takes is not known before its score is
	held                // what every higher score requires is not there, and takes more than effort
	locked              // has to stay as it is
)

// start is an item at the outset.
type start struct {
	from    int // today's score, or the lowest possible
	open    bool
	kind    kind
	effort  int
	options []option // in rising order
}

// problem is what the search is about: the items, and how points make a total.
type problem struct {
	items []start
	sum   int // of all today's scores
	of    int // what the sum is divided by: 1, or the items for a mean
	scale *fidelity.Scale
}

func newProblem(a *fidelity.Assessment, q Question) *problem {
	scale := a.Scale()
	p := &problem{items: make([]start, len(a.Items)), of: 1, scale: scale}
	if scale.Method() == fidelity.Mean {
		p.of = len(a.Items)
	}
	for i := range p.items {
		p.items[i] = startOf(a, q, i)
		p.sum += p.items[i].from
	}
	return p
}

func startOf(a *fidelity.Assessment, q Question, i int) start {
	scale := a.Scale()
	def := &scale.Items()[i]
	it := start{from: a.Items[i].Score, effort: Effort(def, q.Effort)}
	if a.Items[i].State == fidelity.Open {
		it.open, it.kind, it.from = true, unknown, a.Items[i].Low
		if a.Review().Findings[i].Rating.Decided() {
			it.from = scale.Scores().Min // whatever the evidence says, it was not enough for a score
		}
	}
	if a.Requires(i) == fidelity.No {
		it.kind = held
	}
	if slices.Contains(q.Locked, i) {
		it.kind = locked
	}
	for _, score := range a.Attainable(i) {
		if score > it.from {
			it.options = append(it.options, option{score - it.from, cost(it.effort, it.from, score, scale.Scores().Max)})
		}
	}
	return it
}

// Effort is what a point on an item takes: what the user says, or else the
// scale. An item of which neither says anything takes 1.
func Effort(def *fidelity.Item, own map[string]int) int {
	if n, ok := own[def.ID]; ok {
		return n
	}
	return max(def.Effort, 1)
}

// upTo gives the options of items up to a kind, and none to the others.
func (p *problem) upTo(k kind) [][]option {
	out := make([][]option, len(p.items))
	for i := range p.items {
		if p.items[i].kind <= k {
			out[i] = p.items[i].options
		}
	}
	return out
}

// total is the total with so many points more than today.
func (p *problem) total(gain int) fidelity.Number {
	n, _ := fidelity.Int(p.sum + gain).Div(fidelity.Int(p.of))
	return n
}

// points is how many points a total is above today's, rounded up: a total
// between two that exist is reached with the higher.
func (p *problem) points(total fidelity.Number) int {
	need := total.Mul(fidelity.Int(p.of)).Sub(fidelity.Int(p.sum))
	whole := need.Round()
	if whole.Cmp(need) < 0 {
		whole = whole.Add(fidelity.Int(1))
	}
	n, _ := whole.Int()
	return n
}

// Left is a low item that a way leaves as it is.
type Left struct {
	Item  int // place in the scale
	Score int // today's, or the lowest possible
	Why   Why
	Each  int // effort for its next point
}

// Why says why a low item was left out.
type Why int

// The reasons.
const (
	Dearer  Why = iota // points of the way take less effort
	Even               // its points take no more than some of the way, which touches fewer items without it
	OpenYet            // it has no score yet
	Held               // what its higher scores require is not there
	Locked             // the user said so
	AtRest             // its rule has no higher score
)

// left lists the items with a score up to the middle of the scale that a way
// does not touch, the lowest first.
func (p *problem) left(w *Way) []Left {
	dearest := 0 // most for a point, rounded up, in a step of the way
	touched := map[int]bool{}
	for _, s := range w.Steps {
		touched[s.Item] = true
		dearest = max(dearest, (s.Cost+s.To-s.From-1)/(s.To-s.From))
	}
	var out []Left
	for i := range p.items {
		it := &p.items[i]
		if it.from > Middle(p.scale) || touched[i] {
			continue
		}
		l := Left{Item: i, Score: it.from}
		if len(it.options) > 0 {
			first := it.options[0]
			l.Each = (first.cost + first.gain - 1) / first.gain
		}
		switch {
		case it.kind == locked:
			l.Why = Locked
		case it.kind == held:
			l.Why = Held
		case it.open:
			l.Why = OpenYet
		case len(it.options) == 0:
			l.Why = AtRest
		case l.Each <= dearest:
			l.Why = Even
		}
		out = append(out, l)
	}
	slices.SortStableFunc(out, func(x, y Left) int { return x.Score - y.Score })
	return out
}
