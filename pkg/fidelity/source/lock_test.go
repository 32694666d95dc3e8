package source_test

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

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// TestTwoProcesses lets two processes edit the same file a hundred times each.
// Each edit is saved or refused with a sentence; what was said to be saved is
// in the file, once, and the file reads.
func TestTwoProcesses(t *testing.T) {
	name := filepath.Join(t.TempDir(), "2026-05.yaml")
	put(t, name, short, 0o644)
	outputs := make([]bytes.Buffer, 2)
	var others []*exec.Cmd
	for i := range outputs {
		cmd := exec.Command(os.Args[0], "-test.run=^TestHelperEdits$")
		cmd.Env = append(os.Environ(), "FIDELITY_TEST_EDITS="+name, fmt.Sprintf("FIDELITY_TEST_NAME=p%d", i))
		cmd.Stdout, cmd.Stderr = &outputs[i], &outputs[i]
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		others = append(others, cmd)
	}
	var saved []string
	refused := 0
	for i, cmd := range others {
		if err := cmd.Wait(); err != nil {
			t.Fatalf("%v\n%s", err, &outputs[i])
		}
		for line := range strings.Lines(outputs[i].String()) {
			switch word, rest, _ := strings.Cut(strings.TrimSpace(line), " "); word {
			case "saved":
				saved = append(saved, rest)
			case "refused":
				refused++
			}
		}
	}
	data := load(t, name)
	changes := review(t, string(data)).Changes
	count := map[string]int{}
	for _, c := range changes {
		count[c.Why]++
	}
	for _, why := range saved {
		if count[why] != 1 {
			t.Errorf("%s was saved, and is in the file %d times", why, count[why])
		}
	}
	if len(saved)+refused != 200 || len(changes) != len(saved) || len(saved) == 0 {
		t.Errorf("%d saved, %d refused, %d in the file", len(saved), refused, len(changes))
	}
	nothingElse(t, filepath.Dir(name), "2026-05.yaml", "2026-05.yaml.bak")
	t.Logf("%d saved, %d refused", len(saved), refused)
}

// TestHelperEdits is one of the other processes of TestTwoProcesses.
func TestHelperEdits(t *testing.T) {
	name, who := os.Getenv("FIDELITY_TEST_EDITS"), os.Getenv("FIDELITY_TEST_NAME")
	if name == "" {
		return // this is run by TestTwoProcesses
	}
	for i := range 100 {
		why := fmt.Sprintf("%s-%d", who, i)
		err := editAndSave(name, why, i)
		switch {
		case err == nil:
			fmt.Println("saved", why)
		case errors.Is(err, source.ErrChanged), errors.Is(err, source.ErrLocked), runtime.GOOS == "windows":
			fmt.Println("refused", why, err)
		default:
			t.Fatal(why, err)
		}
	}
}

func editAndSave(name, why string, i int) error {
	e, err := source.Open(name)
	if err != nil {
		return err
	}
	mark := source.Mark{At: "2026-06-01T09:30:00Z", By: "r1", Why: why}
	// The value differs from the one before, whoever wrote that.
	was, _ := e.Get("items.disclosure.score")
	value := fmt.Sprint(1 + i%5)
	if value == was {
		value = fmt.Sprint(1 + (i+1)%5)
	}
	if err := e.Set("items.disclosure.score", source.Plain(value), mark); err != nil {
		return err
	}
	return e.Save()
}
