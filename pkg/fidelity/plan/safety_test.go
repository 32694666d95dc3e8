package plan_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

func safety(t *testing.T, a *fidelity.Assessment, item string) *plan.Safety {
	t.Helper()
	i, ok := a.Scale().ItemAt(item)
	if !ok {
		t.Fatal("no item " + item)
	}
	return plan.SafetyOf(a, i)
}

// tenJobs are ten current jobs of their own type, so many of them not competitive.
func tenJobs(not int, more string) string {
	text := "evidence: {jobs: ["
	for i := range 10 {
		competitive := "yes"
		if i < not {
			competitive = "no"
		}
		text += "{id: J" + string(rune('0'+i)) + ", competitive: " + competitive + ", permanent: yes, current: yes},"
	}
	return text + "]}\n" + more
}

func TestSafety(t *testing.T) {
	for _, c := range []struct {
		name, lines, item string
		down, downTo      int
		up, upTo          int
		sampling          plan.Sampling
	}{
		{"nine of ten jobs", tenJobs(1, ""), "competitive-jobs", 1, 3, 1, 5, plan.NotTold},
		{"a random sample of them", tenJobs(1, "samples: {jobs: {of: 40, picked: random}}"), "competitive-jobs", 1, 3, 1, 5, plan.Drawn},
		{"all of them", tenJobs(1, "samples: {jobs: {of: 10, picked: all}}"), "competitive-jobs", 1, 3, 1, 5, plan.Whole},
		{"picked by the service", tenJobs(1, "samples: {jobs: {of: 40, picked: by-service}}"), "competitive-jobs", 1, 3, 1, 5, plan.Picked},
		{"contacts that match", "evidence: {clients: [{id: C1, contacts_checked: 20, contacts_matching: 16}]}", "individualised-job-search", 2, 3, 0, 0, plan.NoShare},
		{"contacts of a random sample", "evidence: {clients: [{id: C1, contacts_checked: 20, contacts_matching: 16}]}\nsamples: {clients: {of: 40, picked: random}}", "individualised-job-search", 2, 3, 0, 0, plan.Alike},
		{"contacts of clients picked by the service", "evidence: {clients: [{id: C1, contacts_checked: 20, contacts_matching: 16}]}\nsamples: {clients: {of: 40, picked: by-service}}", "individualised-job-search", 2, 3, 0, 0, plan.Picked},
		{"clients for a post", "evidence: {specialists: [{id: ES01, fte: 1, caseload: 22}]}", "caseload-size", 4, 3, 2, 5, plan.NoShare},
		{"days", "items: {rapid-job-search: {facts: {contacts-tracked: yes}}}\nevidence: {clients: [{id: C1, days_to_employer_contact: 40}, {id: C2, days_to_employer_contact: 50}, {id: C3, days_to_employer_contact: 20}]}", "rapid-job-search", 2, 1, 1, 5, plan.NoShare},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := safety(t, reviewtest.Given(t, c.lines), c.item)
			if s == nil {
				t.Fatal("nothing said")
			}
			if s.Down.Records != c.down || s.Down.To != c.downTo || s.Up.Records != c.up || s.Up.To != c.upTo || s.Sampling != c.sampling {
				t.Errorf("down %+v, up %+v, sampling %d", s.Down, s.Up, s.Sampling)
			}
			if (s.Sampling == plan.Drawn) != (s.Share.High > 0) {
				t.Errorf("interval %+v", s.Share)
			}
		})
	}
}

func TestSafetyIsSaidOfSettledEvidenceAlone(t *testing.T) {
	a := reviewtest.Given(t, "items: {disclosure: {score: 3}}\nevidence: {specialists: [{id: ES01, fte: 1}]}")
	for _, item := range []string{"caseload-size", "disclosure", "community-services", "competitive-jobs"} {
		if s := safety(t, a, item); s != nil {
			t.Errorf("%s: %+v", item, s)
		}
	}
}

func TestFewDaysAreListed(t *testing.T) {
	a := reviewtest.Given(t, "items: {rapid-job-search: {facts: {contacts-tracked: yes}}}\nevidence: {clients: [{id: C1, days_to_employer_contact: 40}, {id: C2, days_waiting: 90}, {id: C3, days_to_employer_contact: 20}, {id: C4, days_waiting: 4}]}")
	d := safety(t, a, "rapid-job-search").Days
	if d == nil || len(d.Values) != 3 || !d.ListThem || d.Waiting != 1 || d.Mean.String() != "50" || d.Longest.String() != "90" || d.Median.String() != "40" {
		t.Errorf("%+v", d)
	}
}
