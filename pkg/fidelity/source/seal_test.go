package source_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

const sealable = `# A made-up review.
format: fidelity/review/1
scale: ips-25@1
service: {id: northfield, name: Northfield, groups: {region: East, size: small}}
kind: self-audit
visit: {from: 2026-05-12}
evidence:
  specialists: [{id: ES01, fte: 1.0, caseload: 19, phases: [intake, engagement]}, {id: ES02, caseload: 13}]
items:
  disclosure: {facts: {not-required: yes, pros-and-cons: "no"}, score: 4, because: Seen twice.}
  team-contact:
    saw: >-
      A text over
      two lines.
    score: 3
`

// sealed reads a review and seals it.
func sealed(t fatal, text string) []byte {
	t.Helper()
	e, err := source.NewEditor("2026-05.yaml", []byte(text))
	if err != nil {
		t.Fatalf("%v", err)
	}
	if err := e.Seal(read(t, []byte(text)).Review, source.Mark{At: "2026-06-20", By: "r1"}); err != nil {
		t.Fatalf("%v", err)
	}
	return e.Bytes()
}

func read(t fatal, text []byte) *source.File {
	t.Helper()
	file, problems := source.ReadReview("2026-05.yaml", text, ips)
	if file == nil {
		t.Fatalf("%v\n%s", problems, text)
	}
	return file
}

func TestSeal(t *testing.T) {
	text := sealed(t, sealable)
	file := read(t, text)
	if !file.Sealed() || file.SealProblems() != nil {
		t.Fatalf("%v\n%s", file.SealProblems(), text)
	}
	s := file.Review.Seal
	if s.At != "2026-06-20" || s.By != "r1" || len(s.SHA256) != 64 || s.Digest != file.Review.Scale().Digest() || file.Review.Stage != fidelity.Final {
		t.Errorf("%+v", s)
	}
	if n := len(file.Review.Changes); n != 2 || !strings.HasPrefix(string(text), "# A made-up review.") {
		t.Errorf("%d changes\n%s", n, text)
	}
}

// Comments, layout and the order of keys are free.
func TestSealHolds(t *testing.T) {
	text := string(sealed(t, sealable))
	for name, change := range map[string][2]string{
		"a comment goes":       {"# A made-up review.\n", ""},
		"a comment comes":      {"kind: self-audit", "kind: self-audit # by the team"},
		"keys change places":   {"scale: ips-25@1\nservice:", "service:"},
		"quotation marks":      {"score: 4", "score: \"4\""},
		"other quotation":      {`"no"`, "no"},
		"an empty line":        {"items:\n", "\n\nitems:\n"},
		"a text in one line":   {">-\n      A text over\n      two lines.", "A text over two lines."},
		"groups in turn":       {"{region: East, size: small}", "{size: small, region: East}"},
		"a key that says none": {"kind: self-audit", "kind: self-audit\nmode:"},
	} {
		t.Run(name, func(t *testing.T) {
			changed := strings.Replace(text, change[0], change[1], 1)
			if name == "keys change places" {
				changed += "scale: ips-25@1\n"
			}
			if changed == text {
				t.Fatal("nothing was changed")
			}
			if found := read(t, []byte(changed)).SealProblems(); found != nil {
				t.Error(found)
			}
		})
	}
}

// leaves lists all values of a document, but the checksum itself.
func leaves(n *yaml.Node, path string, visit func(n *yaml.Node)) {
	switch n.Kind {
	case yaml.ScalarNode:
		if path != ".seal.sha256" {
			visit(n)
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			leaves(n.Content[i+1], path+"."+n.Content[i].Value, visit)
		}
	default:
		for _, entry := range n.Content {
			leaves(entry, path+"[]", visit)
		}
	}
}

// Any change of any value of any sample is found, however small. The keys may
// stand in any order all the same.
func TestAnyChangeOfASealedReviewIsFound(t *testing.T) {
	names, _ := filepath.Glob("../../../reviews/*/20*.yaml")
	if len(names) < 9 {
		t.Fatal(names)
	}
	texts := [][]byte{[]byte(sealable)}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, data)
	}
	for i := range texts {
		if !bytes.Contains(texts[i], []byte("\nseal:")) { // one sample is sealed as it stands
			texts[i] = sealed(t, string(texts[i]))
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.SampledFrom(texts).Draw(t, "sample")
		var doc yaml.Node
		if err := yaml.Unmarshal(text, &doc); err != nil {
			t.Fatal(err)
		}
		turned(doc.Content[0])
		before := sumOf(t, &doc)
		if before != source.SumOf(text) || before == "" {
			t.Fatal("the order of keys counts")
		}
		var all []*yaml.Node
		leaves(doc.Content[0], "", func(n *yaml.Node) { all = append(all, n) })
		n := all[rapid.IntRange(0, len(all)-1).Draw(t, "value")]
		was := n.Value
		at := rapid.IntRange(0, len([]rune(was))).Draw(t, "at")
		head, tail := string([]rune(was)[:at]), string([]rune(was)[at:])
		switch rapid.IntRange(0, 2).Draw(t, "change") {
		case 0:
			n.Value = head + "x" + tail
		case 1:
			n.Value = head + "7"
		default:
			n.SetString("")
		}
		if n.Value != was && sumOf(t, &doc) == before {
			t.Fatalf("%q became %q, and nothing is found", was, n.Value)
		}
	})
}

