package xlsx

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// manyRows is a document whose tidy table has so many rows.
func manyRows(n int) *report.Document {
	doc := tidy()
	t := doc.Data.Tidy
	t.Columns = append(t.Columns, report.Column{Head: "note", Weight: 1})
	t.Rows = nil
	for i := range n {
		mean := float64(i) / 8
		row := []report.Cell{{Text: fmt.Sprint("site-", i)}, {Text: fmt.Sprint(mean), Number: &mean}, {Text: []string{"", "=1+1", "12", "_x0041_ & <b>", "two\nlines", " room ", "@lead"}[i%7]}}
		t.Rows = append(t.Rows, row[:3-i%11/10])
	}
	return doc
}

// A sheet that is written row by row says the same as one that is not, in the
// same dress.
func TestStreamedSheetsAreTheSame(t *testing.T) {
	whole, streamed := render(t, manyRows(streamFrom)), render(t, manyRows(streamFrom+1))
	few, many := open(t, whole), open(t, streamed)
	want, got := rows(t, few, sheetData, 3), rows(t, many, sheetData, 3)
	if len(got) != streamFrom+2 {
		t.Fatalf("%d rows", len(got))
	}
	if diff := cmp.Diff(want, got[:len(want)]); diff != "" {
		t.Errorf("(-whole +streamed):\n%s", diff)
	}
	for _, at := range []string{"A1", "B1", "A2", "B2", "C2", "C3", "C4", "C8", "B40"} {
		var looks [2]*excelize.Style
		for i, f := range []*excelize.File{few, many} {
			id, err := f.GetCellStyle(sheetData, at)
			if err != nil {
				t.Fatal(err)
			}
			if looks[i], err = f.GetStyle(id); err != nil {
				t.Fatal(err)
			}
			if formula, err := f.GetCellFormula(sheetData, at); formula != "" || err != nil {
				t.Errorf("%s holds the formula %q, %v", at, formula, err)
			}
		}
		if diff := cmp.Diff(looks[0], looks[1]); diff != "" {
			t.Errorf("%s (-whole +streamed):\n%s", at, diff)
		}
	}
	if !bytes.Equal(streamed, render(t, manyRows(streamFrom+1))) {
		t.Error("the same document gave other bytes")
	}
	// What comes before and after the rows in the part.
	before, after := around(t, whole)
	sBefore, sAfter := around(t, streamed)
	for _, part := range []string{"<dimension", "<pane ", "<cols>", `fitToPage="true"`} {
		if !strings.Contains(before, part) || !strings.Contains(sBefore, part) {
			t.Errorf("%s is not in\n%s\n%s", part, before, sBefore)
		}
	}
	for _, part := range []string{"<pageMargins", "<pageSetup", "<headerFooter", "<ignoredError", "<tableParts"} {
		if !strings.Contains(after, part) || !strings.Contains(sAfter, part) {
			t.Errorf("%s is not in\n%s\n%s", part, after, sAfter)
		}
	}
}

// around is what the part of the data sheet has before its rows and after.
func around(t *testing.T, raw []byte) (before, after string) {
	t.Helper()
	for name, body := range parts(t, raw) {
		if strings.HasPrefix(name, "xl/worksheets/sheet") && strings.Contains(body, `<c r="B40"`) {
			before, body, _ = strings.Cut(body, "<sheetData>")
			_, after, _ = strings.Cut(body, "</sheetData>")
		}
	}
	return before, after
}

func TestOtherProgramsReadStreamedSheets(t *testing.T) {
	python := needPython(t, "openpyxl")
	name := save(t, render(t, manyRows(streamFrom+3)))
	// It leaves escapes such as _x005F_ as they stand, which Excel reads.
	script := "import sys, openpyxl; s = openpyxl.load_workbook(sys.argv[1])['Data']; print(s.max_row, s['A5003'].value, s['B5003'].value, s['C3'].value, repr(s['C4'].value), list(s.tables))"
	out, err := exec.Command(python, "-c", script, name).CombinedOutput()
	if want := "5004 site-5001 625.125 =1+1 '12' ['Tidy']\n"; err != nil || string(out) != want {
		t.Errorf("%v\n got %swant %s", err, out, want)
	}
}

func TestStreamedNumbersAreFinite(t *testing.T) {
	doc := manyRows(streamFrom + 1)
	zero := 0.0
	nan := zero / zero
	doc.Data.Tidy.Rows[7][1].Number = &nan
	if _, err := Render(doc); err == nil || !strings.Contains(err.Error(), "not a number that a cell can hold") {
		t.Errorf("%v", err)
	}
}

func BenchmarkRenderManyRows(b *testing.B) {
	doc := manyRows(62500)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Render(doc); err != nil {
			b.Fatal(err)
		}
	}
}
