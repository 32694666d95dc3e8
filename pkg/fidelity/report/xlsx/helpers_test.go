package xlsx

import (
	"archive/zip"
	"bytes"
	"flag"
	"fmt"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

var lookDir = flag.String("look", "", "write workbooks to look at into this folder")

// full is the specimen with as many items as a real review, and with texts as
// long as people write them.
func full() *report.Document {
	doc := reporttest.Specimen()
	doc.Footer = "IPS-25 Supported Employment Fidelity Scale 1.0.0 & its authors"
	sections := []string{"Staffing", "Organisation", "Services"}
	for n := 3; n <= 25; n++ {
		score, suggested := 1+n%5, 1+(n+n/7)%5
		row := report.ScoreRow{
			Number: n, Item: fmt.Sprintf("item-%d", n), Title: fmt.Sprintf("Item number %d with a title", n),
			Section: sections[min(2, n/9)], State: "rated", Score: &score, Suggested: &suggested, Low: suggested, High: suggested, Max: 5,
			Why:       "8 of 10 records (80%) had what the item asks for; two could not be found on the day.",
			Evidence:  "10 of 42 records, interviews with 4 staff",
			Next:      "One more employer contact a week each, and a weekly look at the log by the team leader.",
			Saw:       "We saw plans in eight records. Staff told us that the other two were being moved.\nWe did not see a second contact.",
			Judgement: "The evidence stands at the line between two scores; interviews point to the lower one.",
			Recommend: "Agree one place for plans, and look at five records together every month.",
			Flags:     "thin: one kind of source", Sources: "records, interviews, observation",
		}
		if score != suggested {
			row.Because = "Staff described a wider practice than the sampled records show."
		}
		doc.Data.Scores = append(doc.Data.Scores, row)
		value, base := math.Round(1e4*float64(n)/7)/1e4, 10.0
		doc.Data.Measures = append(doc.Data.Measures,
			report.MeasureRow{Number: n, Item: row.Item, Title: row.Title, Row: "ES01", Measure: "share_of_records", Value: &value, Unit: "share", Base: &base, Used: 8, Of: 10, Text: row.Why},
			report.MeasureRow{Number: n, Item: row.Item, Title: row.Title, Measure: "not_known", Unit: "hours a week", Text: "Not known: no diary was kept."})
		doc.Data.Needs = append(doc.Data.Needs, report.NeedRow{Number: n, Item: row.Item, Title: row.Title, From: score, To: score + 1, Need: row.Next, Choose: 1 + n%3, Of: 3})
	}
	addTotals(doc)
	doc.Data.Actions = append(doc.Data.Actions,
		report.ActionRow{ID: "a2", What: "Meet the trust's board about the vocational unit, and bring the figures of the last six months", Who: "service manager", When: "autumn", Status: "open"},
		report.ActionRow{ID: "a3", What: "=1+1", Who: "@lead", When: "2026-12-01", Number: 7, Item: "item-7", Title: "Item number 7 with a title", Status: "done", Measure: "All plans are there", Remedy: "agreement", Outcome: "=2+2"})
	return doc
}

// addTotals adds up the scores of a document, of which the second is open.
func addTotals(doc *report.Document) {
	totals := &report.Totals{Adds: true, Alt: "Means of sections.", ItemsAlt: "Scores of items.", ChangeAlt: "Then and now."}
	for _, name := range []string{"Staffing", "Organisation", "Services"} {
		row := report.TotalRow{Name: name}
		sum := 0.0
		for i := range doc.Data.Scores {
			r := &doc.Data.Scores[i]
			if r.Section != name {
				continue
			}
			row.Of++
			row.Max += float64(r.Max)
			r.Strength, r.Rests = "strong", "What item "+r.Item+" rests on"
			if r.Score == nil {
				r.OpenFrom, r.OpenTo = &r.Low, &r.High
				row.Low, row.High = row.Low+float64(r.Low), row.High+float64(r.High)
				continue
			}
			r.Last, r.LastTime = r.Score, strconv.Itoa(*r.Score)
			row.Scored++
			sum += float64(*r.Score)
		}
		row.Low, row.High = row.Low+sum, row.High+sum
		if row.Scored == row.Of {
			mean := sum / float64(row.Of)
			row.Score, row.Mean = &sum, &mean
		}
		totals.Sections = append(totals.Sections, row)
	}
	t := report.TotalRow{Name: "Total"}
	for _, row := range totals.Sections {
		t.Low, t.High, t.Max, t.Scored, t.Of = t.Low+row.Low, t.High+row.High, t.Max+row.Max, t.Scored+row.Scored, t.Of+row.Of
	}
	if t.Scored == t.Of {
		mean := t.Low / float64(t.Of)
		t.Score, t.Mean = &t.Low, &mean
	}
	totals.Total = t
	doc.Data.Totals = totals
}

// tb is what the helpers need of a test; testing.TB does, and so does rapid.T.
type tb interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
	Cleanup(func())
}

// render draws a document or fails the test.
func render(t tb, doc *report.Document) []byte {
	t.Helper()
	out, err := Render(doc)
	if err != nil {
		t.Fatalf("Render: %v", err)
	}
	return out
}

// open reads a workbook back.
func open(t tb, raw []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatalf("open: %v", err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// rows reads a sheet as rows of equal length, with numbers as they are stored.
func rows(t tb, f *excelize.File, sheet string, width int) [][]string {
	t.Helper()
	got, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatalf("rows of %s: %v", sheet, err)
	}
	for i := range got {
		for len(got[i]) < width {
			got[i] = append(got[i], "")
		}
	}
	return got
}

// parts reads the parts of the package.
func parts(t tb, raw []byte) map[string]string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, file := range zr.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[file.Name] = string(body)
	}
	return out
}

// save writes a workbook into a folder of the test.
func save(t testing.TB, raw []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.xlsx")
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// needTool skips a test that cannot run without a program, and names it.
func needTool(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}

// needPython skips a test unless there is a Python with a module. The first
// Python on the path need not be the one that the module was installed for.
func needPython(t *testing.T, module string) string {
	t.Helper()
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if path, err := exec.LookPath(name); err == nil && exec.Command(path, "-c", "import "+module).Run() == nil {
			return path
		}
	}
	t.Skipf("python3 with %s is not installed", module)
	return ""
}

// place splits "Sheet!A1".
func place(at string) (sheet, cell string) {
	sheet, cell, _ = strings.Cut(at, "!")
	return sheet, cell
}
