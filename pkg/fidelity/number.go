package fidelity

import (
	"cmp"
	"errors"
	"math"
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// Number is an exact rational number. Evidence is written in decimals, and
// shares such as 24 of 37.5 hours are kept as they are, so that 0.7, 0.1 and
// 0.2 add up to 1 and a score never depends on how a computer rounds.
//
// The zero value is 0. Small numbers need no allocation; anything that would
// not fit in 64 bits goes on exactly with math/big.
type Number struct {
	num int64
	den int64    // 0 stands for 1, so that the zero value is a number
	big *big.Rat // set where num and den cannot hold the value
}

// maxDigits bounds what is read as a number, so that a hostile file cannot
// make arithmetic slow. No count or share of a service comes near it.
const maxDigits = 60

// ErrNumber says that a text is not a number as review files write them.
var ErrNumber = errors.New("not a number: write digits, with a point before decimals, as in 12 or 0.5")

// Int returns n as a Number.
func Int(n int) Number { return Number{num: int64(n)} }

// ParseNumber reads -?(0|[1-9][0-9]*)(\.[0-9]+)?, the only way in which files
// write numbers: no leading zeros, no exponent, no separators.
func ParseNumber(text string) (Number, error) {
	digits, negative := strings.CutPrefix(text, "-")
	whole, decimals, point := strings.Cut(digits, ".")
	if !allDigits(whole) || point && !allDigits(decimals) || len(whole) > 1 && whole[0] == '0' || len(digits) > maxDigits {
		return Number{}, ErrNumber
	}
	decimals = strings.TrimRight(decimals, "0")
	if len(whole)+len(decimals) > 18 {
		r, ok := new(big.Rat).SetString(text)
		if !ok {
			return Number{}, ErrNumber
		}
		return fromRat(r), nil
	}
	n := Number{den: 1}
	for _, c := range []byte(whole) {
		n.num = n.num*10 + int64(c-'0')
	}
	for _, c := range []byte(decimals) {
		n.num = n.num*10 + int64(c-'0')
		n.den *= 10
	}
	if negative {
		n.num = -n.num
	}
	return n, nil
}

// ParseFraction reads what Fraction writes: a number, or one over another.
func ParseFraction(text string) (Number, error) {
	above, below, fraction := strings.Cut(text, "/")
	n, err := ParseNumber(above)
	if err != nil || !fraction {
		return n, err
	}
	d, err := ParseNumber(below)
	if err != nil {
		return Number{}, err
	}
	quotient, ok := n.Div(d)
	if !ok {
		return Number{}, ErrNumber
	}
	return quotient, nil
}

func allDigits(s string) bool {
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return false
		}
	}
	return s != ""
}

func (n Number) denominator() int64 {
	if n.den == 0 {
		return 1
	}
	return n.den
}

func (n Number) rat() *big.Rat {
	if n.big != nil {
		return n.big
	}
	return big.NewRat(n.num, n.denominator())
}

// fromRat takes r over and brings it back to 64 bits where it fits.
func fromRat(r *big.Rat) Number {
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != math.MinInt64 {
		return Number{num: r.Num().Int64(), den: r.Denom().Int64()}
	}
	return Number{big: r}
}

// Add returns n + m.
func (n Number) Add(m Number) Number {
	if n.big == nil && m.big == nil {
		a, b := n.denominator(), m.denominator()
		if a == b {
			if sum, ok := add64(n.num, m.num); ok {
				return reduced(sum, a)
			}
		}
		left, ok1 := mul64(n.num, b)
		right, ok2 := mul64(m.num, a)
		den, ok3 := mul64(a, b)
		if sum, ok4 := add64(left, right); ok1 && ok2 && ok3 && ok4 {
			return reduced(sum, den)
		}
	}
	return fromRat(new(big.Rat).Add(n.rat(), m.rat()))
}

// Sub returns n - m.
func (n Number) Sub(m Number) Number { return n.Add(m.neg()) }

func (n Number) neg() Number {
	if n.big != nil {
		return fromRat(new(big.Rat).Neg(n.big))
	}
	n.num = -n.num // never the lowest int64: reduced and fromRat keep it out
	return n
}

// Mul returns n × m.
func (n Number) Mul(m Number) Number {
	if n.big == nil && m.big == nil {
		num, ok1 := mul64(n.num, m.num)
		den, ok2 := mul64(n.denominator(), m.denominator())
		if ok1 && ok2 {
			return reduced(num, den)
		}
	}
	return fromRat(new(big.Rat).Mul(n.rat(), m.rat()))
}

// Div returns n ÷ m, and false where m is 0.
func (n Number) Div(m Number) (Number, bool) {
	if m.Sign() == 0 {
		return Number{}, false
	}
	if m.big != nil {
		return fromRat(new(big.Rat).Quo(n.rat(), m.big)), true
	}
	inverse := Number{num: m.denominator(), den: m.num}
	if m.num < 0 {
		inverse = Number{num: -m.denominator(), den: -m.num}
	}
	return n.Mul(inverse), true
}

