package plan_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

// proposed writes suggestions as "partnership by team leader, 2026-08-24: joint-record".
func proposed(list []plan.Suggestion) []string {
	var out []string
	for _, s := range list {
		out = append(out, fmt.Sprintf("%s by %s, %s: %s", s.Remedy.Kind, s.Remedy.Who, s.When, strings.Join(s.Remedy.For, " ")))
	}
	return out
}

func suggest(t *testing.T, a *fidelity.Assessment, item string, to int) []plan.Suggestion {
	t.Helper()
	return plan.Suggest(a, reviewtest.Speaker(t).Words(), plan.Step{Item: at(a, item), To: to})
}

func TestSuggestionsFitTheGap(t *testing.T) {
	for _, tt := range []struct {
		name, lines, item string
		to                int
		want              []string
	}{
		{
			"what is lacking", "items: {team-contact: {facts: {weekly-meeting: yes, shared-decisions: yes, joint-record: no, near-the-team: yes, new-referrals: yes}}}",
			"team-contact", 5,
			[]string{"partnership by team leader, 2026-09-24: joint-record"},
		},
		{
			"one remedy for two things", "items: {agency-focus: {facts: {intake-asks: no, reviews-ask: no, displays: yes, work-stories: yes, rate-measured: yes}}}",
			"agency-focus", 5,
			[]string{"leadership by clinical director, 2026-09-24: intake-asks reviews-ask"},
		},
		{
			"no more than is needed", "items: {executive-support: {facts: {knows-principles: no, quality-review: no, steering-group: no, staff-told: yes, barriers-reported: no}}}",
			"executive-support", 2,
			[]string{"leadership by programme leader, 2026-08-24: knows-principles barriers-reported"},
		},
		{
			"cells of rows", "evidence: {specialists: [{id: ES01, fte: 1, employer_contacts: 6, contact_log: kept}]}",
			"employer-contact-frequency", 5,
			[]string{"data by team leader, 2026-07-24: contact_log"},
		},
		{
			"an item whose remedies are for the whole of it", "evidence: {specialists: [{id: ES01, fte: 1, caseload: 24}]}",
			"caseload-size", 5,
			[]string{"service-design by team leader, 2026-08-24: "},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			check(t, proposed(suggest(t, reviewtest.Given(t, tt.lines), tt.item, tt.to)), tt.want...)
		})
	}
}

func TestDue(t *testing.T) {
	// Given reviews end on 13 May 2026; six weeks later is Wednesday 24 June.
	a := reviewtest.Given(t, "")
	words := func(takes string) *fidelity.Words {
		return &fidelity.Words{Items: map[string]fidelity.ItemWords{"disclosure": {Remedies: []fidelity.RemedyWords{{Kind: "training", Do: "Try it", Who: "team leader", Takes: takes}}}}}
	}
	for takes, want := range map[string]string{
		"about two months":    "2026-08-24",
		"about one month":     "2026-07-24",
		"six to nine months":  "2027-03-24",
		"Three to six months": "2026-12-24",
		"2 weeks":             "2026-07-08",
		"ten days":            "2026-07-08",
		"a year":              "2027-06-24",
		"four months":         "2026-10-26", // the 24th is a Saturday
		"a while":             "2026-09-24",
		"":                    "2026-09-24",
	} {
		got := plan.Suggest(a, words(takes), plan.Step{Item: at(a, "disclosure"), To: 5})
		if len(got) != 1 || got[0].When.String() != want {
			t.Errorf("%q: %+v, want %s", takes, got, want)
		}
	}
}

func TestWhatIsNotSuggested(t *testing.T) {
	a := reviewtest.Given(t, "")
	words := func(r fidelity.RemedyWords) *fidelity.Words {
		return &fidelity.Words{Items: map[string]fidelity.ItemWords{"caseload-size": {Remedies: []fidelity.RemedyWords{r}}}}
	}
	step := plan.Step{Item: at(a, "caseload-size"), To: 5}
	for name, r := range map[string]fidelity.RemedyWords{
		"training where it does not help": {Kind: "training", Do: "Build skill", Who: "team leader", Takes: "a month"},
		"nobody to act":                   {Kind: "service-design", Do: "Look at it", Who: " "},
		"nothing to do":                   {Kind: "service-design", Who: "team leader"},
	} {
		if got := plan.Suggest(a, words(r), step); len(got) > 0 {
			t.Errorf("%s: %+v", name, got)
		}
	}
}

// Every suggestion on any review has somebody to act, a working day after the
// visit, and a kind that the scale names for the item.
func TestSuggestionsHold(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := reviewtest.Random(t)
		words := reviewtest.SpeakerOf(t, a.Scale().Ref()).Words()
		for _, step := range plan.Steps(a) {
			list := plan.Suggest(a, words, step)
			for _, s := range list {
				def := &a.Scale().Items()[s.Item]
				if s.Remedy.Who == "" || s.Aim != step.To || !a.Review().Visit.To.Before(s.When) || !slices.Contains(def.Remedies, s.Remedy.Kind) {
					t.Fatalf("%s: %+v", def.ID, s)
				}
			}
			if len(list) == 0 || len(list) > 3 {
				t.Fatalf("%d suggestions for %s", len(list), a.Scale().Items()[step.Item].ID)
			}
		}
	})
}
