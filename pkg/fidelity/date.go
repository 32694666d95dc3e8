package fidelity

import "fmt"

// Date is a day of the calendar. The zero value is no date.
type Date struct{ Year, Month, Day int }

// ParseDate reads a day as 2026-05-12. The error is a sentence.
func ParseDate(text string) (Date, error) {
	d := Date{}
	if len(text) == 10 && text[4] == '-' && text[7] == '-' {
		d = Date{digits(text[:4]), digits(text[5:7]), digits(text[8:])}
	}
	if d.Year < 1 || d.Month < 1 || d.Month > 12 {
		return Date{}, fmt.Errorf("%q is not a date; write year, month and day, as in 2026-05-12", text)
	}
	if d.Day < 1 || d.Day > daysIn(d.Year, d.Month) {
		return Date{}, fmt.Errorf("%s does not exist; the month has %d days", text, daysIn(d.Year, d.Month))
	}
	return d, nil
}

// ParseMonth reads a month as 2026-05. The error is a sentence. The day of the
// date is 0.
func ParseMonth(text string) (Date, error) {
	d := Date{}
	if len(text) == 7 && text[4] == '-' {
		d = Date{Year: digits(text[:4]), Month: digits(text[5:])}
	}
	if d.Year < 1 || d.Month < 1 || d.Month > 12 {
		return Date{}, fmt.Errorf("%q is not a month; write year and month, as in 2026-05", text)
	}
	return d, nil
}

// digits returns the number that the digits make, or -1.
func digits(text string) int {
	if !allDigits(text) {
		return -1
	}
	n := 0
	for _, c := range []byte(text) {
		n = n*10 + int(c-'0')
	}
	return n
}

func daysIn(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Before reports whether d is earlier than other.
func (d Date) Before(other Date) bool {
	if d.Year != other.Year {
		return d.Year < other.Year
	}
	if d.Month != other.Month {
		return d.Month < other.Month
	}
	return d.Day < other.Day
}

// String writes the date as 2026-05-12, a month as 2026-05, and no date as "".
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, d.Month)
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}
