package privacy_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
)

// kindsOf are the words of the corpus.
var kindsOf = map[string]privacy.Kind{
	"nhs": privacy.NHSNumber, "chi": privacy.CHINumber, "ni": privacy.NINumber, "email": privacy.Email, "phone": privacy.Phone,
	"birth": privacy.BirthDate, "record": privacy.RecordNumber, "card": privacy.CardNumber, "passport": privacy.Passport, "title": privacy.TitledName,
	"first": privacy.FirstName, "postcode": privacy.Postcode, "street": privacy.StreetAddress, "long": privacy.LongNumber, "link": privacy.Link,
	"age": privacy.Age, "only": privacy.OnlyOne,
}

// planted is a sentence with an identifier in it.
type planted struct {
	kind       privacy.Kind
	text       string
	start, end int
}

func lines(t testing.TB, name string) []string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimRight(string(data), "\n"), "\n")
}

func corpus(t testing.TB) (all []planted) {
	t.Helper()
	for _, line := range lines(t, "planted.txt") {
		word, text, ok := strings.Cut(line, "\t")
		start, end := strings.Index(text, "[["), strings.Index(text, "]]")
		if !ok || kindsOf[word] == 0 || start < 0 || end < start {
			t.Fatalf("not a line of the corpus: %s", line)
		}
		all = append(all, planted{kindsOf[word], text[:start] + text[start+2:end] + text[end+2:], start, end - 2})
	}
	return all
}

// sampleTexts are all values of the sample reviews.
func sampleTexts(t testing.TB) (all []string) {
	t.Helper()
	names, err := filepath.Glob("../../../reviews/*/20*.yaml")
	if err != nil || len(names) < 9 {
		t.Fatal(names, err)
	}
	var walk func(n *yaml.Node)
	walk = func(n *yaml.Node) {
		if n.Kind == yaml.ScalarNode {
			all = append(all, n.Value)
		}
		for i, child := range n.Content {
			if n.Kind == yaml.MappingNode && (i%2 == 0 || slices.Contains([]string{"reviewers", "service", "by", "names"}, n.Content[i-1].Value)) {
				continue // keys, and names in fields of their own
			}
			walk(child)
		}
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var doc yaml.Node
		if err := yaml.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		walk(&doc)
	}
	return all
}

// The corpus was made for this test. Recall is the share of planted
// identifiers that are found, of any kind and at the right level, with no part
// of theirs left to read; precision the share of all hits that are planted.
func TestRecallAndPrecision(t *testing.T) {
	all, found, hits, wrong := corpus(t), 0, 0, 0
	if len(all) < 120 {
		t.Fatalf("%d planted identifiers", len(all))
	}
	var missed []string
	for _, p := range all {
		ok := false
		for _, h := range privacy.Find(p.text) {
			hits++
			if h.Start > p.start || h.End < p.end || h.Level() != p.kind.Level() {
				if h.End <= p.start || h.Start >= p.end {
					wrong++
					t.Logf("beside what was planted: %s in %q", h, p.text)
				}
				continue
			}
			ok = true
		}
		if ok {
			found++
		} else {
			missed = append(missed, p.kind.String()+": "+p.text)
		}
	}
	ordinary := append(lines(t, "ordinary.txt"), sampleTexts(t)...)
	if n := len(lines(t, "ordinary.txt")); n < 200 {
		t.Fatalf("%d ordinary sentences", n)
	}
	for _, text := range ordinary {
		for _, h := range privacy.Find(text) {
			hits++
			wrong++
			t.Logf("nothing was planted: %s in %q", h, text)
		}
	}
	recall, precision := float64(found)/float64(len(all)), float64(hits-wrong)/float64(hits)
	t.Logf("recall %d of %d (%.1f%%), precision %d of %d (%.1f%%), %d ordinary texts", found, len(all), 100*recall, hits-wrong, hits, 100*precision, len(ordinary))
	for _, m := range missed {
		t.Logf("missed: %s", m)
	}
	if recall < 0.96 || precision < 0.99 {
		t.Errorf("recall %.3f, precision %.3f", recall, precision)
	}
}
