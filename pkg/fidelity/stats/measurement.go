package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// SEM is the standard error of measurement of a total whose spread over sites
// is sd and whose reliability is from 0 to 1.
func SEM(sd, reliability float64) float64 {
	return sd * math.Sqrt(1-reliability)
}

// Dahlberg is the standard error of one total, from totals that two reviewers
// gave the same services: the root of the sum of d squared over 2n (Dahlberg
// 1940). It is a floor: reviewers who saw the same days differ less than two
// reviews would. It has no value without a pair.
func Dahlberg(a, b []int) (float64, bool) {
	n := min(len(a), len(b))
	if n == 0 {
		return 0, false
	}
	var squares float64
	for i := range n {
		d := float64(a[i] - b[i])
		squares += d * d
	}
	return math.Sqrt(squares / float64(2*n)), true
}

// DahlbergInterval says how well n pairs pin down the error that Dahlberg
// gave, by the chi-square distribution with n degrees of freedom. n is 1 or more.
func DahlbergInterval(sem float64, n int) Interval {
	chi := distuv.ChiSquared{K: float64(n)}
	of := func(p float64) float64 { return sem * math.Sqrt(float64(n)/chi.Quantile(p)) }
	return Interval{Low: of(highTail), High: of(lowTail)}
}

// Limits are the two differences between totals of two reviews that matter,
// in points.
type Limits struct {
	// Same is the standard error of a difference, sem times the root of 2: a
	// smaller difference is about the same.
	Same float64
	// Sure is 1.96 times that: up to and including it a service may have
	// changed, beyond it has changed by more than scoring noise.
	Sure float64
}

// LimitsOf gives the limits for totals with the standard error sem.
func LimitsOf(sem float64) Limits {
	return Limits{Same: math.Sqrt2 * sem, Sure: z * math.Sqrt2 * sem}
}

// Points gives both limits in whole points, rounded up: 5 and 10 for a sem of 3.5.
func (l Limits) Points() (same, sure int) {
	return ceil(l.Same), ceil(l.Sure)
}

// ceil rounds up, but not for what floating point adds to a whole number.
func ceil(v float64) int { return int(math.Ceil(v - 1e-9)) }

// RepeatBands gives the chance that a second review by another pair of
// reviewers would fall into each band, lowest first, where this one gave total:
// the spread of a second review about the first is sem times the root of 2.
// cuts are the lowest totals of the bands above the lowest, ascending; totals
// are whole, so the edges lie half a point below. The chances add up to 1.
func RepeatBands(total int, sem float64, cuts []int) []float64 {
	return bands(total, math.Sqrt2*sem, cuts)
}

// TrueBands gives the chance that the total without scoring noise lies in each
// band: the spread is sem itself.
func TrueBands(total int, sem float64, cuts []int) []float64 {
	return bands(total, sem, cuts)
}

func bands(total int, sd float64, cuts []int) []float64 {
	out := make([]float64, len(cuts)+1)
	below := 0.0
	for i, cut := range cuts {
		upTo := normalBelow((float64(cut) - 0.5 - float64(total)) / sd)
		out[i] = upTo - below
		below = upTo
	}
	out[len(cuts)] = 1 - below
	return out
}

func normalBelow(x float64) float64 { return distuv.UnitNormal.CDF(x) }
