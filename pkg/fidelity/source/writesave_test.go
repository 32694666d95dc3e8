package source_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

const short = head + "items:\n  disclosure:\n    score: 3   # ours\n"

// opened is a review in a folder of its own, with an edit that is not saved.
func opened(t *testing.T, mode os.FileMode) (name string, e *source.Editor) {
	t.Helper()
	name = filepath.Join(t.TempDir(), "2026-05.yaml")
	put(t, name, short, mode)
	return name, edited(t, name, "4")
}

// edited opens a file and edits a score.
func edited(t *testing.T, name, score string) *source.Editor {
	t.Helper()
	e, err := source.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Set("items.disclosure.score", source.Plain(score), mark); err != nil {
		t.Fatal(err)
	}
	return e
}

func TestSave(t *testing.T) {
	name, e := opened(t, 0o640)
	if err := e.Save(); err != nil {
		t.Fatal(err)
	}
	if got := load(t, name); !bytes.Equal(got, e.Bytes()) || !bytes.Contains(got, []byte("score: 4   # ours")) {
		t.Errorf("the file holds\n%s", got)
	}
	if got := string(load(t, name+".bak")); got != short {
		t.Errorf("the version before is\n%s", got)
	}
	for _, file := range []string{name, name + ".bak"} {
		if info, err := os.Stat(file); runtime.GOOS != "windows" && (err != nil || info.Mode().Perm() != 0o640) {
			t.Errorf("%s has the permissions %v (%v)", file, info.Mode().Perm(), err)
		}
	}
	nothingElse(t, filepath.Dir(name), "2026-05.yaml", "2026-05.yaml.bak")
}

func TestSaveAgainAndAgain(t *testing.T) {
	name, e := opened(t, 0o644)
	var before []byte
	for _, score := range []string{"5", "1", "2"} {
		if err := e.Save(); err != nil {
			t.Fatal(err)
		}
		before = bytes.Clone(e.Bytes())
		if err := e.Set("items.disclosure.score", source.Plain(score), mark); err != nil {
			t.Fatal(err)
		}
	}
	if err := e.Save(); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(load(t, name), e.Bytes()) || !bytes.Equal(load(t, name+".bak"), before) {
		t.Errorf("%s\n---\n%s", load(t, name), load(t, name+".bak"))
	}
}

func TestSaveWithoutEdits(t *testing.T) {
	name := filepath.Join(t.TempDir(), "2026-05.yaml")
	put(t, name, short, 0o444)
	e, err := source.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	if err := e.Set("items.disclosure.score", source.Plain("3"), mark); err != nil {
		t.Fatal(err)
	}
	refusal(t, e.Save(), "")
	nothingElse(t, filepath.Dir(name), "2026-05.yaml")
}

func TestSaveRefused(t *testing.T) {
	for situation, c := range map[string]struct {
		before func(t *testing.T, name string)
		says   string
		is     error
		left   string // a file of the situation that stays
	}{
		"changed since": {
			func(t *testing.T, name string) { put(t, name, short+"sharing: All\n", 0o644) },
			"was changed by somebody else since it was read, and saving would undo that; nothing was written. Open the file again", source.ErrChanged, "",
		},
		"changed, and back to the same length": {
			func(t *testing.T, name string) {
				put(t, name, strings.Replace(short, "score: 3", "score: 5", 1), 0o644)
			},
			"was changed by somebody else", source.ErrChanged, "",
		},
		"being saved": {
			func(t *testing.T, name string) { put(t, lockOf(name), "process 7 on pc1\n", 0o644) },
			"is being saved by another process (process 7 on pc1); try again in a moment. If that process is not running any more", source.ErrLocked, ".2026-05.yaml.lock",
		},
		"being saved, nobody says by whom": {
			func(t *testing.T, name string) { put(t, lockOf(name), "", 0o644) },
			"delete ", source.ErrLocked, ".2026-05.yaml.lock",
		},
		"write-protected": {
			func(t *testing.T, name string) {
				if err := os.Chmod(name, 0o444); err != nil {
					t.Fatal(err)
				}
			},
			"is write-protected", nil, "",
		},
		"a folder where the version before goes": {
			func(t *testing.T, name string) {
				if err := os.Mkdir(name+".bak", 0o755); err != nil {
					t.Fatal(err)
				}
			},
			"is no ordinary file, and the version before is to be kept there", nil, "2026-05.yaml.bak",
		},
	} {
		t.Run(situation, func(t *testing.T) {
			name, e := opened(t, 0o644)
			c.before(t, name)
			was := load(t, name)
			err := e.Save()
			refusal(t, err, c.says)
			if c.is != nil && !errors.Is(err, c.is) {
				t.Errorf("%v is not %v", err, c.is)
			}
			if !bytes.Equal(load(t, name), was) {
				t.Errorf("refused, and written all the same\n%s", load(t, name))
			}
			if !bytes.Contains(e.Bytes(), []byte("score: 4")) {
				t.Error("the edit is lost")
			}
			nothingElse(t, filepath.Dir(name), "2026-05.yaml", c.left)
		})
	}
}

func TestSaveOfAFileThatIsGone(t *testing.T) {
	name, e := opened(t, 0o644)
	if err := os.Remove(name); err != nil {
		t.Fatal(err)
	}
	if err := e.Save(); !errors.Is(err, source.ErrChanged) {
		t.Errorf("%v", err)
	}
	nothingElse(t, filepath.Dir(name))
}

func TestSaveThroughALink(t *testing.T) {
	name, _ := opened(t, 0o644)
	links := t.TempDir()
	link := filepath.Join(links, "link.yaml")
	if os.Symlink(name, link) != nil {
		t.Skip("this system makes no links")
	}
	if err := edited(t, link, "5").Save(); err != nil {
		t.Fatal(err)
	}
	if got := string(load(t, name)); !strings.Contains(got, "score: 5") {
		t.Errorf("the real file holds\n%s", got)
	}
	nothingElse(t, links, "link.yaml")
	nothingElse(t, filepath.Dir(name), "2026-05.yaml", "2026-05.yaml.bak")
}

func TestOpenRefused(t *testing.T) {
	dir := t.TempDir()
	large := filepath.Join(dir, "large.yaml")
	put(t, large, strings.Repeat("# a comment\n", source.MaxSize/10), 0o644)
	broken := filepath.Join(dir, "broken.yaml")
	put(t, broken, "items: {disclosure\n", 0o644)
	for name, says := range map[string]string{
		filepath.Join(dir, "missing.yaml"): "cannot read ",
		dir:                                "cannot read ",
		large:                              "larger than 8 MiB",
		broken:                             "broken.yaml:",
	} {
		_, err := source.Open(name)
		refusal(t, err, says)
	}
}

func lockOf(name string) string {
	return filepath.Join(filepath.Dir(name), "."+filepath.Base(name)+".lock")
}
