package say_test

import (
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

func TestSafetyInWords(t *testing.T) {
	days := "items: {rapid-job-search: {facts: {contacts-tracked: yes}}}\nevidence: {clients: [{id: C1, days_to_employer_contact: 40}, {id: C2, days_waiting: 90}, {id: C3, days_to_employer_contact: 20}]}"
	tenJobs := "evidence: {jobs: [" + strings.Repeat("{id: JN, competitive: yes, permanent: yes, current: yes},", 9) + "{id: J0, competitive: no, permanent: yes, current: yes}]}\n"
	for i := range 9 {
		tenJobs = strings.Replace(tenJobs, "JN", "J"+string(rune('1'+i)), 1)
	}
	for _, c := range []struct{ name, lines, item, want string }{
		{"contacts", "evidence: {clients: [{id: C1, contacts_checked: 20, contacts_matching: 16}]}", "individualised-job-search", "With 2 fewer employer contacts that follow preferences this would be a 3."},
		{"clients", "evidence: {specialists: [{id: ES01, fte: 1, caseload: 22}]}", "caseload-size", "With 4 more clients this would be a 3, and with 2 fewer clients a 5."},
		{"a random sample", tenJobs + "samples: {jobs: {of: 40, picked: random}}", "competitive-jobs", "With 1 fewer of 10 jobs this would be a 3, and with 1 more of 10 jobs a 5. The share among all 40 is likely to lie between 64% and 98% (95% interval)."},
		{"picked by the service", tenJobs + "samples: {jobs: {of: 40, picked: by-service}}", "competitive-jobs", "With 1 fewer of 10 jobs this would be a 3, and with 1 more of 10 jobs a 5. The records were not picked at random, so that nothing can be said about those that were not read."},
		{"contacts of a random sample", "evidence: {clients: [{id: C1, contacts_checked: 20, contacts_matching: 16}]}\nsamples: {clients: {of: 40, picked: random}}", "individualised-job-search", "With 2 fewer employer contacts that follow preferences this would be a 3. There is no interval for this figure: what is counted comes several to a record, and these are often alike."},
		{"few days", days, "rapid-job-search", "With higher figures for 1 of 3 clients this would be a 3, and with lower figures for 1 of 3 clients a 5. 3 clients: 20, 40 and 90 days; 1 of them still waiting."},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := reviewtest.Given(t, c.lines)
			got := reviewtest.Speaker(t).Safety(a, plan.SafetyOf(a, at(t, a, c.item)))
			if text := strings.Join(got, " "); text != c.want {
				t.Errorf("\n got %s\nwant %s", text, c.want)
			}
		})
	}
	a := reviewtest.Given(t, days)
	if text := strings.Join(reviewtest.Speaker(t).WithoutCodes().Safety(a, plan.SafetyOf(a, at(t, a, "rapid-job-search"))), " "); strings.Contains(text, "90") {
		t.Errorf("tells of single people: %s", text)
	}
}
