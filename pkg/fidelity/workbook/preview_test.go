package workbook

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

var randomBooks = flag.Int("random-books", 20, "how many random reviews LibreOffice works out the preview of")

// previewed is what the preview shows of the items, by their place.
type previewed struct{ score, says, counts []string }

// readPreview reads the values of the Preview sheet, as another program would.
func readPreview(t reviewtest.TB, raw []byte, scale *fidelity.Scale) (out previewed) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	rows, err := f.GetRows("Preview", excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		for len(rows[i]) < 7 {
			rows[i] = append(rows[i], "")
		}
		// The rows below the headings, one for each item, then the totals.
		if len(out.score) > 0 || rows[i][1] == strconv.Itoa(scale.Items()[0].Number) && rows[i][2] != "" {
			out.says, out.score, out.counts = append(out.says, rows[i][3]), append(out.score, rows[i][4]), append(out.counts, rows[i][6])
		}
	}
	return out
}

// someReviews are random reviews, with many gaps and with none.
func someReviews(t *testing.T, n int) map[string]*fidelity.Review {
	t.Helper()
	all := map[string]*fidelity.Review{}
	gen := rapid.Custom(func(t *rapid.T) *fidelity.Review { return reviewtest.Random(t).Review() })
	for seed := 0; len(all) < n; seed++ {
		r := gen.Example(seed)
		if r.Kept != nil { // it has no evidence to preview
			continue
		}
		if seed%3 == 0 {
			fillGaps(r)
		}
		all[fmt.Sprintf("random-%03d", seed)] = r
	}
	return all
}

// fillGaps answers what a review leaves open.
func fillGaps(r *fidelity.Review) {
	for i := range r.Findings {
		for f, v := range r.Findings[i].Facts {
			if v.Known() {
				continue
			}
			if fact := &r.Scale().Items()[i].Facts[f]; fact.Kind == fidelity.Whole {
				r.Findings[i].Facts[f] = fidelity.NumberValue(fidelity.Int(f % 4))
			} else {
				r.Findings[i].Facts[f] = fidelity.AnswerValue((i + f) % len(fact.Choices()))
			}
		}
	}
	for t := range r.Scale().Definition().Tables {
		def := &r.Scale().Definition().Tables[t]
		for n, row := range r.Rows(def.ID) {
			for c := 1; c < len(def.Columns); c++ {
				if row.At(c).Known() {
					continue
				}
				switch def.Columns[c].Kind {
				case fidelity.Decimal, fidelity.Percent, fidelity.Whole, fidelity.Series:
					row.SetAt(c, fidelity.NumberValue(fidelity.Int(1+(n+c)%2*40)))
					if _, limited := r.Scale().LimitedBy(t, c); limited || def.Columns[c].Kind == fidelity.Decimal {
						row.SetAt(c, fidelity.NumberValue(fidelity.Int(1)))
					}
				case fidelity.Set:
					row.SetAt(c, fidelity.SetValue(0, 1, 2, 3))
				case fidelity.YesNo, fidelity.Choice:
					row.SetAt(c, fidelity.AnswerValue((n+c)%len(def.Columns[c].Choices())))
				case fidelity.Code, fidelity.Text, fidelity.Month:
					if v, err := def.Columns[c].Parse(map[fidelity.Kind]string{fidelity.Code: "E1", fidelity.Text: "van driver", fidelity.Month: "2026-01"}[def.Columns[c].Kind]); err == nil {
						row.SetAt(c, v)
					}
				}
			}
		}
	}
}

