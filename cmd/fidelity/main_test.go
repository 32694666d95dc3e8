package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"fidelity": main, "fidelity-status": status, "typein": typeIn})
}

// status runs a command line and compares its exit status with the first
// argument.
func status() {
	want := os.Args[1]
	got := run(os.Args[2:], os.Stdin, os.Stdout, os.Stderr)
	if strconv.Itoa(got) != want {
		fmt.Fprintf(os.Stderr, "exit status %d, want %s\n", got, want)
		os.Exit(1)
	}
}

// TestScripts runs the command lines in testdata/script as a shell would.
// UPDATE_SCRIPTS=1 rewrites what they expect.
func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../reviews")
	if err != nil {
		t.Fatal(err)
	}
	reference, err := filepath.Abs("../../pkg/fidelity/source/testdata/reference")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			env.Setenv("XDG_CACHE_HOME", filepath.Join(env.WorkDir, ".cache"))
			env.Setenv("OWNSCALE", filepath.Join(samples, "../examples/ownscale/scale"))
			env.Setenv("REFERENCE", reference)
			if lf, err := os.ReadFile(filepath.Join(env.WorkDir, "lf.yaml")); err == nil {
				crlf := "\uFEFF" + strings.ReplaceAll(string(lf), "\n", "\r\n")
				return os.WriteFile(filepath.Join(env.WorkDir, "crlf.yaml"), []byte(crlf), 0o600)
			}
			return nil
		},
	})
}
