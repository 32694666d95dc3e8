package report_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// Every question stands on one sheet, however the sheets are made, and none
// asks for a path that another asks for.
func TestNothingIsAskedTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := reviewtest.Random(t)
		in := report.Input{Assessment: a, Speaker: reviewtest.SpeakerOf(t, a.Scale().Ref()), Tool: "fidelity"}
		asked := report.BuildAsked(in)
		paths := map[string]bool{}
		for _, q := range asked.Questions {
			for _, path := range slices.Concat(q.Paths, q.After) {
				if paths[path] {
					t.Fatalf("%s is asked for twice", path)
				}
				paths[path] = true
			}
		}
		for _, by := range []report.AskBy{report.BySource, report.ByItem} {
			numbers := map[string]bool{}
			for _, s := range report.BuildAsk(in, by).Sections {
				for _, block := range s.Blocks {
					qs, ok := block.(report.Questions)
					if !ok {
						continue
					}
					for _, q := range qs.List {
						if numbers[q.Number] || q.Text == "" {
							t.Fatalf("question %s (%s) stands there twice, or is empty", q.Number, q.Text)
						}
						numbers[q.Number] = true
					}
				}
			}
			if len(numbers) != len(asked.Questions) {
				t.Fatalf("by %s: %d of %d questions are on sheets", by, len(numbers), len(asked.Questions))
			}
		}
	})
}

// Where nothing can be asked, the first sentence says so and why.
func TestNothingToAsk(t *testing.T) {
	for name, want := range map[string]string{reviewtest.Full: "Nothing is open", reviewtest.Stripped: "The evidence was taken out of this review"} {
		a := reviewtest.Assess(t, name)
		doc := report.BuildAsk(report.Input{Assessment: a, Speaker: reviewtest.SpeakerOf(t, a.Scale().Ref())}, report.BySource)
		lead, ok := doc.Sections[0].Blocks[0].(report.Paragraph)
		if !ok || !strings.HasPrefix(lead.Text, want) {
			t.Errorf("%s: %+v", name, doc.Sections[0].Blocks[0])
		}
	}
}

// A table that nobody has looked at gets a grid right below its question, with
// a column for each of the questions that follow it.
func TestATableIsAskedForWithAGrid(t *testing.T) {
	a := reviewtest.Given(t, "evidence: {specialists: [{id: ES01, fte: 1, caseload: 19}]}")
	doc := report.BuildAsk(report.Input{Assessment: a, Speaker: reviewtest.SpeakerOf(t, a.Scale().Ref())}, report.BySource)
	grids, numbers := 0, map[string]bool{}
	for _, s := range doc.Sections {
		var above report.Questions
		for _, block := range s.Blocks {
			switch v := block.(type) {
			case report.Questions:
				above = v
				for _, q := range v.List {
					numbers[q.Number] = true
				}
			case report.Table:
				if !strings.HasPrefix(v.ID, "grid-") {
					continue
				}
				grids++
				if len(above.List) == 0 {
					t.Fatalf("%s has no question above it", v.ID)
				}
				q := above.List[len(above.List)-1]
				if len(v.Rows) == 0 || len(v.Columns) < 2 || v.Columns[0].Head != "Code" || len(q.Follow) < len(v.Columns)-1 {
					t.Errorf("%s under question %s: %+v", v.ID, q.Number, v.Columns)
				}
				for i, c := range v.Columns[1:] {
					if f := q.Follow[i]; !strings.HasPrefix(c.Head, f.Number+" ") || f.Lines > 0 || len(f.Answers) > 0 {
						t.Errorf("%s stands for question %+v", c.Head, f)
					}
				}
			}
		}
	}
	if asked := report.BuildAsked(report.Input{Assessment: a, Speaker: reviewtest.SpeakerOf(t, a.Scale().Ref())}); grids != 2 || len(numbers) != len(asked.Questions) {
		t.Errorf("%d grids, %d of %d questions", grids, len(numbers), len(asked.Questions))
	}
}

// How long the answers take is told for each, and left open where nobody knows
// how many rows there are.
func TestMinutesOfQuestions(t *testing.T) {
	a := reviewtest.Given(t, "evidence: {specialists: [{id: ES01, fte: 1, caseload: 19}, {id: ES02, fte: 1, caseload: 19}]}")
	asked := report.BuildAsked(report.Input{Assessment: a, Speaker: reviewtest.SpeakerOf(t, a.Scale().Ref())})
	for _, q := range asked.Questions {
		switch {
		case (q.Kind == "table") != (q.Minutes == nil):
			t.Errorf("%s %v: %v minutes", q.Kind, q.Paths, q.Minutes)
		case q.Question == "What share of this specialist's scheduled hours is spent in the community?" && *q.Minutes != 10:
			t.Errorf("%d minutes for two diaries", *q.Minutes)
		}
	}
}
