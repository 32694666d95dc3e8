package fidelity

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func number(t interface{ Fatal(args ...any) }, text string) Number {
	n, err := ParseNumber(text)
	if err != nil {
		t.Fatal(text, err)
	}
	return n
}

func TestParseNumber(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "-0": "0", "0.0": "0", "12": "12", "20.0": "20", "0.5": "0.5", "-3.25": "-3.25", "37.50": "37.5", "100": "100",
		"0.12345":                             "0.1235",
		"9223372036854775807":                 "9223372036854775807",
		"-9223372036854775808":                "-9223372036854775808",
		"999999999999999999":                  "999999999999999999",
		"1000000000000000000":                 "1000000000000000000",
		"0.999999999999999999":                "1",
		"123456789012345678901.25":            "123456789012345678901.25",
		strings.Repeat("9", 60):               strings.Repeat("9", 60),
		"1" + strings.Repeat("0", 20) + ".00": "1" + strings.Repeat("0", 20),
	} {
		n, err := ParseNumber(text)
		if err != nil || n.String() != want {
			t.Errorf("%s is read as %s, %v; want %s", text, n, err, want)
		}
	}
}

func TestParseNumberRefusesOtherSpellings(t *testing.T) {
	for _, text := range []string{
		"", "-", ".", "5.", ".5", "+5", "--5", "5-", "05", "00", "-01", "1e3", "1E3", "0x10", "1_000", "1,5", "1,000", "1 000", " 1", "1 ", "1.2.3", "1.-2",
		"½", "٣", "inf", "NaN", ".nan", "1/2", "50%", "twelve", strings.Repeat("9", 61), "0." + strings.Repeat("0", 60),
	} {
		if n, err := ParseNumber(text); err == nil {
			t.Errorf("%q is read as %s", text, n)
		}
	}
}

// The reason for exact numbers: hours of three part-time posts make one post.
func TestPartsOfAPostAddUp(t *testing.T) {
	sum := number(t, "0.7").Add(number(t, "0.1")).Add(number(t, "0.2"))
	if sum.Cmp(Int(1)) != 0 || !sum.IsWhole() {
		t.Errorf("0.7 + 0.1 + 0.2 is %s", sum)
	}
	third, _ := Int(1).Div(Int(3))
	if got := third.Add(third).Add(third); got.Cmp(Int(1)) != 0 {
		t.Errorf("three thirds are %s", got)
	}
}

func TestRoundHalfUp(t *testing.T) {
	for text, want := range map[string]int{
		"20.4": 20, "20.49999": 20, "20.5": 21, "20.6": 21, "89.5": 90, "0.5": 1, "0.4999999999999999999999": 0, "0": 0, "7": 7,
		"-0.5": 0, "-0.50000001": -1, "-1.5": -1, "-1.4": -1, "-2": -2,
	} {
		if got, ok := number(t, text).Round().Int(); !ok || got != want {
			t.Errorf("%s is rounded to %d, want %d", text, got, want)
		}
	}
}

func TestDecimal(t *testing.T) {
	frac := func(a, b int) Number { n, _ := Int(a).Div(Int(b)); return n }
	for _, c := range []struct {
		n      Number
		places int
		want   string
	}{
		{frac(58, 3), 4, "19.3333"},
		{frac(2, 3), 4, "0.6667"},
		{frac(-2, 3), 4, "-0.6667"},
		{frac(7, 2), 4, "3.5"},
		{Int(20), 4, "20"},
		{frac(1, 20000), 4, "0.0001"},
		{frac(1, 20001), 4, "0"},
		{frac(-1, 20000), 4, "0"},
		{frac(-1, 19999), 4, "-0.0001"},
		{frac(199999, 20000), 4, "10"},
		{frac(5, 2), 0, "3"},
		{frac(-5, 2), 0, "-2"},
		{frac(1, 3), 30, "0." + strings.Repeat("3", 30)},
		{frac(1, math.MaxInt64), 18, "0"},
		{frac(1, math.MaxInt64), 19, "0.0000000000000000001"},
		{number(t, "0.123456789012345678"), 18, "0.123456789012345678"},
		{number(t, strings.Repeat("8", 40)+".5"), 4, strings.Repeat("8", 40) + ".5"},
		{Number{}, 4, "0"},
	} {
		if got := c.n.Decimal(c.places); got != c.want {
			t.Errorf("%s with %d places is %s, want %s", c.n.rat(), c.places, got, c.want)
		}
	}
}

