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

// told writes steps as "team-contact 3 to 4, costs 2".
func told(a *fidelity.Assessment, steps []plan.Step) []string {
	var out []string
	for _, s := range steps {
		out = append(out, fmt.Sprintf("%s %d to %d, costs %d", a.Scale().Items()[s.Item].ID, s.From, s.To, s.Cost))
	}
	return out
}

func check(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

// only keeps the steps of some items.
func only(a *fidelity.Assessment, steps []plan.Step, items ...string) []plan.Step {
	return slices.DeleteFunc(steps, func(s plan.Step) bool { return !slices.Contains(items, a.Scale().Items()[s.Item].ID) })
}

func TestSteps(t *testing.T) {
	a := reviewtest.Given(t, `evidence: {specialists: [{id: ES01, fte: 1, caseload: 24}]}
items:
  team-contact: {score: 3}
  disclosure: {score: 4}
  zero-exclusion: {score: 5}
  executive-support: {score: 1}
  agency-focus: {facts: {intake-asks: yes, reviews-ask: yes}}
  supervisor-role: {score: not-enough-evidence, facts: {supervisor-ratio: yes, weekly-supervision: yes, clinical-liaison: no, field-mentoring: no, outcomes-review: no}}
`)
	items := []string{"caseload-size", "team-contact", "disclosure", "zero-exclusion", "executive-support", "agency-focus", "supervisor-role"}
	check(
		t, told(a, only(a, plan.Steps(a), items...)),
		"caseload-size 4 to 5, costs 8", // 4 a point, and double to the top
		"team-contact 3 to 4, costs 2",
		"supervisor-role 2 to 3, costs 2", // from the lowest score of the evidence
		"agency-focus 2 to 3, costs 2",
		"executive-support 1 to 2, costs 2",
		"disclosure 4 to 5, costs 2",
	)
}

func TestStepsOverAScoreThatTheScaleDoesNotGive(t *testing.T) {
	// Two practices of assertive engagement score 1, and so do none and one.
	a := reviewtest.Given(t, "items: {assertive-engagement: {facts: {no-time-limit: no, attempts-recorded: no, team-attempts: no, community-visits: no, joint-visits: no, family-contact: no}}}")
	steps := only(a, plan.Steps(a), "assertive-engagement")
	check(t, told(a, steps), "assertive-engagement 1 to 2, costs 2")
	if choose := a.Items[steps[0].Item].Next.Choose; choose != 3 {
		t.Errorf("%d further practices, want 3", choose)
	}
}

func TestNearest(t *testing.T) {
	a := reviewtest.Given(t, `evidence: {specialists: [{id: ES01, fte: 1, caseload: 24}, {id: ES02, fte: 1, caseload: 24}]}
items:
  team-contact: {facts: {weekly-meeting: yes, shared-decisions: yes, joint-record: yes, near-the-team: no, new-referrals: no}}
  disclosure: {facts: {not-required: yes, pros-and-cons: yes, exact-content: no, more-than-once: no}}
  executive-support: {facts: {knows-principles: yes, quality-review: yes, steering-group: yes, staff-told: no, barriers-reported: no}, score: 2}
  assertive-engagement: {facts: {no-time-limit: no, attempts-recorded: no, team-attempts: no, community-visits: no, joint-visits: no, family-contact: no}}
  agency-focus: {facts: {intake-asks: yes}}
`)
	check(
		t, told(a, plan.Nearest(a, 9)),
		"disclosure 3 to 4, costs 1",   // one change, and the least effort
		"team-contact 3 to 4, costs 2", // one change
		"caseload-size 4 to 5, costs 8",
		"assertive-engagement 1 to 2, costs 2", // three changes
		// executive-support needs no change, and agency-focus is open
	)
	check(t, told(a, plan.Nearest(a, 2)), "disclosure 3 to 4, costs 1", "team-contact 3 to 4, costs 2")
	check(t, told(a, plan.Nearest(a, 0)))
}

func TestNearestTakesTheLowerScoreFirst(t *testing.T) {
	a := reviewtest.Given(t, `items:
  team-contact: {score: 4, facts: {weekly-meeting: yes, shared-decisions: yes, joint-record: yes, near-the-team: yes, new-referrals: no}}
  zero-exclusion: {facts: {turned-away: most, next-job-help: yes}}
  agency-focus: {facts: {intake-asks: yes, reviews-ask: no, displays: no, work-stories: no, rate-measured: no}}
`)
	check(
		t, told(a, plan.Nearest(a, 9)),
		"agency-focus 1 to 2, costs 2", "zero-exclusion 2 to 3, costs 2", "team-contact 4 to 5, costs 4",
	)
}

func TestLow(t *testing.T) {
	a := reviewtest.Given(t, `items:
  team-contact: {score: 3}
  disclosure: {score: 2}
  zero-exclusion: {score: 4}
  executive-support: {score: 1}
  agency-focus: {score: 2}
  supervisor-role: {facts: {supervisor-ratio: no, weekly-supervision: no}}
`)
	// Open items are not counted among the low ones: nobody knows yet.
	check(
		t, told(a, plan.Low(a, 9)),
		"executive-support 1 to 2, costs 2", "agency-focus 2 to 3, costs 2", "disclosure 2 to 3, costs 1", "team-contact 3 to 4, costs 2",
	)
	check(t, told(a, plan.Low(a, 1)), "executive-support 1 to 2, costs 2")
}

func TestNothingToPlanAtTheTop(t *testing.T) {
	r := fidelity.NewReview(reviewtest.Speaker(t).Scale())
	for i := range r.Findings {
		r.Findings[i].Rating = fidelity.Scored(5)
	}
	a := fidelity.Assess(r)
	check(t, told(a, plan.Steps(a)))
	check(t, told(a, plan.Nearest(a, 3)))
	check(t, told(a, plan.Low(a, 3)))
}

func TestStepsOfRandomReviews(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := reviewtest.Random(t)
		steps := plan.Steps(a)
		for _, s := range steps {
			effort := a.Scale().Items()[s.Item].Effort
			top := s.To == a.Scale().Scores().Max
			if s.To <= s.From || s.Cost < effort*(s.To-s.From) || top && s.Cost != effort*(s.To-s.From+1) {
				t.Fatal(told(a, []plan.Step{s}))
			}
		}
		for _, list := range [][]plan.Step{plan.Nearest(a, 25), plan.Low(a, 25)} {
			for _, s := range list {
				if !slices.Contains(steps, s) || a.Items[s.Item].State == fidelity.Open {
					t.Fatalf("%s is no step: %s", told(a, []plan.Step{s}), strings.Join(told(a, steps), "; "))
				}
			}
		}
	})
}
