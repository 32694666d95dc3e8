package compare

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/stats"
)

// Figures about several sites are worth showing from these numbers on.
const (
	LeastForEase     = 5  // how high an item scores on the whole
	LeastForAlpha    = 10 // how well the items hang together
	LeastForItemRest = 30 // how an item goes with the others; alpha is rough below
)

// ItemAcross is one item over the sites of a pack.
type ItemAcross struct {
	Item   int
	Low    []int // places of the sites where it is low
	Strong []int // where it is strong
	Of     int   // sites where it has a score
	Open   int   // open actions about it
	Late   int   // of those, late ones
	Lacks  []Lack
	// Ease is where the mean score lies between the lowest (0) and the highest
	// (1); from LeastForEase sites on.
	Ease    float64
	HasEase bool
	// Rest is the correlation with the sum of the other items, over sites where
	// all are scored; from LeastForItemRest sites on.
	Rest    float64
	HasRest bool
}

// Lack is a fact of an item that low sites do not have in place.
type Lack struct {
	Fact  int
	Sites int
}

// IsLow reports whether a score is surely in the lowest quarter of the scale:
// 1 or 2 of 1 to 5.
func IsLow(scale *fidelity.Scale, s Span) bool {
	scores := scale.Scores()
	return 4*(s.High-scores.Min) <= scores.Max-scores.Min
}

// IsStrong reports whether a score is surely in the highest quarter of the
// scale: 4 or 5 of 1 to 5.
func IsStrong(scale *fidelity.Scale, s Span) bool {
	scores := scale.Scores()
	return 4*(s.Low-scores.Min) >= 3*(scores.Max-scores.Min)
}

// across looks at each item over all sites.
func across(scale *fidelity.Scale, sites []Site) []ItemAcross {
	out := make([]ItemAcross, len(scale.Items()))
	full := scoreTable(sites)
	for i := range out {
		a := &out[i]
		a.Item = i
		var scores []int
		lacks := map[int]int{}
		for s := range sites {
			it := &sites[s].Record.Items[i]
			if it.State != fidelity.Open {
				scores = append(scores, it.Score())
			}
			switch {
			case IsLow(scale, it.Span):
				a.Low = append(a.Low, s)
				for _, fact := range it.Lacks {
					lacks[fact]++
				}
			case IsStrong(scale, it.Span):
				a.Strong = append(a.Strong, s)
			}
			for _, action := range sites[s].Actions {
				if action.Place == i {
					a.Open++
					if action.Late {
						a.Late++
					}
				}
			}
		}
		a.Of = len(scores)
		for fact := range scale.Items()[i].Facts {
			if lacks[fact] > 0 {
				a.Lacks = append(a.Lacks, Lack{fact, lacks[fact]})
			}
		}
		slices.SortStableFunc(a.Lacks, func(x, y Lack) int { return y.Sites - x.Sites })
		if len(scores) >= LeastForEase {
			a.Ease, a.HasEase = stats.Ease(scores, stats.Scale{Min: scale.Scores().Min, Max: scale.Scores().Max})
		}
		if len(full) >= LeastForItemRest {
			a.Rest, a.HasRest = stats.ItemRest(full, i)
		}
	}
	return out
}

// Score is the score of an item that has one.
func (r *ItemRecord) Score() int { return r.Span.Low }

// scoreTable is the scores of the sites where every item has one.
func scoreTable(sites []Site) (table [][]int) {
	for i := range sites {
		if !sites[i].Total.Settled() {
			continue
		}
		row := make([]int, len(sites[i].Record.Items))
		for j := range row {
			row[j] = sites[i].Record.Items[j].Score()
		}
		table = append(table, row)
	}
	return table
}

// SharedGaps are the items that are low in at least two sites and in a third
// of those that score them, those that most share first.
func (p *Pack) SharedGaps() []*ItemAcross {
	return p.sharedBy(func(a *ItemAcross) int {
		if len(a.Low) < 2 || 3*len(a.Low) < len(p.Sites) {
			return 0
		}
		return len(a.Low)
	})
}

// Strengths are the items that are strong in most sites, in two at least,
// those that most share first.
func (p *Pack) Strengths() []*ItemAcross {
	return p.sharedBy(func(a *ItemAcross) int {
		if len(a.Strong) < 2 || 2*len(a.Strong) <= len(p.Sites) {
			return 0
		}
		return len(a.Strong)
	})
}

func (p *Pack) sharedBy(weight func(*ItemAcross) int) (out []*ItemAcross) {
	for i := range p.Items {
		if weight(&p.Items[i]) > 0 {
			out = append(out, &p.Items[i])
		}
	}
	slices.SortStableFunc(out, func(x, y *ItemAcross) int { return weight(y) - weight(x) })
	return out
}
