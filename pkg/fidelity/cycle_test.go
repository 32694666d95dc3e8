package fidelity_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestDue(t *testing.T) {
	day := func(y, m, d int) fidelity.Date { return fidelity.Date{Year: y, Month: m, Day: d} }
	visit := fidelity.Period{From: day(2026, 5, 12), To: day(2026, 5, 13)}
	for name, c := range map[string]struct {
		due   fidelity.Due
		visit fidelity.Period
		want  fidelity.Date
	}{
		"eight weeks before":   {fidelity.Due{Days: 56, Before: true}, visit, day(2026, 3, 17)},
		"four weeks after":     {fidelity.Due{Days: 28}, visit, day(2026, 6, 10)},
		"a year after":         {fidelity.Due{Months: 12}, visit, day(2027, 5, 13)},
		"over the year":        {fidelity.Due{Months: 8}, visit, day(2027, 1, 13)},
		"before the year":      {fidelity.Due{Months: 5, Before: true}, visit, day(2025, 12, 12)},
		"the last of February": {fidelity.Due{Months: 1}, fidelity.Period{From: day(2027, 1, 31)}, day(2027, 2, 28)},
		"a leap year":          {fidelity.Due{Days: 1}, fidelity.Period{From: day(2028, 2, 28)}, day(2028, 2, 29)},
		"on the day":           {fidelity.Due{}, visit, day(2026, 5, 13)},
		"no visit":             {fidelity.Due{Days: 7}, fidelity.Period{}, fidelity.Date{}},
	} {
		if got := c.due.On(c.visit); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestDueAsTheCalendarHasIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		start := time.Date(rapid.IntRange(2000, 2100).Draw(t, "year"), time.Month(rapid.IntRange(1, 12).Draw(t, "month")), rapid.IntRange(1, 28).Draw(t, "day"), 0, 0, 0, 0, time.UTC)
		from := fidelity.Date{Year: start.Year(), Month: int(start.Month()), Day: start.Day()}
		due := fidelity.Due{Days: rapid.IntRange(0, 900).Draw(t, "days"), Before: rapid.Bool().Draw(t, "before")}
		days := due.Days
		if due.Before {
			days = -days
		}
		end := start.AddDate(0, 0, days)
		if got := due.On(fidelity.Period{From: from, To: from}); got != (fidelity.Date{Year: end.Year(), Month: int(end.Month()), Day: end.Day()}) {
			t.Fatalf("%s and %d days is %s, want %s", from, days, got, end)
		}
	})
}
