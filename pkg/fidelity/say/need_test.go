package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestNext(t *testing.T) {
	time := func(shares ...string) string {
		rows := make([]string, len(shares))
		for i, share := range shares {
			rows[i] = "community_time: " + share
		}
		return specialists(rows...)
	}
	const community = "share of scheduled hours spent in the community: at least "
	for _, c := range []struct{ name, item, given, want, coded string }{
		{name: "at the top", item: "caseload-size", given: specialists("fte: 1, caseload: 9")},
		{
			name: "at most", item: "caseload-size", given: specialists("fte: 0.5, caseload: 12"),
			want: "To reach 5: clients for each full-time specialist: at most 20 (now 24).",
		},
		{
			name: "at least, close to the edge", item: "employment-services-staff", given: specialists("fte: 1, employment_time: 95.46"),
			want: "To reach 5: share of working time spent on employment services: at least 96% (now 95.46%).",
		},
		{
			name: "over", item: "community-services", given: time("20"),
			coded: "To reach 2: share of scheduled hours spent in the community: over 30%, for ES01 (now 20%).",
			want:  "To reach 2: share of scheduled hours spent in the community: over 30%, for 1 specialist.",
		},
		{
			name: "nothing known", item: "caseload-size", given: specialists("fte: 1"),
			want: "To reach 2: clients for each full-time specialist: at most 40 (not known yet).",
		},
		{
			name: "no rows", item: "team-assignment", given: "",
			want: "To reach 2: no figures on specialists yet.",
		},
		{
			name: "a row that does not count", item: "employer-contact-quality", given: specialists("job_seekers: 0"),
			want: "To reach 2: the only specialist does not count here.",
		},
		{
			name: "a range", item: "competitive-jobs", given: jobs(append(times(4, "competitive: yes, permanent: yes, current: yes"), "competitive: yes")...),
			want: "To reach 2: jobs held on the census date: at least 10 (now 4 or 5).",
		},
		{
			name: "either of two measures", item: "job-type-diversity", given: jobs("type: driver", "type: driver", "type: gardener"),
			want: "To reach 4, either of these: different job types: at least 70% (now 66.7%); or share of jobs that are not of the commonest type: at least 70% (now 33.3%).",
		},
		{
			name: "several facts", item: "individualised-supports", given: facts("individualised-supports", "clients-supported: most, varied-support: partly, employer-support: no"),
			want: "To reach 4: support is varied, and fitted to the job and the person (now partly); support is given to employers when the person wants it.",
		},
		{
			name: "an ordered answer", item: "zero-exclusion", given: facts("zero-exclusion", "turned-away: by-rule"),
			want: "To reach 2: people kept out: most, or better (now by rule, under a written or agreed policy).",
		},
		{
			name: "the best answer, not known yet", item: "individualised-supports", given: finding("individualised-supports", "score: 2"),
			want: "To reach 3: people supported in work: most (not known yet).",
		},
		{
			name: "either of two facts", item: "team-contact", given: facts("team-contact", "weekly-meeting: yes, shared-decisions: yes, new-referrals: yes, joint-record: partly, near-the-team: no"),
			want: "To reach 4, either of these: employment papers are kept in the mental health record (now partly); or the specialists' office is shared with the team or close to it.",
		},
		{
			name: "any of three", item: "disclosure", given: facts("disclosure", "not-required: yes, pros-and-cons: no, exact-content: unknown, more-than-once: no"),
			want: "To reach 3, any one of these 3: costs and benefits are discussed before anything is disclosed, including adjustments and contact with employers; " +
				"what exactly would be disclosed is discussed, with examples of wording (not known yet); disclosure is discussed on more than one occasion.",
		},
		{
			name: "a number", item: "vocational-unit", given: facts("vocational-unit", "specialists: 1, same-supervisor: yes, rural: no"),
			want: "To reach 2: specialists in the unit: at least 2 (now 1).",
		},
		{
			name: "another way", item: "vocational-unit", given: facts("vocational-unit", "specialists: 2, full-time-specialists: 2, same-supervisor: yes, weekly-discussion: no, cover: yes"),
			want: "To reach 3: specialists discuss clients with each other every week. Or else: specialists are geographically separate, one at each site (not known yet); meetings with the supervisor: two or three times a month, or better (not known yet).",
		},
		{
			name: "either of two rows", item: "community-services", given: time("40", "36", "70"),
			coded: "To reach 4: " + community + "50%, for ES01 (now 40%) or ES02 (now 36%).",
			want:  "To reach 4: " + community + "50%, for any one of 2 specialists.",
		},
		{
			name: "all the rows", item: "community-services", given: time("20", "36", "40"),
			coded: "To reach 3: " + community + "40%, for ES01 (now 20%) and ES02 (now 36%).",
			want:  "To reach 3: " + community + "40%, for 2 specialists.",
		},
		{
			name: "some of the rows", item: "community-services", given: time("40", "40", "40", "70"),
			coded: "To reach 5: " + community + "65%, for any 2 of ES01 (now 40%), ES02 (now 40%) and ES03 (now 40%).",
			want:  "To reach 5: " + community + "65%, for any 2 of 3 specialists.",
		},
		{
			name: "rows that differ", item: "vocational-generalists",
			given: specialists("phases: [intake]", "phases: [intake], service_model: referral-only") + finding("vocational-generalists", "score: 3"),
			coded: "To reach 4: ES01: phases of the service that the specialist carries: at least 5 (now 1); ES02: service model: gives the employment service directly " +
				"(now only refers people to other services) and phases of the service that the specialist carries: at least 5 (now 1).",
			want: "To reach 4: 1 specialist: phases of the service that the specialist carries: at least 5; 1 specialist: service model: gives the employment service directly " +
				"and phases of the service that the specialist carries: at least 5.",
		},
		{
			name: "rows that need two things", item: "employer-contact-frequency",
			given: specialists("fte: 1, employer_contacts: 4, contact_log: kept", "fte: 0.5, employer_contacts: 1.5, contact_log: none", "fte: 1, employer_contacts: 9, contact_log: reviewed-weekly"),
			coded: "To reach 4: face-to-face employer contacts a week, for a full-time post: at least 5 and contact log: reviewed weekly, for ES01 or ES02.",
			want:  "To reach 4: face-to-face employer contacts a week, for a full-time post: at least 5 and contact log: reviewed weekly, for any one of 2 specialists.",
		},
		{
			name: "a row that needs two things", item: "employer-contact-frequency", given: specialists("fte: 1, employer_contacts: 3, contact_log: kept"),
			coded: "To reach 3: face-to-face employer contacts a week, for a full-time post: at least 4 (now 3) and contact log: reviewed monthly, or better " +
				"(now kept but not reviewed each month), for ES01.",
			want: "To reach 3: face-to-face employer contacts a week, for a full-time post: at least 4 and contact log: reviewed monthly, or better, for 1 specialist.",
		},
		{
			name: "a cell", item: "employer-contact-frequency", given: specialists("fte: 1, employer_contacts: 7, contact_log: kept"),
			coded: "To reach 3: contact log: reviewed monthly, or better, for ES01 (now kept but not reviewed each month).",
			want:  "To reach 3: contact log: reviewed monthly, or better, for 1 specialist.",
		},
		{
			name: "scored below the evidence", item: "caseload-size", given: specialists("fte: 1, caseload: 9") + finding("caseload-size", "score: 3"),
			want: "To reach 4: the evidence is there already; the reviewers scored lower.",
		},
		{
			name: "scored below an open range", item: "individualised-supports",
			given: finding("individualised-supports", "facts: {clients-supported: most}, score: 2"),
			want:  "To reach 3: the evidence is there already; the reviewers scored lower.",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := about(t, c.item, c.given)
			if c.coded == "" {
				c.coded = c.want
			}
			check(t, w.next(), c.coded)
			check(t, w.withoutCodes().next(), c.want)
		})
	}
}

