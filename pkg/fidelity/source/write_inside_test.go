package source

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

// What goes wrong at the last moment leaves the old file, and nothing else.
func TestReplaceFileThatFails(t *testing.T) {
	late := errors.New("somebody was faster")
	for situation, c := range map[string]struct {
		full bool // a folder with something in it is in the place of the file
		last func() error
	}{
		"at the last look":  {false, func() error { return late }},
		"when it is put in": {true, nil},
	} {
		t.Run(situation, func(t *testing.T) {
			dir := t.TempDir()
			target := filepath.Join(dir, "out.yaml")
			old := target
			if c.full {
				if err := os.Mkdir(target, 0o755); err != nil {
					t.Fatal(err)
				}
				old = filepath.Join(target, "old")
			}
			if err := os.WriteFile(old, []byte("old"), 0o644); err != nil {
				t.Fatal(err)
			}
			err := replaceFile(target, []byte("new"), newFileMode, c.last)
			if err == nil || c.last != nil && !errors.Is(err, late) {
				t.Errorf("%v", err)
			}
			if got, err := os.ReadFile(old); string(got) != "old" {
				t.Errorf("the old file holds %q (%v)", got, err)
			}
			if entries, _ := os.ReadDir(dir); len(entries) != 1 {
				t.Errorf("left behind: %v", entries)
			}
		})
	}
}

func TestLockIsTakenAway(t *testing.T) {
	target := filepath.Join(t.TempDir(), "out.yaml")
	unlock, err := lockFile(target)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := lockFile(target); !errors.Is(err, ErrLocked) {
		t.Errorf("locked twice: %v", err)
	}
	if err := unlock(); err != nil {
		t.Fatal(err)
	}
	unlock, err = lockFile(target)
	if err != nil {
		t.Fatal(err)
	}
	// Somebody deleted the lock by hand while it was held.
	if err := os.Remove(filepath.Join(filepath.Dir(target), ".out.yaml.lock")); err != nil {
		t.Fatal(err)
	}
	if err := unlock(); err == nil {
		t.Error("nobody says that the lock is gone")
	}
	if _, err := lockFile(filepath.Join(filepath.Dir(target), "missing", "out.yaml")); err == nil || errors.Is(err, ErrLocked) {
		t.Errorf("a lock in no folder: %v", err)
	}
}
