package source_test

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// fewest is how many examples an item of a scale that comes with the tool must
// have.
var fewest = map[string]int{"ips-25": 4, "ips-15": 3}

// TestExamples runs the examples of all scales that come with the tool: the
// engine must give what a reviewer would.
func TestExamples(t *testing.T) {
	shelf := source.NewShelf(items.FS)
	for _, ref := range shelf.Refs() {
		t.Run(ref, func(t *testing.T) {
			scale, err := shelf.Scale(ref)
			if err != nil {
				t.Fatal(err)
			}
			words, err := shelf.Words(scale)
			if err != nil {
				t.Fatal(err)
			}
			speaker := say.New(scale, words)
			for _, e := range examplesOf(t, scale) {
				t.Run(scale.Items()[e.Item].ID+"/"+e.Name, func(t *testing.T) { run(t, &e, speaker) })
			}
		})
	}
}

func run(t *testing.T, e *source.Example, speaker *say.Speaker) {
	t.Helper()
	it := &fidelity.Assess(e.Review).Items[e.Item]
	if it.Low != e.Low || it.High != e.High {
		t.Errorf("the evidence allows %d to %d, want %d to %d", it.Low, it.High, e.Low, e.High)
	}
	if e.Missing == nil {
		return
	}
	paths := []string{}
	for _, m := range it.Missing {
		paths = append(paths, speaker.Path(m))
	}
	if diff := cmp.Diff(e.Missing, paths); diff != "" {
		t.Errorf("what is missing (-example +engine)\n%s", diff)
	}
}

// Every item of a scale shows a limit between two scores and evidence that is
// incomplete, and every example of that kind is what it says.
func TestEveryItemHasItsExamples(t *testing.T) {
	shelf := source.NewShelf(items.FS)
	for _, ref := range shelf.Refs() {
		scale, err := shelf.Scale(ref)
		if err != nil {
			t.Fatal(err)
		}
		least, listed := fewest[scale.ID()]
		if !listed {
			t.Errorf("say how many examples an item of %s must have", scale.ID())
		}
		kinds := make([]map[source.ExampleKind]int, len(scale.Items()))
		scores := make([]map[int]bool, len(scale.Items()))
		for i := range kinds {
			kinds[i], scores[i] = map[source.ExampleKind]int{}, map[int]bool{}
		}
		for _, e := range examplesOf(t, scale) {
			kinds[e.Item][e.Kind]++
			if e.Low == e.High {
				scores[e.Item][e.Low] = true
			} else if e.Kind != source.Incomplete {
				t.Errorf("%s: %q gives a range, and is not called incomplete", scale.Items()[e.Item].ID, e.Name)
			}
			if e.Kind == source.Incomplete && e.Missing == nil {
				t.Errorf("%s: %q does not say what is missing", scale.Items()[e.Item].ID, e.Name)
			}
		}
		for i, of := range kinds {
			id := scale.ID() + " " + scale.Items()[i].ID
			if n := of[source.Usual] + of[source.Boundary] + of[source.Incomplete]; n < least {
				t.Errorf("%s: %d examples, want at least %d", id, n, least)
			}
			for _, kind := range []source.ExampleKind{source.Usual, source.Boundary, source.Incomplete} {
				if of[kind] == 0 {
					t.Errorf("%s: no example is %s", id, kind)
				}
			}
			if len(scores[i]) < 3 {
				t.Errorf("%s: the examples give %d different scores, want at least 3", id, len(scores[i]))
			}
		}
	}
}

// examplesOf reads the examples of a scale that comes with the tool. They must
// be without a problem, be it only a warning.
func examplesOf(t *testing.T, scale *fidelity.Scale) []source.Example {
	t.Helper()
	sub, err := fs.Sub(items.FS, scale.ID())
	if err != nil {
		t.Fatal(err)
	}
	examples, problems := source.ReadExamples(sub, scale.ID(), scale)
	if len(problems) > 0 || len(examples) == 0 {
		t.Fatalf("%d examples\n%v", len(examples), problems)
	}
	return examples
}

