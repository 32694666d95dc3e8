package fidelity_test

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

var readIPS25 = sync.OnceValues(func() (*fidelity.Scale, error) { return source.NewShelf(items.FS).Scale("ips-25@1") })

// ips25 returns the IPS-25 scale, read once for all tests.
func ips25(t testing.TB) *fidelity.Scale {
	t.Helper()
	scale, err := readIPS25()
	if err != nil {
		t.Fatal(err)
	}
	return scale
}

// compiled compiles a definition that has to be right.
func compiled(t testing.TB, def fidelity.Definition) *fidelity.Scale {
	t.Helper()
	scale, wrong := fidelity.Compile(def)
	if scale == nil {
		t.Fatal(wrong)
	}
	return scale
}

// failer is what both *testing.T and *rapid.T can do.
type failer interface {
	Helper()
	Fatal(args ...any)
}

// visit is a review under construction. What is not told is not known.
type visit struct {
	t      failer
	review *fidelity.Review
}

func visitOn(t failer, scale *fidelity.Scale) *visit {
	return &visit{t, fidelity.NewReview(scale)}
}

// row adds a row to a table, such as "fte=0.5 caseload=12". Its id is a letter
// and its place.
func (v *visit) row(table, cells string) {
	v.t.Helper()
	row, err := v.review.AddRow(table, fmt.Sprintf("%c%d", table[0], len(v.review.Rows(table))))
	v.must(err)
	for _, cell := range strings.Fields(cells) {
		column, text, _ := strings.Cut(cell, "=")
		v.must(v.setCell(row, table, column, text))
	}
}

// setCell reads a cell as a file would have it. Sets are written a+b, and []
// for none; weeks of a series 6,7,null.
func (v *visit) setCell(row *fidelity.Row, table, column, text string) error {
	t, _ := v.review.Scale().TableAt(table)
	c, ok := v.review.Scale().ColumnAt(t, column)
	if !ok {
		return fmt.Errorf("%s has no column %s", table, column)
	}
	def := &v.review.Scale().Definition().Tables[t].Columns[c]
	switch {
	case def.Kind == fidelity.Set && text != "unknown":
		var places []int
		for _, member := range strings.Split(text, "+") {
			if member == "[]" {
				continue
			}
			place, err := def.ParseMember(member)
			if err != nil {
				return err
			}
			places = append(places, place)
		}
		row.SetAt(c, fidelity.SetValue(places...))
	case def.Kind == fidelity.Series && strings.Contains(text, ","):
		var weeks []fidelity.Number
		for _, week := range strings.Split(text, ",") {
			if week == "null" {
				continue
			}
			n, err := def.ParseWeek(week)
			if err != nil {
				return err
			}
			weeks = append(weeks, n)
		}
		row.SetAt(c, fidelity.SeriesValue(weeks))
	default:
		return row.Set(column, text)
	}
	return nil
}

// facts answers facts of an item, such as "weekly-meeting=yes". "*=yes"
// answers all its yes/no facts, so that the others can be told after it.
func (v *visit) facts(item, answers string) {
	v.t.Helper()
	for _, answer := range strings.Fields(answers) {
		id, text, _ := strings.Cut(answer, "=")
		if id != "*" {
			v.must(v.review.SetFact(item, id, text))
			continue
		}
		at, _ := v.review.Scale().ItemAt(item)
		for _, fact := range v.review.Scale().Items()[at].Facts {
			if fact.Kind == fidelity.YesNo {
				v.must(v.review.SetFact(item, fact.ID, text))
			}
		}
	}
}

func (v *visit) rate(item string, score int) {
	v.t.Helper()
	v.must(v.review.Rate(item, fidelity.Scored(score)))
}

func (v *visit) must(err error) {
	v.t.Helper()
	if err != nil {
		v.t.Fatal(err)
	}
}

