package source_test

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

const strippable = head + `reviewers: [{id: r1, name: A. Okafor}]
evidence:
  specialists: [{id: ES01, fte: 1, caseload: 18}, {id: ES2, fte: 0.7, caseload: 13}]
  clients: [{id: C001, days_waiting: 4}]
  jobs: [{id: J001, type: cleaner at the mill, employer: E014, current: yes}]
samples: {clients: {of: 64, picked: random}}
items:
  caseload-size: {saw: Text one., judgement: Text two., score: 3, because: Text three., sources: [interviews],
    recommend: {text: "Lend es01 a hand; not ES011 or XES01. See E014's shop.", who: ES2}, ratings: {r1: 3, r2: 4}}
  disclosure: {facts: {not-required: yes}, score: not-enough-evidence}
actions: [{id: a1, item: disclosure, action: "Go with ES01, and (C001)", who: ES2 and J001, measure: Visits of E014, status: open}]
response: {text: Text four., by: team leader, date: 2026-06-20}
sharing: Text five.
not-personal: [{path: sharing, why: Text six.}]
corrected: [{item: disclosure, from: 3, to: 4, why: Text seven.}]
amends: {file: old.yaml, sha256: "12", why: Text eight.}
seal: {sha256: "34"}
changes:
  - {at: 2026-05-13T16:20:00Z, by: r1, what: items.caseload-size.score, from: 4, to: 3, why: Text nine.}
  - {at: 2026-05-14, by: r2, what: items.caseload-size.saw, from: (text), to: (text)}
  - {at: 2026-05-14, by: r2, what: "evidence.specialists[ES01].caseload", from: 17, to: 18}
`

func stripped(t *testing.T, text string) (*fidelity.Review, string, int) {
	t.Helper()
	file, problems := source.ReadReview("x.yaml", []byte(text), source.NewShelf(items.FS))
	if file == nil {
		t.Fatal(problems)
	}
	review, codes := source.Strip(fidelity.Assess(file.Review), fidelity.Stamp{At: "2026-06-01", By: "r1"})
	return review, string(source.FormatReview(review)), codes
}

func TestStrip(t *testing.T) {
	review, text, codes := stripped(t, strippable)
	if codes != 9 {
		t.Errorf("%d codes", codes)
	}
	for _, gone := range []string{"Text", "evidence:", "facts:", "mill", "cleaner", "seal", "sharing", "not-personal", "J001", "C001", "E014'", "ES2", "(text)"} {
		if strings.Contains(text, gone) {
			t.Errorf("%s is still there:\n%s", gone, text)
		}
	}
	for _, kept := range []string{
		"Lend (code taken out) a hand; not ES011 or XES01. See (code taken out)'s shop.", "Go with (code taken out), and ((code taken out))", "because: reason on file",
		"ratings:", "not-enough-evidence", `from: "4"`, "what: items.caseload-size.score", "what: items.caseload-size.saw", "by: team leader", "of: 64", "sha256: \"12\"", "at: 2026-06-01", "name: A. Okafor",
		"sources:", "looked:", "interviews",
	} {
		if !strings.Contains(text, kept) {
			t.Errorf("%s is not there:\n%s", kept, text)
		}
	}
	if review.Stripped.By != "r1" || review.Kept.ScaleDigest != review.Scale().Digest() || review.Corrections[0].To != 4 {
		t.Error(text)
	}
}

// No code of a row or an employer is left of any sample.
func TestStrippedSamplesHoldNoCode(t *testing.T) {
	names, _ := filepath.Glob("../../../reviews/*/20*.yaml")
	if len(names) < 9 {
		t.Fatal(names)
	}
	all := 0
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file, problems := source.ReadReview(name, data, source.NewShelf(items.FS))
		if file == nil {
			t.Fatal(problems)
		}
		_, text, _ := stripped(t, string(data))
		for code := range codesIn(file.Review) {
			all++
			if regexp.MustCompile(`(?i)\b` + code + `\b`).MatchString(text) {
				t.Errorf("%s: the code %s is still there", name, code)
			}
		}
	}
	if all < 100 {
		t.Errorf("%d codes", all)
	}
}

func codesIn(r *fidelity.Review) map[string]bool {
	codes := map[string]bool{}
	for t := range r.Scale().Definition().Tables {
		def := &r.Scale().Definition().Tables[t]
		for _, row := range r.Rows(def.ID) {
			for c := range def.Columns {
				if v := row.At(c); def.Columns[c].Kind == fidelity.Code && v.Known() {
					codes[v.Text()] = true
				}
			}
		}
	}
	return codes
}

// What a stripped file says of its figures is looked at like everything else.
func TestKeptFiguresThatCannotBe(t *testing.T) {
	for lines, says := range map[string]string{
		"{low: 1, high: 2, measures: [{id: nothing}]}":                         `measured.items.caseload-size.measures[0]: caseload-size measures no "nothing"`,
		"{low: 1, high: 2, measures: {id: ratio}}":                             "a set of keys stands here where a list belongs",
		"{low: 1, high: 2, measures: [{}]}":                                    "id is missing",
		"{low: 1, high: 2, measures: [{id: MEASURE, low: x}]}":                 `measures[0].low: "x" is no number; write digits, as in 12 or 0.5, or a fraction such as 58/3`,
		"{low: 1, high: 2, measures: [{id: MEASURE, low: 1/0}]}":               "is no number",
		"{low: 1, high: 2, measures: [{id: MEASURE, low: 3, high: 2}]}":        "low is more than high",
		"{low: 1, high: 2, measures: [{id: MEASURE, used: -1}]}":               "measures[0].used",
		"{low: 1, high: 2, flags: [{code: thin}]}":                             "the flag thin is about a measure; name it",
		"{low: 1, high: 2, flags: [{measure: MEASURE}]}":                       "code is missing",
		"{low: 1, high: 2, measures: [{id: MEASURE, low: 58/3, high: 117/6}]}": "",
	} {
		shelf := source.NewShelf(items.FS)
		scale, err := shelf.Scale("ips-25@1")
		if err != nil {
			t.Fatal(err)
		}
		at, _ := scale.ItemAt("caseload-size")
		lines = strings.ReplaceAll(lines, "MEASURE", scale.Items()[at].Measures[0].ID)
		_, problems := source.ReadReview("x.yaml", []byte(head+"measured: {items: {caseload-size: "+lines+"}}\n"), shelf)
		if said := problems.Error(); !strings.Contains(said, says) || (says == "") != (said == "") {
			t.Errorf("%s: %q without %q", lines, said, says)
		}
	}
}
