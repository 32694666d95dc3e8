package fleet_test

import (
	"path/filepath"
	"slices"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/fleet"
)

func TestFind(t *testing.T) {
	dir := put(t, map[string]string{
		"b/2026-05.yaml": "", "b/2025-05.yml": "", "b/book.XLSX": "", "a/2026-05.r1.yaml": "", "a/deep/er/x.yaml": "",
		"a/report.yaml": "", "a/Context.yaml": "", "a/2026-05.yaml.bak": "", "a/.2026-05.yaml": "", "a/.git/x.yaml": "", "a/~$book.xlsx": "", "a/notes.txt": "",
		"empty/none.md": "",
	})
	want := []string{"a/2026-05.r1.yaml", "a/deep/er/x.yaml", "b/2025-05.yml", "b/2026-05.yaml", "b/book.XLSX"}
	if got := names(t, dir, find(t, dir)); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	// What is named is taken whatever it is called, and once.
	files := find(t, filepath.Join(dir, "b"), filepath.Join(dir, "a", "report.yaml"), filepath.Join(dir, "b", "..", "b", "2026-05.yaml"), filepath.Join(dir, "missing.yaml"))
	if got := names(t, dir, files); !slices.Equal(got, []string{"b/2025-05.yml", "b/2026-05.yaml", "b/book.XLSX", "a/report.yaml", "missing.yaml"}) {
		t.Errorf("%v", got)
	}
	if files[0].Named || !files[1].Named || !files[3].Named || !files[4].Named {
		t.Errorf("%+v", files)
	}
	if none, err := fleet.Find([]string{filepath.Join(dir, "empty")}); len(none) > 0 || err != nil {
		t.Errorf("%v, %v", none, err)
	}
}
