package fidelity

import (
	"math/bits"
	"slices"
)

// Value is what a cell or a fact holds. An empty cell and an unknown one are
// states of their own; neither is ever read as a number.
//
// The zero value is an empty cell.
type Value struct {
	state  state
	number Number   // of a number, a percent, or the mean of a series
	answer int      // of yes, no or a choice: its place in the list
	set    uint64   // of a set: a bit for each member
	text   string   // as written, for a code, a text, a month or a fraction
	key    string   // the text as it is compared
	weeks  []Number // of a series that was given by weeks, those that count
	off    []int    // of such a series: the places of the weeks that do not count
}

type state uint8

const (
	empty state = iota
	unknown
	known
)

// UnknownValue returns the value that says "we do not know".
func UnknownValue() Value { return Value{state: unknown} }

// NumberValue returns a number.
func NumberValue(n Number) Value { return Value{state: known, number: n} }

// PartValue returns part as a percent of base, kept exactly; written is how
// the file has it, as in "24/37.5". False where base is 0.
func PartValue(part, base Number, written string) (Value, bool) {
	share, ok := part.Mul(Int(100)).Div(base)
	return Value{state: known, number: share, text: written}, ok
}

// AnswerValue returns the answer at a place in the list of answers.
func AnswerValue(place int) Value { return Value{state: known, answer: place} }

// SetValue returns the set of the answers at these places.
func SetValue(places ...int) Value {
	v := Value{state: known}
	for _, p := range places {
		v.set |= 1 << p
	}
	return v
}

// SeriesValue returns figures for weeks; it is unknown where there are none.
func SeriesValue(weeks []Number) Value {
	v := Value{state: unknown, weeks: weeks}
	sum := Number{}
	for _, w := range weeks {
		sum = sum.Add(w)
	}
	if mean, ok := sum.Div(Int(len(weeks))); ok {
		v.state, v.number = known, mean
	}
	return v
}

// CalendarValue returns figures for weeks as they follow each other; a week that
// is nil, such as one of leave, does not count. It scores as SeriesValue of the
// others does.
func CalendarValue(weeks []*Number) Value {
	var counted []Number
	var off []int
	for place, w := range weeks {
		if w == nil {
			off = append(off, place)
			continue
		}
		counted = append(counted, *w)
	}
	v := SeriesValue(counted)
	v.off = off
	return v
}

// textValue returns a text with the key by which it is compared.
func textValue(text, key string) Value { return Value{state: known, text: text, key: key} }

// Given reports whether the cell is filled in, be it with "unknown".
func (v Value) Given() bool { return v.state != empty }

// Known reports whether the value is known.
func (v Value) Known() bool { return v.state == known }

// Number returns the number, the percent, or the mean of the weeks, and false
// where it is not known.
func (v Value) Number() (Number, bool) { return v.number, v.Known() }

// Answer returns the place of the answer in its list, and false where it is
// not known.
func (v Value) Answer() (int, bool) { return v.answer, v.Known() }

// Has reports whether the set holds the answer at this place.
func (v Value) Has(place int) bool { return v.set&(1<<place) != 0 }

// Size returns how many members the set has, and false where it is not known.
func (v Value) Size() (int, bool) { return bits.OnesCount64(v.set), v.Known() }

// Text returns a text, a code, a month or a fraction as it was written.
func (v Value) Text() string { return v.text }

// Weeks returns the figures of a series that was given by weeks, without the
// weeks that do not count.
func (v Value) Weeks() []Number { return slices.Clone(v.weeks) }

// Calendar returns the weeks of a series that was given by weeks as they follow
// each other, nil for one that does not count.
func (v Value) Calendar() []*Number {
	if len(v.weeks)+len(v.off) == 0 {
		return nil
	}
	all := make([]*Number, len(v.weeks)+len(v.off))
	weeks, off := v.Weeks(), v.off
	for place := range all {
		switch {
		case len(off) > 0 && off[0] == place:
			off = off[1:]
		default:
			all[place], weeks = &weeks[0], weeks[1:]
		}
	}
	return all
}

func (v *Value) interval() Interval {
	if v.state != known {
		return Unknown()
	}
	return Exactly(v.number)
}

// compareKey is what Distinct and Spread compare.
func (v *Value) compareKey() string {
	if v.key != "" {
		return v.key
	}
	return string(rune('0' + v.answer)) // a choice has no text: its place stands for it
}
