package source

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// A fact is asked only where its condition holds: here for every kind of test,
// on what is known and on what is not.
func TestWhetherAFactIsAsked(t *testing.T) {
	item := &fidelity.Item{Facts: []fidelity.Fact{
		{ID: "rural", Kind: fidelity.YesNo},
		{ID: "often", Kind: fidelity.Choice, Answers: []string{"never", "monthly", "weekly"}},
		{ID: "sites", Kind: fidelity.Whole},
		{ID: "open", Kind: fidelity.YesNo},
	}}
	const no, partly, yes = 0, 1, 2
	answers := []fidelity.Value{
		fidelity.AnswerValue(yes), fidelity.AnswerValue(1), fidelity.NumberValue(fidelity.Int(3)), fidelity.UnknownValue(),
	}
	is := func(name, answer string) fidelity.Condition {
		return fidelity.Condition{Name: name, Op: fidelity.IsAnswer, Answer: answer}
	}
	atLeast := func(answer string) fidelity.Condition {
		return fidelity.Condition{Name: "often", Op: fidelity.AtLeastAnswer, Answer: answer}
	}
	sites := func(op fidelity.Op, n int) fidelity.Condition {
		return fidelity.Condition{Name: "sites", Op: op, Number: fidelity.Int(n)}
	}
	all := func(parts ...fidelity.Condition) fidelity.Condition { return fidelity.Condition{All: parts} }
	some := func(parts ...fidelity.Condition) fidelity.Condition { return fidelity.Condition{Any: parts} }

	for words, c := range map[string]struct {
		only fidelity.Condition
		want fidelity.Truth
	}{
		"rural is yes":                   {is("rural", "yes"), fidelity.Yes},
		"rural is no":                    {is("rural", "no"), fidelity.No},
		"open is yes":                    {is("open", "yes"), fidelity.Maybe},
		"measured is > 2":                {fidelity.Condition{Name: "measured", Op: fidelity.Above, Number: fidelity.Int(2)}, fidelity.Maybe},
		"often is never or better":       {atLeast("never"), fidelity.Yes},
		"often is monthly or better":     {atLeast("monthly"), fidelity.Yes},
		"often is weekly or better":      {atLeast("weekly"), fidelity.No},
		"sites is <= 3":                  {sites(fidelity.AtMost, 3), fidelity.Yes},
		"sites is <= 2":                  {sites(fidelity.AtMost, 2), fidelity.No},
		"sites is >= 3":                  {sites(fidelity.AtLeast, 3), fidelity.Yes},
		"sites is >= 4":                  {sites(fidelity.AtLeast, 4), fidelity.No},
		"sites is < 4":                   {sites(fidelity.Below, 4), fidelity.Yes},
		"sites is < 3":                   {sites(fidelity.Below, 3), fidelity.No},
		"sites is > 2":                   {sites(fidelity.Above, 2), fidelity.Yes},
		"sites is > 3":                   {sites(fidelity.Above, 3), fidelity.No},
		"rural is yes and sites is > 2":  {all(is("rural", "yes"), sites(fidelity.Above, 2)), fidelity.Yes},
		"rural is yes and sites is > 3":  {all(is("rural", "yes"), sites(fidelity.Above, 3)), fidelity.No},
		"open is yes and sites is > 3":   {all(is("open", "yes"), sites(fidelity.Above, 3)), fidelity.No},
		"open is yes and rural is yes":   {all(is("open", "yes"), is("rural", "yes")), fidelity.Maybe},
		"rural is no or sites is > 2":    {some(is("rural", "no"), sites(fidelity.Above, 2)), fidelity.Yes},
		"rural is no or sites is > 3":    {some(is("rural", "no"), sites(fidelity.Above, 3)), fidelity.No},
		"rural is no or open is yes":     {some(is("rural", "no"), is("open", "yes")), fidelity.Maybe},
		"open is yes or rural is partly": {some(all(is("open", "yes")), is("rural", "partly")), fidelity.Maybe},
	} {
		t.Run(words, func(t *testing.T) {
			if got := holds(c.only, item, answers); got != c.want {
				t.Errorf("holds: %v, want %v", got, c.want)
			}
			if got := inWords(c.only); got != words {
				t.Errorf("in words: %s", got)
			}
		})
	}
	answers[0] = fidelity.AnswerValue(partly)
	if holds(is("rural", "yes"), item, answers) != fidelity.No {
		t.Error("partly is yes")
	}
	answers[0] = fidelity.AnswerValue(no)
	if holds(is("rural", "no"), item, answers) != fidelity.Yes {
		t.Error("no is not no")
	}
}
