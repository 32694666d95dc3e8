package result_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// The example of formats.md, section 4.
func TestTheExampleOfTheContract(t *testing.T) {
	r := given(t, `items:
  team-contact:
    facts: {weekly-meeting: yes, shared-decisions: yes, joint-record: partly, near-the-team: no, new-referrals: unknown}
    score: 3
    because: Counted as three.
`)
	got := item(t, r, "team-contact")
	three := 3
	want := &result.Item{
		ID: "team-contact", Number: 5, Section: "organisation", Title: "Integration with mental health treatment through frequent team contact",
		State: "rated", Score: &three, Low: 2, High: 3,
		Measures: []result.Measure{{ID: "facts", Low: "2", High: "3", Base: "5", Used: 4, Of: 5, Unit: "facts in place", Text: "2 of 5 in place, 1 not known"}},
		Rows:     []result.Row{}, Because: "Counted as three.", Why: got.Why, Missing: []string{"items.team-contact.facts.new-referrals"},
		Flags: []result.Flag{{Code: "partly", Text: "Partly in place, so no credit yet: joint record."}},
		Next: &result.Next{Score: 4, Choose: 1, Needs: []result.Need{
			{Text: "Employment papers are kept in the mental health record (now partly)", Fact: "joint-record"},
			{Text: "The specialists' office is shared with the team or close to it", Fact: "near-the-team"},
		}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got.Why == "" {
		t.Error("no why")
	}
}

func TestMeasuresOfAnItem(t *testing.T) {
	r := given(t, `evidence:
  specialists:
    - {id: ES01, fte: 0.64, caseload: 1, community_time: 24/37.5, phases: [intake, engagement], team_caseload: 0, teams: 1}
    - {id: ES02, fte: 0.64, caseload: 0, community_time: 1/3, phases: []}
  jobs: [{id: J001, type: driver}, {id: J002, type: cook}, {id: J003}]
`)
	for _, c := range []struct {
		item string
		want result.Measure
	}{
		// 1 over 1.28 is 0.78125, and rounds half up.
		{"caseload-size", result.Measure{ID: "clients_per_fte", Value: "0.7813", Low: "0.7813", High: "0.7813", Base: "1.28", Used: 2, Of: 2, Unit: "clients per full-time specialist", Text: "0.8 clients per full-time specialist (1 for 1.3)"}},
		{"job-type-diversity", result.Measure{ID: "different_types", Low: "66.6667", High: "100", Base: "3", Used: 2, Of: 3, Unit: "percent of jobs", Text: "2 or 3 different in 3 jobs (66.7% to 100%)"}},
		{"community-services", result.Measure{ID: "rows", Value: "3", Low: "3", High: "3", Base: "2", Used: 2, Of: 2, Unit: "mean score", Text: "2 specialists scored 4 and 2, mean 3"}},
		{"team-assignment", result.Measure{ID: "rows", Value: "2", Low: "2", High: "2", Base: "1", Used: 1, Of: 2, Unit: "mean score", Text: "1 of 2 specialists scored 2"}},
		{"employer-contact-quality", result.Measure{ID: "rows", Low: "1", High: "5", Base: "2", Used: 0, Of: 2, Unit: "mean score", Text: "2 specialists are still open, at 1 to 5"}},
		{"rapid-job-search", result.Measure{ID: "days", Unit: "days", Text: "not known"}},
	} {
		got := item(t, r, c.item).Measures
		if diff := cmp.Diff(c.want, got[0]); diff != "" {
			t.Errorf("%s (-want +got)\n%s", c.item, diff)
		}
	}
}

func TestRowsOfAnItem(t *testing.T) {
	r := given(t, "evidence: {specialists: [{id: es1, caseload: 0}, {id: ES02, teams: 1, caseload: 20, team_caseload: 19}, {id: ES03, teams: 1}]}")
	one, five, why := 1, 5, "caseload: 0"
	want := []result.Row{
		{ID: "es1", LeftOut: &why},
		{ID: "ES02", Low: &five, High: &five},
		{ID: "ES03", Low: &one, High: &five},
	}
	got := slices.Clone(item(t, r, "team-assignment").Rows)
	for i := range got {
		if got[i].Text == "" {
			t.Errorf("%s has no text", got[i].ID)
		}
		got[i].Text, got[i].Measures = "", nil
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	share := item(t, r, "team-assignment").Rows[1].Measures[0]
	if want := (result.Measure{ID: "team_share", Value: "95", Low: "95", High: "95", Base: "20", Used: 1, Of: 1, Unit: share.Unit, Text: share.Text}); share != want {
		t.Errorf("%+v", share)
	}
}

func TestNeedsNameWhatTheyAreAbout(t *testing.T) {
	r := given(t, "evidence: {specialists: [{id: ES01, fte: 1, caseload: 30, phases: [intake], service_model: refers-out, contact_quality: asks-for-openings}]}")
	for _, c := range []struct {
		item string
		want result.Need
	}{
		{"caseload-size", result.Need{Measure: "clients_per_fte"}},
		{"employer-contact-quality", result.Need{Row: "ES01", Column: "contact_quality"}},
		{"vocational-generalists", result.Need{Row: "ES01", Column: "service_model"}},
		{"disclosure", result.Need{Fact: "not-required"}},
		{"public-employment-service", result.Need{Fact: "contact"}},
	} {
		got := item(t, r, c.item).Next.Needs[0]
		if got.Text == "" {
			t.Errorf("%s: no text", c.item)
		}
		if got.Text = ""; got != c.want {
			t.Errorf("%s: %+v, want %+v", c.item, got, c.want)
		}
	}
}

func TestOtherWaysToTheNextScore(t *testing.T) {
	r := given(t, "items: {vocational-unit: {facts: {specialists: 2, full-time-specialists: 2, same-supervisor: yes, weekly-discussion: no, cover: yes}}}")
	next := item(t, r, "vocational-unit").Next
	if next.Score != 3 || next.Choose != 1 || len(next.Needs) != 1 || len(next.Or) != 1 || len(next.Or[0]) != 2 {
		t.Errorf("%+v", next)
	}
}

func TestNoEvidenceIsMadeUpForAStrippedReview(t *testing.T) {
	r := of(t, reviewtest.Assess(t, reviewtest.Stripped), "stripped.yaml")
	for i := range r.Items {
		if it := &r.Items[i]; len(it.Measures)+len(it.Rows)+len(it.Missing) > 0 || it.Next != nil {
			t.Errorf("%+v", it)
		}
	}
	if got := item(t, r, "agency-focus"); got.State != "suggested" || *got.Score != 4 {
		t.Errorf("%+v", got)
	}
}

// A scale may have no bands, principles or tables.
func TestTheBarestScale(t *testing.T) {
	scale, wrong := fidelity.Compile(fidelity.Definition{
		ID: "bare", Version: "0.1.0", Scores: fidelity.Scores{Min: 0, Max: 2}, Total: fidelity.Mean, Sections: []string{"all"},
		Items: []fidelity.Item{{ID: "one", Number: 1, Section: "all"}, {ID: "two", Number: 2, Section: "all"}, {ID: "three", Number: 3, Section: "all"}},
	})
	if scale == nil {
		t.Fatal(wrong)
	}
	review := fidelity.NewReview(scale)
	for id, score := range map[string]int{"one": 0, "two": 1, "three": 1} {
		if err := review.Rate(id, fidelity.Scored(score)); err != nil {
			t.Fatal(err)
		}
	}
	r := result.New(fidelity.Assess(review), say.New(scale, &fidelity.Words{}), "bare.yaml", tool)
	whole := object(t, written(t, r, false))
	for _, list := range []string{"principles", "bands_possible", "flags"} {
		if got, ok := whole[list].([]any); !ok || len(got) != 0 {
			t.Errorf("%s: %v", list, whole[list])
		}
	}
	if want := (result.Total{Score: "0.6667", Low: "0.6667", High: "0.6667", Scored: 3, Of: 3, Max: "2"}); r.Total != want || r.Band != nil {
		t.Errorf("%+v, %v", r.Total, r.Band)
	}
	if first := r.Items[0]; *first.Score != 0 || first.Why != "The reviewers scored 0; the evidence allows 0 to 2." {
		t.Errorf("%+v", first)
	}
}

func TestPrinciples(t *testing.T) {
	r := of(t, reviewtest.Assess(t, reviewtest.Incomplete), "incomplete.yaml")
	for _, p := range r.Principles {
		switch {
		case p.ID == "benefits-counselling" && (p.Items != 1 || p.Mean != ""):
			t.Errorf("one open item: %+v", p)
		case p.ID == "zero-exclusion" && (p.Items != 1 || p.Mean != "3"):
			t.Errorf("one scored item: %+v", p)
		}
	}
}
