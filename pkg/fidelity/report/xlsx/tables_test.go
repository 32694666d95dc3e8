package xlsx

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// known is a number as it reads in a cell, blank where it is not known.
func known[T int | float64](v *T) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(*v)
}

// sameRows compares a sheet with what the document says, headings first.
func sameRows(t *testing.T, f *excelize.File, sheet string, want [][]string) {
	t.Helper()
	if diff := cmp.Diff(want, rows(t, f, sheet, len(want[0]))); diff != "" {
		t.Errorf("%s (-document +workbook):\n%s", sheet, diff)
	}
}

func TestScores(t *testing.T) {
	doc := full()
	want := [][]string{{
		"No.", "Item", "Section", "Score", "Strip", "Suggested", "Lowest", "Highest", "State", "Strength of evidence", "Last time", "What it rests on",
	}}
	for _, r := range doc.Data.Scores {
		want = append(want, []string{
			strconv.Itoa(r.Number), r.Title, r.Section, known(r.Score), strip(r), known(r.Suggested), strconv.Itoa(r.Low), strconv.Itoa(r.High),
			r.State, r.Strength, known(r.Last), r.Rests,
		})
	}
	sameRows(t, open(t, render(t, doc)), "Scores", want)
}

// Last time is a column only where there is a review to compare with, and a
// range is in words.
func TestLastTime(t *testing.T) {
	doc := full()
	for i := range doc.Data.Scores {
		doc.Data.Scores[i].Last, doc.Data.Scores[i].LastTime = nil, ""
	}
	if head := rows(t, open(t, render(t, doc)), "Scores", 12)[0]; head[10] != "What it rests on" || head[11] != "" {
		t.Errorf("%q", head)
	}
	doc.Data.Scores[3].LastTime = "2 to 4"
	if row := rows(t, open(t, render(t, doc)), "Scores", 12)[4]; row[10] != "2 to 4" {
		t.Errorf("%q", row)
	}
}

func TestItems(t *testing.T) {
	doc := full()
	want := [][]string{{
		"No.", "Item", "Score", "How the score came about", "What we looked at", "What we saw", "Our judgement", "Why this score",
		"Next score", "Recommendation", "Kind of remedy", "Who", "To know", "Sources",
	}}
	for _, r := range doc.Data.Scores {
		want = append(want, []string{
			strconv.Itoa(r.Number), r.Title, known(r.Score), r.Why, r.Evidence, r.Saw, r.Judgement, r.Because, r.Next, r.Recommend,
			r.Remedy, r.Who, r.Flags, r.Sources,
		})
	}
	sameRows(t, open(t, render(t, doc)), "Items", want)
}

func TestTidyRows(t *testing.T) {
	doc := full()
	doc.Data.Scores[3].Title, doc.Data.Scores[3].Flags = "Two\nlines", "one\r\n two\tthree"
	want := [][]string{{
		"service", "visit", "kind", "stage", "number", "item", "title", "section", "state",
		"score", "suggested", "low", "high", "max", "flags", "strength", "last", "open_from", "open_to",
	}}
	for i, r := range doc.Data.Scores {
		title, flags := r.Title, r.Flags
		if i == 3 {
			title, flags = "Two lines", "one two three"
		}
		want = append(want, []string{
			"Larkhill Employment Service", "46155", "Independent review", "Draft", strconv.Itoa(r.Number), r.Item, title, r.Section, r.State,
			known(r.Score), known(r.Suggested), strconv.Itoa(r.Low), strconv.Itoa(r.High), strconv.Itoa(r.Max), flags,
			r.Strength, known(r.Last), known(r.OpenFrom), known(r.OpenTo),
		})
	}
	sameRows(t, open(t, render(t, doc)), "Data", want)
}

