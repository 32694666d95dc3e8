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
