package fidelity_test

import (
	"fmt"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// sumUp writes a total: "101", or "60 to 101 with 13 of 25".
func sumUp(s fidelity.Subtotal) string {
	if s.Complete() {
		return s.Score.String()
	}
	return fmt.Sprintf("%s to %s with %d of %d", s.Low, s.High, s.Scored, s.Of)
}

// inBands writes the band, or "?" and the bands that are possible.
func inBands(a *fidelity.Assessment) string {
	bands := a.Scale().Bands()
	if a.Band >= 0 {
		return bands[a.Band].ID
	}
	text := "?"
	for b := max(a.LowBand, 0); b <= a.HighBand; b++ {
		text += " " + bands[b].ID
	}
	return text
}

// totalling is an IPS-25 review whose 25 items are rated so that they add up.
// Disclosure has a 1 as long as the others can make up the total.
func totalling(t failer, scale *fidelity.Scale, total int) *visit {
	v := visitOn(t, scale)
	rest := total - 25
	for _, item := range scale.Items() {
		more := min(rest, 4)
		if item.ID == "disclosure" {
			more = max(total-121, 0)
		}
		v.rate(item.ID, 1+more)
		rest -= more
	}
	return v
}

func TestTotalAndBand(t *testing.T) {
	for total, band := range map[int]string{
		25: "not-ips", 73: "not-ips", 74: "fair", 99: "fair", 100: "good", 114: "good", 115: "exemplary", 125: "exemplary",
	} {
		a := fidelity.Assess(totalling(t, ips25(t), total).review)
		if sumUp(a.Total) != fmt.Sprint(total) || inBands(a) != band || a.LowBand != a.HighBand || a.Total.Max.String() != "125" {
			t.Errorf("%d: %s of %s, %s", total, sumUp(a.Total), a.Total.Max, inBands(a))
		}
		if a.Total.Low.Cmp(a.Total.Score) != 0 || a.Total.High.Cmp(a.Total.Score) != 0 {
			t.Errorf("%d: the range is %s to %s", total, a.Total.Low, a.Total.High)
		}
	}
}

// An item without a score adds a range, and nothing is prorated.
func TestTotalOfWhatIsOpen(t *testing.T) {
	notEnough := func(v *visit) { v.must(v.review.Rate("disclosure", fidelity.NotEnoughEvidence())) }
	for _, c := range []struct {
		name  string
		total int // of all items rated, disclosure at 1
		saw   func(*visit)
		want  string
		bands string
	}{
		{"rated", 105, func(*visit) {}, "105", "good"},
		{"rated, against the evidence", 105, func(v *visit) { v.facts("disclosure", "*=yes") }, "105", "good"},
		{"not scored, nothing known: 1 to 5", 105, unrate, "105 to 109 with 24 of 25", "? good"},
		{"not scored, settled by evidence", 105, func(v *visit) { unrate(v); v.facts("disclosure", "*=yes") }, "109", "good"},
		{"not scored, a range", 105, func(v *visit) { unrate(v); v.facts("disclosure", "*=yes exact-content=unknown") }, "108 to 109 with 24 of 25", "? good"},
		{"not enough evidence: 1 to 5", 105, notEnough, "105 to 109 with 24 of 25", "? good"},
		{"not enough evidence: 1 to 5, whatever the facts say", 105, func(v *visit) { notEnough(v); v.facts("disclosure", "*=yes") }, "105 to 109 with 24 of 25", "? good"},
		{"two bands are possible", 97, unrate, "97 to 101 with 24 of 25", "? fair good"},
		{"certain at both ends, and still no band", 100, unrate, "100 to 104 with 24 of 25", "? good"},
		{"nothing rated", 97, func(v *visit) { *v = *visitOn(v.t, v.review.Scale()) }, "25 to 125 with 0 of 25", "? not-ips fair good exemplary"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := totalling(t, ips25(t), c.total)
			c.saw(v)
			a := fidelity.Assess(v.review)
			if got := sumUp(a.Total); got != c.want {
				t.Errorf("total %s, want %s", got, c.want)
			}
			if got := inBands(a); got != c.bands {
				t.Errorf("bands %s, want %s", got, c.bands)
			}
		})
	}
}

func unrate(v *visit) { v.must(v.review.Rate("disclosure", fidelity.Rating{})) }

func TestSections(t *testing.T) {
	v := totalling(t, ips25(t), 105)
	unrate(v)
	a := fidelity.Assess(v.review)
	for s, want := range []string{"15", "40", "50 to 54 with 13 of 14"} {
		if got := sumUp(a.Sections[s]); got != want {
			t.Errorf("%s: %s, want %s", ips25(t).Definition().Sections[s], got, want)
		}
	}
	for s, want := range []string{"15", "40", "70"} {
		if got := a.Sections[s].Max.String(); got != want {
			t.Errorf("%s has at most %s, want %s", ips25(t).Definition().Sections[s], got, want)
		}
	}
}

