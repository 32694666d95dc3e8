package source_test

import (
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// change is one slip in the small scale: a text of one of its files becomes
// another. Without old text the file gets the new one in its place; without
// either it goes.
type change struct{ file, old, new string }

// brokenScales are scales with one thing wrong each, by the rule they break.
var brokenScales = map[string]change{
	"frame-missing":              {"scale.yaml", "", ""},
	"frame-empty":                {"scale.yaml", "", "# nothing yet\n"},
	"frame-no-yaml":              {"scale.yaml", "scores: {min", "scores: {{min"},
	"frame-other-format":         {"scale.yaml", "fidelity/scale/1", "fidelity/scale/2"},
	"frame-unknown-key":          {"scale.yaml", "published:", "publishd:"},
	"frame-without-id":           {"scale.yaml", "id: small\n", ""},
	"frame-id":                   {"scale.yaml", "id: small\n", "id: Small scale\n"},
	"frame-version":              {"scale.yaml", "1.2.3", "1.2"},
	"frame-without-scores":       {"scale.yaml", "scores: {min: 1, max: 3}\n", ""},
	"frame-half-a-range":         {"scale.yaml", "{min: 1, max: 3}", "{min: 1}"},
	"frame-scores-reversed":      {"scale.yaml", "{min: 1, max: 3}", "{min: 3, max: 1}"},
	"frame-scores-in-words":      {"scale.yaml", "{min: 1, max: 3}", "{min: one, max: three}"},
	"frame-method":               {"scale.yaml", "method: sum", "method: summ"},
	"frame-total":                {"scale.yaml", "min: 4, max: 12", "min: 4, max: 13"},
	"frame-missing-rule":         {"scale.yaml", "missing: strict", "missing: lenient"},
	"frame-band":                 {"scale.yaml", "from: 10", "from: ten"},
	"frame-bands-at-one-total":   {"scale.yaml", "from: 10", "from: 4"},
	"frame-without-sections":     {"scale.yaml", "sections: [people, practice]\n", ""},
	"frame-view":                 {"scale.yaml", "without: [speed]", "without: [spede]"},
	"frame-without-items":        {"scale.yaml", "items: [load, speed, meetings, work]", "items: []"},
	"frame-item-twice":           {"scale.yaml", "meetings, work]", "meetings, work, load]"},
	"frame-item-id":              {"scale.yaml", "meetings, work]", "meetings, work, Two Words]"},
	"frame-item-path":            {"scale.yaml", "meetings, work]", "meetings, work, ../load]"},
	"table-both":                 {"scale.yaml", "    sampled: yes\n", "    sampled: yes\n    complete: yes\n"},
	"table-thin":                 {"scale.yaml", "thin_below: 5", "thin_below: -5"},
	"table-yes-no":               {"scale.yaml", "complete: yes", "complete: always"},
	"table-without-columns":      {"scale.yaml", "columns:\n      id: {type: code, required: yes}\n      hours", "colums:\n      id: {type: code, required: yes}\n      hours"},
	"table-without-id":           {"scale.yaml", "      id: {type: code, required: yes}\n      hours", "      hours"},
	"column-type":                {"scale.yaml", "type: text", "type: txt"},
	"column-without-type":        {"scale.yaml", "{type: text}", "{}"},
	"column-is-a-word":           {"scale.yaml", "place: {type: text}", "place: text"},
	"column-limit":               {"scale.yaml", "at_most: 40", "at_most: forty"},
	"column-default":             {"scale.yaml", "default: joined", "default: join"},
	"column-without-answers":     {"scale.yaml", "ordered: [apart, joined], default: joined", "default: joined"},
	"column-set-without-answers": {"scale.yaml", "type: set, of: [meet, plan, visit]", "type: set"},
	"column-bound":               {"scale.yaml", "at_most_field: clients", "at_most_field: client"},
	"column-twice":               {"scale.yaml", "      place: {type: text}\n", "      place: {type: text}\n      place: {type: text}\n"},

	"rule-missing":              {"rules/speed.yaml", "", ""},
	"rule-unknown-key":          {"rules/load.yaml", "anchors:", "anchor:"},
	"rule-number":               {"rules/load.yaml", "number: 1", "number: 0"},
	"rule-number-twice":         {"rules/load.yaml", "number: 1", "number: 2"},
	"rule-without-section":      {"rules/load.yaml", "section: people\n", ""},
	"rule-section":              {"rules/load.yaml", "section: people", "section: peeple"},
	"rule-each":                 {"rules/work.yaml", "each: workers", "each: worker"},
	"rule-leave-out":            {"rules/work.yaml", `leave_out: {clients: [given, "<= 0"]}`, `leave_out: {client: given}`},
	"rule-requires":             {"rules/load.yaml", "requires: {load", "requires: {lode"},
	"rule-too-many-documents":   {"rules/load.yaml", "requires:", "---\nrequires:"},
	"measure-unknown-key":       {"rules/load.yaml", "times: 40", "time: 40"},
	"measure-without-a-sum":     {"rules/load.yaml", "ratio: [workers.clients, workers.hours], ", ""},
	"measure-two-sums":          {"rules/load.yaml", "times: 40", "mean: workers.clients"},
	"measure-table":             {"rules/load.yaml", "workers.clients", "worker.clients"},
	"measure-column":            {"rules/load.yaml", "workers.clients", "workers.client"},
	"measure-two-tables":        {"rules/load.yaml", "workers.hours", "clients.days"},
	"measure-without-table":     {"rules/load.yaml", "workers.clients", "clients"},
	"measure-one-column":        {"rules/load.yaml", "[workers.clients, workers.hours]", "[workers.clients]"},
	"measure-kind":              {"rules/load.yaml", "workers.clients", "workers.style"},
	"measure-share-of-no-table": {"rules/speed.yaml", "share: clients", "share: client"},
	"measure-where":             {"rules/speed.yaml", "    where: {helped: yes}\n", "    where: {helpd: yes}\n"},
	"measure-where-is-a-word":   {"rules/speed.yaml", "    where: {helped: yes}\n", "    where: helped\n"},
	"measure-or-else":           {"rules/speed.yaml", "clients.waiting", "clients.wating"},
	"measure-or-else-when":      {"rules/speed.yaml", `when: "> 30"`, `when: over 30`},
	"measure-or-else-empty":     {"rules/speed.yaml", `{column: clients.waiting, when: "> 30", flag: waiting}`, "{}"},
	"measure-members-pooled":    {"rules/load.yaml", "ratio: [workers.clients, workers.hours], times: 40", "members: workers.tasks"},
	"measure-part":              {"rules/work.yaml", "ratio: [seekers, hours]", "ratio: [seeker, hours]"},
	"cross-check-measure":       {"rules/speed.yaml", "{days: {use: mean}}", "{day: {use: mean}}"},
	"cross-check-calculation":   {"rules/speed.yaml", "{days: {use: mean}}", "{days: {use: meen}}"},
	"cross-check-word":          {"rules/speed.yaml", "{days: {use: mean}}", "all"},
	"cross-check-any-of-none":   {"rules/load.yaml", "flags:", "cross_check: any\nflags:"},
	"anchor-out-of-range":       {"rules/load.yaml", "  3: {load", "  4: {load"},
	"anchor-for-the-lowest":     {"rules/load.yaml", "  2: {load", "  1: {load"},
	"anchor-twice":              {"rules/load.yaml", "  2: {load", "  3: {load"},
	"anchor-in-words":           {"rules/load.yaml", "  3: {load", "  three: {load"},
	"anchor-empty":              {"rules/load.yaml", `  2: {load: "<= 30"}`, "  2:"},
	"anchor-name":               {"rules/load.yaml", `2: {load`, "2: {lode"},
	"anchor-fact":               {"rules/work.yaml", "contact: {at_least: weekly}}\n", "contacts: {at_least: weekly}}\n"},
	"anchor-answer":             {"rules/work.yaml", "contact: {at_least: weekly}}\n", "contact: {at_least: daily}}\n"},
	"anchor-comparison":         {"rules/load.yaml", `"<= 30"`, `"= 30"`},
	"anchor-comparison-number":  {"rules/load.yaml", `"<= 30"`, `"<= thirty"`},
	"anchor-comparison-list":    {"rules/load.yaml", `2: {load: "<= 30"}`, `2: {load: ["<= 30", [">= 1"]]}`},
	"anchor-number-of-answers":  {"rules/work.yaml", "contact: {at_least: weekly}}\n", `contact: ">= 3"}` + "\n"},
	"anchor-answer-of-number":   {"rules/load.yaml", `2: {load: "<= 30"}`, "2: {load: yes}"},
	"anchor-given-measure":      {"rules/load.yaml", `2: {load: "<= 30"}`, "2: {load: given}"},
	"anchor-any-is-no-list":     {"rules/speed.yaml", `any: [{places: ">= 50"}, {spread: ">= 50"}]`, `any: {places: ">= 50"}`},
	"anchor-any-name":           {"rules/speed.yaml", `{spread: ">= 50"}`, `{sprea: ">= 50"}`},
	"anchors-are-a-list":        {"rules/load.yaml", "  3: {load: \"<= 20\"}\n  2: {load: \"<= 30\"}\n", "  - {load: \"<= 20\"}\n"},
	"fact-type":                 {"rules/meetings.yaml", "minutes: yes-no", "minutes: yes/no"},
	"fact-without-type":         {"rules/meetings.yaml", "minutes: yes-no", "minutes:"},
	"fact-without-answers":      {"rules/work.yaml", "contact: {ordered: [never, monthly, weekly]}", "contact: {}"},
	"fact-type-and-answers":     {"rules/work.yaml", "contact: {ordered:", "contact: {type: whole, ordered:"},
	"fact-unknown-key":          {"rules/work.yaml", "contact: {ordered:", "contact: {order:"},
	"fact-only-if":              {"rules/meetings.yaml", "only_if: {weekly", "only_if: {weakly"},
	"fact-bound":                {"rules/work.yaml", "at_most_fact: all-staff", "at_most_fact: staff"},
	"fact-bound-by-an-answer":   {"rules/work.yaml", "at_most_fact: all-staff", "at_most_fact: contact"},
	"fact-bounded-answer":       {"rules/work.yaml", "contact: {ordered:", "contact: {at_most_fact: all-staff, ordered:"},
	"fact-also-written":         {"rules/meetings.yaml", "also_written: {1: yes}", "also_written: {1: ja}"},
	"count-missing":             {"rules/meetings.yaml", "2: 2, ", ""},
	"count-beyond":              {"rules/meetings.yaml", "{3: 3", "{4: 3, 3: 3"},
	"count-score":               {"rules/meetings.yaml", "{3: 3", "{3: 4"},
	"count-score-in-words":      {"rules/meetings.yaml", "{3: 3", "{3: three"},
	"count-of-answers":          {"rules/meetings.yaml", "minutes: yes-no", "minutes: whole"},
	"count-and-anchors":         {"rules/meetings.yaml", "facts:", "anchors: {3: {weekly: yes}}\nfacts:"},
	"flag-without-a-rule":       {"rules/work.yaml", "{code: uneven, rows_apart: 2}", "{code: uneven}"},
	"flag-with-two-rules":       {"rules/work.yaml", "{code: uneven, rows_apart: 2}", "{code: uneven, rows_apart: 2, when: {contact: {at_least: weekly}}}"},
	"flag-code":                 {"rules/work.yaml", "code: uneven", "code: Un Even"},
	"flag-apart-without-rows":   {"rules/load.yaml", "flags:\n", "flags:\n  - {code: uneven, rows_apart: 2}\n"},
	"flag-row-table":            {"rules/load.yaml", "of: workers", "of: worker"},
	"flag-row-column":           {"rules/load.yaml", "ratio: [clients, hours], is", "ratio: [client, hours], is"},
	"flag-row-comparison":       {"rules/load.yaml", `is: "> 1"`, "is: above 1"},
	"flag-row-empty":            {"rules/load.yaml", `any_row: {of: workers, ratio: [clients, hours], is: "> 1"}`, "any_row: {}"},

	"words-missing":          {"words.yaml", "", ""},
	"words-without-title":    {"words.yaml", "title: A small scale\n", ""},
	"words-unknown-key":      {"words.yaml", "short:", "shorts:"},
	"words-for-no-band":      {"words.yaml", "bands: {high", "bands: {hihg"},
	"words-for-no-table":     {"words.yaml", "  workers:\n", "  worker:\n"},
	"words-for-no-column":    {"words.yaml", "      style:", "      stile:"},
	"words-for-no-answer":    {"words.yaml", "{apart:", "{appart:"},
	"words-of-item-missing":  {"words/load.yaml", "", ""},
	"words-of-item-untitled": {"words/load.yaml", "title: Load\n", ""},
	"words-for-no-score":     {"words/load.yaml", "1: Heavy.", "0: Heavy."},
	"words-for-a-word-score": {"words/load.yaml", "1: Heavy.", "one: Heavy."},
	"words-for-no-measure":   {"words/load.yaml", "{load:", "{lode:"},
	"words-for-no-flag":      {"words/load.yaml", "overloaded:", "overload:"},
	"words-for-no-fact":      {"words/meetings.yaml", "{weekly:", "{weakly:"},
	"words-for-no-choice":    {"words/work.yaml", "{never:", "{seldom:"},
}

func TestProblemsOfScales(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(brokenScales)) {
		t.Run(name, func(t *testing.T) {
			fsys := smallScale(t)
			brokenScales[name].apply(t, fsys)
			problems := readAll(t, fsys)
			if !problems.Errors() {
				t.Error("the scale is taken")
			}
			for _, p := range problems {
				sound(t, p)
			}
			golden(t, "testdata/scales/"+name+".golden", lines(problems))
		})
	}
}

