package stats

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

var five = Scale{1, 5}

func pairs(t *rapid.T) (a, b []int) {
	n := rapid.IntRange(2, 40).Draw(t, "n")
	draw := rapid.SliceOfN(rapid.IntRange(1, 5), n, n)
	return draw.Draw(t, "a"), draw.Draw(t, "b")
}

// coefficients gives every coefficient of two reviewers, NaN where there is none.
func coefficients(a, b []int) map[string]float64 {
	out := map[string]float64{}
	put := func(name string, e Estimate, ok bool) {
		out[name] = math.NaN()
		if ok {
			out[name] = e.Value
		}
	}
	table, rows := five.Table(a, b), zip(a, b)
	kappa, ok := Kappa(table, five.Linear())
	put("kappa linear", kappa, ok)
	kappa, ok = Kappa(table, five.Quadratic())
	put("kappa quadratic", kappa, ok)
	ac, ok := AC(rows, five, five.Linear())
	put("AC2 linear", ac, ok)
	alpha, ok := AlphaOrdinal(rows, five)
	put("alpha ordinal", Estimate{Value: alpha}, ok)
	icc, ok := ICC21(rows)
	put("ICC(2,1)", icc, ok)
	return out
}

func same(t *rapid.T, why string, x, y map[string]float64) {
	for name, v := range x {
		w := y[name]
		if math.IsNaN(v) != math.IsNaN(w) || math.Abs(v-w) > 1e-9 {
			t.Errorf("%s: %s is %v and %v", why, name, v, w)
		}
	}
}

func mirror(scores []int) []int {
	out := make([]int, len(scores))
	for i, s := range scores {
		out[i] = five.Min + five.Max - s
	}
	return out
}

func TestAgreementKnowsNeitherOrderNorDirection(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pairs(t)
		base := coefficients(a, b)
		same(t, "reviewers swapped", base, coefficients(b, a))
		same(t, "scale turned round", base, coefficients(mirror(a), mirror(b)))
		order := rapid.Permutation(slices.Collect(func(yield func(int) bool) {
			for i := range a {
				if !yield(i) {
					return
				}
			}
		})).Draw(t, "order")
		pa, pb := make([]int, len(a)), make([]int, len(b))
		for to, from := range order {
			pa[to], pb[to] = a[from], b[from]
		}
		same(t, "items in another order", base, coefficients(pa, pb))
	})
}

func TestAgreementNeverPassesOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pairs(t)
		for name, v := range coefficients(a, b) {
			if v > 1+1e-9 {
				t.Errorf("%s is %v", name, v)
			}
			if slices.Equal(a, b) && !math.IsNaN(v) && math.Abs(v-1) > 1e-9 {
				t.Errorf("%s of identical scores is %v", name, v)
			}
		}
		for _, of := range []func() (Estimate, bool){
			func() (Estimate, bool) { return Kappa(five.Table(a, b), five.Linear()) },
			func() (Estimate, bool) { return AC(zip(a, b), five, five.Linear()) },
			func() (Estimate, bool) { return ICC21(zip(a, b)) },
			func() (Estimate, bool) { return ICC11(zip(a, b)) },
			func() (Estimate, bool) { return ICC31(zip(a, b)) },
		} {
			e, ok := of()
			// Satterthwaite's degrees of freedom run out for an ICC(2,1) far below 0.
			if ok && (e.Value >= 0 || !math.IsNaN(e.SE)) && (e.Low > e.Value+1e-9 || e.High < e.Value-1e-9 || e.High > 1+1e-9) {
				t.Errorf("%+v: the interval does not hold the value", e)
			}
		}
	})
}

// Quadratic kappa is Lin's concordance with divisor n; alpha of two reviewers
// is 1 less half the mean square difference over the pooled variance.
func TestCoefficientsMeetOtherFormulas(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pairs(t)
		n := float64(len(a))
		var squares float64
		for i := range a {
			squares += float64((a[i] - b[i]) * (a[i] - b[i]))
		}
		va, vb := variance(a)*(n-1)/n, variance(b)*(n-1)/n
		gap := float64(total(a)-total(b)) / n
		if kappa, ok := Kappa(five.Table(a, b), five.Quadratic()); ok {
			if lin := 1 - squares/n/(va+vb+gap*gap); math.Abs(kappa.Value-lin) > 1e-9 {
				t.Errorf("quadratic kappa %v, concordance %v", kappa.Value, lin)
			}
		}
		if alpha, ok := AlphaInterval(zip(a, b), five); ok {
			if want := 1 - squares/n/2/variance(slices.Concat(a, b)); math.Abs(alpha-want) > 1e-9 {
				t.Errorf("interval alpha %v, by the pooled variance %v", alpha, want)
			}
		}
	})
}

