package fidelity_test

import (
	"reflect"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestCloneKeepsTheOriginal(t *testing.T) {
	v := visitOn(t, compiled(t, allotment()))
	rowsOf("plots", []string{"beds=4 dug=2 crop=leeks", "beds=3 dug=2"})(v, "")
	v.facts("sharing", "tools=yes seeds=no tea=unknown")
	before := fidelity.Assess(v.review)

	c := v.review.Clone()
	if got := fidelity.Assess(c); !reflect.DeepEqual(got.Items, before.Items) || got.Total != before.Total {
		t.Error("a clone is assessed otherwise than its original")
	}
	if err := c.Rows("plots")[0].Set("dug", "4"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.AddRow("plots", "P9"); err != nil {
		t.Fatal(err)
	}
	if err := c.SetFact("sharing", "tea", "yes"); err != nil {
		t.Fatal(err)
	}
	if err := c.Look("visits", 0); err != nil {
		t.Fatal(err)
	}
	c.Findings[0].Rating = fidelity.Scored(2)
	if got := fidelity.Assess(v.review); !reflect.DeepEqual(got.Items, before.Items) {
		t.Error("a change of the clone changed the original")
	}
	if len(c.Rows("plots")) != 3 || len(v.review.Rows("plots")) != 2 || v.review.Looked("visits") {
		t.Error("a row or a table of the clone is one of the original too")
	}
}

func TestAssessOnly(t *testing.T) {
	v := visitOn(t, compiled(t, allotment()))
	rowsOf("plots", []string{"beds=4 dug=2 crop=leeks", "beds=3 dug=2 crop=beans"})(v, "")
	all := fidelity.Assess(v.review)
	for i := range all.Items {
		if one := fidelity.AssessOnly(v.review, i); !reflect.DeepEqual(one.Items[i], all.Items[i]) {
			t.Errorf("item %d alone: %+v, want %+v", i, one.Items[i], all.Items[i])
		}
	}
}

func TestWays(t *testing.T) {
	v := visitOn(t, compiled(t, allotment()))
	rowsOf("plots", []string{"beds=4 dug=2 crop=leeks", "beds=3 dug=3 crop=leeks"})(v, "")
	rowsOf("visits", []string{"litres=14.4", "litres=13"})(v, "")
	a := fidelity.Assess(v.review)
	at := func(id string) int { i, _ := a.Scale().ItemAt(id); return i }
	for _, tc := range []struct {
		item             string
		row, score       int
		ways, comparison int // how many ways, and comparisons in the first
	}{
		{"digging", 0, 1, 1, 1},
		{"digging", 0, 2, 1, 1},
		{"digging", 1, 2, 1, 0}, // reached
		{"digging", 7, 2, 0, 0}, // no such row
		{"watering", -1, 2, 1, 1},
		{"watering", -1, 0, 0, 0},
		{"sharing", -1, 1, 0, 0}, // a count
	} {
		ways := a.Ways(at(tc.item), tc.row, tc.score)
		if len(ways) != tc.ways || len(ways) > 0 && len(ways[0]) != tc.comparison {
			t.Errorf("%s row %d to %d: %+v", tc.item, tc.row, tc.score, ways)
		}
	}
}
