package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestFactsInWords(t *testing.T) {
	w := about(t, "vocational-unit", facts("vocational-unit", "specialists: 1, group-supervision: two-or-three-a-month, cover: partly"))
	check(t, w.FactShort(w.item, 0), "specialists in the unit")
	check(t, w.FactIs(w.item, 5), "Specialists cover each other's caseloads")
	check(t, w.FactAsks(w.item, 5), "Do specialists cover each other's caseloads?")
	check(t, w.Answer(w.item, 6, 3), "weekly")
	for fact, want := range map[int]string{0: "1", 1: "not known", 5: "partly", 6: "two or three times a month"} {
		check(t, w.FactValue(w.item, fact, w.a.Review().Findings[w.item].Facts[fact]), want)
	}
	check(t, w.FactValue(w.item, 5, fidelity.AnswerValue(2)), "yes")
}

func TestEvidenceOfFacts(t *testing.T) {
	for _, c := range []struct{ name, item, answers, want, short string }{
		{
			"nothing known", "team-contact", "",
			"not known: weekly team meeting, shared decisions, joint record, office near the team, help with new referrals",
			"none of the 5 is known yet",
		},
		{
			"all in place", "team-contact", "weekly-meeting: yes, shared-decisions: yes, joint-record: yes, near-the-team: yes, new-referrals: yes",
			"5 of 5 in place", "5 of 5 in place",
		},
		{
			"every answer", "team-contact", "weekly-meeting: yes, shared-decisions: yes, joint-record: partly, near-the-team: no, new-referrals: unknown",
			"2 of 5 in place; partly: joint record; not in place: office near the team; not known: help with new referrals",
			"2 of 5 in place, 1 not known",
		},
		{
			"ordered answers", "public-employment-service", "contact: weekly, meetings: less-than-quarterly",
			"contacts about shared clients: weekly; scheduled face-to-face meetings: less often than quarterly",
			"contacts about shared clients: weekly; scheduled face-to-face meetings: less often than quarterly",
		},
		{
			"one ordered answer of two", "public-employment-service", "contact: weekly",
			"contacts about shared clients: weekly; not known: scheduled face-to-face meetings",
			"contacts about shared clients: weekly",
		},
		{
			"no ordered answer", "public-employment-service", "",
			"not known: contacts about shared clients, scheduled face-to-face meetings", "not known",
		},
		{
			"an ordered answer and others", "zero-exclusion", "turned-away: none, next-job-help: partly, work-encouraged: no",
			"people kept out: nobody; 0 of 3 in place; partly: help after a job; not in place: encouragement to consider work; not known: many referral sources",
			"people kept out: nobody; 0 of 3 in place, 1 not known",
		},
		{
			"what only others are asked does not count", "vocational-unit",
			"specialists: 3, full-time-specialists: 1, team-leader: yes, same-supervisor: yes, weekly-discussion: yes, cover: no, group-supervision: monthly, rural: no, clinical-help: no",
			"specialists in the unit: 3; full-time specialists: 1; client-based group supervision: monthly; one at each site: no; 3 of 4 in place; not in place: cover for each other",
			"specialists in the unit: 3; 3 of 4 in place",
		},
		{
			"what they are asked", "vocational-unit",
			"specialists: 1, full-time-specialists: 1, team-leader: no, same-supervisor: yes, weekly-discussion: yes, cover: yes, group-supervision: none, rural: yes, clinical-help: no",
			"specialists in the unit: 1; full-time specialists: 1; client-based group supervision: never; one at each site: yes; 3 of 5 in place; not in place: team leader, help from clinical staff; not known: meetings with the supervisor",
			"specialists in the unit: 1; 3 of 5 in place",
		},
		{
			"a fact on its own", "rapid-job-search", "contacts-tracked: partly",
			"no figures on clients yet; tracking of employer contacts: partly", "no figures on clients yet",
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := about(t, c.item, facts(c.item, c.answers))
			check(t, w.Evidence(w.a, w.item), c.want)
			check(t, w.short(), c.short)
		})
	}
}
