package pdf

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// needTool skips the test where a program that it needs is not installed.
func needTool(t *testing.T, name string) {
	t.Helper()
	if _, err := exec.LookPath(name); err != nil {
		t.Skipf("%s is not installed (Debian: qpdf, poppler-utils)", name)
	}
}

// tool runs a program on the PDF, whose name comes after the arguments, and
// returns what it prints.
func tool(t *testing.T, pdf []byte, name string, args ...string) string {
	t.Helper()
	needTool(t, name)
	file := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	args = append(args, file)
	if name == "pdftotext" {
		args = append(args, "-")
	}
	out, err := exec.Command(name, args...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
	return string(out)
}

// render renders or fails.
func render(t testing.TB, doc *report.Document) []byte {
	t.Helper()
	out, err := Render(doc)
	if err != nil {
		t.Fatalf("Render: %v", err)
	}
	return out
}

// painted lays out and draws, for a look at what Render does inside.
func painted(t testing.TB, doc *report.Document) *painter {
	t.Helper()
	p, err := paint(doc)
	if err != nil {
		t.Fatalf("paint: %v", err)
	}
	return p
}

// page is a document with one section of the blocks.
func page(blocks ...report.Block) *report.Document {
	return &report.Document{
		Lang: "en-GB", Title: "A title", Service: "A service", Kind: "Self-audit", Stage: "Draft", Date: "2026-05-13",
		Sections: []report.Section{{ID: "s", Heading: "A section", Blocks: blocks}},
	}
}

// checks are what else a PDF is put to; pdfcpu_test.go adds one.
var checks []func(pdf []byte) error

// valid fails where the PDF is not in order: its own table of offsets, and
// what qpdf finds where it is installed.
func valid(t *testing.T, pdf []byte) {
	t.Helper()
	o, err := parse(pdf)
	if err != nil {
		t.Fatal(err)
	}
	for n, body := range o.body {
		if n > 0 && (!bytes.HasPrefix(body, fmt.Appendf(nil, "%d 0 obj\n", n)) || !bytes.HasSuffix(body, []byte("endobj\n"))) {
			t.Errorf("object %d is not where the table of offsets says", n)
		}
	}
	if _, err := exec.LookPath("qpdf"); err == nil {
		if out := tool(t, pdf, "qpdf", "--check"); strings.Contains(out, "WARNING") {
			t.Error(out)
		}
	}
	for _, check := range checks {
		if err := check(pdf); err != nil {
			t.Error(err)
		}
	}
}

// newTestLayout measures as a document does.
func newTestLayout(t testing.TB) *layout {
	t.Helper()
	l, err := newLayout(newPDF())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

var spaces = regexp.MustCompile(`\s+`)

// squash makes texts comparable that are broken into lines differently.
func squash(s string) string { return strings.TrimSpace(spaces.ReplaceAllString(s, " ")) }

// texts lists every text of the document that is to be seen on its pages.
func texts(doc *report.Document) []string {
	out := []string{doc.Title, doc.Service, doc.Kind, doc.Stage, doc.Running, doc.Footer}
	for _, t := range doc.Cover {
		out = append(out, t.Name, t.Text)
	}
	for _, s := range doc.Sections {
		out = append(append(out, s.Heading), blockTexts(s.Blocks)...)
	}
	return out
}

func blockTexts(blocks report.Blocks) []string {
	var out []string
	group := func(g report.Group) {
		out = append(append(out, g.Heading, g.Score), blockTexts(g.Blocks)...)
	}
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Paragraph:
			out = append(out, b.Text)
		case report.Heading:
			out = append(out, b.Text)
		case report.List:
			out = append(out, b.Items...)
		case report.Terms:
			for _, t := range b.Rows {
				out = append(out, t.Name, t.Text)
			}
		case report.Quote:
			out = append(out, b.Label, b.Text)
		case report.TotalLine:
			out = append(out, b.Label)
			for _, m := range b.Bands {
				out = append(out, m.Label)
			}
		case report.Table:
			out = append(out, b.Caption)
			if len(b.Rows) == 0 {
				out = append(out, b.Empty)
				continue
			}
			for i, c := range b.Columns {
				out = append(out, c.Head)
				for _, row := range b.Rows {
					out = append(out, row[i].Text)
				}
			}
		case report.Chart:
			out = append(out, b.Title)
			for _, row := range b.Rows {
				out = append(out, row.Label, row.Text, row.Break)
			}
		case report.Group:
			group(b)
		case report.Columns:
			group(b.Left)
			group(b.Right)
		}
	}
	return out
}
