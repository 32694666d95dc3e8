package main

import (
	"hash/fnv"
	"math"
)

// dice throw numbers that depend on nothing but the seed and what they are
// thrown for, so that files come out the same in whatever order they are made.
type dice struct{ state uint64 }

// diceFor returns the dice of a purpose, such as one fact of one service.
func diceFor(seed uint64, service int, purpose string) *dice {
	h := fnv.New64a()
	// A hash takes everything that is written to it.
	_, _ = h.Write([]byte(purpose))
	d := &dice{state: seed*0x9e3779b97f4a7c15 ^ uint64(service+1)*0xd1342543de82ef95 ^ h.Sum64()}
	d.next()
	return d
}

// next is splitmix64 (Steele, Lea and Flood, 2014).
func (d *dice) next() uint64 {
	d.state += 0x9e3779b97f4a7c15
	z := d.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return z ^ z>>31
}

// share is a number from 0 to 1, without 1.
func (d *dice) share() float64 { return float64(d.next()>>11) / (1 << 53) }

// chance is true with this probability.
func (d *dice) chance(p float64) bool { return d.share() < p }

// from is a whole number from low to high, both included.
func (d *dice) from(low, high int) int { return low + int(d.next()%uint64(high-low+1)) }

// about is a number around 0 with this standard deviation, never more than
// three of them away: the sum of twelve shares is close to normal.
func (d *dice) about(deviation float64) float64 {
	sum := -6.0
	for range 12 {
		sum += d.share()
	}
	return max(-3, min(3, sum)) * deviation
}

// one of a list.
func one[T any](d *dice, list []T) T { return list[d.from(0, len(list)-1)] }

// step is the place in a list of so many steps that a level from 0 to 1 stands
// for, give or take one.
func (d *dice) step(level float64, steps int) int {
	return max(0, min(steps-1, int((level+d.about(0.12))*float64(steps))))
}

// whole rounds a number and keeps it in limits.
func whole(x float64, low, high int) int { return max(low, min(high, int(math.Floor(x+0.5)))) }
