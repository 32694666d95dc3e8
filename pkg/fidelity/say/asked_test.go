package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// A fact that is asked only where another says so is named only there.
func TestFactsThatAreNotAskedAreNotNamed(t *testing.T) {
	is := func(name, answer string) fidelity.Condition {
		return fidelity.Condition{Name: name, Op: fidelity.IsAnswer, Answer: answer}
	}
	monthly := fidelity.Condition{Name: "meetings", Op: fidelity.AtLeastAnswer, Answer: "monthly"}
	for _, c := range []struct {
		name    string
		onlyIf  fidelity.Condition
		answers map[string]string
		want    string
	}{
		{"always", fidelity.Condition{}, nil, "not known: meetings, rural, notes, minutes"},
		{"not known", is("rural", "yes"), nil, "not known: meetings, rural, notes, minutes"},
		{"yes", is("rural", "yes"), map[string]string{"rural": "yes"}, "rural: yes; not known: meetings, notes, minutes"},
		{"no", is("rural", "yes"), map[string]string{"rural": "no"}, "rural: no; not known: meetings, minutes"},
		{"often enough", monthly, map[string]string{"meetings": "weekly", "rural": "yes"}, "meetings: weekly; 1 of 3 in place; not known: notes, minutes"},
		{"too seldom", monthly, map[string]string{"meetings": "never", "rural": "yes"}, "meetings: never; 1 of 2 in place; not known: minutes"},
		{"all of two", fidelity.Condition{All: []fidelity.Condition{monthly, is("rural", "yes")}}, map[string]string{"meetings": "weekly", "rural": "no"}, "meetings: weekly; rural: no; not known: minutes"},
		{"any of two", fidelity.Condition{Any: []fidelity.Condition{monthly, is("rural", "yes")}}, map[string]string{"meetings": "never", "rural": "no"}, "meetings: never; rural: no; not known: minutes"},
		{"one of two", fidelity.Condition{Any: []fidelity.Condition{monthly, is("rural", "yes")}}, map[string]string{"meetings": "never", "rural": "yes"}, "meetings: never; rural: yes; not known: notes, minutes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			scale, wrong := fidelity.Compile(fidelity.Definition{
				ID: "tiny", Version: "1.0.0", Scores: fidelity.Scores{Min: 1, Max: 3}, Sections: []string{"all"},
				Items: []fidelity.Item{{ID: "asked", Number: 1, Section: "all", Facts: []fidelity.Fact{
					{ID: "meetings", Kind: fidelity.Choice, Answers: []string{"never", "monthly", "weekly"}},
					{ID: "rural", Kind: fidelity.YesNo},
					{ID: "notes", Kind: fidelity.YesNo, OnlyIf: c.onlyIf},
					{ID: "minutes", Kind: fidelity.YesNo},
				}, Anchors: []fidelity.Anchor{{Score: 3, When: is("minutes", "yes")}}}},
			})
			if scale == nil {
				t.Fatal(wrong)
			}
			r := fidelity.NewReview(scale)
			for fact, answer := range c.answers {
				if err := r.SetFact("asked", fact, answer); err != nil {
					t.Fatal(err)
				}
			}
			check(t, say.New(scale, &fidelity.Words{}).Evidence(fidelity.Assess(r), 0), c.want)
		})
	}
}
