package result_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
)

var update = flag.Bool("update", false, "write the golden files anew")

var tool = result.Tool{Name: "fidelity", Version: "0.0.0-test"}

func of(t reviewtest.TB, a *fidelity.Assessment, file string) *result.Result {
	return result.New(a, reviewtest.SpeakerOf(t, a.Scale().Ref()), file, tool)
}

// given returns the result of a review that holds just these lines of YAML.
func given(t *testing.T, lines string) *result.Result {
	t.Helper()
	return of(t, reviewtest.Given(t, lines), "given.yaml")
}

// item finds an item of a result.
func item(t *testing.T, r *result.Result, id string) *result.Item {
	t.Helper()
	for i := range r.Items {
		if r.Items[i].ID == id {
			return &r.Items[i]
		}
	}
	t.Fatalf("no item %s", id)
	return nil
}

func written(t reviewtest.TB, r *result.Result, pretty bool) []byte {
	t.Helper()
	var buf bytes.Buffer
	if err := r.Write(&buf, pretty); err != nil {
		t.Fatal(err)
	}
	return buf.Bytes()
}

// object reads JSON as another program would.
func object(t *testing.T, data []byte) map[string]any {
	t.Helper()
	var out map[string]any
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

// golden compares with a file of testdata, or writes it with -update.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v (make it with -update)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("it differs from %s; if that is meant, run the test with -update (-want +got):\n%s", path, diff)
	}
}
