package workbook

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

var lookDir = flag.String("look", "", "write workbooks to look at into this folder")

// sampleReviews are the reviews that come with the tool.
func sampleReviews(t reviewtest.TB) map[string]*fidelity.Review {
	t.Helper()
	names, err := filepath.Glob("../../../reviews/*/20*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	all := map[string]*fidelity.Review{}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all[filepath.Base(filepath.Dir(name))+"-"+filepath.Base(name)] = reviewtest.Read(t, name, string(data))
	}
	return all
}

// write draws a review in the words of its scale.
func write(t reviewtest.TB, r *fidelity.Review, c Copy) []byte {
	t.Helper()
	c.Tool = "fidelity test"
	raw, err := Write(r, reviewtest.SpeakerOf(t, r.Scale().Ref()).Words(), c)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

func TestSamplesAreWrittenAlike(t *testing.T) {
	t.Parallel()
	for name, r := range sampleReviews(t) {
		raw := write(t, r, Copy{})
		if !bytes.Equal(raw, write(t, r, Copy{})) {
			t.Errorf("%s: two workbooks of one review differ", name)
		}
		if *lookDir != "" {
			if err := os.WriteFile(filepath.Join(*lookDir, name+".xlsx"), raw, 0o600); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func BenchmarkWrite(b *testing.B) {
	r := sampleReviews(b)["larkmoor-2026-05.yaml"]
	for b.Loop() {
		write(b, r, Copy{})
	}
}
