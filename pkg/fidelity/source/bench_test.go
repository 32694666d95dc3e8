package source_test

import (
	"os"
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// BenchmarkRead reads a full review; BenchmarkDecodeNodes is the part of it
// that is the YAML library's. Reading should cost at most 1.3 times decoding.
func BenchmarkRead(b *testing.B) {
	data := fullReview(b)
	shelf := source.NewShelf(items.FS)
	if file, problems := source.ReadReview("full.yaml", data, shelf); file == nil {
		b.Fatal(problems)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		source.ReadReview("full.yaml", data, shelf)
	}
}

func BenchmarkDecodeNodes(b *testing.B) {
	data := fullReview(b)
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		var n yaml.Node
		if err := yaml.Unmarshal(data, &n); err != nil {
			b.Fatal(err)
		}
	}
}

func fullReview(tb testing.TB) []byte {
	tb.Helper()
	data, err := os.ReadFile("testdata/good/full.yaml")
	if err != nil {
		tb.Fatal(err)
	}
	return data
}
