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
	"github.com/xuri/excelize/v2"
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

// slip is a workbook in which people slipped.
type slip struct {
	name string
	make func(b *plainBook)
}

const (
	specialists = tableKey + "specialists"
	clients     = tableKey + "clients"
	jobs        = tableKey + "jobs"
)

var slips = []slip{
	{"no keys at all", func(b *plainBook) { b.eachKeyed(func(sheet string) { b.must(b.f.SetCellStr(sheet, "A1", "")) }) }},
	{"no About sheet", func(b *plainBook) { b.must(b.f.DeleteSheet("About")) }},
	{"a newer format", func(b *plainBook) { b.about(aboutFormat, "fidelity/workbook/9") }},
	{"another scale", func(b *plainBook) { b.about(aboutScale, "ips-99@1") }},
	{"another major version", func(b *plainBook) { b.about(aboutScale, "ips-25@7") }},
	{"another edition", func(b *plainBook) { b.about(aboutDigest, "sha256:0"); b.about(aboutVersion, "1.3.0") }},
	{"a sheet without its key", func(b *plainBook) { b.must(b.f.SetCellStr(b.name(specialists), "A1", "")) }},
	{"a sheet deleted", func(b *plainBook) { b.must(b.f.DeleteSheet(b.name(clients))) }},
	{"a sheet twice", func(b *plainBook) {
		_, err := b.f.NewSheet("Copy of it")
		b.must(err)
		b.must(b.f.SetCellStr("Copy of it", "A1", sheetMark+specialists))
	}},
	{"a hidden row lost", func(b *plainBook) { b.must(b.f.SetCellStr(b.name(keyItems), "A2", "")) }},
	{"a hidden row twice", func(b *plainBook) { b.must(b.f.DuplicateRow(b.name(keyItems), 2)) }},
	{"a column twice", func(b *plainBook) { b.must(b.f.SetCellStr(b.name(keyItems), "Z2", "score")) }},
	{"a column of another version", func(b *plainBook) {
		b.must(b.f.SetCellStr(b.name(keyItems), "Z2", "mood"))
		b.must(b.f.SetCellStr(b.name(keyItems), "Z3", "good"))
	}},
	{"a row twice", func(b *plainBook) { b.must(b.f.DuplicateRow(b.name(keyItems), 5)) }},
	{"an error in a cell", func(b *plainBook) {
		cell := b.cell(specialists, "0", "specialists.caseload")
		b.must(b.f.SetCellDefault(b.name(specialists), cell, "x"))
		b.retype = append(b.retype, [2]string{cell, `t="e"><v>#DIV/0!</v>`})
	}},
	{"a formula never worked out", func(b *plainBook) {
		cell := b.cell(specialists, "0", "specialists.caseload")
		b.must(b.f.SetCellDefault(b.name(specialists), cell, ""))
		b.must(b.f.SetCellFormula(b.name(specialists), cell, "SUM(A1:A2)"))
	}},
	{"a formula", func(b *plainBook) {
		b.must(b.f.SetCellFormula(b.name(specialists), b.cell(specialists, "0", "specialists.caseload"), "10+8"))
	}},
	{"a fraction that became a date", func(b *plainBook) {
		b.set(specialists, "0", "specialists.community_time#part", nil)
		b.set(specialists, "0", "specialists.community_time#base", nil)
		b.set(specialists, "0", "specialists.community_time", time.Date(2026, 5, 24, 0, 0, 0, 0, time.UTC))
	}},
	{"a share between 0 and 1", func(b *plainBook) { b.set(specialists, "0", "specialists.employment_time", 0.64) }},
	{"more than all, in a percent cell", func(b *plainBook) {
		style, err := b.f.NewStyle(&excelize.Style{NumFmt: 9})
		b.must(err)
		cell := b.cell(specialists, "0", "specialists.employment_time")
		b.set(specialists, "0", "specialists.employment_time", 64)
		b.must(b.f.SetCellStyle(b.name(specialists), cell, cell, style))
	}},
	{"a comma", func(b *plainBook) { b.set(specialists, "0", "specialists.fte", "0,8") }},
	{"thousands", func(b *plainBook) { b.set(specialists, "0", "specialists.caseload", "1,200") }},
	{"words in a number", func(b *plainBook) { b.set(specialists, "0", "specialists.caseload", "about 20") }},
	{"half a person", func(b *plainBook) { b.set(specialists, "0", "specialists.caseload", 18.5) }},
	{"too much of a person", func(b *plainBook) { b.set(specialists, "0", "specialists.fte", 2) }},
	{"a name for a code", func(b *plainBook) { b.set(clients, "0", "clients.id", "Jo Smith") }},
	{"a code twice", func(b *plainBook) { b.set(clients, "3", "clients.id", "c001") }},
	{"a row without a code", func(b *plainBook) { b.set(clients, "2", "clients.id", nil) }},
	{"rows, and none of them", func(b *plainBook) { b.set(jobs, "evidence.jobs", valueColumn, "there are none") }},
	{"not an answer whether there are any", func(b *plainBook) { b.set(jobs, "evidence.jobs", valueColumn, "plenty") }},
	{"a part without its base", func(b *plainBook) { b.set(specialists, "0", "specialists.community_time#base", nil) }},
	{"a base without its part", func(b *plainBook) { b.set(specialists, "0", "specialists.community_time#part", nil) }},
	{"a percent and hours", func(b *plainBook) { b.set(specialists, "0", "specialists.community_time", 65) }},
	{"weeks, and a usual week", func(b *plainBook) { b.set(specialists, "0", "specialists.employer_contacts", 6) }},
	{"a week that is no number", func(b *plainBook) { b.set(specialists, "0", "specialists.employer_contacts#2", "few") }},
	{"a list of weeks that became a date", func(b *plainBook) {
		for week := 1; week <= 8; week++ {
			b.set(specialists, "0", fmt.Sprintf("specialists.employer_contacts#%d", week), nil)
		}
		b.set(specialists, "0", "specialists.employer_contacts", time.Date(2026, 7, 6, 0, 0, 0, 0, time.UTC))
	}},
	{"not an answer", func(b *plainBook) { b.set(specialists, "0", "specialists.contact_log", "sometimes") }},
	{"y for yes", func(b *plainBook) { b.set(clients, "0", "clients.plan_current", "y") }},
	{"one more than the caseload", func(b *plainBook) { b.set(specialists, "0", "specialists.job_seekers", 99) }},
	{"seen, and still waiting", func(b *plainBook) {
		b.set(clients, "0", "clients.days_to_employer_contact", 12)
		b.set(clients, "0", "clients.days_waiting", 40)
	}},
	{"a member that is neither", func(b *plainBook) { b.set(specialists, "0", "specialists.phases#intake", "a bit") }},
	{"a score of six", func(b *plainBook) { b.set(keyItems, "items.disclosure", "score", 6) }},
	{"half a score", func(b *plainBook) { b.set(keyItems, "items.disclosure", "score", 3.5) }},
	{"not known for a score", func(b *plainBook) { b.set(keyItems, "items.disclosure", "score", "n/a") }},
	{"a source that is neither", func(b *plainBook) { b.set(keyItems, "items.disclosure", "sources#documents", "perhaps") }},
	{"a source that there is not", func(b *plainBook) {
		b.set(keyChecklists, "items.team-contact.facts.weekly-meeting", columnSeen, "hearsay")
	}},
	{"not an answer to a fact", func(b *plainBook) {
		b.set(keyChecklists, "items.team-contact.facts.weekly-meeting", columnAnswer, "mostly")
	}},
	{"a day of two meanings", func(b *plainBook) { b.set(keyService, "visit.from", valueColumn, "05/12/2026") }},
	{"a day that there is not", func(b *plainBook) { b.set(keyService, "visit.from", valueColumn, "31 February 2026") }},
	{"no day of the visit", func(b *plainBook) { b.set(keyService, "visit.from", valueColumn, nil) }},
	{"a visit that ends first", func(b *plainBook) { b.set(keyService, "visit.to", valueColumn, "1 May 2020") }},
	{"no name of the service", func(b *plainBook) { b.set(keyService, "service.name", valueColumn, " ") }},
	{"an id with capitals", func(b *plainBook) { b.set(keyService, "service.id", valueColumn, "Lark Moor") }},
	{"a kind that there is not", func(b *plainBook) { b.set(keyService, "kind", valueColumn, "external") }},
	{"a month in words", func(b *plainBook) { b.set(keyService, "service.started", valueColumn, "last autumn") }},
	{"more than there are", func(b *plainBook) { b.set(keyService, "samples.clients", "of", -1) }},
	{"who worked on it", func(b *plainBook) {
		b.must(b.f.SetDocProps(&excelize.DocProperties{Creator: "Jo Smith", LastModifiedBy: "Sam"}))
	}},
	{"what is kept, broken", func(b *plainBook) { b.must(b.f.SetCellStr("Kept", "B3", "format: [")) }},
	{"many at once", func(b *plainBook) {
		b.set(keyItems, "items.disclosure", "score", 9)
		b.set(specialists, "1", "specialists.fte", "lots")
		b.set(specialists, "0", "specialists.caseload", "#REF!")
		b.set(keyService, "kind", valueColumn, "external")
		b.set(clients, "4", "clients.id", nil)
	}},
}

// eachKeyed calls do for every sheet.
func (b *plainBook) eachKeyed(do func(sheet string)) {
	for i := range b.layout.sheets {
		do(b.layout.sheets[i].name)
	}
}

func (b *plainBook) name(key string) string { return b.layout.sheet(key).name }

func (b *plainBook) cell(sheetKey, row, column string) string {
	return b.cells[sheetKey+"|"+row+"|"+column]
}

func (b *plainBook) about(key, value string) {
	b.must(b.f.SetCellStr(b.name(keyAbout), b.cells[keyAbout+"|"+key], value))
}

func (b *plainBook) must(err error) {
	if err != nil {
		panic(err)
	}
}
