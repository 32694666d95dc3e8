package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

// rated gives every item of IPS-25 the score 5, but those named.
func rated(t reviewtest.TB, others map[string]string) *fidelity.Assessment {
	t.Helper()
	lines := "items:"
	for _, def := range reviewtest.Given(t, "").Scale().Items() {
		finding, other := others[def.ID]
		if !other {
			finding = "score: 5"
		}
		lines += "\n  " + def.ID + ": {" + finding + "}"
	}
	return reviewtest.Given(t, lines)
}

func at(a *fidelity.Assessment, id string) int {
	i, _ := a.Scale().ItemAt(id)
	return i
}

func toward(total, margin int) plan.Question {
	n := fidelity.Int(total)
	return plan.Question{Target: &n, Margin: margin}
}

// drawn writes ways as "7 to 122: disclosure 3 to 4, costs 1; …".
func drawn(a *fidelity.Assessment, answer *plan.Answer) []string {
	var out []string
	for _, w := range answer.Ways {
		out = append(out, fmt.Sprintf("%d to %s: %s", w.Cost, w.Total, strings.Join(told(a, w.Steps), "; ")))
	}
	return out
}

func reasons(a *fidelity.Assessment, answer *plan.Answer) []string {
	var out []string
	for _, l := range answer.Left {
		out = append(out, fmt.Sprintf("%s %d: %d", a.Scale().Items()[l.Item].ID, l.Score, l.Why))
	}
	return out
}

func TestWays(t *testing.T) {
	a := rated(t, map[string]string{"disclosure": "score: 3", "team-contact": "score: 3", "caseload-size": "score: 3"})
	for _, tt := range []struct {
		name     string
		question func(*plan.Question)
		total    int
		want     []string
	}{
		{"the cheapest, then ways without one of its items", nil, 120, []string{
			"1 to 120: disclosure 3 to 4, costs 1",
			"2 to 120: team-contact 3 to 4, costs 2",
			"4 to 120: caseload-size 3 to 4, costs 4",
		}},
		{"a margin", func(q *plan.Question) { q.Margin = 2 }, 119, []string{
			"3 to 121: disclosure 3 to 5, costs 3",
			"6 to 121: team-contact 3 to 5, costs 6",
			"12 to 121: caseload-size 3 to 5, costs 12",
		}},
		{"a locked item", func(q *plan.Question) { q.Locked = []int{at(a, "disclosure")} }, 120, []string{
			"2 to 120: team-contact 3 to 4, costs 2",
			"4 to 120: caseload-size 3 to 4, costs 4",
		}},
		{"effort of one's own", func(q *plan.Question) { q.Effort = map[string]int{"disclosure": 9, "caseload-size": 0} }, 120, []string{
			"0 to 120: caseload-size 3 to 4, costs 0",
			"2 to 120: team-contact 3 to 4, costs 2",
			"9 to 120: disclosure 3 to 4, costs 9",
		}},
		{"reached", nil, 119, nil},
		{"out of reach", func(q *plan.Question) { q.Locked = []int{at(a, "disclosure")} }, 124, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			q := toward(tt.total, 0)
			if tt.question != nil {
				tt.question(&q)
			}
			answer := plan.Ways(a, q)
			check(t, drawn(a, answer), tt.want...)
			if answer.Reached != (tt.name == "reached") || answer.Short() != (tt.name == "out of reach") {
				t.Errorf("reached %v, short %v", answer.Reached, answer.Short())
			}
		})
	}
}

func TestMarginThatIsOutOfReach(t *testing.T) {
	a := rated(t, map[string]string{"disclosure": "score: 3"})
	if answer := plan.Ways(a, toward(124, 3)); !answer.Short() || answer.Best.String() != "125" {
		t.Errorf("%+v", answer)
	}
	q := toward(124, 3)
	q.Shrink = true
	answer := plan.Ways(a, q)
	if answer.Margin != 1 || answer.Aim.String() != "125" || answer.Short() {
		t.Errorf("%+v", answer)
	}
}

