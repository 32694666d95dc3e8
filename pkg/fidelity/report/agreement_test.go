package report_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// tarnbeck is the sample pair that comes with the project.
func tarnbeck(t testing.TB) *agree.Joint {
	t.Helper()
	var copies []agree.Copy
	for _, name := range []string{"2026-03.r1.yaml", "2026-03.r2.yaml"} {
		data, err := os.ReadFile("../../../reviews/tarnbeck/" + name)
		if err != nil {
			t.Fatal(err)
		}
		copies = append(copies, agree.Copy{Name: name, Review: reviewtest.Read(t, name, string(data))})
	}
	j, err := agree.FromCopies(copies, nil)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

func agreementOf(t testing.TB, j *agree.Joint) *report.Document {
	return report.BuildAgreement(input(t, fidelity.Assess(j.Review), report.Full), j)
}

// wordsOf are all texts of a section, one a line.
func wordsOf(s *report.Section) string {
	var out []string
	visitBlocks(s.Blocks, func(b report.Block) {
		switch b := b.(type) {
		case report.Paragraph:
			out = append(out, b.Text)
		case report.Quote:
			out = append(out, b.Label+": "+b.Text)
		case report.List:
			out = append(out, b.Items...)
		case report.Terms:
			for _, row := range b.Rows {
				out = append(out, row.Name+": "+row.Text)
			}
		case report.Group:
			out = append(out, b.Heading+" | "+b.Score)
		case report.Table:
			for _, row := range b.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, c.Text)
				}
				out = append(out, strings.Join(cells, " | "))
			}
		}
	})
	return strings.Join(out, "\n")
}

func tells(t *testing.T, doc *report.Document, id string, sentences ...string) {
	t.Helper()
	s := section(doc, id)
	if s == nil {
		t.Fatalf("no section %s among %v", id, ids(doc))
	}
	for _, want := range sentences {
		if got := wordsOf(s); !strings.Contains(got, want) {
			t.Errorf("%s does not say %q:\n%s", id, want, got)
		}
	}
}

func TestTheAgendaOfTwoReviewers(t *testing.T) {
	doc := agreementOf(t, tarnbeck(t))
	if got := ids(doc); !slices.Equal(got, []string{"agreement", "agenda", "side-by-side", "details"}) {
		t.Errorf("sections %v", got)
	}
	tells(t, doc, "agreement", "Same score on 19 of 25 items, within one point on 23.", "Totals 63 and 70. K. Pellow is 7 points higher.",
		"Both reviewers come to the same band: not supported employment.", "9 Zero exclusion | 1 | 4 | 1 | ")
	agenda := section(doc, "agenda")
	if agenda.Heading != "Talk about these six, the widest first" {
		t.Errorf("heading %q", agenda.Heading)
	}
	tells(t, doc, "agenda", "9 Zero exclusion | A. Okafor 1, K. Pellow 4", "Seen together: ", "A. Okafor, who scored 1: The checklist",
		"K. Pellow, who scored 4: Nobody we met", "It suggests 1.", "What a 1 looks like: ", "What a 4 looks like: ")
	if strings.Contains(wordsOf(agenda), "What a 5 looks like") {
		t.Error("the agenda tells a score that nobody gave")
	}
	tells(t, doc, "details", "Linear weighted kappa | 0.64 | 0.36 to 0.92", "Krippendorff's alpha, ordinal | 0.57 | ")
	if rows := len(doc.Data.Tidy.Rows); rows != 50 {
		t.Errorf("%d tidy rows", rows)
	}
}

func TestWhatIsNotCalculatedIsSaid(t *testing.T) {
	j := tarnbeck(t)
	for r := range j.Raters {
		for i := range j.Raters[r].Ratings {
			j.Raters[r].Ratings[i] = fidelity.Scored(5)
		}
	}
	doc := agreementOf(t, j)
	tells(t, doc, "details", "Linear weighted kappa | not calculated: every score is the same | ", "Gwet's AC2, linear weights | not calculated: every score is the same | ")
	tells(t, doc, "agreement", "Totals 125 and 125. Neither is higher.")
	if section(doc, "agenda").Heading != "Nothing to talk about" {
		t.Errorf("heading %q", section(doc, "agenda").Heading)
	}
}

