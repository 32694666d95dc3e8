package xlsx

import (
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// readBack prints what another library reads from a workbook.
const readBack = `
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
values = openpyxl.load_workbook(sys.argv[1], data_only=True)
scores, actions = book["Scores"], book["Actions"]
print(json.dumps({
    "sheets": book.sheetnames,
    "tables": [name for sheet in book for name in sheet.tables],
    "formulas": sum(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row),
    "scores": [row[3].value for row in scores.iter_rows(min_row=2) if row[0].value],
    "actions": [row[0].value for row in actions.iter_rows(min_row=2)],
    "when": actions["C2"].value.isoformat(),
    "empty": sum(c.data_type == "f" and values[sheet.title][c.coordinate].value is None for sheet in book for row in sheet.iter_rows() for c in row),
    "charts": sum(len(sheet._charts) for sheet in book),
    "frozen": scores.freeze_panes,
    "title": book.properties.title,
}))`

func TestOpenpyxlReadsIt(t *testing.T) {
	python := needPython(t, "openpyxl")
	doc := full()
	out, err := exec.Command(python, "-W", "ignore", "-c", readBack, save(t, render(t, doc))).CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var got struct {
		Sheets, Tables, Actions []string
		Formulas, Empty, Charts int
		Scores                  []*int
		When, Frozen, Title     string
	}
	if err := json.Unmarshal(out, &got); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if len(got.Sheets) != 9 || len(got.Tables) != 7 || got.Formulas != 4 || got.Empty != 0 || got.Charts != 3 || got.Frozen != "C2" || got.Title != doc.Title || got.When != "2026-09-30T00:00:00" {
		t.Errorf("read back: %+v", got)
	}
	if len(got.Scores) != len(doc.Data.Scores) || len(got.Actions) != len(doc.Data.Actions) {
		t.Fatalf("%d scores and %d actions", len(got.Scores), len(got.Actions))
	}
	for i, r := range doc.Data.Scores {
		if known(got.Scores[i]) != known(r.Score) {
			t.Errorf("score of item %d: %s, want %s", r.Number, known(got.Scores[i]), known(r.Score))
		}
	}
	for i, a := range doc.Data.Actions {
		if got.Actions[i] != a.What {
			t.Errorf("action %q, want %q", got.Actions[i], a.What)
		}
	}
}

func TestLibreOfficePrintsIt(t *testing.T) {
	soffice, pdftotext := needTool(t, "soffice"), needTool(t, "pdftotext")
	book := save(t, render(t, full()))
	dir := filepath.Dir(book)
	// A profile of its own, since two runs cannot share one.
	run := exec.Command(soffice, "-env:UserInstallation=file://"+filepath.ToSlash(filepath.Join(dir, "profile")), "--headless", "--convert-to", "pdf", "--outdir", dir, book)
	if out, err := run.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	out, err := exec.Command(pdftotext, "-layout", filepath.Join(dir, "report.pdf"), "-").CombinedOutput()
	if err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	pages := strings.Split(string(out), "\f")
	for _, want := range []string{"Fidelity report: Larkhill Employment Service", "Independent review · Draft", "102 out of 125", "no performance rating", "Page 1 of "} {
		if !strings.Contains(pages[0], want) {
			t.Errorf("the first page does not say %q:\n%s", want, pages[0])
		}
	}
	// The second page is the scores, the third their charts, the fourth the
	// left part of the items and the fifth the right.
	for page, want := range map[int][]string{
		1: {"Suggested", "■■■■■", "Strength of", "Item number 25"},
		2: {"Score of each item", "then and now", "No score yet: at most"},
		3: {"What we saw", "58 clients", "Frequent team contact"},
		4: {"Item", "Frequent team contact", "is only text", "Sources"},
	} {
		for _, w := range want {
			if !strings.Contains(pages[page], w) {
				t.Errorf("page %d does not say %q:\n%s", page+1, w, pages[page])
			}
		}
	}
	for _, want := range []string{"30 September 2026", "any 1 of 2", "=1+1", "About this workbook"} {
		if !strings.Contains(string(out), want) {
			t.Errorf("no page says %q", want)
		}
	}
}
