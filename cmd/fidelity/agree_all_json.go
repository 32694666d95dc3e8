package main

import "github.com/ips-fidelity/fidelity/pkg/fidelity/agree"

// acrossOut is what many joint reviews show together. Figures for which there
// are too few reviews are null.
type acrossOut struct {
	Reviews int          `json:"reviews"`
	Items   []itemOut    `json:"items"` // most disagreement first
	Leans   []leanOut    `json:"leans"`
	Totals  totalsOut    `json:"totals"`
	Visits  []jointVisit `json:"visits"`
}

type itemOut struct {
	Item      string   `json:"item"`
	Reviews   int      `json:"reviews"`
	Exact     int      `json:"exact"`
	WithinOne int      `json:"within_one"`
	Apart     int      `json:"apart"`    // 2 points or more
	MeanGap   *float64 `json:"mean_gap"` // null without a review
}

type leanOut struct {
	Reviewers [2]string `json:"reviewers"` // the first is higher on average
	Reviews   int       `json:"reviews"`
	Mean      *float64  `json:"mean"`
	Low       *float64  `json:"low"`
	High      *float64  `json:"high"`
	Clear     bool      `json:"clear"`
}

type totalsOut struct {
	Reviews  int             `json:"reviews"`
	ICC11    *coefficientOut `json:"icc_1_1"` // where pairs differ from visit to visit
	ICC21    *coefficientOut `json:"icc_2_1"` // of one and the same pair
	SEM      *coefficientOut `json:"sem"`     // Dahlberg, a floor
	Replaces bool            `json:"may_replace_assumed"`
}

type jointVisit struct {
	Service   string             `json:"service"`
	Visit     string             `json:"visit"`
	N         int                `json:"n"`
	Exact     int                `json:"exact"`
	WithinOne int                `json:"within_one"`
	Totals    map[string]float64 `json:"totals"` // by the reviewers' ids
}

func acrossJSON(o *agree.Overview) acrossOut {
	out := acrossOut{Reviews: len(o.Joints), Items: []itemOut{}, Leans: []leanOut{}, Visits: []jointVisit{}}
	for _, r := range o.Items {
		it := itemOut{Item: o.Scale.Items()[r.Item].ID, Reviews: r.Reviews, Exact: r.Exact, WithinOne: r.WithinOne, Apart: r.Apart}
		if r.Reviews > 0 {
			it.MeanGap = given(r.MeanGap)
		}
		out.Items = append(out.Items, it)
	}
	for i := range o.Leans {
		l := &o.Leans[i]
		lean := leanOut{Reviewers: [2]string{l.A, l.B}, Reviews: l.Reviews, Clear: l.Clear()}
		if l.Known {
			lean.Mean, lean.Low, lean.High = given(l.Mean), given(l.Interval.Low), given(l.Interval.High)
		}
		out.Leans = append(out.Leans, lean)
	}
	t := &o.Totals
	out.Totals = totalsOut{Reviews: t.Reviews, Replaces: t.Replaces}
	if t.Known {
		out.Totals.SEM = &coefficientOut{Value: twelve(t.SEM), Low: given(t.SEMRange.Low), High: given(t.SEMRange.High)}
		if t.ICC.Why == agree.Calculated {
			icc := &coefficientOut{Value: twelve(t.ICC.Value), Low: given(t.ICC.Low), High: given(t.ICC.High)}
			if t.OnePair {
				out.Totals.ICC21 = icc
			} else {
				out.Totals.ICC11 = icc
			}
		}
	}
	for i, j := range o.Joints {
		v := jointVisit{Service: j.Review.Service.ID, Visit: j.Review.Visit.From.String(), N: o.Visits[i].N, Exact: o.Visits[i].Exact, WithinOne: o.Visits[i].WithinOne, Totals: map[string]float64{}}
		for r := range j.Raters {
			v.Totals[j.Raters[r].ID] = twelve(o.Visits[i].Totals[r].Float())
		}
		out.Visits = append(out.Visits, v)
	}
	return out
}
