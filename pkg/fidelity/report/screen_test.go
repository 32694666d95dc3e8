package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

func screen(t *testing.T, review, file string) *report.Screen {
	t.Helper()
	return report.BuildScreen(input(t, reviewtest.Assess(t, review), report.Full), file)
}

func TestScreen(t *testing.T) {
	s := screen(t, reviewtest.Full, "full.yaml")
	got := [...]string{s.Service, s.About, s.Scale, s.Total, s.Band, s.Tally, s.OpenText}
	want := [...]string{
		"Larkhill Employment Service", "independent review, 12 to 13 May 2026, draft", "IPS-25 Supported Employment Fidelity Scale 1.0.0",
		"104 of 125", "Good fidelity", "7 of 25 items at the top score", "",
	}
	if got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	n := 0
	for _, section := range s.Sections {
		n += len(section.Lines)
	}
	if n != 25 || len(s.Sections) != 3 || s.Sections[1].Score != "31 of 40" || len(s.Open) != 0 || len(s.Moves) != 5 {
		t.Errorf("%d items, %d sections, %q, %d open, %d moves", n, len(s.Sections), s.Sections[1].Score, len(s.Open), len(s.Moves))
	}
	// The reviewer's own terminal may name codes.
	if notes := s.Sections[0].Lines[0].Notes; len(notes) != 1 || !strings.Contains(notes[0], "(ES02)") {
		t.Errorf("%q", notes)
	}
}

func TestScreenOfAnIncompleteReview(t *testing.T) {
	s := screen(t, reviewtest.Incomplete, "incomplete.yaml")
	if s.Total != "51 to 105 of 125" || s.Band != "Not supported employment, fair or good fidelity" || s.Tally != "8 of 25 items have a score" || s.OpenText != "54 points" {
		t.Errorf("%q, %q, %q, %q", s.Total, s.Band, s.Tally, s.OpenText)
	}
	line := s.Sections[1].Lines[4]
	if line.Score != "1-5" || line.Boxes.Low != 1 || line.Boxes.High != 5 || line.Notes[0] != "The team found that there is not enough evidence for a score." {
		t.Errorf("%+v", line)
	}
	var open []string
	for _, l := range s.Open[:4] {
		open = append(open, l.Title+" "+l.Score+": "+l.Text)
	}
	want := []string{
		"Caseload size 1 to 5: caseload (ES02) and full-time equivalent (ES03); about 2 minutes", "Employment services staff 1 to 5: full-time equivalent (ES03); about 1 minute",
		"Vocational generalists 4 or 5: phases carried (ES03); about 2 minutes", "Team assignment 3 to 5: caseload (ES02); about 1 minute",
	}
	if diff := cmp.Diff(want, open); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestAdviceCanBePasted(t *testing.T) {
	for file, want := range map[string][]string{
		"":                  {},
		"full.yaml":         {"fidelity plan full.yaml", "fidelity report full.yaml -o report.pdf"},
		"my reviews/a.yaml": {`fidelity plan "my reviews/a.yaml"`, `fidelity report "my reviews/a.yaml" -o report.pdf`},
		"x#1.yaml":          {`fidelity plan "x#1.yaml"`, `fidelity report "x#1.yaml" -o report.pdf`},
		"a&b(1).yaml":       {`fidelity plan "a&b(1).yaml"`, `fidelity report "a&b(1).yaml" -o report.pdf`},
	} {
		advice := screen(t, reviewtest.Full, file).Advice
		if got := advice[min(1, len(advice)):]; !slices.Equal(got, want) {
			t.Errorf("%q: %q", file, got)
		}
	}
}

func TestAdviceBeginsWithTheItemToLookAt(t *testing.T) {
	s := screen(t, reviewtest.Full, "full.yaml")
	want := fmt.Sprintf("fidelity explain full.yaml %d", s.Moves[0].Number)
	if len(s.Open) > 0 {
		want = fmt.Sprintf("fidelity explain full.yaml %d", s.Open[0].Number)
	}
	if s.Advice[0] != want {
		t.Errorf("%q, want %q", s.Advice[0], want)
	}
}
