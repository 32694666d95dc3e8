//go:build !windows

// Windows has no SIGKILL: a process is ended there in another way, at another
// moment, and what would be tested is the way in which tests end it.

package source_test

import (
	"bufio"
	"bytes"
	"crypto/rand"
	"errors"
	"math/big"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// TestSaveKilled kills a process at random moments while it saves. The file is
// the old one or the new one then, the version before likewise, and the file
// can be saved again: at once, or when the lock that was left is deleted.
func TestSaveKilled(t *testing.T) {
	rounds := 200
	if testing.Short() {
		rounds = 20
	}
	dir := t.TempDir()
	name := filepath.Join(dir, "2026-05.yaml")
	// More than fits into one write of a block, though most of the time goes into making it last.
	old := []byte(short + "sharing: |\n" + strings.Repeat("  A line of text that takes some time to write.\n", 500))
	older := append([]byte("# before that\n"), old...)
	took := make([]time.Duration, 9)
	for i := range took {
		took[i] = saveInAnother(t, name, old, older, -1)
	}
	slices.Sort(took)
	usual := took[len(took)/2]
	saved := load(t, name)
	var before, within, after int
	for range rounds {
		moment, err := rand.Int(rand.Reader, big.NewInt(int64(usual)))
		if err != nil {
			t.Fatal(err)
		}
		saveInAnother(t, name, old, older, time.Duration(moment.Int64()))
		file, kept := load(t, name), load(t, name+".bak")
		_, err = os.Stat(lockOf(name))
		locked := err == nil
		switch {
		case !bytes.Equal(file, old) && !bytes.Equal(file, saved):
			t.Fatalf("the file is neither the old one nor the new one, %d bytes", len(file))
		case !bytes.Equal(kept, older) && !bytes.Equal(kept, old):
			t.Fatalf("the version before is neither the old one nor the new one, %d bytes", len(kept))
		case bytes.Equal(file, saved) && !bytes.Equal(kept, old):
			t.Fatal("the file is saved, and the version before is lost")
		case locked:
			within++
		case bytes.Equal(file, saved):
			after++
		default:
			before++
		}
		e := edited(t, name, "1")
		if err := e.Save(); locked != errors.Is(err, source.ErrLocked) {
			t.Fatalf("locked: %v, and saving gives %v", locked, err)
		}
		if locked {
			if err := os.Remove(lockOf(name)); err != nil {
				t.Fatal(err)
			}
			if err := e.Save(); err != nil {
				t.Fatal(err)
			}
		}
	}
	t.Logf("killed before saving %d times, while saving %d, after saving %d (a save takes %v)", before, within, after, usual)
	if !testing.Short() && within < rounds/10 {
		t.Errorf("only %d of %d were killed while saving; the test shows little", within, rounds)
	}
}

// saveInAnother saves an edit in another process, which is killed after a time
// unless that is negative. It returns how long saving took.
func saveInAnother(t *testing.T, name string, old, older []byte, kill time.Duration) time.Duration {
	t.Helper()
	for _, left := range globbed(t, filepath.Join(filepath.Dir(name), ".*")) {
		if err := os.Remove(left); err != nil {
			t.Fatal(err)
		}
	}
	put(t, name, string(old), 0o644)
	put(t, name+".bak", string(older), 0o644)
	cmd := exec.Command(os.Args[0], "-test.run=^TestHelperSaves$")
	cmd.Env = append(os.Environ(), "FIDELITY_TEST_SAVES="+name)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	if !lines.Scan() || lines.Text() != "ready" {
		t.Fatalf("the other process says %q", lines.Text())
	}
	start := time.Now()
	if kill >= 0 {
		time.Sleep(kill)
		_ = cmd.Process.Kill() // it may have ended already
	} else if !lines.Scan() || lines.Text() != "saved" {
		t.Fatalf("the other process says %q", lines.Text())
	}
	took := time.Since(start)
	for lines.Scan() {
	}
	_ = cmd.Wait() // it was killed
	return took
}

func globbed(t *testing.T, pattern string) []string {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return names
}

// TestHelperSaves is the other process of TestSaveKilled.
func TestHelperSaves(t *testing.T) {
	name := os.Getenv("FIDELITY_TEST_SAVES")
	if name == "" {
		return // this is run by TestSaveKilled
	}
	e := edited(t, name, "4")
	_, _ = os.Stdout.WriteString("ready\n")
	if err := e.Save(); err != nil {
		t.Fatal(err)
	}
	_, _ = os.Stdout.WriteString("saved\n")
}
