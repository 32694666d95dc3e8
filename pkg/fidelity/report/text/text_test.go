package text

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// screen is a result with everything that a screen can show.
func screen() *report.Screen {
	boxes := func(low, high int) *report.Boxes { return &report.Boxes{Min: 1, Max: 5, Low: low, High: high} }
	return &report.Screen{
		Service: "Larkhill Employment Service", About: "independent review, 12 to 13 May 2026, draft",
		Scale: "IPS-25 Supported Employment Fidelity Scale 1.0.0",
		Total: "88 to 103 of 125", Band: "Fair or good fidelity", Tally: "22 of 25 items have a score",
		Line: report.TotalLine{Min: 25, Max: 125, Low: 88, High: 103, Label: "88 to 103", Bands: bands()},
		Sections: []report.ScreenSection{{Title: "Staffing", Score: "14 of 15", Lines: []report.ScreenLine{
			{Number: 1, Title: "Caseload size", Boxes: boxes(5, 5), Score: "5", Text: "19.3 clients per full-time specialist (58 for 3)"},
			{Number: 5, Title: "Frequent team contact", Boxes: boxes(2, 4), Score: "2-4", Text: "2 of 5 in place, 1 not known", Notes: []string{
				"Partly in place, so no credit yet: joint record, which is kept in two places and read in neither of them.",
			}},
			{Number: 14, Title: "A title that is longer than the room for it", Boxes: boxes(1, 1), Score: "1", Text: "Pneumonoultramicroscopicsilicovolcanoconiosis"},
		}}},
		Open:     []report.ScreenLine{{Number: 5, Title: "Frequent team contact", Score: "2 to 4", Text: "help with new referrals"}},
		OpenText: "2 points",
		Moves:    []report.ScreenLine{{Number: 24, Title: "Community-based services", Score: "3 → 4", Text: "share of scheduled hours spent in the community: at least 50%, for ES02 (now 40%) and ES03 (now 36%)."}},
		Advice:   []string{"fidelity plan review.yaml", "fidelity report review.yaml -o report.pdf"},
	}
}

func bands() []report.Mark {
	return []report.Mark{{From: 25, Label: "Not IPS"}, {From: 74, Label: "Fair"}, {From: 100, Label: "Good"}, {From: 115, Label: "Exemplary"}}
}

func TestScreen(t *testing.T) {
	for name, style := range map[string]Style{"utf-8": {}, "ascii": {ASCII: true}, "colour": {Colour: true}} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			if err := Screen(&out, screen(), style); err != nil {
				t.Fatal(err)
			}
			golden(t, "screen-"+name+".golden", out.Bytes())
		})
	}
}

func TestDocument(t *testing.T) {
	var out bytes.Buffer
	if err := Document(&out, reporttest.Specimen(), Style{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "document.golden", out.Bytes())
	if long := longest(out.String()); long > width {
		t.Errorf("a line has %d letters", long)
	}
}

func TestASCIIHasOnlyASCII(t *testing.T) {
	var out bytes.Buffer
	if err := Screen(&out, screen(), Style{ASCII: true}); err != nil {
		t.Fatal(err)
	}
	for _, r := range out.String() {
		if r > 126 {
			t.Errorf("%q is no ASCII", r)
		}
	}
}

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, got, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("%s (-want +got); run with -update if that is meant\n%s", name, diff)
	}
}

func longest(text string) int {
	most := 0
	for _, line := range strings.Split(text, "\n") {
		most = max(most, length(line))
	}
	return most
}
