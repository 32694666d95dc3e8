package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// MeanDifference is the mean of a less b over pairs of totals, with the 95%
// interval of Student's t. It has no value with fewer than two pairs.
func MeanDifference(a, b []int) (mean float64, interval Interval, ok bool) {
	n := min(len(a), len(b))
	if n < 2 {
		return 0, Interval{}, false
	}
	differences := make([]int, n)
	sum := 0
	for i := range n {
		differences[i] = a[i] - b[i]
		sum += differences[i]
	}
	mean = float64(sum) / float64(n)
	se := math.Sqrt(variance(differences) / float64(n))
	reach := distuv.StudentsT{Sigma: 1, Nu: float64(n - 1)}.Quantile(highTail) * se
	return mean, Interval{Low: mean - reach, High: mean + reach}, true
}
