package plan

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// DefaultMargin is how many points past the line a way aims, where nobody says
// otherwise. Two reviewers can fairly differ by a point on an item, so that
// another review of the same service may well give a few points less. A point
// is a point on one item, also where the total is a mean.
const DefaultMargin = 3

// MaxWays is how many different ways are offered.
const MaxWays = 3

// Question says what the ways should lead to, and on what terms.
type Question struct {
	// Target is the total to reach; nil where nothing is to be reached, as at
	// the top band.
	Target *fidelity.Number
	Margin int // points on items to aim past the target
	// Shrink lets a margin that is out of reach become the largest that is not.
	Shrink bool
	Effort map[string]int // effort for a point, by item; instead of the scale's
	Locked []int          // items, by place, that have to stay as they are
}

// Answer is the ways to a total. They are arithmetic on guesses of effort.
type Answer struct {
	Start fidelity.Number // today's total, or the lowest possible while an item is open
	Open  []int           // items without a score; they count as the lowest they may be
	// Margin is how many points past the target the ways aim.
	Margin int
	Aim    *fidelity.Number // target with its margin; nil where there is none
	// Reached says that Start is at the aim already; there are no ways then.
	Reached bool
	Ways    []Way // the cheapest first
	// Costs are the costs of each total above Start, as far as there is a way.
	Costs []Cost
	// Left are the low items that the first way leaves as they are.
	Left []Left
	// Best is the highest total that there is a way to.
	Best fidelity.Number
}

// Short reports whether there is an aim, and no way to it.
func (a *Answer) Short() bool { return a.Aim != nil && !a.Reached && len(a.Ways) == 0 }

// Way is one way to a total: a step for each item that it touches.
type Way struct {
	Cost  int
	Total fidelity.Number
	Steps []Step // in the scale's order; To may lie several points above From
}

// Cost is the lowest effort that a total takes.
type Cost struct {
	Total fidelity.Number
	Cost  int
	// Open and Held say that there is no way to the total without items that
	// have no score yet, or that effort alone cannot raise. Such a total may
	// cost less than a lower one that takes no such item.
	Open, Held bool
}

// Ways answers how to reach a total with the least effort.
func Ways(a *fidelity.Assessment, q Question) *Answer {
	p := newProblem(a, q)
	out := &Answer{Start: p.total(0), Margin: q.Margin}
	for i := range p.items {
		if p.items[i].open {
			out.Open = append(out.Open, i)
		}
	}
	out.Costs = p.costs()
	out.Best = out.Start
	if n := len(out.Costs); n > 0 {
		out.Best = out.Costs[n-1].Total
	}
	if q.Target == nil {
		return out
	}
	line := p.points(*q.Target)
	for {
		aim := p.total(line + out.Margin)
		out.Aim, out.Reached = &aim, line+out.Margin <= 0
		if out.Reached {
			return out
		}
		if out.Ways = p.ways(line + out.Margin); len(out.Ways) > 0 {
			out.Left = p.left(&out.Ways[0])
			return out
		}
		if !q.Shrink || out.Margin == 0 {
			return out
		}
		out.Margin--
	}
}

// ways lists the best way, then the cheapest that leave out at least one item
// of each of those before. All are made of the same kinds of items.
func (p *problem) ways(need int) []Way {
	for t := settled; t <= held; t++ {
		options := p.upTo(t)
		var found [][]int
		var out []Way
		for len(out) < MaxWays {
			gains, cost, ok := cheapest(options, need, found...)
			if !ok {
				break
			}
			found = append(found, gains)
			out = append(out, p.way(gains, cost))
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

func (p *problem) way(gains []int, cost int) Way {
	w := Way{Cost: cost}
	sum := 0
	for i, gain := range gains {
		if gain == 0 {
			continue
		}
		at := slices.IndexFunc(p.items[i].options, func(o option) bool { return o.gain == gain })
		from := p.items[i].from
		w.Steps = append(w.Steps, Step{Item: i, From: from, To: from + gain, Cost: p.items[i].options[at].cost})
		sum += gain
	}
	w.Total = p.total(sum)
	return w
}

// costs gives each total the cost of its cheapest way, made of the kinds of
// items that a way to it would be made of.
func (p *problem) costs() []Cost {
	var out []Cost
	for t := settled; t <= held; t++ {
		for gain, cost := range frontier(p.upTo(t)) {
			if gain > len(out) {
				out = append(out, Cost{Total: p.total(gain), Cost: cost, Open: t == unknown, Held: t == held})
			}
		}
	}
	return out
}