// brokenExamples are files of examples of IPS-25, each with one thing wrong.
var brokenExamples = map[string]struct{ file, text string }{
	"unknown-item":         {"team-contct.yaml", "examples: [{name: All., gives: 5}]\n"},
	"no-item":              {"notes.txt", "to do\n"},
	"folder":               {"team-contact/more.yaml", "examples: [{name: All., gives: 5}]\n"},
	"empty-file":           {"team-contact.yaml", ""},
	"empty-list":           {"team-contact.yaml", "examples: []\n"},
	"no-list":              {"team-contact.yaml", "examples: {name: All., gives: 5}\n"},
	"null-list":            {"team-contact.yaml", "examples:\n"},
	"list-missing":         {"team-contact.yaml", "example: []\n"},
	"entry-is-a-text":      {"team-contact.yaml", "examples: [all in place]\n"},
	"entry-is-nothing":     {"team-contact.yaml", "examples:\n  -\n"},
	"anchors":              {"team-contact.yaml", "examples:\n  - &a {name: All., gives: 5}\n  - *a\n"},
	"no-yaml":              {"team-contact.yaml", "examples:\n  - {name: All., gives: 5\n"},
	"unknown-key":          {"team-contact.yaml", "examples:\n  - {name: All., give: 5}\n"},
	"key-twice":            {"team-contact.yaml", "examples:\n  - {name: All., gives: 5, gives: 4}\n"},
	"without-name":         {"team-contact.yaml", "examples:\n  - {gives: [1, 5]}\n"},
	"name-twice":           {"team-contact.yaml", "examples:\n  - {name: None known., gives: [1, 5]}\n  - {name: None known., gives: [1, 5]}\n"},
	"kind":                 {"team-contact.yaml", "examples:\n  - {name: All., kind: boundry, gives: 5}\n"},
	"without-gives":        {"team-contact.yaml", "examples:\n  - {name: All.}\n"},
	"gives-nothing":        {"team-contact.yaml", "examples:\n  - {name: All., gives: }\n"},
	"gives-out-of-range":   {"team-contact.yaml", "examples:\n  - {name: All., gives: 6}\n"},
	"gives-half-a-score":   {"team-contact.yaml", "examples:\n  - {name: All., gives: 4.5}\n"},
	"gives-a-word":         {"team-contact.yaml", "examples:\n  - {name: All., gives: 4-5}\n"},
	"range-out-of-range":   {"team-contact.yaml", "examples:\n  - {name: All., gives: [0, 5]}\n"},
	"range-reversed":       {"team-contact.yaml", "examples:\n  - {name: All., gives: [5, 4]}\n"},
	"range-of-one":         {"team-contact.yaml", "examples:\n  - {name: All., gives: [4, 4]}\n"},
	"range-of-three":       {"team-contact.yaml", "examples:\n  - {name: All., gives: [3, 4, 5]}\n"},
	"range-in-keys":        {"team-contact.yaml", "examples:\n  - {name: All., gives: {low: 4, high: 5}}\n"},
	"fact-of-another-item": {"team-contact.yaml", "examples:\n  - name: All.\n    facts: {intake-asks: yes}\n    gives: [1, 5]\n"},
	"fact-misspelled":      {"team-contact.yaml", "examples:\n  - name: All.\n    facts: {weekly-meting: yes}\n    gives: [1, 5]\n"},
	"fact-answer":          {"team-contact.yaml", "examples:\n  - name: All.\n    facts: {weekly-meeting: often}\n    gives: [1, 5]\n"},
	"facts-of-none":        {"caseload-size.yaml", "examples:\n  - name: All.\n    facts: {weekly-meeting: yes, caseload: 20}\n    gives: [1, 5]\n"},
	"facts-are-a-list":     {"team-contact.yaml", "examples:\n  - name: All.\n    facts: [weekly-meeting]\n    gives: [1, 5]\n"},
	"evidence-table":       {"caseload-size.yaml", "examples:\n  - name: All.\n    evidence: {specialist: []}\n    gives: [1, 5]\n"},
	"evidence-column":      {"caseload-size.yaml", "examples:\n  - name: All.\n    evidence: {specialists: [{id: ES01, caselod: 20}]}\n    gives: [1, 5]\n"},
	"evidence-value":       {"caseload-size.yaml", "examples:\n  - name: All.\n    evidence: {specialists: [{id: ES01, fte: 2}]}\n    gives: [1, 5]\n"},
	"evidence-row-twice":   {"caseload-size.yaml", "examples:\n  - name: All.\n    evidence: {specialists: [{id: ES01}, {id: es01}]}\n    gives: [1, 5]\n"},
	"missing-is-a-text":    {"team-contact.yaml", "examples:\n  - name: All.\n    gives: [1, 5]\n    missing: items.team-contact.facts.weekly-meeting\n"},
	"missing-fact":         {"team-contact.yaml", "examples:\n  - name: All.\n    gives: [1, 5]\n    missing: [items.team-contact.facts.weekly-meting]\n"},
	"missing-row":          {"caseload-size.yaml", "examples:\n  - name: All.\n    evidence: {specialists: [{id: ES01}]}\n    gives: [1, 5]\n    missing: ['evidence.specialists[1].fte']\n"},
	"missing-of-another":   {"team-contact.yaml", "examples:\n  - name: All.\n    gives: [1, 5]\n    missing: [items.agency-focus.facts.displays]\n"},
	"many": {"team-contact.yaml", `examples:
  - name: All.
    kind: usually
    facts: {weekly-meeting: maybe, intake-asks: yes}
    gives: 9
  - facts: {shared-decisions: yes}
    missing: [elsewhere]
  - {name: All., gives: [1, 5], because: it is so}
`},
}