// One sample is sealed as it stands. Its comments and the order of its keys may
// change; its seal is whole, and any other score breaks it.
func TestTheSealedSample(t *testing.T) {
	const name = "../../../reviews/larkmoor/2024-05.yaml"
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	broken := func(text []byte) bool {
		file, problems := source.ReadReview(name, text, ips)
		if file == nil || !file.Sealed() {
			t.Fatal(problems)
		}
		return file.SealProblems() != nil
	}
	if broken(data) {
		t.Error("the seal is broken as it stands")
	}
	if broken(bytes.ReplaceAll(data, []byte("\n# "), []byte("\n# Once more: "))) {
		t.Error("a comment counts")
	}
	for old, changed := range map[string]string{"\n    score: 4\n": "\n    score: 5\n", "ratings: {r1: 4,": "ratings: {r1: 3,", "caseload: 22": "caseload: 21"} {
		if !broken(bytes.Replace(data, []byte(old), []byte(changed), 1)) {
			t.Errorf("%q became %q, and nothing is found", old, changed)
		}
	}
}

// turned puts the keys of all mappings in the opposite order.
func turned(n *yaml.Node) {
	for _, child := range n.Content {
		turned(child)
	}
	if n.Kind != yaml.MappingNode {
		return
	}
	var out []*yaml.Node
	for i := len(n.Content) - 2; i >= 0; i -= 2 {
		out = append(out, n.Content[i], n.Content[i+1])
	}
	n.Content = out
}

func sumOf(t fatal, doc *yaml.Node) string {
	text, err := yaml.Marshal(doc)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return source.SumOf(text)
}

func TestBrokenSeals(t *testing.T) {
	text := string(sealed(t, sealable))
	for name, c := range map[string]struct{ from, to, says string }{
		"a score":            {"score: 4", "score: 5", "seal.sha256: the review was changed after it was sealed on 2026-06-20; put it back"},
		"rows change places": {"intake, engagement", "engagement, intake", "was changed after it was sealed"},
		"who closed it":      {"by: r1\n  ", "by: r2\n  ", "was changed after it was sealed"},
		"a change is gone":   {"what: stage", "what: service", "was changed after"},
		"a new key":          {"kind: self-audit", "kind: self-audit\nmode: virtual", "was changed after"},
		"the rules":          {"digest: sha256:", "digest: sha256:0", "the rules of ips-25@1 have changed since the review was sealed"},
		"no checksum":        {"  sha256: ", "  sha256: # ", "the seal has no sha256"},
	} {
		t.Run(name, func(t *testing.T) {
			changed := strings.Replace(text, c.from, c.to, 1)
			if changed == text {
				t.Fatalf("nothing was changed\n%s", text)
			}
			if said := read(t, []byte(changed)).SealProblems().Error(); !strings.Contains(said, c.says) {
				t.Errorf("%q does not say %q", said, c.says)
			}
		})
	}
}

func TestSealedReviewsAreNotEdited(t *testing.T) {
	e, err := source.NewEditor("2026-05.yaml", sealed(t, sealable))
	if err != nil {
		t.Fatal(err)
	}
	m := source.Mark{At: "2026-06-21"}
	for _, err := range []error{
		e.Set("items.disclosure.score", source.Plain("5"), m), e.Append("actions", source.Map(), m), e.Remove("kind", m), e.Append("changes", source.Map(), m),
	} {
		refusal(t, err, "the review is sealed and cannot be changed; make a new version of it with fidelity amend")
	}
}

func TestAmend(t *testing.T) {
	text := sealed(t, sealable)
	old := read(t, text)
	e, err := source.NewEditor("2026-05.v2.yaml", text)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Amend(old, "2026-05.yaml", "A score was wrong.", source.Mark{At: "2026-07-01", By: "r2"}); err != nil {
		t.Fatal(err)
	}
	if err := e.Set("items.disclosure.score", source.Plain("5"), source.Mark{At: "2026-07-01"}); err != nil {
		t.Fatal(err)
	}
	r := read(t, e.Bytes()).Review
	if r.Seal != nil || r.Stage != fidelity.Agreed || r.Amends.SHA256 != old.Review.Seal.SHA256 || r.Amends.File != "2026-05.yaml" || r.Amends.Why != "A score was wrong." || len(r.Changes) != 6 {
		t.Errorf("%s", e.Bytes())
	}
	if again := read(t, sealed(t, string(e.Bytes()))); again.SealProblems() != nil {
		t.Error(again.SealProblems())
	}
}

func TestUnfinished(t *testing.T) {
	lines := "reviewers: [{id: r1}]\nevidence: {specialists: [{id: ES01, fte: 1, caseload: 18}]}\nitems: {caseload-size: {score: 2}, disclosure: {score: 2, ratings: {r1: 3, r2: 4}}, team-contact: {score: not-enough-evidence}}\nblind: r1\n"
	file := read(t, []byte(head+lines))
	found := file.Unfinished(fidelity.Assess(file.Review))
	said := found.Error()
	for _, says := range []string{
		"blind: this is the copy of one reviewer", "reviewers: an independent review has two reviewers, and this one names 1; name both",
		"items.caseload-size.score: the score differs from what the evidence allows; say why in because", "items.caseload-size.ratings: the ratings of two reviewers",
		"items.team-contact: no reviewer has scored this item", "items.zero-exclusion: no reviewer has scored this item",
	} {
		if !strings.Contains(said, says) {
			t.Errorf("without %q:\n%s", says, said)
		}
	}
	if strings.Contains(said, "items.disclosure") || len(found) != 2+2+23 {
		t.Errorf("%d\n%s", len(found), said)
	}
}
