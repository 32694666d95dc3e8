package workbook

import (
	"archive/zip"
	"bytes"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// writtenBook reads a workbook back.
func writtenBook(t testing.TB, raw []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// parts reads the parts of the package.
func parts(t testing.TB, raw []byte) map[string]string {
	t.Helper()
	zr, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	for _, file := range zr.File {
		r, err := file.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		out[file.Name] = string(body)
	}
	return out
}

func TestCopiesHoldNoMoreThanTheyMay(t *testing.T) {
	r := sampleReviews(t)["larkmoor-2026-05.yaml"]
	r.Findings[4].Ratings = []fidelity.ReviewerRating{{Reviewer: "r1", Rating: fidelity.Scored(2)}}
	r.Findings[4].Because = "A reason that is the first reviewer's."
	r.Response = &fidelity.Response{Text: "What the service says."}
	r.Changes = []fidelity.Change{{What: "items.team-contact.score", Why: "second team seen"}}
	tests := []struct {
		copy   Copy
		sheets []string
		lacks  []string
	}{
		{Copy{}, []string{"Start here", "Service", "Specialists", "Clients", "Jobs", "Checklists", "Items", "Preview", "Working", "Actions", "Lists", "About", "Kept"}, nil},
		{
			Copy{For: ForService},
			[]string{"Start here", "Service", "Specialists", "Clients", "Jobs", "Checklists", "Lists", "About", "Kept"},
			[]string{"first reviewer's", r.Findings[0].Saw[:40], "What the service says", "second team seen", "ratings"},
		},
		{
			Copy{For: ForReviewer, Reviewer: "r2"},
			[]string{"Start here", "Service", "Specialists", "Clients", "Jobs", "Checklists", "Items", "Preview", "Working", "Lists", "About", "Kept"},
			[]string{"first reviewer's", r.Findings[0].Judgement[:40], "What the service says", "second team seen", "ratings"},
		},
	}
	for _, test := range tests {
		raw := write(t, r, test.copy)
		got := writtenBook(t, raw).GetSheetList()
		slices.Sort(got)
		slices.Sort(test.sheets)
		if !slices.Equal(got, test.sheets) {
			t.Errorf("%q: sheets %v, want %v", test.copy.For, got, test.sheets)
		}
		var all strings.Builder
		for _, body := range parts(t, raw) {
			all.WriteString(body)
		}
		for _, text := range test.lacks {
			if strings.Contains(all.String(), text) {
				t.Errorf("the copy for %s holds %q", test.copy.For, text)
			}
		}
		if test.copy.For == ForReviewer && !strings.Contains(all.String(), "blind: r2") {
			t.Error("the copy for a reviewer does not say whose it is")
		}
	}
}

// listed are the functions that Excel 2016, LibreOffice and Numbers all have.
var listed = []string{"IF", "IFERROR", "SUM", "SUMIFS", "COUNTIFS", "AVERAGEIFS", "SUMPRODUCT", "ROUND", "MEDIAN"}

var (
	formulaTag = regexp.MustCompile(`<(?:f|formula1|formula2)>([^<]*)</`)
	quotedText = regexp.MustCompile(`(?:"|&#34;|&quot;)[^"]*?(?:"|&#34;|&quot;)`)
	function   = regexp.MustCompile(`([A-Z][A-Z0-9.]+)\(`)
)

func TestFormulasAreShortAndPlain(t *testing.T) {
	own, words := ownScale(t)
	made, err := Write(fidelity.NewReview(own), words, Copy{})
	if err != nil {
		t.Fatal(err)
	}
	books := map[string][]byte{
		"sample": write(t, sampleReviews(t)["larkmoor-2026-05.yaml"], Copy{}), "own": made,
		"ips-15": write(t, fidelity.NewReview(reviewtest.SpeakerOf(t, reviewtest.IPS15).Scale()), Copy{}),
	}
	for name, raw := range books {
		for part, body := range parts(t, raw) {
			if strings.Contains(part, "vba") || strings.Contains(part, "externalLink") || strings.Contains(body, "<hyperlink") || strings.Contains(body, `TargetMode="External"`) {
				t.Errorf("%s: %s holds a macro or a link", name, part)
			}
			for _, f := range formulaTag.FindAllStringSubmatch(body, -1) {
				if len(f[1]) > 8192 {
					t.Errorf("%s: a formula of %d characters", name, len(f[1]))
				}
				for _, call := range function.FindAllStringSubmatch(quotedText.ReplaceAllString(f[1], ""), -1) {
					if !slices.Contains(listed, call[1]) {
						t.Errorf("%s: %s calls %s", name, part, call[1])
					}
				}
			}
		}
		if props := parts(t, raw)["docProps/core.xml"]; strings.Contains(props, "Okafor") || !strings.Contains(props, ">fidelity<") {
			t.Errorf("%s: properties %s", name, props)
		}
	}
}

// TestEveryItemHasFormulas says how much of the scales the preview can say.
func TestEveryItemHasFormulas(t *testing.T) {
	for name, l := range layouts(t) {
		b := newBook(l, fidelity.NewReview(l.scale), Copy{})
		for table := range l.scale.Definition().Tables {
			b.page(tableKey + l.scale.Definition().Tables[table].ID)
			b.tables[table] = &tablePlace{sheet: "T!", none: "T!$A$1", first: 5, last: 8, columns: map[string]string{}}
		}
		w := &working{page: b.page(keyWorking), rows: workingRow, right: workingSide, vectors: map[string]vec{}, shown: map[int]tableCells{}}
		said := 0
		for i := range l.scale.Items() {
			if _, err := w.item(i); err != nil {
				t.Errorf("%s: item %s says “see the tool”: %v", name, l.scale.Items()[i].ID, err)
				continue
			}
			said++
		}
		t.Logf("%s: %d of %d items are said in formulas", name, said, len(l.scale.Items()))
		if err := b.f.Close(); err != nil {
			t.Error(err)
		}
	}
}

func TestTheKeptReviewHoldsOnlyWhatSheetsDoNot(t *testing.T) {
	r := sampleReviews(t)["larkmoor-2026-05.yaml"]
	b := newBook(newLayout(r.Scale(), &fidelity.Words{}, 8), r, Copy{})
	kept := b.keptReview()
	if len(kept.Rows("clients")) != 0 || kept.Findings[0].Saw != "" || kept.Service.Name == r.Service.Name {
		t.Error("the kept review repeats what the sheets show")
	}
	row := r.Rows("specialists")[0]
	if err := row.Set("community_time", "64%"); err != nil {
		t.Fatal(err)
	}
	r.Findings[0].Saw = " with spaces round it "
	r.Findings[1].Recommend = &fidelity.Recommendation{Text: "Do it."}
	r.Findings[2].Sources = []string{"observation", "interviews"}
	r.Actions = []fidelity.Action{{ID: "a1", What: "Two lines.\r\n", Who: "team leader"}}
	r.Sharing = strings.Repeat("x", maxCell+1)
	kept = b.keptReview()
	rows := kept.Rows("specialists")
	if len(rows) != 1 || rows[0].ID() != row.ID() || rows[0].Get("community_time").Text() != "64%" || rows[0].At(1).Given() {
		t.Errorf("kept rows:\n%s", source.FormatReview(kept))
	}
	if kept.Findings[0].Saw != r.Findings[0].Saw || kept.Findings[1].Recommend != nil || len(kept.Findings[2].Sources) != 2 || kept.Sharing != r.Sharing {
		t.Errorf("kept findings: %+v", kept.Findings[:3])
	}
	if len(kept.Actions) != 1 || kept.Actions[0].Who != "" || kept.Actions[0].What != r.Actions[0].What {
		t.Errorf("kept actions: %+v", kept.Actions)
	}
}
