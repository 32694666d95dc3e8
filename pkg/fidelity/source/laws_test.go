package source_test

import (
	"bytes"
	"maps"
	"path/filepath"
	"slices"
	"testing"

	"gopkg.in/yaml.v3"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// samples are whole reviews: those of the reference, and a full one.
func samples(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, name := range append(glob(t, "testdata/reference/*.yaml", 17), "testdata/good/full.yaml") {
		files[filepath.Base(name)] = load(t, name)
	}
	return files
}

// taken reads a file that must be sound, be it with warnings.
func taken(t rapid.TB, data []byte) *fidelity.Review {
	t.Helper()
	file, problems := source.ReadReview("review.yaml", data, ips)
	if file == nil {
		t.Fatalf("%s\n%s", problems, data)
	}
	return file.Review
}

// Line ends of Windows and a byte order mark change nothing, wherever they are.
func TestLineEndsAndMarkChangeNothing(t *testing.T) {
	files := samples(t)
	rapid.Check(t, func(t *rapid.T) {
		data := files[rapid.SampledFrom(slices.Sorted(maps.Keys(files))).Draw(t, "file")]
		var out []byte
		if rapid.Bool().Draw(t, "mark") {
			out = append(out, "\ufeff"...)
		}
		windows := rapid.IntRange(0, 2).Draw(t, "line ends: none, all or some")
		for line := range bytes.Lines(data) {
			end := windows == 1 || windows == 2 && rapid.Bool().Draw(t, "end")
			if cut, ok := bytes.CutSuffix(line, []byte("\n")); ok && end {
				line = append(bytes.Clone(cut), "\r\n"...)
			}
			out = append(out, line...)
		}
		if diff := sameAssessment(taken(t, data), taken(t, out)); diff != "" {
			t.Fatal(diff)
		}
	})
}

// The order of keys changes nothing, at whatever level. The order of rows does:
// it is the order in which they are told.
func TestOrderOfKeysChangesNothing(t *testing.T) {
	files := samples(t)
	rapid.Check(t, func(t *rapid.T) {
		data := files[rapid.SampledFrom(slices.Sorted(maps.Keys(files))).Draw(t, "file")]
		var doc yaml.Node
		if err := yaml.Unmarshal(data, &doc); err != nil {
			t.Fatal(err)
		}
		shuffle(t, &doc)
		out, err := yaml.Marshal(&doc)
		if err != nil {
			t.Fatal(err)
		}
		if diff := sameAssessment(taken(t, data), taken(t, out)); diff != "" {
			t.Fatal(diff)
		}
	})
}

func shuffle(t *rapid.T, n *yaml.Node) {
	for _, child := range n.Content {
		shuffle(t, child)
	}
	if n.Kind != yaml.MappingNode || len(n.Content) < 4 {
		return
	}
	order := make([]int, len(n.Content)/2)
	for i := range order {
		order[i] = i
	}
	var content []*yaml.Node
	for _, i := range rapid.Permutation(order).Draw(t, "order") {
		content = append(content, n.Content[2*i], n.Content[2*i+1])
	}
	n.Content = content
}
