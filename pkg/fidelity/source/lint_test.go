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

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// lintScale returns the files of testdata/lintscale, which have no problem.
func lintScale(t testing.TB) fstest.MapFS {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, pattern := range []string{"*.yaml", "*/*.yaml"} {
		names, err := fs.Glob(os.DirFS("testdata/lintscale"), pattern)
		if err != nil || len(names) == 0 {
			t.Fatal(names, err)
		}
		for _, name := range names {
			fsys[name] = &fstest.MapFile{Data: load(t, path.Join("testdata/lintscale", name))}
		}
	}
	return fsys
}

// lintCases are scales with one thing that lint tells, by its rule.
var lintCases = map[string][]change{
	"anchor-overtaken":             {{"rules/waits.yaml", `2: {days: "<= 30"}`, `2: {days: "<= 15"}`}},
	"anchor-overtaken-twice":       {{"rules/load.yaml", `2: {rate: "<= 40"}`, `2: {rate: "<= 5", style: {at_least: joined}, trained: yes}`}},
	"anchor-overtaken-by-a-way":    {{"rules/contact.yaml", "2: {contact: {at_least: monthly}}\n", "2: {alone: yes, meets: {at_least: monthly}}\n"}},
	"anchor-the-same":              {{"rules/waits.yaml", `3: {days: "<= 20"}`, `3: {days: "< 11"}`}},
	"anchor-excluded":              {{"rules/load.yaml", `3: {rate: "<= 30", style`, `3: {rate: ["<= 30", "> 30"], style`}},
	"anchor-excluded-by-requires":  {{"rules/waits.yaml", `2: {days: "<= 30"}`, `2: {days: "<= 30", people: "< 1"}`}},
	"anchor-beyond-all-shares":     {{"rules/waits.yaml", "people: {count: clients}", "people: {share: clients, where: {days: given}}"}, {"rules/waits.yaml", `{people: ">= 1"}`, `{people: "> 100"}`}},
	"anchor-the-same-when-rounded": {{"rules/waits.yaml", `3: {days: "<= 20"}`, `3: {days: "<= 10.4"}`}},
	"anchor-below-nothing":         {{"rules/contact.yaml", "2: {contact: {at_least: monthly}}\n", "2: {staff: \"< 0\"}\n"}},
	"anchor-beyond-all-numbers":    {{"rules/waits.yaml", `2: {days: "<= 30"}`, `2: {days: [">= 30000000000000000000", "<= -30000000000000000000.5"]}`}},
	"anchor-easier-number":         {{"rules/load.yaml", `4: {rate: "<= 20"`, `4: {rate: "<= 35"`}},
	"anchor-easier-answer":         {{"rules/load.yaml", `style: {at_least: joined}, trained`, `style: {at_least: near}, trained`}, {"rules/load.yaml", `style: {at_least: near}}`, `style: {at_least: joined}}`}},
	"anchor-without":               {{"rules/waits.yaml", "  3: {days: \"<= 20\"}\n", ""}},
	"anchor-none":                  {{"rules/waits.yaml", "anchors:\n  4: {days: \"<= 10\"}\n  3: {days: \"<= 20\"}\n  2: {days: \"<= 30\"}\n", ""}},
	"count-falls":                  {{"rules/meetings.yaml", "{3: 4, 2: 3, 1: 2", "{3: 4, 2: 2, 1: 3"}},
	"count-without-a-score":        {{"rules/meetings.yaml", "2: 3, 1: 2, 0: 1", "2: 2, 1: 2, 0: 1"}},
	"band-above":                   {{"scale.yaml", "from: 12", "from: 17"}},
	"band-below":                   {{"scale.yaml", "from: 4}", "from: 3}"}},
	"band-gap":                     {{"scale.yaml", "from: 4}", "from: 6}"}},

	"unused-fact":        {{"rules/contact.yaml", "cover: yes, full-time", "full-time"}, {"rules/contact.yaml", "{at_least: monthly}, cover: yes}", "{at_least: weekly}}"}},
	"unused-measure":     {{"rules/waits.yaml", "requires: {people: \">= 1\"}\n", ""}},
	"unused-column":      {{"rules/load.yaml", ", trained: yes}", "}"}},
	"unused-column-said": {{"rules/load.yaml", ", trained: yes}", "}"}, {"words.yaml", "Trained this year.", "Trained this year. It is not scored."}},
	"ambiguous-measure":  {{"rules/load.yaml", "  rate: {ratio", "  clients: {ratio"}, {"rules/load.yaml", "4: {rate:", "4: {clients:"}, {"rules/load.yaml", "3: {rate:", "3: {clients:"}, {"rules/load.yaml", "2: {rate:", "2: {clients:"}, {"words/load.yaml", "{rate: {name", "{clients: {name"}, {"wording.en-US.yaml", "{rate: {name", "{clients: {name"}},
	"ambiguous-fact":     {{"rules/waits.yaml", "cross_check:", "facts: {days: yes-no}\ncross_check:"}},
	"ambiguous-column":   {{"rules/load.yaml", "anchors:", "facts: {trained: yes-no}\nanchors:"}},
	"section-unused":     {{"scale.yaml", "[people, practice]", "[people, practice, place]"}},
	"source-unknown":     {{"rules/load.yaml", "[documents]", "[document]"}},
	"source-unused":      {{"scale.yaml", "[documents, interviews]", "[documents, interviews, visits]"}},
	"principle-unknown":  {{"rules/load.yaml", "primary: openness", "primary: opennes"}},
	"principle-also":     {{"rules/meetings.yaml", "also: [speed]", "also: [sped]"}},
	"principle-twice":    {{"rules/meetings.yaml", "also: [speed]", "also: [openness]"}},
	"principle-unused":   {{"rules/meetings.yaml", ", also: [speed]", ""}, {"rules/waits.yaml", "primary: speed", "primary: openness"}},
	"remedy-unknown":     {{"rules/waits.yaml", "remedy: [design, training]", "remedy: [design, training, desing]"}},
	"remedy-unused":      {{"words.yaml", "{design: design", "{data: data, design: design"}},
	"audience-unknown":   {{"rules/meetings.yaml", "[clinical]", "[clinicians]"}},
	"audience-unused":    {{"rules/meetings.yaml", "audience: [clinical]\n", ""}},
	"training-unknown":   {{"rules/waits.yaml", `["1.1"]`, `["1.9"]`}},
	"folder":             {{"scale.yaml", "id: lintscale", "id: other"}},
	"stray-rule":         {{"rules/lode.yaml", "", "number: 9\n"}},
	"stray-words":        {{"words/lode.yaml", "", "title: Lode\n"}},

	"words-of-frame":       {{"words.yaml", "bands: {high: High, low: Low}\nbands_short: {high: high, low: low}", "bands: {high: High}\nbands_short: {high: high}"}, {"words.yaml", "sections: {people: People, practice: Practice}\nprinciples: {openness: Openness, speed: Speed}\nviews: {all: All}", "sections: {people: People}\nprinciples: {openness: Openness}"}, {"words.yaml", "{documents: documents, ", "{"}},
	"words-of-kinds":       {{"words.yaml", "training: training}", `training: ""}`}, {"words.yaml", "clinical: clinical teams", `clinical: ""`}, {"words.yaml", `"1.2": meetings`, `"1.2": ""`}},
	"words-of-table":       {{"words.yaml", "    title: Workers\n    one: worker\n    many: workers\n    rows: one for each worker\n", ""}},
	"words-of-column":      {{"words.yaml", "{label: hours, means: Hours a week.}", "{}"}},
	"words-of-answer":      {{"words.yaml", "near: near, ", ""}},
	"words-of-item":        {{"words/load.yaml", "short: Load\nasks: How many clients does each worker have?\n", ""}, {"words/load.yaml", "evidence: Take the staff list.\npitfalls: [Vacant posts are counted.]\n", ""}},
	"words-short-too-long": {{"words/load.yaml", "short: Load\n", "short: The load of each worker in a full week\n"}},
	"words-of-score":       {{"words/load.yaml", "3: Fair., ", ""}},
	"words-of-measure":     {{"words/load.yaml", "{name: clients for a full week, unit: clients}", "{}"}},
	"words-of-fact":        {{"words/contact.yaml", `{asks: "Is there cover?", is: There is cover, short: cover}`, "{}"}},
	"words-of-fact-answer": {{"words/contact.yaml", "monthly: monthly, weekly", "weekly"}},
	"words-of-flag":        {{"words/contact.yaml", "flags: {quiet: There is some contact.}\n", ""}, {"words/waits.yaml", "flags: {waiting: Some people wait still.}\n", ""}},
	"words-of-readings":    {{"words/waits.yaml", "reads: The median counts; the mean is shown beside it.\n", ""}},
	"words-of-remedy":      {{"words/load.yaml", ", who: team leader, takes: a month, first_week: List the work.", ""}},

	"remedies-few":            {{"words/load.yaml", "  - {kind: design, do: Look at it each month., who: team leader, takes: a month, first_week: Fix a day.}\n", ""}, {"wording.en-US.yaml", "      - {kind: design, do: Look at it each month., who: team leader, takes: a month, first_week: Set a day.}\n", ""}},
	"remedies-kind":           {{"words/load.yaml", "kind: design, do: Look", "kind: training, do: Look"}, {"wording.en-US.yaml", "kind: design, do: Look", "kind: training, do: Look"}},
	"remedies-for-nothing":    {{"words/load.yaml", "kind: design, do: Look", "kind: design, for: [styl, per-hour], do: Look"}},
	"remedies-without-lesson": {{"rules/load.yaml", "remedy: [design]\n", "remedy: [design]\ndevelops: [\"1.2\"]\n"}},

	"examples-few":         {{"examples/load.yaml", "  - {name: Light, evidence: {workers: [{id: W1, hours: 40, clients: 10, style: joined, trained: yes}]}, gives: 4}\n", ""}},
	"examples-no-file":     {{"examples/load.yaml", "", ""}},
	"examples-none":        {{"examples/load.yaml", "", ""}, {"examples/waits.yaml", "", ""}, {"examples/contact.yaml", "", ""}, {"examples/meetings.yaml", "", ""}},
	"examples-no-boundary": {{"examples/load.yaml", "kind: boundary, ", ""}, {"examples/meetings.yaml", "kind: incomplete", "kind: usual"}},
	"examples-unfulfilled": {{"examples/load.yaml", "gives: 3", "gives: 2"}, {"examples/meetings.yaml", "gives: [3, 4]", "gives: [2, 4]"}},
	"examples-missing":     {{"examples/meetings.yaml", "[items.meetings.facts.minutes]", "[items.meetings.facts.minutes, items.meetings.facts.open]"}},
	"examples-broken":      {{"examples/load.yaml", "gives: 3", "gives: 7"}},

	"overlay-gap":          {{"wording.en-US.yaml", "asks: How many clients does each worker have?", "note: Count all."}},
	"overlay-without-item": {{"wording.en-US.yaml", "", "title: A scale\nshort: small\nattribution: Invented.\n"}},
	"overlay-unknown":      {{"wording.en-US.yaml", "{rate: {name", "{rates: {name"}},
	"overlay-short":        {{"wording.en-US.yaml", "short: Load\n", "short: The load of each worker in a full week\n"}},
	"overlay-kind":         {{"wording.en-US.yaml", "kind: design, do: Look", "kind: data, do: Look"}},
	"overlay-by-no-locale": {{"wording.us_english.yaml", "", "title: A scale\n"}},
	"broken-rule":          {{"rules/load.yaml", "each: workers", "each: worker"}, {"words/load.yaml", "short:", "shrot:"}},
	"broken-words":         {{"words/load.yaml", "short:", "shrot:"}, {"rules/waits.yaml", `2: {days: "<= 30"}`, `2: {days: "<= 15"}`}},
}

