package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Ease is where the mean of an item's scores lies between the lowest (0) and
// the highest (1) of the scale. It has no value without a score, or where the
// scale has one score only.
func Ease(scores []int, scale Scale) (float64, bool) {
	if len(scores) == 0 || scale.Max <= scale.Min {
		return 0, false
	}
	var total int
	for _, s := range scores {
		total += s - scale.Min
	}
	return float64(total) / float64(len(scores)) / float64(scale.Max-scale.Min), true
}

// Cronbach is Cronbach's alpha of a table of scores, rows sites and columns
// items, with the interval of Feldt (1965); SE is not given. It has no value
// with fewer than two sites or items, or where all sites have the same total.
func Cronbach(scores [][]int) (Estimate, bool) {
	if len(scores) < 2 || len(scores[0]) < 2 {
		return Estimate{}, false
	}
	n, k := float64(len(scores)), float64(len(scores[0]))
	totals := make([]int, len(scores))
	var items float64
	for j := range scores[0] {
		items += variance(column(scores, j))
	}
	for i, row := range scores {
		for _, s := range row {
			totals[i] += s
		}
	}
	whole := variance(totals)
	if whole == 0 {
		return Estimate{}, false
	}
	alpha := k / (k - 1) * (1 - items/whole)
	f := distuv.F{D1: n - 1, D2: (n - 1) * (k - 1)}
	return Estimate{
		Value: alpha, SE: math.NaN(),
		Low:  1 - (1-alpha)*f.Quantile(highTail),
		High: 1 - (1-alpha)*f.Quantile(lowTail),
	}, true
}

// ItemRest is the correlation of one item with the sum of the others over all
// sites. It has no value where the item or the rest does not vary.
func ItemRest(scores [][]int, item int) (float64, bool) {
	of, rest := column(scores, item), make([]int, len(scores))
	for i, row := range scores {
		for j, s := range row {
			if j != item {
				rest[i] += s
			}
		}
	}
	return correlation(of, rest)
}

// Without is the table without one item, to see what alpha is without it.
func Without(scores [][]int, item int) [][]int {
	out := make([][]int, len(scores))
	for i, row := range scores {
		out[i] = append(append(make([]int, 0, len(row)-1), row[:item]...), row[item+1:]...)
	}
	return out
}

// Spread is the standard deviation of totals, over n-1. It has no value with
// fewer than two.
func Spread(totals []int) (float64, bool) {
	if len(totals) < 2 {
		return 0, false
	}
	return math.Sqrt(variance(totals)), true
}

func column(scores [][]int, j int) []int {
	out := make([]int, len(scores))
	for i, row := range scores {
		out[i] = row[j]
	}
	return out
}

// deviations is n times the sum of products of two lists about their means:
// whole, so that no variation is exactly 0.
func deviations(a, b []int) int {
	var sumA, sumB, products int
	for i := range a {
		sumA += a[i]
		sumB += b[i]
		products += a[i] * b[i]
	}
	return len(a)*products - sumA*sumB
}

func variance(values []int) float64 {
	n := float64(len(values))
	return float64(deviations(values, values)) / n / (n - 1)
}

func correlation(a, b []int) (float64, bool) {
	aa, bb := deviations(a, a), deviations(b, b)
	if aa == 0 || bb == 0 {
		return 0, false
	}
	return float64(deviations(a, b)) / math.Sqrt(float64(aa)) / math.Sqrt(float64(bb)), true
}
