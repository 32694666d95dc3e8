package agree

import (
	"cmp"
	"math"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/stats"
)

// LeastPairs is how many items two reviewers must both have scored before a
// coefficient says anything.
const LeastPairs = 10

// Reason says why a coefficient is not calculated.
type Reason uint8

// The reasons. The zero value is none: there is a value.
const (
	Calculated  Reason = iota
	TooFew             // fewer than LeastPairs items
	AllSame            // every score is the same
	Constant           // a reviewer gave one and the same score throughout
	MoreThanTwo        // the coefficient is for two reviewers
	NoVariation        // what is left to compare does not vary
)

// Coefficient is a measure of agreement, or why there is none.
type Coefficient struct {
	stats.Estimate // limits and error are NaN where the coefficient has none
	Why            Reason
}

// Difference is an item that reviewers scored differently.
type Difference struct {
	Item   int
	Scores []int // by the raters
	Width  int   // highest less lowest score
}

// Agreement is how far the reviewers of one visit agree.
type Agreement struct {
	// N is the number of items that every reviewer scored; all figures are over
	// these.
	N, Exact, WithinOne int
	// Totals are by the raters, over the N items, by the method of the scale.
	Totals []fidelity.Number
	// MeanDifference is the mean of the first reviewer's score less the
	// second's; nothing unless there are two reviewers and N is above 0.
	MeanDifference                              float64
	HasMeanDifference                           bool
	KappaLinear, AC2Linear, AlphaOrdinal, ICC21 Coefficient

	Differences []Difference // widest first, then in the scale's order
	Unpaired    []int        // items that not every reviewer scored, but one did
	Unscored    []int        // items that nobody scored
}

// Agreement compares the ratings of the joint.
func (j *Joint) Agreement() *Agreement {
	a := &Agreement{Totals: make([]fidelity.Number, len(j.Raters))}
	var rows [][]int
	for i := range j.Review.Findings {
		row, scored := j.row(i)
		switch {
		case scored == 0:
			a.Unscored = append(a.Unscored, i)
			continue
		case scored < len(j.Raters):
			a.Unpaired = append(a.Unpaired, i)
			continue
		}
		rows = append(rows, row)
		width := slices.Max(row) - slices.Min(row)
		a.N++
		if width == 0 {
			a.Exact++
		} else {
			a.Differences = append(a.Differences, Difference{Item: i, Scores: row, Width: width})
		}
		if width <= 1 {
			a.WithinOne++
		}
	}
	slices.SortStableFunc(a.Differences, func(x, y Difference) int { return cmp.Compare(y.Width, x.Width) })
	j.totals(a, rows)
	a.coefficients(rows, scaleOf(j.Review.Scale()))
	return a
}

// row is what each rater scored an item, and how many did.
func (j *Joint) row(item int) (row []int, scored int) {
	row = make([]int, len(j.Raters))
	for r := range j.Raters {
		score, ok := j.Raters[r].Ratings[item].Score()
		row[r] = stats.Missing
		if ok {
			row[r] = score
			scored++
		}
	}
	return row, scored
}

func (j *Joint) totals(a *Agreement, rows [][]int) {
	for r := range j.Raters {
		sum := 0
		for _, row := range rows {
			sum += row[r]
		}
		a.Totals[r] = fidelity.Int(sum)
		if j.Review.Scale().Method() == fidelity.Mean && a.N > 0 {
			a.Totals[r], _ = fidelity.Int(sum).Div(fidelity.Int(a.N))
		}
	}
	if len(j.Raters) == 2 && a.N > 0 {
		difference := 0
		for _, row := range rows {
			difference += row[0] - row[1]
		}
		a.MeanDifference, a.HasMeanDifference = float64(difference)/float64(a.N), true
	}
}

// Complete reports whether every item of the scale was scored by all, so that
// the totals are those of whole reviews.
func (a *Agreement) Complete() bool { return len(a.Unpaired)+len(a.Unscored) == 0 }

// Higher is the rater with the highest total, and false where two share it.
func (a *Agreement) Higher() (rater int, ok bool) {
	for r := range a.Totals {
		if a.Totals[r].Cmp(a.Totals[rater]) > 0 {
			rater = r
		}
	}
	for r := range a.Totals {
		if r != rater && a.Totals[r].Cmp(a.Totals[rater]) == 0 {
			return 0, false
		}
	}
	return rater, len(a.Totals) > 1
}

func scaleOf(s *fidelity.Scale) stats.Scale {
	return stats.Scale{Min: s.Scores().Min, Max: s.Scores().Max}
}

func (a *Agreement) coefficients(rows [][]int, scale stats.Scale) {
	why := Calculated
	switch {
	case len(rows) < LeastPairs:
		why = TooFew
	case flat(rows):
		why = AllSame
	}
	if why != Calculated {
		none := Coefficient{Why: why}
		a.KappaLinear, a.AC2Linear, a.AlphaOrdinal, a.ICC21 = none, none, none, none
		return
	}
	a.KappaLinear = kappa(rows, scale)
	ac, ok := stats.AC(rows, scale, scale.Linear())
	a.AC2Linear = coefficient(ac, ok)
	alpha, ok := stats.AlphaOrdinal(rows, scale)
	a.AlphaOrdinal = coefficient(stats.Estimate{Value: alpha, SE: math.NaN(), Low: math.NaN(), High: math.NaN()}, ok)
	icc, ok := stats.ICC21(rows)
	a.ICC21 = coefficient(icc, ok)
}

func kappa(rows [][]int, scale stats.Scale) Coefficient {
	if len(rows[0]) != 2 {
		return Coefficient{Why: MoreThanTwo}
	}
	first, second := column(rows, 0), column(rows, 1)
	if constant(first) || constant(second) {
		return Coefficient{Why: Constant}
	}
	e, ok := stats.Kappa(scale.Table(first, second), scale.Linear())
	return coefficient(e, ok)
}

func coefficient(e stats.Estimate, ok bool) Coefficient {
	if !ok {
		return Coefficient{Why: NoVariation}
	}
	return Coefficient{Estimate: e}
}

func column(rows [][]int, j int) []int {
	out := make([]int, len(rows))
	for i := range rows {
		out[i] = rows[i][j]
	}
	return out
}

func constant(scores []int) bool { return slices.Min(scores) == slices.Max(scores) }

func flat(rows [][]int) bool {
	for j := range rows[0] {
		if !constant(column(rows, j)) || rows[0][j] != rows[0][0] {
			return false
		}
	}
	return true
}
