package say

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Number writes a number with one decimal, or with as many as it takes for the
// reader to see on which side of a rounding edge it lies: 20.46 is not shown
// as 20.5, which would round to 21.
func Number(n fidelity.Number) string {
	whole := n.Round()
	for places := 1; places <= 4; places++ {
		if shown := n.RoundTo(places); shown.Round().Cmp(whole) == 0 {
			return shown.Decimal(places)
		}
	}
	return "just under " + n.Decimal(1)
}

// numeral writes a small whole number.
func numeral(n int) string { return strconv.Itoa(n) }

// Count writes how many there are of something: "1 client", "3 clients".
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return numeral(n) + " " + many
}

// ScoreRange writes a score or a range of scores: "3", "2 to 4", "4 or 5".
func ScoreRange(low, high int) string {
	switch {
	case low == high:
		return numeral(low)
	case high == low+1:
		return numeral(low) + " or " + numeral(high)
	}
	return numeral(low) + " to " + numeral(high)
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
