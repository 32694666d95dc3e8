package source_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

const secret = "943 476 5919"

func TestPersonal(t *testing.T) {
	for situation, c := range map[string]struct {
		lines string
		want  []string // PLACE: PATH: LEVEL, and what the sentence has
	}{
		"nothing":               {"items: {disclosure: {saw: We saw six plans., score: 4}}\n", nil},
		"a number in a text":    {"items:\n  disclosure:\n    saw: We read " + secret + " twice.\n", []string{"8:10 items.disclosure.saw error an NHS number (9•• ••• ••••)"}},
		"a name in a list":      {"items:\n  disclosure: {sources: [Sarah]}\n", []string{"7:26 items.disclosure.sources[0] warning a first name (S••••)"}},
		"an age":                {"sharing: For one man aged 42.\n", []string{"6:10 sharing note an age (a••• ••)"}},
		"settled":               {"sharing: With Paul and 4 others.\nnot-personal: [{path: sharing, why: the name of a shop}]\n", nil},
		"settled above":         {"items: {disclosure: {saw: Paul}}\nnot-personal: [{path: items.disclosure, why: a shop}]\n", nil},
		"settled without a why": {"sharing: With Paul.\nnot-personal: [{path: sharing}]\n", []string{"6:10 sharing warning a first name"}},
		"settled beside it":     {"sharing: With Paul.\nnot-personal: [{path: share, why: a shop}]\n", []string{"6:10 sharing warning a first name"}},
		"a block is not settled": {
			"sharing: Of " + secret + "\nnot-personal: [{path: sharing, why: a made-up one}]\n",
			[]string{"6:10 sharing error an NHS number"},
		},
		"names where they belong":   {"reviewers: [{id: r1, name: Sarah Smith, role: Dr Smith}]\n", nil},
		"numbers nowhere":           {"reviewers: [{id: r1, name: sarah@example.org}]\n", []string{"6:28 reviewers[0].name error an e-mail address"}},
		"who answered":              {"response: {text: Thank you., by: Sarah Smith}\n", nil},
		"a comment":                 {"# Sarah said so\nsharing: All\n", []string{"7:1 sharing warning the comment here looks like a first name"}},
		"a key":                     {"service2: {" + secret + ": 1}\n", []string{"6:12 error this key looks like an NHS number"}},
		"a digest is no text":       {"seal: {sha256: 1234567890123456789012345678901234567890}\n", nil},
		"the same twice":            {"sharing: " + secret + " and " + secret + "\n", []string{"6:10 sharing error"}},
		"a file that is no review":  {"evidence: {clients: [{id: Sarah, x: 1}]}\n", []string{"6:27 evidence.clients[0].id warning a first name"}},
		"the type of a job":         {"evidence: {jobs: [{id: J1, type: cleaner for Mr Smith}]}\n", []string{"6:34 evidence.jobs[0].type warning a person's name"}},
		"two kinds in one sentence": {"sharing: Mr Smith of M1 1AE\n", []string{"6:10 sharing warning a person's name", "6:10 sharing warning a full postcode"}},
	} {
		t.Run(situation, func(t *testing.T) {
			problems := source.Personal("2026-05.yaml", []byte(head+c.lines))
			if len(problems) != len(c.want) {
				t.Fatalf("%v", problems)
			}
			for i, p := range problems {
				said := strings.ReplaceAll(p.String(), "2026-05.yaml:", "") + " " + string(p.Level)
				for _, part := range strings.SplitN(c.want[i], " ", 4) {
					if !strings.Contains(said, part) {
						t.Errorf("%s: without %q", said, part)
					}
				}
				if strings.Contains(said, secret) || !strings.HasPrefix(p.Code, "privacy-") {
					t.Errorf("%s: %s", p.Code, said)
				}
			}
		})
	}
}