func total(scores []int) (out int) {
	for _, s := range scores {
		out += s
	}
	return out
}

// A reviewer who is stricter throughout by one lowers absolute agreement, and
// leaves consistency as it is.
func TestAConstantLeanLowersAbsoluteAgreementOnly(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pairs(t)
		shifted := make([]int, len(b))
		for i := range b {
			shifted[i] = b[i] + 100
		}
		before, ok := ICC31(zip(a, b))
		after, _ := ICC31(zip(a, shifted))
		if ok && math.Abs(before.Value-after.Value) > 1e-9 {
			t.Errorf("ICC(3,1) %v, and %v with a lean", before.Value, after.Value)
		}
		x, ok := ICC21(zip(a, b))
		y, okY := ICC21(zip(a, shifted))
		if ok && okY && math.Abs(y.Value) > math.Abs(x.Value)+1e-9 && x.Value > 0 {
			t.Errorf("ICC(2,1) %v, and %v with a lean", x.Value, y.Value)
		}
	})
}

func TestWilsonHoldsItsShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 200).Draw(t, "n")
		x := rapid.IntRange(0, n).Draw(t, "x")
		of := n + rapid.IntRange(1, 2000).Draw(t, "more")
		plain, _ := Wilson(x, n)
		share := float64(x) / float64(n)
		if plain.Low > share+1e-12 || plain.High < share-1e-12 || plain.Low < 0 || plain.High > 1 {
			t.Fatalf("%d of %d: %+v", x, n, plain)
		}
		turned, _ := Wilson(n-x, n)
		if math.Abs(turned.Low-(1-plain.High)) > 1e-12 || math.Abs(turned.High-(1-plain.Low)) > 1e-12 {
			t.Errorf("%d of %d: %+v, turned round %+v", x, n, plain, turned)
		}
		finite, ok := WilsonOf(x, n, of)
		if !ok || finite.Low < plain.Low-1e-12 || finite.High > plain.High+1e-12 {
			t.Errorf("%d of %d from %d: %+v, wider than %+v", x, n, of, finite, plain)
		}
		if 10*n <= of && finite != plain {
			t.Errorf("%d of %d from %d: a tenth or less, yet %+v and %+v", x, n, of, finite, plain)
		}
	})
}

func TestBandsAddUpToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		observed := rapid.IntRange(25, 125).Draw(t, "total")
		sem := rapid.Float64Range(0.1, 20).Draw(t, "sem")
		for _, chances := range [][]float64{
			TrueBands(observed, sem, []int{74, 100, 115}), RepeatBands(observed, sem, []int{74, 100, 115}), RepeatBands(observed, sem, nil),
		} {
			if got := sum(chances); math.Abs(got-1) > 1e-9 || slices.Min(chances) < 0 {
				t.Errorf("%d with %v: %v", observed, sem, chances)
			}
		}
	})
}

func TestRanksHoldTheOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		totals := rapid.SliceOfN(rapid.IntRange(25, 125), 1, 20).Draw(t, "totals")
		sem := rapid.Float64Range(0, 10).Draw(t, "sem")
		single, all := RankIntervals(totals, sem, false), RankIntervals(totals, sem, true)
		for i, at := range totals {
			above := 0
			for _, other := range totals {
				if other > at {
					above++
				}
			}
			if single[i].Best > above+1 || single[i].Worst < above+1 {
				t.Errorf("rank %d outside %+v", above+1, single[i])
			}
			if all[i].Best > single[i].Best || all[i].Worst < single[i].Worst {
				t.Errorf("%+v for all pairs is narrower than %+v", all[i], single[i])
			}
		}
	})
}
