package agree_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

// many makes joints of n visits; lean is how many items the second reviewer
// scores one point higher at each visit.
func many(t reviewtest.TB, n int, lean func(visit int) int) []*agree.Joint {
	var out []*agree.Joint
	for v := range n {
		first, second := make([]int, 25), make([]int, 25)
		for i := range first {
			first[i] = 2 + (i+v*v)%3
			second[i] = first[i]
			if i < lean(v) {
				second[i]++
			}
		}
		a, b := scored(t, "r1", first...), scored(t, "r2", second...)
		// Another visit of the same two, with another spread of totals.
		for i := range min(v, 25) {
			_ = a.Review.Rate(a.Review.Scale().Items()[i].ID, b.Review.Findings[i].Rating)
		}
		j, err := agree.FromCopies([]agree.Copy{a, b}, nil)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, j)
	}
	return out
}

func TestFiguresTakeEnoughReviews(t *testing.T) {
	for n, want := range map[int]struct{ lean, total, replaces bool }{
		1: {false, false, false}, 4: {false, false, false}, 5: {true, false, false}, 9: {true, false, false},
		10: {true, true, false}, 19: {true, true, false}, 20: {true, true, true},
	} {
		t.Run(fmt.Sprint(n), func(t *testing.T) {
			o := agree.Across(many(t, n, func(v int) int { return 20 + v%3 }))
			if len(o.Leans) != 1 || o.Leans[0].Known != want.lean || o.Totals.Known != want.total || o.Totals.Replaces != want.replaces || o.Totals.Reviews != n {
				t.Errorf("leans %+v, totals %+v", o.Leans, o.Totals)
			}
		})
	}
}

func TestALeanIsNamedAfterTheHigher(t *testing.T) {
	o := agree.Across(many(t, 6, func(int) int { return 20 }))
	l := o.Leans[0]
	if l.A != "T. Lindqvist" || l.B != "A. Okafor" || l.Mean <= 0 || !l.Clear() || l.Interval.Low > l.Mean || l.Interval.High < l.Mean {
		t.Errorf("%+v", l)
	}
	even := agree.Across(many(t, 6, func(v int) int { return (v % 2) * 3 }))
	if even.Leans[0].Clear() {
		t.Errorf("a lean that comes and goes is clear: %+v", even.Leans[0])
	}
}

func TestTheErrorOfTotals(t *testing.T) {
	o := agree.Across(many(t, 12, func(int) int { return 12 }))
	var squares float64
	for _, v := range o.Visits {
		d := v.Totals[0].Sub(v.Totals[1]).Float()
		squares += d * d
	}
	if want := math.Sqrt(squares / 24); math.Abs(o.Totals.SEM-want) > 1e-12 || !o.Totals.OnePair || o.Totals.ICC.Why != agree.Calculated {
		t.Errorf("%+v, want %v", o.Totals, want)
	}
}

func TestItemsWithMostDisagreementFirst(t *testing.T) {
	far := make([]int, 25)
	copy(far, typical[0])
	far[3] = 1 // 3 apart
	joints := []*agree.Joint{
		joint(t, nil, scored(t, "r1", typical[0]...), scored(t, "r2", typical[1]...)),
		joint(t, nil, scored(t, "r1", typical[0]...), scored(t, "r2", far...)),
		joint(t, nil, scored(t, "r1", typical[0][:20]...), scored(t, "r2", typical[0]...)),
	}
	o := agree.Across(joints)
	if o.Items[0].Item != 3 || o.Items[0].Apart != 1 || o.Items[0].Exact != 2 || math.Abs(o.Items[0].MeanGap-1) > 1e-12 {
		t.Errorf("%+v", o.Items[0])
	}
	if o.Items[1].Item != 21 || o.Items[1].Reviews != 2 {
		t.Errorf("%+v", o.Items[1])
	}
	if o.Totals.Reviews != 2 {
		t.Errorf("a review with items missing gave a total: %+v", o.Totals)
	}
}

func TestAcrossNothing(t *testing.T) {
	if o := agree.Across(nil); len(o.Items) != 0 || o.Totals.Known {
		t.Errorf("%+v", o)
	}
}
