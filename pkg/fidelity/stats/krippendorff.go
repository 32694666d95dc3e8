package stats

// AlphaOrdinal is Krippendorff's alpha with the ordinal metric (Krippendorff
// 2011). Rows are items, columns reviewers, in any number; ratings may be
// Missing, and an item with fewer than two is left out. It has no value where
// all ratings that can be paired are the same.
func AlphaOrdinal(ratings [][]int, scale Scale) (float64, bool) {
	return krippendorff(ratings, scale, func(counts []float64, c, k int) float64 {
		between := -(counts[c] + counts[k]) / 2
		for g := min(c, k); g <= max(c, k); g++ {
			between += counts[g]
		}
		return between * between
	})
}

// AlphaInterval is Krippendorff's alpha with the interval metric: the square
// of the distance of two scores.
func AlphaInterval(ratings [][]int, scale Scale) (float64, bool) {
	return krippendorff(ratings, scale, func(_ []float64, c, k int) float64 {
		return float64((c - k) * (c - k))
	})
}

// AlphaNominal is Krippendorff's alpha where scores are the same or not.
func AlphaNominal(ratings [][]int, scale Scale) (float64, bool) {
	return krippendorff(ratings, scale, func(_ []float64, c, k int) float64 {
		if c == k {
			return 0
		}
		return 1
	})
}

func krippendorff(ratings [][]int, scale Scale, distance func(counts []float64, c, k int) float64) (float64, bool) {
	q := scale.Len()
	coincide := make([][]float64, q)
	for c := range coincide {
		coincide[c] = make([]float64, q)
	}
	counts := make([]float64, q)
	for _, item := range scale.tally(ratings) {
		rated := sum(item)
		if rated < 2 {
			continue
		}
		for c := range item {
			counts[c] += item[c]
			for k := range item {
				pairs := item[c] * item[k]
				if c == k {
					pairs = item[c] * (item[c] - 1)
				}
				coincide[c][k] += pairs / (rated - 1)
			}
		}
	}
	n := sum(counts)
	var observed, expected float64
	for c := range q {
		for k := range q {
			d := distance(counts, c, k)
			observed += coincide[c][k] * d
			expected += counts[c] * counts[k] * d
		}
	}
	if expected == 0 {
		return 0, false
	}
	return 1 - observed/n/(expected/(n*(n-1))), true
}
