package plan_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func number(text string) fidelity.Number {
	n, err := fidelity.ParseNumber(text)
	if err != nil {
		panic(err)
	}
	return n
}

func compare(name string, op fidelity.Op, text string) fidelity.Condition {
	return fidelity.Condition{Name: name, Op: op, Number: number(text)}
}

func is(name, answer string) fidelity.Condition {
	return fidelity.Condition{Name: name, Op: fidelity.IsAnswer, Answer: answer}
}

func atLeast(name, answer string) fidelity.Condition {
	return fidelity.Condition{Name: name, Op: fidelity.AtLeastAnswer, Answer: answer}
}

func allOf(parts ...fidelity.Condition) fidelity.Condition { return fidelity.Condition{All: parts} }
func anyOf(parts ...fidelity.Condition) fidelity.Condition { return fidelity.Condition{Any: parts} }

// orchard is a made-up scale from 0 to 3 that has every calculation in a shape
// that the real scales do not.
func orchard(t *testing.T) *fidelity.Scale {
	t.Helper()
	zero := fidelity.Int(0)
	from0 := fidelity.Limits{AtLeast: &zero}
	facts := func(ids ...string) []fidelity.Fact {
		var out []fidelity.Fact
		for _, id := range ids {
			out = append(out, fidelity.Fact{ID: id, Kind: fidelity.YesNo})
		}
		return out
	}
	anchors := func(when ...fidelity.Condition) []fidelity.Anchor {
		var out []fidelity.Anchor
		for i, c := range when {
			out = append(out, fidelity.Anchor{Score: i + 1, When: c})
		}
		return out
	}
	scale, errs := fidelity.Compile(fidelity.Definition{
		ID: "orchard", Version: "1.0.0", Scores: fidelity.Scores{Min: 0, Max: 3}, Sections: []string{"trees"},
		Tables: []fidelity.Table{
			{ID: "trees", Complete: true, Columns: []fidelity.Column{
				{ID: "id", Kind: fidelity.Code},
				{ID: "apples", Kind: fidelity.Whole, Limits: from0},
				{ID: "rotten", Kind: fidelity.Whole, AtMost: "apples", Limits: from0},
				{ID: "metres", Kind: fidelity.Decimal, Limits: from0},
				{ID: "sort", Kind: fidelity.Choice, Answers: []string{"cox", "bramley", "russet"}},
				{ID: "care", Kind: fidelity.Choice, Answers: []string{"none", "some", "good"}, Default: "some"},
				{ID: "tools", Kind: fidelity.Set, Answers: []string{"saw", "ladder", "net"}},
				{ID: "shade", Kind: fidelity.Percent},
				{ID: "felled", Kind: fidelity.YesNo, Default: "no"},
			}},
			{ID: "pickings", Sampled: true, ThinBelow: 3, Columns: []fidelity.Column{
				{ID: "id", Kind: fidelity.Code}, {ID: "hours", Kind: fidelity.Decimal, Limits: from0}, {ID: "so_far", Kind: fidelity.Decimal}, {ID: "sound", Kind: fidelity.YesNo}, {ID: "wet", Kind: fidelity.YesNo},
			}},
		},
		Items: []fidelity.Item{
			{
				ID: "rot", Number: 1, Section: "trees", Measures: []fidelity.Measure{{ID: "rot", Calc: fidelity.Ratio, Times: 100, Columns: []string{"trees.rotten", "trees.apples"}}},
				Anchors: anchors(compare("rot", fidelity.Below, "50"), compare("rot", fidelity.AtMost, "20"), compare("rot", fidelity.Below, "5")),
			},
			{
				ID: "height", Number: 2, Section: "trees",
				Measures: []fidelity.Measure{{ID: "height", Calc: fidelity.MeanOf, Columns: []string{"trees.metres"}, Weight: "trees.apples", Where: is("felled", "no")}},
				Anchors:  anchors(compare("height", fidelity.AtLeast, "1"), compare("height", fidelity.Above, "2"), allOf(compare("height", fidelity.AtLeast, "4"), compare("height", fidelity.Below, "7"))),
			},
			{
				ID: "hours", Number: 3, Section: "trees",
				Measures: []fidelity.Measure{{ID: "hours", Calc: fidelity.Median, Columns: []string{"pickings.hours"}, OrElse: &fidelity.OrElse{Column: "pickings.so_far", Op: fidelity.Above, Number: number("2")}}},
				Anchors:  anchors(compare("hours", fidelity.Below, "9"), compare("hours", fidelity.AtMost, "6"), allOf(compare("hours", fidelity.AtMost, "3"), compare("hours", fidelity.AtLeast, "1"))),
			},
			{
				ID: "sound", Number: 4, Section: "trees", Facts: facts("washed"),
				Measures: []fidelity.Measure{
					{ID: "sound", Calc: fidelity.Share, Table: "pickings", Where: allOf(is("sound", "yes"), anyOf(is("wet", "no"), compare("hours", fidelity.AtMost, "1")))},
					{ID: "dry", Calc: fidelity.Count, Table: "pickings", Where: is("wet", "no")},
				},
				Requires: compare("dry", fidelity.AtLeast, "2"),
				Anchors:  anchors(compare("sound", fidelity.AtLeast, "30"), allOf(compare("sound", fidelity.Above, "60"), is("washed", "yes")), compare("sound", fidelity.AtLeast, "90")),
			},
			{
				ID: "sorts", Number: 5, Section: "trees",
				Measures: []fidelity.Measure{{ID: "kinds", Calc: fidelity.Distinct, Columns: []string{"trees.sort"}}, {ID: "mix", Calc: fidelity.Spread, Columns: []string{"trees.sort"}}},
				Anchors:  anchors(compare("kinds", fidelity.AtLeast, "20"), allOf(compare("kinds", fidelity.AtLeast, "30"), compare("mix", fidelity.AtLeast, "40")), compare("mix", fidelity.AtLeast, "60")),
			},
			{
				ID: "tending", Number: 6, Section: "trees", Each: "trees", LeaveOut: is("felled", "yes"), Facts: facts("plan"),
				Measures: []fidelity.Measure{
					{ID: "shade", Calc: fidelity.ValueOf, Columns: []string{"shade"}},
					{ID: "kit", Calc: fidelity.Members, Columns: []string{"tools"}, Size: 3},
					{ID: "load", Calc: fidelity.Ratio, Columns: []string{"apples", "metres"}},
				},
				Anchors: anchors(
					anyOf(compare("shade", fidelity.AtMost, "70"), atLeast("care", "good")),
					allOf(compare("shade", fidelity.Below, "50"), compare("kit", fidelity.AtLeast, "1")),
					allOf(compare("load", fidelity.AtMost, "10"), compare("kit", fidelity.AtLeast, "2"), is("plan", "yes"), compare("metres", fidelity.AtLeast, "1")),
				),
			},
			{
				ID: "sharing", Number: 7, Section: "trees", Facts: facts("jam", "cider", "pie"),
				FromCount: []fidelity.CountScore{{Count: 0, Score: 0}, {Count: 1, Score: 0}, {Count: 2, Score: 1}, {Count: 3, Score: 3}},
			},
			{
				ID: "losses", Number: 8, Section: "trees",
				Measures: []fidelity.Measure{
					{ID: "wet", Calc: fidelity.Share, Table: "pickings", Where: is("wet", "yes")},
					{ID: "felled", Calc: fidelity.Count, Table: "trees", Where: is("felled", "yes")},
				},
				Anchors: anchors(compare("wet", fidelity.AtMost, "60"), compare("wet", fidelity.Below, "30"), allOf(compare("wet", fidelity.AtMost, "10"), compare("felled", fidelity.AtMost, "1"))),
			},
		},
	})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	return scale
}
