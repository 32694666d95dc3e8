package schema_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

const head = `format: fidelity/review/1
scale: ips-25@1
service: {id: northfield, name: Northfield}
kind: independent
visit: {from: 2026-05-12}
`

// spellings are what people might write in a cell, good and bad.
var spellings = []string{
	`yes`, `no`, `Yes`, `NO`, `yEs`, `"yes"`, `" no "`, `true`, `False`, `"TRUE"`, `y`, `on`, `off`, `partly`, `Partly`,
	`unknown`, `Unknown`, `" UNKNOWN"`, `unknow`, ``, `null`, `~`, `""`, `" "`,
	`0`, `1`, `2`, `-1`, `0.5`, `1.5`, `20.0`, `64`, `100`, `100.5`, `101`, `1000`, `"0"`, `"1"`, `"-1"`, `"0.5"`, `" 1.0 "`, `"1.5"`, `"1,5"`, `"01"`, `"+1"`, `"1e1"`,
	`64%`, `64 %`, `0.5%`, `0%`, `100%`, `101%`, `100.5%`, `-1%`, `"%"`, `64%%`, `24/37.5`, `24 / 37.5`, `0/37.5`, `24/0`, `24/0.0`, `24/`, `/37.5`, `-1/2`, `24/37.5/40`,
	`2026-05`, `2026-13`, `2026-5`, `2026-05-12`, `" 2026-05 "`,
	`E001`, `e1`, `" E001 "`, `ABCDE1`, `A123456`, `E`, `Anna Smith`, `"001"`,
	`none`, `None`, `kept`, `" kept "`, `direct`, `teams`, `intake`, `weekly`, `retail assistant`,
	`[]`, `[intake]`, `[intake, follow-along]`, `[" intake "]`, `[intake, foo]`, `[Intake]`, `[unknown]`, `[null]`, `[~, 6]`, `[6, 7, null, 6]`, `["6", 7.5]`, `[-1]`, `[x]`, `[""]`, `[[6]]`, `[{a: 1}]`,
	`{}`, `{a: 1}`,
}

// agree writes every spelling at a place, and compares the reader and the
// schema. Blind says which spellings the schema cannot see to be wrong.
func agree(t *testing.T, s *jsonschema.Schema, review string, blind func(spelling string) bool) {
	t.Helper()
	if !strings.HasPrefix(review, "format") {
		review = head + review
	}
	for _, spelling := range spellings {
		data := fmt.Appendf(nil, review, spelling)
		file, problems := source.ReadReview("x", data, ips)
		value, ok := asEditorsDo(data, yaml12)
		if !ok {
			continue // no YAML in this place
		}
		found := faults(t, s, value)
		switch taken, fits := file != nil, len(found) == 0; {
		case taken && !fits:
			t.Errorf("%sis taken, and does not fit at %v", data, found)
		case !taken && fits && !blind(spelling):
			t.Errorf("%sfits, and the reader says %v", data, problems)
		}
	}
}

// TestEveryColumnAgreesWithTheReader tries all spellings in all columns.
func TestEveryColumnAgreesWithTheReader(t *testing.T) {
	scale, _ := scaleAndWords(t)
	s := reviewSchema(t)
	for _, table := range scale.Definition().Tables {
		for _, c := range table.Columns {
			t.Run(table.ID+"."+c.ID, func(t *testing.T) {
				row := "evidence: {" + table.ID + ": [{id: A1, " + c.ID + ": %s}]}\n"
				if c.ID == "id" {
					row = "evidence: {" + table.ID + ": [{id: %s}]}\n"
				}
				agree(t, s, row, func(spelling string) bool {
					limited := c.Limits.AtMost != nil || c.Limits.Above != nil
					return limited && strings.HasPrefix(spelling, `"`) // a text, which has no size
				})
			})
		}
	}
}

