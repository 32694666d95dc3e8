package xlsx

import (
	"bytes"
	"image"
	"image/png"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// The colour and the logo of the organisation are used, and a logo that is no
// picture is left out.
func TestColourAndLogo(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 300, 100))); err != nil {
		t.Fatal(err)
	}
	doc := full()
	doc.Accent, doc.Logo = "#0b4a5e", &report.Picture{PNG: picture.Bytes(), Alt: "Logo of a trust"}
	book := parts(t, render(t, doc))
	if styles := book["xl/styles.xml"]; !strings.Contains(styles, "0B4A5E") || strings.Contains(styles, ownAccent) {
		t.Error("the styles have another colour")
	}
	if !strings.Contains(book["xl/charts/chart1.xml"], "0B4A5E") {
		t.Error("the charts have another colour")
	}
	if drawing := book["xl/drawings/drawing1.xml"]; !strings.Contains(drawing, `descr="Logo of a trust"`) {
		t.Error("there is no logo with words for it")
	}
	doc.Accent, doc.Logo.PNG = "red", []byte("no picture")
	if book = parts(t, render(t, doc)); !strings.Contains(book["xl/styles.xml"], ownAccent) || strings.Contains(book["xl/drawings/drawing1.xml"], "Logo") {
		t.Error("what cannot be read was used")
	}
}

// A closed action is struck through, and a score has a bar behind it: neither
// needs a colour to be seen.
func TestFormatsThatFollowTheCells(t *testing.T) {
	f := open(t, render(t, full()))
	for sheet, want := range map[string]struct{ area, kind, criteria string }{
		"Scores":  {"D2:D26", "data_bar", "="},
		"Actions": {"A2:J4", "formula", `OR($G2="done",$G2="dropped")`},
	} {
		formats, err := f.GetConditionalFormats(sheet)
		if err != nil || len(formats[want.area]) != 1 {
			t.Fatalf("%s: %v, %v", sheet, formats, err)
		}
		if got := formats[want.area][0]; got.Type != want.kind || got.Criteria != want.criteria {
			t.Errorf("%s: %+v", sheet, got)
		}
	}
	lists, err := f.GetDataValidations("Actions")
	if err != nil || len(lists) != 1 || lists[0].Sqref != "G2:G4" || lists[0].Formula1 != `"open,under way,done,dropped"` {
		t.Errorf("%+v, %v", lists, err)
	}
}

// A book about something other than one review's scores describes its own
// sheets.
func TestAboutOfOtherDocuments(t *testing.T) {
	got := strings.Join(read(t, tidy(), "About"), "\n")
	for _, want := range []string{"Agenda | Differences.", "Data | " + dataTidy} {
		if !strings.Contains(got, want) {
			t.Errorf("nothing says %q in\n%s", want, got)
		}
	}
	for _, wrong := range []string{"one row an item", boxReached, "Formulas", "Scores |"} {
		if strings.Contains(got, wrong) {
			t.Errorf("it says %q", wrong)
		}
	}
}
