package xlsx

import (
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

func TestProperties(t *testing.T) {
	doc := reporttest.Specimen()
	f := open(t, render(t, doc))
	got, err := f.GetDocProps()
	if err != nil {
		t.Fatal(err)
	}
	want := &excelize.DocProperties{
		Title: doc.Title, Subject: "Independent review, Draft", Language: "en-GB", Creator: "fidelity", LastModifiedBy: "fidelity",
		Created: "2026-05-13T00:00:00Z", Modified: "2026-05-13T00:00:00Z",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	app, err := f.GetAppProps()
	if err != nil || app.Application != "fidelity" || app.Company != "" {
		t.Errorf("made by %+v (error: %v)", app, err)
	}
	if active := f.GetActiveSheetIndex(); active != 0 {
		t.Errorf("the book opens at sheet %d", active)
	}
}

func TestPropertiesOfADocumentThatDoesNotSay(t *testing.T) {
	got, err := open(t, render(t, empty())).GetDocProps()
	if err != nil || got.Language != "en-GB" || got.Created != "1980-01-01T00:00:00Z" {
		t.Errorf("properties %+v (error: %v)", got, err)
	}
}

func TestDays(t *testing.T) {
	for in, want := range map[isoDate]string{
		"2026-05-13": "2026-05-13", "1901-01-01": "1901-01-01",
		"1899-12-31": "", "1900-02-28": "", "2026-02-30": "", "2026-5-3": "", "May 2026": "", "": "", "10000-01-01": "",
	} {
		got := ""
		if day, ok := in.day(); ok {
			got = day.Format("2006-01-02")
		}
		if got != want {
			t.Errorf("%q is the day %q, want %q", in, got, want)
		}
	}
}

func TestPrintSetUp(t *testing.T) {
	f := open(t, render(t, full()))
	titles := map[string]string{}
	for _, name := range f.GetDefinedName() {
		titles[name.Scope] = name.RefersTo
	}
	want := map[string]string{
		"Scores": "'Scores'!$1:$1", "Items": "'Items'!$A:$B,'Items'!$1:$1", "Evidence": "'Evidence'!$1:$1", "Actions": "'Actions'!$1:$1",
		"Next steps": "'Next steps'!$1:$1", "Data": "'Data'!$1:$1",
		"What to ask peoplerecords": "'What to ask peoplerecords'!$1:$1",
	}
	if diff := cmp.Diff(want, titles); diff != "" {
		t.Errorf("repeated rows (-want +got):\n%s", diff)
	}
	for _, sheet := range f.GetSheetList() {
		layout, err := f.GetPageLayout(sheet)
		if err != nil {
			t.Fatal(err)
		}
		orientation, wide := "landscape", 1
		switch sheet {
		case sheetSummary, sheetAbout:
			orientation = "portrait"
		case sheetItems:
			wide = 2
		}
		if *layout.Size != paperA4 || *layout.Orientation != orientation || sheet != sheetScores && *layout.FitToWidth != wide {
			t.Errorf("%s: size %d, %s", sheet, *layout.Size, *layout.Orientation)
		}
		// The scores are made smaller instead, since their charts begin a page.
		props, err := f.GetSheetProps(sheet)
		fitted := props.FitToPage != nil && *props.FitToPage
		if fits := sheet != sheetScores; err != nil || fitted != fits || !fits && (layout.AdjustTo == nil || *layout.AdjustTo < 60 || *layout.AdjustTo > 90) {
			t.Errorf("%s: fits its pages: %v (error: %v)", sheet, fitted, err)
		}
		hf, err := f.GetHeaderFooter(sheet)
		if err != nil || !strings.HasSuffix(hf.OddFooter, "Page &P of &N") || !strings.Contains(hf.OddFooter, "1.0.0 && its authors") ||
			!strings.Contains(hf.OddHeader, "Independent review, draft") {
			t.Errorf("%s: head and foot %+v (error: %v)", sheet, hf, err)
		}
		panes, err := f.GetPanes(sheet)
		if frozen := want[sheet] != ""; err != nil || panes.Freeze != frozen || frozen && panes.YSplit != 1 {
			t.Errorf("%s: panes %+v (error: %v)", sheet, panes, err)
		}
	}
}

func TestRunningTextsFit(t *testing.T) {
	for in, want := range map[string]string{
		"A & B":         "A && B",
		"two\nlines":    "two lines",
		"&P of _x0041_": "&&P of " + string(xlsxfile.EscapeMark) + "x0041_",
	} {
		if got := running(in); got != want {
			t.Errorf("running(%q) = %q, want %q", in, got, want)
		}
	}
	doc := reporttest.Specimen()
	doc.Running, doc.Footer = strings.Repeat("&", 300), strings.Repeat("🙂&", 300)
	hf, err := open(t, render(t, doc)).GetHeaderFooter(sheetScores)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{hf.OddHeader, hf.OddFooter} {
		if xlsxfile.Units(text) > excelize.MaxFieldLength || !strings.Contains(text, xlsxfile.CutMark) {
			t.Errorf("%d units: %s", xlsxfile.Units(text), text)
		}
	}
}

func TestHeadingsStandOut(t *testing.T) {
	f := open(t, render(t, full()))
	for _, at := range []string{"Scores!A1", "Items!N1", "Data!A1", "Actions!C1"} {
		sheet, cell := place(at)
		id, err := f.GetCellStyle(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		style, err := f.GetStyle(id)
		if err != nil {
			t.Fatal(err)
		}
		if !style.Font.Bold || style.Font.Family != fontName || style.Font.Color != "FFFFFF" || len(style.Fill.Color) != 1 || style.Fill.Color[0] != ownAccent {
			t.Errorf("%s: font %+v on %v", at, style.Font, style.Fill.Color)
		}
	}
}
