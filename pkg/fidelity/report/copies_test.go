package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

func TestSectionsByReader(t *testing.T) {
	everything := strings.Fields("result scores moves items clinical recommendations plan next method response annex")
	for reader, want := range map[report.Reader][]string{
		report.Full: everything, report.Team: everything, "": everything,
		report.Executive:    strings.Fields("result scores moves recommendations plan method annex"),
		report.Commissioner: strings.Fields("result scores moves recommendations plan method response annex"),
		report.Clinical:     strings.Fields("result clinical recommendations plan method annex"),
	} {
		if diff := cmp.Diff(want, ids(copyFor(t, reviewtest.Full, reader))); diff != "" {
			t.Errorf("%q (-want +got)\n%s", reader, diff)
		}
	}
}

// A section that has nothing to say is left out: here there is no answer of
// the service, no recommendation, and no step that a change would take.
func TestSectionsWithNothingToSay(t *testing.T) {
	a := reviewtest.Given(t, "")
	want := strings.Fields("result scores items clinical plan next method annex")
	if diff := cmp.Diff(want, ids(report.Build(input(t, a, report.Full)))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestFrame(t *testing.T) {
	doc := copyFor(t, reviewtest.Full, report.Full)
	got := [...]string{doc.Lang, doc.Title, doc.Service, doc.Kind, doc.Stage, doc.Running, doc.Date, doc.Footer}
	want := [...]string{
		"en-GB", "Fidelity report: Larkhill Employment Service", "Larkhill Employment Service", "Independent review", "Draft",
		"Larkhill Employment Service. Independent review, draft", "2026-05-13", "IPS-25 Supported Employment Fidelity Scale 1.0.0",
	}
	if got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
	cover := []report.Term{
		{Name: "Visit", Text: "12 to 13 May 2026"},
		{Name: "Kind of review", Text: "Independent review, draft"},
		{Name: "Organisation", Text: "Larkhill Mental Health Trust"},
		{Name: "Reviewers", Text: "A. Okafor (Mereland Review Network) and B. Lind"},
		{Name: "Scale", Text: "IPS-25 Supported Employment Fidelity Scale 1.0.0"},
		{Name: "Who may see it", Text: "For the service, its host trust and its commissioner."},
	}
	if diff := cmp.Diff(cover, doc.Cover); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestKindsAndStagesInWords(t *testing.T) {
	for kind, want := range map[fidelity.ReviewKind]string{
		fidelity.Independent: "Independent review", fidelity.Guided: "Guided self-audit", fidelity.SelfAudit: "Self-audit",
	} {
		if got := report.KindWords(kind); got != want {
			t.Errorf("%s: %s", kind, got)
		}
	}
	for stage, want := range map[fidelity.Stage]string{
		fidelity.Gathering: "Gathering evidence", fidelity.Draft: "Draft", fidelity.Agreed: "Agreed", fidelity.Final: "Final", "": "Draft",
	} {
		if got := report.StageWords(stage); got != want {
			t.Errorf("%s: %s", stage, got)
		}
	}
}

// One person's own actions are nobody else's business.
func TestPersonalActionsStandInTheTeamsCopyAlone(t *testing.T) {
	const own = "Shadow a colleague's employer visits"
	for name, doc := range documents(t, reviewtest.Assess(t, reviewtest.Full)) {
		has := slices.Contains(texts(t, doc), own)
		if team := name == "team" || name == "team, looking back" || name == "plan" || strings.HasPrefix(name, "explanation"); has != team {
			t.Errorf("%s: %v", name, has)
		}
	}
	shared := table(t, copyFor(t, reviewtest.Full, report.Commissioner), "actions")
	if len(shared.Rows) != 3 || shared.Rows[0][0].Text != "Move the plans into the clinical record" {
		t.Errorf("%+v", shared.Rows)
	}
}

// Rows of single specialists, with what each scored, are for the team.
func TestRowTablesStandInTheTeamsCopyAlone(t *testing.T) {
	for _, reader := range report.Readers() {
		doc := copyFor(t, reviewtest.Full, reader)
		rows := 0
		visit(doc, func(b report.Block) {
			if table, ok := b.(report.Table); ok && strings.HasPrefix(table.ID, "rows-") {
				rows++
			}
		})
		for _, m := range doc.Data.Measures {
			if m.Row != "" {
				rows++
			}
		}
		if team := reader == report.Team; (rows > 0) != team {
			t.Errorf("%s: %d", reader, rows)
		}
	}
}

// What the reviewers and the service wrote is theirs: no letter is changed.
func TestTextsAreKeptAsTheyAre(t *testing.T) {
	hostile := []string{
		"=HYPERLINK(\"x\")", "<script>alert(1)</script> & more", "First line.\nSecond line.", "100% {{.}} %s $& \\", "“quoted” – 🙂 \u202eabc",
		strings.Repeat("long ", 3000) + "end",
	}
	for _, text := range hostile {
		a := reviewtest.Given(t, "")
		r := a.Review()
		r.Service.Name, r.Sharing = text, text
		f := &r.Findings[4]
		f.Saw, f.Judgement, f.Because, f.Recommend = text, text, text, &fidelity.Recommendation{Text: text, Who: text}
		r.Actions = []fidelity.Action{{ID: "a1", What: text, Who: text}}
		r.Response = &fidelity.Response{Text: text, By: "team leader"}
		doc := report.Build(input(t, fidelity.Assess(r), report.Team))
		n := 0
		for _, got := range texts(t, doc) {
			if got == text {
				n++
			}
		}
		// The service; who may see it; saw, judgement, because and recommendation, each in the item and
		// in the data; who; the list of recommendations; the action; the response.
		if n < 14 {
			t.Errorf("%.40q stands %d times as it is", text, n)
		}
	}
}
