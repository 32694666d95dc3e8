package say_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

func at(t *testing.T, a *fidelity.Assessment, item string) int {
	t.Helper()
	i, ok := a.Scale().ItemAt(item)
	if !ok {
		t.Fatal("no item " + item)
	}
	return i
}

func TestStepsInWords(t *testing.T) {
	const specialists = "evidence: {specialists: ["
	for _, c := range []struct{ name, lines, item, want string }{
		{"one caseload is too large", specialists + "{id: ES01, fte: 1, caseload: 18}, {id: ES02, fte: 1, caseload: 25}]}", "caseload-size", "ES02: 3 fewer clients, or 0.1 more full-time posts."},
		{"fewer clients of several", specialists + "{id: ES01, fte: 1, caseload: 23}, {id: ES02, fte: 1, caseload: 24}]}", "caseload-size", "7 fewer clients (ES01 3 and ES02 4), or 0.3 more full-time posts."},
		{"rounding reaches the band", specialists + "{id: ES01, fte: 1, caseload: 21}, {id: ES02, fte: 1, caseload: 20}]}", "caseload-size", "ES01: 1 fewer client, or 0.1 more full-time posts."},
		{"a weighted mean", specialists + "{id: ES01, fte: 1, employment_time: 100}, {id: ES02, fte: 0.5, employment_time: 80}]}", "employment-services-staff", "time on employment services: ES02 from 80% to 87%."},
		{"hours of a week", specialists + "{id: ES01, community_time: 15/37.5}]}", "community-services", "ES01: 3.6 more scheduled hours in the community (18.6 of 37.5)."},
		{"a bare percentage", specialists + "{id: ES01, community_time: 30}]}", "community-services", "ES01: time in the community up from 30% to 31%."},
		{
			"one row nearly there, and one a band further", specialists + "{id: ES01, fte: 1, employer_contacts: 4, contact_log: reviewed-weekly}, {id: ES02, fte: 1, employer_contacts: 4, contact_log: reviewed-weekly}, {id: ES03, fte: 1, employer_contacts: 4, contact_log: kept}]}",
			"employer-contact-frequency", "ES01: 1 more employer contact a week; ES02: 2 more employer contacts a week.",
		},
		{
			"two rows alike", specialists + "{id: ES01, fte: 1, employer_contacts: 4, contact_log: reviewed-weekly}, {id: ES02, fte: 1, employer_contacts: 4, contact_log: reviewed-weekly}, {id: ES03, fte: 1, employer_contacts: 4, contact_log: reviewed-monthly}]}",
			"employer-contact-frequency", "ES01 and ES02, each: 1 more employer contact a week.",
		},
		{
			"contacts and the log", specialists + "{id: ES01, fte: 1, employer_contacts: 4, contact_log: reviewed-monthly}]}",
			"employer-contact-frequency", "ES01: 1 more employer contact a week, and contact log: reviewed weekly.",
		},
		{"a phase", specialists + "{id: ES01, phases: [intake, engagement, assessment, job-placement]}]}", "vocational-generalists", "ES01: phases carried: any one of job coaching or follow-along support."},
		{"all phases", specialists + "{id: ES01, phases: [intake, engagement, assessment, job-placement, job-coaching]}]}", "vocational-generalists", "ES01: phases carried: also follow-along support."},
		{
			"half within 60 days", "evidence: {clients: [{id: C1, days_to_employer_contact: 20}, {id: C2, days_to_employer_contact: 90}, {id: C3, days_waiting: 100}, {id: C4, days_to_employer_contact: 110}, {id: C5, days_waiting: 20}]}",
			"rapid-job-search", "half of the clients within 60 days: any 2 of the 3 still over.",
		},
		{"a few of many contacts", "evidence: {clients: [{id: C1, contacts_checked: 6, contacts_matching: 5}, {id: C2, contacts_checked: 4, contacts_matching: 2}]}", "individualised-job-search", "1 more employer contact that follows preferences."},
		{"too few jobs", jobRows(8, "competitive: yes, permanent: yes, current: yes"), "competitive-jobs", "2 further jobs (current, competitive and permanent), which reaches 5."},
		{"a checklist", "items: {disclosure: {facts: {not-required: yes, pros-and-cons: yes, exact-content: no, more-than-once: partly}}}", "disclosure", "either of these: what exactly would be disclosed is discussed, with examples of wording; or disclosure is discussed on more than one occasion (now partly)."},
		{"two ways", "items: {public-employment-service: {facts: {contact: monthly, meetings: less-than-quarterly}}}", "public-employment-service", "contacts about shared clients: weekly (now monthly). Or else: scheduled face-to-face meetings: quarterly, or better (now less often than quarterly)."},
		{"nothing looked at", "items: {}", "caseload-size", "no figures on specialists yet."},
		{"scored below the evidence", "items: {disclosure: {score: 3, facts: {not-required: yes, pros-and-cons: yes, exact-content: yes, more-than-once: yes}}}", "disclosure", "the evidence is there already; the reviewers scored lower."},
		{"at the top", "items: {disclosure: {score: 5}}", "disclosure", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := reviewtest.Given(t, c.lines)
			i := at(t, a, c.item)
			if got := reviewtest.Speaker(t).Step(a, plan.ChangeOf(a, i)); got != c.want {
				t.Errorf("\n got %s\nwant %s", got, c.want)
			}
		})
	}
}

