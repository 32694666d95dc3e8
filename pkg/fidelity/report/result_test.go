package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// listed returns the entries of the list in a group, or its paragraph.
func listed(t *testing.T, doc *report.Document, id string) []string {
	t.Helper()
	switch b := group(t, doc, id).Blocks[0].(type) {
	case report.List:
		return b.Items
	case report.Paragraph:
		return []string{b.Text}
	}
	t.Fatalf("%s holds no list", id)
	return nil
}

func full(t *testing.T, lines string) *report.Document {
	t.Helper()
	return report.Build(input(t, reviewtest.Given(t, lines), report.Full))
}

func TestFirstPage(t *testing.T) {
	doc := copyFor(t, reviewtest.Full, report.Full)
	page := section(doc, "result")
	lead, line := page.Blocks[0].(report.Paragraph), page.Blocks[1].(report.TotalLine)
	if page.Heading != "The result: good fidelity" || lead.Role != report.Lead || lead.Text != "Larkhill Employment Service scored 104 out of 125. This is good fidelity." {
		t.Errorf("%q, %+v", page.Heading, lead)
	}
	want := report.TotalLine{
		Min: 25, Max: 125, Low: 104, High: 104, Label: "104",
		Bands: []report.Mark{{From: 25, Label: "Not IPS"}, {From: 74, Label: "Fair"}, {From: 100, Label: "Good"}, {From: 115, Label: "Exemplary"}},
		Alt:   line.Alt,
	}
	if diff := cmp.Diff(want, line); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if !strings.HasPrefix(line.Alt, "The total of 104 on a line from 25 to 125.") || !strings.Contains(line.Alt, "Good fidelity begins at 100.") {
		t.Errorf("%q", line.Alt)
	}
}

func TestFirstPageOfAnIncompleteReview(t *testing.T) {
	doc := copyFor(t, reviewtest.Incomplete, report.Full)
	page := section(doc, "result")
	if page.Heading != "The result so far" {
		t.Errorf("%q", page.Heading)
	}
	if line := page.Blocks[1].(report.TotalLine); line.Low != 51 || line.High != 105 || line.Label != "51 to 105" {
		t.Errorf("%+v", line)
	}
	open := listed(t, doc, "open")
	if len(open) != 17 || open[0] != "Caseload size: 1 to 5 out of 5, still open. 2 figures are not known." {
		t.Errorf("%d: %q", len(open), open[0])
	}
	if doc := copyFor(t, reviewtest.Full, report.Full); strings.Contains(strings.Join(texts(t, doc), "|"), "Still open") {
		t.Error("nothing is open in a full review")
	}
}

