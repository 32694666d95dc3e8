package fidelity_test

import (
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// allotment is a made-up scale with little in common with IPS-25: scores from
// 0 to 2, a mean for a total, no bands, and tables of its own. The engine has
// to know it as well as any other.
func allotment() fidelity.Definition {
	yes := func(ids ...string) []fidelity.Fact {
		var facts []fidelity.Fact
		for _, id := range ids {
			facts = append(facts, fidelity.Fact{ID: id, Kind: fidelity.YesNo})
		}
		return facts
	}
	return fidelity.Definition{
		ID: "allotment", Version: "2.3.0", Scores: fidelity.Scores{Min: 0, Max: 2}, Total: fidelity.Mean,
		Sections:   []string{"ground", "people", "water"},
		Principles: []fidelity.Principle{{ID: "soil"}, {ID: "neighbours"}, {ID: "bees"}},
		Tables: []fidelity.Table{
			{ID: "plots", Complete: true, Columns: []fidelity.Column{
				{ID: "id", Kind: fidelity.Code},
				{ID: "beds", Kind: fidelity.Whole},
				{ID: "dug", Kind: fidelity.Whole},
				{ID: "crop", Kind: fidelity.Text},
				{ID: "resting", Kind: fidelity.YesNo, Default: "no"},
			}},
			{ID: "visits", Sampled: true, ThinBelow: 3, Columns: []fidelity.Column{
				{ID: "id", Kind: fidelity.Code},
				{ID: "litres", Kind: fidelity.Decimal},
			}},
		},
		Items: []fidelity.Item{
			{
				ID: "digging", Number: 1, Section: "ground", Primary: "soil", Each: "plots", LeaveOut: is("resting", "yes"),
				Measures: []fidelity.Measure{{ID: "dug", Calc: fidelity.Ratio, Columns: []string{"dug", "beds"}, Times: 100}},
				Anchors:  []fidelity.Anchor{{Score: 1, When: compare("dug", fidelity.Above, "50")}, {Score: 2, When: compare("dug", fidelity.AtLeast, "100")}},
			},
			{
				ID: "crops", Number: 2, Section: "ground", Primary: "soil",
				Measures: []fidelity.Measure{{ID: "kinds", Calc: fidelity.Distinct, Columns: []string{"plots.crop"}}},
				Anchors:  []fidelity.Anchor{{Score: 2, When: compare("kinds", fidelity.Above, "66")}},
			},
			{
				ID: "sharing", Number: 3, Section: "people", Primary: "neighbours", Facts: yes("tools", "seeds", "tea"),
				FromCount: []fidelity.CountScore{{Count: 0, Score: 0}, {Count: 1, Score: 0}, {Count: 2, Score: 1}, {Count: 3, Score: 2}},
			},
			{
				ID: "watering", Number: 4, Section: "water",
				Measures: []fidelity.Measure{{ID: "litres", Calc: fidelity.Median, Columns: []string{"visits.litres"}}},
				Anchors: []fidelity.Anchor{
					{Score: 2, When: allOf(compare("litres", fidelity.AtLeast, "8"), compare("litres", fidelity.Below, "12"))},
					{Score: 1, When: compare("litres", fidelity.AtLeast, "4")},
				},
			},
		},
	}
}

func TestSecondScale(t *testing.T) {
	v := visitOn(t, compiled(t, allotment()))
	rowsOf("plots", []string{"beds=4 dug=4 crop=leeks", "beds=3 dug=2 crop=beans", "beds=2 dug=0 resting=yes crop=grass", "beds=5 crop=leeks"})(v, "")
	rowsOf("visits", []string{"litres=9.5", "litres=14.4"})(v, "")
	v.facts("sharing", "tools=yes seeds=yes tea=unknown")
	for item, want := range map[string]string{
		"digging":  "1-2; missing evidence.plots[3].dug; flags left-out rows 2; next to 2: 2 of 1: dug >= 100 now 66.6667, 3: dug >= 100?",
		"crops":    "2; missing ; flags ; next nothing",
		"sharing":  "1-2; missing items.sharing.facts.tea; flags ; next to 2: 1 of tea?",
		"watering": "1; missing ; flags near-boundary litres, thin litres; next to 2: 1 of litres < 12 now 11.95",
	} {
		it, a := v.assess(item)
		got := scores(it.Low, it.High) + "; missing " + strings.Join(missing(a, it.Missing), " ") +
			"; flags " + strings.Join(flagsOf(a, it, item), ", ") + "; next " + step(a, it, item)
		if got != want {
			t.Errorf("%s: %s\nwant %s", item, got, want)
		}
	}
}

func TestMeanForATotal(t *testing.T) {
	v := visitOn(t, compiled(t, allotment()))
	v.rate("digging", 2)
	v.rate("crops", 0)
	v.rate("sharing", 1)
	_, a := v.assess("watering")
	if got := sumUp(a.Total); got != "0.75 to 1.25 with 3 of 4" || a.Total.Max.String() != "2" {
		t.Errorf("open: %s of %s", got, a.Total.Max)
	}
	v.rate("watering", 2)
	_, a = v.assess("watering")
	if got := sumUp(a.Total); got != "1.25" {
		t.Errorf("total %s, want 1.25", got)
	}
	for s, want := range []string{"1", "1", "2"} {
		if got := sumUp(a.Sections[s]); got != want {
			t.Errorf("section %d: %s, want %s", s, got, want)
		}
	}
	if got := inBands(a); got != "?" || a.LowBand != -1 || a.HighBand != -1 {
		t.Errorf("bands %s of a scale that has none", got)
	}
	if p := a.Principles; !p[0].Known || p[0].Mean.String() != "1" || p[1].Items != 1 || p[2].Known || p[2].Items != 0 {
		t.Errorf("principles %v", p)
	}
	if low, high := a.Scale().TotalRange(); low.String() != "0" || high.String() != "2" {
		t.Errorf("totals from %s to %s", low, high)
	}
}

func TestScaleNamesItsParts(t *testing.T) {
	s := compiled(t, allotment())
	if s.ID() != "allotment" || s.Version() != "2.3.0" || s.Major() != "2" || s.Ref() != "allotment@2" || s.Method() != fidelity.Mean || s.Scores() != (fidelity.Scores{Min: 0, Max: 2}) {
		t.Errorf("%s %s %s %s", s.ID(), s.Version(), s.Major(), s.Ref())
	}
	item, ok := s.ItemAt("sharing")
	if fact, ok2 := s.FactAt(item, "tea"); !ok || !ok2 || item != 2 || fact != 2 {
		t.Error("sharing or its tea is not found")
	}
	table, ok := s.TableAt("visits")
	if column, ok2 := s.ColumnAt(table, "litres"); !ok || !ok2 || table != 1 || column != 1 {
		t.Error("the litres of visits are not found")
	}
	for _, found := range []func() (int, bool){
		func() (int, bool) { return s.ItemAt("weeding") },
		func() (int, bool) { return s.FactAt(item, "coffee") },
		func() (int, bool) { return s.TableAt("sheds") },
		func() (int, bool) { return s.ColumnAt(table, "crop") },
		func() (int, bool) { return s.LimitedBy(table, 1) },
	} {
		if at, ok := found(); ok {
			t.Errorf("found something at %d", at)
		}
	}
	if by, ok := ips25(t).LimitedBy(0, 3); !ok || by != 2 {
		t.Errorf("job_seekers is limited by column %d, %t; want caseload", by, ok)
	}
}

// Totals under the lowest band of a scale have none.
func TestTotalsUnderTheLowestBand(t *testing.T) {
	def := allotment()
	def.Bands = []fidelity.Band{{ID: "blooming", From: num("1.5")}, {ID: "green", From: num("0.5")}}
	s := compiled(t, def)
	for total, want := range map[string]int{"0": -1, "0.4999": -1, "0.5": 0, "1.25": 0, "1.5": 1, "2": 1} {
		if got := s.BandFrom(num(total)); got != want {
			t.Errorf("%s lies in band %d, want %d", total, got, want)
		}
	}
	if bands := s.Bands(); bands[0].ID != "green" || bands[1].ID != "blooming" {
		t.Errorf("bands %v are not from the lowest up", bands)
	}
}
