package report_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// BenchmarkBuild builds the copies of a review of the usual size.
func BenchmarkBuild(b *testing.B) {
	a := reviewtest.Assess(b, reviewtest.Full)
	for _, reader := range []report.Reader{report.Full, report.Team, report.Executive} {
		b.Run(string(reader), func(b *testing.B) {
			in := input(b, a, reader)
			b.ReportAllocs()
			for b.Loop() {
				report.Build(in)
			}
		})
	}
}

func BenchmarkBuildScreen(b *testing.B) {
	in := input(b, reviewtest.Assess(b, reviewtest.Full), report.Team)
	b.ReportAllocs()
	for b.Loop() {
		report.BuildScreen(in, "full.yaml")
	}
}
