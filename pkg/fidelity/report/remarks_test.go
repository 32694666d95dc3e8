package report_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

func TestRemarks(t *testing.T) {
	long := "It " + strings.Repeat("is ", 29) + "long."
	for name, c := range map[string]struct {
		given string
		want  []string
	}{
		"nothing to say": {
			"items: {disclosure: {score: 3, saw: We saw six records., recommend: Ask twice.}}", nil,
		},
		"a long sentence after a short one": {
			"items: {disclosure: {score: 4, saw: \"Yes. " + long + "\"}}",
			[]string{"items.disclosure.saw: a sentence has 31 words; make two of it (“It is is is …”)"},
		},
		"as long as a sentence may be": {
			"items: {disclosure: {score: 4, saw: \"It " + strings.Repeat("is ", 28) + "long.\"}}", nil,
		},
		"lines of a list are sentences": {
			"items: {disclosure: {score: 4, saw: \"" + strings.Repeat("one two\\n\\n", 20) + "\"}}", nil,
		},
		"a long recommendation": {
			"items: {disclosure: {score: 4, recommend: \"" + strings.Repeat("Do it. ", 76) + "\"}}",
			[]string{"items.disclosure.recommend: the recommendation has 152 words; 150 are enough for what to do, who and why"},
		},
		"an abbreviation, told once": {
			"items: {disclosure: {score: 4, saw: The DEA and the DEA of IPS., judgement: The DEA.}}",
			[]string{"items.disclosure.saw: the abbreviation DEA is not spelt out; write it in full the first time, with DEA in brackets"},
		},
		"an abbreviation that is spelt out": {
			"items: {disclosure: {score: 4, saw: The DEA., judgement: A disability employment adviser (DEA) came.}}", nil,
		},
		"blame": {
			"items: {disclosure: {score: 4, judgement: The team failed. A poor and Failed plan., because: not a failover}}",
			[]string{"items.disclosure.judgement: “failed”, “poor” can sound like blame; say what was seen, and what would help"},
		},
		"a low score without a word": {
			"items: {disclosure: {score: 3}, zero-exclusion: {score: 4}, agency-focus: {score: not-enough-evidence}}",
			[]string{"items.disclosure: scored 3, with no word on what was seen; write a sentence under saw or judgement, so that the service can follow"},
		},
		"an action": {
			"actions: [{id: a1, action: Stop the poor habit, who: us, when: 2026-09-30}]",
			[]string{"actions[0].action: “poor” can sound like blame; say what was seen, and what would help"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			var got []string
			for _, r := range report.Remarks(reviewtest.Given(t, c.given)) {
				got = append(got, fmt.Sprintf("%s: %s", r.Path, r.Text))
			}
			if diff := cmp.Diff(c.want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
