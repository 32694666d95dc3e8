package fidelity

// Interval is what is known of a measure: a number, a range, or nothing at
// all on one side or both. Unknown is a state of its own here, never a zero.
//
// The zero value knows nothing.
type Interval struct {
	low, high       Number
	hasLow, hasHigh bool
}

// Exactly returns the interval of one number.
func Exactly(n Number) Interval { return Interval{low: n, high: n, hasLow: true, hasHigh: true} }

// Between returns the interval from low to high.
func Between(low, high Number) Interval {
	return Interval{low: low, high: high, hasLow: true, hasHigh: true}
}

// From returns the interval from low on, with no end that is known.
func From(low Number) Interval { return Interval{low: low, hasLow: true} }

// UpTo returns the interval up to high, with no beginning that is known.
func UpTo(high Number) Interval { return Interval{high: high, hasHigh: true} }

// Unknown returns the interval of which nothing is known.
func Unknown() Interval { return Interval{} }

// Low returns the lowest value that is possible, and false where none is known.
func (iv Interval) Low() (Number, bool) { return iv.low, iv.hasLow }

// High returns the highest value that is possible, and false where none is known.
func (iv Interval) High() (Number, bool) { return iv.high, iv.hasHigh }

// Exact returns the value, and false where the evidence leaves it open.
func (iv Interval) Exact() (Number, bool) {
	return iv.low, iv.hasLow && iv.hasHigh && iv.low.Cmp(iv.high) == 0
}

// Truth is the answer to a condition. No and Yes are certain; Maybe means
// that the evidence does not say.
type Truth uint8

// The three answers, in the order that and and or need.
const (
	No Truth = iota
	Maybe
	Yes
)

func truth(b bool) Truth {
	if b {
		return Yes
	}
	return No
}

// Op is how a condition compares.
type Op uint8

// The comparisons of the vocabulary of rules.
const (
	AtMost         Op = iota + 1 // "<= 20"
	AtLeast                      // ">= 65"
	Below                        // "< 10"
	Above                        // "> 30"
	AtLeastAnswer                // {at_least: weekly}: an ordered answer or better
	IsAnswer                     // yes: this very answer
	GivenCell                    // given: the cell is filled in, whatever it says
	MoreConditions               // several parts, all or any of which must hold
)

var opNames = [...]string{AtMost: "<=", AtLeast: ">=", Below: "<", Above: ">", AtLeastAnswer: "at_least", IsAnswer: "is", GivenCell: "given", MoreConditions: ""}

// String returns the comparison as rules write it.
func (op Op) String() string { return opNames[op] }

// ofNumbers reports whether the comparison is one of numbers.
func (op Op) ofNumbers() bool { return op >= AtMost && op <= Above }

// against compares the interval with a threshold: yes if every possible value
// meets it, no if none does. Values are rounded half up to whole numbers
// first, because printed bands are. An end that is not known lies infinitely
// far out.
func (iv *Interval) against(op Op, threshold *Number) Truth {
	low := truth(op == AtMost || op == Below)
	if iv.hasLow {
		low = meets(&iv.low, op, threshold)
	}
	high := truth(op == AtLeast || op == Above)
	if iv.hasHigh {
		if iv.hasLow && iv.low == iv.high {
			return low
		}
		high = meets(&iv.high, op, threshold)
	}
	if low == high {
		return low
	}
	return Maybe
}

func meets(value *Number, op Op, threshold *Number) Truth {
	c := value.Round().Cmp(*threshold)
	switch op {
	case AtMost:
		return truth(c <= 0)
	case AtLeast:
		return truth(c >= 0)
	case Below:
		return truth(c < 0)
	case Above:
		return truth(c > 0)
	default:
		return Maybe // compile lets no other comparison meet a number
	}
}
