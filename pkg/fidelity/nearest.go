package fidelity

import "strings"

// Nearest returns the name that text was probably meant to be, or "" where
// none is close: at most one slip in a short name, two in a longer one.
func Nearest(text string, names []string) string {
	best, distance := "", 3
	fold := strings.ReplaceAll(strings.ToLower(text), "_", "-")
	for _, name := range names {
		d := slips(fold, strings.ReplaceAll(strings.ToLower(name), "_", "-"))
		if d < distance && d <= 1+len(name)/6 {
			best, distance = name, d
		}
	}
	return best
}

// slips counts the letters to add, drop, change or swap with a neighbour
// (the optimal string alignment distance). It gives up early on long texts.
func slips(a, b string) int {
	const far = 99
	if len(a) > 64 || len(b) > 64 || len(a)-len(b) > 2 || len(b)-len(a) > 2 {
		return far
	}
	var rows [3][66]int
	before, last, now := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		now[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			now[j] = min(now[j-1]+1, last[j]+1, last[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				now[j] = min(now[j], before[j-2]+1)
			}
		}
		before, last, now = last, now, before
	}
	return last[len(b)]
}
