package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// D2 is the distance from lowest to highest, in standard deviations, that n
// equal values are expected to show by chance (the control-chart constant d2):
// 2.85 for 8. It is 0 for n below 2.
func D2(n int) float64 {
	if n < 2 {
		return 0
	}
	// The range is the integral of 1 - F^n - (1-F)^n. It is smooth and falls off
	// fast, so equal steps reach full precision.
	const reach, step = 9.0, 1.0 / 64
	var total float64
	for x := -reach; x <= reach; x += step {
		f := distuv.UnitNormal.CDF(x)
		total += 1 - math.Pow(f, float64(n)) - math.Pow(1-f, float64(n))
	}
	return total * step
}

// RankInterval gives the best and worst rank that a site may have, from 1 for
// the highest total.
type RankInterval struct {
	Best, Worst int
}

// RankIntervals gives each total the ranks it may have, where totals have the
// standard error sem: only a total further away than chance allows is surely
// higher or lower. With all true the level of 95% holds for all pairs together
// (Bonferroni), else for each pair by itself.
func RankIntervals(totals []int, sem float64, all bool) []RankInterval {
	margin := rankMargin(len(totals), sem, all)
	out := make([]RankInterval, len(totals))
	for i, t := range totals {
		out[i] = RankInterval{Best: 1, Worst: len(totals)}
		for _, other := range totals {
			switch d := float64(other - t); {
			case d > margin:
				out[i].Best++
			case d < -margin:
				out[i].Worst--
			}
		}
	}
	return out
}

func rankMargin(n int, sem float64, all bool) float64 {
	critical := z
	if pairs := n * (n - 1) / 2; all && pairs > 1 {
		critical = distuv.UnitNormal.Quantile(1 - lowTail/float64(pairs))
	}
	return critical * math.Sqrt2 * sem
}

// Higher is the chance that a site with total a is truly above one with total
// b, where both have the standard error sem.
func Higher(a, b int, sem float64) float64 {
	return normalBelow(float64(a-b) / (math.Sqrt2 * sem))
}
