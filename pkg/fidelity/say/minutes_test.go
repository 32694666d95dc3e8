package say_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

func TestMinutes(t *testing.T) {
	for n, want := range map[int]string{
		0: "", 1: "about 1 minute", 8: "about 8 minutes", 19: "about 19 minutes", 21: "about 20 minutes", 58: "about 1 hour",
		60: "about 1 hour", 63: "about 1 hour 5 minutes", 148: "about 2 hours 30 minutes",
	} {
		check(t, say.Minutes(n), want)
	}
}

// A fact takes what it says itself, or else what its item says; a cell what its
// column says, or else its table. What is not estimated stays untold.
func TestMinutesOfWhatIsMissing(t *testing.T) {
	a := reviewtest.Given(t, "evidence: {specialists: [{id: ES01, fte: 1}]}")
	scale := a.Scale()
	words := fidelity.Words{
		Tables: map[string]fidelity.TableWords{"specialists": {Minutes: 3, Columns: map[string]fidelity.ColumnWords{"community_time": {Minutes: 7}}}},
		Items: map[string]fidelity.ItemWords{
			"disclosure": {Minutes: 2, Facts: map[string]fidelity.FactWords{"exact-content": {Minutes: 5}}},
		},
	}
	speaker := say.New(scale, &words)
	for item, want := range map[string]int{
		"disclosure": 3*2 + 5, "caseload-size": 3, "community-services": 7,
		"team-contact": 0, "job-type-diversity": 0,
	} {
		if got := speaker.MissingMinutes(a, at(t, a, item)); got != want {
			t.Errorf("%s: %d minutes, want %d", item, got, want)
		}
	}
}

// The scales that come with the tool estimate every answer.
func TestEveryAnswerIsEstimated(t *testing.T) {
	for _, ref := range []string{"ips-25@1", "ips-15@1"} {
		speaker := reviewtest.SpeakerOf(t, ref)
		def := speaker.Scale().Definition()
		for i := range def.Items {
			for f := range def.Items[i].Facts {
				if speaker.FactMinutes(i, f) == 0 {
					t.Errorf("%s: %s.%s", ref, def.Items[i].ID, def.Items[i].Facts[f].ID)
				}
			}
		}
		for table := range def.Tables {
			for c := range def.Tables[table].Columns {
				if speaker.CellMinutes(table, c) == 0 {
					t.Errorf("%s: %s.%s", ref, def.Tables[table].ID, def.Tables[table].Columns[c].ID)
				}
			}
		}
	}
}
