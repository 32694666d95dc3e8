package report_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// outline writes the blocks of a group: "paragraph", "term What we looked at",
// "quote What we saw".
func outline(g report.Group) []string {
	var out []string
	visitBlocks(g.Blocks, func(b report.Block) {
		switch b := b.(type) {
		case report.Paragraph:
			out = append(out, "paragraph")
		case report.Terms:
			for _, term := range b.Rows {
				out = append(out, "term "+term.Name)
			}
		case report.Quote:
			out = append(out, "quote "+b.Label)
		case report.Table:
			out = append(out, "table "+b.ID)
		}
	})
	return out
}

func term(g report.Group, name string) string {
	text := ""
	visitBlocks(g.Blocks, func(b report.Block) {
		if terms, ok := b.(report.Terms); ok {
			for _, t := range terms.Rows {
				if t.Name == name {
					text = t.Text
				}
			}
		}
	})
	return text
}

// Every item stands in full, with its score, why, its evidence and its base,
// the next step and the recommendation.
func TestEveryItemIsToldInFull(t *testing.T) {
	a := reviewtest.Assess(t, reviewtest.Full)
	speaker := reviewtest.Speaker(t).WithoutCodes()
	doc := report.Build(input(t, a, report.Full))
	if len(doc.Data.Scores) != 25 {
		t.Fatalf("%d rows of data", len(doc.Data.Scores))
	}
	for i, def := range a.Scale().Items() {
		g := group(t, doc, "item-"+def.ID)
		row := doc.Data.Scores[i]
		score := strconv.Itoa(a.Items[i].Score)
		switch {
		case g.Heading != strconv.Itoa(def.Number)+" "+speaker.Title(i):
			t.Errorf("%s is headed %q", def.ID, g.Heading)
		case g.Score != score+" out of 5" || g.Boxes == nil || g.Boxes.Low != a.Items[i].Score || g.Boxes.High != a.Items[i].Score:
			t.Errorf("%s: %q, %+v", def.ID, g.Score, g.Boxes)
		case !strings.EqualFold(term(g, "What we looked at"), speaker.Evidence(a, i)) || row.Evidence != term(g, "What we looked at"):
			t.Errorf("%s: %q", def.ID, term(g, "What we looked at"))
		case !strings.Contains(term(g, "How the score came about"), "scored "+score) || !strings.HasSuffix(row.Why, term(g, "How the score came about")):
			t.Errorf("%s: %q", def.ID, term(g, "How the score came about"))
		case (a.Items[i].Next == nil) != (term(g, "Next score") == "") || row.Next != term(g, "Next score"):
			t.Errorf("%s: %q", def.ID, term(g, "Next score"))
		case row.Number != def.Number || row.Item != def.ID || row.Section == "" || *row.Score != a.Items[i].Score || row.Max != 5 || row.State != "rated":
			t.Errorf("%+v", row)
		}
	}
}

