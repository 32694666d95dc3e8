package xlsx

import (
	"bytes"
	stdcsv "encoding/csv"
	stdjson "encoding/json"
	"fmt"
	stdhtml "html"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/csv"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/html"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/json"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/markdown"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/pdf"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// facts are what no two formats of a report may tell differently.
type facts struct {
	Total   string
	Scores  map[string]string // by the item's number; empty where there is none
	Actions []string
}

// fromAssessment are the facts themselves.
func fromAssessment(a *fidelity.Assessment) facts {
	f := facts{Total: say.Total(a.Total), Scores: map[string]string{}}
	for i := range a.Items {
		score := ""
		if a.Items[i].State != fidelity.Open {
			score = strconv.Itoa(a.Items[i].Score)
		}
		f.Scores[strconv.Itoa(a.Scale().Items()[i].Number)] = score
	}
	for _, action := range a.Review().Actions {
		f.Actions = append(f.Actions, squashed(action.What))
	}
	return f
}

var spaces = regexp.MustCompile(`\s+`)

func squashed(text string) string { return strings.TrimSpace(spaces.ReplaceAllString(text, " ")) }

// inText looks for the facts in running text, where an item's score stands
// after its number and title.
func inText(doc *report.Document, want facts, text string) facts {
	text = squashed(text)
	got := facts{Scores: map[string]string{}}
	// An open total is told as "between 76 and 106".
	if strings.Contains(text, strings.Replace(want.Total, " to ", " and ", 1)+" out of") {
		got.Total = want.Total
	}
	for _, row := range doc.Data.Scores {
		number := strconv.Itoa(row.Number)
		heading := regexp.QuoteMeta(squashed(number + " " + row.Title))
		found := regexp.MustCompile(heading + `[^0-9A-Za-z]*([0-9]) out of`).FindStringSubmatch(text)
		got.Scores[number] = ""
		if found != nil {
			got.Scores[number] = found[1]
		}
	}
	for _, action := range want.Actions {
		if strings.Contains(text, action) {
			got.Actions = append(got.Actions, action)
		}
	}
	return got
}

var tags = regexp.MustCompile(`(?s)<style>.*?</style>|<svg.*?</svg>|<[^>]*>`)

func fromHTML(t *testing.T, doc *report.Document, want facts) facts {
	page, err := html.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	return inText(doc, want, stdhtml.UnescapeString(tags.ReplaceAllString(string(page), " ")))
}

func fromPDF(t *testing.T, doc *report.Document, want facts) facts {
	data, err := pdf.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	name := filepath.Join(t.TempDir(), "report.pdf")
	if err := os.WriteFile(name, data, 0o600); err != nil {
		t.Fatal(err)
	}
	text, err := exec.Command(needTool(t, "pdftotext"), "-raw", name, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return inText(doc, want, marginless(doc, string(text)))
}

// marginless takes out the head and foot of each page, which stand between the
// lines of a text that goes on.
func marginless(doc *report.Document, text string) string {
	var kept []string
	for _, line := range strings.Split(strings.ReplaceAll(text, "\f", "\n"), "\n") {
		if !strings.HasPrefix(line, "Page ") && line != doc.Running && !strings.HasPrefix(line, doc.Footer) {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "\n")
}

var marks = strings.NewReplacer("#", "", "*", "", "■", "", "□", "", "\\", "")

func fromMarkdown(t *testing.T, doc *report.Document, want facts) facts {
	text, err := markdown.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	return inText(doc, want, marks.Replace(string(text)))
}

func fromXLSX(t *testing.T, doc *report.Document) facts {
	f := open(t, render(t, doc))
	got := facts{Scores: map[string]string{}}
	table := func(sheet, key string, do func(cell func(head string) string)) {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range rows[1:] {
			cell := func(head string) string {
				for i, h := range rows[0] {
					if h == head && i < len(row) {
						return row[i]
					}
				}
				return ""
			}
			if cell(key) != "" {
				do(cell)
			}
		}
	}
	table("Data", "number", func(cell func(string) string) { got.Scores[cell("number")] = cell("score") })
	table("Actions", "What", func(cell func(string) string) {
		if cell("Status") != "" { // else it is the sentence that there are none
			got.Actions = append(got.Actions, squashed(cell("What")))
		}
	})
	got.Total = totalIn(t, doc.Data.Result)
	rows, err := f.GetRows("Summary")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(fmt.Sprint(rows), got.Total+" out of") {
		t.Error("the summary does not say the total")
	}
	return got
}

// totalIn is the total in the lines of a result: "104 out of 125".
func totalIn(t *testing.T, result []report.Term) string {
	t.Helper()
	for _, line := range result {
		if total, _, ok := strings.Cut(line.Text, " out of"); ok {
			return total
		}
	}
	t.Fatal("there is no total in", result)
	return ""
}

func fromCSV(t *testing.T, doc *report.Document, want facts) facts {
	data, err := csv.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := stdcsv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	got := facts{Total: want.Total, Actions: want.Actions, Scores: map[string]string{}} // CSV holds scores alone
	at := map[string]int{}
	for i, head := range rows[0] {
		at[head] = i
	}
	for _, row := range rows[1:] {
		got.Scores[row[at["number"]]] = row[at["score"]]
	}
	return got
}

func fromJSON(t *testing.T, doc *report.Document) facts {
	data, err := json.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	var read struct {
		Data struct {
			Result []report.Term
			Scores []struct {
				Number int
				Score  *int
			}
			Actions []struct{ What string }
		}
	}
	if err := stdjson.Unmarshal(data, &read); err != nil {
		t.Fatal(err)
	}
	got := facts{Total: totalIn(t, read.Data.Result), Scores: map[string]string{}}
	for _, s := range read.Data.Scores {
		score := ""
		if s.Score != nil {
			score = strconv.Itoa(*s.Score)
		}
		got.Scores[strconv.Itoa(s.Number)] = score
	}
	for _, a := range read.Data.Actions {
		got.Actions = append(got.Actions, squashed(a.What))
	}
	return got
}

// TestTheSameFactsInEveryFormat reads the total, every score and every action
// back from each format of the report of each sample.
func TestTheSameFactsInEveryFormat(t *testing.T) {
	samples, err := filepath.Glob("../../../../reviews/*/20*.yaml")
	if err != nil || len(samples) == 0 {
		t.Fatal(err, "no samples")
	}
	shelf := source.NewShelf(items.FS)
	for _, name := range samples {
		t.Run(filepath.Base(filepath.Dir(name))+" "+filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file, problems := source.ReadReview(name, data, shelf)
			if file == nil {
				t.Fatal(problems)
			}
			scale := file.Review.Scale()
			words, err := shelf.Words(scale)
			if err != nil {
				t.Fatal(err)
			}
			a := fidelity.Assess(file.Review)
			doc := report.Build(report.Input{Assessment: a, Speaker: say.New(scale, words), Tool: "fidelity", Reader: report.Team})
			want := fromAssessment(a)
			for format, got := range map[string]facts{
				"HTML": fromHTML(t, doc, want), "PDF": fromPDF(t, doc, want), "Markdown": fromMarkdown(t, doc, want),
				"XLSX": fromXLSX(t, doc), "CSV": fromCSV(t, doc, want), "JSON": fromJSON(t, doc),
			} {
				if diff := cmp.Diff(want, got); diff != "" {
					t.Errorf("%s (-want +got):\n%s", format, diff)
				}
			}
		})
	}
}
