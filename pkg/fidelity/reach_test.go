package fidelity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func TestRequires(t *testing.T) {
	jobs := func(n int) string {
		return "evidence:\n  jobs:" + strings.Repeat("\n    - {id: J%d, competitive: yes, permanent: yes, current: yes}", n)
	}
	numbered := func(text string) string {
		for i := 1; strings.Contains(text, "%d"); i++ {
			text = strings.Replace(text, "%d", string(rune('0'+i/10))+string(rune('0'+i%10)), 1)
		}
		return text
	}
	for _, tt := range []struct {
		name, lines string
		item        string
		want        fidelity.Truth
	}{
		{"nine current jobs of ten", numbered(jobs(9)), "competitive-jobs", fidelity.No},
		{"ten current jobs", numbered(jobs(10)), "competitive-jobs", fidelity.Yes},
		{"nobody looked", "", "competitive-jobs", fidelity.Maybe},
		{"an item that requires nothing", "", "disclosure", fidelity.Yes},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a := reviewtest.Given(t, tt.lines)
			at, _ := a.Scale().ItemAt(tt.item)
			if got := a.Requires(at); got != tt.want {
				t.Errorf("%v, want %v", got, tt.want)
			}
		})
	}
}

func TestNextTo(t *testing.T) {
	a := reviewtest.Given(t, `items:
  disclosure: {facts: {not-required: yes}}
  executive-support: {score: 3, facts: {knows-principles: yes, quality-review: yes, steering-group: yes, staff-told: no, barriers-reported: no}}
  public-employment-service: {facts: {meetings: less-than-quarterly, contact: quarterly}}`)
	for _, tt := range []struct {
		item          string
		to            int
		choose, needs int
	}{
		{"executive-support", 4, 1, 2},
		{"executive-support", 5, 2, 2},
		{"public-employment-service", 5, 2, 2},
	} {
		at, _ := a.Scale().ItemAt(tt.item)
		n := a.NextTo(at, tt.to)
		if n == nil || n.Score != tt.to || n.Choose != tt.choose || len(n.Needs) != tt.needs {
			t.Errorf("%s to %d: %+v", tt.item, tt.to, n)
		}
	}
	at, _ := a.Scale().ItemAt("executive-support")
	for _, score := range []int{1, 3, 6} {
		if n := a.NextTo(at, score); n != nil {
			t.Errorf("to %d: %+v", score, n)
		}
	}
}

// The step to the score above today's is the next step.
func TestNextToIsNext(t *testing.T) {
	for _, name := range []string{reviewtest.Full, reviewtest.Incomplete} {
		a := reviewtest.Assess(t, name)
		for i := range a.Items {
			it := &a.Items[i]
			if it.Next == nil {
				continue
			}
			got := a.NextTo(i, it.Next.Score)
			if got == nil || got.Score != it.Next.Score || got.Choose != it.Next.Choose || len(got.Needs) != len(it.Next.Needs) {
				t.Errorf("%s, %s: %+v, want %+v", name, a.Scale().Items()[i].ID, got, it.Next)
			}
		}
	}
}

func TestAttainable(t *testing.T) {
	rows := func(n int) string {
		lines := []string{"- {id: ES01}", "- {id: ES02}", "- {id: ES03}"}
		return "evidence:\n  specialists:\n    " + strings.Join(lines[:n], "\n    ")
	}
	for _, tt := range []struct {
		name, lines, item string
		want              []int
	}{
		{"anchors", "", "zero-exclusion", []int{2, 3, 4, 5}},
		{"a count of facts", "", "disclosure", []int{2, 3, 4, 5}},
		{"a row", rows(1), "community-services", []int{2, 3, 4, 5}},
		{"three rows", rows(3), "community-services", []int{2, 3, 4, 5}},
	} {
		a := reviewtest.Given(t, tt.lines)
		at, _ := a.Scale().ItemAt(tt.item)
		if got := a.Attainable(at); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %v, want %v", tt.name, got, tt.want)
		}
	}
}

// Rows that score 1, 3 or 5 average to scores that no single row has.
func TestAttainableMeansOfRows(t *testing.T) {
	is := func(score int, text string) fidelity.Anchor {
		n, _ := fidelity.ParseNumber(text)
		return fidelity.Anchor{Score: score, When: fidelity.Condition{Name: "minutes", Op: fidelity.AtMost, Number: n}}
	}
	scale := compiled(t, fidelity.Definition{
		ID: "small", Version: "1.0.0", Scores: fidelity.Scores{Min: 1, Max: 5}, Sections: []string{"all"},
		Tables: []fidelity.Table{{ID: "visits", Columns: []fidelity.Column{{ID: "id", Kind: fidelity.Code, Required: true}, {ID: "minutes", Kind: fidelity.Whole}}}},
		Items:  []fidelity.Item{{ID: "waiting", Number: 1, Section: "all", Each: "visits", Anchors: []fidelity.Anchor{is(5, "10"), is(3, "20")}}},
	})
	for rows, want := range map[int][]int{0: {3, 5}, 1: {3, 5}, 2: {2, 3, 4, 5}} {
		v := visitOn(t, scale)
		for range rows {
			v.row("visits", "minutes=30")
		}
		if got := fidelity.Assess(v.review).Attainable(0); !slices.Equal(got, want) {
			t.Errorf("%d rows: %v, want %v", rows, got, want)
		}
	}
}
