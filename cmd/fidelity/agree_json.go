package main

import (
	"math"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// agreementOut is the agreement of one visit for other programs. What is not
// calculated is null, and not_calculated says why.
type agreementOut struct {
	N              int                `json:"n"`
	Exact          int                `json:"exact"`
	WithinOne      int                `json:"within_one"`
	Totals         map[string]float64 `json:"totals"` // over the n items
	MeanDifference *float64           `json:"mean_difference"`
	KappaLinear    *coefficientOut    `json:"kappa_linear"`
	AC2Linear      *coefficientOut    `json:"ac2_linear"`
	AlphaOrdinal   *coefficientOut    `json:"alpha_ordinal"`
	ICC21          *coefficientOut    `json:"icc_2_1"`
	NotCalculated  map[string]string  `json:"not_calculated"`
	Differences    []differenceOut    `json:"differences"` // widest first
	Unpaired       []differenceOut    `json:"unpaired"`    // not scored by every reviewer
	Settled        bool               `json:"settled"`
}

type coefficientOut struct {
	Value float64  `json:"value"`
	SE    *float64 `json:"se,omitempty"`
	Low   *float64 `json:"low,omitempty"`
	High  *float64 `json:"high,omitempty"`
}

type differenceOut struct {
	Item   string          `json:"item"`
	Scores map[string]*int `json:"scores"`
}

func agreementJSON(j *agree.Joint) agreementOut {
	f := j.Agreement()
	_, settled := j.Settled()
	out := agreementOut{
		N: f.N, Exact: f.Exact, WithinOne: f.WithinOne, Totals: map[string]float64{}, NotCalculated: map[string]string{},
		Differences: []differenceOut{}, Unpaired: []differenceOut{}, Settled: settled,
	}
	for r := range j.Raters {
		out.Totals[j.Raters[r].ID] = twelve(f.Totals[r].Float())
	}
	if f.HasMeanDifference {
		mean := twelve(f.MeanDifference)
		out.MeanDifference = &mean
	}
	put := func(name string, c agree.Coefficient) *coefficientOut {
		if why := report.WhyNot(c.Why); why != "" {
			out.NotCalculated[name] = why
			return nil
		}
		return &coefficientOut{Value: twelve(c.Value), SE: given(c.SE), Low: given(c.Low), High: given(c.High)}
	}
	out.KappaLinear = put("kappa_linear", f.KappaLinear)
	out.AC2Linear = put("ac2_linear", f.AC2Linear)
	out.AlphaOrdinal = put("alpha_ordinal", f.AlphaOrdinal)
	out.ICC21 = put("icc_2_1", f.ICC21)
	for _, d := range f.Differences {
		out.Differences = append(out.Differences, differenceOf(j, d.Item))
	}
	for _, i := range append(f.Unpaired, f.Unscored...) {
		out.Unpaired = append(out.Unpaired, differenceOf(j, i))
	}
	return out
}

func differenceOf(j *agree.Joint, item int) differenceOut {
	d := differenceOut{Item: j.Review.Scale().Items()[item].ID, Scores: map[string]*int{}}
	for r := range j.Raters {
		var score *int
		if s, ok := j.Raters[r].Ratings[item].Score(); ok {
			score = &s
		}
		d.Scores[j.Raters[r].ID] = score
	}
	return d
}

// twelve leaves out the digits that floating point makes up.
func twelve(v float64) float64 { return math.Round(v*1e12) / 1e12 }

// given is a limit or an error that there is.
func given(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	v = twelve(v)
	return &v
}
