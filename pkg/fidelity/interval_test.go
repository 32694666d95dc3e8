package fidelity

import "testing"

// Ways to know a measure, and how each compares with 20.
func TestIntervalAgainstAThreshold(t *testing.T) {
	n := func(text string) Number { return number(t, text) }
	atLeast := func(text string) Interval { return Interval{low: n(text), hasLow: true} }
	atMost := func(text string) Interval { return Interval{high: n(text), hasHigh: true} }
	for _, c := range []struct {
		name string
		iv   Interval
		want string // at most, at least, below, above 20
	}{
		{"19", Exactly(n("19")), "yes no yes no"},
		{"19.4 is 19", Exactly(n("19.4")), "yes no yes no"},
		{"19.5 is 20", Exactly(n("19.5")), "yes yes no no"},
		{"20", Exactly(n("20")), "yes yes no no"},
		{"20.4 is 20", Exactly(n("20.4")), "yes yes no no"},
		{"20.5 is 21", Exactly(n("20.5")), "no yes no yes"},
		{"nothing known", Unknown(), "maybe maybe maybe maybe"},
		{"10 to 19", Between(n("10"), n("19")), "yes no yes no"},
		{"10 to 20", Between(n("10"), n("20")), "yes maybe maybe no"},
		{"10 to 30", Between(n("10"), n("30")), "maybe maybe maybe maybe"},
		{"20 to 20.4", Between(n("20"), n("20.4")), "yes yes no no"},
		{"20 to 30", Between(n("20"), n("30")), "maybe yes no maybe"},
		{"21 to 30", Between(n("21"), n("30")), "no yes no yes"},
		{"at least 19", atLeast("19"), "maybe maybe maybe maybe"},
		{"at least 20", atLeast("20"), "maybe yes no maybe"},
		{"at least 21", atLeast("21"), "no yes no yes"},
		{"at most 19", atMost("19"), "yes no yes no"},
		{"at most 20", atMost("20"), "yes maybe maybe no"},
		{"at most 21", atMost("21"), "maybe maybe maybe maybe"},
	} {
		got := ""
		for _, op := range []Op{AtMost, AtLeast, Below, Above} {
			threshold := Int(20)
			got += " " + [...]string{"no", "maybe", "yes"}[c.iv.against(op, &threshold)]
		}
		if got[1:] != c.want {
			t.Errorf("%s: %s, want %s", c.name, got[1:], c.want)
		}
	}
}

func TestIntervalEnds(t *testing.T) {
	iv := Between(Int(2), Int(3))
	low, ok1 := iv.Low()
	high, ok2 := iv.High()
	if _, exact := iv.Exact(); exact || !ok1 || !ok2 || low.Cmp(Int(2)) != 0 || high.Cmp(Int(3)) != 0 {
		t.Errorf("2 to 3 is %v", iv)
	}
	if n, exact := Between(number(t, "2.0"), Int(2)).Exact(); !exact || n.Cmp(Int(2)) != 0 {
		t.Error("2.0 to 2 is exactly 2")
	}
	if _, exact := Unknown().Exact(); exact {
		t.Error("nothing known is an exact number")
	}
}

// An end that is not known is infinitely far out.
func TestLargerOfTwo(t *testing.T) {
	atLeast := func(n int) Interval { return Interval{low: Int(n), hasLow: true} }
	atMost := func(n int) Interval { return Interval{high: Int(n), hasHigh: true} }
	for _, c := range []struct {
		name       string
		a, b, want Interval
	}{
		{"both known", Exactly(Int(3)), Exactly(Int(5)), Exactly(Int(5))},
		{"overlapping", Between(Int(1), Int(6)), Between(Int(3), Int(5)), Between(Int(3), Int(6))},
		{"one unknown", Exactly(Int(3)), Unknown(), atLeast(3)},
		{"one at most 5", Exactly(Int(3)), atMost(5), Between(Int(3), Int(5))},
		{"one at most 2", Exactly(Int(3)), atMost(2), Exactly(Int(3))},
		{"both at most", atMost(2), atMost(4), atMost(4)},
		{"both at least", atLeast(2), atLeast(4), atLeast(4)},
		{"neither", Unknown(), Unknown(), Unknown()},
	} {
		for _, got := range []Interval{maxOf(c.a, c.b), maxOf(c.b, c.a)} {
			if got != c.want {
				t.Errorf("%s: %v, want %v", c.name, got, c.want)
			}
		}
	}
}

func TestOpNames(t *testing.T) {
	for op, want := range map[Op]string{AtMost: "<=", AtLeast: ">=", Below: "<", Above: ">", AtLeastAnswer: "at_least", IsAnswer: "is", GivenCell: "given"} {
		if op.String() != want {
			t.Errorf("%d is written %s, want %s", op, op, want)
		}
	}
	if threshold := Int(1); meets(&threshold, IsAnswer, &threshold) != Maybe {
		t.Error("an answer is compared as a number")
	}
}
