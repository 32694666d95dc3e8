package pdf

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

func TestRenderSpecimenIsValid(t *testing.T) {
	out := render(t, reporttest.Specimen())
	if !bytes.HasPrefix(out, []byte("%PDF-1.7\n")) {
		t.Errorf("begins %q", out[:9])
	}
	valid(t, out)
}

func TestRenderTwiceGivesTheSameBytes(t *testing.T) {
	first := render(t, reporttest.Specimen())
	for range 10 {
		if !bytes.Equal(first, render(t, reporttest.Specimen())) {
			t.Fatal("the same document gave other bytes")
		}
	}
}

func TestRenderConcurrently(t *testing.T) {
	want := render(t, reporttest.Specimen())
	shared := reporttest.Specimen()
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			got, err := Render(shared)
			if err != nil || !bytes.Equal(got, want) {
				t.Errorf("other bytes, or error %v", err)
			}
		})
	}
	wg.Wait()
}

func TestRenderOtherContentHasAnotherID(t *testing.T) {
	id := func(doc *report.Document) string {
		_, after, _ := bytes.Cut(render(t, doc), []byte("/ID [<"))
		return string(after[:32])
	}
	one, other := id(page(report.Paragraph{Text: "one"})), id(page(report.Paragraph{Text: "other"}))
	if one == other || len(strings.Trim(one, "0123456789abcdef")) != 0 {
		t.Errorf("IDs %s and %s", one, other)
	}
}

func TestRenderLeavesTheDocumentAlone(t *testing.T) {
	doc := reporttest.Specimen()
	render(t, doc)
	if diff := cmp.Diff(reporttest.Specimen(), doc); diff != "" {
		t.Errorf("Render changed the document:\n%s", diff)
	}
}

func TestRenderRefuses(t *testing.T) {
	for name, doc := range map[string]*report.Document{
		"no document":       nil,
		"nil block":         page(nil),
		"a block of no use": page(report.Group{ID: "g", Blocks: report.Blocks{(*report.Table)(nil)}}),
	} {
		t.Run(name, func(t *testing.T) {
			out, err := Render(doc)
			if err == nil || out != nil || !strings.HasPrefix(err.Error(), "pdf: ") {
				t.Errorf("got %d bytes and error %v", len(out), err)
			}
		})
	}
}

func TestRenderNamesThePlaceOfAnUnknownBlock(t *testing.T) {
	_, err := Render(page(report.Paragraph{Text: "x"}, report.Group{ID: "g", Blocks: report.Blocks{nil}}))
	want := `pdf: draw the report: section "s": block 2: group "g": block 1: no way to draw a <nil>`
	if err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestAsErrorKeepsTheError(t *testing.T) {
	cause := errors.New("cause")
	if !errors.Is(asError(cause), cause) || asError("words").Error() != "words" {
		t.Error("what a panic carried is lost")
	}
}

func TestRenderEmptyThings(t *testing.T) {
	empty := []report.Block{
		report.Paragraph{},
		report.Heading{},
		report.List{},
		report.List{Numbered: true, Items: []string{""}},
		report.Terms{},
		report.Terms{Rows: []report.Term{{}}},
		report.Quote{},
		report.Table{},
		report.TotalLine{},
		report.Table{Columns: make([]report.Column, 3)},
		report.Table{Columns: make([]report.Column, 3), Rows: [][]report.Cell{{}, nil}},
		report.Table{Rows: [][]report.Cell{{{Text: "a cell without a column"}}}},
		report.Group{},
		report.Columns{},
		report.Group{Boxes: &report.Boxes{}},
	}
	for _, b := range empty {
		t.Run(fmt.Sprintf("%T", b), func(t *testing.T) { valid(t, render(t, page(b))) })
	}
	t.Run("document", func(t *testing.T) { valid(t, render(t, &report.Document{})) })
	t.Run("sections", func(t *testing.T) {
		valid(t, render(t, &report.Document{Sections: make([]report.Section, 3)}))
	})
	t.Run("all", func(t *testing.T) { valid(t, render(t, page(empty...))) })
}

func TestDocumentDate(t *testing.T) {
	for in, want := range map[string]string{
		"2026-05-13": "2026-05-13", "": "2000-01-01", "13 May 2026": "2000-01-01",
		"0001-01-01": "2000-01-01", // gofpdf takes this one for now
	} {
		if got := documentDate(in).Format("2006-01-02"); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
}

func BenchmarkRender(b *testing.B) {
	doc := reporttest.Specimen()
	b.ReportAllocs()
	for b.Loop() {
		render(b, doc)
	}
}
