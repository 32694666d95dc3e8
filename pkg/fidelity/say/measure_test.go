package say_test

import (
	"slices"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

func TestMeasure(t *testing.T) {
	job := "competitive: yes, permanent: yes, current: yes"
	for _, c := range []struct{ name, item, measure, given, want string }{
		{"ratio", "caseload-size", "clients_per_fte", specialists("fte: 1, caseload: 20", "fte: 0.5, caseload: 9"), "19.3 clients per full-time specialist (29 for 1.5)"},
		{"ratio over one", "caseload-size", "clients_per_fte", specialists("fte: 1, caseload: 20"), "20 clients per full-time specialist"},
		{"ratio of one", "caseload-size", "clients_per_fte", specialists("fte: 1, caseload: 1"), "1 client per full-time specialist"},
		{"ratio with a gap", "caseload-size", "clients_per_fte", specialists("fte: 1, caseload: 20", "fte: 1"), "not known, as figures are missing for 1 of 2 specialists"},
		{"ratio with nothing", "caseload-size", "clients_per_fte", specialists("fte: 1"), "not known"},
		{"percentage of a sum", "individualised-job-search", "matching_share", clients("contacts_checked: 6, contacts_matching: 4"), "4 of 6 employer contacts (66.7%)"},
		{"percentage of nothing", "individualised-job-search", "matching_share", clients("contacts_checked: 0, contacts_matching: 0"), "not known, as there are no employer contacts"},
		{"mean", "employment-services-staff", "employment_time", specialists("fte: 1, employment_time: 97", "fte: 0.5, employment_time: 100"), "98% of time (weighted mean of 2 specialists)"},
		{"mean of one", "employment-services-staff", "employment_time", specialists("fte: 1, employment_time: 97"), "97% of time (1 specialist)"},
		{"mean with a gap", "employment-services-staff", "employment_time", specialists("fte: 1, employment_time: 97", "employment_time: 100"), "not known, as figures are missing for 1 of 2 specialists"},
		{"median", "rapid-job-search", "days", clients("days_to_employer_contact: 20", "days_to_employer_contact: 31", "days_waiting: 50"), "31 days (median of 3 clients)"},
		{"median of an even count", "rapid-job-search", "days", clients("days_to_employer_contact: 20", "days_to_employer_contact: 31"), "25.5 days (median of 2 clients)"},
		{"median of one day", "rapid-job-search", "days", clients("days_to_employer_contact: 1"), "1 day (1 client)"},
		{"median of nothing", "rapid-job-search", "days", clients("days_waiting: 4"), "not known"},
		{"share", "competitive-jobs", "competitive_share", jobs(append(times(4, job), "competitive: yes, permanent: no")...), "4 of 5 jobs (80%)"},
		{"share of one", "competitive-jobs", "competitive_share", jobs(job), "1 of 1 job (100%)"},
		{"share with a gap", "competitive-jobs", "competitive_share", jobs(append(times(4, job), "competitive: yes")...), "4 or 5 of 5 jobs (80% to 100%)"},
		{"share of nothing", "competitive-jobs", "competitive_share", "evidence: {jobs: []}", "not known, as there are no jobs"},
		{"share, nobody looked", "competitive-jobs", "competitive_share", "", "not known"},
		{"count", "competitive-jobs", "current_jobs", jobs(times(3, job)...), "3 current jobs"},
		{"count of one", "competitive-jobs", "current_jobs", jobs(job), "1 current job"},
		{"count with gaps", "competitive-jobs", "current_jobs", jobs(job, "type: driver", "type: driver"), "1 to 3 current jobs"},
		{"distinct", "job-type-diversity", "different_types", jobs("type: driver", "type: Driver", "type: gardener"), "2 different in 3 jobs (66.7%)"},
		{"distinct with gaps", "job-type-diversity", "different_types", jobs("type: driver", "type: gardener", "current: yes", "current: yes"), "2 to 4 different in 4 jobs (50% to 100%)"},
		{"distinct of nothing", "job-type-diversity", "different_types", "evidence: {jobs: []}", "not known, as there are no jobs"},
		{"spread", "job-type-diversity", "spread_of_types", jobs("type: driver", "type: driver", "type: gardener"), "1 of 3 jobs not of the commonest type (33.3%)"},
		{"spread of one", "job-type-diversity", "spread_of_types", jobs("type: driver"), "0 of 1 job not of the commonest type (0%)"},
		{"spread with a gap", "job-type-diversity", "spread_of_types", jobs("type: driver", "type: driver", "current: yes"), "0 or 1 of 3 jobs not of the commonest type (0% to 33.3%)"},
	} {
		t.Run(c.name, func(t *testing.T) { check(t, about(t, c.item, c.given).measure(t, c.measure), c.want) })
	}
}

func TestRowEvidence(t *testing.T) {
	for _, c := range []struct{ name, item, row, want string }{
		{"members", "vocational-generalists", "phases: [intake, engagement]", "2 of 6 phases; service model: gives the employment service directly"},
		{"no members", "vocational-generalists", "phases: [], service_model: referral-only", "0 of 6 phases; service model: only refers people to other services"},
		{"members not known", "vocational-generalists", "fte: 1", "not known; service model: gives the employment service directly"},
		{"percentage as it was written", "community-services", "community_time: 24/37.5", "64% of scheduled hours (24 of 37.5)"},
		{"percentage without its base", "community-services", "community_time: 64%", "64% of scheduled hours"},
		{"percentage not known", "community-services", "community_time: unknown", "not known"},
		{"ratio in percent", "team-assignment", "caseload: 20, team_caseload: 15, teams: 2", "15 of 20 caseload (75%); attachment to clinical teams: attached to one or more clinical teams; clinical teams: 2"},
		{"largest of, full time", "employer-contact-frequency", "fte: 1, employer_contacts: [6, 7, null, 5], contact_log: reviewed-weekly", "6 face-to-face contacts a week; contact log: reviewed weekly"},
		{"largest of, part time", "employer-contact-frequency", "fte: 0.5, employer_contacts: 2", "4 face-to-face contacts a week (2 for 0.5); contact log: not known"},
		{"largest of, one job seeker", "employer-contact-frequency", "fte: 1, job_seekers: 1, employer_contacts: 2, contact_log: kept", "6 face-to-face contacts a week; contact log: kept but not reviewed each month"},
		{"largest of, at least", "employer-contact-frequency", "job_seekers: 1, employer_contacts: 2, contact_log: none", "at least 6 face-to-face contacts a week; contact log: no log"},
		{"answer", "employer-contact-quality", "contact_quality: meets-regardless", "quality of employer contacts: goes to see employers even where no job is advertised"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := about(t, c.item, specialists(c.row))
			check(t, w.RowEvidence(w.a, w.item, &w.found().Rows[0]), c.want)
		})
	}
}

func TestMeasureOfAnUnfinishedScale(t *testing.T) {
	s := say.New(wordless(t), &fidelity.Words{})
	measures := s.Scale().Items()[0].Measures
	got := []string{s.MeasureName(0, &measures[0]), s.Unit(0, &measures[0])}
	for m, n := range []fidelity.Interval{fidelity.Exactly(fidelity.Int(3)), fidelity.Between(fidelity.Int(1), fidelity.Int(4)), fidelity.Unknown()} {
		got = append(got, s.Measure(0, &measures[m%len(measures)], fidelity.Measured{Interval: n, Used: 1, Of: 2}))
	}
	want := []string{"open posts", "", "3", "between 1 and 4", "not known, as figures are missing for 1 of 2 rows"}
	if !slices.Equal(got, want) {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	// Rows that the measure is not about lack nothing.
	notes := []fidelity.RowNote{{Row: 1, Why: fidelity.NotInScope}, {Row: 2, Why: fidelity.TooEarlyElse}, {Row: 3, Why: fidelity.ScopeUnknown}}
	check(t, s.Measure(0, &measures[0], fidelity.Measured{Used: 1, Of: 4, Notes: notes}), "not known, as figures are missing for 1 of 4 rows")
}
