package schema_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/schema"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// another is a scale with other scores and columns, and no bands.
var another = fstest.MapFS{
	"tiny/scale.yaml": {Data: []byte(`format: fidelity/scale/1
id: tiny
version: 2.0.0
scores: {min: 0, max: 2}
total: {method: mean}
sections: [only]
sources: [talk]
tables:
  days:
    complete: yes
    columns:
      id: {type: code, required: yes}
      change: {type: number, at_least: -2.00001, at_most: 2.5}
      agreed: {type: choice, ordered: [no, more/less (50%), yes]}
items: [warmth]
`)},
	"tiny/rules/warmth.yaml": {Data: []byte("number: 1\nsection: only\nmeasures: {change: {mean: days.change}}\nanchors: {2: {change: \">= 1\"}, 1: {change: \">= 0\"}}\n")},
	"tiny/words.yaml":        {Data: []byte("title: A tiny scale\nshort: TINY\nattribution: Ours\n")},
	"tiny/words/warmth.yaml": {Data: []byte("title: Warmth\nscores: {2: Warm, 1: Mild, 0: Cold}\n")},
}

// A new scale is YAML only, for the schema as for everything.
func TestReviewsOnAnotherScale(t *testing.T) {
	shelf := source.NewShelf(another)
	scale, err := shelf.Scale("tiny@2")
	if err != nil {
		t.Fatal(err)
	}
	words, err := shelf.Words(scale)
	if err != nil {
		t.Fatal(err)
	}
	data, err := schema.Review(scale, words)
	s := compiled(t, data, err, "")
	if strings.Contains(strings.ToLower(string(data)), "ips") {
		t.Error("the schema names another scale")
	}
	for text, want := range map[string][]string{
		"items: {warmth: {score: 0, sources: [talk]}}\n":                      nil,
		"items: {warmth: {score: \"2\"}}\n":                                   nil,
		"items: {warmth: {score: 3}}\n":                                       {"/items/warmth/score"},
		"items: {warmth: {facts: {warm: yes}}}\n":                             {"/items/warmth/facts"},
		"items: {warmth: {sources: [plans]}}\n":                               {"/items/warmth/sources/0"},
		"items: {disclosure: {}}\n":                                           {"/items"},
		"evidence: {days: [{id: D1, change: -2, agreed: more/less (50%)}]}\n": nil,
		"evidence: {days: [{id: D1, change: \"-2\", agreed: true}]}\n":        nil,
		"evidence: {days: [{id: D1, change: -2.00002}]}\n":                    {"/evidence/days/0/change"},
		"evidence: {days: [{id: D1, agreed: maybe}]}\n":                       {"/evidence/days/0/agreed"},
		"evidence: {clients: []}\n":                                           {"/evidence"},
	} {
		review := strings.Replace(head, "ips-25@1", "tiny@2", 1) + text
		if file, problems := source.ReadReview("x", []byte(review), shelf); (file != nil) != (want == nil) {
			t.Errorf("%sthe reader says %v", text, problems)
		}
		value, _ := asEditorsDo([]byte(review), yaml12)
		if diff := cmp.Diff(want, faults(t, s, value)); diff != "" {
			t.Errorf("%s(-want +got)\n%s", text, diff)
		}
	}
	value, _ := asEditorsDo([]byte(head), yaml12)
	if diff := cmp.Diff([]string{"/scale"}, faults(t, s, value)); diff != "" {
		t.Errorf("a review on ips-25 (-want +got)\n%s", diff)
	}
}

// What fidelity new writes fits from the start, on every scale that comes with
// the tool.
func TestNewReviewsFit(t *testing.T) {
	for _, ref := range ips.Refs() {
		scale, err := ips.Scale(ref)
		if err != nil {
			t.Fatal(err)
		}
		words, err := ips.Words(scale)
		if err != nil {
			t.Fatal(err)
		}
		data, err := schema.Review(scale, words)
		s := compiled(t, data, err, "")
		for _, as := range []edition{yaml12, yaml11} {
			text := source.New(scale, words, source.Template{ServiceID: "northfield", ServiceName: "Northfield", Kind: "guided", Visit: "2026-05-12"})
			value, _ := asEditorsDo(text, as)
			if found := faults(t, s, value); len(found) > 0 {
				t.Errorf("a new review on %s does not fit at %v", ref, found)
			}
		}
	}
}
