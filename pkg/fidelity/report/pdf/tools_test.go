package pdf

import (
	"bytes"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

func TestQpdfFindsNoFault(t *testing.T) {
	out := tool(t, render(t, reporttest.Specimen()), "qpdf", "--check")
	if strings.Contains(out, "WARNING") || !strings.Contains(out, "No syntax or stream encoding errors") {
		t.Error(out)
	}
}

func TestPdfinfoSaysTagged(t *testing.T) {
	out := tool(t, render(t, reporttest.Specimen()), "pdfinfo")
	for name, want := range map[string]string{
		"Tagged": "yes", "Title": "Fidelity report: Larkhill Employment Service", "Author": "Larkhill Employment Service",
		"Subject": "Larkhill Employment Service. Independent review, draft", "Suspects": "no", "JavaScript": "no",
		"Metadata Stream": "yes", "PDF version": "1.7", "Page size": "595.28 x 841.89 pts (A4)",
	} {
		if !strings.Contains(squash(out), name+": "+want) {
			t.Errorf("no %s: %s in\n%s", name, want, out)
		}
	}
}

func TestNoClaimToAStandard(t *testing.T) {
	if bytes.Contains(bytes.ToLower(render(t, reporttest.Specimen())), []byte("pdfua")) {
		t.Error("claims PDF/UA")
	}
}

func TestPdftotextFindsEveryText(t *testing.T) {
	doc := reporttest.Specimen()
	got := squash(tool(t, render(t, doc), "pdftotext", "-raw"))
	for _, text := range texts(doc) {
		if text = squash(strings.ReplaceAll(text, "🙂", "?")); !strings.Contains(got, text) {
			t.Errorf("not found: %q", text)
		}
	}
}

// spoken is what a reader of the tags says, an element a line.
func spoken(t *testing.T, pdf []byte) string {
	var out strings.Builder
	for _, line := range strings.Split(tool(t, pdf, "pdfinfo", "-struct-text"), "\n") {
		line = strings.TrimSpace(line)
		if text, ok := strings.CutPrefix(line, `"`); ok {
			out.WriteString(strings.TrimSuffix(text, `"`))
		} else if tag, _, _ := strings.Cut(line, " "); line != "" && !strings.HasPrefix(line, "/") && tag != "Object" {
			out.WriteString("\n" + strings.TrimSuffix(tag, ":") + " ")
		}
	}
	return out.String()
}

func TestTagsReadInOrder(t *testing.T) {
	got := spoken(t, render(t, reporttest.Specimen()))
	at := 0
	for _, want := range []string{
		"\nH1 Fidelity report: Larkhill Employment Service\n",
		"\nP Independent review\n", "\nP Draft\n", "\nLbl Visit\n", "\nLBody 12 to 13 May 2026\n",
		"\nH2 Larkhill has good fidelity\n",
		"\nP Larkhill scored 102 out of 125. This is good fidelity, 9 points more than in May 2025.\n",
		"\nFigure ", "\nH3 Strengths\n", "\nL \nLI \nLbl •\nLBody Caseloads are small", "\nH3 Priorities\n",
		"\nH2 Scores\n", "\nTable \nCaption A table that is longer than a page\nTR \nTH No.\nTH Item\nTH Score\nTH Why\n",
		"\nTR \nTD 1\nTH \nLink Item number 1\nTD 3 out of 5\nTD 8 of 10 records (80%) had what the item asks for, and two could not be found on the day.\n",
		"\nTR \nTD 45\n", "\nH2 Item by item\n", "\nH3 Organisation\n", "\nH4 5 Frequent team contact\n",
		"\nP between 2 and 3 out of 5\n", "\nBlockQuote \nP What we saw\nP Both specialists took part in the weekly meeting that we watched. Second line",
		"\nLbl 1.\nLBody Move the plans.\n", "\nH2 Action plan\n", "No actions have been agreed yet.",
	} {
		i := strings.Index(got[at:], want)
		if i < 0 {
			t.Fatalf("not found after what came before: %q", want)
		}
		at += i + len(want) - 1 // the line break may begin the next
	}
}

func TestRepeatedTableHeadIsReadOnce(t *testing.T) {
	pdf := render(t, reporttest.Specimen())
	if n := strings.Count(spoken(t, pdf), "\nTH Why"); n != 1 {
		t.Errorf("the head is read %d times", n)
	}
	if n := strings.Count(tool(t, pdf, "pdftotext", "-raw"), "No. Item Score Why"); n < 3 {
		t.Errorf("the head is drawn %d times, on a table of three pages", n)
	}
}

func TestEveryPageIsNumbered(t *testing.T) {
	pages := strings.Split(strings.TrimSuffix(tool(t, render(t, reporttest.Specimen()), "pdftotext"), "\f"), "\f")
	for i, text := range pages {
		for _, want := range []string{
			"Page " + number(float64(i+1)) + " of " + number(float64(len(pages))),
			"Larkhill Employment Service. Independent review, draft", "IPS-25 Supported Employment Fidelity Scale 1.0.0",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("page %d has no %q", i+1, want)
			}
		}
	}
}

func TestFirstPageIsTheResultOnAPage(t *testing.T) {
	first, _, _ := strings.Cut(tool(t, render(t, reporttest.Specimen()), "pdftotext", "-raw"), "\f")
	for _, want := range []string{"Fidelity report:", "Independent review", "Draft", "12 to 13 May 2026", "scored 102 out of 125", "Strengths", "Priorities", "fairly differ"} {
		if !strings.Contains(first, want) {
			t.Errorf("no %q on the first page", want)
		}
	}
}
