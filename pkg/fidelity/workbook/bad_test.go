package workbook

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// situation is a file that is no good, or not quite.
type situation struct {
	name string
	make func(t testing.TB, good []byte) []byte
}

func just(text string) func(testing.TB, []byte) []byte {
	return func(testing.TB, []byte) []byte { return []byte(text) }
}

func zipped(namesAndTexts ...string) func(testing.TB, []byte) []byte {
	return func(t testing.TB, _ []byte) []byte { return files(t, namesAndTexts...) }
}

func added(name, text string) func(testing.TB, []byte) []byte {
	return func(t testing.TB, good []byte) []byte { return withPart(t, good, name, []byte(text)) }
}

func replaced(part, old, made string) func(testing.TB, []byte) []byte {
	return func(t testing.TB, good []byte) []byte { return edited(t, good, part, old, made) }
}

const (
	typesOf  = `<Types><Override PartName="/a" ContentType="application/vnd.openxmlformats-officedocument.%s.main+xml"/></Types>`
	sheetOne = "xl/worksheets/sheet3.xml"
)

// strangers are files that are not opened at all.
var strangers = []situation{
	{"no bytes", just("")},
	{"a CSV", just("id,fte\nES01,1\n")},
	{"a web page", just("<html><table><tr><td>ES01</td></tr></table></html>")},
	{"a review", just("format: fidelity/review/1\nscale: ips-25@1\n")},
	{"a PDF", just("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")},
	{"an old workbook", func(testing.TB, []byte) []byte { return ole("Workbook") }},
	{"a password", func(testing.TB, []byte) []byte { return ole("EncryptedPackage") }},
	{"a picture", just("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00")},
	{"half of it", func(_ testing.TB, good []byte) []byte { return good[:len(good)/2] }},
	{"all but the end", func(_ testing.TB, good []byte) []byte { return good[:len(good)-10] }},
	{"nothing but the end", func(_ testing.TB, good []byte) []byte { return append([]byte("PK\x03\x04"), good[len(good)-22:]...) }},
	{"an empty zip folder", func(t testing.TB, _ []byte) []byte { return pack(t, nil) }},
	{"a zip folder of something", zipped("notes.txt", "hello")},
	{"LibreOffice", zipped("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", "<x/>")},
	{"LibreOffice Writer", zipped("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", "<x/>")},
	{"Numbers", zipped("Index/Document.iwa", "x", "Metadata/Properties.plist", "x")},
	{"Word", zipped("[Content_Types].xml", fmt.Sprintf(typesOf, "wordprocessingml.document"))},
	{"PowerPoint", zipped("[Content_Types].xml", fmt.Sprintf(typesOf, "presentationml.presentation"))},
	{"a template", zipped("[Content_Types].xml", fmt.Sprintf(typesOf, "spreadsheetml.template"))},
	{"the binary format", zipped("[Content_Types].xml", `<Types><Override ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></Types>`)},
	{"no workbook in it", zipped("[Content_Types].xml", `<Types/>`)},
	{"macros", replaced("[Content_Types].xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml")},
	{"macros in a corner", added("xl/vbaProject.bin", "x")},
	{"too large a file", func(_ testing.TB, good []byte) []byte { return append(bytes.Clone(good), make([]byte, MaxSize)...) }},
	{"one part of 9 MB", added("xl/media/image1.png", strings.Repeat("\x00", 9<<20))},
	{"eleven parts of 7 MB", func(t testing.TB, good []byte) []byte {
		parts := unpack(t, good)
		for i := range 11 {
			parts = append(parts, zipPart{fmt.Sprintf("xl/media/image%d.png", i), make([]byte, 7<<20)})
		}
		return pack(t, parts)
	}},
	{"5 MB from nothing", func(t testing.TB, _ []byte) []byte {
		return pack(t, []zipPart{{"[Content_Types].xml", []byte(fmt.Sprintf(typesOf, "spreadsheetml.sheet"))}, {"xl/a.bin", make([]byte, 5<<20)}})
	}},
	{"a part that is more than it says", func(t testing.TB, _ []byte) []byte {
		return patched(files(t, "[Content_Types].xml", strings.Repeat("<Types/>", 9000)), 22, 24, 10, 4)
	}},
	{"a part that is less than it says", func(t testing.TB, _ []byte) []byte {
		return patched(files(t, "[Content_Types].xml", "<Types/>"), 22, 24, 7<<20, 4)
	}},
	{"a part that is damaged", func(t testing.TB, _ []byte) []byte {
		return patched(files(t, "[Content_Types].xml", "<Types/>"), 14, 16, 12345, 4)
	}},
	{"more parts than are read", func(t testing.TB, good []byte) []byte {
		parts := unpack(t, good)
		for i := range maxParts {
			parts = append(parts, zipPart{fmt.Sprintf("xl/media/image%d.png", i), nil})
		}
		return pack(t, parts)
	}},
	{"a million parts, it says", func(_ testing.TB, good []byte) []byte {
		out := bytes.Clone(good)
		out[len(out)-12], out[len(out)-11] = 0xFF, 0xFF
		return out
	}},
	{"a list of parts that is too long", func(_ testing.TB, good []byte) []byte {
		out := bytes.Clone(good)
		out[len(out)-7] = 0x7F
		return out
	}},
	{"a way out", added("../../etc/passwd", "x")},
	{"a way out on Windows", added(`..\..\autoexec.bat`, "x")},
	{"an absolute path", added("/etc/passwd", "x")},
	{"a path with a drive", added(`C:\autoexec.bat`, "x")},
	{"two parts with one name", added("xl/Workbook.xml", "<x/>")},
	{"folders in folders", added(strings.Repeat("a/", 20)+"b", "x")},
	{"a password of the zip folder", func(t testing.TB, _ []byte) []byte {
		return patched(files(t, "[Content_Types].xml", "<Types/>"), 6, 8, 1, 2)
	}},
	{"a strange way of packing", func(t testing.TB, _ []byte) []byte {
		return patched(files(t, "[Content_Types].xml", "<Types/>"), 8, 10, 99, 2)
	}},
	{"entities", replaced(sheetOne, "?>", `?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>`)},
	{"deep XML", added("xl/custom.xml", strings.Repeat("<a>", 5000)+strings.Repeat("</a>", 5000))},
	{"XML in UTF-16", replaced(sheetOne, `encoding="UTF-8"`, `encoding="UTF-16"`)},
	{"XML that begins like UTF-16", added("xl/custom.xml", "\xFF\xFE<\x00a\x00")},
	{"a row too far", replaced(sheetOne, `<row r="2"`, `<row r="1048576"><c r="B1048576"><v>1</v></c></row><row r="2"`)},
	{"a cell in a row too far", replaced(sheetOne, `<c r="A2"`, `<c r="A1048576"`)},
	{"a column too far", replaced(sheetOne, `<c r="A2"`, `<c r="XFD2"><v>1</v></c><c r="A2"`)},
	{"rows without numbers", replaced(sheetOne, "<sheetData>", "<sheetData>"+strings.Repeat("<row/>", 5000))},
	{"a huge area", func(t testing.TB, good []byte) []byte {
		var rows strings.Builder
		for i := range 1000 {
			fmt.Fprintf(&rows, `<row r="%d"><c r="BXX%d"/></row>`, 5000+i, 5000+i)
		}
		return edited(t, good, sheetOne, "</sheetData>", rows.String()+"</sheetData>")
	}},
	{"no workbook part", func(t testing.TB, good []byte) []byte { return without(t, good, "xl/workbook.xml") }},
	{"a broken workbook part", replaced("xl/workbook.xml", "<sheets>", "<sheets><<")},
	{"a broken sheet", replaced(sheetOne, "<sheetData>", "<sheetData><row r=")},
	{"a text that is not there", replaced(sheetOne, `t="s"><v>`, `t="s"><v>99`)},
}

