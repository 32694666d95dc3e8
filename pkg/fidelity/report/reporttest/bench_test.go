package reporttest_test

import (
	"sync"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// BenchmarkFullReview draws the report of a review of the usual size in each
// format, and in all at the same time, as the command does.
func BenchmarkFullReview(b *testing.B) {
	in := filled(b, report.Full, func() string {
		return "We sat in on the weekly meeting. Both specialists took part, and two new referrals came from it."
	})
	doc := report.Build(in)
	for _, f := range formats() {
		b.Run(f.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := f.render(doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			all := report.Build(in)
			var group sync.WaitGroup
			for _, f := range formats() {
				group.Go(func() {
					if _, err := f.render(all); err != nil {
						b.Error(err)
					}
				})
			}
			group.Wait()
		}
	})
}