func TestOrderWithinAnItem(t *testing.T) {
	team := copyFor(t, reviewtest.Full, report.Team)
	want := []string{
		"paragraph", "term How the score came about", "term What we looked at", "term Sources", "term Strength of evidence", "term What a 3 looks like",
		"quote What we saw", "quote Our judgement", "term To know", "term Next score",
		"quote Recommendation", "term Kind of remedy", "term Who",
	}
	if diff := cmp.Diff(want, outline(group(t, team, "item-team-contact"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	rows := outline(group(t, team, "item-community-services"))
	if at := slices.Index(rows, "table rows-community-services"); at != 6 {
		t.Errorf("%q", rows)
	}
	because := outline(group(t, team, "item-supervisor-role"))
	if !slices.Contains(because, "quote Why this score") {
		t.Errorf("%q", because)
	}
}

func TestItemsOfAnIncompleteReview(t *testing.T) {
	doc := copyFor(t, reviewtest.Incomplete, report.Full)
	for id, want := range map[string]string{
		"item-caseload-size":   "1 to 5 out of 5, still open",
		"item-supervisor-role": "not enough evidence for a score",
		"item-team-contact":    "3 out of 5",
		"item-agency-focus":    "5 out of 5",
	} {
		if got := group(t, doc, id).Score; got != want {
			t.Errorf("%s: %s", id, got)
		}
	}
	if b := group(t, doc, "item-supervisor-role").Boxes; b.Low != 1 || b.High != 5 {
		t.Errorf("not enough evidence leaves %+v", b)
	}
	if b := group(t, doc, "item-team-contact").Boxes; b.Low != 3 || b.High != 3 {
		t.Errorf("a score leaves %+v", b)
	}
	for _, row := range doc.Data.Scores {
		if row.Item == "supervisor-role" && (row.Score != nil || row.State != "open" || row.Low != 1 || row.High != 5) {
			t.Errorf("%+v", row)
		}
	}
}

func TestRowTable(t *testing.T) {
	got := table(t, copyFor(t, reviewtest.Full, report.Team), "rows-employer-contact-frequency")
	var rows []string
	for _, row := range got.Rows {
		rows = append(rows, row[0].Text+" "+row[1].Text+": "+row[2].Text)
	}
	want := []string{
		"ES01 5: 6.3 face-to-face contacts a week; contact log: reviewed weekly",
		"ES02 3: 4 face-to-face contacts a week; contact log: reviewed weekly",
		"ES03 3: 4.2 face-to-face contacts a week (3.3 for 0.8); contact log: reviewed monthly",
		"ES04 4: 5.3 face-to-face contacts a week; contact log: reviewed weekly",
		"ES05 left out (job seekers: 0): At least 1.7 face-to-face contacts a week; contact log: kept but not reviewed each month",
	}
	if diff := cmp.Diff(want, rows); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestClinicalItems(t *testing.T) {
	doc := copyFor(t, reviewtest.Full, report.Clinical)
	var numbers []string
	for _, row := range table(t, doc, "clinical-items").Rows {
		number, _, _ := strings.Cut(row[0].Text, " ")
		numbers = append(numbers, number)
	}
	if diff := cmp.Diff(strings.Fields("4 5 9 10 14 22 25"), numbers); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestMeasuresOfTheData(t *testing.T) {
	doc := copyFor(t, reviewtest.Full, report.Team)
	var got []report.MeasureRow
	for _, m := range doc.Data.Measures {
		if m.Item == "caseload-size" || m.Item == "community-services" && m.Row == "ES01" || m.Item == "competitive-jobs" {
			m.Title, m.Measure, m.Unit = "", "", ""
			got = append(got, m)
		}
	}
	num := func(f float64) *float64 { return &f }
	want := []report.MeasureRow{
		{Number: 1, Item: "caseload-size", Value: num(18.8636), Base: num(4.4), Used: 5, Of: 5, Text: "18.9 clients per full-time specialist (83 for 4.4)"},
		{Number: 21, Item: "competitive-jobs", Value: num(90), Base: num(20), Used: 20, Of: 20, Text: "18 of 20 jobs (90%)"},
		{Number: 21, Item: "competitive-jobs", Value: num(16), Base: num(20), Used: 20, Of: 20, Text: "16 current jobs"},
		{Number: 24, Item: "community-services", Row: "ES01", Value: num(66.6667), Used: 1, Of: 1, Text: "66.7% of scheduled hours"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestNeedsOfTheData(t *testing.T) {
	a := reviewtest.Given(t, `evidence: {specialists: [{id: ES01, community_time: 40}, {id: ES02, community_time: 45}]}
items: {disclosure: {facts: {not-required: yes, pros-and-cons: yes, exact-content: no, more-than-once: no}}}
`)
	needs := func(reader report.Reader, item string) []string {
		var out []string
		for _, n := range report.Build(input(t, a, reader)).Data.Needs {
			if n.Item == item {
				out = append(out, strconv.Itoa(n.From)+" to "+strconv.Itoa(n.To)+", "+strconv.Itoa(n.Choose)+" of "+strconv.Itoa(n.Of)+": "+n.Need)
			}
		}
		return out
	}
	const share = "hare of scheduled hours spent in the community: at least 50%"
	for _, c := range []struct {
		reader report.Reader
		item   string
		want   []string
	}{
		{report.Full, "disclosure", []string{
			"3 to 4, 1 of 2: What exactly would be disclosed is discussed, with examples of wording", "3 to 4, 1 of 2: Disclosure is discussed on more than one occasion",
		}},
		{report.Team, "community-services", []string{"3 to 4, 1 of 1: ES02: time in the community up from 45% to 50%."}},
		{report.Full, "community-services", []string{"3 to 4, 1 of 2: S" + share + ", for any one of 2 specialists."}},
	} {
		if diff := cmp.Diff(c.want, needs(c.reader, c.item)); diff != "" {
			t.Errorf("%s %s (-want +got)\n%s", c.reader, c.item, diff)
		}
	}
}

func TestExplanation(t *testing.T) {
	a := reviewtest.Assess(t, reviewtest.Full)
	at, _ := a.Scale().ItemAt("community-services")
	doc := report.BuildExplanation(input(t, a, report.Full), at)
	if doc.Title != "24 Community-based services" || doc.Kind != "score 4 out of 5" || doc.Stage != "" {
		t.Errorf("%q, %q, %q", doc.Title, doc.Kind, doc.Stage)
	}
	if rows := table(t, doc, "rows-community-services").Rows; len(rows) != 5 || rows[0][0].Text != "ES01" {
		t.Errorf("%+v", rows)
	}
	open := report.BuildExplanation(input(t, reviewtest.Given(t, ""), report.Full), at)
	if open.Kind != "1 to 5 out of 5, still open" {
		t.Errorf("%q", open.Kind)
	}
	r := a.Review()
	r.Findings[at].Rating = fidelity.NotEnoughEvidence()
	if doc := report.BuildExplanation(input(t, fidelity.Assess(r), report.Full), at); doc.Kind != "not enough evidence for a score" {
		t.Errorf("%q", doc.Kind)
	}
}