// Nine current jobs hold competitive jobs at the lowest score. No way raises it
// while another way exists.
func TestItemsThatEffortAloneCannotRaise(t *testing.T) {
	jobs := "evidence:\n  jobs: [{id: J1, competitive: yes, permanent: yes, current: yes}]\nitems:"
	for _, def := range reviewtest.Given(t, "").Scale().Items() {
		switch def.ID {
		case "competitive-jobs":
		case "team-contact":
			jobs += "\n  team-contact: {score: 4}"
		default:
			jobs += "\n  " + def.ID + ": {score: 5}"
		}
	}
	a := reviewtest.Given(t, jobs)
	q := toward(121, 0)
	q.Effort = map[string]int{"competitive-jobs": 0}
	answer := plan.Ways(a, q)
	check(t, drawn(a, answer), "4 to 121: team-contact 4 to 5, costs 4")
	check(t, reasons(a, answer), fmt.Sprintf("competitive-jobs 1: %d", plan.Held))
	answer = plan.Ways(a, toward(122, 0))
	if len(answer.Ways) == 0 || answer.Ways[0].Steps[0].Item != at(a, "team-contact") && answer.Ways[0].Steps[0].Item != at(a, "competitive-jobs") {
		t.Errorf("there is no other way: %v", drawn(a, answer))
	}
	if answer.Best.String() != "125" {
		t.Errorf("the best total is %s", answer.Best)
	}
}

// Open items count as the lowest they may be, and are raised last of all.
func TestOpenItems(t *testing.T) {
	a := rated(t, map[string]string{
		"disclosure":        "facts: {not-required: yes}",
		"team-contact":      "score: 3",
		"executive-support": "score: not-enough-evidence, facts: {knows-principles: yes, quality-review: yes, steering-group: yes, staff-told: yes, barriers-reported: yes}",
	})
	answer := plan.Ways(a, toward(117, 0))
	if answer.Start.String() != "116" || len(answer.Open) != 2 {
		t.Errorf("start %s, open %v", answer.Start, answer.Open)
	}
	check(t, drawn(a, answer), "2 to 117: team-contact 3 to 4, costs 2")
	check(t, reasons(a, answer), fmt.Sprintf("executive-support 1: %d", plan.OpenYet), fmt.Sprintf("disclosure 2: %d", plan.OpenYet))
	if answer := plan.Ways(a, toward(120, 0)); len(answer.Ways) == 0 {
		t.Error("with open items there is a way")
	}
}

func TestLowItemsThatAreLeft(t *testing.T) {
	a := rated(t, map[string]string{"disclosure": "score: 2", "team-contact": "score: 1", "caseload-size": "score: 3", "zero-exclusion": "score: 2"})
	q := toward(114, 0)
	q.Locked = []int{at(a, "zero-exclusion")}
	answer := plan.Ways(a, q)
	check(t, drawn(a, answer)[:1], "1 to 114: disclosure 2 to 3, costs 1")
	check(t, reasons(a, answer), fmt.Sprintf("team-contact 1: %d", plan.Dearer), fmt.Sprintf("zero-exclusion 2: %d", plan.Locked), fmt.Sprintf("caseload-size 3: %d", plan.Dearer))
	q.Effort = map[string]int{"team-contact": 1}
	check(t, reasons(a, plan.Ways(a, q))[:1], fmt.Sprintf("team-contact 1: %d", plan.Even))
}

