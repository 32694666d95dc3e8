package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// AC is Gwet's agreement coefficient: AC1 with the weights Identity, AC2 with
// others. Rows are items, columns reviewers; ratings may be Missing. An item
// with one rating counts towards how common a score is, not towards agreement.
// The standard error is Gwet's (2014), over n-1, its interval from Student's t.
// There is no value without an item that two reviewers rated, and no error
// (NaN) with a single item.
func AC(ratings [][]int, scale Scale, w Weights) (Estimate, bool) {
	items, both := rated(scale.tally(ratings))
	n, q := float64(len(items)), scale.Len()
	if both == 0 || q < 2 {
		return Estimate{}, false
	}
	common := make([]float64, q)
	agreement := make([]float64, len(items))
	var observed, weights float64
	for i, item := range items {
		agreement[i] = agreementOf(item, w)
		observed += agreement[i] / both
		for k := range item {
			common[k] += item[k] / sum(item) / n
		}
	}
	for i := range q {
		for j := range q {
			weights += w(i, j)
		}
	}
	perPair := weights / float64(q*(q-1))
	var expected float64
	for _, share := range common {
		expected += perPair * share * (1 - share)
	}
	ac := (observed - expected) / (1 - expected)

	var square float64
	for i, item := range items {
		part := agreement[i]
		if sum(item) >= 2 {
			part -= expected
		}
		var chance float64
		for k := range item {
			chance += perPair * item[k] * (1 - common[k]) / sum(item)
		}
		d := n/both*part/(1-expected) - 2*(1-ac)*(chance-expected)/(1-expected) - ac
		square += d * d
	}
	if n < 2 {
		return Estimate{Value: ac, SE: math.NaN(), Low: math.NaN(), High: math.NaN()}, true
	}
	se := math.Sqrt(square / (n * (n - 1)))
	reach := distuv.StudentsT{Sigma: 1, Nu: n - 1}.Quantile(highTail) * se
	return Estimate{Value: ac, SE: se, Low: ac - reach, High: min(ac+reach, 1)}, true
}

// rated leaves out items without any rating, and counts those with two or more.
func rated(items [][]float64) (out [][]float64, both float64) {
	for _, item := range items {
		switch count := sum(item); {
		case count >= 2:
			both++
			fallthrough
		case count == 1:
			out = append(out, item)
		}
	}
	return out, both
}

// agreementOf is the share of pairs of one item's ratings that agree, weighted.
func agreementOf(item []float64, w Weights) float64 {
	count := sum(item)
	if count < 2 {
		return 0
	}
	var pairs float64
	for k := range item {
		var near float64
		for l := range item {
			near += w(k, l) * item[l]
		}
		pairs += item[k] * (near - 1)
	}
	return pairs / (count * (count - 1))
}
