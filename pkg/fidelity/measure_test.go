package fidelity_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// workbench is a scale of one item for trying a measure. It has the same table
// twice: "all" holds every row there is, "some" is a sample.
func workbench(item fidelity.Item) fidelity.Definition {
	columns := []fidelity.Column{
		{ID: "id", Kind: fidelity.Code},
		{ID: "part", Kind: fidelity.Decimal},
		{ID: "base", Kind: fidelity.Decimal},
		{ID: "instead", Kind: fidelity.Whole},
		{ID: "name", Kind: fidelity.Text},
		{ID: "grade", Kind: fidelity.Choice, Answers: []string{"low", "middle", "high"}},
		{ID: "counts", Kind: fidelity.YesNo, Default: "yes"},
		{ID: "good", Kind: fidelity.YesNo},
		{ID: "fair", Kind: fidelity.YesNo},
		{ID: "tools", Kind: fidelity.Set, Answers: []string{"saw", "plane", "file"}},
		{ID: "weeks", Kind: fidelity.Series},
	}
	item.ID, item.Number, item.Section = "item", 1, "section"
	return fidelity.Definition{
		ID: "workbench", Version: "1.0.0", Scores: fidelity.Scores{Min: 1, Max: 5}, Sections: []string{"section"},
		Tables: []fidelity.Table{{ID: "all", Complete: true, Columns: columns}, {ID: "some", Sampled: true, Columns: columns}},
		Items:  []fidelity.Item{item},
	}
}

func is(name, answer string) fidelity.Condition {
	return fidelity.Condition{Name: name, Op: fidelity.IsAnswer, Answer: answer}
}

func compare(name string, op fidelity.Op, number string) fidelity.Condition {
	return fidelity.Condition{Name: name, Op: op, Number: num(number)}
}

func allOf(parts ...fidelity.Condition) fidelity.Condition { return fidelity.Condition{All: parts} }
func anyOf(parts ...fidelity.Condition) fidelity.Condition { return fidelity.Condition{Any: parts} }

// of writes a measure with what it rests on: "66.6667 (2/3) from 3 of 4".
func of(m *fidelity.Measured) string {
	text := span(m.Interval)
	if m.HasPart || m.HasBase {
		text += fmt.Sprintf(" (%s/%s)", m.Part, m.Base)
	}
	text += fmt.Sprintf(" from %d of %d", m.Used, m.Of)
	for _, note := range m.Notes {
		text += fmt.Sprintf("; %d %s", note.Row, map[fidelity.Why]string{
			fidelity.NotInScope: "not meant", fidelity.ScopeUnknown: "not known whether meant", fidelity.CountedElse: "counted instead", fidelity.TooEarlyElse: "too early",
		}[note.Why])
	}
	return text
}

var (
	ratio       = fidelity.Measure{Calc: fidelity.Ratio, Columns: []string{"part", "base"}}
	percentage  = fidelity.Measure{Calc: fidelity.Ratio, Columns: []string{"part", "base"}, Times: 100}
	ratioWhere  = fidelity.Measure{Calc: fidelity.Ratio, Columns: []string{"part", "base"}, Where: is("good", "yes")}
	mean        = fidelity.Measure{Calc: fidelity.MeanOf, Columns: []string{"part"}}
	weighted    = fidelity.Measure{Calc: fidelity.MeanOf, Columns: []string{"part"}, Weight: "base"}
	middle      = fidelity.Measure{Calc: fidelity.Median, Columns: []string{"part"}}
	middleOf    = fidelity.Measure{Calc: fidelity.Median, Columns: []string{"part"}, Where: is("good", "yes")}
	middleTwice = fidelity.Measure{Calc: fidelity.Median, Columns: []string{"part"}, Times: 2}
	middleElse  = fidelity.Measure{
		Calc: fidelity.Median, Columns: []string{"part"},
		OrElse: &fidelity.OrElse{Column: "instead", Op: fidelity.Above, Number: num("30"), Flag: "waiting"},
	}
	share    = fidelity.Measure{Calc: fidelity.Share, Table: "T", Where: allOf(is("good", "yes"), is("fair", "yes"))}
	count    = fidelity.Measure{Calc: fidelity.Count, Table: "T", Where: is("good", "yes")}
	distinct = fidelity.Measure{Calc: fidelity.Distinct, Columns: []string{"name"}}
	spread   = fidelity.Measure{Calc: fidelity.Spread, Columns: []string{"name"}}
	grades   = fidelity.Measure{Calc: fidelity.Distinct, Columns: []string{"grade"}}
)

