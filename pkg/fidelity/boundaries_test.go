package fidelity_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// situation is a line that a fidelity reviewer can check: what was seen, and
// the score, or the scores, that it allows.
type situation struct {
	name    string
	saw     evidence
	want    string // "5", or "3-5" where the evidence leaves it open
	missing string // paths of what is missing there
}

// boundaries holds, for every item of IPS-25, what lies at and beside each of
// its thresholds, and evidence that is incomplete. Numbers that meet a printed
// band are rounded half up, so 20.4 is still 20 and 20.5 is 21.
var boundaries = map[string][]situation{}

func init() {
	for _, section := range []map[string][]situation{staffing, organisation, services, search, jobsFound, support} {
		for item, list := range section {
			boundaries[item] = append(boundaries[item], list...)
		}
	}
}

func TestBoundaries(t *testing.T) {
	for i, item := range ips25(t).Items() {
		t.Run(fmt.Sprintf("%d %s", i+1, item.ID), func(t *testing.T) {
			for _, s := range boundaries[item.ID] {
				t.Run(s.name, func(t *testing.T) {
					v := visitOn(t, ips25(t))
					s.saw(v, item.ID)
					it, a := v.assess(item.ID)
					if got := scores(it.Low, it.High); got != s.want {
						t.Errorf("the evidence allows %s, want %s", got, s.want)
					}
					if got := missing(a, it.Missing); !slices.Equal(got, strings.Fields(s.missing)) {
						t.Errorf("missing %s, want %s", got, s.missing)
					}
				})
			}
		})
	}
}

// The lines above are of use only if they leave nothing out.
func TestEveryItemHasItsBoundaries(t *testing.T) {
	all := ips25(t).Items()
	if len(all) != 25 || len(boundaries) != 25 {
		t.Fatalf("%d items and boundaries of %d, want 25", len(all), len(boundaries))
	}
	for _, item := range all {
		got := map[string]bool{}
		open := false
		for _, s := range boundaries[item.ID] {
			got[s.want] = true
			open = open || s.missing != ""
		}
		for score := 1; score <= 5; score++ {
			if !got[fmt.Sprint(score)] {
				t.Errorf("%s: no situation that scores %d", item.ID, score)
			}
		}
		if !open {
			t.Errorf("%s: no situation with incomplete evidence", item.ID)
		}
	}
}
