package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestInterrupt presses Ctrl-C while files are read: nothing is written, and
// what was read is kept for the next run.
func TestInterrupt(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no process can press Ctrl-C for another here")
	}
	dir, out, cache := t.TempDir(), t.TempDir(), t.TempDir()
	if err := os.CopyFS(filepath.Join(dir, "0"), os.DirFS("../../reviews/larkmoor")); err != nil {
		t.Fatal(err)
	}
	for i := range 3000 { // one file by many names
		if err := os.Link(filepath.Join(dir, "0", "2026-05.yaml"), filepath.Join(dir, fmt.Sprintf("%d.yaml", i))); err != nil {
			t.Fatal(err)
		}
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(self, "compare", dir, "--cache", cache, "--workers", "1", "-o", filepath.Join(out, "pack.html"), "-o", filepath.Join(out, "pack.xlsx"))
	cmd.Args[0] = "fidelity" // by which TestMain knows what to be
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	for try := 0; ; try++ { // until the first file was read
		if entries, err := os.ReadDir(cache); err != nil || len(entries) > 0 || try > 1000 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if err := cmd.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	var exit *exec.ExitError
	if err := cmd.Wait(); !errors.As(err, &exit) || exit.ExitCode() != statusCommand || !strings.Contains(errs.String(), "stopped before all files were read; nothing was written") {
		t.Errorf("%v\n%s", err, errs.String())
	}
	if left, _ := os.ReadDir(out); len(left) > 0 {
		t.Errorf("%v were left", left)
	}
	kept, err := filepath.Glob(filepath.Join(cache, "*"))
	if err != nil || len(kept) == 0 {
		t.Errorf("nothing was kept, %v", err)
	}
	for _, name := range kept {
		if filepath.Ext(name) != ".kept" {
			t.Errorf("%s was left", name)
		}
	}
}
