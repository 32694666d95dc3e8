package stats

import "math"

// Kappa is Cohen's kappa of a table of two reviewers' scores, weighted by w,
// with the standard error of Fleiss, Cohen and Everitt (1969) and the normal
// interval. It has no value where both gave one and the same score throughout,
// or there is no pair at all.
func Kappa(table [][]int, w Weights) (Estimate, bool) {
	rows, columns, n := margins(table)
	if n == 0 {
		return Estimate{}, false
	}
	var observed, expected float64
	rowMean, columnMean := make([]float64, len(rows)), make([]float64, len(columns))
	for i := range rows {
		for j := range columns {
			weight := w(i, j)
			observed += weight * float64(table[i][j]) / n
			expected += weight * rows[i] * columns[j]
			rowMean[i] += weight * columns[j]
			columnMean[j] += weight * rows[i]
		}
	}
	if 1-expected < tiny {
		return Estimate{}, false
	}
	kappa := (observed - expected) / (1 - expected)
	var square float64
	for i := range rows {
		for j := range columns {
			d := w(i, j) - (rowMean[i]+columnMean[j])*(1-kappa)
			square += float64(table[i][j]) / n * d * d
		}
	}
	centre := kappa - expected*(1-kappa)
	spread := square - centre*centre
	if spread < tiny {
		spread = 0
	}
	se := math.Sqrt(spread/n) / (1 - expected)
	return Estimate{Value: kappa, SE: se, Low: kappa - z*se, High: min(kappa+z*se, 1)}, true
}

// tiny is below every difference that the counts of a real table can make, and
// above what rounding leaves of a zero.
const tiny = 1e-12

// margins gives the shares of the rows and columns, and the number of pairs.
func margins(table [][]int) (rows, columns []float64, n float64) {
	rows, columns = make([]float64, len(table)), make([]float64, len(table))
	for i := range table {
		for j, count := range table[i] {
			rows[i] += float64(count)
			columns[j] += float64(count)
			n += float64(count)
		}
	}
	for i := range rows {
		rows[i] /= max(n, 1)
		columns[i] /= max(n, 1)
	}
	return rows, columns, n
}
