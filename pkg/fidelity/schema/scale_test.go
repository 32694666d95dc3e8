package schema_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/schema"
)

// TestScalesFit holds the files of the scales that come with the tool against
// the schema as a whole, and against the part that is theirs.
func TestScalesFit(t *testing.T) {
	data, err := schema.Scale()
	root := compiled(t, data, err, "")
	for pattern, part := range map[string]string{
		"*/scale.yaml": "scale", "*/rules/*.yaml": "rule", "*/words.yaml": "words", "*/words/*.yaml": "item-words",
	} {
		s := compiled(t, data, err, "#/$defs/"+part)
		for name, file := range embedded(t, pattern) {
			for _, as := range []edition{yaml12, yaml11} {
				value, _ := asEditorsDo(file, as)
				if found := faults(t, s, value); len(found) > 0 {
					t.Errorf("%s does not fit as %s at %v", name, part, found)
				}
				if found := faults(t, root, value); len(found) > 0 {
					t.Errorf("%s does not fit at %v", name, found)
				}
			}
		}
	}
}

// TestScalesThatDoNotFit has one slip in each file.
func TestScalesThatDoNotFit(t *testing.T) {
	const scale = "format: fidelity/scale/1\nid: x\nversion: 1.0.0\nscores: {min: 1, max: 5}\ntotal: {method: sum}\nsections: [a]\nitems: [b]\n"
	const rule = "number: 1\nsection: a\n"
	const words = "title: A\nshort: B\nattribution: C\n"
	data, err := schema.Scale()
	s := compiled(t, data, err, "")
	for name, c := range map[string]struct {
		file string
		want []string
	}{
		"nothing but what must be there": {scale, nil},
		"other format":                   {strings.Replace(scale, "scale/1", "scale/2", 1), []string{"/format"}},
		"unknown key":                    {scale + "colour: red\n", []string{"/"}},
		"a version of one number":        {strings.Replace(scale, "1.0.0", "1", 1), []string{"/version"}},
		"unknown type of column":         {scale + "tables: {t: {columns: {id: {type: kode}}}}\n", []string{"/tables/t/columns/id/type"}},
		"complete in words":              {scale + "tables: {t: {complete: fully, columns: {id: {type: code}}}}\n", []string{"/tables/t/complete"}},
		"no columns":                     {scale + "tables: {t: {complete: yes}}\n", []string{"/tables/t"}},
		"band without a start":           {scale + "bands: [{id: good}]\n", []string{"/bands/0"}},
		"band from a word":               {scale + "bands: [{id: good, from: many}]\n", []string{"/bands/0/from"}},
		"item in capitals":               {strings.Replace(scale, "[b]", "[B]", 1), []string{"/items/0"}},

		"a rule":                     {rule, nil},
		"a rule without a section":   {"number: 1\n", []string{"/"}},
		"number nought":              {"number: 0\nsection: a\n", []string{"/number"}},
		"two calculations":           {rule + "measures: {m: {mean: t.a, median: t.a}}\n", []string{"/measures/m"}},
		"no calculation":             {rule + "measures: {m: {times: 100}}\n", []string{"/measures/m"}},
		"a part without calculation": {rule + "measures: {m: {largest_of: [{mean: a}, {times: 3}]}}\n", []string{"/measures/m/largest_of/1"}},
		"a test that is none":        {rule + "anchors: {5: {m: about 20}}\n", []string{"/anchors/5/m"}},
		"a test of a test":           {rule + "anchors: {5: {m: {at_most: 20}}}\n", []string{"/anchors/5/m"}},
		"a score in words":           {rule + "anchors: {five: {m: yes}}\n", []string{"/anchors"}},
		"a wrong alternative":        {rule + "anchors: {5: {any: [{m: yes}, {m: [given, 20]}]}}\n", []string{"/anchors/5/any/1/m/1"}},
		"a fact of no type":          {rule + "facts: {f: maybe}\n", []string{"/facts/f"}},
		"cross-check by a guess":     {rule + "cross_check: {m: {use: guess}}\n", []string{"/cross_check/m/use"}},
		"cross-check of all":         {rule + "cross_check: all\n", []string{"/cross_check"}},
		"flag without a code":        {rule + "flags: [{rows_apart: 2}]\n", []string{"/flags/0"}},
		"or else at any time":        {rule + "measures: {m: {median: t.a, or_else: {column: t.b, when: always}}}\n", []string{"/measures/m/or_else/when"}},

		"words":                     {words, nil},
		"words without a title":     {"short: B\nattribution: C\n", []string{"/"}},
		"column in other words":     {words + "tables: {t: {columns: {c: {lable: x}}}}\n", []string{"/tables/t/columns/c"}},
		"words of an item":          {"title: A\nscores: {5: all}\n", nil},
		"an item without a title":   {"asks: what?\n", []string{"/"}},
		"a score that is no number": {"title: A\nscores: {five: all}\n", []string{"/scores"}},
		"remedies as one text":      {"title: A\nremedies: train\n", []string{"/remedies"}},
	} {
		t.Run(name, func(t *testing.T) {
			value, ok := asEditorsDo([]byte(c.file), yaml12)
			if !ok {
				t.Fatal("no YAML")
			}
			if diff := cmp.Diff(c.want, deepest(faults(t, s, value))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

// deepest leaves out places that others are in: where a value has several forms,
// each is told.
func deepest(places []string) []string {
	var out []string
	for _, place := range places {
		if !slices.ContainsFunc(places, func(other string) bool {
			return strings.HasPrefix(other, strings.TrimSuffix(place, "/")+"/") && other != place
		}) {
			out = append(out, place)
		}
	}
	return out
}
