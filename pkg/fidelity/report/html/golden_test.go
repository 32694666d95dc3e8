package html_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/html"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestRenderSpecimen(t *testing.T) {
	got, err := html.Render(reporttest.Specimen())
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "specimen.html")
	if *update {
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v (make it with -update)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("the page differs from %s (-want +got):\n%s", golden, diff)
	}
}

func TestRenderTwiceGivesTheSameBytes(t *testing.T) {
	doc := reporttest.Specimen()
	first, err := html.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	second, err := html.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(first, second) {
		t.Error("the same document gave two different pages")
	}
}

func TestRenderNothing(t *testing.T) {
	if _, err := html.Render(nil); err == nil {
		t.Error("no error for a document that is not there")
	}
}

func BenchmarkRender(b *testing.B) {
	doc := reporttest.Specimen()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := html.Render(doc); err != nil {
			b.Fatal(err)
		}
	}
}