func TestPersonalNames(t *testing.T) {
	name := "9434765919.yaml"
	problems := source.Personal(filepath.Join("reviews", name), []byte(head))
	if len(problems) != 1 || !problems.Errors() || strings.Contains(problems.Error(), "9434765919") {
		t.Error(problems)
	}
	problems = source.PersonalName("book.xlsx", "the name of the sheet", "Mr Smith")
	if len(problems) != 1 || problems[0].Code != source.CodePersonalCheck || !strings.Contains(problems[0].Text, "the name of the sheet holds what looks like a person's name") {
		t.Error(problems)
	}
	if problems := source.Personal("good.yaml", []byte("no: [yaml")); problems != nil {
		t.Error(problems)
	}
}

// Other problems quote what stands in a file. They do not quote numbers and
// names of people.
func TestProblemsRepeatNoIdentifier(t *testing.T) {
	for _, lines := range []string{
		"mode: " + secret + "\n",
		"items: {disclosure: {score: " + secret + "}}\n",
		"items: {disclosure: {facts: {not-required: " + secret + "}}}\n",
		"items: {" + secret + ": {score: 3}}\n",
		secret + ": 3\n",
		"evidence: {clients: [{id: " + secret + "}]}\n",
		"evidence: {clients: [{id: C1, days_waiting: " + secret + "}]}\n",
		"evidence: {" + secret + ": [{id: C1}]}\n",
		"actions: [{item: " + secret + "}]\n",
		"visit: " + secret + "\n",
		"evidence_period: {from: " + secret + "}\n",
	} {
		_, problems := source.ReadReview("2026-05.yaml", []byte(head+lines), source.NewShelf(items.FS))
		if said := problems.Error(); said == "" || strings.Contains(said, secret) || strings.Contains(said, "943") {
			t.Errorf("%s\n%s", lines, said)
		}
	}
}

func TestChangesRepeatNoIdentifier(t *testing.T) {
	e, err := source.NewEditor("2026-05.yaml", []byte(head+"previous: 9434765919.yaml\n"))
	if err != nil {
		t.Fatal(err)
	}
	why := source.Mark{At: "2026-06-01", By: "jane@example.org", Why: "Mr Smith asked, " + secret}
	for path, v := range map[string]source.Value{
		"items.disclosure.saw": source.Text("We read " + secret), "previous": source.Plain("9434765911.yaml"), "service.id": source.Plain("4505577104"),
	} {
		if err := e.Set(path, v, why); err != nil {
			t.Fatal(err)
		}
	}
	_, changes, _ := strings.Cut(string(e.Bytes()), "changes:")
	for _, never := range []string{"943", "450", "jane@", "Smith"} {
		if changes == "" || strings.Contains(changes, never) {
			t.Errorf("%s in %s", never, changes)
		}
	}
}

func TestHide(t *testing.T) {
	lines := "sharing: S " + secret + "\nitems: {disclosure: {saw: A " + secret + ", judgement: B " + secret + ", because: C " + secret + ", score: 3, recommend: {text: D " + secret + "}}}\n" +
		"actions: [{action: E " + secret + ", who: Sarah}]\nresponse: {text: F " + secret + "}\nchanges: [{what: x, why: " + secret + "}]\n"
	file, problems := source.ReadReview("2026-05.yaml", []byte(head+lines), source.NewShelf(items.FS))
	if file == nil {
		t.Fatal(problems)
	}
	if len(file.Blocked()) != 8 {
		t.Error(file.Blocked())
	}
	source.Hide(file.Review)
	text := string(source.FormatReview(file.Review))
	if strings.Contains(text, secret) || !strings.Contains(text, "A 9•• ••• ••••") || !strings.Contains(text, "Sarah") {
		t.Error(text)
	}
}

// A full review is looked through in well under 2 ms.
func BenchmarkPersonal(b *testing.B) {
	name := "../../../reviews/larkmoor/2026-05.yaml"
	data, err := os.ReadFile(name)
	if err != nil {
		b.Fatal(err)
	}
	file, problems := source.ReadReview(name, data, source.NewShelf(items.FS))
	if file == nil {
		b.Fatal(problems)
	}
	for b.Loop() {
		if found := file.Personal(); found != nil {
			b.Fatal(found)
		}
	}
}