// Where 64 bits are not enough, arithmetic goes on exactly, and comes back to
// 64 bits as soon as they are enough.
func TestHugeNumbers(t *testing.T) {
	most, huge := Int(math.MaxInt64), number(t, strings.Repeat("9", 40))
	lowest := number(t, "-9223372036854775808")
	for _, c := range []struct {
		name  string
		got   Number
		want  string
		isBig bool
	}{
		{"past the largest", most.Add(Int(1)), "9223372036854775808", true},
		{"and back", most.Add(Int(1)).Sub(Int(1)), "9223372036854775807", false},
		{"the lowest int64 has no positive twin", lowest, "-9223372036854775808", true},
		{"its negative", Int(0).Sub(lowest), "9223372036854775808", true},
		{"below the lowest", Int(-math.MaxInt64).Sub(Int(2)), "-9223372036854775809", true},
		{"a product", most.Mul(most), "85070591730234615847396907784232501249", true},
		{"a product of huge and 0", huge.Mul(Int(0)), "0", false},
		{"huge over itself", div(t, huge, huge), "1", false},
		{"one over huge, times huge", div(t, Int(1), huge).Mul(huge), "1", false},
		{"huge less itself", huge.Sub(huge), "0", false},
		{"a negative divisor", div(t, Int(3), Int(-2)), "-1.5", false},
		{"rounded", huge.Add(number(t, "0.5")).Round(), "1" + strings.Repeat("0", 40), true},
	} {
		if got := c.got.String(); got != c.want || (c.got.big != nil) != c.isBig {
			t.Errorf("%s: %s (big: %t), want %s", c.name, got, c.got.big != nil, c.want)
		}
	}
	if _, ok := huge.Int(); ok {
		t.Error("a number with forty digits fits into an int")
	}
	if _, ok := number(t, "0.5").Int(); ok {
		t.Error("a half is a whole number")
	}
	if _, ok := Int(1).Div(Number{}); ok {
		t.Error("1 can be divided by 0")
	}
	if huge.Sign() != 1 || lowest.Sign() != -1 || !huge.IsWhole() || huge.Float() != 1e40 {
		t.Error("sign, wholeness or float of a huge number")
	}
}

func div(t *testing.T, a, b Number) Number {
	n, ok := a.Div(b)
	if !ok {
		t.Fatal("division by 0")
	}
	return n
}

// anyNumber draws numbers of all sizes, in all their inner forms: not reduced
// as they are read, and with the denominator 0 that stands for 1.
func anyNumber() *rapid.Generator[Number] {
	return rapid.Custom(func(t *rapid.T) Number {
		switch rapid.IntRange(0, 4).Draw(t, "form") {
		case 0:
			return Int(rapid.IntRange(-200, 200).Draw(t, "small"))
		case 1:
			return number(t, rapid.StringMatching(`-?(0|[1-9][0-9]{0,6})\.[0-9]{1,6}`).Draw(t, "written"))
		case 2:
			return number(t, rapid.StringMatching(`-?[1-9][0-9]{0,30}\.[0-9]{1,20}`).Draw(t, "long"))
		case 3:
			return Int(int(rapid.Int64Min(-math.MaxInt64).Draw(t, "whole")))
		}
		num, den := rapid.Int64().Draw(t, "num"), rapid.Int64Min(1).Draw(t, "den")
		return fromRat(big.NewRat(num, den))
	})
}

func TestArithmeticIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyNumber().Draw(t, "a"), anyNumber().Draw(t, "b")
		same := func(what string, got Number, want *big.Rat) {
			if got.rat().Cmp(want) != 0 {
				t.Errorf("%s %s %s is %s, want %s", a.rat(), what, b.rat(), got.rat(), want)
			}
			if got.big == nil && (got.num == math.MinInt64 || got.den < 0) {
				t.Errorf("%s %s %s has the form %d/%d", a.rat(), what, b.rat(), got.num, got.den)
			}
			if got.big != nil && got.big.Num().IsInt64() && got.big.Denom().IsInt64() && got.big.Num().Int64() != math.MinInt64 {
				t.Errorf("%s %s %s stays big without need", a.rat(), what, b.rat())
			}
		}
		same("+", a.Add(b), new(big.Rat).Add(a.rat(), b.rat()))
		same("-", a.Sub(b), new(big.Rat).Sub(a.rat(), b.rat()))
		same("×", a.Mul(b), new(big.Rat).Mul(a.rat(), b.rat()))
		if q, ok := a.Div(b); ok != (b.rat().Sign() != 0) {
			t.Errorf("dividing by %s: %t", b, ok)
		} else if ok {
			same("÷", q, new(big.Rat).Quo(a.rat(), b.rat()))
		}
		if got, want := a.Cmp(b), a.rat().Cmp(b.rat()); got != want || b.Cmp(a) != -want {
			t.Errorf("%s against %s is %d, want %d", a.rat(), b.rat(), got, want)
		}
		if a.Sign() != a.rat().Sign() || a.IsWhole() != a.rat().IsInt() {
			t.Errorf("sign or wholeness of %s", a.rat())
		}
	})
}

func TestRoundingIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, places := anyNumber().Draw(t, "n"), rapid.IntRange(0, 20).Draw(t, "places")
		// floor(n × 10^places + ½) ÷ 10^places
		scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil))
		want := new(big.Rat).Mul(n.rat(), scale)
		want.Add(want, big.NewRat(1, 2))
		want.SetInt(new(big.Int).Div(want.Num(), want.Denom())).Quo(want, scale)
		if got := n.RoundTo(places); got.rat().Cmp(want) != 0 {
			t.Errorf("%s to %d places is %s, want %s", n.rat(), places, got.rat(), want)
		}
		text := n.Decimal(places)
		if written, ok := new(big.Rat).SetString(text); !ok || written.Cmp(want) != 0 {
			t.Errorf("%s to %d places is written %s", n.rat(), places, text)
		}
		if strings.Contains(text, ".") && strings.HasSuffix(text, "0") || strings.HasSuffix(text, ".") || text == "-0" {
			t.Errorf("%s is written %s", n.rat(), text)
		}
		if back, err := ParseNumber(text); err != nil && len(text) <= maxDigits || err == nil && back.rat().Cmp(want) != 0 {
			t.Errorf("%s is read back as %s, %v", text, back, err)
		}
	})
}
