package stats

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"
)

// Variance is the analysis of variance of a full table of ratings: Items rows
// by Raters columns, with the mean squares between rows, between columns
// (raters), of the error that is left, and within rows.
type Variance struct {
	Items, Raters                 int
	Between, Columns, Error, Rows float64
}

// Analyse takes a table of ratings apart. Its sums are exact, so a mean square
// that is 0 is exactly 0. It has no value with fewer than two rows or columns,
// rows of different length, or a Missing rating.
func Analyse(ratings [][]int) (Variance, bool) {
	if len(ratings) < 2 || len(ratings[0]) < 2 {
		return Variance{}, false
	}
	n, k := len(ratings), len(ratings[0])
	columns := make([]int, k)
	var all, squares, rowSquares, columnSquares int
	for _, row := range ratings {
		if len(row) != k {
			return Variance{}, false
		}
		var total int
		for j, v := range row {
			if v == Missing {
				return Variance{}, false
			}
			total += v
			columns[j] += v
			squares += v * v
		}
		all += total
		rowSquares += total * total
	}
	for _, c := range columns {
		columnSquares += c * c
	}
	// The sums of squares, times n and k.
	total := n*k*squares - all*all
	between := n*rowSquares - all*all
	across := k*columnSquares - all*all
	part := func(sum, df int) float64 { return float64(sum) / float64(n*k) / float64(df) }
	return Variance{
		Items: n, Raters: k,
		Between: part(between, n-1),
		Columns: part(across, k-1),
		Error:   part(total-between-across, (n-1)*(k-1)),
		Rows:    part(total-between, n*(k-1)),
	}, true
}

// ICC21 is the intraclass correlation ICC(2,1) of Shrout and Fleiss (1979):
// two-way random, absolute agreement, one reviewer, with the interval of
// McGraw and Wong (1996). SE is not given. It has no value where the ratings
// do not vary, or vary only in a way that leaves nothing to divide by; the
// limits are NaN where no degree of freedom is left for them.
func ICC21(ratings [][]int) (Estimate, bool) {
	v, ok := Analyse(ratings)
	if !ok {
		return Estimate{}, false
	}
	n, k := float64(v.Items), float64(v.Raters)
	below := v.Between + (k-1)*v.Error + k*(v.Columns-v.Error)/n
	if below <= tiny {
		return Estimate{}, false
	}
	rho := (v.Between - v.Error) / below
	out := Estimate{Value: rho, SE: math.NaN(), Low: 1, High: 1}
	if v.Error == 0 && v.Columns == 0 {
		return out, true
	}
	// Satterthwaite's degrees of freedom, multiplied by the error so that an
	// error of 0 divides nothing.
	a := k * rho * v.Columns
	b := (n*(1+(k-1)*rho) - k*rho) * v.Error
	df := (k - 1) * (n - 1) * (a + b) * (a + b) / ((n-1)*a*a + b*b)
	if df < tiny {
		out.Low, out.High = math.NaN(), math.NaN()
		return out, true
	}
	fLow := distuv.F{D1: n - 1, D2: df}.Quantile(highTail)
	fHigh := distuv.F{D1: df, D2: n - 1}.Quantile(highTail)
	rest := k*v.Columns + (k*n-k-n)*v.Error
	out.Low = n * (v.Between - fLow*v.Error) / (fLow*rest + n*v.Between)
	out.High = n * (fHigh*v.Between - v.Error) / (rest + n*fHigh*v.Between)
	return out, true
}

// ICC11 is ICC(1,1): each item rated by reviewers of its own.
func ICC11(ratings [][]int) (Estimate, bool) {
	v, ok := Analyse(ratings)
	if !ok {
		return Estimate{}, false
	}
	return oneWay(v.Between, v.Rows, v.Raters, v.Items-1, v.Items*(v.Raters-1))
}

// ICC31 is ICC(3,1): consistency, where one reviewer may be higher throughout.
func ICC31(ratings [][]int) (Estimate, bool) {
	v, ok := Analyse(ratings)
	if !ok {
		return Estimate{}, false
	}
	return oneWay(v.Between, v.Error, v.Raters, v.Items-1, (v.Items-1)*(v.Raters-1))
}

func oneWay(between, within float64, raters, df1, df2 int) (Estimate, bool) {
	k := float64(raters)
	if between+(k-1)*within == 0 {
		return Estimate{}, false
	}
	if within == 0 {
		return Estimate{Value: 1, SE: math.NaN(), Low: 1, High: 1}, true
	}
	of := func(f float64) float64 { return (f - 1) / (f + k - 1) }
	f, d1, d2 := between/within, float64(df1), float64(df2)
	return Estimate{
		Value: of(f), SE: math.NaN(),
		Low:  of(f / distuv.F{D1: d1, D2: d2}.Quantile(highTail)),
		High: of(f * distuv.F{D1: d2, D2: d1}.Quantile(highTail)),
	}, true
}

// Averaged turns the ICC of one reviewer into that of the mean of k reviewers
// (Spearman and Brown), its limits alike.
func (e Estimate) Averaged(k int) Estimate {
	of := func(r float64) float64 { return float64(k) * r / (1 + float64(k-1)*r) }
	return Estimate{Value: of(e.Value), SE: math.NaN(), Low: of(e.Low), High: of(e.High)}
}
