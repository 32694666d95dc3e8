package workbook

import (
	"slices"
	"testing"
	"time"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

const sheetFour = "xl/worksheets/sheet4.xml"

// FuzzRead looks for workbooks that bring the reader down, take it long, or are
// read as a review that cannot be written.
func FuzzRead(f *testing.F) {
	file := sample(f, "testdata/incomplete.yaml")
	good := newPlainBook(f, file.Review).bytes(f)
	f.Add(good)
	f.Add(good[:len(good)/2])
	for _, s := range strangers {
		if data := s.make(f, good); len(data) < 100_000 {
			f.Add(data)
		}
	}
	parts := unpack(f, good)
	for _, p := range parts {
		if p.name == sheetFour {
			f.Add(p.data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 0 && data[0] == '<' {
			// What looks like XML is a sheet of a good workbook: few changes to a
			// zipped file come as far as that.
			parts := slices.Clone(parts)
			for i := range parts {
				if parts[i].name == sheetFour {
					parts[i].data = data
				}
			}
			data = pack(t, parts)
		}
		start := time.Now()
		book, problems := Read("book.xlsx", data, shelf)
		if took := time.Since(start); took > 5*time.Second {
			t.Fatalf("took %s", took)
		}
		if (book == nil) != problems.Errors() {
			t.Fatal(problems)
		}
		if book == nil {
			return
		}
		if again, problems := source.ReadReview("again.yaml", source.FormatReview(book.File.Review), shelf); again == nil {
			t.Fatal(problems)
		}
	})
}

// FuzzScan looks for XML that brings the scanner down.
func FuzzScan(f *testing.F) {
	for _, text := range []string{"<a><b/></a>", `<row r="1"><c r="A1" t="s"><v>1</v></c></row>`, "<!DOCTYPE a>", "<", "<a b='>'/>", "<c r", "<r=", "\xFF\xFE"} {
		f.Add([]byte(text))
	}
	f.Fuzz(func(_ *testing.T, data []byte) { _, _ = scan(data) })
}

// FuzzCells looks for texts of cells that bring the reader down.
func FuzzCells(f *testing.F) {
	for _, text := range []string{"64%", "24/37.5", "6, 7, -, 6", "12 May 2026", "n/a", "1e308", "46154", "[", "/", "05/12/2026", "May 2026"} {
		f.Add(text, uint8(4), true)
	}
	f.Fuzz(func(_ *testing.T, text string, kind0 uint8, flag bool) {
		q := question{kind: kind(kind0 % 12), unknown: flag, weeks: !flag, answers: []answer{{"yes", "yes"}}}
		for _, k := range []cellKind{gotText, gotNumber, gotYesNo, gotError} {
			for _, format := range []numberFormat{asNumber, asPercent, asDate, asTime} {
				_, _, _ = typed(q, cell{kind: k, text: text, format: format})
			}
		}
	})
}
