package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

func TestCycle(t *testing.T) {
	visit := fidelity.Period{From: fidelity.Date{Year: 2026, Month: 5, Day: 12}, To: fidelity.Date{Year: 2026, Month: 5, Day: 13}}
	all := []fidelity.Due{{Step: fidelity.CycleAgreement, Days: 56, Before: true}, {Step: fidelity.CycleNext, Months: 12}}
	if got, want := say.Cycle(all, visit), "agreement and rules for data by 17 March 2026; next review by 13 May 2027"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if say.Cycle(all, fidelity.Period{}) != "" || say.Cycle(nil, visit) != "" {
		t.Error("dates of nothing")
	}
	for want, due := range map[string]fidelity.Due{
		"8 weeks before the visit": all[0], "12 months after the visit": all[1], "10 days after the visit": {Days: 10}, "on the day of the visit": {}, "1 week after the visit": {Days: 7},
	} {
		if got := say.DueWords(due); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	for _, step := range fidelity.CycleSteps() {
		if say.CycleStep(step) == "" {
			t.Errorf("%s has no name", step)
		}
	}
}