func TestLint(t *testing.T) {
	for _, name := range slices.Sorted(maps.Keys(lintCases)) {
		t.Run(name, func(t *testing.T) {
			fsys := lintScale(t)
			for _, c := range lintCases[name] {
				c.apply(t, fsys)
			}
			problems := source.LintScale(fsys, "lintscale")
			if len(problems) == 0 {
				t.Error("lint tells nothing")
			}
			text := ""
			for _, p := range problems {
				sound(t, p)
				text += string(p.Level) + " " + p.Code + " " + p.String() + "\n"
			}
			golden(t, "testdata/lint/"+name+".golden", text)
		})
	}
}

// soundCases come close to what lint tells, and are fine.
var soundCases = map[string][]change{
	"as it is": nil,
	"a measure that is the column of its name": {{"rules/load.yaml", "  rate: {ratio: [clients, hours], times: 40}", "  clients: {value: clients}"}, {"rules/load.yaml", "4: {rate:", "4: {clients:"}, {"rules/load.yaml", "3: {rate:", "3: {clients:"}, {"rules/load.yaml", "2: {rate:", "2: {clients:"}, {"words/load.yaml", "{rate: {name", "{clients: {name"}, {"wording.en-US.yaml", "{rate: {name", "{clients: {name"}, {"examples/load.yaml", "[1, 4]\n    missing: [\"evidence.workers[0].hours\"]", "4"}},
	"bands that are written out":               {{"rules/waits.yaml", `3: {days: "<= 20"}`, `3: {days: ["> 10", "<= 20"]}`}, {"rules/waits.yaml", `2: {days: "<= 30"}`, `2: {days: ["> 20", "<= 30"]}`}},
	"a lower score by another way":             {{"rules/load.yaml", `2: {rate: "<= 40"}`, `2: {any: [{rate: "<= 40"}, {trained: yes}]}`}, {"examples/load.yaml", "name: Hours not known", "name: Hours and training not known"}, {"examples/load.yaml", "gives: [1, 4]", "gives: [2, 4]"}},
	"a whole point more":                       {{"rules/waits.yaml", `3: {days: "<= 20"}`, `3: {days: "< 12"}`}, {"examples/waits.yaml", "days: 20", "days: 11"}},
	"a threshold with decimals":                {{"rules/waits.yaml", `4: {days: "<= 10"}`, `4: {days: "< 10.5"}`}, {"rules/waits.yaml", `3: {days: "<= 20"}`, `3: {days: "<= 20.9"}`}},
	"more ways than are looked at":             {{"rules/waits.yaml", `{people: ">= 1"}`, "{any: [" + strings.Repeat(`{people: ">= 1"}, `, 20) + "]}"}, {"rules/waits.yaml", `2: {days: "<= 30"}`, "2: {any: [" + strings.Repeat(`{days: "<= 9"}, `, 20) + "]}"}},
	"no wording":                               {{"wording.en-US.yaml", "", ""}},
	"no bands":                                 {{"scale.yaml", "bands:\n  - {id: high, from: 12}\n  - {id: low, from: 4}\n", ""}, {"words.yaml", "bands: {high: High, low: Low}\nbands_short: {high: high, low: low}\n", ""}, {"wording.en-US.yaml", "bands: {high: High, low: Low}\nbands_short: {high: high, low: low}\n", ""}},
	"a training unit that no item develops":    {{"words.yaml", `"1.2": meetings`, `"1.2": meetings, "1.3": notes`}, {"wording.en-US.yaml", `"1.2": meetings`, `"1.2": meetings, "1.3": notes`}},
	"a short title with room to spare":         {{"words/load.yaml", "short: Load\n", "short: The load of each worker in a week\n"}},
	"a further pitfall in a wording":           {{"wording.en-US.yaml", "[Vacant posts are counted.]", "[Vacant posts are counted., Interns are counted.]"}},
}

