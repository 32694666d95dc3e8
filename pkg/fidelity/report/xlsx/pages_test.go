package xlsx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

// read is a page as it is read aloud: row by row, without the gaps.
func read(t *testing.T, doc *report.Document, sheet string) []string {
	t.Helper()
	var out []string
	for _, row := range rows(t, open(t, render(t, doc)), sheet, 2) {
		if line := strings.Trim(strings.Join(row, " | "), " |"); line != "" {
			out = append(out, line)
		}
	}
	return out
}

func TestSummary(t *testing.T) {
	want := []string{
		"Fidelity report: Larkhill Employment Service",
		"Independent review · Draft",
		"Larkhill Employment Service",
		"Visit | 12 to 13 May 2026",
		"Kind | Independent review",
		"Reviewers | A. Okafor and B. Lind",
		"Total | 102 out of 125",
		"Band | Good fidelity",
		"Larkhill has good fidelity",
		"Larkhill scored 102 out of 125. This is good fidelity, 9 points more than in May 2025.",
		"102 | The total of 102 on a line from 25 to 125. Good fidelity begins at 100.",
		"88 to 103 | The total is between 88 and 103.",
		"Strengths | • Caseloads are small: 19.3 clients each.",
		"• All six phases are carried by every specialist.",
		"Priorities | • Records are kept apart.",
		"• Employers are seen too rarely: 3.9 contacts a week.",
		"Two reviewers can fairly differ by a point on an item. A total guides improvement and is no performance rating.",
	}
	if diff := cmp.Diff(want, read(t, reporttest.Specimen(), "Summary")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestSummaryDrawsEveryBlock draws the blocks that the first section of the
// specimen does not have.
func TestSummaryDrawsEveryBlock(t *testing.T) {
	doc := &report.Document{Title: "T", Kind: "Self-audit", Sections: []report.Section{{Heading: "H", Blocks: report.Blocks{
		report.Paragraph{Text: "before"},
		report.List{Items: []string{"loose"}},
		report.Heading{Text: "Heading without a text"},
		report.Heading{Text: "Heading"},
		report.Paragraph{Text: "beside"},
		report.Paragraph{Role: report.Note, Text: "note"},
		report.Heading{Text: "Table under a heading"},
		report.Table{Caption: "left out", Columns: []report.Column{{Head: "left out"}}},
		report.Group{Heading: "Group", Score: "3 out of 5", Blocks: report.Blocks{
			report.Terms{Rows: []report.Term{{Name: "name", Text: "text"}}},
			report.Quote{Label: "What we saw", Text: "line 1\nline 2"},
			report.List{Numbered: true, Items: []string{"first", "second"}},
		}},
		report.Group{Heading: "Group without a text"},
		nil,
	}}}}
	want := []string{
		"T", "Self-audit", "H", "before", "• loose", "Heading without a text", "Heading | beside", "note", "Table under a heading",
		"Group | 3 out of 5", "name | text", "What we saw | line 1\nline 2", "1. first", "2. second", "Group without a text",
	}
	if diff := cmp.Diff(want, read(t, doc, "Summary")); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestSummaryFitsOnePageUnlessThatIsTooSmall(t *testing.T) {
	doc := reporttest.Specimen()
	for _, c := range []struct{ lines, tall int }{{0, 1}, {25, 1}, {120, 0}} {
		list := report.List{}
		for range c.lines {
			list.Items = append(list.Items, "One more sentence with its number.")
		}
		doc.Sections[0].Blocks = report.Blocks{list}
		layout, err := open(t, render(t, doc)).GetPageLayout("Summary")
		if err != nil || *layout.FitToHeight != c.tall {
			t.Errorf("%d lines: pages %d (error: %v), want %d", c.lines, *layout.FitToHeight, err, c.tall)
		}
	}
}

func TestAbout(t *testing.T) {
	got := read(t, full(), "About")
	all := strings.Join(got, "\n")
	for _, want := range []string{"Scale | ips-25 1.0.0", "Tool | fidelity 0.1.0", "IPS-25 Supported Employment Fidelity Scale 1.0.0 & its authors", "▪ | "} {
		if !strings.Contains(all, want) {
			t.Errorf("nothing says %q in:\n%s", want, all)
		}
	}
	for _, sheet := range open(t, render(t, full())).GetSheetList() {
		if sheet != sheetAbout && !strings.Contains(all, "\n"+sheet+" | ") {
			t.Errorf("the guide does not name the sheet %s", sheet)
		}
	}
	for _, line := range read(t, empty(), "About") {
		if line == "Where it comes from" {
			t.Error("a heading stands over nothing")
		}
	}
}

// TestHeightsHoldTheirTexts checks the count of lines against texts whose
// lines are known.
func TestHeightsHoldTheirTexts(t *testing.T) {
	line := fontSize * leading
	for _, c := range []struct {
		text  string
		width float64
		lines float64
	}{
		{"", 20, 1},
		{"short", 20, 1},
		{"two\nlines", 20, 2},
		{"\n", 20, 2},
		{"One more employer contact a week each", 20, 2},
		{strings.Repeat("m", 40), 20, 4}, // 333 points in lines of 100
		{strings.Repeat("i", 40), 20, 1},
		{strings.Repeat("語", 20), 20, 3},
		{"word " + strings.Repeat("m", 40) + " word", 20, 5},
	} {
		if got, want := textHeight(c.text, c.width, lookPlain), c.lines*line+padding; got != want {
			t.Errorf("textHeight(%q) = %v, want %v", c.text, got, want)
		}
	}
	if textHeight("in a table the text is indented", 20, lookText) < textHeight("in a table the text is indented", 20, lookPlain) {
		t.Error("less room makes a row lower")
	}
}

func TestRowsAreHighEnoughAndNeverTooHigh(t *testing.T) {
	doc := reporttest.Specimen()
	doc.Data.Scores[0].Saw = strings.Repeat("A long account of the visit. ", 1000)
	doc.Sections[0].Heading = doc.Data.Scores[0].Saw
	doc.Data.Scores[1].Saw = strings.Repeat("line\n", 9) + "line"
	f := open(t, render(t, doc))
	for _, c := range []struct {
		sheet    string
		row      int
		low, max float64
	}{
		{"Items", 2, excelize.MaxRowHeight, excelize.MaxRowHeight},
		{"Items", 3, 120, 140},
		{"Summary", 12, excelize.MaxRowHeight, excelize.MaxRowHeight},
	} {
		if got, err := f.GetRowHeight(c.sheet, c.row); err != nil || got < c.low || got > c.max {
			t.Errorf("%s, row %d: height %v (error: %v), want %v to %v", c.sheet, c.row, got, err, c.low, c.max)
		}
	}
}