// workOutAll is LibreOffice's setting to work out all formulas of a workbook
// as it is opened.
const workOutAll = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`

// recalculated has LibreOffice open, work out and save all workbooks, in one
// call, and returns what it made of them.
func recalculated(t *testing.T, books map[string][]byte) map[string][]byte {
	t.Helper()
	soffice, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("soffice is missing: nothing else here works out formulas as Excel does")
	}
	dir := t.TempDir()
	// By itself it takes numbers as they are in the file.
	settings := filepath.Join(dir, "profile", "user")
	if err := os.MkdirAll(settings, 0o750); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(settings, "registrymodifications.xcu"), []byte(workOutAll), 0o600); err != nil {
		t.Fatal(err)
	}
	args := []string{
		"-env:UserInstallation=file://" + filepath.ToSlash(filepath.Join(dir, "profile")),
		"--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "out"),
	}
	for name, raw := range books {
		path := filepath.Join(dir, name+".xlsx")
		if err := os.WriteFile(path, raw, 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	again := map[string][]byte{}
	for name := range books {
		raw, err := os.ReadFile(filepath.Join(dir, "out", name+".xlsx"))
		if err != nil {
			t.Fatal(err)
		}
		again[name] = raw
	}
	return again
}

// TestThePreviewAgreesWithTheEngine has LibreOffice work out the workbook of
// every sample and of random reviews. Wherever it shows a score, it is that of
// the engine; and all that it shows is what the workbook was written with.
// -random-books 200 does it for more of them.
func TestThePreviewAgreesWithTheEngine(t *testing.T) {
	if testing.Short() {
		t.Skip("LibreOffice takes some seconds")
	}
	reviews := sampleReviews(t)
	for name, r := range someReviews(t, *randomBooks) {
		reviews[name] = r
	}
	books := map[string][]byte{}
	for name, r := range reviews {
		books[name] = write(t, r, Copy{})
	}
	typed := typedBooks(t)
	for name, raw := range typed {
		books[name] = raw
	}
	shown, open, tool, settled := 0, 0, 0, 0
	again := recalculated(t, books)
	for name, raw := range typed {
		checkTyped(t, name, raw, again[name])
		delete(again, name)
	}
	for name, raw := range again {
		r := reviews[name]
		got, want := readPreview(t, raw, r.Scale()), readPreview(t, books[name], r.Scale())
		a := fidelity.Assess(r)
		for i := range a.Items {
			score, ok := a.Items[i].Settled()
			if ok {
				settled++
			}
			switch {
			case got.score[i] == seeTheTool:
				tool++
			case strings.HasSuffix(got.score[i], stillMissing) || got.score[i] == nothingYet:
				open++
				if ok {
					t.Errorf("%s, item %d: the preview says %q, the engine %d", name, i+1, got.score[i], score)
				}
			case !ok || got.score[i] != strconv.Itoa(score):
				t.Errorf("%s, item %d: the preview shows %q, the engine says %d to %d", name, i+1, got.score[i], a.Items[i].Low, a.Items[i].High)
			default:
				shown++
			}
		}
		for i := range got.score {
			if i >= len(want.score) || got.score[i] != want.score[i] || got.says[i] != want.says[i] || got.counts[i] != want.counts[i] {
				t.Errorf("%s, row %d: LibreOffice has %q %q %q, the file was written with %q %q %q", name, i+1,
					got.says[i], got.score[i], got.counts[i], want.says[i], want.score[i], want.counts[i])
			}
		}
	}
	t.Logf("%d workbooks: %d of %d settled scores shown, %d open, %d left to the tool", len(books), shown, settled, open, tool)
	if shown == 0 || open == 0 {
		t.Error("the preview shows nothing")
	}
}

// typings are what a person does to a workbook, cell by cell.
var typings = map[string]func(set func(sheet, cell string, value any)){
	"a percent with its sign": func(set func(sheet, cell string, value any)) {
		set("Specialists", "F9", 0.64)
	},
	"one of a hundred, or all of it": func(set func(sheet, cell string, value any)) {
		set("Specialists", "F9", 1)
	},
	"a text for a number": func(set func(sheet, cell string, value any)) {
		set("Specialists", "D10", "about 20")
	},
	"a row less": func(set func(sheet, cell string, value any)) {
		for c := 2; c <= 34; c++ {
			cell, _ := excelize.CoordinatesToCellName(c, 10)
			set("Specialists", cell, nil)
		}
	},
	"a row more": func(set func(sheet, cell string, value any)) {
		set("Jobs", "B40", "J021")
		set("Jobs", "C40", "RETAIL  assistant")
		set("Jobs", "D40", "E1")
		set("Jobs", "E40", "no")
	},
	"a row far below": func(set func(sheet, cell string, value any)) {
		set("Jobs", "B90", "J021")
		set("Jobs", "C90", "gardener")
	},
	"answers taken back and given": func(set func(sheet, cell string, value any)) {
		set("Checklists", "D7", "not known")
		set("Checklists", "D8", nil)
		set("Checklists", "D16", 7)
		set("Checklists", "D22", "monthly")
		set("Items", "D7", nil)
		set("Items", "D8", "not enough evidence")
	},
	"no rows, and none said": func(set func(sheet, cell string, value any)) {
		for row := 9; row < 40; row++ {
			for c := 2; c <= 8; c++ {
				cell, _ := excelize.CoordinatesToCellName(c, row)
				set("Jobs", cell, nil)
			}
		}
		set("Jobs", "C5", "there are none")
	},
}

// typedBooks are workbooks in which a person has typed.
func typedBooks(t *testing.T) map[string][]byte {
	t.Helper()
	raw := write(t, sampleReviews(t)["larkmoor-2026-05.yaml"], Copy{})
	out := map[string][]byte{}
	for name, typing := range typings {
		f := writtenBook(t, raw)
		typing(func(sheet, cell string, value any) {
			if err := f.SetCellValue(sheet, cell, value); err != nil {
				t.Fatal(err)
			}
			if value == 0.64 { // as typed with its sign
				style, err := f.NewStyle(&excelize.Style{NumFmt: 10})
				if err != nil {
					t.Fatal(err)
				}
				if err := f.SetCellStyle(sheet, cell, cell, style); err != nil {
					t.Fatal(err)
				}
			}
		})
		var buf bytes.Buffer
		if err := f.Write(&buf); err != nil {
			t.Fatal(err)
		}
		out[name] = buf.Bytes()
	}
	return out
}

// checkTyped holds the preview against what the engine makes of the workbook.
func checkTyped(t *testing.T, name string, raw, again []byte) {
	t.Helper()
	book, problems := Read("book.xlsx", raw, shelf)
	if book == nil {
		t.Logf("%s: the tool asks to mend it: %v", name, problems)
		return
	}
	r := book.File.Review
	got, a := readPreview(t, again, r.Scale()), fidelity.Assess(r)
	for i := range a.Items {
		score, ok := a.Items[i].Settled()
		if got.score[i] == seeTheTool {
			t.Logf("%s, item %d: see the tool", name, i+1)
			continue
		}
		if _, err := strconv.Atoi(got.score[i]); (err == nil) != ok || ok && got.score[i] != strconv.Itoa(score) {
			t.Errorf("%s, item %d: the preview shows %q, the engine says %d to %d", name, i+1, got.score[i], a.Items[i].Low, a.Items[i].High)
		}
	}
}
