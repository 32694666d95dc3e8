package fidelity_test

import (
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestNearest(t *testing.T) {
	names := []string{"caseload", "team_caseload", "fte", "weekly-meeting", "yes", "no", "monthly", "weekly"}
	for text, want := range map[string]string{
		"caselaod":                     "caseload",      // two letters swapped are one slip
		"case_load":                    "caseload",      // one to drop
		"cseload":                      "caseload",      // one to add
		"kaseloat":                     "caseload",      // two to change in a long name
		"kazeloat":                     "",              // three are too many
		"team-caseload":                "team_caseload", // - and _ are alike
		"Weekly-Meeting":               "weekly-meeting",
		"weekly_meetnig":               "weekly-meeting",
		"ft":                           "fte",
		"fet":                          "fte",
		"abc":                          "", // nothing in common with a short name
		"ys":                           "yes",
		"weakly":                       "weekly",
		"":                             "",
		"completely-something-else":    "",
		strings.Repeat("caseload", 20): "",
	} {
		if got := fidelity.Nearest(text, names); got != want {
			t.Errorf("%q is nearest to %q, want %q", text, got, want)
		}
	}
	if got := fidelity.Nearest("monthlx", []string{"monthly", "monthla"}); got != "monthly" {
		t.Errorf("of two names that are equally near, %q is taken, not the first", got)
	}
	if got := fidelity.Nearest("fte", nil); got != "" {
		t.Errorf("of no names, %q is nearest", got)
	}
}