// Several things that are wrong, in several files, are told in one go.
func TestManyProblemsOfAScale(t *testing.T) {
	fsys := smallScale(t)
	for _, name := range []string{"frame-version", "column-type", "rule-missing", "measure-unknown-key", "fact-type", "anchor-comparison"} {
		brokenScales[name].apply(t, fsys)
	}
	golden(t, "testdata/scales/many.golden", lines(readAll(t, fsys)))
}

func TestSmallScaleHasNoProblem(t *testing.T) {
	if problems := readAll(t, smallScale(t)); len(problems) > 0 {
		t.Error(problems)
	}
}

// readAll reads the rules and, where they are sound, the words.
func readAll(t *testing.T, fsys fs.FS) source.Problems {
	t.Helper()
	scale, problems := source.ReadScale(fsys, "small")
	if (scale == nil) != problems.Errors() {
		t.Errorf("a scale: %v, errors: %v", scale != nil, problems.Errors())
	}
	if scale == nil {
		return problems
	}
	words, ofWords := source.ReadWords(fsys, "small", scale)
	if (words == nil) != ofWords.Errors() {
		t.Errorf("words: %v, errors: %v", words != nil, ofWords.Errors())
	}
	return append(problems, ofWords...)
}

// smallScale returns the files of testdata/small.
func smallScale(t testing.TB) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	from := os.DirFS("testdata/small")
	for _, pattern := range []string{"*.yaml", "*/*.yaml"} {
		names, err := fs.Glob(from, pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			fsys[name] = &fstest.MapFile{Data: load(t, path.Join("testdata/small", name))}
		}
	}
	return fsys
}

func (c change) apply(t *testing.T, fsys fstest.MapFS) {
	t.Helper()
	switch {
	case c.old == "" && c.new == "":
		delete(fsys, c.file)
	case c.old == "":
		fsys[c.file] = &fstest.MapFile{Data: []byte(c.new)}
	default:
		text := string(fsys[c.file].Data)
		if strings.Count(text, c.old) == 0 {
			t.Fatalf("%s does not have %q", c.file, c.old)
		}
		fsys[c.file] = &fstest.MapFile{Data: []byte(strings.Replace(text, c.old, c.new, 1))}
	}
}
