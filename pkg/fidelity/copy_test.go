package fidelity_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// What is tried on a copy leaves the review as it was.
func TestClone(t *testing.T) {
	v := visitOn(t, ips25(t))
	v.row("jobs", "type=driver")
	r := v.review
	before := fidelity.Assess(r).Total

	c := r.Clone()
	if err := c.SetFact("disclosure", "exact-content", "yes"); err != nil {
		t.Fatal(err)
	}
	if err := c.Rate("disclosure", fidelity.Scored(5)); err != nil {
		t.Fatal(err)
	}
	if err := c.Rows("jobs")[0].Set("type", "gardener"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.AddRow("clients", "C1"); err != nil {
		t.Fatal(err)
	}
	if got := r.Rows("jobs")[0].Get("type").Text(); got != "driver" || r.Looked("clients") || fidelity.Assess(r).Total != before {
		t.Errorf("the review changed with its copy: %q", got)
	}
	if fidelity.Assess(c).Total == before {
		t.Error("the copy did not change")
	}
}
