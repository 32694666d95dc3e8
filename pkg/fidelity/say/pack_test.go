package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

func TestUnusable(t *testing.T) {
	for why, want := range map[compare.Unusable]string{
		compare.Usable:         "",
		compare.BrokenFile:     "The file has problems, which fidelity check tells.",
		compare.OneReviewers:   "One reviewer's own copy, from before the reviewers agreed.",
		compare.AfterDay:       "The visit is after the day of this pack.",
		compare.StillGathering: "Evidence is still being gathered.",
		compare.NothingScored:  "No item has a score yet.",
		compare.SameVisitAgain: "Another file about the same visit is further on, and is used.",
		compare.OnOtherScale:   "It is on another scale, ips-15@1. Its scores do not stand beside those on ips-25@1.",
		compare.OnOtherMajor:   "It is on ips-15@1, which scores differently from ips-25@1.",
		compare.TooOld:         "The evidence ended more than two years before the day of this pack.",
	} {
		if got := say.Unusable(compare.Passed{Why: why, Ref: "ips-15@1"}, "ips-25@1"); got != want {
			t.Errorf("%d: %q, want %q", why, got, want)
		}
	}
}

func TestCaution(t *testing.T) {
	r := &compare.Record{Items: make([]compare.ItemRecord, 2)}
	r.Service.Setting = "prison"
	for caution, want := range map[compare.Caution][2]string{
		compare.ItemsOpen:    {"2 items have no score.", "Some items have no score."},
		compare.NotFinal:     {"A draft: scores can still change.", "A draft: scores can still change."},
		compare.OldEvidence:  {"The evidence is more than a year old.", "The evidence is more than a year old."},
		compare.NoPeriod:     {"Nobody wrote down which period the evidence covers.", "Nobody wrote down which period the evidence covers."},
		compare.OtherSetting: {"Another setting than most: prison.", "Another setting than most."},
		compare.NoSetting:    {"The setting is not written down.", "The setting is not written down."},
		0:                    {"", ""},
	} {
		if one, many := say.Caution(caution, r), say.CautionOfMany(caution); one != want[0] || many != want[1] {
			t.Errorf("%d: %q and %q", caution, one, many)
		}
	}
}

func TestInTen(t *testing.T) {
	s := reviewtest.Speaker(t)
	for chance, want := range map[float64]string{
		0.62: "If another pair reviewed this service now, about 6 in 10 such reviews would also say good.",
		0.99: "If another pair reviewed this service now, nearly all such reviews would say good.",
		0.01: "If another pair reviewed this service now, hardly any such reviews would say good.",
	} {
		if got := s.Repeat(chance, 2); got != want {
			t.Errorf("%g: %q", chance, got)
		}
	}
}

func TestQuestions(t *testing.T) {
	s := reviewtest.Speaker(t)
	at, _ := s.Scale().ItemAt("team-contact")
	records := func(it compare.ItemRecord) *compare.Record {
		r := &compare.Record{Items: make([]compare.ItemRecord, len(s.Scale().Items()))}
		r.Items[at] = it
		return r
	}
	two := compare.Span{Low: 2, High: 2}
	open := compare.Span{Low: 2, High: 4}
	const item = "Item 5, Integration with mental health treatment through frequent team contact: "
	for name, c := range map[string]struct {
		of   compare.ItemRecord
		why  compare.QuestionWhy
		want string
	}{
		"low, with facts":     {compare.ItemRecord{Span: two, Next: 3, Lacks: []int{2, 3}}, compare.AskLow, item + "scored 2 out of 5. Not in place: joint record and office near the team. What would it take, and who has to act?"},
		"low, with many":      {compare.ItemRecord{Span: two, Next: 3, Lacks: []int{0, 1, 2, 3}}, compare.AskLow, item + "scored 2 out of 5. Not in place: weekly team meeting, shared decisions, joint record and 1 other thing. What would it take, and who has to act?"},
		"low, from figures":   {compare.ItemRecord{Span: two, Next: 3}, compare.AskLow, item + "scored 2 out of 5. What keeps it there, and who has to act to reach 3?"},
		"open, with facts":    {compare.ItemRecord{Span: open, Unknown: []int{4}}, compare.AskOpen, item + "no score yet; 2 to 4 is possible. When will it be known: help with new referrals?"},
		"open, from figures":  {compare.ItemRecord{Span: open, Figures: true}, compare.AskOpen, item + "no score yet; 2 to 4 is possible. When can the figures be had?"},
		"open, undecided":     {compare.ItemRecord{Span: open}, compare.AskOpen, item + "no score yet; 2 to 4 is possible. What would settle it?"},
		"thin":                {compare.ItemRecord{Span: two, Strength: fidelity.Strength{Sources: 1, EnoughBase: true}}, compare.AskThin, item + "scored 2 on thin evidence (from one kind of source and the figures are a year old or more, or have no dates). What else could show it?"},
		"thin, nothing short": {compare.ItemRecord{Span: two, Strength: fidelity.Strength{Sources: 2, EnoughBase: true, Recent: true}}, compare.AskThin, item + "scored 2 on thin evidence. What else could show it?"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := s.Question(records(c.of), compare.Question{Item: at, Why: c.why}); got != c.want {
				t.Errorf("%q\nwant %q", got, c.want)
			}
		})
	}
}

func TestWhoActs(t *testing.T) {
	s := reviewtest.Speaker(t)
	for id, want := range map[string]string{"team-contact": "provider", "executive-support": "host trust and provider"} {
		at, _ := s.Scale().ItemAt(id)
		if got := s.WhoActs(at); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
	for i := range s.Scale().Items() {
		if s.WhoActs(i) == "" {
			t.Errorf("nobody acts on %s", s.Scale().Items()[i].ID)
		}
	}
}

func TestEmploymentRate(t *testing.T) {
	n := func(v int) *int { return &v }
	for want, c := range map[string]compare.Context{
		"27 of 64 people (42%)":  {OutOfWork: n(64), FirstStarts: n(27)},
		"0 of 9 people":          {OutOfWork: n(9), FirstStarts: n(0)},
		"hidden: too few people": {OutOfWork: n(64), FirstStarts: n(3)},
		"not given":              {OutOfWork: n(64)},
	} {
		if got := say.EmploymentRate(c.Shown()); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if say.Shown(compare.Shown{}) != "not given" || say.Shown(compare.Shown{Known: true, Hidden: true, N: 3}) != "hidden" || say.Shown(compare.Shown{Known: true, N: 12}) != "12" {
		t.Error("a count that is shown wrongly")
	}
}