// TestEveryKindOfAnswerAgreesWithTheReader tries all spellings as scores, and
// for the facts of an item that has every kind of them.
func TestEveryKindOfAnswerAgreesWithTheReader(t *testing.T) {
	scale, _ := scaleAndWords(t)
	s := reviewSchema(t)
	sharp := func(string) bool { return false }
	agree(t, s, "items: {vocational-unit: %s}\n", sharp)
	agree(t, s, "items: {vocational-unit: {score: %s}}\n", sharp)
	agree(t, s, "items: {vocational-unit: {ratings: {r1: %s}}}\n", sharp)
	agree(t, s, "items: {caseload-size: {facts: %s}}\n", sharp)
	item, _ := scale.ItemAt("vocational-unit")
	kinds := map[fidelity.Kind]bool{}
	for _, fact := range scale.Items()[item].Facts {
		if fact.AlsoWritten == nil {
			kinds[fact.Kind] = true
			agree(t, s, "items: {vocational-unit: {facts: {"+fact.ID+": %s}}}\n", sharp)
		}
	}
	if len(kinds) != 3 {
		t.Errorf("%d kinds of facts, want 3", len(kinds))
	}
}

// TestEveryKeyAgreesWithTheReader tries all spellings in the fixed parts.
func TestEveryKeyAgreesWithTheReader(t *testing.T) {
	s := reviewSchema(t)
	for _, place := range []string{
		"mode: %s", "stage: %s", "previous: %s", "sharing: %s", "blind: %s", "reviewers: %s", "reviewers: [%s]", "reviewers: [{name: %s}]",
		"evidence: %s", "evidence: {jobs: %s}", "evidence: {jobs: [%s]}", "samples: %s", "samples: {jobs: %s}", "samples: {jobs: {of: %s}}", "samples: {jobs: {picked: %s}}",
		"items: %s", "items: {disclosure: {facts: %s}}", "items: {disclosure: {sources: %s}}", "items: {disclosure: {sources: [%s]}}",
		"items: {disclosure: {saw: %s}}", "items: {disclosure: {recommend: %s}}", "items: {disclosure: {recommend: {kind: %s}}}", "items: {disclosure: {ratings: %s}}",
		"actions: %s", "actions: [%s]", "actions: [{item: %s}]", "actions: [{aim: %s}]", "actions: [{when: %s}]", "actions: [{status: %s}]", "actions: [{scope: %s}]",
		"response: %s", "response: {date: %s}", "changes: %s", "changes: [%s]", "changes: [{at: %s}]", "changes: [{from: %s}]", "not-personal: [%s]", "evidence_period: %s", "evidence_period: {to: %s}",
		"corrected: [%s]", "corrected: [{item: %s}]", "corrected: [{item: disclosure, from: %s}]", "seal: %s", "seal: {at: %s}", "seal: {names: %s}", "seal: {names: [%s]}", "amends: {file: %s}", "stripped: {at: %s}",
		"measured: %s", "measured: {items: %s}", "measured: {items: {disclosure: %s}}", "measured: {items: {disclosure: {low: %s, high: 5}}}", "measured: {items: {disclosure: {low: 1, high: 5, measures: %s}}}",
		"measured: {items: {disclosure: {low: 1, high: 5, flags: %s}}}", "measured: {items: {caseload-size: {low: 1, high: 5, flags: [%s]}}}", "measured: {items: {disclosure: {low: 1, high: 5, flags: [{code: x, count: %s}]}}}",
		"%s: 1",
	} {
		t.Run(place, func(t *testing.T) { agree(t, s, place+"\n", func(string) bool { return false }) })
	}
	for _, must := range []string{"fidelity/review/1", "ips-25@1", "{id: northfield, name: Northfield}", "northfield", "Northfield}", "independent", "{from: 2026-05-12}", "2026-05-12"} {
		t.Run(must, func(t *testing.T) {
			place := strings.Replace(head, must, "%s"+strings.Repeat("}", strings.Count(must, "}")-strings.Count(must, "{")), 1)
			agree(t, s, place, func(spelling string) bool {
				// As an id, these are wrong by letters that a parser takes away.
				return must == "northfield" && (spelling == "False" || spelling == "20.0")
			})
		})
	}
}
