package compare_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
)

func TestSmallCountsAreHidden(t *testing.T) {
	n := func(v int) *int { return &v }
	for name, c := range map[string]struct {
		of, starts     *int
		base, first    string // shown, hidden or not given
		rate           string // empty for none
		servicesPooled int
	}{
		"both large":          {n(64), n(27), "shown", "shown", "42.1875", 1},
		"few starts":          {n(64), n(7), "shown", "hidden", "", 0},
		"no starts":           {n(64), n(0), "shown", "shown", "0", 1},
		"just enough":         {n(64), n(8), "shown", "shown", "12.5", 1},
		"few without":         {n(30), n(25), "shown", "hidden", "", 0},
		"nobody without":      {n(30), n(30), "shown", "shown", "100", 1},
		"few people":          {n(7), n(0), "hidden", "hidden", "", 0},
		"nobody":              {n(0), n(0), "shown", "shown", "", 0},
		"no base":             {nil, n(12), "not given", "shown", "", 0},
		"no starts are given": {n(64), nil, "shown", "not given", "", 0},
	} {
		t.Run(name, func(t *testing.T) {
			shown := (&compare.Context{OutOfWork: c.of, FirstStarts: c.starts}).Shown()
			word := func(s compare.Shown) string {
				switch {
				case s.Hidden:
					return "hidden"
				case s.Known:
					return "shown"
				}
				return "not given"
			}
			if word(shown.OutOfWork) != c.base || word(shown.FirstStarts) != c.first {
				t.Errorf("%+v", shown)
			}
			rate, ok := shown.Rate()
			if ok != (c.rate != "") || ok && rate.String() != c.rate {
				t.Errorf("rate %s, %t", rate, ok)
			}
			if _, pooled := compare.Pooled([]*compare.ShownContext{shown}); pooled != c.servicesPooled {
				t.Errorf("pooled from %d", pooled)
			}
		})
	}
}

// Whatever is hidden, what is shown is the same for another hidden number: so
// nothing that is made of it can tell which it was.
func TestHiddenNumbersLeaveNoTrace(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.IntRange(0, 40).Draw(t, "of")
		starts, other := rapid.IntRange(0, of).Draw(t, "starts"), rapid.IntRange(0, of).Draw(t, "other")
		a := (&compare.Context{OutOfWork: &of, FirstStarts: &starts}).Shown()
		b := (&compare.Context{OutOfWork: &of, FirstStarts: &other}).Shown()
		if a.FirstStarts.Hidden && b.FirstStarts.Hidden && *a != *b {
			t.Fatalf("%+v and %+v", a, b)
		}
		if a.FirstStarts.Plain() && a.OutOfWork.Plain() {
			if without := a.OutOfWork.N - a.FirstStarts.N; without >= 1 && without <= compare.MostHidden || a.FirstStarts.N >= 1 && a.FirstStarts.N <= compare.MostHidden {
				t.Fatalf("%+v tells a small number", a)
			}
		}
	})
}