func TestLintLetsPass(t *testing.T) {
	for name, changes := range soundCases {
		t.Run(name, func(t *testing.T) {
			fsys := lintScale(t)
			for _, c := range changes {
				c.apply(t, fsys)
			}
			if problems := source.LintScale(fsys, "lintscale"); len(problems) > 0 {
				t.Error(problems)
			}
		})
	}
}

// The scales that come with the tool are without an error or a warning, and
// every column of theirs that no rule uses says so.
func TestLintOfTheScalesThatComeWithTheTool(t *testing.T) {
	for _, id := range []string{"ips-15", "ips-25"} {
		fsys, err := fs.Sub(items.FS, id)
		if err != nil {
			t.Fatal(err)
		}
		for _, p := range source.LintScale(fsys, id) {
			if p.Level != source.Note || p.Code != source.CodeUnused {
				t.Errorf("%s %s", p.Level, p)
			}
		}
	}
}

// Where the folder lies says nothing of its name.
func TestLintInTheFolderItself(t *testing.T) {
	for _, prefix := range []string{"", ".", "..", "/tmp/lintscale", "lintscale/"} {
		if problems := source.LintScale(lintScale(t), prefix); len(problems) > 0 {
			t.Errorf("%q: %s", prefix, problems)
		}
	}
}