func TestBadWorkbooks(t *testing.T) {
	file := sample(t, "larkmoor/2026-05.yaml")
	good := newPlainBook(t, file.Review).bytes(t)
	var golden strings.Builder
	for _, s := range strangers {
		data := s.make(t, good)
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		start := time.Now()
		book, problems := Read("book.xlsx", data, shelf)
		took := time.Since(start)
		runtime.ReadMemStats(&after)
		if used := after.TotalAlloc - before.TotalAlloc; took > time.Second || used > 150<<20 {
			t.Errorf("%s: took %s and %d MB", s.name, took, used>>20)
		}
		if book != nil || !problems.Errors() {
			t.Errorf("%s: was read", s.name)
		}
		fmt.Fprintf(&golden, "%s:\n%s\n\n", s.name, problems)
	}
	for _, s := range slips {
		b := newPlainBook(t, file.Review)
		s.make(b)
		_, problems := Read("book.xlsx", b.bytes(t), shelf)
		if len(problems) == 0 {
			t.Errorf("%s: nothing was told", s.name)
		}
		fmt.Fprintf(&golden, "%s:\n%s\n\n", s.name, problems)
	}
	compareGolden(t, filepath.Join("testdata", "bad.golden"), golden.String())
}

func compareGolden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got)\n%s", name, diff)
	}
}