// notLooked stands for a table that nobody has looked at.
var notLooked []string

func TestMeasuresOfAllRows(t *testing.T) {
	for _, c := range []struct {
		name     string
		measure  fidelity.Measure
		rows     []string
		complete string
		sampled  string // the same where empty
	}{
		{"ratio: sum over sum", ratio, []string{"part=10 base=1", "part=20 base=0.5"}, "20 (30/1.5) from 2 of 2", ""},
		{"ratio in percent", percentage, []string{"part=1 base=3", "part=1 base=3"}, "33.3333 (2/6) from 2 of 2", ""},
		{"ratio: part missing", ratio, []string{"part=10 base=1", "base=1"}, "not known from 1 of 2", "10 (10/1) from 1 of 2"},
		{"ratio: base missing", ratio, []string{"part=10 base=1", "part=5 base=unknown"}, "not known from 1 of 2", "10 (10/1) from 1 of 2"},
		{"ratio: all missing", ratio, []string{"name=a", "name=b"}, "not known from 0 of 2", ""},
		{"ratio over nothing", ratio, []string{"part=3 base=0"}, "not known (3/0) from 1 of 1", ""},
		{"ratio: no rows", ratio, []string{}, "not known from 0 of 0", ""},
		{"ratio: nobody looked", ratio, notLooked, "not known from 0 of 0", ""},
		{"ratio of some rows", ratioWhere, []string{"part=10 base=1 good=yes", "part=9 base=1 good=no"}, "10 (10/1) from 1 of 2; 1 not meant", ""},
		{
			"ratio: not known whether a row is meant", ratioWhere,
			[]string{"part=10 base=1 good=yes", "part=9 base=1"},
			"not known from 1 of 2; 1 not known whether meant", "10 (10/1) from 1 of 2; 1 not known whether meant",
		},

		{"mean", mean, []string{"part=1", "part=2", "part=4.5"}, "2.5 (0/3) from 3 of 3", ""},
		{"mean: a value missing", mean, []string{"part=1", "part=2", "base=1"}, "not known (0/2) from 2 of 3", "1.5 (0/2) from 2 of 3"},
		{"mean: no rows", mean, []string{}, "not known from 0 of 0", ""},
		{"mean: nobody looked", mean, notLooked, "not known from 0 of 0", ""},
		{"weighted mean", weighted, []string{"part=100 base=1", "part=50 base=0.5"}, "83.3333 (0/2) from 2 of 2", ""},
		{"weighted mean: a weight missing", weighted, []string{"part=100 base=1", "part=50"}, "not known (0/1) from 1 of 2", "100 (0/1) from 1 of 2"},
		{"weighted mean: weights of nothing", weighted, []string{"part=100 base=0"}, "not known (0/1) from 1 of 1", ""},

		{"median of an odd count", middle, []string{"part=9", "part=1", "part=5"}, "5 (0/3) from 3 of 3", ""},
		{"median of an even count: the mean of the middle two", middle, []string{"part=9", "part=1", "part=5", "part=2"}, "3.5 (0/4) from 4 of 4", ""},
		{"median of one", middle, []string{"part=9"}, "9 (0/1) from 1 of 1", ""},
		{"median times two", middleTwice, []string{"part=9"}, "18 (0/1) from 1 of 1", ""},
		{"median: a value missing", middle, []string{"part=9", "part=1", "base=1"}, "not known (0/2) from 2 of 3", "5 (0/2) from 2 of 3"},
		{"median: no value at all", middle, []string{"base=1"}, "not known from 0 of 1", ""},
		{"median: no rows", middle, []string{}, "not known from 0 of 0", ""},
		{"median: nobody looked", middle, notLooked, "not known from 0 of 0", ""},
		{"median of some rows", middleOf, []string{"part=9 good=yes", "part=1 good=no"}, "9 (0/1) from 1 of 2; 1 not meant", ""},
		{
			"median: not known whether a row is meant", middleOf,
			[]string{"part=9 good=yes", "part=1"},
			"not known (0/1) from 1 of 2; 1 not known whether meant", "9 (0/1) from 1 of 2; 1 not known whether meant",
		},
		{"median: counted instead above 30", middleElse, []string{"part=9", "instead=31"}, "20 (0/2) from 2 of 2; 1 counted instead", ""},
		{"median: left out up to 30", middleElse, []string{"part=9", "instead=30"}, "9 (0/1) from 1 of 2; 1 too early", ""},
		{"median: neither known", middleElse, []string{"part=9", "base=1"}, "not known (0/1) from 1 of 2", "9 (0/1) from 1 of 2"},

		{"share of all rows", share, []string{"good=yes fair=yes", "good=yes fair=no", "good=no fair=no"}, "33.3333 (1/3) from 3 of 3", ""},
		{"share: may be in", share, []string{"good=yes fair=yes", "good=yes", "good=no"}, "33.3333 to 66.6667 (1/3) from 2 of 3", ""},
		{"share: one no is enough to be out", share, []string{"good=yes fair=yes", "fair=no"}, "50 (1/2) from 2 of 2", ""},
		{"share of nothing", share, []string{}, "not known (0/0) from 0 of 0", ""},
		{"share: nobody looked", share, notLooked, "not known from 0 of 0", ""},

		{"count", count, []string{"good=yes", "good=yes", "good=no"}, "2 (2/3) from 3 of 3", ""},
		{"count: may be in", count, []string{"good=yes", "fair=yes"}, "1 to 2 (1/2) from 1 of 2", ""},
		{"count of nothing is 0", count, []string{}, "0 (0/0) from 0 of 0", ""},
		{"count: nobody looked", count, notLooked, "not known from 0 of 0", ""},

		{"distinct", distinct, []string{"name=a", "name=b", "name=a", "name=c"}, "75 (3/4) from 4 of 4", ""},
		{"distinct: a cell may repeat or be new", distinct, []string{"name=a", "name=b", "name=a", "fair=no"}, "50 to 75 (2/4) from 3 of 4", ""},
		{"distinct: nothing known is one at least", distinct, []string{"fair=no", "fair=no"}, "50 to 100 (1/2) from 0 of 2", ""},
		{"distinct: no rows", distinct, []string{}, "not known (0/0) from 0 of 0", ""},
		{"distinct: nobody looked", distinct, notLooked, "not known from 0 of 0", ""},
		{"distinct answers", grades, []string{"grade=low", "grade=high", "grade=low"}, "66.6667 (2/3) from 3 of 3", ""},
		{"distinct in a sample: the base is all rows, too", distinct, []string{"name=a", "name=b", "fair=no"}, "66.6667 to 100 (2/3) from 2 of 3", "66.6667 to 100 (2/3) from 2 of 3"},

		{"spread", spread, []string{"name=a", "name=b", "name=a", "name=c"}, "50 (2/4) from 4 of 4", ""},
		{"spread: a cell may be of the commonest or not", spread, []string{"name=a", "name=b", "name=a", "fair=no"}, "25 to 50 (2/4) from 3 of 4", ""},
		{"spread: nothing known", spread, []string{"fair=no", "fair=no"}, "0 to 50 (1/2) from 0 of 2", ""},
		{"spread: no rows", spread, []string{}, "not known (0/0) from 0 of 0", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if c.sampled == "" {
				c.sampled = c.complete
			}
			for table, want := range map[string]string{"all": c.complete, "some": c.sampled} {
				v := visitOn(t, compiled(t, workbench(fidelity.Item{Measures: []fidelity.Measure{over(c.measure, table)}})))
				if c.rows != nil {
					rowsOf(table, c.rows)(v, "")
				}
				it, _ := v.assess("item")
				if got := of(&it.Measures[0]); got != want {
					t.Errorf("%s rows: %s, want %s", table, got, want)
				}
			}
		})
	}
}

