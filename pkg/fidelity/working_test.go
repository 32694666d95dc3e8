package fidelity_test

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// redo writes what became of each row: "in", "out" or "?", with the reason.
func redo(list []fidelity.Counting) string {
	var out []string
	for _, c := range list {
		text := map[fidelity.Truth]string{fidelity.Yes: "in", fidelity.No: "out", fidelity.Maybe: "?"}[c.Counted]
		switch c.Why {
		case fidelity.NotInScope:
			text += " not meant"
		case fidelity.ScopeUnknown:
			text += " not known whether meant"
		case fidelity.CountedElse:
			text += " instead"
		case fidelity.TooEarlyElse:
			text += " too early"
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}

func TestWorking(t *testing.T) {
	elseWeighted := middleElse
	elseWeighted.Calc, elseWeighted.Weight = fidelity.MeanOf, "base"
	for _, c := range []struct {
		name    string
		measure fidelity.Measure
		rows    []string
		want    string
	}{
		{"ratio", ratio, []string{"part=1 base=2", "part=1", "base=2"}, "in, ?, ?"},
		{"ratio of some rows", ratioWhere, []string{"part=1 base=2 good=yes", "good=no", "part=1 base=2"}, "in, out not meant, ? not known whether meant"},
		{"mean", mean, []string{"part=1", "base=1"}, "in, ?"},
		{"weighted mean", weighted, []string{"part=1 base=1", "part=1", "base=1"}, "in, ?, ?"},
		{"median with another column", middleElse, []string{"part=1", "instead=31", "instead=30", "base=1"}, "in, in instead, out too early, ?"},
		{"what is left out needs no weight", elseWeighted, []string{"instead=30", "instead=31", "instead=31 base=1"}, "out too early, ? instead, in instead"},
		{"share", share, []string{"good=yes fair=yes", "good=yes", "fair=no"}, "in, ?, out"},
		{"count", count, []string{"good=yes", "good=no", "fair=no"}, "in, out, ?"},
		{"distinct", distinct, []string{"name=a", "base=1"}, "in, ?"},
		{"no rows", mean, []string{}, ""},
		{"nobody looked", mean, notLooked, ""},
	} {
		v := visitOn(t, compiled(t, workbench(fidelity.Item{Measures: []fidelity.Measure{over(c.measure, "all")}})))
		if c.rows != nil {
			rowsOf("all", c.rows)(v, "")
		}
		_, a := v.assess("item")
		if got := redo(a.Working(0, 0)); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func TestWorkingOfOneRowIsNone(t *testing.T) {
	v := visitOn(t, ips25(t))
	v.row("specialists", "community_time=65")
	_, a := v.assess("community-services")
	at, _ := ips25(t).ItemAt("community-services")
	if got := a.Working(at, 0); got != nil {
		t.Errorf("working %s", redo(got))
	}
}

// A reader who redoes the sum comes to as many rows as the measure rests on.
func TestLawWorkingAgreesWithTheMeasure(t *testing.T) {
	scale := ips25(t)
	rapid.Check(t, func(t *rapid.T) {
		a := drawNotes(t, scale).assess(t, scale)
		for i, item := range scale.Items() {
			for m, measured := range a.Items[i].Measures {
				rows := a.Working(i, m)
				if rows == nil {
					continue
				}
				used := 0
				for _, c := range rows {
					share := item.Measures[m].Calc == fidelity.Share || item.Measures[m].Calc == fidelity.Count
					if c.Counted == fidelity.Yes || share && c.Counted == fidelity.No {
						used++
					}
					noted := slices.ContainsFunc(measured.Notes, func(n fidelity.RowNote) bool { return n.Row == c.Row && n.Why == c.Why })
					if noted != (c.Why != 0) {
						t.Errorf("%s: row %d is noted %t and told %d", item.ID, c.Row, noted, c.Why)
					}
				}
				if used != measured.Used || len(rows) != measured.Of {
					t.Errorf("%s: %s, and used are %d of %d", item.ID, redo(rows), measured.Used, measured.Of)
				}
			}
		}
	})
}

// Each reading of the scale gives scores of its own, the one that counts first.
func TestReadings(t *testing.T) {
	for _, c := range []struct {
		name, item string
		saw        evidence
		want       string
	}{
		{"median and mean", "rapid-job-search", days(10, 10, 700), "5, 2"},
		{"the fact is open in both", "rapid-job-search", clients("days_to_employer_contact=10"), "4-5, 4-5"},
		{"different and spread", "job-type-diversity", jobs("type=a", "type=b", "type=c", "type=d", "type=a", "type=b", "type=c", "type=d"), "2, 4"},
		{"one reading is open", "job-type-diversity", jobs("type=a", "type=b", "type=c", "type=a", "type=b", "type=c", "type=a", "type=b", "type=c", "current=yes"), "1, 3-4"},
		{"nobody has looked", "job-type-diversity", nothing, "1-5, 1-5"},
		{"one reading only", "caseload-size", tenPosts(200), ""},
	} {
		v := visitOn(t, ips25(t))
		c.saw(v, c.item)
		_, a := v.assess(c.item)
		at, _ := ips25(t).ItemAt(c.item)
		var got []string
		for _, r := range a.Readings(at) {
			got = append(got, scores(r.Low, r.High))
		}
		if text := strings.Join(got, ", "); text != c.want {
			t.Errorf("%s: %s, want %s", c.name, text, c.want)
		}
	}
}

// The other reading is worked out from the rows again, whichever column of
// whichever table it asks for.
func TestReadingsOfTheFirstColumn(t *testing.T) {
	ids := fidelity.Measure{ID: "m", Calc: fidelity.Distinct, Columns: []string{"all.id"}}
	v := visitOn(t, compiled(t, workbench(fidelity.Item{
		Measures:   []fidelity.Measure{ids},
		Anchors:    []fidelity.Anchor{{Score: 5, When: compare("m", fidelity.AtLeast, "60")}, {Score: 3, When: compare("m", fidelity.AtLeast, "50")}},
		CrossCheck: fidelity.CrossCheck{Use: []fidelity.Reading{{Measure: "m", Use: fidelity.Spread}}},
	})))
	v.row("all", "")
	v.row("all", "")
	it, a := v.assess("item")
	if got := a.Readings(0); len(got) != 2 || got[0].Low != 5 || got[1].Low != 3 || strings.Join(flagsOf(a, it, "item"), "") != "methods-differ readings 5 3" {
		t.Errorf("readings %v, flags %s", got, flagsOf(a, it, "item"))
	}
}

// A stripped review has no rows to redo anything with.
func TestNoWorkingOfAStrippedReview(t *testing.T) {
	v := visitOn(t, ips25(t))
	days(10, 20)(v, "rapid-job-search")
	v.review.Kept = &fidelity.Kept{}
	at, _ := ips25(t).ItemAt("rapid-job-search")
	if _, a := v.assess("rapid-job-search"); a.Working(at, 0) != nil || a.Readings(at) != nil {
		t.Error("a stripped review shows its working")
	}
}

// Some facts are asked only where another has a certain answer.
func TestAsked(t *testing.T) {
	item, _ := ips25(t).ItemAt("vocational-unit")
	help, _ := ips25(t).FactAt(item, "clinical-help")
	cover, _ := ips25(t).FactAt(item, "cover")
	days, _ := ips25(t).ItemAt("rapid-job-search")
	if _, a := visitOn(t, ips25(t)).assess("rapid-job-search"); a.Asked(days, 0) != fidelity.Yes {
		t.Error("whether contacts are tracked is not asked")
	}
	for rural, want := range map[string]fidelity.Truth{"rural=yes": fidelity.Yes, "rural=partly": fidelity.No, "rural=no": fidelity.No, "": fidelity.Maybe} {
		v := visitOn(t, ips25(t))
		v.facts("vocational-unit", rural)
		_, a := v.assess("vocational-unit")
		if got := a.Asked(item, help); got != want {
			t.Errorf("%q: clinical help is asked: %d, want %d", rural, got, want)
		}
		if a.Asked(item, cover) != fidelity.Yes {
			t.Error("cover is not asked")
		}
	}
}
