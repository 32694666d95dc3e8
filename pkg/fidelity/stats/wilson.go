package stats

import "math"

// Wilson is the 95% interval of a share, x of n, from a random sample (Wilson
// 1927, without continuity correction), as shares from 0 to 1. It has no value
// for n of 0 or below, or x outside 0 to n.
func Wilson(x, n int) (Interval, bool) {
	return wilson(x, n, float64(n))
}

// WilsonOf is the interval of x of n picked at random from a list of size of.
// Where more than a tenth of the list was read it is narrower: n is replaced
// by n(of-1)/(of-n). There is none for the whole list, which leaves no doubt;
// of 0 stands for a list of unknown length, and is Wilson.
func WilsonOf(x, n, of int) (Interval, bool) {
	switch {
	case of == 0 || 10*n <= of:
		return Wilson(x, n)
	case n >= of:
		return Interval{}, false
	}
	return wilson(x, n, float64(n)*float64(of-1)/float64(of-n))
}

func wilson(x, n int, effective float64) (Interval, bool) {
	if n <= 0 || x < 0 || x > n {
		return Interval{}, false
	}
	p := float64(x) / float64(n)
	centre := p + z*z/(2*effective)
	reach := z * math.Sqrt(p*(1-p)/effective+z*z/(4*effective*effective))
	below := 1 + z*z/effective
	out := Interval{Low: (centre - reach) / below, High: (centre + reach) / below}
	if x == 0 {
		out.Low = 0
	}
	if x == n {
		out.High = 1
	}
	return out, true
}
