package pdf

import (
	"fmt"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// sectionsOf is a document of so many sections, each on a page of its own.
func sectionsOf(n int) *report.Document {
	doc := page(report.Paragraph{Text: "text"})
	doc.Sections = nil
	for i := range n {
		doc.Sections = append(doc.Sections, report.Section{
			ID: fmt.Sprintf("s%d", i), Heading: fmt.Sprintf("Section number %d", i+1), NewPage: true, Blocks: report.Blocks{report.Paragraph{Text: "text"}},
		})
	}
	return doc
}

func TestContentsNameThePages(t *testing.T) {
	pdf := render(t, sectionsOf(12))
	valid(t, pdf)
	cover := squash(tool(t, pdf, "pdftotext", "-layout", "-l", "1"))
	for i := range 12 {
		if want := fmt.Sprintf("Section number %d %d", i+1, i+2); !strings.Contains(cover, want) {
			t.Errorf("the cover does not say %q: %s", want, cover)
		}
	}
}

func TestNoContentsWhereTheFirstSectionFollowsTheCover(t *testing.T) {
	doc := sectionsOf(3)
	doc.Sections[0].NewPage = false
	if got := tool(t, render(t, doc), "pdftotext", "-l", "1"); strings.Contains(got, "Contents") || !strings.Contains(got, "Section number 1") {
		t.Error(got)
	}
}
