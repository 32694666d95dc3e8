package plan

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

var (
	one   = fidelity.Int(1)
	tenth = tenthOf(1)
	half  = mustDiv(fidelity.Int(1), fidelity.Int(2))
)

func tenthOf(n int) fidelity.Number { return mustDiv(fidelity.Int(n), fidelity.Int(10)) }

// mustDiv divides by what is surely not 0.
func mustDiv(a, b fidelity.Number) fidelity.Number {
	n, _ := a.Div(b)
	return n
}

func floor(n fidelity.Number) fidelity.Number { return n.Sub(half).Round() }

func ceil(n fidelity.Number) fidelity.Number {
	return fidelity.Int(0).Sub(floor(fidelity.Int(0).Sub(n)))
}

// limit is a threshold before rounding: a value that is rounded half up meets
// "at least 65" from 64.5 on, and "at most 20" below 20.5.
type limit struct {
	up bool // at or above at, else strictly below it
	at fidelity.Number
}

// limitOf is the limit of a comparison of numbers, rounded half up as every
// measure is.
func limitOf(op fidelity.Op, number fidelity.Number) limit {
	switch op {
	case fidelity.AtLeast:
		return limit{true, ceil(number).Sub(half)}
	case fidelity.Above:
		return limit{true, floor(number).Add(half)}
	case fidelity.Below:
		return limit{false, ceil(number).Sub(half)}
	default:
		return limit{false, floor(number).Add(half)}
	}
}

// times returns the limit with its threshold multiplied, by what is above 0.
func (l limit) times(n fidelity.Number) limit { return limit{l.up, l.at.Mul(n)} }

// per returns the limit with its threshold divided, by what is not 0.
func (l limit) per(n fidelity.Number) limit { return limit{l.up, mustDiv(l.at, n)} }

func (l limit) holds(n fidelity.Number) bool { return n.Cmp(l.at) >= 0 == l.up }

// surely reports whether every value of the interval is within the limit.
func (l limit) surely(iv fidelity.Interval) bool {
	end, ok := iv.High()
	if l.up {
		end, ok = iv.Low()
	}
	return ok && l.holds(end)
}

// units returns by how many units a value has to change, upwards or downwards
// as the limit says, to come within it; 0 where it is.
func (l limit) units(from, unit fidelity.Number) int {
	if l.holds(from) {
		return 0
	}
	far := mustDiv(l.at.Sub(from), unit)
	if !l.up {
		far = mustDiv(from.Sub(l.at), unit)
	}
	n, ok := floor(far).Int()
	if !ok {
		return maxUnits + 1
	}
	if l.up && far.IsWhole() {
		return n
	}
	return n + 1
}

// maxUnits bounds what is called a change: more is none that anybody could make.
const maxUnits = 1_000_000

// nearest is the value next to the limit, in whole units, that is within it.
func (l limit) nearest(unit fidelity.Number) fidelity.Number {
	at := mustDiv(l.at, unit)
	if l.up {
		return ceil(at).Mul(unit)
	}
	return ceil(at).Sub(one).Mul(unit)
}

// step returns the value one unit on, which is the next whole one first.
func (l limit) step(from, unit fidelity.Number) fidelity.Number {
	at := mustDiv(from, unit)
	if l.up {
		return floor(at).Add(one).Mul(unit)
	}
	return ceil(at).Sub(one).Mul(unit)
}

// signed returns so many units in the direction of the limit.
func (l limit) signed(n int, unit fidelity.Number) fidelity.Number {
	if !l.up {
		n = -n
	}
	return fidelity.Int(n).Mul(unit)
}

// far returns how far a value is from a limit, as a share of the widest step of
// the same measure, so that ways of several measures can be compared. A value
// that is not known is as far as can be.
func (l limit) far(from fidelity.Number, known bool, widest fidelity.Number) fidelity.Number {
	if widest.Sign() <= 0 {
		widest = one
	}
	switch {
	case !known && l.up:
		from = fidelity.Int(0)
	case !known:
		from = widest.Add(widest)
	}
	far := l.at.Sub(from)
	if far.Sign() < 0 {
		far = fidelity.Int(0).Sub(far)
	}
	return mustDiv(far, widest)
}

// widest returns the highest number that the item's rule compares a name with.
func (b *builder) widest(name string) fidelity.Number {
	most := fidelity.Number{}
	var look func(c fidelity.Condition)
	look = func(c fidelity.Condition) {
		if c.Name == name && c.Number.Cmp(most) > 0 {
			most = c.Number
		}
		for _, parts := range [][]fidelity.Condition{c.All, c.Any} {
			for i := range parts {
				look(parts[i])
			}
		}
	}
	for i := range b.def.Anchors {
		look(b.def.Anchors[i].When)
	}
	look(b.def.Requires)
	return most
}
