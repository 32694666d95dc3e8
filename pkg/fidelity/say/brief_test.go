package say_test

import "testing"

func TestBrief(t *testing.T) {
	for _, c := range []struct{ name, item, given, want string }{
		{"at the top", "caseload-size", specialists("fte: 1, caseload: 9"), ""},
		{"a measure", "caseload-size", specialists("fte: 1, caseload: 24"), "clients for each full-time specialist: at most 20 (now 24)."},
		{"one fact", "disclosure", facts("disclosure", "not-required: yes, pros-and-cons: yes, exact-content: yes, more-than-once: partly"), "more than one discussion."},
		{
			"one of two facts", "team-contact", facts("team-contact", "weekly-meeting: yes, shared-decisions: yes, joint-record: yes, near-the-team: no, new-referrals: no"),
			"any one of 2: office near the team; help with new referrals.",
		},
		{
			"two of three facts", "assertive-engagement",
			facts("assertive-engagement", "no-time-limit: yes, attempts-recorded: no, team-attempts: no, community-visits: no, joint-visits: no, family-contact: no"),
			"any 2 of 5: recorded attempts; clinical team's attempts; repeated community visits; joint visits; family contact.",
		},
		{
			"facts of several kinds", "zero-exclusion", facts("zero-exclusion", "turned-away: some, next-job-help: no"),
			"people kept out: nobody (now some); help after a job.",
		},
		{"rows", "community-services", specialists("community_time: 40"), "share of scheduled hours spent in the community: at least 50%, for ES01 (now 40%)."},
		{"nothing to change", "caseload-size", specialists("fte: 1, caseload: 9") + finding("caseload-size", "score: 4"), "the evidence is there already; the reviewers scored lower."},
		{"something to find out", "community-services", "", "no figures on specialists yet."},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := about(t, c.item, c.given)
			check(t, w.Brief(w.a, w.item), c.want)
		})
	}
}
