package stats

import (
	"encoding/json"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

// agreement holds every coefficient of ours that a reference case may state.
type agreement struct {
	Kappa          *expectation `json:"kappa"`
	KappaLinear    *expectation `json:"kappa_linear"`
	KappaQuadratic *expectation `json:"kappa_quadratic"`
	AC1            *expectation `json:"AC1"`
	AC2Linear      *expectation `json:"AC2_linear"`
	AC2Quadratic   *expectation `json:"AC2_quadratic"`
	AlphaNominal   *expectation `json:"alpha_nominal"`
	AlphaOrdinal   *expectation `json:"alpha_ordinal"`
	AlphaInterval  *expectation `json:"alpha_interval"`
	ICC            *iccs        `json:"icc"`
}

func (r reference) many(t *testing.T, ratings [][]int, scale Scale, want agreement) {
	t.Helper()
	for what, c := range map[string]struct {
		weights Weights
		want    *expectation
	}{
		"AC1": {scale.Identity(), want.AC1}, "AC2 linear": {scale.Linear(), want.AC2Linear}, "AC2 quadratic": {scale.Quadratic(), want.AC2Quadratic},
	} {
		got, ok := AC(ratings, scale, c.weights)
		r.estimate(t, what, got, ok, c.want)
	}
	for what, c := range map[string]struct {
		alpha func([][]int, Scale) (float64, bool)
		want  *expectation
	}{
		"alpha nominal": {AlphaNominal, want.AlphaNominal}, "alpha ordinal": {AlphaOrdinal, want.AlphaOrdinal}, "alpha interval": {AlphaInterval, want.AlphaInterval},
	} {
		value, ok := c.alpha(ratings, scale)
		r.estimate(t, what, Estimate{Value: value}, ok, c.want)
	}
}

func (r reference) kappas(t *testing.T, table [][]int, scale Scale, want agreement) {
	t.Helper()
	for what, c := range map[string]struct {
		weights Weights
		want    *expectation
	}{
		"kappa": {scale.Identity(), want.Kappa}, "kappa linear": {scale.Linear(), want.KappaLinear}, "kappa quadratic": {scale.Quadratic(), want.KappaQuadratic},
	} {
		got, ok := Kappa(table, c.weights)
		r.estimate(t, what, got, ok, c.want)
	}
}

func TestReferencePairs(t *testing.T) {
	for _, kind := range []string{"pair25", "pair25_edge"} {
		for _, r := range cases(t, kind) {
			t.Run(r.ID, func(t *testing.T) {
				var in struct {
					A          []int `json:"reviewer_a"`
					B          []int `json:"reviewer_b"`
					Categories []int
				}
				var want struct {
					agreement
					N         int       `json:"n_pairs"`
					Exact     *int      `json:"exact"`
					Confusion [][]int   `json:"confusion_matrix"`
					Wilson    []float64 `json:"exact_wilson95"`
				}
				r.read(t, &in, &want)
				scale := Scale{in.Categories[0], in.Categories[len(in.Categories)-1]}
				table := scale.Table(in.A, in.B)
				for i := range want.Confusion {
					for j := range want.Confusion[i] {
						if table[i][j] != want.Confusion[i][j] {
							t.Errorf("table[%d][%d] is %d, want %d", i, j, table[i][j], want.Confusion[i][j])
						}
					}
				}
				r.kappas(t, table, scale, want.agreement)
				pairs := zip(in.A, in.B)
				r.many(t, pairs, scale, want.agreement)
				if want.ICC != nil {
					r.iccs(t, pairs, *want.ICC)
				}
				if want.Exact != nil {
					got, _ := Wilson(*want.Exact, want.N)
					r.near(t, "exact low", got.Low, want.Wilson[0])
					r.near(t, "exact high", got.High, want.Wilson[1])
				}
			})
		}
	}
}

func TestReferenceTables(t *testing.T) {
	for _, r := range cases(t, "kappa_table") {
		t.Run(r.ID, func(t *testing.T) {
			var in struct{ Table [][]int }
			var want agreement
			r.read(t, &in, &want)
			scale := Scale{1, len(in.Table)}
			r.kappas(t, in.Table, scale, want)
			r.many(t, spread(in.Table), scale, want)
		})
	}
	for _, r := range cases(t, "weighted_kappa_table") {
		t.Run(r.ID, func(t *testing.T) {
			var in struct {
				Table    [][]int
				Distance [][]float64 `json:"disagreement_weights"`
			}
			var want struct {
				Kappa    *expectation
				Weighted *expectation `json:"weighted_kappa"`
			}
			r.read(t, &in, &want)
			got, ok := Kappa(in.Table, Scale{1, 3}.Identity())
			r.estimate(t, "kappa", got, ok, want.Kappa)
			got, ok = Kappa(in.Table, func(i, j int) float64 { return 1 - in.Distance[i][j]/6 })
			r.estimate(t, "weighted kappa", got, ok, want.Weighted)
		})
	}
}

func TestReferenceUnitsWithGaps(t *testing.T) {
	for _, r := range cases(t, "krippendorff") {
		t.Run(r.ID, func(t *testing.T) {
			var in struct{ Units cells }
			var want agreement
			r.read(t, &in, &want)
			r.many(t, in.Units, Scale{1, 5}, want)
		})
	}
}

// iccs is one analysis of variance of the reference.
type iccs struct {
	BMS, JMS, EMS, WMS                       float64
	ICC11, ICC21, ICC31, ICC1k, ICC2k, ICC3k *expectation
}

func (r reference) iccs(t *testing.T, ratings [][]int, want iccs) {
	t.Helper()
	v, ok := Analyse(ratings)
	if !ok {
		t.Fatal("no analysis of variance")
	}
	r.near(t, "BMS", v.Between, want.BMS)
	r.near(t, "JMS", v.Columns, want.JMS)
	r.near(t, "EMS", v.Error, want.EMS)
	r.near(t, "WMS", v.Rows, want.WMS)
	for what, c := range map[string]struct {
		of        func([][]int) (Estimate, bool)
		one, mean *expectation
	}{
		"ICC(1": {ICC11, want.ICC11, want.ICC1k}, "ICC(2": {ICC21, want.ICC21, want.ICC2k}, "ICC(3": {ICC31, want.ICC31, want.ICC3k},
	} {
		got, ok := c.of(ratings)
		r.estimate(t, what+",1)", got, ok, c.one)
		r.estimate(t, what+",k)", got.Averaged(v.Raters), ok, c.mean)
	}
}

func TestReferenceICC(t *testing.T) {
	for _, r := range cases(t, "icc") {
		t.Run(r.ID, func(t *testing.T) {
			var in struct{ Ratings [][]int }
			var want iccs
			r.read(t, &in, &want)
			r.iccs(t, in.Ratings, want)
		})
	}
}

// The distributions that the package relies on, against other programs.
func TestReferenceDistributions(t *testing.T) {
	r := cases(t, "special")[0]
	var want map[string]map[string]float64
	var none json.RawMessage
	r.read(t, &none, &want)
	for _, c := range []struct {
		family, at string
		got        float64
	}{
		{"norm_ppf", "0.9", distuv.UnitNormal.Quantile(0.9)},
		{"norm_ppf", "0.975", z},
		{"norm_ppf", "0.999", distuv.UnitNormal.Quantile(0.999)},
		{"norm_cdf", "-1.5", normalBelow(-1.5)},
		{"norm_cdf", "0", normalBelow(0)},
		{"norm_cdf", "1.96", normalBelow(1.96)},
		{"t_ppf_0975", "11", distuv.StudentsT{Sigma: 1, Nu: 11}.Quantile(0.975)},
		{"t_ppf_0975", "24", distuv.StudentsT{Sigma: 1, Nu: 24}.Quantile(0.975)},
		{"f_ppf", "0.975,5,15", distuv.F{D1: 5, D2: 15}.Quantile(0.975)},
		{"f_ppf", "0.975,24,24", distuv.F{D1: 24, D2: 24}.Quantile(0.975)},
		{"f_ppf", "0.975,4.785143862212757,5", distuv.F{D1: 4.785143862212757, D2: 5}.Quantile(0.975)},
		{"f_ppf", "0.025,11,264", distuv.F{D1: 11, D2: 264}.Quantile(0.025)},
	} {
		r.near(t, c.family+" "+c.at, c.got, want[c.family][c.at])
	}
}

// zip puts two reviewers' scores side by side.
func zip(a, b []int) [][]int {
	out := make([][]int, len(a))
	for i := range a {
		out[i] = []int{a[i], b[i]}
	}
	return out
}

// spread writes a table of counts out, one row a pair.
func spread(table [][]int) [][]int {
	var out [][]int
	for i, row := range table {
		for j, count := range row {
			for range count {
				out = append(out, []int{i + 1, j + 1})
			}
		}
	}
	return out
}
