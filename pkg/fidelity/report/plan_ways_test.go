package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

func paragraphs(doc *report.Document, id string) []string {
	var out []string
	for _, b := range section(doc, id).Blocks {
		if p, ok := b.(report.Paragraph); ok {
			out = append(out, p.Text)
		}
	}
	return out
}

func says(t *testing.T, texts []string, want string) {
	t.Helper()
	if !slices.ContainsFunc(texts, func(text string) bool { return strings.Contains(text, want) }) {
		t.Errorf("nothing says %q:\n%s", want, strings.Join(texts, "\n"))
	}
}

func TestWays(t *testing.T) {
	a := reviewtest.Assess(t, reviewtest.Full)
	doc := report.BuildPlan(input(t, a, report.Team))
	d := doc.Data.Plan
	if d.Total == nil || *d.Reach != *d.Line+3 || d.Margin != 3 || len(d.Ways) != 3 || d.Costs[0].Total != *d.Total+1 {
		t.Errorf("%+v", d)
	}
	texts := paragraphs(doc, "ways")
	says(t, texts, "which is 3 points past the line: ")
	says(t, texts, "two reviewers can fairly differ by a point")
	says(t, texts, "This is arithmetic on guesses of effort")
	first, second := lines(table(t, doc, "way-1")), lines(table(t, doc, "way-2"))
	if len(first) != len(d.Ways[0].Steps) || !slices.ContainsFunc(second, func(row string) bool { return strings.HasSuffix(row, "As in the first way.") }) {
		t.Errorf("%q\n%q", first, second)
	}
	curve := lines(table(t, doc, "cost-curve"))
	if len(curve) != len(d.Costs) || !slices.ContainsFunc(curve, func(row string) bool { return strings.HasSuffix(row, "| Exemplary fidelity begins") }) {
		t.Errorf("%q", curve)
	}
	for _, w := range d.Ways {
		for _, s := range w.Steps {
			if len(s.Needs) == 0 {
				t.Errorf("%s needs nothing", s.Item)
			}
		}
	}
}

func TestGoals(t *testing.T) {
	full := reviewtest.Assess(t, reviewtest.Full)
	total := func(n int, margin int) report.Goal {
		v := fidelity.Int(n)
		return report.Goal{Band: -1, Question: plan.Question{Target: &v, Margin: margin}}
	}
	for _, tt := range []struct {
		name    string
		goal    report.Goal
		heading string
		want    string
	}{
		{"a total", total(110, 0), "The way to a total of 110", " to 110."},
		{"a total with a margin", total(110, 1), "The way to a total of 110", "which is 1 point past the line."},
		{"reached", total(30, 0), "The way to a total of 30", "which is enough: the aim is 30."},
		{"out of reach", total(125, 1), "The way to a total of 125", "There is no way there. The highest total that can be reached is 125."},
		{"nothing to reach", report.Goal{Band: -1}, "The way to a band", "There is no further band to reach."},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc := report.BuildPlanTo(input(t, full, report.Team), tt.goal)
			if got := section(doc, "ways").Heading; got != tt.heading {
				t.Errorf("the heading is %q", got)
			}
			says(t, paragraphs(doc, "ways"), tt.want)
		})
	}
}

func TestMarginThatShrinks(t *testing.T) {
	goal := report.Goal{Band: -1, Question: plan.Towards(fidelity.Int(124))}
	doc := report.BuildPlanTo(input(t, reviewtest.Assess(t, reviewtest.Full), report.Team), goal)
	says(t, paragraphs(doc, "ways"), "which is 1 point past the line. More than that cannot be reached.")
}

func TestPlanOfAnOpenReview(t *testing.T) {
	doc := report.BuildPlan(input(t, reviewtest.Assess(t, reviewtest.Incomplete), report.Team))
	if doc.Data.Plan.Total != nil {
		t.Errorf("the total is %v", *doc.Data.Plan.Total)
	}
	says(t, paragraphs(doc, "ways"), "Find out first")
}

