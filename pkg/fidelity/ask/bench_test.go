package ask_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/ask"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func BenchmarkFind(b *testing.B) {
	for _, bench := range []struct {
		name string
		a    *fidelity.Assessment
	}{
		{"in-progress", reviewtest.Assess(b, reviewtest.Incomplete)},
		{"nothing-known", reviewtest.Given(b, "")},
		{"rows-without-figures", rowsOnly(b, 5, 15, 20)},
		{"many-rows", rowsOnly(b, 40, 120, 150)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				ask.Find(bench.a)
			}
		})
	}
}
