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

// Some facts are asked only where another has a certain answer.
func TestAsked(t *testing.T) {
	item, _ := ips25(t).ItemAt("vocational-unit")
	help, _ := ips25(t).FactAt(item, "clinical-help")
	cover, _ := ips25(t).FactAt(item, "cover")
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
