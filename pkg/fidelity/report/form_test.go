package report_test

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// checkForm looks at what every format relies on: unique ids, links that lead
// somewhere, rows as long as their columns, and texts that are UTF-8.
func checkForm(t reviewtest.TB, name string, doc *report.Document) {
	t.Helper()
	anchors, tables, links := map[string]bool{}, map[string]bool{}, map[string]bool{}
	unique := func(ids map[string]bool, id string) {
		if id == "" || ids[id] {
			t.Fatal(name, "has the id twice or none:", id)
		}
		ids[id] = true
	}
	for _, s := range doc.Sections {
		unique(anchors, s.ID)
		if s.Heading == "" || len(s.Blocks) == 0 {
			t.Fatal(name, "says nothing in", s.ID)
		}
	}
	visit(doc, func(b report.Block) {
		switch b := b.(type) {
		case report.Group:
			unique(anchors, b.ID)
			if b.Heading == "" || len(b.Blocks) == 0 {
				t.Fatal(name, "says nothing in", b.ID)
			}
		case report.Heading:
			if b.ID != "" {
				unique(anchors, b.ID)
			}
		case report.Table:
			unique(tables, b.ID)
			checkTable(t, name, &b, links)
		case report.Terms:
			for _, term := range b.Rows {
				if term.Name == "" || term.Text == "" {
					t.Fatal(name, "has a term without a name or a text:", term)
				}
			}
		case report.TotalLine:
			checkLine(t, name, &b)
		case report.Chart:
			unique(anchors, b.ID)
			unique(tables, b.Table.ID)
			checkTable(t, name, &b.Table, links)
			checkChart(t, name, &b)
		}
	})
	for link := range links {
		if !anchors[link] {
			t.Fatal(name, "links to nothing:", link)
		}
	}
	for _, text := range texts(t, doc) {
		if !utf8.ValidString(text) {
			t.Fatal(name, "holds a text that is not UTF-8:", text)
		}
	}
}

func checkTable(t reviewtest.TB, name string, table *report.Table, links map[string]bool) {
	t.Helper()
	headers := 0
	for _, c := range table.Columns {
		if c.Head == "" || c.Weight <= 0 {
			t.Fatal(name, table.ID, "has a column without a head or weight:", c)
		}
		if c.Header {
			headers++
		}
	}
	if headers != 1 || table.Caption == "" || len(table.Rows) == 0 && table.Empty == "" {
		t.Fatal(name, table.ID, headers, table.Caption, len(table.Rows), table.Empty)
	}
	for _, row := range table.Rows {
		if len(row) != len(table.Columns) {
			t.Fatal(name, table.ID, "has a row of", len(row), "cells for", len(table.Columns), "columns")
		}
		for _, cell := range row {
			if cell.Link != "" {
				links[cell.Link] = true
			}
			if b := cell.Boxes; b != nil && (b.Low < b.Min || b.High > b.Max || b.Low > b.High || cell.Text == "") {
				t.Fatal(name, table.ID, "has boxes", b)
			}
		}
	}
}

func checkLine(t reviewtest.TB, name string, line *report.TotalLine) {
	t.Helper()
	if line.Low < line.Min || line.High > line.Max || line.Low > line.High || line.Label == "" || line.Alt == "" {
		t.Fatal(name, "has the line", line)
	}
	for i := 1; i < len(line.Bands); i++ {
		if line.Bands[i].From <= line.Bands[i-1].From {
			t.Fatal(name, "has bands out of order:", line.Bands)
		}
	}
}

func TestFormOfDocuments(t *testing.T) {
	for _, review := range []string{reviewtest.Full, reviewtest.Incomplete, reviewtest.Stripped} {
		for name, doc := range documents(t, reviewtest.Assess(t, review)) {
			checkForm(t, review+" "+name, doc)
		}
	}
}

func TestFormOfScalePages(t *testing.T) {
	speaker := reviewtest.Speaker(t)
	checkForm(t, "scale", report.BuildScale(speaker))
	for i, def := range speaker.Scale().Items() {
		checkForm(t, def.ID, report.BuildItem(speaker, i))
	}
}

func TestFormOfRandomDocuments(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := reviewtest.Random(t)
		reader := rapid.SampledFrom(report.Readers()).Draw(t, "reader")
		checkForm(t, string(reader), report.Build(input(t, a, reader)))
		checkForm(t, "plan", report.BuildPlan(input(t, a, report.Team)))
		item := rapid.IntRange(0, len(a.Items)-1).Draw(t, "item")
		checkForm(t, "explanation", report.BuildExplanation(input(t, a, report.Team), item))
	})
}

// codes are those of the rows of evidence: ES01, C001, J001, E001.
var codes = regexp.MustCompile(`\b(ES|C|J|E)[0-9]{2,}\b`)

func TestOnlyTheTeamsCopyNamesCodes(t *testing.T) {
	for _, review := range []string{reviewtest.Full, reviewtest.Incomplete} {
		for name, doc := range documents(t, reviewtest.Assess(t, review)) {
			all := texts(t, doc)
			switch {
			case strings.HasPrefix(name, "team") && !anyCode(all):
				t.Errorf("%s: the team's copy names no codes", review)
			case !strings.HasPrefix(name, "team") && !strings.HasPrefix(name, "explanation") && name != "plan":
				checkNoCode(t, review+" "+name, all)
			}
		}
	}
}

func TestRandomCopiesNameNoCodes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := reviewtest.Random(t)
		reader := rapid.SampledFrom([]report.Reader{report.Full, report.Executive, report.Clinical, report.Commissioner, ""}).Draw(t, "reader")
		checkNoCode(t, string(reader), texts(t, report.Build(input(t, a, reader))))
		checkNoCode(t, "plan", texts(t, report.BuildPlan(input(t, a, report.Full))))
	})
}

func anyCode(all []string) bool {
	for _, text := range all {
		if codes.MatchString(text) {
			return true
		}
	}
	return false
}

func checkNoCode(t reviewtest.TB, name string, all []string) {
	t.Helper()
	for _, text := range all {
		if codes.MatchString(text) {
			t.Fatal(name, "names a code:", text)
		}
	}
}

// checkChart looks at what the drawings rely on: an axis with a length, rows
// with a label and a text, and nothing off the axis.
func checkChart(t reviewtest.TB, name string, c *report.Chart) {
	t.Helper()
	if c.Min >= c.Max || c.Title == "" || c.Alt == "" || len(c.Rows) == 0 {
		t.Fatal(name, "has the chart", c.ID, c.Min, c.Max, c.Title, c.Alt, len(c.Rows))
	}
	for _, row := range c.Rows {
		if row.Label == "" || row.Text == "" || (row.Low == nil) != (row.High == nil) {
			t.Fatal(name, c.ID, "has the row", row)
		}
		for _, at := range []*float64{row.Value, row.Before, row.Low, row.High} {
			if at != nil && (*at < c.Min || *at > c.Max) {
				t.Fatal(name, c.ID, row.Label, "is off the axis:", *at)
			}
		}
	}
}