func TestThePageAfterTheMeeting(t *testing.T) {
	j := tarnbeck(t)
	for i := range j.Review.Findings {
		j.Review.Findings[i].Rating = j.Raters[0].Ratings[i]
	}
	doc := agreementOf(t, j)
	if got := section(doc, "agenda").Heading; got != "Where the scores differed, and what was agreed" || !strings.HasPrefix(doc.Title, "Scores agreed on: ") {
		t.Errorf("title %q, heading %q", doc.Title, got)
	}
	tells(t, doc, "agenda", "Agreed: 1")
}

func TestScoresThatAreMissing(t *testing.T) {
	j := tarnbeck(t)
	j.Raters[0].Ratings[0] = fidelity.Rating{}
	j.Raters[1].Ratings[1] = fidelity.NotEnoughEvidence()
	for r := range j.Raters {
		j.Raters[r].Ratings[2] = fidelity.Rating{}
	}
	doc := agreementOf(t, j)
	tells(t, doc, "agreement", "Both reviewers scored 22 of 25 items: the same score on 16, within one point on 20.", "Over these 22 items the totals are ")
	tells(t, doc, "not-by-all", "1 Caseload size | A. Okafor no score, K. Pellow 2", "2 Employment services staff | A. Okafor 2, K. Pellow not enough evidence",
		"Nobody gave these a score:", "3 Vocational generalists: the evidence suggests 3.")
}

func TestTotalsInDifferentBands(t *testing.T) {
	j := tarnbeck(t)
	for i := range j.Raters[0].Ratings {
		j.Raters[0].Ratings[i], j.Raters[1].Ratings[i] = fidelity.Scored(4), fidelity.Scored(4)
	}
	j.Raters[0].Ratings[0] = fidelity.Scored(3)
	tells(t, agreementOf(t, j), "agreement", "The totals lie in different bands, so the meeting settles the band too. A. Okafor: Fair fidelity; K. Pellow: Good fidelity.", "K. Pellow is 1 point higher.")
}

func TestConflictsComeFirst(t *testing.T) {
	j := tarnbeck(t)
	j.Conflicts = []agree.Conflict{{
		Place: agree.Fact, Item: 8, Fact: 1, HasBase: true, Base: fidelity.UnknownValue(),
		Values: []fidelity.Value{fidelity.AnswerValue(0), {}},
	}}
	doc := agreementOf(t, j)
	if ids(doc)[1] != "evidence-first" {
		t.Errorf("sections %v", ids(doc))
	}
	tells(t, doc, "evidence-first", "9 Zero exclusion, ", "A. Okafor has no, K. Pellow has nothing")
}

func TestThePageAboutManyReviews(t *testing.T) {
	j := tarnbeck(t)
	build := func(n int) *report.Document {
		o := agree.Across(slices.Repeat([]*agree.Joint{j}, n))
		return report.BuildAcross(report.AcrossInput{Overview: o, Speaker: reviewtest.Speaker(t), Tool: "fidelity 0.0.0-test"})
	}
	doc := build(1)
	tells(t, doc, "agreement", "Over 1 joint review: the same on 19 of 25 scores (76%), within one point on 23 of 25 (92%).")
	tells(t, doc, "items", "9 Zero exclusion | 1 | 0 | 0 | 1 | 3.00", "Every pair gave the same score on 19 further items.")
	tells(t, doc, "leans", "A. Okafor and K. Pellow | 1 | Too few to say; it takes 5.")
	tells(t, doc, "totals", "It takes 10 to say how well totals agree.")
	doc = build(20)
	tells(t, doc, "leans", "K. Pellow is higher by 7 points on average")
	tells(t, doc, "totals", "This may replace the assumed error of 3.5 points: give it with --sem 5.0.", "It is a floor.")
	doc = build(12)
	tells(t, doc, "totals", "From 20 such visits on, the figure may replace the assumed error of 3.5 points.")
}
