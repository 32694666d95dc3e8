package source_test

import (
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

var update = flag.Bool("update", false, "write the golden files anew")

// ips is a shelf with one of the scales that come with the tool: sentences that
// list the scales there are must not change with each new one.
var ips = source.NewShelf(only("ips-25"))

// only returns the folder of one scale that comes with the tool.
func only(id string) fstest.MapFS {
	fsys := fstest.MapFS{}
	err := fs.WalkDir(items.FS, id, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(items.FS, name)
		fsys[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		panic(err) // the files are embedded
	}
	return fsys
}

// head is what every review must have.
const head = `format: fidelity/review/1
scale: ips-25@1
service: {id: northfield, name: Northfield}
kind: independent
visit: {from: 2026-05-12}
`

// review reads a text that must be without a problem.
func review(t testing.TB, text string) *fidelity.Review {
	t.Helper()
	file, problems := source.ReadReview("review.yaml", []byte(text), ips)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return file.Review
}

func glob(t *testing.T, pattern string, least int) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) < least {
		t.Fatalf("%d files like %s, want at least %d (%v)", len(names), pattern, least, err)
	}
	return names
}

func load(t testing.TB, name string) []byte {
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
	if diff := cmp.Diff(string(load(t, name)), got); diff != "" {
		t.Errorf("(-%s +got)\n%s", filepath.Base(name), diff)
	}
}

// lines are the problems as commands print them.
func lines(problems source.Problems) string {
	if len(problems) == 0 {
		return ""
	}
	return problems.Error() + "\n"
}

// sound holds what is true of every problem.
func sound(t *testing.T, p source.Problem) {
	t.Helper()
	switch {
	case p.File == "" || p.Text == "" || p.Code == "" || p.Level == "":
		t.Errorf("the problem says too little: %+v", p)
	case strings.ContainsAny(p.String(), "\n\r\x1b"):
		t.Errorf("more than a line: %q", p.String())
	case (p.Line > 0) != (p.Column > 0):
		t.Errorf("a line and a column go together: %s", p)
	}
}

// sameAssessment compares all that the engine finds.
func sameAssessment(a, b *fidelity.Review) string {
	x, y := *fidelity.Assess(a), *fidelity.Assess(b)
	return cmp.Diff(x, y,
		cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".review" }, cmp.Ignore()),
		cmp.Comparer(func(a, b fidelity.Number) bool { return a.Cmp(b) == 0 }),
		cmp.AllowUnexported(fidelity.Assessment{}, fidelity.Interval{}))
}
