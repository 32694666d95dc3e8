package reporttest_test

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/pdf"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// codesOf are the codes in the tables of a review: of specialists, clients,
// jobs and employers.
func codesOf(r *fidelity.Review) []string {
	var codes []string
	for _, table := range r.Scale().Definition().Tables {
		for _, row := range r.Rows(table.ID) {
			codes = append(codes, row.ID())
			for c := range table.Columns {
				if v := row.At(c); table.Columns[c].Kind == fidelity.Code && v.Known() {
					codes = append(codes, v.Text())
				}
			}
		}
	}
	slices.Sort(codes)
	return slices.Compact(codes)
}

// codesIn are those of the codes that stand in a file, wherever: texts, charts,
// their words for those who cannot see them, properties.
func codesIn(name string, out []byte, codes []string) []string {
	if len(codes) == 0 {
		return nil
	}
	var found []string
	add := func(code string) {
		if !slices.Contains(found, code) {
			found = append(found, code)
		}
	}
	if name == "pdf" {
		for _, stream := range streams(out) {
			for _, code := range codes {
				if standsIn(stream, code) {
					add(code)
				}
			}
		}
		return found
	}
	text := string(out)
	if name == "xlsx" {
		text = strings.Join(bookTexts(out), "\n")
	}
	for _, code := range regexp.MustCompile(`(?i)\b(`+strings.Join(codes, "|")+`)\b`).FindAllString(text, -1) {
		add(code)
	}
	return found
}

// standsIn looks for a code on its own among the letters of a PDF, which are
// two bytes each.
func standsIn(stream []byte, code string) bool {
	var wide []byte
	for _, unit := range utf16.Encode([]rune(code)) {
		wide = append(wide, byte(unit>>8), byte(unit))
	}
	letter := func(b []byte) bool {
		return len(b) == 2 && b[0] == 0 && (unicode.IsLetter(rune(b[1])) || unicode.IsDigit(rune(b[1])))
	}
	for rest := stream; ; {
		at := bytes.Index(rest, wide)
		if at < 0 {
			return false
		}
		end := at + len(wide)
		if !letter(rest[max(0, at-2):at]) && !letter(rest[end:min(end+2, len(rest))]) {
			return true
		}
		rest = rest[at+2:]
	}
}

// noCodes holds every copy but the team's to naming no row of the evidence, in
// any format, and returns in which formats the team's copy does.
func noCodes(t reviewtest.TB, a *fidelity.Assessment, speaker *say.Speaker, errorf func(string, ...any), readers ...report.Reader) map[string]bool {
	codes := codesOf(a.Review())
	team := map[string]bool{}
	for _, reader := range readers {
		doc := report.Build(report.Input{Assessment: a, Before: a, Speaker: speaker, Tool: "fidelity", Reader: reader})
		for _, f := range formats() {
			out, err := f.render(doc)
			if err != nil {
				t.Fatal(err)
			}
			found := codesIn(f.name, out, codes)
			if reader == report.Team {
				team[f.name] = len(found) > 0
			} else if len(found) > 0 {
				errorf("%s for %s names %q", f.name, reader, found)
			}
		}
	}
	return team
}

func TestNoCopyButTheTeamsNamesARowOfTheEvidence(t *testing.T) {
	samples, err := filepath.Glob("../../../../reviews/*/20*.yaml")
	if err != nil || len(samples) == 0 {
		t.Fatal(err, "no samples")
	}
	shelf := source.NewShelf(items.FS)
	for _, name := range samples {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Contains(data, []byte("format: fidelity/review/")) {
			continue // settings that stand beside the reviews
		}
		t.Run(filepath.Base(filepath.Dir(name))+" "+filepath.Base(name), func(t *testing.T) {
			file, problems := source.ReadReview(name, data, shelf)
			if file == nil {
				t.Fatal(problems)
			}
			words, err := shelf.Words(file.Review.Scale())
			if err != nil {
				t.Fatal(err)
			}
			team := noCodes(t, fidelity.Assess(file.Review), say.New(file.Review.Scale(), words), t.Errorf, report.Readers()...)
			if len(file.Review.Rows(file.Review.Scale().Definition().Tables[0].ID)) == 0 {
				return
			}
			// The search finds what is there.
			for _, format := range []string{"html", "pdf", "xlsx", "markdown", "json"} {
				if !team[format] {
					t.Errorf("%s: the team's own copy names nobody", format)
				}
			}
		})
	}
}

func TestNoCopyButTheTeamsNamesARowOfARandomReview(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := reviewtest.Random(t)
		reader := rapid.SampledFrom([]report.Reader{report.Full, report.Executive, report.Clinical, report.Commissioner}).Draw(t, "reader")
		noCodes(t, a, reviewtest.SpeakerOf(t, a.Scale().Ref()), t.Errorf, reader)
	})
}

// The search finds a code wherever in a PDF it stands, and only on its own.
func TestTheSearchForCodes(t *testing.T) {
	doc := reporttest.Specimen()
	doc.Title = "Title T01"
	doc.Running = "Running R01"
	doc.Sections = []report.Section{{Heading: "Heading H01", Blocks: report.Blocks{
		report.Paragraph{Text: "Text P01, and not P022 nor XP03."},
		report.TotalLine{Min: 1, Max: 5, Low: 2, High: 2, Label: "2", Alt: "Alternative A01"},
	}}}
	out, err := pdf.Render(doc)
	if err != nil {
		t.Fatal(err)
	}
	got := codesIn("pdf", out, []string{"A01", "H01", "P01", "P02", "P03", "R01", "T01"})
	slices.Sort(got)
	if want := []string{"A01", "H01", "P01", "R01", "T01"}; !slices.Equal(got, want) {
		t.Errorf("found %q, want %q", got, want)
	}
}