func TestEvidence(t *testing.T) {
	doc := full()
	want := [][]string{{"No.", "Item", "Row", "Measure", "Value", "Unit", "Base", "Used", "Out of", "In words"}}
	for _, r := range doc.Data.Measures {
		used, of := strconv.Itoa(r.Used), strconv.Itoa(r.Of)
		if r.Of == 0 {
			used, of = "", ""
		}
		want = append(want, []string{
			strconv.Itoa(r.Number), r.Title, r.Row, r.Measure, known(r.Value), r.Unit, known(r.Base), used, of, r.Text,
		})
	}
	sameRows(t, open(t, render(t, doc)), "Evidence", want)
}

func TestActions(t *testing.T) {
	doc := full()
	f := open(t, render(t, doc))
	sameRows(t, f, "Actions", [][]string{
		{"What", "Who", "When", "Item no.", "Item", "Aim", "Status", "Measure of success", "Kind of remedy", "Outcome"},
		{"Move the plans into the clinical record", "team leader", "46295", "2", "Frequent team contact", "3", "open", "", "", ""},
		{doc.Data.Actions[1].What, "service manager", "autumn", "", "", "", "open", "", "", ""},
		{"=1+1", "@lead", "46357", "7", "Item number 7 with a title", "", "done", "All plans are there", "agreement", "=2+2"},
	})
	for cell, want := range map[string]string{"C2": "30 September 2026", "C3": "autumn", "C4": "1 December 2026"} {
		if got, err := f.GetCellValue("Actions", cell); err != nil || got != want {
			t.Errorf("%s shows %q (error: %v), want %q", cell, got, err, want)
		}
	}
}

func TestNeeds(t *testing.T) {
	doc := full()
	want := [][]string{{"No.", "Item", "From", "To", "What it needs", "How many are needed"}}
	for _, r := range doc.Data.Needs {
		want = append(want, []string{strconv.Itoa(r.Number), r.Title, strconv.Itoa(r.From), strconv.Itoa(r.To), r.Need, needed(r.Choose, r.Of)})
	}
	sameRows(t, open(t, render(t, doc)), "Next steps", want)
}

func TestNeeded(t *testing.T) {
	for _, c := range []struct {
		choose, of int
		want       string
	}{
		{1, 1, "this one"},
		{2, 2, "both"},
		{3, 3, "all 3"},
		{1, 2, "any 1 of 2"},
		{2, 3, "any 2 of 3"},
		{0, 3, ""},
		{4, 3, ""},
		{0, 0, ""},
	} {
		if got := needed(c.choose, c.of); got != c.want {
			t.Errorf("needed(%d, %d) = %q, want %q", c.choose, c.of, got, c.want)
		}
	}
}

func TestStrip(t *testing.T) {
	two := 2
	for _, c := range []struct {
		row  report.ScoreRow
		want string
	}{
		{report.ScoreRow{Score: &two, Low: 4, High: 4, Max: 5}, "■■□□□"}, // the score that counts
		{report.ScoreRow{Low: 2, High: 3, Max: 5}, "■■▪□□"},
		{report.ScoreRow{Low: 1, High: 5, Max: 5}, "■▪▪▪▪"},
		{report.ScoreRow{Low: 4, High: 4, Max: 4}, "■■■■"},
		{report.ScoreRow{}, ""},
		{report.ScoreRow{Low: 3, High: 2, Max: 5}, ""},
		{report.ScoreRow{Low: 6, High: 6, Max: 5}, ""},
		{report.ScoreRow{Low: 1, High: 1, Max: 1 << 30}, ""},
	} {
		if got := strip(c.row); got != c.want {
			t.Errorf("strip(%+v) = %q, want %q", c.row, got, c.want)
		}
	}
}

func TestNumbersAreNumbers(t *testing.T) {
	f := open(t, render(t, full()))
	for _, at := range []string{"Scores!A2", "Items!C2", "Scores!K2", "Scores!D2", "Scores!F2", "Scores!G3", "Evidence!E2", "Evidence!G2", "Actions!C2", "Actions!F2", "Next steps!C2", "Data!B2", "Data!N2"} {
		sheet, cell := place(at)
		kind, err := f.GetCellType(sheet, cell)
		if err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
			t.Errorf("%s is of type %v (error: %v)", at, kind, err)
		}
	}
}

