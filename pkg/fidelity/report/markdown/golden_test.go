package markdown_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/markdown"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func render(t interface {
	Helper()
	Fatal(...any)
}, doc *report.Document,
) string {
	t.Helper()
	out, err := markdown.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func TestRenderSpecimen(t *testing.T) {
	got := render(t, reporttest.Specimen())
	golden := filepath.Join("testdata", "specimen.md")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v (make it with -update)", err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the page differs from %s (-want +got):\n%s", golden, diff)
	}
}

func TestRenderTwiceGivesTheSameBytes(t *testing.T) {
	doc := reporttest.Specimen()
	if first, second := render(t, doc), render(t, doc); !bytes.Equal([]byte(first), []byte(second)) {
		t.Error("the same document gave two different pages")
	}
}

func TestRenderNothing(t *testing.T) {
	if _, err := markdown.Render(nil); err == nil {
		t.Error("no error for a document that is not there")
	}
}
