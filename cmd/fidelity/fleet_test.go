package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// gatherArgs gathers as a command with these flags and paths would.
func gatherArgs(t *testing.T, args ...string) (records []compare.Record, g *gathered, told string, err error) {
	t.Helper()
	var errs bytes.Buffer
	a := &app{out: &errs, err: &errs, shelf: source.NewShelf(items.FS)}
	o := fleetOptions{verb: "shown"}
	var outputs []string
	cmd := &cobra.Command{SilenceUsage: true, SilenceErrors: true, RunE: func(cmd *cobra.Command, paths []string) error {
		o.keepGoingSet = cmd.Flags().Changed("keep-going")
		g, err = a.gather(paths, outputs, o, func(r compare.Record) { records = append(records, r) })
		return err
	}}
	fleetFlags(cmd, &o)
	cacheFlags(cmd, &o)
	outputFlag(cmd, &outputs)
	cmd.SetArgs(args)
	err = cmd.Execute()
	return records, g, errs.String(), err
}

const brokenReview = "format: fidelity/review/1\nscale: ips-25@1\nservice: {id: broken, name: Broken}\nkind: none\nvisit: {from: 2026-05-12}\n"

func TestGather(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	if err := os.CopyFS(dir, os.DirFS("../../reviews")); err != nil {
		t.Fatal(err)
	}
	plain, g, told, err := gatherArgs(t, dir, "--no-cache")
	if err != nil || len(plain) != 11 || g.files != 11 || g.status() != nil || told != "" {
		t.Fatalf("%d records of %+v, %v\n%s", len(plain), g, err, told)
	}
	if !plain[9].Blind && !plain[8].Blind || !strings.HasSuffix(plain[0].File, filepath.Join("estermoor", "2026-04.yaml")) {
		t.Errorf("%+v", plain)
	}
	broken := filepath.Join(dir, "estermoor", "broken.yaml")
	if err := os.WriteFile(broken, []byte(brokenReview), 0o600); err != nil {
		t.Fatal(err)
	}
	sameScale := cmp.Comparer(func(x, y *fidelity.Scale) bool { return x.Digest() == y.Digest() })
	for run := range 3 {
		records, g, told, err := gatherArgs(t, dir, "--cache", cache, "--workers", fmt.Sprint(run+1))
		if diff := cmp.Diff(plain, records, sameScale); diff != "" || err != nil {
			t.Fatalf("run %d: %v %s", run, err, diff)
		}
		var exit exitError
		if !slices.Equal(g.broken, []string{broken}) || !errors.As(g.status(), &exit) || exit.status != statusInvalid {
			t.Errorf("%+v", g)
		}
		if !strings.Contains(told, "broken.yaml:4:7: kind: ") || !strings.HasSuffix(told, "1 problem in 1 file; the others are shown without it.\n") {
			t.Errorf("told\n%s", told)
		}
	}
	for name, c := range map[string]struct {
		args []string
		says string
	}{
		"all is to be well":                {[]string{dir, "--keep-going=false"}, ""},
		"a file that is not there":         {[]string{dir, filepath.Join(dir, "gone.yaml")}, "there is no file"},
		"an output that is one of them":    {[]string{filepath.Join(dir, "larkmoor"), "-o", filepath.Join(dir, "larkmoor", "pack.doc")}, "the ending chooses the format"},
		"an output that is a file of them": {[]string{copied(t, dir), "-o", filepath.Join(dir, "book.xlsx")}, "is the review itself"},
	} {
		records, g, told, err := gatherArgs(t, append(c.args, "--no-cache")...)
		if err == nil || g != nil || c.says != "" && !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %d records, %v\n%s", name, len(records), err, told)
		}
	}
	if _, _, told, err := gatherArgs(t, broken, dir, "--no-cache"); err == nil || !strings.Contains(told, "nothing was shown") {
		t.Errorf("a broken file that was named: %v\n%s", err, told)
	}
	if records, g, _, err := gatherArgs(t, broken, dir, "--no-cache", "--keep-going"); err != nil || len(records) != 11 || len(g.broken) != 1 {
		t.Errorf("--keep-going: %d records, %v", len(records), err)
	}
}

// copied puts a workbook into the folder and returns the folder.
func copied(t *testing.T, dir string) string {
	t.Helper()
	if err := os.WriteFile(filepath.Join(dir, "book.xlsx"), []byte("a workbook"), 0o600); err != nil {
		t.Fatal(err)
	}
	return dir
}

// What blocks a review is told from the file each time, and never stored.
func TestBlockedIsNotKept(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	text := strings.Replace(brokenReview, "none", "independent", 1) + "items:\n  disclosure: {score: 3, saw: Write to jane.doe@example.org}\n"
	if err := os.WriteFile(filepath.Join(dir, "a.yaml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		records, _, _, err := gatherArgs(t, dir, "--cache", cache)
		if err != nil || len(records) != 1 || len(records[0].Blocked) != 1 {
			t.Fatalf("%+v, %v", records, err)
		}
	}
	if left, _ := filepath.Glob(filepath.Join(cache, "*")); len(left) > 0 {
		t.Errorf("%v was kept", left)
	}
}

func TestProgress(t *testing.T) {
	var out bytes.Buffer
	now := time.Date(2026, 5, 12, 9, 0, 0, 0, time.UTC)
	p := &progress{to: &out, now: func() time.Time { return now }, began: now, shown: now.Add(showAfter - showEvery)}
	for done := range 100 {
		now = now.Add(50 * time.Millisecond)
		p.show(done+1, 1000)
	}
	p.clear()
	lines := strings.Split(out.String(), "\r")
	if len(lines) < 20 || len(lines) > 60 || lines[1] != "Read 8 of 1000 files, about 50 seconds left" || strings.TrimSpace(lines[len(lines)-2]) != "" || strings.Contains(out.String(), "\x1b") {
		t.Errorf("%q", lines)
	}
	if got := left(time.Minute, 1, 11); got != "about 10 minutes left" {
		t.Error(got)
	}
	if got := left(time.Minute, 10, 10); got != "nearly done" {
		t.Error(got)
	}
	if quiet := (&app{err: &out}).progress(); quiet.to != nil {
		t.Error("progress is written where no terminal is")
	}
}

// Scales of the user are part of what an entry depends on.
func TestEngine(t *testing.T) {
	dir := t.TempDir()
	a := &app{}
	bare, err := a.engine()
	if err != nil {
		t.Fatal(err)
	}
	a.own = dir
	seen := []string{bare}
	for _, text := range []string{"one", "two"} {
		if err := os.WriteFile(filepath.Join(dir, "scale.yaml"), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		engine, err := a.engine()
		if err != nil || slices.Contains(seen, engine) {
			t.Errorf("%q, %v", engine, err)
		}
		seen = append(seen, engine)
	}
}