// The mean of the items that serve a principle first, and nothing as long as
// one of them is open.
func TestPrinciples(t *testing.T) {
	v := visitOn(t, ips25(t))
	for _, item := range ips25(t).Items() {
		v.rate(item.ID, 3)
	}
	v.rate("team-contact", 4)
	unrate(v)
	a := fidelity.Assess(v.review)
	got := map[string]string{}
	for p, principle := range ips25(t).Definition().Principles {
		mean := a.Principles[p]
		got[principle.ID] = fmt.Sprintf("%d items, %s", mean.Items, mean.Mean)
		if !mean.Known {
			got[principle.ID] = fmt.Sprintf("%d items, open", mean.Items)
		}
	}
	for id, want := range map[string]string{"integration": "2 items, 3.5", "preferences": "4 items, open", "rapid-search": "1 items, 3", "benefits-counselling": "1 items, 3"} {
		if got[id] != want {
			t.Errorf("%s: %s, want %s", id, got[id], want)
		}
	}
}

// Facts are counted by their answers; those that are not asked do not count.
func TestFactsAreCounted(t *testing.T) {
	for _, c := range []struct {
		name, item, facts string
		want              fidelity.FactCount
	}{
		{"the contract's example", "team-contact", "weekly-meeting=yes shared-decisions=yes joint-record=partly near-the-team=no new-referrals=unknown", fidelity.FactCount{Yes: 2, Partly: 1, Unknown: 1, Of: 5}},
		{"nothing known", "team-contact", "", fidelity.FactCount{Unknown: 5, Of: 5}},
		{"ordered answers are known or not", "public-employment-service", "contact=weekly", fidelity.FactCount{Unknown: 1, Of: 2}},
		{"not rural: two facts are not asked", "vocational-unit", "*=no", fidelity.FactCount{Unknown: 3, Of: 8}},
		{"rural: all are asked", "vocational-unit", "*=yes", fidelity.FactCount{Yes: 6, Unknown: 4, Of: 10}},
		{"not known whether rural: all may be asked", "vocational-unit", "", fidelity.FactCount{Unknown: 10, Of: 10}},
	} {
		v := visitOn(t, ips25(t))
		v.facts(c.item, c.facts)
		if it, _ := v.assess(c.item); it.Facts != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, it.Facts, c.want)
		}
	}
}

// Whether a fact is asked may hang on a measure.
func TestFactsMayHangOnAMeasure(t *testing.T) {
	pooled := over(count, "all")
	v := visitOn(t, compiled(t, workbench(fidelity.Item{
		Measures: []fidelity.Measure{pooled},
		Facts:    []fidelity.Fact{{ID: "asked", Kind: fidelity.YesNo, OnlyIf: compare(pooled.ID, fidelity.AtLeast, "2")}},
	})))
	v.row("all", "good=yes")
	if it, _ := v.assess("item"); it.Facts.Of != 0 {
		t.Errorf("asked with one row: %+v", it.Facts)
	}
	v.row("all", "good=yes")
	if it, _ := v.assess("item"); it.Facts.Of != 1 {
		t.Errorf("not asked with two rows: %+v", it.Facts)
	}
}

func TestStates(t *testing.T) {
	for _, c := range []struct {
		name string
		saw  evidence
		want fidelity.State
	}{
		{"nothing known", nothing, fidelity.Open},
		{"a range", facts("*=yes exact-content=unknown"), fidelity.Open},
		{"settled", facts("*=yes"), fidelity.Suggested},
		{"rated", seen(facts("*=yes"), rated(2)), fidelity.Rated},
		{"rated without evidence", rated(2), fidelity.Rated},
		{"not enough evidence, though settled", func(v *visit, item string) {
			v.facts(item, "*=yes")
			v.must(v.review.Rate(item, fidelity.NotEnoughEvidence()))
		}, fidelity.Open},
	} {
		v := visitOn(t, ips25(t))
		c.saw(v, "disclosure")
		if it, _ := v.assess("disclosure"); it.State != c.want {
			t.Errorf("%s: state %d, want %d", c.name, it.State, c.want)
		}
	}
}

// A stripped review keeps its ranges, scores and totals, and has nothing else.
func TestStrippedReview(t *testing.T) {
	v := visitOn(t, ips25(t))
	v.rate("disclosure", 2)
	v.rate("zero-exclusion", 3)
	v.review.Kept = &fidelity.Kept{Items: map[string]fidelity.KeptItem{"disclosure": {Low: 4, High: 5}, "team-contact": {Low: 3, High: 3}, "zero-exclusion": {Low: 3, High: 3}}}
	for item, want := range map[string]string{"disclosure": "4-5 rated differs", "team-contact": "3 suggested", "zero-exclusion": "3 rated", "agency-focus": "1-5 open"} {
		it, a := v.assess(item)
		got := scores(it.Low, it.High) + " " + map[fidelity.State]string{fidelity.Open: "open", fidelity.Suggested: "suggested", fidelity.Rated: "rated"}[it.State]
		for _, flag := range flagsOf(a, it, item) {
			got += " " + flag
		}
		if got != want || it.Next != nil || it.Missing != nil {
			t.Errorf("%s: %s, want %s", item, got, want)
		}
	}
	if _, a := v.assess("disclosure"); sumUp(a.Total) != "30 to 118 with 3 of 25" {
		t.Errorf("total %s", sumUp(a.Total))
	}
}
