package compare_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func TestFollowUp(t *testing.T) {
	for name, situation := range map[string]struct {
		then, now string // one action each, in YAML; nothing for none
		want      compare.FollowUp
	}{
		"done in the new plan": {
			"{id: a1, item: disclosure, when: 2025-09-30, aim: 4}", "{id: a1, item: disclosure, status: done, outcome: A worksheet is used.}",
			compare.FollowUp{Status: "done", Outcome: "A worksheet is used.", Carried: true, HasAim: true, Reached: fidelity.Yes},
		},
		"done already in the old one": {
			"{id: a1, item: disclosure, when: 2025-09-30, status: done, outcome: A worksheet is used.}", "",
			compare.FollowUp{Status: "done", Outcome: "A worksheet is used."},
		},
		"dropped":                      {"{id: a1, when: 2025-09-30, status: dropped}", "", compare.FollowUp{Status: "dropped"}},
		"open and late":                {"{id: a1, when: 2026-05-11}", "{id: a1, when: 2026-05-11}", compare.FollowUp{Status: "open", Carried: true, Late: true}},
		"under way and late":           {"{id: a1, when: 2025-09-30}", "{id: a1, when: 2026-09-30, status: doing}", compare.FollowUp{Status: "doing", Carried: true, Late: true, NewDate: fidelity.Date{Year: 2026, Month: 9, Day: 30}}},
		"due on the day":               {"{id: a1, when: 2026-05-12}", "{id: a1, when: 2026-05-12}", compare.FollowUp{Status: "open", Carried: true}},
		"without a date":               {"{id: a1}", "{id: a1}", compare.FollowUp{Status: "open", Carried: true}},
		"not in the new plan":          {"{id: a1, when: 2025-09-30, status: doing}", "", compare.FollowUp{Status: "doing", Late: true}},
		"the id in another case":       {"{id: A1}", "{id: a1, status: done}", compare.FollowUp{Status: "done", Carried: true}},
		"the id given to another":      {"{id: a1, item: disclosure}", "{id: a1, item: zero-exclusion, status: done}", compare.FollowUp{Status: "open"}},
		"no id":                        {"{item: disclosure}", "{item: disclosure, status: done}", compare.FollowUp{Status: "open"}},
		"an aim that was missed":       {"{id: a1, item: zero-exclusion, aim: 4, status: done}", "", compare.FollowUp{Status: "done", HasAim: true, Reached: fidelity.No}},
		"an aim of an open score":      {"{id: a1, item: agency-focus, aim: 4, status: done}", "", compare.FollowUp{Status: "done", HasAim: true, Reached: fidelity.Maybe}},
		"one person's own":             {"{id: a1, scope: personal}", "", compare.FollowUp{Status: "open", Personal: true}},
		"one person's own by now":      {"{id: a1}", "{id: a1, scope: personal}", compare.FollowUp{Status: "open", Carried: true, Personal: true}},
		"a team's that was a person's": {"{id: a1, scope: personal}", "{id: a1, scope: team}", compare.FollowUp{Status: "open", Carried: true, Personal: true}},
	} {
		t.Run(name, func(t *testing.T) {
			before := visit{from: "2025-05-13", all: 3, more: actions(situation.then)}
			after := visit{from: "2026-05-12", all: 3, scores: map[string]int{"disclosure": 4, "agency-focus": 0}, more: actions(situation.now)}
			c := compare.Change(before.assess(t), after.assess(t), compare.Settings{})
			if len(c.Actions) != 1 {
				t.Fatalf("%+v", c.Actions)
			}
			got := c.Actions[0]
			got.Action, got.Item, got.Then, got.Now, got.Compared = fidelity.Action{}, 0, compare.Span{}, compare.Span{}, false
			if got != situation.want {
				t.Errorf("\n got %+v\nwant %+v", got, situation.want)
			}
		})
	}
}

func actions(list string) string {
	if list == "" {
		return ""
	}
	return "actions: [" + list + "]\n"
}

func TestFollowUpsInOrder(t *testing.T) {
	before := visit{from: "2025-05-13", all: 3, more: actions(
		"{id: done, when: 2025-06-01, status: done}, {id: dropped, when: 2025-06-01, status: dropped}, {id: undated}," +
			"{id: ahead, when: 2027-01-01}, {id: late, when: 2026-02-01}, {id: later, when: 2025-12-01}",
	)}
	c := compare.Change(before.assess(t), visit{from: "2026-05-12", all: 3}.assess(t), compare.Settings{})
	var got []string
	for i := range c.Actions {
		got = append(got, c.Actions[i].Action.ID)
	}
	want := []string{"later", "late", "ahead", "undated", "dropped", "done"}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("%v, want %v", got, want)
		}
	}
}

// The plan of a self-audit is followed up at an independent review, whose
// scores are told alone.
func TestFollowUpAcrossKinds(t *testing.T) {
	plan := actions("{id: a1, item: disclosure, aim: 4}")
	after := visit{from: "2026-05-12", all: 4}.assess(t)
	c := compare.Change(visit{from: "2025-05-13", kind: "self-audit", all: 3, more: plan}.assess(t), after, compare.Settings{})
	if len(c.Actions) != 1 || c.Actions[0].Compared || c.Actions[0].Reached != fidelity.Yes {
		t.Errorf("%+v", c.Actions)
	}
	c = compare.Change(visit{from: "2025-05-13", scale: reviewtest.IPS15, all: 3, more: actions("{id: a1, action: Write a leaflet}")}.assess(t), after, compare.Settings{})
	if len(c.Actions) != 1 || c.Actions[0].Item != -1 || c.Actions[0].HasAim {
		t.Errorf("%+v", c.Actions)
	}
	if c = compare.Change(visit{service: "other", from: "2025-05-13", more: plan}.assess(t), after, compare.Settings{}); c.Actions != nil {
		t.Errorf("the plan of another service: %+v", c.Actions)
	}
}

// What the plan says never changes a score.
func TestActionsChangeNoScore(t *testing.T) {
	plain := visit{from: "2026-05-12", all: 3}.assess(t)
	late := visit{from: "2026-05-12", all: 3, more: actions("{id: a1, item: disclosure, when: 2020-01-01, aim: 5}")}.assess(t)
	if plain.Total != late.Total {
		t.Errorf("%+v is not %+v", late.Total, plain.Total)
	}
}
