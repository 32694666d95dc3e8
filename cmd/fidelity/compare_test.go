package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Counts that a pack hides cannot be worked back from it: with other numbers in
// their place that are hidden too, every format has the same bytes. So no
// total, rate, chart, cell or note depends on them.
func TestHiddenCountsCannotBeWorkedBack(t *testing.T) {
	reviews := map[string]string{"larkmoor": "2026-05.yaml", "tarnbeck": "2026-03.yaml", "estermoor": "2026-04.yaml", "hollowfen": "2026-02.yaml"}
	// People out of work at the start, and first job starts.
	pack := func(counts map[string][2]int) map[string][]byte {
		t.Helper()
		dir := t.TempDir()
		for service, file := range reviews {
			if err := os.Mkdir(filepath.Join(dir, service), 0o700); err != nil {
				t.Fatal(err)
			}
			data, err := os.ReadFile(filepath.Join("../../reviews", service, file))
			if err != nil {
				t.Fatal(err)
			}
			context := fmt.Sprintf("period: {from: 2025-05-01, to: 2026-04-30}\nout_of_work_at_start: %d\nfirst_job_starts: %d\n", counts[service][0], counts[service][1])
			for name, content := range map[string][]byte{file: data, "context.yaml": []byte(context)} {
				if err := os.WriteFile(filepath.Join(dir, service, name), content, 0o600); err != nil {
					t.Fatal(err)
				}
			}
		}
		args := []string{"compare", dir, "--group", "region", "--ranks"}
		out := map[string][]byte{}
		for ending := range formats {
			args = append(args, "-o", filepath.Join(dir, "pack"+ending))
		}
		var stderr bytes.Buffer
		if status := run(args, strings.NewReader(""), &bytes.Buffer{}, &stderr); status != statusDone {
			t.Fatalf("exit status %d\n%s", status, &stderr)
		}
		for ending := range formats {
			data, err := os.ReadFile(filepath.Join(dir, "pack"+ending))
			if err != nil {
				t.Fatal(err)
			}
			out[ending] = data
		}
		return out
	}
	first := pack(map[string][2]int{"larkmoor": {64, 27}, "tarnbeck": {40, 3}, "estermoor": {30, 28}, "hollowfen": {5, 2}})
	other := pack(map[string][2]int{"larkmoor": {64, 27}, "tarnbeck": {40, 6}, "estermoor": {30, 4}, "hollowfen": {7, 7}})
	shown := pack(map[string][2]int{"larkmoor": {64, 27}, "tarnbeck": {40, 8}, "estermoor": {30, 28}, "hollowfen": {5, 2}})
	for ending := range formats {
		if !bytes.Equal(first[ending], other[ending]) {
			t.Errorf("%s tells something of the hidden counts", ending)
		}
		// The tidy rows hold scores only.
		if ending != ".csv" && bytes.Equal(first[ending], shown[ending]) {
			t.Errorf("%s does not change with a count that is shown", ending)
		}
	}
}
