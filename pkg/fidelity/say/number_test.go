package say_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

func number(t *testing.T, text string) fidelity.Number {
	t.Helper()
	part, base, _ := strings.Cut(text+"/1", "/")
	p, err1 := fidelity.ParseNumber(part)
	b, err2 := fidelity.ParseNumber(strings.TrimSuffix(base, "/1"))
	n, ok := p.Div(b)
	if err1 != nil || err2 != nil || !ok {
		t.Fatal(text)
	}
	return n
}

func TestNumber(t *testing.T) {
	for given, want := range map[string]string{
		"20": "20", "20.0": "20", "0": "0", "19.34": "19.3", "58/3": "19.3", "2/3": "0.7", "0.04": "0", "12.96": "13",
		"20.46":       "20.46", // 20.5 would round to 21
		"20.44":       "20.4",
		"20.5":        "20.5",
		"20.496":      "20.496",
		"20.49996":    "just under 20.5",
		"19.96":       "20", // on the same side
		"89.46":       "89.46",
		"1000000.04":  "1000000",
		"9999999999":  "9999999999",
		"24/37.5":     "0.6",
		"0.499999999": "just under 0.5",
	} {
		check(t, say.Number(number(t, given)), want)
	}
}

// What is shown never rounds to another whole number than what is meant.
func TestNumberNeverShowsTheOtherSideOfAnEdge(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, _ := fidelity.Int(rapid.IntRange(0, 100_000_000).Draw(t, "part")).Div(fidelity.Int(rapid.IntRange(1, 1_000_000).Draw(t, "base")))
		text := say.Number(n)
		below, just := strings.CutPrefix(text, "just under ")
		shown, err := fidelity.ParseNumber(below)
		switch {
		case err != nil:
			t.Fatal(err)
		case just && shown.Cmp(n) <= 0:
			t.Fatalf("%s is shown as %s", n.Decimal(9), text)
		case !just && shown.Round().Cmp(n.Round()) != 0:
			t.Fatalf("%s is shown as %s", n.Decimal(9), text)
		}
	})
}

func TestCountsAndRanges(t *testing.T) {
	check(t, say.Count(0, "client", "clients"), "0 clients")
	check(t, say.Count(1, "client", "clients"), "1 client")
	check(t, say.Count(2, "client", "clients"), "2 clients")
	check(t, say.ScoreRange(3, 3), "3")
	check(t, say.ScoreRange(4, 5), "4 or 5")
	check(t, say.ScoreRange(2, 5), "2 to 5")
}

func TestTotal(t *testing.T) {
	n := fidelity.Int
	check(t, say.Total(fidelity.Subtotal{Score: n(102), Low: n(102), High: n(102), Scored: 25, Of: 25}), "102")
	check(t, say.Total(fidelity.Subtotal{Low: n(88), High: n(103), Scored: 22, Of: 25}), "88 to 103")
	check(t, say.Total(fidelity.Subtotal{Low: n(88), High: n(88), Scored: 22, Of: 25}), "88")
	mean, _ := n(10).Div(n(3))
	check(t, say.Total(fidelity.Subtotal{Score: mean, Scored: 3, Of: 3}), "3.33")
}

func TestDatesAndPeriods(t *testing.T) {
	day := func(y, m, d int) fidelity.Date { return fidelity.Date{Year: y, Month: m, Day: d} }
	check(t, say.Date(day(2026, 10, 14)), "14 October 2026")
	check(t, say.Date(day(2026, 10, 0)), "October 2026")
	check(t, say.Date(fidelity.Date{}), "")
	check(t, say.Date(day(2026, 13, 1)), "")
	for _, c := range []struct {
		from, to fidelity.Date
		want     string
	}{
		{day(2026, 5, 12), day(2026, 5, 13), "12 to 13 May 2026"},
		{day(2026, 5, 12), day(2026, 5, 12), "12 May 2026"},
		{day(2026, 5, 12), fidelity.Date{}, "12 May 2026"},
		{fidelity.Date{}, day(2026, 5, 13), "13 May 2026"},
		{day(2026, 5, 30), day(2026, 6, 2), "30 May to 2 June 2026"},
		{day(2025, 12, 30), day(2026, 1, 2), "30 December 2025 to 2 January 2026"},
		{day(2026, 2, 0), day(2026, 5, 0), "February to May 2026"},
		{day(2026, 5, 0), day(2026, 5, 0), "May 2026"},
		{fidelity.Date{}, fidelity.Date{}, ""},
	} {
		check(t, say.Period(fidelity.Period{From: c.from, To: c.to}), c.want)
	}
}
