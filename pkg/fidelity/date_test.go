package fidelity_test

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestParseDate(t *testing.T) {
	for _, text := range []string{"2026-05-12", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "2026-04-30"} {
		if d, err := fidelity.ParseDate(text); err != nil || d.String() != text {
			t.Errorf("%s is read as %s, %v", text, d, err)
		}
	}
	for text, want := range map[string]string{
		"2026-02-29": "2026-02-29 does not exist; the month has 28 days",
		"1900-02-29": "1900-02-29 does not exist; the month has 28 days",
		"2026-04-31": "2026-04-31 does not exist; the month has 30 days",
		"2026-05-00": "2026-05-00 does not exist; the month has 31 days",
		"2026-13-01": `"2026-13-01" is not a date; write year, month and day, as in 2026-05-12`,
		"2026-00-01": `"2026-00-01" is not a date; write year, month and day, as in 2026-05-12`,
		"0000-01-01": `"0000-01-01" is not a date; write year, month and day, as in 2026-05-12`,
		"12.5.2026":  `"12.5.2026" is not a date; write year, month and day, as in 2026-05-12`,
		"2026-5-12":  `"2026-5-12" is not a date; write year, month and day, as in 2026-05-12`,
		"2026-05":    `"2026-05" is not a date; write year, month and day, as in 2026-05-12`,
		"2026/05/12": `"2026/05/12" is not a date; write year, month and day, as in 2026-05-12`,
		"+026-05-12": `"+026-05-12" is not a date; write year, month and day, as in 2026-05-12`,
		"":           `"" is not a date; write year, month and day, as in 2026-05-12`,
	} {
		if _, err := fidelity.ParseDate(text); err == nil || err.Error() != want {
			t.Errorf("%s: %v, want %s", text, err, want)
		}
	}
}

func TestMonthsAndNoDate(t *testing.T) {
	for _, text := range []string{"2021-04", "2021-01", "2021-12"} {
		if d, err := fidelity.ParseMonth(text); err != nil || d.String() != text || d.IsZero() {
			t.Errorf("%s is read as %s, %v", text, d, err)
		}
	}
	if d := (fidelity.Date{}); !d.IsZero() || d.String() != "" {
		t.Errorf("no date is written %q", d)
	}
}

func TestBefore(t *testing.T) {
	order := []string{"2025-12-31", "2026-01-01", "2026-01-02", "2026-02-01", "2027-01-01"}
	for i, a := range order {
		for j, b := range order {
			x, _ := fidelity.ParseDate(a)
			y, _ := fidelity.ParseDate(b)
			if x.Before(y) != (i < j) {
				t.Errorf("%s before %s: %t", a, b, x.Before(y))
			}
		}
	}
}

// Dates come in the order of their writing.
func TestDatesAreInOrder(t *testing.T) {
	day := rapid.Custom(func(t *rapid.T) fidelity.Date {
		return fidelity.Date{Year: rapid.IntRange(1, 9999).Draw(t, "year"), Month: rapid.IntRange(1, 12).Draw(t, "month"), Day: rapid.IntRange(1, 28).Draw(t, "day")}
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := day.Draw(t, "a"), day.Draw(t, "b")
		if a.Before(b) != (a.String() < b.String()) {
			t.Errorf("%s before %s: %t", a, b, a.Before(b))
		}
		if read, err := fidelity.ParseDate(a.String()); err != nil || read != a {
			t.Errorf("%s is read as %s, %v", a, read, err)
		}
	})
}
