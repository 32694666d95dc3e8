package source_test

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestProblems reads a file for each rule of formats.md, section 1, that breaks
// that rule, and compares what is told with the golden lines: people read them,
// so every word counts.
func TestProblems(t *testing.T) {
	shelf := source.NewShelf(items.FS)
	for _, name := range glob(t, "testdata/problems/*.yaml", 200) {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".yaml"), func(t *testing.T) {
			file, problems := source.ReadReview(filepath.Base(name), read(t, name), shelf)
			if file != nil {
				t.Error("the file is taken")
			}
			if !problems.Errors() {
				t.Error("no error")
			}
			for _, p := range problems {
				checkProblem(t, p, filepath.Base(name))
			}
			golden(t, strings.TrimSuffix(name, ".yaml")+".golden", problems.Error()+"\n")
		})
	}
}

// checkProblem holds what is true of every problem.
func checkProblem(t *testing.T, p source.Problem, file string) {
	t.Helper()
	switch {
	case p.File != file:
		t.Errorf("the problem is of file %q", p.File)
	case p.Text == "" || p.Code == "" || p.Level == "":
		t.Errorf("the problem says too little: %+v", p)
	case strings.ContainsAny(p.String(), "\n\r\x1b"):
		t.Errorf("more than a line: %q", p.String())
	case (p.Line > 0) != (p.Column > 0):
		t.Errorf("a line and a column go together: %s", p)
	}
}

func glob(t *testing.T, pattern string, least int) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) < least {
		t.Fatalf("%d files like %s, want at least %d (%v)", len(names), pattern, least, err)
	}
	return names
}

func read(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// golden compares got with a file, or writes the file with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(read(t, name)), got); diff != "" {
		t.Errorf("(-%s +got)\n%s", filepath.Base(name), diff)
	}
}
