package stats

import (
	"math"
	"strconv"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
)

func TestReferenceWilson(t *testing.T) {
	for _, kind := range []string{"wilson", "anchor"} {
		r := cases(t, kind)[0]
		var in struct{ Cases [][2]int }
		var want []struct{ Wilson [2]float64 }
		r.read(t, &in, &want)
		for i, c := range in.Cases {
			got, ok := Wilson(c[0], c[1])
			if !ok {
				t.Errorf("%v: no interval", c)
			}
			r.near(t, "low", got.Low, want[i].Wilson[0])
			r.near(t, "high", got.High, want[i].Wilson[1])
		}
	}
}

func TestReferenceCronbach(t *testing.T) {
	for _, r := range cases(t, "cronbach") {
		t.Run(r.ID, func(t *testing.T) {
			var in struct{ Data [][]int }
			var want struct {
				Alpha   float64
				TotalSD float64    `json:"total_sd"`
				Feldt   [2]float64 `json:"feldt_ci95"`
				SEM     float64
				Items   []struct {
					Rest    *float64 `json:"r_item_rest"`
					Dropped float64  `json:"alpha_if_dropped"`
				}
			}
			r.read(t, &in, &want)
			got, ok := Cronbach(in.Data)
			if !ok {
				t.Fatal("no alpha")
			}
			r.near(t, "alpha", got.Value, want.Alpha)
			r.near(t, "low", got.Low, want.Feldt[0])
			r.near(t, "high", got.High, want.Feldt[1])
			totals := make([]int, len(in.Data))
			for i, row := range in.Data {
				for _, s := range row {
					totals[i] += s
				}
			}
			sd, _ := Spread(totals)
			r.near(t, "spread", sd, want.TotalSD)
			r.near(t, "sem", SEM(sd, got.Value), want.SEM)
			for j, item := range want.Items {
				rest, ok := ItemRest(in.Data, j)
				switch {
				case item.Rest == nil && ok:
					t.Errorf("item %d: %v, want no correlation", j, rest)
				case item.Rest != nil:
					r.near(t, "item-rest", rest, *item.Rest)
				}
				dropped, _ := Cronbach(Without(in.Data, j))
				r.near(t, "alpha without", dropped.Value, item.Dropped)
			}
		})
	}
}

func TestReferenceMeasurementError(t *testing.T) {
	r := cases(t, "rci")[0]
	var in struct{ SD, Reliability, Pre, Post float64 }
	var want struct {
		SEM, RCI float64
		Diff     float64 `json:"s_diff"`
	}
	r.read(t, &in, &want)
	sem := SEM(in.SD, in.Reliability)
	limits := LimitsOf(sem)
	r.near(t, "sem", sem, want.SEM)
	r.near(t, "same", limits.Same, want.Diff)
	r.near(t, "rci", (in.Post-in.Pre)/limits.Same, want.RCI)

	r = cases(t, "sem")[0]
	var spreads struct {
		Reliability float64
		SD          []float64
	}
	var table map[string]struct{ SEM, MDC95 float64 }
	r.read(t, &spreads, &table)
	for _, sd := range spreads.SD {
		row := table[strconv.FormatFloat(sd, 'f', -1, 64)]
		sem := SEM(sd, spreads.Reliability)
		r.near(t, "sem", sem, row.SEM)
		r.near(t, "sure", LimitsOf(sem).Sure, row.MDC95)
	}

	r = cases(t, "sem_ci")[0]
	var n struct{ N []int }
	var factors map[string][2]float64
	r.read(t, &n, &factors)
	for _, n := range n.N {
		got := DahlbergInterval(1, n)
		r.near(t, "low", got.Low, factors[strconv.Itoa(n)][0])
		r.near(t, "high", got.High, factors[strconv.Itoa(n)][1])
	}
}

func TestReferenceBands(t *testing.T) {
	r := cases(t, "band_prob")[0]
	var in struct {
		Cuts  []int
		Cases [][2]float64
	}
	var want []struct{ True, Repeat []float64 }
	r.read(t, &in, &want)
	for i, c := range in.Cases {
		for j, p := range TrueBands(int(c[0]), c[1], in.Cuts) {
			r.near(t, "true", p, want[i].True[j])
		}
		for j, p := range RepeatBands(int(c[0]), c[1], in.Cuts) {
			r.near(t, "repeat", p, want[i].Repeat[j])
		}
	}
}

func TestReferenceRanks(t *testing.T) {
	r := cases(t, "ranks")[0]
	var in struct {
		Totals []int
		SEM    float64
	}
	var want struct {
		Single  [][2]int `json:"rank_interval_unadjusted"`
		All     [][2]int `json:"rank_interval_bonferroni"`
		Z       float64  `json:"z_bonferroni"`
		Higher  float64  `json:"p_116_beats_108"`
		Margin  float64  `json:"margin_unadjusted"`
		Margins float64  `json:"margin_bonferroni"`
	}
	r.read(t, &in, &want)
	r.near(t, "z", distuv.UnitNormal.Quantile(1-0.025/28), want.Z)
	r.near(t, "margin", rankMargin(8, in.SEM, false), want.Margin)
	r.near(t, "margin for all", rankMargin(8, in.SEM, true), want.Margins)
	r.near(t, "higher", Higher(116, 108, in.SEM), want.Higher)
	for i, got := range RankIntervals(in.Totals, in.SEM, false) {
		if got != (RankInterval{want.Single[i][0], want.Single[i][1]}) {
			t.Errorf("site %d: %v, want %v", i, got, want.Single[i])
		}
	}
	for i, got := range RankIntervals(in.Totals, in.SEM, true) {
		if got != (RankInterval{want.All[i][0], want.All[i][1]}) {
			t.Errorf("site %d for all: %v, want %v", i, got, want.All[i])
		}
	}

	r = cases(t, "d2")[0]
	var sizes struct {
		N   []int
		SEM float64
	}
	var gaps map[string]struct {
		D2  float64
		Gap float64 `json:"gap_if_sem_3_5"`
	}
	r.read(t, &sizes, &gaps)
	for _, n := range sizes.N {
		want := gaps[strconv.Itoa(n)]
		r.near(t, "d2", D2(n), want.D2)
		r.near(t, "gap", D2(n)*sizes.SEM, want.Gap)
	}
	if D2(1) != 0 || math.Abs(D2(2)-2/math.Sqrt(math.Pi)) > 1e-12 {
		t.Errorf("D2(1) is %v, D2(2) %v", D2(1), D2(2))
	}
}
