package csv_test

import (
	"bytes"
	"encoding/csv"
	"flag"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	scores "github.com/ips-fidelity/fidelity/pkg/fidelity/report/csv"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestRenderSpecimen(t *testing.T) {
	got, err := scores.Render(reporttest.Specimen())
	if err != nil {
		t.Fatal(err)
	}
	golden := filepath.Join("testdata", "specimen.csv")
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

func TestRenderNothing(t *testing.T) {
	if _, err := scores.Render(nil); err == nil {
		t.Error("no error for a document that is not there")
	}
}

// records reads a file back without its byte order mark.
func records(t interface {
	Helper()
	Fatal(...any)
}, doc *report.Document,
) [][]string {
	t.Helper()
	out, err := scores.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	body, ok := bytes.CutPrefix(out, []byte("\xEF\xBB\xBF"))
	if !ok {
		t.Fatal("the byte order mark is not there")
	}
	if n := bytes.Count(body, []byte("\n")); n != bytes.Count(body, []byte("\r\n")) || n != bytes.Count(body, []byte("\r")) {
		t.Fatal("not every line ends in CRLF")
	}
	all, err := csv.NewReader(bytes.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestHeadingsAreStable(t *testing.T) {
	want := "service,visit,kind,stage,number,item,title,section,state,score,suggested,low,high,max,why,evidence,saw,judgement,because,next,recommend,flags,sources"
	all := records(t, &report.Document{})
	if len(all) != 1 || strings.Join(all[0], ",") != want {
		t.Errorf("headings are %v", all)
	}
}

func TestCells(t *testing.T) {
	minus, nought := -1, 0
	for name, situation := range map[string]struct {
		row    report.ScoreRow
		column int
		want   string
	}{
		"no score":           {report.ScoreRow{}, 9, ""},
		"score of nought":    {report.ScoreRow{Score: &nought}, 9, "0"},
		"number below zero":  {report.ScoreRow{Suggested: &minus}, 10, "-1"},
		"low below zero":     {report.ScoreRow{Low: -2}, 11, "-2"},
		"formula":            {report.ScoreRow{Recommend: `=HYPERLINK("x")`}, 20, `'=HYPERLINK("x")`},
		"plus":               {report.ScoreRow{Why: "+44"}, 14, "'+44"},
		"minus":              {report.ScoreRow{Why: "- one"}, 14, "'- one"},
		"at":                 {report.ScoreRow{Why: "@SUM(A1)"}, 14, "'@SUM(A1)"},
		"tab":                {report.ScoreRow{Why: "\t=1"}, 14, "'\t=1"},
		"return":             {report.ScoreRow{Why: "\r=1"}, 14, "'\n=1"},
		"line break":         {report.ScoreRow{Saw: "one\ntwo\r\nthree\rfour"}, 16, "one\ntwo\nthree\nfour"},
		"sign in the middle": {report.ScoreRow{Why: "2 = 2"}, 14, "2 = 2"},
		"quotes and commas":  {report.ScoreRow{Saw: `"a", b`}, 16, `"a", b`},
		"broken UTF-8":       {report.ScoreRow{Saw: "a\xffb"}, 16, "a\uFFFDb"},
	} {
		t.Run(name, func(t *testing.T) {
			all := records(t, &report.Document{Data: report.Data{Scores: []report.ScoreRow{situation.row}}})
			if got := all[1][situation.column]; got != situation.want {
				t.Errorf("%s = %q, want %q", all[0][situation.column], got, situation.want)
			}
		})
	}
}

// TestReadsBackEqual holds that whatever stands in a field is read back by any
// reader of CSV, but for the apostrophe of the guard, and that none is missed.
func TestReadsBackEqual(t *testing.T) {
	text := rapid.OneOf(rapid.String(), rapid.StringMatching(`[=+@'", \n\t-]{0,3}[a-z"',\n ]{0,8}`))
	count := rapid.IntRange(-9, 999)
	rapid.Check(t, func(t *rapid.T) {
		doc := &report.Document{
			Service: text.Draw(t, "service"), Date: text.Draw(t, "date"), Kind: text.Draw(t, "kind"), Stage: text.Draw(t, "stage"),
		}
		rows := rapid.IntRange(0, 3).Draw(t, "rows")
		var want [][]string
		for range rows {
			score := count.Draw(t, "score")
			row := report.ScoreRow{
				Number: count.Draw(t, "number"), Item: text.Draw(t, "item"), Title: text.Draw(t, "title"), Section: text.Draw(t, "section"),
				State: text.Draw(t, "state"), Score: &score, Low: count.Draw(t, "low"), High: count.Draw(t, "high"), Max: count.Draw(t, "max"),
				Why: text.Draw(t, "why"), Evidence: text.Draw(t, "evidence"), Saw: text.Draw(t, "saw"), Judgement: text.Draw(t, "judgement"),
				Because: text.Draw(t, "because"), Next: text.Draw(t, "next"), Recommend: text.Draw(t, "recommend"),
				Flags: text.Draw(t, "flags"), Sources: text.Draw(t, "sources"),
			}
			doc.Data.Scores = append(doc.Data.Scores, row)
			want = append(want, []string{
				doc.Service, doc.Date, doc.Kind, doc.Stage, strconv.Itoa(row.Number), row.Item, row.Title, row.Section, row.State,
				strconv.Itoa(score), "", strconv.Itoa(row.Low), strconv.Itoa(row.High), strconv.Itoa(row.Max), row.Why, row.Evidence,
				row.Saw, row.Judgement, row.Because, row.Next, row.Recommend, row.Flags, row.Sources,
			})
		}
		got := records(t, doc)[1:]
		if len(got) != len(want) {
			t.Fatalf("%d rows, want %d", len(got), len(want))
		}
		for i := range want {
			for j, cell := range got[i] {
				same := strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(want[i][j])
				numeric := j == 4 || j >= 9 && j <= 13
				if !numeric && same != "" && strings.ContainsRune("=+-@\t\n", rune(same[0])) {
					same = "'" + same
				}
				if cell != same {
					t.Errorf("row %d, column %d is %q, want %q", i, j, cell, same)
				}
			}
		}
	})
}

func TestTidyRowsTakeThePlaceOfScores(t *testing.T) {
	n := -3.0
	doc := reporttest.Specimen()
	doc.Data.Tidy = &report.Table{
		Columns: []report.Column{{Head: "item"}, {Head: "change"}, {Head: "note"}},
		Rows:    [][]report.Cell{{{Text: "disclosure"}, {Text: "-3", Number: &n}, {Text: "=1+1"}}, {{Text: "too short"}}},
	}
	out, err := scores.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	want := "\uFEFFitem,change,note\r\ndisclosure,-3,'=1+1\r\ntoo short,,\r\n"
	if string(out) != want {
		t.Errorf("got %q, want %q", out, want)
	}
}