// over names the table of a measure's columns.
func over(m fidelity.Measure, table string) fidelity.Measure {
	columns := make([]string, len(m.Columns))
	for i, c := range m.Columns {
		columns[i] = table + "." + c
	}
	m.ID, m.Columns = "m", columns
	if m.Table != "" {
		m.Table = table
	}
	if m.Weight != "" {
		m.Weight = table + "." + m.Weight
	}
	if m.OrElse != nil {
		other := *m.OrElse
		other.Column = table + "." + other.Column
		m.OrElse = &other
	}
	return m
}

func TestMeasuresOfOneRow(t *testing.T) {
	members := fidelity.Measure{Calc: fidelity.Members, Columns: []string{"tools"}, Size: 3}
	value := fidelity.Measure{Calc: fidelity.ValueOf, Columns: []string{"part"}}
	weeks := fidelity.Measure{Calc: fidelity.ValueOf, Columns: []string{"weeks"}}
	larger := fidelity.Measure{Calc: fidelity.LargestOf, Parts: []fidelity.Measure{
		{Calc: fidelity.ValueOf, Columns: []string{"part"}},
		{Calc: fidelity.ValueOf, Columns: []string{"base"}, When: is("good", "yes")},
	}}
	onlyIf := fidelity.Measure{Calc: fidelity.LargestOf, Parts: []fidelity.Measure{
		{Calc: fidelity.ValueOf, Columns: []string{"base"}, When: is("good", "yes")},
	}}
	for _, c := range []struct {
		name    string
		measure fidelity.Measure
		row     string
		want    string
	}{
		{"members of a set", members, "tools=saw+file", "2 (2/3) from 1 of 1"},
		{"members of an empty set", members, "tools=[]", "0 (0/3) from 1 of 1"},
		{"members not known", members, "part=1", "not known (0/3) from 0 of 1"},
		{"a value", value, "part=39.5", "39.5 from 1 of 1"},
		{"a value not known", value, "part=unknown", "not known from 0 of 1"},
		{"a mean of weeks", weeks, "weeks=6,7,null,6", "6.3333 from 1 of 1"},
		{"one figure for all weeks", weeks, "weeks=6.5", "6.5 from 1 of 1"},
		{"no week counted", weeks, "weeks=null,null", "not known from 0 of 1"},
		{"ratio", percentage, "part=1 base=3", "33.3333 (1/3) from 1 of 1"},
		{"ratio with nothing under it", percentage, "part=0 base=0", "not known (0/0) from 0 of 1"},
		{"ratio with an unknown part", percentage, "base=3", "not known from 0 of 1"},
		{"ratio with an unknown base", percentage, "part=3", "not known from 0 of 1"},
		{"larger: the first", larger, "part=5 base=3 good=yes", "5 from 1 of 1"},
		{"larger: the second", larger, "part=3 base=5 good=yes", "5 from 1 of 1"},
		{"larger: the second does not count", larger, "part=3 base=5 good=no", "3 from 1 of 1"},
		{"larger: not known whether the second counts", larger, "part=3 base=5", "3 to 5 from 1 of 1"},
		{"larger: not known whether it counts, but it is smaller", larger, "part=3 base=2", "3 from 1 of 1"},
		{"larger: the first not known", larger, "base=5 good=yes", "at least 5 from 0 of 1"},
		{"larger: the second not known", larger, "part=5 good=yes", "at least 5 from 1 of 1"},
		{"larger: neither known", larger, "good=yes", "not known from 0 of 1"},
		{"largest of one that counts", onlyIf, "base=5 good=yes", "5 from 1 of 1"},
		{"largest of none", onlyIf, "base=5 good=no", "not known from 0 of 0"},
		{"not known whether there is one: nothing is known", onlyIf, "base=5", "not known from 1 of 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			c.measure.ID = "m"
			v := visitOn(t, compiled(t, workbench(fidelity.Item{Each: "all", Measures: []fidelity.Measure{c.measure}})))
			v.row("all", c.row)
			it, _ := v.assess("item")
			if got := of(&it.Rows[0].Measures[0]); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			if got := of(&it.Measures[0]); got != "not known from 0 of 0" {
				t.Errorf("over all rows it is %s", got)
			}
		})
	}
}

// What is looked at decides the words of a measure, so that rows that count
// otherwise than most are named.
func TestRowsThatCountOtherwiseAreNamed(t *testing.T) {
	v := visitOn(t, ips25(t))
	tracked("days_to_employer_contact=20", "days_waiting=90", "days_waiting=10", "in_work_at_start=yes", "in_work_at_start=unknown", "plan_current=no")(v, "rapid-job-search")
	it, a := v.assess("rapid-job-search")
	want := "55 (0/2) from 2 of 6; 1 counted instead; 2 too early; 3 not meant; 4 not known whether meant"
	if got := of(&it.Measures[0]); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	want = "thin days, left-out days rows 2 4, waiting days rows 1"
	if got := strings.Join(flagsOf(a, it, "rapid-job-search"), ", "); got != want {
		t.Errorf("flags %s, want %s", got, want)
	}
}
