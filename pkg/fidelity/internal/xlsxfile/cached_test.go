package xlsxfile

import (
	"bytes"
	"io"
	"testing"

	"github.com/xuri/excelize/v2"
)

func TestFormulasHaveTheirValues(t *testing.T) {
	build := func() []byte {
		f := excelize.NewFile()
		defer func() { _ = f.Close() }()
		var cached Cached
		set := func(cell, formula string, value float64) {
			if err := f.SetCellFloat("Sheet1", cell, value, -1, 64); err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellFormula("Sheet1", cell, formula); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.SetCellStr("Sheet1", "A1", ` t="str"><f>no formula</f><v>`); err != nil {
			t.Fatal(err)
		}
		set("A2", "40+5", 45)
		set("A3", `IF(A2>5,"Good & <fair>","Low")`, cached.Text("Good & <fair>"))
		set("A4", `IF(A2>5,"","Low")`, cached.Text(""))
		if err := f.SetCellFormula("Sheet1", "A5", "1/4"); err != nil {
			t.Fatal(err)
		}
		set("A6", "1/8", 0.125)
		var buf bytes.Buffer
		if err := f.Write(&buf); err != nil {
			t.Fatal(err)
		}
		out, err := Finish(buf.Bytes(), &cached)
		if err != nil {
			t.Fatal(err)
		}
		var collected Parts
		f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &collected })
		if err := f.Write(io.Discard); err != nil {
			t.Fatal(err)
		}
		if other, err := collected.Finish(&cached); err != nil || !bytes.Equal(out, other) {
			t.Fatalf("parts that are collected give another file (error: %v)", err)
		}
		return out
	}
	raw := build()
	for range 5 {
		if !bytes.Equal(raw, build()) {
			t.Fatal("the same content gives other bytes")
		}
	}
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	for cell, want := range map[string]string{"A1": ` t="str"><f>no formula</f><v>`, "A2": "45", "A3": "Good & <fair>", "A4": "", "A5": "", "A6": "0.125"} {
		if got, err := f.GetCellValue("Sheet1", cell); err != nil || got != want {
			t.Errorf("%s: %q (error: %v), want %q", cell, got, err, want)
		}
	}
	if got, _ := f.GetCellFormula("Sheet1", "A3"); got != `IF(A2>5,"Good & <fair>","Low")` {
		t.Errorf("formula %s", got)
	}
}