// Where the total is a mean, a target is one too, and a point is still a point
// on one item.
func TestWaysOfAMean(t *testing.T) {
	whole := func(n int) *fidelity.Number { v := fidelity.Int(n); return &v }
	item := func(id string, number int) fidelity.Item {
		return fidelity.Item{ID: id, Number: number, Section: "all", Effort: number, Facts: []fidelity.Fact{{ID: "f", Kind: fidelity.YesNo}}, FromCount: []fidelity.CountScore{{Count: 0, Score: 0}, {Count: 1, Score: 2}}}
	}
	scale, wrong := fidelity.Compile(fidelity.Definition{
		ID: "small", Version: "1.0.0", Scores: fidelity.Scores{Min: 0, Max: 2}, Total: fidelity.Mean, Sections: []string{"all"},
		Items: []fidelity.Item{item("one", 1), item("two", 2), item("three", 3)},
	})
	if scale == nil {
		t.Fatal(wrong)
	}
	review := fidelity.NewReview(scale)
	for i := range review.Findings {
		review.Findings[i].Rating = fidelity.Scored(0)
	}
	a := fidelity.Assess(review)
	half, _ := fidelity.ParseNumber("0.5")
	answer := plan.Ways(a, plan.Question{Target: &half})
	// A step to the top of 2 points takes three times the effort of a point.
	check(t, drawn(a, answer), "3 to 0.6667: one 0 to 2, costs 3", "6 to 0.6667: two 0 to 2, costs 6", "9 to 0.6667: three 0 to 2, costs 9")
	answer = plan.Ways(a, plan.Question{Target: &half, Margin: 1})
	if answer.Aim.String() != "1" || len(answer.Ways[0].Steps) != 2 {
		t.Errorf("%s: %v", answer.Aim, drawn(a, answer))
	}
	if got := len(answer.Costs); got != 6 || answer.Costs[5].Cost != 18 {
		t.Errorf("%+v", answer.Costs)
	}
	if answer := plan.Ways(a, plan.Question{Target: whole(2)}); len(answer.Ways) != 1 {
		t.Errorf("%v", drawn(a, answer))
	}
}

// Whatever the review, a way starts from today's total, reaches its aim, keeps
// locked items, and costs what the curve says.
func TestWaysHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := reviewtest.Random(t)
		low, high := a.Scale().TotalRange()
		whole, _ := high.Sub(low).Round().Int()
		target := low.Add(fidelity.Int(rapid.IntRange(0, whole).Draw(t, "target")))
		q := plan.Question{Target: &target, Margin: rapid.IntRange(0, 3).Draw(t, "margin"), Shrink: true}
		if rapid.Bool().Draw(t, "lock") {
			q.Locked = []int{rapid.IntRange(0, len(a.Items)-1).Draw(t, "locked")}
		}
		answer := plan.Ways(a, q)
		if answer.Start.Cmp(a.Total.Low) != 0 {
			t.Fatalf("it starts from %s, the lowest total is %s", answer.Start, a.Total.Low)
		}
		if answer.Short() && answer.Best.Cmp(target) >= 0 {
			t.Fatalf("no way to %s, but one to %s", target, answer.Best)
		}
		for i, w := range answer.Ways {
			cost := 0
			for _, s := range w.Steps {
				cost += s.Cost
				if s.From >= s.To || s.To > a.Scale().Scores().Max || slices.Contains(q.Locked, s.Item) {
					t.Fatalf("%+v", s)
				}
			}
			if cost != w.Cost || w.Total.Cmp(*answer.Aim) < 0 || i > 0 && w.Cost < answer.Ways[i-1].Cost {
				t.Fatalf("way %d: %+v for %s", i, w, answer.Aim)
			}
		}
		if len(answer.Ways) > 0 {
			for _, c := range answer.Costs {
				if c.Total.Cmp(*answer.Aim) >= 0 && c.Cost != answer.Ways[0].Cost {
					t.Fatalf("%s costs %d on the curve, %d on the way", c.Total, c.Cost, answer.Ways[0].Cost)
				} else if c.Total.Cmp(*answer.Aim) >= 0 {
					break
				}
			}
		}
	})
}

func BenchmarkWays(b *testing.B) {
	a := reviewtest.Assess(b, reviewtest.Full)
	q := plan.Towards(fidelity.Int(115))
	for b.Loop() {
		plan.Ways(a, q)
	}
}
