// Package stats holds the statistics of fidelity reviews: how far reviewers
// agree, how sure a total is, and how well the items of a scale hang together.
//
// Every function gives the mathematical value, with ok false where there is
// none (0 divided by 0). Whether a figure is worth showing is for the caller
// to decide: a kappa of 0 for a reviewer who gave one score throughout is right
// and says nothing. Intervals are two-sided, 95%. Distributions come from gonum.
package stats

import "gonum.org/v1/gonum/stat/distuv"

// Estimate is a coefficient with its standard error and 95% interval. An
// upper limit never passes 1, the most that agreement can be.
type Estimate struct {
	Value, SE, Low, High float64
}

// Interval is a 95% interval.
type Interval struct {
	Low, High float64
}

const (
	lowTail  = 0.025
	highTail = 0.975
)

// z is the two-sided 95% point of the normal distribution, 1.96.
var z = distuv.UnitNormal.Quantile(highTail)
