package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// lines writes the rows of a table, cell by cell.
func lines(table report.Table) []string {
	var out []string
	for _, row := range table.Rows {
		var cells []string
		for _, c := range row {
			cells = append(cells, c.Text)
		}
		out = append(out, strings.Join(cells, " | "))
	}
	return out
}

func TestPlan(t *testing.T) {
	doc := report.BuildPlan(input(t, reviewtest.Assess(t, reviewtest.Full), report.Team))
	if doc.Title != "Action plan: Larkhill Employment Service" {
		t.Errorf("%q", doc.Title)
	}
	if diff := cmp.Diff([]string{"result", "plan", "suggested", "ways", "costs", "next"}, ids(doc)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if _, ok := section(doc, "result").Blocks[1].(report.TotalLine); !ok || len(section(doc, "result").Blocks) != 3 {
		t.Errorf("%+v", section(doc, "result"))
	}
	says(t, paragraphs(doc, "result"), "This is the team's own copy")
	want := []string{
		"Move the plans into the clinical record | team leader | 30 September 2026 | 5 Frequent team contact, aim 4 |  | open",
		"Ask the board for a steering group | chief executive | 1 July 2026 | 11 Executive support, aim 3 |  | under way",
		"Shadow a colleague's employer visits | one specialist | 15 June 2026 | 17 Frequent employer contact |  | open",
		"Share this report with the people who use the service | team leader |  |  |  | done",
	}
	if diff := cmp.Diff(want, lines(table(t, doc, "actions"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	next := lines(table(t, doc, "next-scores"))
	if len(next) != 25-7 || !strings.HasPrefix(next[0], "11 Executive team support | 2 to 3 | Any one of these 3: ") ||
		!strings.HasPrefix(next[1], "5 Integration with mental health treatment through frequent team contact | 3 to 4 | Either of these: ") {
		t.Errorf("%d: %q", len(next), next[:2])
	}
}

func TestActionsWithWhatCameOfThem(t *testing.T) {
	a := reviewtest.Given(t, "actions: [{id: a1, action: Try it, measure: Two visits a week, remedy: training, status: done, outcome: Three visits, aim: 4}]")
	doc := report.BuildPlan(input(t, a, report.Team))
	if got, want := lines(table(t, doc, "actions"))[0], "Try it |  |  | aim 4 (training) | Two visits a week | done: Three visits"; got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	if got := doc.Data.Actions[0]; got.Outcome != "Three visits" || got.Measure != "Two visits a week" || *got.Aim != 4 {
		t.Errorf("%+v", got)
	}
}

func TestPlanWithNothingAgreed(t *testing.T) {
	doc := report.BuildPlan(input(t, reviewtest.Assess(t, reviewtest.Incomplete), report.Team))
	if got := table(t, doc, "actions"); len(got.Rows) != 0 || got.Empty != "No actions have been agreed yet." {
		t.Errorf("%+v", got)
	}
	next := lines(table(t, doc, "next-scores"))
	if want := "1 Caseload size | 1 to 2, if it is as low as 1 | Find out first: caseload (ES02) and full-time equivalent (ES03). | service design"; next[0] != want {
		t.Errorf("\n got %q\nwant %q", next[0], want)
	}
}

func TestRecommendations(t *testing.T) {
	want := []string{
		"1 | Agree one record with the second team. | 5 Integration with mental health treatment through frequent team contact | partnership | team leader",
		"2 | Put the first field visits in the diary. | 8 Role of the employment supervisor | leadership | ",
		"3 | Ask the board for a steering group. | 11 Executive team support | leadership | chief executive",
	}
	got := table(t, copyFor(t, reviewtest.Full, report.Full), "recommendation-list")
	if diff := cmp.Diff(want, lines(got)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if link := got.Rows[0][2].Link; link != "item-team-contact" {
		t.Errorf("it links to %q", link)
	}
	if link := table(t, copyFor(t, reviewtest.Full, report.Executive), "recommendation-list").Rows[0][2].Link; link != "" {
		t.Errorf("an executive's copy links to %q, which it has not", link)
	}
}

func TestNearestSteps(t *testing.T) {
	got := lines(table(t, copyFor(t, reviewtest.Full, report.Full), "nearest"))
	// All of them take one change and cost 2: the lowest score stands first.
	if len(got) != 6 || !strings.HasPrefix(got[0], "11 Executive team support | 2 to 3 | ") || !strings.HasPrefix(got[2], "13 Disclosure | 4 to 5 | ") {
		t.Errorf("%q", got)
	}
}

func TestMethod(t *testing.T) {
	doc := copyFor(t, reviewtest.Full, report.Full)
	rows := map[string]string{}
	for _, term := range section(doc, "method").Blocks[0].(report.Terms).Rows {
		rows[term.Name] = term.Text
	}
	want := map[string]string{
		"Kind": "An independent review, by people from outside the service.", "Reviewers": "A. Okafor (Mereland Review Network) and B. Lind",
		"Visit": "12 to 13 May 2026 (on site)", "Evidence from": "12 November 2025 to 12 May 2026",
		"Service":      "community mental health; running since April 2021",
		"Sources used": "management information (2 items), documents and records (22 items), interviews (24 items), observation (1 item)",
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	samples := []string{"Employment specialists | 5 of 5 | all of them", "Client records | 15 of 64 | picked at random", "Jobs | 20 | not recorded"}
	if diff := cmp.Diff(samples, lines(table(t, doc, "samples"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	for review, want := range map[string]string{reviewtest.Incomplete: "not looked at", reviewtest.Stripped: "taken out of the file"} {
		if got := table(t, copyFor(t, review, report.Full), "samples").Rows[1][1].Text; got != want {
			t.Errorf("%s: %q", review, got)
		}
	}
}

func TestResponseAndAnnex(t *testing.T) {
	doc := copyFor(t, reviewtest.Full, report.Commissioner)
	want := report.Blocks{
		report.Quote{Label: "In the service's own words", Text: "We agree with the findings and have begun on the record."},
		report.Paragraph{Role: report.Note, Text: "team leader, 20 June 2026"},
	}
	if diff := cmp.Diff(want, section(doc, "response").Blocks); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	about := section(doc, "annex").Blocks[0].(report.Terms).Rows
	if len(about) != 4 || about[1].Text != "ips-25@1, 1.0.0" || !strings.HasPrefix(about[2].Text, "sha256:") || about[3].Text != "fidelity 0.0.0-test" {
		t.Errorf("%+v", about)
	}
}
