package workbook

import (
	"fmt"
	"time"

	"github.com/xuri/excelize/v2"
)

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
	{"a row typed over the hints", func(b *plainBook) {
		_, row, err := excelize.CellNameToCoordinates(b.cell(specialists, "0", "specialists.id"))
		b.must(err)
		b.must(b.f.SetCellStr(b.name(specialists), fmt.Sprintf("A%d", row), notesMark))
	}},
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
	{"what is kept, broken", func(b *plainBook) { b.must(b.f.SetCellStr("Kept", "B8", "format: [")) }},
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
