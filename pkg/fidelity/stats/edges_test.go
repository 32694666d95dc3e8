package stats

import (
	"math"
	"testing"
)

func TestNothingToCalculate(t *testing.T) {
	fives := [][]int{{5, 5}, {5, 5}, {5, 5}}
	for name, got := range map[string]func() bool{
		"kappa of no pair":                  func() bool { _, ok := Kappa(five.Table(nil, nil), five.Linear()); return ok },
		"kappa of one and the same score":   func() bool { _, ok := Kappa(five.Table([]int{5, 5}, []int{5, 5}), five.Linear()); return ok },
		"AC without an item rated twice":    func() bool { _, ok := AC([][]int{{5, Missing}}, five, five.Linear()); return ok },
		"AC of nothing":                     func() bool { _, ok := AC(nil, five, five.Linear()); return ok },
		"AC on a scale of one score":        func() bool { _, ok := AC(fives, Scale{5, 5}, five.Linear()); return ok },
		"alpha of one and the same score":   func() bool { _, ok := AlphaOrdinal(fives, five); return ok },
		"alpha of nothing":                  func() bool { _, ok := AlphaOrdinal(nil, five); return ok },
		"ICC of one and the same score":     func() bool { _, ok := ICC21(fives); return ok },
		"ICC(1,1) of one score":             func() bool { _, ok := ICC11(fives); return ok },
		"ICC of one row":                    func() bool { _, ok := ICC21([][]int{{1, 2}}); return ok },
		"ICC of one column":                 func() bool { _, ok := ICC21([][]int{{1}, {2}}); return ok },
		"ICC of two opposite rows":          func() bool { _, ok := ICC21([][]int{{1, 2}, {2, 1}}); return ok },
		"ICC with a score missing":          func() bool { _, ok := ICC21([][]int{{1, 2}, {Missing, 1}}); return ok },
		"ICC of rows of different length":   func() bool { _, ok := ICC31([][]int{{1, 2}, {1}}); return ok },
		"Wilson of none":                    func() bool { _, ok := Wilson(0, 0); return ok },
		"Wilson of more than all":           func() bool { _, ok := Wilson(3, 2); return ok },
		"Wilson of a whole list":            func() bool { _, ok := WilsonOf(8, 10, 10); return ok },
		"Dahlberg of no pair":               func() bool { _, ok := Dahlberg(nil, nil); return ok },
		"ease of no score":                  func() bool { _, ok := Ease(nil, five); return ok },
		"Cronbach of one site":              func() bool { _, ok := Cronbach([][]int{{1, 2}}); return ok },
		"Cronbach of one item":              func() bool { _, ok := Cronbach([][]int{{1}, {2}}); return ok },
		"Cronbach of equal totals":          func() bool { _, ok := Cronbach([][]int{{1, 2}, {2, 1}}); return ok },
		"item-rest of an item that is flat": func() bool { _, ok := ItemRest([][]int{{5, 2}, {5, 1}}, 0); return ok },
		"spread of one total":               func() bool { _, ok := Spread([]int{100}); return ok },
	} {
		if got() {
			t.Errorf("%s has a value", name)
		}
	}
}

func TestPerfectAgreement(t *testing.T) {
	rows := [][]int{{1, 1, 1}, {2, 2, 2}, {5, 5, 5}, {4, 4, 4}}
	for name, of := range map[string]func([][]int) (Estimate, bool){"ICC(1,1)": ICC11, "ICC(2,1)": ICC21, "ICC(3,1)": ICC31} {
		got, ok := of(rows)
		if !ok || got.Value != 1 || got.Low != 1 || got.High != 1 {
			t.Errorf("%s of three equal reviewers: %+v, %v", name, got, ok)
		}
	}
	// One reviewer is higher by 1 throughout: nothing is left to error.
	got, ok := ICC21([][]int{{1, 2}, {2, 3}, {4, 5}, {3, 4}})
	if !ok || got.Value >= 1 || got.Low > got.Value || got.High < got.Value {
		t.Errorf("ICC(2,1) of a constant lean: %+v, %v", got, ok)
	}
	one, ok := AC([][]int{{5, 5}}, five, five.Linear())
	if !ok || one.Value != 1 || !math.IsNaN(one.SE) {
		t.Errorf("AC of one item: %+v, %v", one, ok)
	}
}

func TestMissingScoresLeavePairs(t *testing.T) {
	table := five.Table([]int{1, Missing, 3, 5}, []int{1, 2, Missing, 4})
	if table[0][0] != 1 || table[4][3] != 1 || table[2][0]+table[0][1] != 0 {
		t.Errorf("table %v", table)
	}
	all, _ := AlphaOrdinal([][]int{{1, 1}, {2, 3}, {4, 4}}, five)
	more, _ := AlphaOrdinal([][]int{{1, 1}, {2, 3}, {4, 4}, {5, Missing}, {Missing, Missing}}, five)
	if all != more {
		t.Errorf("alpha %v, and %v with ratings that have no partner", all, more)
	}
}

func TestFiniteListNarrowsWilson(t *testing.T) {
	// 10 of a list of 64 is more than a tenth: n counts as 10 x 63 / 54.
	got, _ := WilsonOf(8, 10, 64)
	want, _ := wilson(8, 10, 10*63.0/54)
	if got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
	if tenth, _ := WilsonOf(8, 10, 100); tenth.Low >= got.Low {
		t.Errorf("a tenth of a list: %+v, more of a list: %+v", tenth, got)
	}
}

func TestLimitsInPoints(t *testing.T) {
	for _, c := range []struct {
		sem        float64
		same, sure int
	}{{3.5, 5, 10}, {0, 0, 0}, {math.Sqrt2, 2, 4}, {2.5, 4, 7}, {5, 8, 14}} {
		same, sure := LimitsOf(c.sem).Points()
		if same != c.same || sure != c.sure {
			t.Errorf("sem %v: %d and %d, want %d and %d", c.sem, same, sure, c.same, c.sure)
		}
	}
}

func TestDahlberg(t *testing.T) {
	got, ok := Dahlberg([]int{100, 90, 110}, []int{104, 90, 108})
	if want := math.Sqrt(20.0 / 6); !ok || math.Abs(got-want) > 1e-12 {
		t.Errorf("%v, want %v", got, want)
	}
}

func TestEase(t *testing.T) {
	for _, c := range []struct {
		scores []int
		scale  Scale
		want   float64
	}{{[]int{1, 5, 3}, five, 0.5}, {[]int{5, 5}, five, 1}, {[]int{0, 1, 1}, Scale{0, 3}, 2.0 / 9}} {
		if got, ok := Ease(c.scores, c.scale); !ok || math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v: %v, want %v", c.scores, got, c.want)
		}
	}
}

func TestMeanDifference(t *testing.T) {
	// Differences 1, 2, 3, 4: mean 2.5, spread 1.2910, t with 3 degrees 3.1824.
	mean, interval, ok := MeanDifference([]int{101, 92, 83, 74}, []int{100, 90, 80, 70})
	if !ok || mean != 2.5 || math.Abs(interval.Low-0.445739743) > 1e-8 || math.Abs(interval.High-4.554260257) > 1e-8 {
		t.Errorf("%v, %+v", mean, interval)
	}
	if _, same, ok := MeanDifference([]int{5, 6}, []int{4, 5}); !ok || same != (Interval{Low: 1, High: 1}) {
		t.Errorf("a lean that never varies: %+v", same)
	}
	if _, _, ok := MeanDifference([]int{5}, []int{4}); ok {
		t.Error("one pair has an interval")
	}
}
