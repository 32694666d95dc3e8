package json_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	document "github.com/ips-fidelity/fidelity/pkg/fidelity/report/json"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func render(t interface {
	Helper()
	Fatal(...any)
}, doc *report.Document,
) []byte {
	t.Helper()
	out, err := document.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestRenderSpecimen(t *testing.T) {
	got := render(t, reporttest.Specimen())
	golden := filepath.Join("testdata", "specimen.json")
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(golden, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatalf("%v (make it with -update)", err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("the file differs from %s (-want +got):\n%s", golden, diff)
	}
}

func TestRenderFails(t *testing.T) {
	if _, err := document.Render(nil); err == nil {
		t.Error("no error for a document that is not there")
	}
	line := report.TotalLine{Max: math.NaN()}
	doc := &report.Document{Sections: []report.Section{{Blocks: report.Blocks{line}}}}
	if _, err := document.Render(doc); err == nil || !strings.HasPrefix(err.Error(), "json: ") {
		t.Errorf("error for a number that JSON lacks: %v", err)
	}
}

func TestRenderLeavesTheDocumentAlone(t *testing.T) {
	doc := reporttest.Specimen()
	doc.Data.Needs = nil
	want := reporttest.Specimen()
	want.Data.Needs = nil
	render(t, doc)
	if diff := cmp.Diff(want, doc); diff != "" {
		t.Errorf("the document was changed (-want +got):\n%s", diff)
	}
}

// TestListsAreNeverNull draws one of each block with nothing in it.
func TestListsAreNeverNull(t *testing.T) {
	doc := &report.Document{
		Sections: []report.Section{{}, {Blocks: report.Blocks{
			report.Paragraph{},
			report.Heading{},
			report.List{},
			report.Terms{},
			report.Quote{},
			report.Table{},
			report.TotalLine{},
			report.Group{},
			report.Columns{},
			report.Table{Rows: [][]report.Cell{nil}},
			report.Group{Blocks: report.Blocks{report.List{}}},
		}}},
	}
	out := string(render(t, doc))
	if strings.Contains(out, "null") {
		t.Errorf("a list is null:\n%s", out)
	}
	if out := string(render(t, &report.Document{})); !strings.Contains(out, `"sections": []`) || !strings.Contains(out, `"scores": []`) {
		t.Errorf("a list of the empty document is not []:\n%s", out)
	}
}

func TestAScoreThatIsNotThereIsNull(t *testing.T) {
	doc := &report.Document{Data: report.Data{Scores: []report.ScoreRow{{}}, Measures: []report.MeasureRow{{}}}}
	out := string(render(t, doc))
	for _, want := range []string{`"score": null`, `"suggested": null`, `"value": null`, `"base": null`} {
		if !strings.Contains(out, want) {
			t.Errorf("no %s in\n%s", want, out)
		}
	}
}

func TestSignsStandAsTheyAre(t *testing.T) {
	const text = `<b> & "é" \u003c \\u003c` + "\n🙂"
	doc := &report.Document{Title: text, Sections: []report.Section{{Blocks: report.Blocks{report.Paragraph{Text: text}}}}}
	out := string(render(t, doc))
	if want := `<b> & \"é\" \\u003c \\\\u003c\n🙂`; strings.Count(out, want) != 2 {
		t.Errorf("%s does not stand in the title and the paragraph:\n%s", want, out)
	}
	if !strings.HasSuffix(out, "}\n") || !strings.HasPrefix(out, "{\n  \"lang\"") {
		t.Errorf("the frame is wrong:\n%s", out)
	}
}

// TestReadsBackEqual holds that any text comes back from any reader of JSON.
func TestReadsBackEqual(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`([<>&"/]|\\|\\u003c|\\\\u0026|a|\n){0,9}`)).Filter(utf8.ValidString)
	rapid.Check(t, func(t *rapid.T) {
		title, saw, cell, score := text.Draw(t, "title"), text.Draw(t, "saw"), text.Draw(t, "cell"), text.Draw(t, "score")
		doc := &report.Document{
			Title: title,
			Data:  report.Data{Scores: []report.ScoreRow{{Saw: score}}},
			Sections: []report.Section{{Blocks: report.Blocks{
				report.Group{Blocks: report.Blocks{report.Quote{Text: saw}}},
				report.Table{Rows: [][]report.Cell{{{Text: cell}}}},
			}}},
		}
		var got struct {
			Title string
			Data  struct {
				Scores []struct{ Saw string }
			}
			Sections []struct {
				Blocks []struct {
					Kind   string
					Blocks []struct{ Kind, Text string }
					Rows   [][]struct{ Text string }
				}
			}
		}
		if err := json.Unmarshal(render(t, doc), &got); err != nil {
			t.Fatal(err)
		}
		blocks := got.Sections[0].Blocks
		read := []string{got.Title, blocks[0].Blocks[0].Text, blocks[1].Rows[0][0].Text, got.Data.Scores[0].Saw}
		if diff := cmp.Diff([]string{title, saw, cell, score}, read); diff != "" {
			t.Errorf("texts changed (-want +got):\n%s", diff)
		}
		if kind := blocks[0].Blocks[0].Kind; kind != "quote" {
			t.Errorf("a quote became a %q", kind)
		}
	})
}

func TestRenderTwiceGivesTheSameBytes(t *testing.T) {
	doc := reporttest.Specimen()
	if !bytes.Equal(render(t, doc), render(t, doc)) {
		t.Error("the same document gave two different files")
	}
}
