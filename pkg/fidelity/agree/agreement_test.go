package agree_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
)

func TestTheReferencePair(t *testing.T) {
	a := joint(t, nil, scored(t, "r1", typical[0]...), scored(t, "r2", typical[1]...)).Agreement()
	if a.N != 25 || a.Exact != 19 || a.WithinOne != 24 || !a.Complete() {
		t.Errorf("n %d, exact %d, within one %d", a.N, a.Exact, a.WithinOne)
	}
	if a.Totals[0].String() != "102" || a.Totals[1].String() != "103" || math.Abs(a.MeanDifference+0.04) > 1e-12 {
		t.Errorf("totals %v, mean difference %v", a.Totals, a.MeanDifference)
	}
	if top, ok := a.Higher(); !ok || top != 1 {
		t.Errorf("higher: %d, %v", top, ok)
	}
	for name, c := range map[string]struct {
		got  agree.Coefficient
		want float64
	}{
		"kappa": {a.KappaLinear, 0.726989079563}, "AC2": {a.AC2Linear, 0.857665717771},
		"alpha": {a.AlphaOrdinal, 0.760389893269}, "ICC": {a.ICC21, 0.812824956672},
	} {
		if c.got.Why != agree.Calculated || math.Abs(c.got.Value-c.want) > 1e-9 {
			t.Errorf("%s: %+v, want %v", name, c.got, c.want)
		}
	}
	var items, widths []int
	for _, d := range a.Differences {
		items, widths = append(items, d.Item), append(widths, d.Width)
	}
	if !slices.Equal(items, []int{21, 2, 9, 13, 17, 23}) || !slices.Equal(widths, []int{2, 1, 1, 1, 1, 1}) {
		t.Errorf("differences %v, widths %v", items, widths)
	}
}

func TestWhatIsNotCalculated(t *testing.T) {
	varied := typical[0]
	for name, c := range map[string]struct {
		a, b       []int
		kappa, ac2 agree.Reason
	}{
		"every score the same":       {repeat(5, 25), repeat(5, 25), agree.AllSame, agree.AllSame},
		"one reviewer constant":      {repeat(5, 25), varied, agree.Constant, agree.Calculated},
		"each constant, at two":      {repeat(5, 25), repeat(4, 25), agree.Constant, agree.Calculated},
		"nine pairs":                 {varied[:9], varied[:9], agree.TooFew, agree.TooFew},
		"ten pairs":                  {varied[:10], varied[:10], agree.Calculated, agree.Calculated},
		"no pair":                    {varied[:5], append(repeat(0, 5), 3, 3), agree.TooFew, agree.TooFew},
		"nobody has scored anything": {nil, nil, agree.TooFew, agree.TooFew},
	} {
		t.Run(name, func(t *testing.T) {
			a := joint(t, nil, scored(t, "r1", c.a...), scored(t, "r2", c.b...)).Agreement()
			if a.KappaLinear.Why != c.kappa || a.AC2Linear.Why != c.ac2 {
				t.Errorf("kappa %v, AC2 %v", a.KappaLinear.Why, a.AC2Linear.Why)
			}
		})
	}
}

func TestScoresOfOneReviewerAloneMakeNoPair(t *testing.T) {
	one, two := scored(t, "r1", 5, 0, 3, 4), scored(t, "r2", 5, 2, 0, 3)
	two.Review.Findings[2].Rating = fidelity.NotEnoughEvidence()
	j := joint(t, nil, one, two)
	a := j.Agreement()
	if a.N != 2 || a.Exact != 1 || !slices.Equal(a.Unpaired, []int{1, 2}) || len(a.Unscored) != 21 || a.Complete() {
		t.Errorf("%+v", a)
	}
	open, settled := j.Settled()
	if settled || len(open) != 24 {
		t.Errorf("open %v", open)
	}
}

func TestThreeReviewers(t *testing.T) {
	a := joint(t, nil, scored(t, "r1", typical[0]...), scored(t, "r2", typical[1]...), scored(t, "r3", typical[0]...)).Agreement()
	if a.Exact != 19 || a.KappaLinear.Why != agree.MoreThanTwo || a.HasMeanDifference || a.AC2Linear.Why != agree.Calculated {
		t.Errorf("%+v", a)
	}
}

func TestAgreementKeepsItsWord(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		draw := rapid.SliceOfN(rapid.IntRange(0, 5), 25, 25)
		x, y := draw.Draw(rt, "a"), draw.Draw(rt, "b")
		one := joint(t, nil, scored(t, "r1", x...), scored(t, "r2", y...)).Agreement()
		two := joint(t, nil, scored(t, "r2", y...), scored(t, "r1", x...)).Agreement()
		if one.Exact+len(one.Differences) != one.N || one.N+len(one.Unpaired)+len(one.Unscored) != 25 || one.WithinOne < one.Exact {
			rt.Errorf("counts do not add up: %+v", one)
		}
		if one.MeanDifference != -two.MeanDifference || math.Abs(one.AC2Linear.Value-two.AC2Linear.Value) > 1e-9 || one.KappaLinear.Why != two.KappaLinear.Why {
			rt.Errorf("it matters who is named first: %+v, %+v", one, two)
		}
		if !slices.IsSortedFunc(one.Differences, func(a, b agree.Difference) int { return b.Width - a.Width }) {
			rt.Errorf("not the widest first: %v", one.Differences)
		}
	})
}