// Cmp returns -1, 0 or 1 as n is below, equal to or above m.
func (n Number) Cmp(m Number) int {
	if n.big == nil && m.big == nil {
		a, b := n.denominator(), m.denominator()
		if a == b {
			return cmp.Compare(n.num, m.num)
		}
		left, ok1 := mul64(n.num, b)
		right, ok2 := mul64(m.num, a)
		if ok1 && ok2 {
			return cmp.Compare(left, right)
		}
	}
	return n.rat().Cmp(m.rat())
}

// Sign returns -1, 0 or 1 as n is below, equal to or above 0.
func (n Number) Sign() int {
	switch {
	case n.big != nil:
		return n.big.Sign()
	case n.num < 0:
		return -1
	case n.num > 0:
		return 1
	}
	return 0
}

// IsWhole reports whether n is a whole number.
func (n Number) IsWhole() bool {
	if n.big != nil {
		return n.big.IsInt()
	}
	return n.num%n.denominator() == 0
}

// Round returns n rounded half up to a whole number, as printed bands are
// read: 89.5 meets 90, and -0.5 rounds to 0.
func (n Number) Round() Number {
	if n.den <= 1 && n.big == nil {
		return n
	}
	return n.RoundTo(0)
}

// RoundTo returns n rounded half up to so many decimals.
func (n Number) RoundTo(places int) Number {
	if n.big == nil {
		if n.denominator() == 1 {
			return n
		}
		if rounded, ok := n.roundSmall(places); ok {
			return rounded
		}
	}
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	r := new(big.Rat).Mul(n.rat(), new(big.Rat).SetInt(scale))
	r.Add(r, big.NewRat(1, 2))
	// Div of big.Int rounds down for a positive divisor, which is what we want.
	whole := new(big.Int).Div(r.Num(), r.Denom())
	return fromRat(new(big.Rat).SetFrac(whole, scale))
}

// roundSmall is RoundTo in 64 bits, and false where that is too narrow.
func (n Number) roundSmall(places int) (Number, bool) {
	pow := int64(1)
	for range places {
		var ok bool
		if pow, ok = mul64(pow, 10); !ok {
			return Number{}, false
		}
	}
	scaled, ok1 := mul64(n.num, pow)
	twice, ok2 := mul64(scaled, 2)
	sum, ok3 := add64(twice, n.den)
	divisor, ok4 := mul64(n.den, 2)
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return Number{}, false
	}
	return reduced(floorDiv(sum, divisor), pow), true
}

// Int returns a whole number, and false where n is none or does not fit.
func (n Number) Int() (int, bool) {
	if n.big != nil || !n.IsWhole() {
		return 0, false
	}
	return int(n.num / n.denominator()), true
}

// Decimal writes n in decimals, rounded half up to at most so many places,
// without trailing zeros: 19.3333, 3.5, 20.
func (n Number) Decimal(places int) string {
	if n.big == nil && n.denominator() == 1 {
		return strconv.FormatInt(n.num, 10)
	}
	if r := n.RoundTo(places); r.big == nil && r.denominator() <= math.MaxInt64/10 {
		return r.shortDecimal(places)
	}
	text := n.RoundTo(places).rat().FloatString(places)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}

// shortDecimal writes a number whose denominator divides a power of ten.
func (n Number) shortDecimal(places int) string {
	var buf [32]byte
	rest := n.num % n.denominator()
	out := buf[:0]
	if n.num < 0 {
		out, rest = append(out, '-'), -rest
	}
	whole := n.num / n.denominator()
	if whole < 0 {
		whole = -whole
	}
	out = strconv.AppendInt(out, whole, 10)
	if rest == 0 {
		return string(out)
	}
	out = append(out, '.')
	for i := 0; i < places && rest != 0; i++ {
		rest *= 10 // below ten times the denominator: Decimal keeps larger ones out
		out = append(out, byte('0'+rest/n.denominator()))
		rest %= n.denominator()
	}
	return string(out)
}

// Float returns n as the nearest float64, for charts and cells only: nothing
// is ever compared as a float.
func (n Number) Float() float64 {
	f, _ := n.rat().Float64()
	return f
}

// String writes n with up to four decimals.
func (n Number) String() string { return n.Decimal(4) }

func reduced(num, den int64) Number {
	if den != 1 {
		if g := gcd(num, den); g > 1 {
			num, den = num/g, den/g
		}
	}
	return Number{num: num, den: den}
}

func gcd(a, b int64) int64 {
	if a < 0 {
		a = -a
	}
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}

// add64 and mul64 say false where the result leaves the range of int64, whose
// lowest value they leave out so that every result can be negated.
func add64(a, b int64) (int64, bool) {
	s := a + b
	return s, (s > a) == (b > 0) && s != math.MinInt64
}

func mul64(a, b int64) (int64, bool) {
	ua, ub := magnitude(a), magnitude(b)
	hi, lo := bits.Mul64(ua, ub)
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func magnitude(a int64) uint64 {
	if a < 0 {
		return uint64(-a)
	}
	return uint64(a)
}

// Exact writes n in full: in decimals where they end, as those of every number
// that was read do, and else with as many as are kept in a file.
func (n Number) Exact() string { return n.Decimal(maxDigits) }
