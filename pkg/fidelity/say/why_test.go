package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func TestWhy(t *testing.T) {
	for _, c := range []struct{ name, item, given, want, score string }{
		{
			"suggested", "caseload-size", specialists("fte: 1, caseload: 9"),
			"9 clients per full-time specialist. The evidence suggests a score of 5.", "5 out of 5",
		},
		{
			"rated as suggested", "caseload-size", specialists("fte: 1, caseload: 9") + finding("caseload-size", "score: 5"),
			"9 clients per full-time specialist. The reviewers scored 5, as the evidence suggests.", "5 out of 5",
		},
		{
			"rated otherwise", "caseload-size", specialists("fte: 1, caseload: 9") + finding("caseload-size", "score: 3"),
			"9 clients per full-time specialist. The reviewers scored 3; the evidence suggests 5.", "3 out of 5",
		},
		{
			"rated within the range", "individualised-supports", finding("individualised-supports", "score: 3, facts: {clients-supported: most, varied-support: yes, employer-support: unknown}"),
			"People supported in work: most; 1 of 4 in place; not known: support for employers, career development, support from the team. " +
				"The reviewers scored 3; the evidence allows 3 to 5.", "3 out of 5",
		},
		{
			"open", "disclosure", facts("disclosure", "not-required: yes, pros-and-cons: yes, exact-content: yes"),
			"3 of 4 in place; not known: more than one discussion. The evidence allows 4 or 5; 1 fact is not known.", "4 or 5 out of 5, still open",
		},
		{
			"not enough evidence", "disclosure", finding("disclosure", "score: not-enough-evidence, facts: {not-required: no}"),
			"0 of 4 in place; not in place: no condition to disclose; not known: costs and benefits, what would be disclosed, more than one discussion. " +
				"The reviewers found that there is not enough evidence for a score.", "not enough evidence for a score",
		},
		{
			"nobody looked", "caseload-size", "",
			"No figures on specialists yet. The evidence allows 1 to 5.", "1 to 5 out of 5, still open",
		},
		{
			"nobody looked, and a fact", "rapid-job-search", "",
			"No figures on clients yet; not known: tracking of employer contacts. The evidence allows 1 to 5; no figures on clients yet, and 1 fact is not known.",
			"1 to 5 out of 5, still open",
		},
		{
			"two measures of one table", "competitive-jobs", "evidence: {jobs: []}",
			"There are no jobs. The evidence suggests a score of 1.", "1 out of 5",
		},
		{
			"two measures", "competitive-jobs", jobs("competitive: yes, permanent: yes, current: yes"),
			"Share of jobs that are both competitive and permanent: 1 of 1 job (100%); jobs held on the census date: 1 current job. The evidence suggests a score of 1.", "1 out of 5",
		},
		{
			"a measure that is not known", "caseload-size", specialists("fte: 1"),
			"Clients for each full-time specialist: not known. The evidence allows 1 to 5; 1 figure is not known.", "1 to 5 out of 5, still open",
		},
		{
			"rows", "community-services", specialists("community_time: 70", "community_time: 45"),
			"2 specialists scored 5 and 3, mean 4. The evidence suggests a score of 4.", "4 out of 5",
		},
		{
			"a measure and a fact", "rapid-job-search", clients("days_to_employer_contact: 9") + facts("rapid-job-search", "contacts-tracked: yes"),
			"9 days (1 client); tracking of employer contacts: yes. The evidence suggests a score of 5.", "5 out of 5",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := about(t, c.item, c.given)
			check(t, w.why(), c.want)
			check(t, w.ScoreWords(w.a, w.item), c.score)
		})
	}
}

func TestShortEvidenceOfEitherReading(t *testing.T) {
	// Distinct types earn more in a short list, the commonest type in a long one.
	short := about(t, "job-type-diversity", jobs("type: driver", "type: baker", "type: tutor"))
	check(t, short.short(), "3 different in 3 jobs (100%)")
	long := about(t, "job-type-diversity", jobs("type: driver", "type: driver", "type: baker", "type: baker", "type: tutor", "type: tutor"))
	check(t, long.short(), "4 of 6 jobs not of the commonest type (66.7%)")
	open := about(t, "job-type-diversity", jobs("type: driver", "type: driver", "type: baker", "type: baker", "type: tutor", "type: tutor", "type: cook", "current: yes"))
	check(t, open.short(), "5 or 6 of 8 jobs not of the commonest type (62.5% to 75%)")
}

func TestStrength(t *testing.T) {
	for _, c := range []struct{ item, given, want string }{
		{"caseload-size", specialists("fte: 1, caseload: 9"), "9 clients per full-time specialist"},
		{"community-services", specialists("community_time: 70", "community_time: 80"), "both specialists scored 5"},
		{"disclosure", facts("disclosure", "not-required: yes, pros-and-cons: yes, exact-content: yes, more-than-once: yes"), "all that the item asks for is in place"},
		{"disclosure", finding("disclosure", "score: 5"), "scored 5 out of 5 by the reviewers"},
	} {
		w := about(t, c.item, c.given)
		check(t, w.Strength(w.a, w.item), c.want)
	}
}

func TestEvidenceThatWasTakenOut(t *testing.T) {
	s, a := reviewtest.Speaker(t), reviewtest.Assess(t, reviewtest.Stripped)
	check(t, s.Evidence(a, 0), "the evidence has been taken out of this file")
	check(t, s.ShortEvidence(a, 0), "evidence taken out")
	check(t, s.Strength(a, 0), "scored 5 out of 5 by the reviewers")
	check(t, s.Why(a, 0), "The evidence has been taken out of this file. The reviewers scored 5, as the evidence suggests.")
	check(t, s.Verdict(a, 1), "The evidence allows 1 to 5.")
	check(t, s.MissingInShort(a, 1), "No fact or figure is missing")
	check(t, s.Next(a, 1), "")
}
