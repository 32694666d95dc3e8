package agree_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func TestCopiesThatDoNotBelongTogether(t *testing.T) {
	one := scored(t, "r1", 5)
	for name, c := range map[string]struct {
		lines string
		want  []string
	}{
		"another service": {"service: {id: southfield, name: Southfield}\nkind: independent\nvisit: {from: 2026-05-12}\nblind: r2\n", []string{"different services", "northfield", "southfield"}},
		"another visit":   {"service: {id: northfield, name: Northfield}\nkind: independent\nvisit: {from: 2026-06-12}\nblind: r2\n", []string{"different visits", "2026-05-12", "2026-06-12"}},
		"another kind":    {"service: {id: northfield, name: Northfield}\nkind: guided\nvisit: {from: 2026-05-12}\nblind: r2\n", []string{"different kinds", "independent", "guided"}},
		"the same person": {"service: {id: northfield, name: Northfield}\nkind: independent\nvisit: {from: 2026-05-12}\nblind: R1\n", []string{"both by R1"}},
		"nobody's copy":   {"service: {id: northfield, name: Northfield}\nkind: independent\nvisit: {from: 2026-05-12}\n", []string{"does not say whose copy it is", "blind: r1"}},
		"several at once": {"service: {id: southfield, name: Southfield}\nkind: guided\nvisit: {from: 2026-05-12}\n", []string{"services", "kinds", "whose copy"}},
	} {
		t.Run(name, func(t *testing.T) {
			other := reviewtest.Read(t, "b.yaml", "format: fidelity/review/1\nscale: ips-25@1\n"+c.lines)
			_, err := agree.FromCopies([]agree.Copy{one, {Name: "b.yaml", Review: other}}, nil)
			wantError(t, err, c.want...)
		})
	}
	other := reviewtest.Read(t, "b.yaml", "format: fidelity/review/1\nscale: ips-15@1\nservice: {id: northfield, name: Northfield}\nkind: independent\nvisit: {from: 2026-05-12}\nblind: r2\n")
	_, err := agree.FromCopies([]agree.Copy{one, {Name: "b.yaml", Review: other}}, nil)
	wantError(t, err, "different scales", "ips-25@1", "ips-15@1")
	_, err = agree.FromCopies([]agree.Copy{one}, nil)
	wantError(t, err, "two reviewers")
}

func TestAnAgreedFileWithFrozenRatings(t *testing.T) {
	r := read(t, `items:
  zero-exclusion: {score: 4, ratings: {r2: 3, r1: 4}}
  agency-focus: {ratings: {r1: 2, r2: not-enough-evidence}}
`)
	j, err := agree.FromAgreed("2026-05.yaml", r)
	if err != nil {
		t.Fatal(err)
	}
	if len(j.Raters) != 2 || j.Raters[0].Label() != "A. Okafor" || j.Raters[1].ID != "r2" {
		t.Errorf("raters %+v", j.Raters)
	}
	a := j.Agreement()
	if a.N != 1 || len(a.Differences) != 1 || len(a.Unpaired) != 1 {
		t.Errorf("%+v", a)
	}
	_, err = agree.FromAgreed("2026-05.yaml", read(t, "items: {zero-exclusion: {score: 4}}\n"))
	wantError(t, err, "2026-05.yaml", "no ratings of two reviewers")
	_, err = agree.FromAgreed("2026-05.yaml", read(t, "items: {zero-exclusion: {ratings: {r1: 4}}}\n"))
	wantError(t, err, "ratings of r1 alone")
}

func TestWhatTheConsensusHolds(t *testing.T) {
	one := copyOf(t, "r1", `items:
  zero-exclusion: {score: 5, saw: Nobody is turned away., sources: [interviews]}
  agency-focus: {score: 3, saw: Posters hang in the waiting room., judgement: A start., recommend: Ask at reviews.}
  disclosure: {score: not-enough-evidence}
`)
	two := copyOf(t, "r2", `items:
  zero-exclusion: {score: 5, saw: Nobody is turned away., sources: [documents]}
  agency-focus: {score: 4, saw: Intake asks about work., because: I counted the events.}
  disclosure: {score: not-enough-evidence}
`)
	j := joint(t, nil, one, two)
	at := func(id string) *fidelity.Finding {
		i, _ := j.Review.Scale().ItemAt(id)
		return &j.Review.Findings[i]
	}
	f := at("zero-exclusion")
	if f.Rating != fidelity.Scored(5) || f.Saw != "Nobody is turned away." || len(f.Sources) != 2 || len(f.Ratings) != 2 {
		t.Errorf("%+v", f)
	}
	f = at("agency-focus")
	if f.Rating.Decided() || f.Saw != "A. Okafor: Posters hang in the waiting room.\nT. Lindqvist: Intake asks about work." ||
		f.Judgement != "A. Okafor: A start." || f.Because != "T. Lindqvist: I counted the events." || f.Recommend.Text != "A. Okafor: Ask at reviews." {
		t.Errorf("%+v", f)
	}
	if f.Ratings[0] != (fidelity.ReviewerRating{Reviewer: "r1", Rating: fidelity.Scored(3)}) || f.Ratings[1].Rating != fidelity.Scored(4) {
		t.Errorf("ratings %+v", f.Ratings)
	}
	if at("disclosure").Rating != fidelity.NotEnoughEvidence() {
		t.Errorf("%+v", at("disclosure"))
	}
	if j.Review.Blind != "" || j.Review.Stage != fidelity.Draft {
		t.Errorf("blind %q, stage %s", j.Review.Blind, j.Review.Stage)
	}
}

func TestAReasonOfTheBaseStaysWithItsScore(t *testing.T) {
	base := read(t, "items: {zero-exclusion: {score: 4, because: One case of a year ago.}, agency-focus: {score: 2, because: Old.}}\n")
	one := copyOf(t, "r1", "items: {zero-exclusion: {score: 4}, agency-focus: {score: 3}}\n")
	two := copyOf(t, "r2", "items: {zero-exclusion: {score: 4}, agency-focus: {score: 3}}\n")
	j := joint(t, base, one, two)
	for id, want := range map[string]string{"zero-exclusion": "One case of a year ago.", "agency-focus": ""} {
		i, _ := j.Review.Scale().ItemAt(id)
		if got := j.Review.Findings[i].Because; got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}

// Once the copies were brought together, the review beside them holds what the
// reviewers made of the evidence: it is not merged once more.
func TestCopiesBesideAnAgreedFile(t *testing.T) {
	agreed := read(t, two18+"items: {zero-exclusion: {score: 4, saw: Agreed text., ratings: {r1: 4, r2: 3}}}\n")
	one := copyOf(t, "r1", two18+"items: {zero-exclusion: {score: 4, saw: Mine.}}\n")
	two := copyOf(t, "r2", two20+"items: {zero-exclusion: {score: 3, saw: Yours.}}\n")
	j := joint(t, agreed, one, two)
	i, _ := j.Review.Scale().ItemAt("zero-exclusion")
	caseload, _ := j.Review.Scale().ColumnAt(0, "caseload")
	if len(j.Conflicts) != 0 || text(j.Review.Rows("specialists")[0].At(caseload)) != "true true 18" || j.Review.Findings[i].Saw != "Agreed text." {
		t.Errorf("conflicts %+v, finding %+v", j.Conflicts, j.Review.Findings[i])
	}
	if j.Review.Findings[i].Rating.Decided() || agreed.Findings[i].Rating != fidelity.Scored(4) {
		t.Error("the two differ, so nothing is settled between them, and the agreed review stays as it is")
	}
}
