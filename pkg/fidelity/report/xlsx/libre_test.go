package xlsx

import (
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// recalculate has LibreOffice work out every formula of a workbook that it
// opens, and not believe the values in it.
const recalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>
`

// throughLibreOffice opens a workbook in LibreOffice, and what that saves.
func throughLibreOffice(t *testing.T, soffice, book string) *excelize.File {
	t.Helper()
	dir := t.TempDir()
	profile := filepath.Join(dir, "profile")
	if err := os.MkdirAll(filepath.Join(profile, "user"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(recalculate), 0o600); err != nil {
		t.Fatal(err)
	}
	run := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(profile), "--headless",
		"--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", dir, book)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	raw, err := os.ReadFile(filepath.Join(dir, filepath.Base(book)))
	if err != nil {
		t.Fatal(err)
	}
	return open(t, raw)
}

// TestLibreOfficeLosesNothingAndAddsUpToTheSame has LibreOffice open and save
// the workbook of a review. Its formulas start from wrong numbers there, and
// come out right; all else stays as it was.
func TestLibreOfficeLosesNothingAndAddsUpToTheSame(t *testing.T) {
	soffice := needTool(t, "soffice")
	a := reviewtest.Assess(t, reviewtest.Full)
	doc := report.Build(report.Input{Assessment: a, Before: a, Speaker: reviewtest.SpeakerOf(t, a.Scale().Ref()), Tool: "fidelity", Reader: report.Team})
	want := map[string][2]float64{}
	for _, row := range append(slices.Clone(doc.Data.Totals.Sections), doc.Data.Totals.Total) {
		want[row.Name] = [2]float64{*row.Score, *row.Mean}
		*row.Score, *row.Mean = 1000+*row.Score, 1000+*row.Mean
	}
	raw := render(t, doc)
	before, after := open(t, raw), throughLibreOffice(t, soffice, save(t, raw))
	if diff := cmp.Diff(before.GetSheetList(), after.GetSheetList()); diff != "" {
		t.Fatalf("sheets (-before +after):\n%s", diff)
	}
	found := 0
	for _, sheet := range before.GetSheetList() {
		then, now := rows(t, before, sheet, 20), rows(t, after, sheet, 20)
		for i := range then {
			if i >= len(now) {
				t.Errorf("%s: row %d is lost", sheet, i+1)
				break
			}
			if w, ok := want[then[i][0]]; ok && sheet == sheetSummary && then[i][3] != "" {
				found++
				score, _ := strconv.ParseFloat(now[i][1], 64)
				mean, _ := strconv.ParseFloat(now[i][3], 64)
				if score != w[0] || mean-w[1] > 1e-9 || w[1]-mean > 1e-9 {
					t.Errorf("%s: %v and a mean of %v, want %v", then[i][0], score, mean, w)
				}
				continue
			}
			if diff := cmp.Diff(then[i], now[i]); diff != "" {
				t.Errorf("%s, row %d (-before +after):\n%s", sheet, i+1, diff)
			}
		}
	}
	if found != len(want) {
		t.Errorf("%d of %d totals", found, len(want))
	}
}
