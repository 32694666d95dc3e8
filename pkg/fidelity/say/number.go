package say

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Number writes a number with one decimal, or with as many as it takes for the
// reader to see on which side of a rounding edge it lies: 20.46 is not shown
// as 20.5, which would round to 21.
func Number(n fidelity.Number) string {
	for places := 1; places < 4; places++ {
		if shown := n.RoundTo(places); shown.Round().Cmp(n.Round()) == 0 {
			return shown.Decimal(places)
		}
	}
	return n.Decimal(4)
}

// Count writes how many there are of something: "1 client", "3 clients".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// ScoreRange writes a score or a range of scores: "3", "2 to 4", "4 or 5".
func ScoreRange(low, high int) string {
	switch {
	case low == high:
		return strconv.Itoa(low)
	case high == low+1:
		return strconv.Itoa(low) + " or " + strconv.Itoa(high)
	}
	return strconv.Itoa(low) + " to " + strconv.Itoa(high)
}

// Total writes a total, or its range: "102", "88 to 103".
func Total(t fidelity.Subtotal) string {
	if t.Complete() {
		return t.Score.Decimal(2)
	}
	low, high := t.Low.Decimal(2), t.High.Decimal(2)
	if low == high {
		return low
	}
	return low + " to " + high
}

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// Date writes a day as 14 October 2026, and a month as October 2026.
func Date(d fidelity.Date) string {
	if d.IsZero() || d.Month < 1 || d.Month > 12 {
		return ""
	}
	text := months[d.Month-1] + " " + strconv.Itoa(d.Year)
	if d.Day == 0 {
		return text
	}
	return strconv.Itoa(d.Day) + " " + text
}

// Period writes the days of a visit: 12 to 13 May 2026.
func Period(p fidelity.Period) string {
	from, to := p.From, p.To
	switch {
	case from.IsZero() || to.IsZero() || from == to:
		return Date(from) + Date(otherThan(to, from))
	case from.Year == to.Year && from.Month == to.Month:
		return strconv.Itoa(from.Day) + " to " + Date(to)
	case from.Year == to.Year:
		return strings.TrimSuffix(Date(from), " "+strconv.Itoa(from.Year)) + " to " + Date(to)
	}
	return Date(from) + " to " + Date(to)
}

// otherThan returns d, or no date where it is the same as other.
func otherThan(d, other fidelity.Date) fidelity.Date {
	if d == other {
		return fidelity.Date{}
	}
	return d
}
