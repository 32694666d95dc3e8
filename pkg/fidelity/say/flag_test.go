package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestFlags(t *testing.T) {
	job := "type: driver, competitive: yes, permanent: yes, current: yes"
	for _, c := range []struct{ name, item, code, given, want, coded string }{
		{
			name: "differs from a score", item: "caseload-size", code: fidelity.Differs, given: specialists("fte: 1, caseload: 9") + finding("caseload-size", "score: 3"),
			want: "The score differs from the evidence, which suggests 5.",
		},
		{
			name: "differs from a range", item: "disclosure", code: fidelity.Differs, given: finding("disclosure", "score: 5, facts: {not-required: no}"),
			want: "The score differs from the evidence, which allows 1 to 4.",
		},
		{
			name: "near a boundary", item: "caseload-size", code: fidelity.NearBoundary, given: specialists("fte: 1, caseload: 20"),
			want: "Close to the line between two scores: 20 clients per full-time specialist. A change of 0.5 could give another score.",
		},
		{
			name: "near a boundary, in percent", item: "employment-services-staff", code: fidelity.NearBoundary, given: specialists("fte: 1, employment_time: 95.6"),
			want: "Close to the line between two scores: 95.6%. A change of 0.5 could give another score.",
		},
		{
			name: "near a boundary, by rows", item: "community-services", code: fidelity.NearBoundary,
			given: specialists("community_time: 64.5", "community_time: 70", "community_time: 24/37.5"),
			coded: "Close to the line between two scores: ES01 (64.5%) and ES03 (64%). A change of 0.5 could give another score.",
			want:  "Close to the line between two scores: 2 specialists. A change of 0.5 could give another score.",
		},
		{
			name: "two readings", item: "job-type-diversity", code: fidelity.MethodsDiffer, given: jobs(append(times(3, job), "type: cleaner", "type: baker", "type: tutor")...),
			want: "Two ways to read the scale give different scores here: 3 and 2.",
		},
		{
			name: "thin", item: "job-type-diversity", code: fidelity.Thin, given: jobs(job, job),
			want: "Thin evidence: 2 jobs, where 5 or more are wanted.",
		},
		{
			name: "thin, one row", item: "rapid-job-search", code: fidelity.Thin, given: clients("days_to_employer_contact: 9"),
			want: "Thin evidence: 1 client, where 10 or more are wanted.",
		},
		{
			name: "thin, of a ratio", item: "individualised-job-search", code: fidelity.Thin, given: clients("contacts_checked: 4, contacts_matching: 4", "days_waiting: 3"),
			want: "Thin evidence: 1 client, where 10 or more are wanted.",
		},
		{
			name: "partly", item: "team-contact", code: fidelity.PartlyFlag, given: facts("team-contact", "joint-record: partly, near-the-team: partly"),
			want: "Partly in place, so no credit yet: joint record, office near the team.",
		},
		{
			name: "left out", item: "employer-contact-quality", code: fidelity.LeftOutFlag, given: specialists("job_seekers: 0", "job_seekers: 4", "job_seekers: 0"),
			coded: "Left out: ES01 and ES03 (job seekers: 0).",
			want:  "Left out: 2 specialists (job seekers: 0).",
		},
		{
			name: "left out, no clients", item: "team-assignment", code: fidelity.LeftOutFlag, given: specialists("caseload: 0"),
			coded: "Left out: ES01 (caseload: 0).",
			want:  "Left out: 1 specialist (caseload: 0).",
		},
		{
			name: "left out for now", item: "rapid-job-search", code: fidelity.LeftOutFlag, given: clients("days_waiting: 3", "days_to_employer_contact: 9", "days_waiting: 30"),
			coded: "Left out for now, too early to count: C001 and C003.",
			want:  "Left out for now, too early to count: 2 clients.",
		},
		{
			name: "of the scale, without rows", item: "competitive-jobs", code: "few-current-jobs", given: jobs(job),
			want: "There are fewer than ten current jobs, which scores 1 by rule; this says nothing against the jobs people have found.",
		},
		{
			name: "of the scale, any row", item: "caseload-size", code: "over-caseload", given: specialists("fte: 1, caseload: 21", "fte: 0.5, caseload: 12"),
			coded: "At least one specialist carries more than 20 clients for a full-time post (ES01 and ES02).",
			want:  "At least one specialist carries more than 20 clients for a full-time post (2 specialists).",
		},
		{
			name: "of the scale, rows that counted otherwise", item: "rapid-job-search", code: "waiting", given: clients("days_waiting: 60", "days_to_employer_contact: 9"),
			coded: "Some people still wait for a first employer contact; waits of more than 30 days count as they stand (C001).",
			want:  "Some people still wait for a first employer contact; waits of more than 30 days count as they stand (1 client).",
		},
		{
			name: "of the scale, rows apart", item: "team-assignment", code: "uneven",
			given: specialists("teams: 1, caseload: 20, team_caseload: 20", "attachment: individuals, caseload: 20, team_caseload: 20"),
			want:  "Specialists differ by two points or more, so it is worth looking at each score as well as the mean.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := about(t, c.item, c.given)
			if c.coded == "" {
				c.coded = c.want
			}
			check(t, w.flag(c.code), c.coded)
			check(t, w.withoutCodes().flag(c.code), c.want)
		})
	}
}

func TestFlagWithoutWords(t *testing.T) {
	w := about(t, "caseload-size", specialists("fte: 1, caseload: 9"))
	for want, flag := range map[string]fidelity.Flag{
		"Two new words.":        {Code: "two-new_words", Declared: true, Measure: -1},
		"Two new words (ES01).": {Code: "two-new-words", Declared: true, Measure: 0, Rows: []int{0}},
		"Not known here.":       {Code: "not-known-here", Measure: -1},
	} {
		check(t, w.Flag(w.a, w.item, &flag), want)
	}
}
