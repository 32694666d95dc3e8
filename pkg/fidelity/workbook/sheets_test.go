package workbook_test

import (
	"slices"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/workbook"
)

func TestSheets(t *testing.T) {
	f := excelize.NewFile()
	defer func() { _ = f.Close() }()
	if _, err := f.NewSheet("Mr Smith"); err != nil {
		t.Fatal(err)
	}
	if err := f.SetSheetVisible("Mr Smith", false); err != nil {
		t.Fatal(err)
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	if got := workbook.Sheets(data.Bytes()); !slices.Equal(got, []string{"Sheet1", "Mr Smith"}) {
		t.Error(got)
	}
	if got := workbook.Sheets([]byte("PK\x03\x04 no workbook")); got != nil {
		t.Error(got)
	}
}
