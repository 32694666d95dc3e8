package source_test

import (
	"testing"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// BenchmarkRead reads a full review; BenchmarkDecodeNodes is the part of it
// that is the YAML library's. Reading should cost at most 1.3 times decoding.
func BenchmarkRead(b *testing.B) {
	data := load(b, "testdata/good/full.yaml")
	if _, err := ips.Scale("ips-25@1"); err != nil { // is read once, before
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if file, problems := source.ReadReview("full.yaml", data, ips); file == nil {
			b.Fatal(problems)
		}
	}
}

func BenchmarkDecodeNodes(b *testing.B) {
	data := load(b, "testdata/good/full.yaml")
	b.ReportAllocs()
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		var n yaml.Node
		if err := yaml.Unmarshal(data, &n); err != nil {
			b.Fatal(err)
		}
	}
}
