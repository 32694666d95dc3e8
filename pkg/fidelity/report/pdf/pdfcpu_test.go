package pdf

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
	"github.com/pdfcpu/pdfcpu/pkg/api"
)

func TestMain(m *testing.M) {
	// pdfcpu would otherwise write into the home of whoever runs the tests.
	api.DisableConfigDir()
	checks = append(checks, func(pdf []byte) error {
		if err := api.Validate(bytes.NewReader(pdf), nil); err != nil {
			return fmt.Errorf("pdfcpu: %w", err)
		}
		return nil
	})
	os.Exit(m.Run())
}

func TestBookmarks(t *testing.T) {
	got, err := api.Bookmarks(bytes.NewReader(render(t, reporttest.Specimen())), nil)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{"Larkhill has good fidelity", "Scores", "Item by item", "Action plan", "Charts", "What to ask: people/records"}
	if len(got) != len(want) {
		t.Fatalf("%d bookmarks: %v", len(got), got)
	}
	for i, b := range got {
		if b.Title != want[i] {
			t.Errorf("bookmark %d is %q, want %q", i+1, b.Title, want[i])
		}
	}
	if items := got[2].Kids; len(items) != 1 || items[0].Title != "Organisation" || len(items[0].Kids) != 1 ||
		items[0].Kids[0].Title != "5 Frequent team contact" || items[0].Kids[0].PageFrom != 5 {
		t.Errorf("below %q: %+v", got[2].Title, items)
	}
}

func TestBookmarksSurviveMissingHeadings(t *testing.T) {
	doc := page(report.Heading{Text: "a heading under a section that has none"}, report.Group{Heading: "a group"})
	doc.Sections[0].Heading = ""
	pdf := render(t, doc)
	valid(t, pdf)
	if got, err := api.Bookmarks(bytes.NewReader(pdf), nil); err != nil || len(got) != 1 || len(got[0].Kids) != 1 {
		t.Errorf("bookmarks %v, error %v", got, err)
	}
}
