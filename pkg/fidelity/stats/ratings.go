package stats

import "math"

// Missing stands in a row of ratings for a score that was not given.
const Missing = math.MinInt

// Scale is a run of whole scores. Coefficients are always taken over the whole
// of it, whichever scores occur, so that they do not depend on the sample.
type Scale struct {
	Min, Max int
}

// Len is the number of scores of the scale.
func (s Scale) Len() int { return s.Max - s.Min + 1 }

// Weights says how far two scores agree, by their places on the scale (0 is
// the lowest): 1 for the same score, down to 0.
type Weights func(i, j int) float64

// Identity counts only the same score as agreement.
func (s Scale) Identity() Weights {
	return func(i, j int) float64 {
		if i == j {
			return 1
		}
		return 0
	}
}

// Linear takes off agreement in proportion to the distance of two scores.
func (s Scale) Linear() Weights {
	return s.fall(1)
}

// Quadratic takes off agreement in proportion to the square of the distance.
func (s Scale) Quadratic() Weights {
	return s.fall(2)
}

func (s Scale) fall(power float64) Weights {
	most := float64(max(s.Len()-1, 1))
	return func(i, j int) float64 {
		return 1 - math.Pow(math.Abs(float64(i-j))/most, power)
	}
}

// tally counts for every row how many ratings fell on each score. Missing
// ratings and scores outside the scale are not counted.
func (s Scale) tally(rows [][]int) [][]float64 {
	out := make([][]float64, len(rows))
	for i, row := range rows {
		out[i] = make([]float64, s.Len())
		for _, score := range row {
			if s.holds(score) {
				out[i][score-s.Min]++
			}
		}
	}
	return out
}

// Table counts the pairs of two reviewers' scores of the same items: rows are
// the scores of a, columns those of b. An item without both is not counted.
func (s Scale) Table(a, b []int) [][]int {
	out := make([][]int, s.Len())
	for i := range out {
		out[i] = make([]int, s.Len())
	}
	for i := range min(len(a), len(b)) {
		if s.holds(a[i]) && s.holds(b[i]) {
			out[a[i]-s.Min][b[i]-s.Min]++
		}
	}
	return out
}

func (s Scale) holds(score int) bool { return score >= s.Min && score <= s.Max }

func sum(values []float64) float64 {
	var total float64
	for _, v := range values {
		total += v
	}
	return total
}
