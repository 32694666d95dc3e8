package source_test

import (
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// TestReadAlike reads testdata/alike/RULE.VARIANT.yaml: the variants of a rule
// are other ways of writing the same, and give the same assessment.
func TestReadAlike(t *testing.T) {
	first := map[string]*fidelity.Review{}
	for _, name := range glob(t, "testdata/alike/*.yaml", 70) {
		base := strings.TrimSuffix(filepath.Base(name), ".yaml")
		rule, _, _ := strings.Cut(base, ".")
		t.Run(base, func(t *testing.T) {
			got := review(t, string(load(t, name)))
			want, ok := first[rule]
			if !ok {
				first[rule] = got
				return
			}
			if diff := sameAssessment(want, got); diff != "" {
				t.Errorf("not read like the first of its rule (-first +this)\n%s", diff)
			}
			if got.Visit != want.Visit || got.Stage != want.Stage {
				t.Errorf("visit %v, stage %s; the first has %v, %s", got.Visit, got.Stage, want.Visit, want.Stage)
			}
		})
	}
}

// TestCellsCount looks at single cells: what is written, and what it counts as.
func TestCellsCount(t *testing.T) {
	for name, c := range map[string]struct {
		table, cell, column string
		want                string
	}{
		"a number":                         {"specialists", "caseload: 19", "caseload", "19"},
		"zero is a number":                 {"specialists", "caseload: 0", "caseload", "0"},
		"missing is not zero":              {"specialists", "", "caseload", "unknown"},
		"null is not zero":                 {"specialists", "caseload: null", "caseload", "unknown"},
		"no default":                       {"clients", "plan_current: ", "plan_current", "unknown"},
		"left out takes the default":       {"specialists", "", "service_model", "direct"},
		"empty takes the default":          {"specialists", "service_model: ", "service_model", "direct"},
		"quoted nothing takes the default": {"specialists", `service_model: ""`, "service_model", "direct"},
		"null takes the default":           {"specialists", "service_model: null", "service_model", "direct"},
		"unknown beats the default":        {"specialists", "service_model: unknown", "service_model", "unknown"},
		"Unknown does so too":              {"specialists", "service_model: Unknown", "service_model", "unknown"},
		"a default of yes or no":           {"clients", "", "in_work_at_start", "no"},
		"unknown beats that too":           {"clients", "in_work_at_start: unknown", "in_work_at_start", "unknown"},
		"true":                             {"clients", "plan_current: true", "plan_current", "yes"},
		"false in capitals":                {"clients", "plan_current: FALSE", "plan_current", "no"},
		"a percentage":                     {"specialists", "community_time: 64", "community_time", "64"},
		"with its sign":                    {"specialists", "community_time: 64%", "community_time", "64"},
		"below one, with its sign":         {"specialists", "community_time: 0.5%", "community_time", "0.5"},
		"a part of a base":                 {"specialists", "community_time: 24/37.5", "community_time", "64"},
		"kept exactly":                     {"specialists", "community_time: 1/3", "community_time", "33.3333"},
		"none of a base":                   {"specialists", "community_time: 0/37.5", "community_time", "0"},
		"all of a base":                    {"specialists", "community_time: 37.5/37.5", "community_time", "100"},
		"bare nought":                      {"specialists", "community_time: 0", "community_time", "0"},
		"bare one":                         {"specialists", "community_time: 1", "community_time", "1"},
		"a hundred":                        {"specialists", "community_time: 100", "community_time", "100"},
		"one number for all weeks":         {"specialists", "employer_contacts: 6", "employer_contacts", "6"},
		"weeks":                            {"specialists", "employer_contacts: [6, 7]", "employer_contacts", "6.5"},
		"a null week does not count":       {"specialists", "employer_contacts: [6, 7, null]", "employer_contacts", "6.5"},
		"a week of none does":              {"specialists", "employer_contacts: [6, 0]", "employer_contacts", "3"},
		"nothing but null weeks":           {"specialists", "employer_contacts: [null, ~]", "employer_contacts", "unknown"},
		"no weeks":                         {"specialists", "employer_contacts: []", "employer_contacts", "unknown"},
		"weeks not known":                  {"specialists", "employer_contacts: unknown", "employer_contacts", "unknown"},
		"some phases":                      {"specialists", "phases: [intake, engagement, intake]", "phases", "2 of a set"},
		"no phases":                        {"specialists", "phases: []", "phases", "0 of a set"},
		"phases not known":                 {"specialists", "phases: unknown", "phases", "unknown"},
		"phases left out":                  {"specialists", "", "phases", "unknown"},
		"days of somebody still waiting":   {"clients", "days_to_employer_contact: null, days_waiting: 41", "days_waiting", "41"},
		"days that are not known":          {"clients", "days_to_employer_contact: unknown, days_waiting: 41", "days_waiting", "41"},
		"a month":                          {"jobs", "started: 2026-05", "started", "2026-05"},
		"a job type":                       {"jobs", "type: 7", "type", "7"},
	} {
		t.Run(name, func(t *testing.T) {
			r := review(t, head+"evidence:\n  "+c.table+":\n    - {id: A1, "+c.cell+"}\n")
			if got := counts(r, c.table, c.column); got != c.want {
				t.Errorf("{%s} counts as %s, want %s", c.cell, got, c.want)
			}
		})
	}
}

// counts says what the column of the first row counts as.
func counts(r *fidelity.Review, table, column string) string {
	t, _ := r.Scale().TableAt(table)
	c, _ := r.Scale().ColumnAt(t, column)
	def := &r.Scale().Definition().Tables[t].Columns[c]
	v := r.Rows(table)[0].Get(column)
	if !v.Known() {
		return "unknown"
	}
	switch def.Kind {
	case fidelity.Set:
		size, _ := v.Size()
		return fidelity.Int(size).String() + " of a set"
	case fidelity.YesNo, fidelity.Choice:
		place, _ := v.Answer()
		return def.Choices()[place]
	case fidelity.Text, fidelity.Month, fidelity.Code:
		return v.Text()
	}
	number, _ := v.Number()
	return number.String()
}

// A percentage is kept exactly and as it was written: 24/37.5 stays that, and
// codes and job types keep their capitals.
func TestCellsAreKeptAsWritten(t *testing.T) {
	for written, c := range map[string]struct{ table, column string }{
		"24/37.5":        {"specialists", "community_time"},
		"1/3":            {"specialists", "community_time"},
		"64%":            {"specialists", "community_time"},
		"0.5%":           {"specialists", "community_time"},
		"64.0":           {"specialists", "community_time"},
		"e014":           {"jobs", "employer"},
		"Shop Assistant": {"jobs", "type"},
		"2026-05":        {"jobs", "started"},
	} {
		t.Run(written, func(t *testing.T) {
			r := review(t, head+"evidence:\n  "+c.table+":\n    - {id: a1, "+c.column+": "+written+"}\n")
			if got := r.Rows(c.table)[0].Get(c.column).Text(); got != written {
				t.Errorf("%s is kept as %s", written, got)
			}
			if got := r.Rows(c.table)[0].ID(); got != "a1" {
				t.Errorf("a1 is kept as %s", got)
			}
		})
	}
}

func TestEmptyTableAndMissingTable(t *testing.T) {
	for name, c := range map[string]struct {
		evidence string
		looked   bool
	}{
		"missing":        {"", false},
		"null":           {"evidence:\n  jobs:\n", false},
		"tilde":          {"evidence: {jobs: ~}\n", false},
		"other table":    {"evidence: {clients: []}\n", false},
		"empty":          {"evidence: {jobs: []}\n", true},
		"empty evidence": {"evidence:\n", false},
		"with a row":     {"evidence:\n  jobs: [{id: J001}]\n", true},
	} {
		t.Run(name, func(t *testing.T) {
			if got := review(t, head+c.evidence).Looked("jobs"); got != c.looked {
				t.Errorf("looked at jobs: %v, want %v", got, c.looked)
			}
		})
	}
	none, missing := review(t, head+"evidence: {jobs: []}\n"), review(t, head)
	if sameAssessment(none, missing) == "" {
		t.Error("no jobs and jobs that nobody looked at are the same")
	}
}

// All text is brought to NFC, keys that a file makes up included.
func TestTextIsComposed(t *testing.T) {
	text := strings.Replace(head, "name: Northfield", "name: Châlons Café, groups: {région: Côte}", 1) +
		"reviewers: [{id: é1, name: Zoë}]\nitems: {disclosure: {saw: Séance, ratings: {é1: 3}}}\nsharing: À tous\n"
	r := review(t, norm.NFD.String(text))
	item, _ := r.Scale().ItemAt("disclosure")
	f := r.Findings[item]
	for _, got := range []string{
		r.Service.Name, r.Service.Groups["région"], r.Reviewers[0].ID, r.Reviewers[0].Name, f.Saw, f.Ratings[0].Reviewer, r.Sharing,
	} {
		if got == "" || !norm.NFC.IsNormalString(got) {
			t.Errorf("%q is not composed", got)
		}
	}
}