// jobRows are so many rows alike, each of its own type.
func jobRows(n int, cells string) string {
	rows := make([]string, n)
	for i := range rows {
		rows[i] = "{id: J" + string(rune('1'+i)) + ", " + cells + "}"
	}
	return "evidence: {jobs: [" + strings.Join(rows, ", ") + "]}"
}

func TestStepsWithoutCodes(t *testing.T) {
	a := reviewtest.Given(t, "evidence: {specialists: [{id: ES01, fte: 1, caseload: 23, community_time: 45, employment_time: 80}, {id: ES02, fte: 1, caseload: 20, community_time: 45, employment_time: 100}]}")
	s := reviewtest.Speaker(t).WithoutCodes()
	for item, want := range map[string]string{
		"caseload-size":             "3 fewer clients, or 0.1 more full-time posts.",
		"employment-services-staff": "share of working time spent on employment services: at least 96%.",
		"community-services":        "Share of scheduled hours spent in the community: at least 50%, for any one of 2 specialists.",
	} {
		got := s.Step(a, plan.ChangeOf(a, at(t, a, item)))
		if strings.Contains(got, "ES0") || !strings.EqualFold(got, want) {
			t.Errorf("%s: %s", item, got)
		}
	}
}

// TestStepsOfSamples reads every step of the sample reviews: none is empty, and
// none has a word of the machine in it.
func TestStepsOfSamples(t *testing.T) {
	names, err := filepath.Glob("../../../reviews/*/20*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a := fidelity.Assess(reviewtest.Read(t, name, string(data)))
		s := reviewtest.SpeakerOf(t, a.Scale().Ref())
		for _, c := range plan.Changes(a) {
			text := s.Step(a, &c)
			if text == "" || strings.Contains(text, "NEW") || strings.Contains(text, "  ") || strings.Contains(text, "..") || !strings.HasSuffix(text, ".") {
				t.Errorf("%s, %s: %q", name, s.Title(c.Item), text)
			}
			if short := s.StepInShort(a, &c); short == "" {
				t.Errorf("%s, %s: no short text", name, s.Title(c.Item))
			}
			if len(c.Routes) == 0 && !c.There && a.Items[c.Item].State != fidelity.Open {
				t.Errorf("%s, %s: no way to %d: %s", name, s.Title(c.Item), c.To, text)
			}
			for _, row := range a.Items[c.Item].Rows {
				step := plan.RowChange(a, c.Item, row.Row)
				if text := s.RowStep(a, step); (text == "") != (step == nil) {
					t.Errorf("%s, %s, row %d: %q", name, s.Title(c.Item), row.Row, text)
				}
			}
		}
	}
}
