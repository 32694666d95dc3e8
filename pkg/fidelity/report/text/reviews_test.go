package text

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

func input(t reviewtest.TB, a *fidelity.Assessment) report.Input {
	return report.Input{Assessment: a, Speaker: reviewtest.SpeakerOf(t, a.Scale().Ref()), Tool: "fidelity 0.0.0-test", Reader: report.Team}
}

var styles = map[string]Style{"utf-8": {}, "ascii": {ASCII: true}, "colour": {Colour: true}}

func TestScreensOfReviews(t *testing.T) {
	for name, review := range map[string]string{"full": reviewtest.Full, "incomplete": reviewtest.Incomplete, "stripped": reviewtest.Stripped} {
		s := report.BuildScreen(input(t, reviewtest.Assess(t, review)), review)
		for style := range styles {
			t.Run(name+" "+style, func(t *testing.T) {
				var out bytes.Buffer
				if err := Screen(&out, s, styles[style]); err != nil {
					t.Fatal(err)
				}
				golden(t, name+"-"+style+".golden", out.Bytes())
			})
		}
	}
}

func TestPlanOfAReview(t *testing.T) {
	var out bytes.Buffer
	if err := Document(&out, report.BuildPlan(input(t, reviewtest.Assess(t, reviewtest.Full))), Style{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "plan.golden", out.Bytes())
}

func TestExplanationOfAnItem(t *testing.T) {
	var out bytes.Buffer
	a := reviewtest.Assess(t, reviewtest.Full)
	at, _ := a.Scale().ItemAt("community-services")
	if err := Document(&out, report.BuildExplanation(input(t, a), at), Style{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "explanation.golden", out.Bytes())
}

var escapes = regexp.MustCompile("\x1b\\[[0-9]+m")

// Whatever the review, no line is longer than the terminal is wide, colour only
// adds codes of its own, and ASCII is ASCII.
func TestRandomReviewsFitTheTerminal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := input(t, reviewtest.Random(t))
		s := report.BuildScreen(in, "2026-05.yaml")
		docs := []*report.Document{report.BuildPlan(in), report.BuildExplanation(in, rapid.IntRange(0, 14).Draw(t, "item")), report.Build(in)}
		var plain string
		for _, name := range []string{"utf-8", "ascii", "colour"} {
			var out strings.Builder
			if err := Screen(&out, s, styles[name]); err != nil {
				t.Fatal(err)
			}
			for _, doc := range docs {
				if err := Document(&out, doc, styles[name]); err != nil {
					t.Fatal(err)
				}
			}
			text := escapes.ReplaceAllString(out.String(), "")
			switch name {
			case "utf-8":
				plain = text
			case "colour":
				if text != plain {
					t.Fatal("colour changes the text")
				}
			}
			checkLines(t, name, text)
		}
	})
}

func checkLines(t *rapid.T, name, text string) {
	for _, line := range strings.Split(text, "\n") {
		if length(line) > width || strings.HasSuffix(line, " ") {
			t.Fatalf("%s: %q has %d letters", name, line, length(line))
		}
		for _, r := range line {
			if r < ' ' || r == 0x7f || name == "ascii" && r > 126 {
				t.Fatalf("%s: %q in %q", name, r, line)
			}
		}
	}
}
