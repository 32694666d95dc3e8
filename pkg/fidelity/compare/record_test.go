package compare_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func TestSummarise(t *testing.T) {
	a := sample(t, "larkmoor/2025-05.yaml")
	r := compare.Summarise(a, "larkmoor/2025-05.yaml")
	if r.Ref != "ips-25@1" || r.Service.ID != "larkmoor" || r.Stage != fidelity.Final || r.Scored() != 25 || r.Stripped || len(r.Corrections) == 0 {
		t.Errorf("%+v", r)
	}
	if total := r.Total(); !total.Settled() || total.Low.Cmp(a.Total.Score) != 0 || total.Band != a.Band {
		t.Errorf("total %+v, the review has %s", total, a.Total.Score)
	}
	lacks := 0
	for i := range r.Items {
		lacks += len(r.Items[i].Lacks)
		if !r.Items[i].Weighed || r.Items[i].Next == 0 && r.Items[i].Span.Low < 5 {
			t.Errorf("item %d: %+v", i, r.Items[i])
		}
	}
	if lacks == 0 {
		t.Error("no item lacks a fact")
	}
}

func TestPersonalActionsAreNotKept(t *testing.T) {
	v := visit{from: "2026-05-12", all: 3, more: "actions:\n  - {id: a1, action: Ours}\n  - {id: a2, action: Mine, scope: personal}\n"}
	r := compare.Summarise(v.assess(t), "f")
	if len(r.Actions) != 1 || r.Actions[0].What != "Ours" {
		t.Errorf("%+v", r.Actions)
	}
}

// A record says the same after it was written and read.
func TestRecordsAreKeptWhole(t *testing.T) {
	scales := cmp.Comparer(func(x, y *fidelity.Scale) bool { return x == y })
	rapid.Check(t, func(t *rapid.T) {
		a := reviewtest.Random(t)
		r := compare.Summarise(a, "file.yaml")
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var back compare.Record
		if err := json.Unmarshal(data, &back); err != nil {
			t.Fatal(err)
		}
		back.Scale = r.Scale
		if diff := cmp.Diff(r, back, scales); diff != "" {
			t.Fatal(diff)
		}
		if total := r.Total(); total.Low.Cmp(a.Total.Low) != 0 || total.High.Cmp(a.Total.High) != 0 {
			t.Fatalf("%s to %s, the review has %s to %s", total.Low, total.High, a.Total.Low, a.Total.High)
		}
	})
}
