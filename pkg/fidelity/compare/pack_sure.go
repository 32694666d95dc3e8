package compare

import (
	"math"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/stats"
)

// Sureness is how far the totals of a pack can be leaned on.
type Sureness struct {
	Sites []SiteSure // by the places of Pack.Sites
	// Equal is how many points lie between the highest and the lowest total of
	// as many services that are truly equal: d2(n) standard errors. Seen is
	// what lies between those of the pack. Both are in points of the total, over
	// Settled sites, and 0 under two.
	Equal, Seen float64
	Settled     int
	// Alpha is Cronbach's alpha with Feldt's interval, from LeastForAlpha sites
	// with all items scored; Rough under LeastForItemRest.
	Alpha    stats.Estimate
	HasAlpha bool
	Rough    bool
}

// SiteSure is how sure the band of a site is.
type SiteSure struct {
	// Same is the chance that another pair of reviewers, now, would also say
	// this band; nothing without Known.
	Same  float64
	Known bool
	// Close is the band on the other side of an edge within one standard error
	// of the total; -1 where none is.
	Close int
}

// surenessOf works out how sure a pack is.
func surenessOf(p *Pack) (s Sureness) {
	sums, places := p.settled()
	s.Sites = make([]SiteSure, len(p.Sites))
	for i := range s.Sites {
		s.Sites[i].Close = -1
	}
	cuts := p.cuts()
	sem, per := p.sumSEM(), p.sumSEM()/p.Margin.SEM.Float()
	low, high := math.MaxInt, math.MinInt
	for i, sum := range sums {
		low, high = min(low, sum), max(high, sum)
		if len(cuts) > 0 {
			s.Sites[places[i]] = sureOf(sum, p.Sites[places[i]].Total.Band, sem, cuts)
		}
	}
	if s.Settled = len(sums); s.Settled >= 2 {
		s.Equal, s.Seen = stats.D2(len(sums))*sem/per, float64(high-low)/per
	}
	if table := scoreTable(p.Sites); len(table) >= LeastForAlpha {
		s.Alpha, s.HasAlpha = stats.Cronbach(table)
		s.Rough = len(table) < LeastForItemRest
	}
	return s
}

func sureOf(sum, band int, sem float64, cuts []int) SiteSure {
	out := SiteSure{Close: -1}
	if band < 0 {
		return out
	}
	out.Same, out.Known = stats.RepeatBands(sum, sem, cuts)[band], true
	for i, cut := range cuts {
		// The edge lies half a point below the lowest total of the band.
		if edge := float64(cut) - 0.5; math.Abs(float64(sum)-edge) <= sem {
			out.Close = i + 1 // the band above the edge
			if sum >= cut {
				out.Close = i
			}
		}
	}
	return out
}

// cuts are the lowest sums of scores of the bands above the lowest.
func (p *Pack) cuts() (cuts []int) {
	bands := p.Scale.Bands()
	for i := range bands {
		if i == 0 {
			continue
		}
		from := bands[i].From
		if p.Scale.Method() == fidelity.Mean {
			from = from.Mul(fidelity.Int(len(p.Scale.Items())))
		}
		cuts = append(cuts, int(math.Ceil(from.Float()-1e-9)))
	}
	return cuts
}
