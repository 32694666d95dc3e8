package workbook

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// needProgram skips a test that cannot run without a program.
func needProgram(t *testing.T, name string) string {
	t.Helper()
	if testing.Short() {
		t.Skip("starts another program")
	}
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed", name)
	}
	return path
}

// convert has LibreOffice save all files of a folder anew, into another folder.
func convert(t *testing.T, soffice, profile, format, pattern, into string) {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("%s: %d files, %v", pattern, len(names), err)
	}
	args := append([]string{"-env:UserInstallation=file://" + filepath.ToSlash(profile), "--headless", "--convert-to", format, "--outdir", into}, names...)
	if out, err := exec.Command(soffice, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
}

// saved are reviews that other programs save again: complete, with gaps, with
// odd texts.
var saved = []string{"larkmoor/2026-05.yaml", "hollowfen/2026-02.yaml", "testdata/full.yaml", "testdata/incomplete.yaml"}

func TestLibreOfficeSavesThemAgain(t *testing.T) {
	soffice := needProgram(t, "soffice")
	dir := t.TempDir()
	reviews := map[string]*fidelity.Review{}
	for i, name := range saved {
		reviews[fmt.Sprint("sample-", i)] = sample(t, name).Review
	}
	gen := rapid.Custom(randomReview)
	for seed := range 3 {
		reviews[fmt.Sprint("random-", seed)] = gen.Example(seed)
	}
	for base, review := range reviews {
		if err := os.WriteFile(filepath.Join(dir, base+".xlsx"), write(t, review, Copy{}), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	profile := filepath.Join(dir, "profile")
	convert(t, soffice, profile, "xlsx", filepath.Join(dir, "*.xlsx"), filepath.Join(dir, "again"))
	convert(t, soffice, profile, "ods", filepath.Join(dir, "*.xlsx"), filepath.Join(dir, "ods"))
	convert(t, soffice, profile, "xlsx", filepath.Join(dir, "ods", "*.ods"), filepath.Join(dir, "back"))
	for base, review := range reviews {
		for _, folder := range []string{"again", "back"} {
			t.Run(folder+"/"+base, func(t *testing.T) {
				data, err := os.ReadFile(filepath.Join(dir, folder, base+".xlsx"))
				if err != nil {
					t.Fatal(err)
				}
				comesBack(t, review, data)
			})
		}
	}
}

// rearrange is what people do to workbooks: new columns, rows and sheets, other
// orders, other names, and what they do not need is deleted.
const rearrange = `
import sys
import openpyxl
for old, new in zip(sys.argv[1::2], sys.argv[2::2]):
    book = openpyxl.load_workbook(old)
    for sheet in book.worksheets:
        sheet.data_validations.dataValidation = []
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        sheet.insert_rows(2, 2)
        sheet["B2"] = "A note of our own: 12"
        key = 1
        keyed = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, key).value]
        for row in reversed(keyed):  # rows that are for people
            if sheet.cell(row, key).value == "~":
                sheet.delete_rows(row)
        keyed = [row for row in range(1, sheet.max_row + 1) if sheet.cell(row, key).value]
        grids = [row for row in keyed if sheet.cell(row, key).value[:1] != "#" and not sheet.cell(row, key).value.startswith("fidelity:")]
        for above, below in zip(grids, grids[1:]):  # neighbours change places
            if below == above + 1 and above % 2:
                for column in range(1, sheet.max_column + 1):
                    a, b = sheet.cell(above, column), sheet.cell(below, column)
                    a.value, b.value = b.value, a.value
                    a.number_format, b.number_format = b.number_format, a.number_format
        width = sheet.max_column
        for left in range(2, width // 2 + 1):  # columns from the other side
            for row in range(1, sheet.max_row + 1):
                a, b = sheet.cell(row, left), sheet.cell(row, width + 2 - left)
                a.value, b.value = b.value, a.value
                a.number_format, b.number_format = b.number_format, a.number_format
        sheet.insert_cols(1, 2)
        sheet.insert_cols(5)
        sheet.title = "Our " + sheet.title[:20]
    book.move_sheet(book.worksheets[2], 5)
    book.move_sheet(book.worksheets[0], 3)
    book.create_sheet("Notes", 1)["A1"] = "fidelity is high"
    for unused in [s for s in book.worksheets if s.title in ("Our Preview", "Our Start here")]:
        book.remove(unused)
    book.properties.creator = book.properties.lastModifiedBy = None
    book.save(new)
`

func TestAScriptRearrangesThem(t *testing.T) {
	python := needOpenpyxl(t)
	dir := t.TempDir()
	args := []string{"-c", rearrange}
	for i, name := range saved {
		old := filepath.Join(dir, fmt.Sprint(i, ".xlsx"))
		if err := os.WriteFile(old, write(t, sample(t, name).Review, Copy{}), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, old, filepath.Join(dir, fmt.Sprint(i, "-new.xlsx")))
	}
	if out, err := exec.Command(python, args...).CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	for i, name := range saved {
		data, err := os.ReadFile(filepath.Join(dir, fmt.Sprint(i, "-new.xlsx")))
		if err != nil {
			t.Fatal(err)
		}
		comesBack(t, sample(t, name).Review, data)
	}
}

// needOpenpyxl skips a test unless there is a Python with openpyxl. The first
// Python on the path need not be the one that it was installed for.
func needOpenpyxl(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("starts another program")
	}
	for _, name := range []string{"python3", "/usr/bin/python3"} {
		if path, err := exec.LookPath(name); err == nil && exec.Command(path, "-c", "import openpyxl").Run() == nil {
			return path
		}
	}
	t.Skip("python3 with openpyxl is not installed")
	return ""
}
