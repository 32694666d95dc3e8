package say_test

import (
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func TestScoreRule(t *testing.T) {
	for _, c := range []struct {
		item  string
		score int
		want  string
	}{
		{"caseload-size", 5, "Clients for each full-time specialist: at most 20."},
		{"caseload-size", 1, "What is left."},
		{"community-services", 2, "Share of scheduled hours spent in the community: over 30%."},
		{"team-contact", 4, "4 of 5 facts in place."},
		{"team-contact", 1, "0 or 1 of 5 facts in place."},
		{"assertive-engagement", 1, "0 to 2 of 6 facts in place."},
		{"job-type-diversity", 5, "Either different job types: at least 85%; or share of jobs that are not of the commonest type: at least 85%."},
		{"public-employment-service", 4, "Either scheduled face-to-face meetings: quarterly, or better; or contacts about shared clients: weekly."},
		{"employer-contact-quality", 5, "Quality of employer contacts: builds relationships over several planned visits in person."},
		{"employer-contact-frequency", 3, "Face-to-face employer contacts a week, for a full-time post: at least 4; and contact log: reviewed monthly, or better."},
		{"vocational-unit", 2, "Specialists in the unit: at least 2; and all specialists have the same supervisor."},
		{"individualised-supports", 2, "People supported in work: about half, or better."},
	} {
		w := about(t, c.item, "")
		check(t, w.ScoreRule(w.item, c.score), c.want)
	}
}

func TestRequiresAndLeaveOut(t *testing.T) {
	jobs, frequency, assignment := about(t, "competitive-jobs", ""), about(t, "employer-contact-frequency", ""), about(t, "team-assignment", "")
	check(t, jobs.Requires(jobs.item), "Jobs held on the census date: at least 10.")
	check(t, jobs.LeaveOut(jobs.item), "")
	check(t, frequency.Requires(frequency.item), "")
	check(t, frequency.LeaveOut(frequency.item), "job seekers: at most 0")
	check(t, assignment.LeaveOut(assignment.item), "caseload: at most 0")
}

// Every score of every item has a rule that can be read.
func TestEveryScoreHasARule(t *testing.T) {
	s := reviewtest.Speaker(t)
	for i, item := range s.Scale().Items() {
		for score := s.Scale().Scores().Min; score <= s.Scale().Scores().Max; score++ {
			text := s.ScoreRule(i, score)
			if text == "" || !strings.HasSuffix(text, ".") || wrong.MatchString(text) || twice(text) {
				t.Errorf("%s, score %d: %q", item.ID, score, text)
			}
		}
	}
}
