package result_test

import (
	"io"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
)

// BenchmarkNew says all sentences of a review of the usual size: 5 specialists,
// 15 clients, 20 jobs, and every item rated.
func BenchmarkNew(b *testing.B) {
	a, speaker := reviewtest.Assess(b, reviewtest.Full), reviewtest.Speaker(b)
	b.ReportAllocs()
	for b.Loop() {
		result.New(a, speaker, "full.yaml", tool)
	}
}

func BenchmarkWrite(b *testing.B) {
	r := result.New(reviewtest.Assess(b, reviewtest.Full), reviewtest.Speaker(b), "full.yaml", tool)
	b.ReportAllocs()
	for b.Loop() {
		if err := r.Write(io.Discard, false); err != nil {
			b.Fatal(err)
		}
	}
}