func TestStrengths(t *testing.T) {
	for _, c := range []struct {
		name, given string
		want        []string
	}{
		{"none", "items: {disclosure: {score: 3}}", []string{"No item has a high score yet."}},
		{
			"numbers first, and three at most",
			`evidence: {specialists: [{id: ES01, fte: 1, caseload: 18, community_time: 70, employment_time: 97}]}
items: {disclosure: {facts: {not-required: yes, pros-and-cons: yes, exact-content: yes, more-than-once: yes}}}`,
			[]string{
				"Caseload size: 18 clients per full-time specialist.", "Employment services staff: 97% of time (1 specialist).",
				"Community-based services: 1 specialist scored 5.",
			},
		},
		{
			"facts, and what only the reviewers say",
			"items: {disclosure: {facts: {not-required: yes, pros-and-cons: yes, exact-content: yes, more-than-once: yes}}, zero-exclusion: {score: 5}}",
			[]string{"Zero exclusion: scored 5 out of 5 by the reviewers.", "Disclosure: all that the item asks for is in place."},
		},
		{
			"the score below the top where there are few",
			"items: {disclosure: {facts: {not-required: yes, pros-and-cons: yes, exact-content: yes, more-than-once: no}}, zero-exclusion: {score: 5}}",
			[]string{"Zero exclusion: scored 5 out of 5 by the reviewers.", "Disclosure: 3 of 4 in place."},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, listed(t, full(t, c.given), "strengths")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestPriorities(t *testing.T) {
	got := listed(t, full(t, `items:
  team-contact: {score: 3}
  zero-exclusion: {score: 1, facts: {turned-away: by-rule}}
  disclosure: {score: 4}
  agency-focus: {score: 2, facts: {intake-asks: yes, reviews-ask: yes, displays: no, work-stories: no, rate-measured: no}}
  caseload-size: {score: 3}
`), "priorities")
	want := []string{
		"Zero exclusion scored 1: people kept out: by rule, under a written or agreed policy; none of the 3 is known yet.",
		"Agency focus on competitive employment scored 2: 2 of 5 in place.",
		"Caseload size scored 3, by the judgement of the reviewers.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := listed(t, full(t, "items: {disclosure: {score: 4}}"), "priorities"); got[0] != "No scored item is at 3 or below." {
		t.Errorf("%q", got)
	}
}

func TestHowSure(t *testing.T) {
	got := listed(t, copyFor(t, reviewtest.Full, report.Full), "how-sure")
	want := []string{
		"The evidence is strong for 23 items and adequate for 2 items.",
		"Close to the line between two scores: Vocational generalists, Individualised job search, Frequent employer contact and Community-based services.",
		"Scored by the reviewers' judgement, where the evidence alone gives another score: Role of the supervisor and Quality of employer contact.",
		"Two reviewers can fairly differ by a point on an item. A total guides improvement and is no performance rating.",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	many := listed(t, full(t, "evidence: {clients: [{id: C001, days_to_employer_contact: 50}]}"), "how-sure")
	if many[0] != "The evidence is thin for 25 items." || strings.Contains(strings.Join(many[1:], " "), "Thin") {
		t.Errorf("%q", many)
	}
	few := listed(t, full(t, `evidence_period: {from: 2025-11-12, to: 2026-05-01}
items: {disclosure: {sources: [interviews, plans]}}`), "how-sure")
	if few[0] != "The evidence is strong for 1 item, adequate for 18 items and thin for 6 items." {
		t.Errorf("%q", few)
	}
}

func TestLeadersAreAskedWhatOnlyTheyCanDo(t *testing.T) {
	doc := full(t, `items:
  disclosure: {score: 4, recommend: {text: Train, kind: training}}
  zero-exclusion: {score: 4, recommend: {text: Open the door., kind: leadership, who: chief executive}}
  agency-focus: {score: 2, recommend: {text: Ask everybody., kind: leadership}}
  caseload-size: {score: not-enough-evidence, recommend: {text: Count., kind: leadership}}
`)
	want := []string{"Ask everybody. (Agency focus)", "Chief executive: Open the door. (Zero exclusion)"}
	if diff := cmp.Diff(want, listed(t, doc, "leaders")); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestSectionMeans(t *testing.T) {
	var chart report.Chart
	visit(full(t, "items: {caseload-size: {score: 5}, employment-services-staff: {score: 4}, vocational-generalists: {score: 3}}"), func(b report.Block) {
		if c, ok := b.(report.Chart); ok && c.ID == "section-means" {
			chart = c
		}
	})
	staffing, organisation := chart.Rows[0], chart.Rows[1]
	if *staffing.Value != 4 || staffing.Text != "12 of 15" || organisation.Value != nil || *organisation.Low != 1 || *organisation.High != 5 {
		t.Errorf("%+v", chart.Rows)
	}
}

// The limits are printed every time.
func TestLimitsStandInEveryCopy(t *testing.T) {
	for _, reader := range report.Readers() {
		all := strings.Join(texts(t, copyFor(t, reviewtest.Incomplete, reader)), "\n")
		for _, limit := range []string{"r .27 to .36", "differ by a point on an item", "no performance rating", "Single items do not predict outcomes."} {
			if !strings.Contains(all, limit) {
				t.Errorf("%s does not say %q", reader, limit)
			}
		}
	}
}

func TestScoresBySection(t *testing.T) {
	doc := copyFor(t, reviewtest.Full, report.Executive)
	n := 0
	for id, caption := range map[string]string{"scores-staffing": "Staffing: 15 of 15", "scores-organisation": "Organisation: 31 of 40", "scores-services": "Services: 58 of 70"} {
		got := table(t, doc, id)
		n += len(got.Rows)
		if got.Caption != caption {
			t.Errorf("%s: %q", id, got.Caption)
		}
	}
	if n != 25 {
		t.Errorf("%d items", n)
	}
	principles := table(t, copyFor(t, reviewtest.Incomplete, report.Full), "principles")
	means := map[string]string{}
	for _, row := range principles.Rows {
		means[row[0].Text] = row[1].Text + " " + row[2].Text
	}
	if got := means["Everyone who wants to work is eligible"]; got != "1 3" {
		t.Errorf("%q", got)
	}
	if got := means["Benefits counselling supports the move into work"]; got != "1 not all scored" {
		t.Errorf("%q", got)
	}
}

func TestResultOfTheData(t *testing.T) {
	rows := map[string]string{}
	for _, term := range copyFor(t, reviewtest.Incomplete, report.Full).Data.Result {
		rows[term.Name] = term.Text
	}
	for name, want := range map[string]string{
		"Service": "Quillmere Work Team", "Visit": "2 March 2026", "Kind": "Self-audit", "Stage": "Gathering evidence", "Total": "51 to 105 out of 125",
		"Items with a score": "8 of 25", "Staffing": "6 to 15 out of 15", "Band": "still open: not supported employment, fair or good fidelity",
	} {
		if rows[name] != want {
			t.Errorf("%s: %q", name, rows[name])
		}
	}
	for _, term := range copyFor(t, reviewtest.Full, report.Full).Data.Result {
		if term.Name == "Band" && term.Text != "Good fidelity" {
			t.Error(term)
		}
	}
}

func TestAScaleWithoutBandsNamesNone(t *testing.T) {
	a := reviewtest.Assess(t, reviewtest.Full)
	a.Band, a.LowBand, a.HighBand = -1, -1, -1
	doc := report.Build(input(t, a, report.Full))
	if h := section(doc, "result").Heading; h != "The result" {
		t.Errorf("%q", h)
	}
	for _, term := range doc.Data.Result {
		if term.Name == "Band" {
			t.Error(term)
		}
	}
}
