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
	whole, ok := n.Round().Int()
	if !ok || n.IsWhole() {
		return n.Decimal(1)
	}
	unit := 1
	for places := 1; places <= 4; places++ {
		unit *= 10
		if tenths, ok := tenthsOf(n, unit); ok && (tenths+unit/2)/unit == whole {
			return decimals(tenths, places)
		}
	}
	return "just under " + n.Decimal(1)
}

// Decimal writes a number rounded half up to at most so many decimals. It says
// what Number.Decimal says, and takes a tenth of the time for the numbers that
// services have.
func Decimal(n fidelity.Number, places int) string {
	unit := 1
	for range places {
		unit *= 10
	}
	if tenths, ok := tenthsOf(n, unit); ok {
		return decimals(tenths, places)
	}
	return n.Decimal(places)
}

// tenthsOf counts the tenths of a number, or its hundredths and so on, rounded
// half up. It says false for a number that is below 0 or too large.
func tenthsOf(n fidelity.Number, unit int) (int, bool) {
	tenths, ok := n.Mul(fidelity.Int(unit)).Round().Int()
	return tenths, ok && tenths >= 0
}

// decimals writes so many tenths, hundredths and so on, without trailing zeros.
func decimals(tenths, places int) string {
	text := strconv.Itoa(tenths)
	for len(text) <= places {
		text = "0" + text
	}
	whole, rest := text[:len(text)-places], strings.TrimRight(text[len(text)-places:], "0")
	if rest == "" {
		return whole
	}
	return whole + "." + rest
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
		return Decimal(t.Score, 2)
	}
	low, high := Decimal(t.Low, 2), Decimal(t.High, 2)
	if low == high {
		return low
	}
	return low + " to " + high
}