func TestNeedsWithoutAScore(t *testing.T) {
	w := about(t, "team-contact", facts("team-contact", "weekly-meeting: yes, shared-decisions: yes, new-referrals: yes, joint-record: no, near-the-team: yes"))
	check(t, w.Needs(w.a, w.item, w.found().Next), "employment papers are kept in the mental health record.")
	check(t, w.Need(w.a, w.item, &w.found().Next.Needs[0]), "Employment papers are kept in the mental health record")

	rows := about(t, "community-services", specialists("community_time: 40", "community_time: unknown"))
	const share = "share of scheduled hours spent in the community: at least 40%"
	check(t, rows.Needs(rows.a, rows.item, rows.found().Next), share+", for ES02 (not known yet).")
	check(t, rows.Need(rows.a, rows.item, &rows.found().Next.Needs[0]), "ES02: "+share+" (not known yet)")
	check(t, rows.withoutCodes().Need(rows.a, rows.item, &rows.found().Next.Needs[0]), "1 specialist: "+share)
}

// What is known of a measure is told beside its threshold.
func TestNow(t *testing.T) {
	w := about(t, "community-services", specialists("community_time: 40"))
	low, high := fidelity.Int(5), fidelity.Int(8)
	atLeast, atMost := about(t, "employer-contact-frequency", specialists("job_seekers: 1, employer_contacts: 1, contact_log: kept")), fidelity.Unknown()
	interval := atLeast.found().Rows[0].Measures[0].Interval
	for want, now := range map[string]fidelity.Interval{
		"now 5%": fidelity.Exactly(low), "now between 5% and 8%": fidelity.Between(low, high), "not known yet": atMost, "now at least 3%": interval,
	} {
		need := &fidelity.Need{Row: -1, Unmet: []fidelity.Unmet{{Measure: 0, Fact: -1, Column: -1, Op: fidelity.AtLeast, Number: fidelity.Int(65), Now: now}}}
		check(t, w.Need(w.a, w.item, need), "share of scheduled hours spent in the community: at least 65% ("+want+")")
	}
}

func TestBounds(t *testing.T) {
	w := about(t, "caseload-size", "")
	for op, want := range map[fidelity.Op]string{
		fidelity.AtMost: "at most 20", fidelity.AtLeast: "at least 20", fidelity.Below: "under 20", fidelity.Above: "over 20",
	} {
		need := &fidelity.Need{Row: -1, Unmet: []fidelity.Unmet{{Measure: 0, Fact: -1, Column: -1, Op: op, Number: fidelity.Int(20)}}}
		check(t, w.Need(w.a, w.item, need), "clients for each full-time specialist: "+want+" (not known yet)")
	}
}