func TestEmptyTablesSaySo(t *testing.T) {
	f := open(t, render(t, empty()))
	for sheet, want := range map[string]string{
		"Scores": "There are no items in this report.", "Items": "There are no items in this report.", "Evidence": "There are no measures in this report.",
		"Actions": "There are no actions in this report.", "Next steps": "There are no next steps in this report.", "Data": "",
	} {
		if got, err := f.GetCellValue(sheet, "A4"); err != nil || got != want {
			t.Errorf("%s: %q (error: %v), want %q", sheet, got, err, want)
		}
		if got := rows(t, f, sheet, 1); len(got) > 1 && got[1][0] != "" {
			t.Errorf("%s: the row of an empty table holds %q", sheet, got[1])
		}
	}
}

// TestTextsThatLookLikeFormulas checks that a cell keeps its text as a text
// even after somebody has edited it.
func TestTextsThatLookLikeFormulas(t *testing.T) {
	f := open(t, render(t, full()))
	for _, at := range []string{"Items!J3", "Actions!A4", "Actions!B4"} {
		sheet, cell := place(at)
		id, err := f.GetCellStyle(sheet, cell)
		if err != nil {
			t.Fatal(err)
		}
		if style, err := f.GetStyle(id); err != nil || style.NumFmt != textFormat {
			t.Errorf("%s is not formatted as text (error: %v)", at, err)
		}
	}
}

// tidy is a document that is not about one review's scores.
func tidy() *report.Document {
	n := 12.5
	return &report.Document{
		Title: "Agenda", Service: "Larkhill", Kind: "Independent review", Date: "2026-05-13", Running: "Larkhill", Footer: "IPS-25",
		Sections: []report.Section{{ID: "s", Heading: "Agenda", Blocks: report.Blocks{
			report.Group{ID: "g", Heading: "Differences", Blocks: report.Blocks{report.Table{
				ID: "t", Caption: "Differences", Sheet: "Agenda", Columns: []report.Column{{Head: "Item", Weight: 3, Header: true}, {Head: "Mean", Weight: 1, Right: true}},
				Rows: [][]report.Cell{{{Text: "=Disclosure"}, {Text: "12.5", Number: &n}}},
			}}},
			report.Table{ID: "left-out", Caption: "On paper only", Columns: []report.Column{{Head: "Item", Weight: 1, Header: true}}, Empty: "None."},
		}}},
		Data: report.Data{Tidy: &report.Table{ID: "tidy", Columns: []report.Column{{Head: "item", Weight: 1}, {Head: "mean", Weight: 1, Right: true}}, Rows: [][]report.Cell{{{Text: "disclosure"}, {Text: "12.5", Number: &n}}}}},
	}
}

func TestTablesThatNameASheet(t *testing.T) {
	f := open(t, render(t, tidy()))
	if diff := cmp.Diff([]string{"Summary", "Agenda", "Data", "About"}, f.GetSheetList()); diff != "" {
		t.Errorf("sheets (-want +got):\n%s", diff)
	}
	for sheet, want := range map[string][][]string{
		"Agenda": {{"Item", "Mean"}, {"=Disclosure", "12.5"}},
		"Data":   {{"item", "mean"}, {"disclosure", "12.5"}},
	} {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, rows); diff != "" {
			t.Errorf("%s (-want +got):\n%s", sheet, diff)
		}
		if kind, err := f.GetCellType(sheet, "B2"); err != nil || kind != excelize.CellTypeUnset && kind != excelize.CellTypeNumber {
			t.Errorf("%s!B2 is no number: %v, %v", sheet, kind, err)
		}
	}
}
