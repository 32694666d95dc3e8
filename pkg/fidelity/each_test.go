package fidelity_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// perRow writes the scores of the rows: "5", "1-5", "left out", "1-5 if it
// counts".
func perRow(it *fidelity.ItemAssessment) string {
	var rows []string
	for _, row := range it.Rows {
		text := scores(row.Low, row.High)
		switch row.LeftOut {
		case fidelity.Yes:
			text = "left out"
		case fidelity.Maybe:
			text += " if it counts"
		case fidelity.No:
		}
		rows = append(rows, text)
	}
	return strings.Join(rows, ", ")
}

func TestRowByRow(t *testing.T) {
	const five, four, one = "community_time=65", "community_time=50", "community_time=0"
	for _, c := range []struct {
		name, item string
		saw        evidence
		rows       string
		mean       string
		want       string
	}{
		{"each row has its score", "community-services", specialists(five, four, one), "5, 4, 1", "3.3333", "3"},
		{"rows count alike, whatever their size", "community-services", specialists("fte=1 "+five, "fte=0.1 "+one), "5, 1", "3", "3"},
		{"the mean is rounded half up", "community-services", specialists(five, four, five, four), "5, 4, 5, 4", "4.5", "5"},
		{"low is the mean of lows, high of highs", "community-services", specialists(five, "fte=1"), "5, 1-5", "3 to 5", "3-5"},
		{"the ends are rounded one by one", "community-services", specialists(five, five, five, "fte=1"), "5, 5, 5, 1-5", "4 to 5", "4-5"},
		{"many rows can settle it in spite of one", "community-services", specialists(append(times(9, five), "fte=1")...), "5, 5, 5, 5, 5, 5, 5, 5, 5, 1-5", "4.6 to 5", "5"},
		{"no rows", "community-services", specialists(), "", "not known", "1-5"},
		{"nobody has looked", "community-services", nothing, "", "not known", "1-5"},
		{"a row that is left out does not count", "team-assignment", specialists("teams=1 caseload=10 team_caseload=10", "teams=1 caseload=0"), "5, left out", "5", "5"},
		{"all are left out", "team-assignment", specialists("caseload=0", "caseload=0"), "left out, left out", "not known", "1-5"},
		{"it may be left out", "team-assignment", specialists("teams=1 caseload=10 team_caseload=10", "teams=1"), "5, 1-5 if it counts", "3 to 5", "3-5"},
		{"a good row that may be left out", "employer-contact-quality", specialists("contact_quality=builds-relationships", "job_seekers=unknown contact_quality=builds-relationships"), "5, 1-5 if it counts", "3 to 5", "3-5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := visitOn(t, ips25(t))
			c.saw(v, c.item)
			it, _ := v.assess(c.item)
			if got := perRow(it); got != c.rows {
				t.Errorf("rows %s, want %s", got, c.rows)
			}
			if got := span(it.RowMean); got != c.mean {
				t.Errorf("mean %s, want %s", got, c.mean)
			}
			if got := scores(it.Low, it.High); got != c.want {
				t.Errorf("scores %s, want %s", got, c.want)
			}
		})
	}
}

// Two readings are of the item as a whole, so that rows are not read twice.
func TestRowsAreReadOneWayOnly(t *testing.T) {
	v := visitOn(t, compiled(t, workbench(fidelity.Item{
		Each: "all", CrossCheck: fidelity.CrossCheck{AnyAlone: true},
		Anchors: []fidelity.Anchor{{Score: 5, When: anyOf(is("good", "yes"), is("fair", "yes"))}},
	})))
	v.row("all", "good=yes fair=no")
	if it, a := v.assess("item"); perRow(it) != "5" || len(it.Flags) != 0 {
		t.Errorf("rows %s, flags %s", perRow(it), flagsOf(a, it, "item"))
	}
}

// A row is measured by itself, and the item shows its measures with the row.
func TestMeasuresOfEachRow(t *testing.T) {
	v := visitOn(t, ips25(t))
	v.row("specialists", "fte=1 employer_contacts=6 contact_log=kept")
	v.row("specialists", "fte=0.5 job_seekers=1 employer_contacts=1 contact_log=kept")
	v.row("specialists", "fte=0.5 contact_log=kept")
	it, _ := v.assess("employer-contact-frequency")
	var got []string
	for _, row := range it.Rows {
		got = append(got, fmt.Sprintf("%d: %s", row.Row, of(&row.Measures[0])))
	}
	want := []string{"0: 6 (6/1) from 1 of 1", "1: 3 (1/1) from 1 of 1", "2: not known from 0 of 1"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// An anchor may ask for measures of one row, of all rows, and facts together.
func TestRowsMeetMeasuresOfAllRows(t *testing.T) {
	item := fidelity.Item{
		Each: "all",
		Measures: []fidelity.Measure{
			{ID: "own", Calc: fidelity.ValueOf, Columns: []string{"part"}},
			{ID: "pooled", Calc: fidelity.Count, Table: "all"},
		},
		Facts: []fidelity.Fact{{ID: "checked", Kind: fidelity.YesNo}},
		Anchors: []fidelity.Anchor{
			{Score: 5, When: allOf(compare("own", fidelity.AtLeast, "10"), compare("pooled", fidelity.AtLeast, "2"), is("checked", "yes"))},
			{Score: 2, When: compare("own", fidelity.AtLeast, "10")},
		},
	}
	scale := compiled(t, workbench(item))
	for _, c := range []struct {
		name  string
		rows  []string
		facts string
		want  string
	}{
		{"all there", []string{"part=10", "part=12"}, "checked=yes", "5, 5"},
		{"one falls short", []string{"part=10", "part=9"}, "checked=yes", "5, 1"},
		{"too few rows in all", []string{"part=10"}, "checked=yes", "2"},
		{"the fact is open for every row", []string{"part=10", "part=9"}, "", "2-5, 1"},
	} {
		v := visitOn(t, scale)
		rowsOf("all", c.rows)(v, "item")
		v.facts("item", c.facts)
		it, _ := v.assess("item")
		if got := perRow(it); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}
