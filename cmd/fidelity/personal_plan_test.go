package main

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// secret is what one specialist plans for the year. It stands in the plan of
// two reviews, once carried on and once not.
const secret = "Zanzibar"

// personalPlans writes two reviews of a service whose plans hold an action that
// is one person's own, and returns the later one.
func personalPlans(t *testing.T) (folder, last string) {
	t.Helper()
	folder = t.TempDir()
	write := func(name, visit, actions string) string {
		path := filepath.Join(folder, name)
		text := "format: fidelity/review/1\nscale: ips-25@1\nservice: {id: small, name: Small Service}\nkind: independent\nvisit: {from: " + visit + "}\nactions:\n" + actions
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	own := "  - {id: a2, item: disclosure, action: Practise " + secret + " first, who: " + secret + " one, measure: " + secret + " two, outcome: " + secret + " three, scope: personal}\n"
	write("2025.yaml", "2025-05-10", "  - {id: a1, item: disclosure, action: Make a worksheet}\n"+own+strings.ReplaceAll(strings.Replace(own, "a2", "a3", 1), ", scope: personal", ""))
	return folder, write("2026.yaml", "2026-05-10", "  - {id: a1, item: disclosure, action: Make a worksheet}\n"+own+strings.Replace(own, "a2", "a3", 1))
}

// words is the text of an output file, whatever its format.
func words(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	switch filepath.Ext(name) {
	case ".xlsx":
		var all strings.Builder
		book, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, part := range book.File {
			r, err := part.Open()
			if err != nil {
				t.Fatal(err)
			}
			if _, err := io.Copy(&all, r); err != nil {
				t.Fatal(err)
			}
		}
		return all.String()
	case ".pdf":
		out, err := exec.Command("pdftotext", name, "-").Output()
		if err != nil {
			t.Fatal(err)
		}
		return string(out)
	}
	return string(data)
}

// One person's own plan stands in the team's copy alone: in no other reader's,
// and in no document about the service over time, whatever the format.
func TestPersonalPlansInEveryCopyAndFormat(t *testing.T) {
	endings := []string{".html", ".xlsx", ".md", ".csv", ".json"}
	if _, err := exec.LookPath("pdftotext"); err == nil {
		endings = append(endings, ".pdf")
	} else {
		t.Log("pdftotext is not here: PDF is not looked at")
	}
	folder, last := personalPlans(t)
	for _, reader := range append(report.Readers(), "trend") {
		out := t.TempDir()
		args := []string{"report", last, "--for", string(reader)}
		if reader == "trend" {
			args = []string{"trend", folder}
		}
		for _, ending := range endings {
			args = append(args, "-o", filepath.Join(out, "copy"+ending))
		}
		var said bytes.Buffer
		if status := run(args, strings.NewReader(""), &said, &said); status != 0 {
			t.Fatalf("%s: status %d: %s", reader, status, &said)
		}
		for _, ending := range endings {
			// The CSV holds scores and no actions.
			want := reader == report.Team && ending != ".csv"
			if has := strings.Contains(words(t, filepath.Join(out, "copy"+ending)), secret); has != want {
				t.Errorf("%s%s: %v", reader, ending, has)
			}
		}
	}
}
