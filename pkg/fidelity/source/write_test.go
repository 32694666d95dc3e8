package source_test

import (
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func TestWriteFile(t *testing.T) {
	for name, c := range map[string]struct {
		before func(t *testing.T, file string)
		mode   os.FileMode // of the file afterwards
		err    string      // what the error says; empty: there is none
	}{
		"new":              {func(*testing.T, string) {}, 0o644, ""},
		"over another":     {func(t *testing.T, file string) { put(t, file, "old", 0o644) }, 0o644, ""},
		"only for the one": {func(t *testing.T, file string) { put(t, file, "old", 0o600) }, 0o600, ""},
		"for the group":    {func(t *testing.T, file string) { put(t, file, "old", 0o664) }, 0o664, ""},
		"write-protected":  {func(t *testing.T, file string) { put(t, file, "old", 0o444) }, 0o444, "is write-protected; take the protection off"},
		"a folder": {func(t *testing.T, file string) {
			if err := os.Mkdir(file, 0o755); err != nil {
				t.Fatal(err)
			}
		}, 0o755, "is no ordinary file"},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "out.yaml")
			c.before(t, file)
			was, _ := os.ReadFile(file)
			err := source.WriteFile(file, []byte("new"))
			refusal(t, err, c.err)
			want := "new"
			if c.err != "" {
				want = string(was)
			}
			if got, _ := os.ReadFile(file); string(got) != want {
				t.Errorf("the file holds %q, want %q", got, want)
			}
			if info, err := os.Stat(file); runtime.GOOS != "windows" && (err != nil || info.Mode().Perm() != c.mode) {
				t.Errorf("permissions %v, want %v (%v)", info.Mode().Perm(), c.mode, err)
			}
			nothingElse(t, filepath.Dir(file), "out.yaml")
		})
	}
}

func TestWriteFileThroughLinks(t *testing.T) {
	dir := t.TempDir()
	target, link, far := filepath.Join(dir, "real.yaml"), filepath.Join(dir, "link.yaml"), filepath.Join(dir, "far.yaml")
	put(t, target, "old", 0o600)
	if os.Symlink("real.yaml", link) != nil || os.Symlink("link.yaml", far) != nil {
		t.Skip("this system makes no links")
	}
	if err := source.WriteFile(far, []byte("new")); err != nil {
		t.Fatal(err)
	}
	if got := string(load(t, target)); got != "new" {
		t.Errorf("the real file holds %q", got)
	}
	for _, name := range []string{link, far} {
		if info, err := os.Lstat(name); err != nil || info.Mode()&os.ModeSymlink == 0 {
			t.Errorf("%s is no link any more (%v)", name, err)
		}
	}
	if err := os.Remove(target); err != nil {
		t.Fatal(err)
	}
	refusal(t, source.WriteFile(far, []byte("newer")), "is a link that leads to no file")
	nothingElse(t, dir, "far.yaml", "link.yaml")
}

func TestWriteFileWhereThereIsNoFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "missing")
	refusal(t, source.WriteFile(filepath.Join(dir, "out.yaml"), nil), "cannot write into the folder "+dir)
}

func put(t testing.TB, name, text string, mode os.FileMode) {
	t.Helper()
	if err := os.WriteFile(name, []byte(text), mode); err != nil {
		t.Fatal(err)
	}
	// The mask of the process may take something away from a new file.
	if err := os.Chmod(name, mode); err != nil {
		t.Fatal(err)
	}
}

// refusal holds an error against what it must say; nothing means no error.
func refusal(t *testing.T, err error, says string) {
	t.Helper()
	switch {
	case says == "" && err != nil:
		t.Errorf("refused: %v", err)
	case says != "" && err == nil:
		t.Errorf("not refused, want %q", says)
	case says != "" && !strings.Contains(err.Error(), says):
		t.Errorf("%q does not say %q", err, says)
	}
}

// nothingElse reports files that were left behind.
func nothingElse(t *testing.T, dir string, want ...string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !slices.Contains(want, entry.Name()) {
			t.Errorf("%s is left behind", entry.Name())
		}
	}
}