// assess returns what is found for one item, and the whole assessment.
func (v *visit) assess(item string) (*fidelity.ItemAssessment, *fidelity.Assessment) {
	v.t.Helper()
	at, ok := v.review.Scale().ItemAt(item)
	if !ok {
		v.t.Fatal("no item " + item)
	}
	a := fidelity.Assess(v.review)
	return &a.Items[at], a
}

// evidence is something that was seen at a visit, for the item at hand.
type evidence func(v *visit, item string)

// seen puts several pieces of evidence together.
func seen(parts ...evidence) evidence {
	return func(v *visit, item string) {
		for _, part := range parts {
			part(v, item)
		}
	}
}

func nothing(*visit, string) {}

func rowsOf(table string, rows []string) evidence {
	return func(v *visit, _ string) {
		v.must(v.review.Look(table, 0))
		for _, row := range rows {
			v.row(table, row)
		}
	}
}

func specialists(rows ...string) evidence { return rowsOf("specialists", rows) }
func clients(rows ...string) evidence     { return rowsOf("clients", rows) }
func jobs(rows ...string) evidence        { return rowsOf("jobs", rows) }

func facts(answers string) evidence {
	return func(v *visit, item string) { v.facts(item, answers) }
}

func rated(score int) evidence {
	return func(v *visit, item string) { v.rate(item, score) }
}

// times repeats a row.
func times(n int, row string) []string { return slices.Repeat([]string{row}, n) }

// scores writes the scores that are possible: "5", or "3-5".
func scores(low, high int) string {
	if low == high {
		return fmt.Sprint(low)
	}
	return fmt.Sprintf("%d-%d", low, high)
}

// missing lists what is missing by the paths of a review file.
func missing(a *fidelity.Assessment, list []fidelity.Missing) []string {
	def := a.Scale().Definition()
	var paths []string
	for _, m := range list {
		switch m.Kind {
		case fidelity.MissingFact:
			it := &def.Items[m.Item]
			paths = append(paths, "items."+it.ID+".facts."+it.Facts[m.Fact].ID)
		case fidelity.MissingCell:
			t := &def.Tables[m.Table]
			paths = append(paths, fmt.Sprintf("evidence.%s[%d].%s", t.ID, m.Row, t.Columns[m.Column].ID))
		case fidelity.MissingTable:
			paths = append(paths, "evidence."+def.Tables[m.Table].ID)
		}
	}
	return paths
}

// flagsOf writes the flags of an item with what they are about, such as
// "left-out rows 1" or "partly facts joint-record".
func flagsOf(a *fidelity.Assessment, it *fidelity.ItemAssessment, item string) []string {
	at, _ := a.Scale().ItemAt(item)
	def := &a.Scale().Items()[at]
	var out []string
	for _, f := range it.Flags {
		text := f.Code
		if f.Measure >= 0 {
			text += " " + def.Measures[f.Measure].ID
		}
		if f.Rows != nil {
			text += " rows" + list(f.Rows)
		}
		if f.Readings != nil {
			text += " readings" + list(f.Readings)
		}
		for i, fact := range f.Facts {
			if i == 0 {
				text += " facts"
			}
			text += " " + def.Facts[fact].ID
		}
		out = append(out, text)
	}
	return out
}

func list(numbers []int) string {
	var b strings.Builder
	for _, n := range numbers {
		fmt.Fprintf(&b, " %d", n)
	}
	return b.String()
}

// num reads a number that has to be one.
func num(text string) fidelity.Number {
	n, err := fidelity.ParseNumber(text)
	if err != nil {
		panic(err) // a slip in the test itself
	}
	return n
}

// span writes what is known of a measure: "20", "80 to 100", "at least 6",
// "not known".
func span(iv fidelity.Interval) string {
	low, hasLow := iv.Low()
	high, hasHigh := iv.High()
	if n, ok := iv.Exact(); ok {
		return n.String()
	}
	switch {
	case hasLow && hasHigh:
		return low.String() + " to " + high.String()
	case hasLow:
		return "at least " + low.String()
	case hasHigh:
		return "at most " + high.String()
	}
	return "not known"
}
