package source_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func pointer(n int) *int { return &n }

// Every key of the format comes to its place in the review.
func TestEverythingIsTakenOver(t *testing.T) {
	got := review(t, string(load(t, "testdata/good/everything.yaml")))
	want := &fidelity.Review{
		Service: fidelity.Service{
			ID: "northfield", Name: "Northfield Employment Service", Organisation: "Northfield NHS Foundation Trust",
			Setting: "community mental health", Started: fidelity.Date{Year: 2021, Month: 4},
			Groups: map[string]string{"region": "East", "kind": "trust"},
		},
		Kind: fidelity.Guided, Mode: "mixed", Stage: fidelity.Agreed, Previous: "2025-05.yaml", Blind: "r1",
		Visit:    fidelity.Period{From: fidelity.Date{Year: 2026, Month: 5, Day: 12}, To: fidelity.Date{Year: 2026, Month: 5, Day: 13}},
		Evidence: fidelity.Period{From: fidelity.Date{Year: 2025, Month: 11, Day: 12}, To: fidelity.Date{Year: 2026, Month: 5, Day: 12}},
		Reviewers: []fidelity.Reviewer{
			{ID: "r1", Name: "A. Okafor", Role: "lead reviewer", Organisation: "IPS Grow"},
			{ID: "r2", Name: "B. Lindqvist"},
		},
		Samples: map[string]fidelity.Sample{"clients": {Of: pointer(64), Picked: "random"}, "jobs": {Picked: "all"}},
		Actions: []fidelity.Action{
			{
				ID: "a1", Item: "disclosure", What: "Agree a form of words", Who: "team leader",
				When: fidelity.Date{Year: 2026, Month: 9, Day: 30}, Aim: pointer(4), Status: "doing", Outcome: "two agreed",
				Measure: "forms in use", Remedy: "training", Scope: "team",
			},
			{What: "Rest"},
		},
		Response: &fidelity.Response{Text: "We agree.", By: "team leader", Date: fidelity.Date{Year: 2026, Month: 6, Day: 20}},
		Sharing:  "For the service and its host trust.",
		Changes: []fidelity.Change{
			{At: "2026-05-13T16:20:00Z", By: "r1", What: "items.disclosure.score", From: "4", To: "3", Why: "seen twice", HasFrom: true, HasTo: true},
			{At: "2026-05-14", By: "tool", What: "sharing", To: "(text)", HasTo: true},
			{What: "items.disclosure.because", To: "(text)", HasFrom: true, HasTo: true},
		},
		NotPersonal: []fidelity.Cleared{{Path: "sharing", Why: "A trust is no person."}},
		Corrections: []fidelity.Correction{{Item: "disclosure", From: 5, To: 4, Why: "A slip."}},
		Seal: &fidelity.Seal{
			At: "2026-06-30T09:00:00Z", By: "r1", Names: []string{"A. Okafor", "B. Lindqvist"}, Digest: "sha256:1", SHA256: "2",
		},
		Amends:   &fidelity.Amendment{File: "2026-04.yaml", SHA256: "3", Why: "A row was missing."},
		Stripped: &fidelity.Stamp{At: "2026-07-01", By: "r2"},
		Kept: &fidelity.Kept{ScaleDigest: "sha256:4", Items: map[string]fidelity.KeptItem{
			"disclosure": {Low: 2, High: 4, Facts: &fidelity.FactCount{Yes: 2, Unknown: 2, Of: 4}, Flags: []fidelity.Flag{{Code: fidelity.PartlyFlag, Measure: -1, Count: 1}}}, "team-contact": {Low: 1, High: 5},
		}},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreUnexported(fidelity.Review{}, fidelity.Interval{}), cmpopts.IgnoreFields(fidelity.Review{}, "Findings")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestFindingsAreTakenOver(t *testing.T) {
	r := review(t, string(load(t, "testdata/good/everything.yaml")))
	at := func(item string) *fidelity.Finding {
		i, _ := r.Scale().ItemAt(item)
		return &r.Findings[i]
	}
	want := &fidelity.Finding{
		Sources: []string{"documents", "interviews"}, Saw: "A form of words.", Judgement: "Two of the four.",
		Rating: fidelity.Scored(3), Because: "The fourth is on its way.",
		Recommend: &fidelity.Recommendation{Text: "Agree a form of words.", Kind: "training", Who: "team leader"},
		Ratings: []fidelity.ReviewerRating{
			{Reviewer: "r1", Rating: fidelity.Scored(4)}, {Reviewer: "r2", Rating: fidelity.NotEnoughEvidence()},
		},
	}
	ignore := cmpopts.IgnoreFields(fidelity.Finding{}, "Facts")
	ratings := cmp.AllowUnexported(fidelity.Rating{})
	if diff := cmp.Diff(want, at("disclosure"), ignore, ratings); diff != "" {
		t.Errorf("disclosure (-want +got)\n%s", diff)
	}
	want = &fidelity.Finding{Rating: fidelity.NotEnoughEvidence(), Recommend: &fidelity.Recommendation{Text: "Agree one record with the second team."}}
	if diff := cmp.Diff(want, at("team-contact"), ignore, ratings); diff != "" {
		t.Errorf("team-contact (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff(&fidelity.Finding{}, at("zero-exclusion"), ignore, ratings); diff != "" {
		t.Errorf("zero-exclusion (-want +got)\n%s", diff)
	}
	for fact, want := range map[string]string{"not-required": "yes", "pros-and-cons": "partly", "exact-content": "no", "more-than-once": "unknown"} {
		if got := answer(t, r, "disclosure", fact); got != want {
			t.Errorf("%s: %s, want %s", fact, got, want)
		}
	}
}

// What a file leaves out is nothing, and the stage is that of a draft.
func TestLittleIsTakenOver(t *testing.T) {
	r := review(t, head)
	if r.Stage != fidelity.Draft || r.Visit.To != r.Visit.From || r.Reviewers != nil || r.Samples != nil || r.Actions != nil ||
		r.Response != nil || r.Changes != nil || r.Seal != nil || r.Amends != nil || r.Stripped != nil || r.Kept != nil {
		t.Errorf("%+v", r)
	}
}

// Place finds parts of a file again, and what is above a part that it lacks.
func TestPlace(t *testing.T) {
	data := head + "evidence:\n  clients:\n    - {id: C001, days_waiting: 41}\nitems:\n  disclosure:\n    facts:\n      not-required: yes\n    score: 3\n"
	file, problems := source.ReadReview("x", []byte(data), ips)
	if file == nil {
		t.Fatal(problems)
	}
	for path, want := range map[string][2]int{
		"kind":                                {4, 7},
		"items.disclosure.score":              {13, 12},
		"items.disclosure.facts.not-required": {12, 21},
		"items.disclosure.facts.joint-record": {12, 7},
		"items.disclosure.because":            {11, 5},
		"items.team-contact.facts":            {10, 3},
		"evidence.clients[0].days_waiting":    {8, 32},
		"evidence.clients[0].plan_current":    {8, 7},
		"evidence.clients[7].id":              {8, 5},
		"evidence.jobs":                       {7, 3},
		"":                                    {1, 1},
		"nothing.of[3].the.kind":              {1, 1},
	} {
		t.Run(path, func(t *testing.T) {
			if line, column := file.Place(path); line != want[0] || column != want[1] {
				t.Errorf("%d:%d, want %d:%d", line, column, want[0], want[1])
			}
		})
	}
}