func TestProblemsOfExamples(t *testing.T) {
	scale, err := ips.Scale("ips-25@1")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(brokenExamples)) {
		t.Run(name, func(t *testing.T) {
			c := brokenExamples[name]
			fsys := fstest.MapFS{"examples/" + c.file: {Data: []byte(c.text)}}
			examples, problems := source.ReadExamples(fsys, "ips-25", scale)
			if examples != nil || !problems.Errors() {
				t.Error("the examples are taken")
			}
			for _, p := range problems {
				sound(t, p)
			}
			golden(t, "testdata/examples/"+name+".golden", lines(problems))
		})
	}
}

// A scale need not have examples, and what editors leave behind is no example.
func TestScaleWithoutExamples(t *testing.T) {
	scale, err := ips.Scale("ips-25@1")
	if err != nil {
		t.Fatal(err)
	}
	for name, fsys := range map[string]fstest.MapFS{
		"no folder":    {"scale.yaml": {}},
		"a hidden one": {"examples/.team-contact.yaml.swp": {Data: []byte("b0VIM")}},
	} {
		examples, problems := source.ReadExamples(fsys, "", scale)
		if len(examples) > 0 || len(problems) > 0 {
			t.Errorf("%s: %d examples, %v", name, len(examples), problems)
		}
	}
}

// Examples come in the order of the scale's items, with all that they say, and
// what they leave out has a meaning of its own.
func TestExamplesAsRead(t *testing.T) {
	scale, err := ips.Scale("ips-25@1")
	if err != nil {
		t.Fatal(err)
	}
	examples, problems := source.ReadExamples(fstest.MapFS{
		"examples/agency-focus.yaml": {Data: []byte("examples:\n  - {name: Nobody has looked., kind: incomplete, gives: [1, 5]}\n")},
		"examples/caseload-size.yaml": {Data: []byte("examples:\n" +
			"  - {name: A usual one., evidence: {specialists: [{id: ES01, fte: 1, caseload: 20}]}, gives: 5, missing: []}\n")},
	}, "ips-25", scale)
	if len(examples) != 2 || len(problems) > 0 {
		t.Fatal(examples, problems)
	}
	first, second := examples[0], examples[1]
	if scale.Items()[first.Item].ID != "caseload-size" || first.Kind != source.Usual || first.Low != 5 || first.High != 5 || first.Missing == nil {
		t.Errorf("%+v", first)
	}
	if n := len(first.Review.Rows("specialists")); n != 1 || first.Review.Looked("clients") {
		t.Errorf("%d specialists, want 1, and clients that nobody looked at", n)
	}
	if scale.Items()[second.Item].ID != "agency-focus" || second.Kind != source.Incomplete || second.Low != 1 || second.High != 5 || second.Missing != nil {
		t.Errorf("%+v", second)
	}
	if !strings.HasPrefix(second.Name, "Nobody") || second.Review == first.Review {
		t.Errorf("%+v", second)
	}
}
