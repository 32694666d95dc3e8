package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

func n(i int) fidelity.Number { return fidelity.Int(i) }

func TestDifference(t *testing.T) {
	for want, by := range map[string][2]int{
		"the same total": {0, 0}, "1 point more": {1, 1}, "3 points more": {3, 3}, "1 point fewer": {-1, -1}, "12 points fewer": {-12, -12},
		"2 to 5 points more": {2, 5}, "0 to 5 points more": {0, 5}, "2 to 5 points fewer": {-5, -2},
		"anything from 12 points fewer to 18 more": {-12, 18}, "anything from 1 point fewer to 1 more": {-1, 1},
	} {
		if got := say.Difference(n(by[0]), n(by[1])); got != want {
			t.Errorf("%v: %q, want %q", by, got, want)
		}
	}
	for want, by := range map[string][2]int{"0": {0, 0}, "+3": {3, 3}, "-4": {-4, -4}, "-12 to +18": {-12, 18}} {
		if got := say.Signed(n(by[0]), n(by[1])); got != want {
			t.Errorf("%v: %q, want %q", by, got, want)
		}
	}
}

func TestChangeInWords(t *testing.T) {
	review := func(year int, kind fidelity.ReviewKind, score int, more ...fidelity.Correction) *fidelity.Assessment {
		r := fidelity.NewReview(reviewtest.Speaker(t).Scale())
		r.Service, r.Kind = fidelity.Service{ID: "larkhill", Name: "Larkhill"}, kind
		r.Visit = fidelity.Period{From: fidelity.Date{Year: year, Month: 5, Day: 12}, To: fidelity.Date{Year: year, Month: 5, Day: 13}}
		r.Corrections = more
		for i := range r.Findings {
			if score > 0 {
				r.Findings[i].Rating = fidelity.Scored(score)
			}
		}
		return fidelity.Assess(r)
	}
	wrong := fidelity.Correction{Item: reviewtest.Speaker(t).Scale().Items()[0].ID, From: 3, To: 2, Why: "A wrong count"}
	for name, situation := range map[string]struct {
		before, after *fidelity.Assessment
		want          string
	}{
		"the same": {
			review(2025, fidelity.Independent, 3), review(2026, fidelity.Independent, 3),
			"The total was 75 in May 2025 and is 75 now: the same total. That is about the same: less than 5 points apart can be chance in scoring.",
		},
		"much more": {
			review(2025, fidelity.Independent, 3), review(2026, fidelity.Independent, 4),
			"The total was 75 in May 2025 and is 100 now: 25 points more. It has changed by more than scoring noise, which is up to 10 points.",
		},
		"with a correction": {
			review(2025, fidelity.Independent, 3), review(2026, fidelity.Independent, 3, wrong),
			"The total was 74 in May 2025 (75 before 1 score was corrected) and is 75 now: 1 point more. That is about the same: less than 5 points apart can be chance in scoring.",
		},
		"open": {
			review(2025, fidelity.Independent, 3), review(2026, fidelity.Independent, 0),
			"The total was 75 in May 2025 and is between 25 and 125 now: anything from 50 points fewer to 50 more. Whether it has changed can be said when more items have a score.",
		},
		"a self-audit before": {
			review(2025, fidelity.SelfAudit, 3), review(2026, fidelity.Independent, 3),
			"The review of May 2025 was a self-audit. Its scores are not compared with those of an independent review.",
		},
		"twice in a month": {
			review(2026, fidelity.Guided, 3), review(2026, fidelity.Independent, 3),
			"The review of 13 May 2026 was a guided self-audit. Its scores are not compared with those of an independent review.",
		},
	} {
		t.Run(name, func(t *testing.T) {
			c := compare.Change(situation.before, situation.after, compare.Settings{})
			if got := reviewtest.Speaker(t).Change(&c); got != situation.want {
				t.Errorf("\n got %q\nwant %q", got, situation.want)
			}
		})
	}
	before, after := review(2025, fidelity.Independent, 3), review(2026, fidelity.Independent, 3, wrong)
	c := compare.Change(before, after, compare.Settings{})
	want := "Caseload size: written as 3, and should have been 2. A wrong count."
	if got := reviewtest.Speaker(t).Corrected(c.Corrected[0]); got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

// Whatever the reason, there is a sentence for it, and none where there is none.
func TestRefusals(t *testing.T) {
	a := reviewtest.Given(t, "").Review()
	for why := compare.OtherService; why <= compare.OtherKind; why++ {
		if text := say.Refusal(why, a, a); text == "" || text[len(text)-1] != '.' {
			t.Errorf("%d: %q", why, text)
		}
	}
	if text := say.Refusal(compare.Comparable, a, a); text != "" {
		t.Errorf("%q", text)
	}
}

func TestMoveInWords(t *testing.T) {
	one := func(s int) compare.Span { return compare.Span{Low: s, High: s} }
	for want, c := range map[string]compare.ItemChange{
		"the same":                  {Then: one(3), Now: one(3), Move: compare.Same},
		"up 2":                      {Then: one(3), Now: one(5), Move: compare.Up},
		"down 1":                    {Then: one(3), Now: one(2), Move: compare.Down},
		"up, by how much is open":   {Then: one(3), Now: compare.Span{Low: 4, High: 5}, Move: compare.Up},
		"down, by how much is open": {Then: compare.Span{Low: 4, High: 5}, Now: one(2), Move: compare.Down},
		"the same or higher":        {Then: one(3), Now: compare.Span{Low: 3, High: 5}},
		"the same or lower":         {Then: one(3), Now: compare.Span{Low: 1, High: 3}},
		"not known yet":             {Then: one(3), Now: compare.Span{Low: 2, High: 4}},
	} {
		if got := say.Move(c); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestVerdictInWords(t *testing.T) {
	m := compare.Settings{}.Margin(reviewtest.Speaker(t).Scale())
	for v, want := range map[compare.Verdict]string{
		compare.AboutTheSame: "about the same", compare.MayHaveRisen: "may have changed", compare.MayHaveFallen: "may have changed",
		compare.HasRisen: "changed by more than scoring noise", compare.HasFallen: "changed by more than scoring noise", compare.NoVerdict: "not known yet",
	} {
		if got := say.Verdict(v); got != want || say.VerdictSentence(v, m) == "" {
			t.Errorf("%d: %q, want %q", v, got, want)
		}
	}
	if got, want := say.VerdictSentence(compare.MayHaveFallen, m), "It may have changed: from 5 to 10 points apart can still be chance in scoring."; got != want {
		t.Errorf("%q", got)
	}
	m.Assumed = false
	if got, want := say.Margin(m), "These words rest on an error of 3.5 points for one total, as it was set for this comparison."; got != want {
		t.Errorf("%q", got)
	}
}

func TestFollowUpInWords(t *testing.T) {
	aim := 4
	open := compare.FollowUp{Status: compare.ActionOpen}
	for want, f := range map[string]compare.FollowUp{
		"It is not in the plan any more.":                 open,
		"It is in the plan still.":                        {Status: compare.ActionDoing, Carried: true},
		"Two of four. Now planned for 30 September 2026.": {Status: compare.ActionDoing, Carried: true, Outcome: "Two of four", NewDate: fidelity.Date{Year: 2026, Month: 9, Day: 30}},
		"A worksheet is used.":                            {Status: compare.ActionDone, Outcome: "A worksheet is used."},
		"Nothing is written about what came of it.":       {Status: compare.ActionDropped, Carried: true},
	} {
		if got := say.Became(&f); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	three := compare.Span{Low: 3, High: 3}
	for want, f := range map[string]compare.FollowUp{
		"":                              open,
		"4, not reached: 3 then, 3 now": {Action: fidelity.Action{Aim: &aim}, HasAim: true, Reached: fidelity.No, Compared: true, Then: three, Now: three},
		"4, reached: 4 or 5 now":        {Action: fidelity.Action{Aim: &aim}, HasAim: true, Reached: fidelity.Yes, Now: compare.Span{Low: 4, High: 5}},
		"4, not known yet: 3 or 4 now":  {Action: fidelity.Action{Aim: &aim}, HasAim: true, Reached: fidelity.Maybe, Now: compare.Span{Low: 3, High: 4}},
	} {
		if got := say.Aim(&f); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	done, dropped, late := compare.FollowUp{Status: "done"}, compare.FollowUp{Status: "dropped"}, compare.FollowUp{Status: "doing", Late: true}
	for want, all := range map[string][]compare.FollowUp{
		"Of 1 action, 1 is done.": {done},
		"Of 4 actions, 2 are done, 1 was dropped and 1 is still to do.": {done, done, dropped, open},
		"Of 2 actions, 1 is done and 1 is still to do. It is late.":     {late, done},
		"Of 2 actions, 2 are still to do. Both are late.":               {late, late},
		"Of 3 actions, 3 are still to do. All of them are late.":        {late, late, late},
		"Of 3 actions, 3 are still to do. Of these, 1 is late.":         {late, open, open},
	} {
		if got := say.FollowUps(all); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := say.Late(&late); got != "late, under way" {
		t.Errorf("%q", got)
	}
}