// A stripped review has no evidence to count from: a step says what its score
// looks like.
func TestPlanOfAStrippedReview(t *testing.T) {
	doc := report.BuildPlan(input(t, reviewtest.Assess(t, reviewtest.Stripped), report.Team))
	if len(doc.Data.Plan.Ways) == 0 {
		t.Fatal("there is no way")
	}
	for _, s := range doc.Data.Plan.Ways[0].Steps {
		if len(s.Needs) != 1 {
			t.Errorf("%s: %q", s.Item, s.Needs)
		}
	}
}

func TestLowItemsThatAreLeftOut(t *testing.T) {
	a := reviewtest.Assess(t, reviewtest.Full)
	goal := report.NextGoal(a)
	at, _ := a.Scale().ItemAt("executive-support")
	goal.Question.Locked = []int{at}
	rows := lines(table(t, report.BuildPlanTo(input(t, a, report.Team), goal), "left-out"))
	if want := "11 Executive team support | 2 | You asked for it to stay as it is. | "; !strings.HasPrefix(rows[0], want) {
		t.Errorf("%q", rows)
	}
}

func TestSuggestedActions(t *testing.T) {
	doc := report.BuildPlan(input(t, reviewtest.Assess(t, reviewtest.Full), report.Team))
	rows := table(t, doc, "suggestions")
	if len(rows.Rows) == 0 {
		t.Fatal("nothing is suggested")
	}
	further := table(t, doc, "further-suggestions")
	for _, row := range slices.Concat(lines(rows), lines(further)) {
		for i, cell := range strings.Split(row, " | ") {
			if cell == "" {
				t.Errorf("%s is empty in %q", rows.Columns[i].Head, row)
			}
		}
	}
	if head := rows.Columns[0].Head + rows.Columns[1].Head + rows.Columns[2].Head; head != "WhatWhoWhen" {
		t.Errorf("it begins with %s", head)
	}
	says(t, paragraphs(doc, "suggested"), "The plan has open actions already for ")
	for _, s := range doc.Data.Plan.Suggest {
		of := rows
		if report.UnderWay(reviewtest.Assess(t, reviewtest.Full).Review(), s.Item) {
			of = further
		}
		if !slices.ContainsFunc(of.Rows, func(r []report.Cell) bool { return r[0].Text == s.What }) {
			t.Errorf("%s is not in the table %s", s.What, of.ID)
		}
	}
	tidy := doc.Data.Tidy
	if len(tidy.Rows) != len(doc.Data.Actions)+len(rows.Rows)+len(further.Rows) {
		t.Errorf("%d tidy rows", len(tidy.Rows))
	}
	for _, row := range tidy.Rows {
		if len(row) != len(tidy.Columns) {
			t.Errorf("%d cells under %d headings", len(row), len(tidy.Columns))
		}
	}
}

// What the plan holds already is not suggested again, however it is spaced.
func TestSuggestionsThatAreAgreed(t *testing.T) {
	const items = `items: {disclosure: {facts: {not-required: yes, pros-and-cons: yes, exact-content: yes, more-than-once: no}}}
`
	a := reviewtest.Given(t, items)
	at, _ := a.Scale().ItemAt("disclosure")
	step := []plan.Step{{Item: at, From: 4, To: 5}}
	before := report.Suggestions(input(t, a, report.Team), step)
	if len(before) != 1 {
		t.Fatalf("%+v", before)
	}
	again := reviewtest.Given(t, items+"actions: [{id: b7, item: disclosure, action: \"  "+strings.ToUpper(before[0].What)+"\"}]")
	if i, there := report.Agreed(again.Review(), &before[0]); !there || i != 0 {
		t.Errorf("%d, %v", i, there)
	}
	if _, there := report.Agreed(a.Review(), &before[0]); there {
		t.Error("an empty plan holds it")
	}
}
