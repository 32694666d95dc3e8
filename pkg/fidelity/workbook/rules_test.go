package workbook

import (
	"encoding/json"
	"html"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// TestEveryCellToFillInHasARule looks at all unlocked cells of a workbook.
func TestEveryCellToFillInHasARule(t *testing.T) {
	r := sampleReviews(t)["larkmoor-2026-05.yaml"]
	for _, c := range []Copy{{}, {For: ForService}, {For: ForReviewer, Reviewer: "r2"}} {
		f := writtenBook(t, write(t, r, c))
		inputs := 0
		for _, sheet := range f.GetSheetList() {
			ruled := ruledCells(t, f, sheet)
			for row := 1; row <= 140; row++ {
				for col := 2; col <= 36; col++ {
					cell, _ := excelize.CoordinatesToCellName(col, row)
					id, err := f.GetCellStyle(sheet, cell)
					if err != nil {
						t.Fatal(err)
					}
					style, err := f.GetStyle(id)
					if err != nil {
						t.Fatal(err)
					}
					if style.Protection == nil || style.Protection.Locked {
						continue
					}
					inputs++
					if !ruled[cell] {
						t.Errorf("%s!%s has no rule", sheet, cell)
					}
				}
			}
		}
		if inputs < 1000 {
			t.Errorf("the copy for %q has %d cells to fill in", c.For, inputs)
		}
	}
}

// ruledCells are the cells that have a rule, whose message is one short text.
func ruledCells(t *testing.T, f *excelize.File, sheet string) map[string]bool {
	t.Helper()
	rules, err := f.GetDataValidations(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, rule := range rules {
		if rule.Error == nil || len(*rule.Error) > 225 || !strings.HasSuffix(strings.TrimSuffix(*rule.Error, "?")+".", ".") {
			t.Errorf("%s!%s: the rule says nothing, or too much", sheet, rule.Sqref)
		}
		for part := range strings.FieldsSeq(rule.Sqref) {
			first, last, ok := strings.Cut(part, ":")
			if !ok {
				last = first
			}
			c1, r1, err1 := excelize.CellNameToCoordinates(first)
			c2, r2, err2 := excelize.CellNameToCoordinates(last)
			if err1 != nil || err2 != nil {
				t.Fatal(err1, err2)
			}
			for c := c1; c <= c2; c++ {
				for r := r1; r <= r2; r++ {
					cell, _ := excelize.CoordinatesToCellName(c, r)
					if out[cell] {
						t.Errorf("%s!%s has two rules", sheet, cell)
					}
					out[cell] = true
				}
			}
		}
	}
	return out
}

func TestANumberIsHeldAgainstItsNeighbour(t *testing.T) {
	f := writtenBook(t, write(t, sampleReviews(t)["larkmoor-2026-05.yaml"], Copy{}))
	rules, err := f.GetDataValidations("Specialists")
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range rules {
		if !strings.HasPrefix(rule.Sqref, "E9:") {
			continue
		}
		const want = `IF(IF(COUNTIFS(E9,">=0")+COUNTIFS(D9,">=0")=2,E9>D9,FALSE),FALSE,IF(COUNTIFS(E9,">=0")=1,E9=ROUND(E9,0),E9="not known"))`
		if html.UnescapeString(rule.Formula1) != want || *rule.Error != "Write a whole number from 0, not above “Caseload”, or: not known." {
			t.Errorf("%s %s", rule.Formula1, *rule.Error)
		}
		return
	}
	t.Error("job seekers have no rule")
}

func TestLimitsAreSaid(t *testing.T) {
	n := func(i int) *fidelity.Number { v := fidelity.Int(i); return &v }
	for _, test := range []struct {
		limits   *fidelity.Limits
		criteria string
		says     string
	}{
		{nil, ">=0", " from 0"},
		{&fidelity.Limits{}, ">=0", ""},
		{&fidelity.Limits{Above: n(0), AtMost: n(1)}, ">0 <=1", " above 0 and up to 1"},
		{&fidelity.Limits{AtLeast: n(1), AtMost: n(9)}, ">=1 <=9", " from 1 to 9"},
		{&fidelity.Limits{AtLeast: n(2)}, ">=2", " from 2"},
		{&fidelity.Limits{Above: n(2)}, ">2", " above 2"},
	} {
		if got := strings.Join(criteria(test.limits), " "); got != test.criteria || sayLimits(test.limits) != test.says {
			t.Errorf("%v: %q and %q", test.limits, got, sayLimits(test.limits))
		}
	}
}

// readValues prints what a program reads that works nothing out.
const readValues = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], data_only=True)
rows = list(book["Preview"].iter_rows(values_only=True))
print(json.dumps({
    "sheets": [s.title for s in book if s.sheet_state == "visible"],
    "scores": [r[4] for r in rows if isinstance(r[1], (int, float))],
    "totals": [r[6] for r in rows if r[1] is None and r[6] is not None],
    "frozen": book["Items"].freeze_panes,
}))`

func TestOtherProgramsSeeTheScoresAtOnce(t *testing.T) {
	t.Parallel()
	python := ""
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if path, err := exec.LookPath(name); err == nil && exec.Command(path, "-c", "import openpyxl").Run() == nil {
			python = path
		}
	}
	if python == "" {
		t.Skip("python3 with openpyxl is missing: it stands for programs that work nothing out")
	}
	r := sampleReviews(t)["larkmoor-2026-05.yaml"]
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := os.WriteFile(path, write(t, r, Copy{}), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(python, "-c", readValues, path).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var got struct {
		Sheets         []string
		Scores, Totals []any
		Frozen         string
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	a := fidelity.Assess(r)
	if len(got.Scores) != len(a.Items) || len(got.Sheets) != 11 || got.Frozen != "C6" {
		t.Fatalf("read back: %+v", got)
	}
	for i := range a.Items {
		if score, ok := a.Items[i].Settled(); ok && got.Scores[i] != float64(score) {
			t.Errorf("item %d: %v, want %d", i+1, got.Scores[i], score)
		}
	}
	total, _ := a.Total.Score.Int()
	if len(got.Totals) != 3 || got.Totals[0] != 25.0 || got.Totals[1] != float64(total) || got.Totals[2] != "Good fidelity" {
		t.Errorf("totals %v, want %d", got.Totals, total)
	}
}
