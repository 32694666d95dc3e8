package report_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// lastYear is a review of Larkhill from the year before, with every item at a
// score and some lines of YAML.
func lastYear(t reviewtest.TB, kind string, score int, more string) *fidelity.Assessment {
	return yearly(t, 2025, kind, score, more)
}

func yearly(t reviewtest.TB, year int, kind string, score int, more string) *fidelity.Assessment {
	t.Helper()
	r := reviewtest.Read(t, "a year", strings.NewReplacer("YEAR", string(rune('0'+year%10)), "KIND", kind).Replace(
		"format: fidelity/review/1\nscale: ips-25@1\nservice: {id: larkhill, name: Larkhill Employment Service}\nkind: KIND\nvisit: {from: 202YEAR-05-12}\n",
	)+more)
	for i := range r.Findings {
		if !r.Findings[i].Rating.Decided() {
			r.Findings[i].Rating = fidelity.Scored(score)
		}
	}
	return fidelity.Assess(r)
}

func withBefore(t reviewtest.TB, after, before *fidelity.Assessment, reader report.Reader) report.Input {
	in := input(t, after, reader)
	in.Before = before
	return in
}

func TestFirstPageSaysTheChange(t *testing.T) {
	after := yearly(t, 2026, "independent", 4, "items: {disclosure: {score: 2, because: So seen}}\n")
	doc := report.Build(withBefore(t, after, lastYear(t, "independent", 3, ""), report.Executive))
	got, ok := section(doc, "result").Blocks[2].(report.Paragraph)
	want := "The total was 75 in May 2025 and is 98 now: 23 points more. It has changed by more than scoring noise, which is up to 10 points."
	if !ok || got.Text != want {
		t.Errorf("\n got %q\nwant %q", got.Text, want)
	}
	if plan := report.BuildPlan(withBefore(t, after, lastYear(t, "independent", 3, ""), report.Team)); len(section(plan, "result").Blocks) != 3 {
		t.Errorf("the plan begins with %d blocks", len(section(plan, "result").Blocks))
	}
}

func TestWhatMoved(t *testing.T) {
	before := lastYear(t, "independent", 3, "")
	after := yearly(t, 2026, "independent", 3, `items:
  disclosure: {score: 2, because: So seen}
  caseload-size: {score: 5, because: So seen}
  zero-exclusion: {score: not-enough-evidence}
corrected: [{item: agency-focus, from: 3, to: 2, why: We counted one poster twice}]
`)
	doc := report.Build(withBefore(t, after, before, report.Full))
	s := section(doc, "change")
	if got := s.Blocks[1].(report.Paragraph).Text; got != "Of 25 items, 2 scored higher, 1 scored lower, 21 stayed the same and 1 cannot be told yet." {
		t.Errorf("%q", got)
	}
	chart := s.Blocks[2].(report.Chart)
	want := []string{
		"13 | Disclosure | 3 | 2 | down 1", "1 | Caseload size | 3 | 5 | up 2",
		"10 | Agency focus on competitive employment | 2 (corrected) | 3 | up 1", "9 | Zero exclusion | 3 | 1 to 5 | not known yet",
	}
	if diff := cmp.Diff(want, lines(chart.Table)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if row := chart.Rows[3]; *row.Before != 3 || row.Value != nil {
		t.Errorf("an open score has a dot: %+v", row)
	}
	list := group(t, doc, "corrected").Blocks[0].(report.List).Items
	if len(list) != 1 || list[0] != "Agency focus on competitive employment: written as 3, and should have been 2. We counted one poster twice." {
		t.Errorf("%q", list)
	}
}

// Nothing is said of scores across kinds, or where there was no review before.
func TestNothingToCompare(t *testing.T) {
	after := yearly(t, 2026, "independent", 3, "")
	if s := section(report.Build(input(t, after, report.Full)), "change"); s != nil {
		t.Errorf("%+v", s)
	}
	audit := lastYear(t, "self-audit", 4, "actions: [{id: a1, action: Write a leaflet}]\n")
	doc := report.Build(withBefore(t, after, audit, report.Full))
	if s := section(doc, "change"); len(s.Blocks) != 1 || !strings.Contains(s.Blocks[0].(report.Paragraph).Text, "was a self-audit") {
		t.Errorf("%+v", s.Blocks)
	}
	if section(doc, "last-plan") == nil {
		t.Error("the plan is not followed up")
	}
}

// A self-audit came between: scores are compared with the review before it.
func TestSelfAuditBetween(t *testing.T) {
	in := withBefore(t, yearly(t, 2026, "independent", 4, ""), lastYear(t, "self-audit", 5, "actions: [{id: a1, action: Write a leaflet}]\n"), report.Full)
	in.LastScored = yearly(t, 2024, "independent", 3, "actions: [{id: a1, action: An older plan}]\n")
	doc := report.Build(in)
	s := section(doc, "change")
	if got := s.Blocks[0].(report.Paragraph).Text; !strings.HasSuffix(got, "It is compared with the last independent review instead.") {
		t.Errorf("%q", got)
	}
	if got := s.Blocks[1].(report.Paragraph).Text; !strings.HasPrefix(got, "The total was 75 in May 2024 and is 100 now") {
		t.Errorf("%q", got)
	}
	if rows := lines(table(t, doc, "last-actions")); len(rows) != 1 || !strings.HasPrefix(rows[0], "Write a leaflet") {
		t.Errorf("%q", rows)
	}
}

const lastPlan = `actions:
  - {id: a1, item: disclosure, action: Make a worksheet, who: team leader, when: 2025-09-30, aim: 4}
  - {id: a2, item: caseload-size, action: Fill the post, who: manager, when: 2025-10-31, aim: 4, status: done, outcome: Filled in May}
  - {id: a3, item: disclosure, action: Shadow a colleague, when: 2025-06-30, scope: personal}
`

func TestLastPlan(t *testing.T) {
	after := yearly(t, 2026, "independent", 4, "actions: [{id: a1, item: disclosure, action: Make a worksheet, when: 2026-09-30, status: doing}]\n")
	doc := report.Build(withBefore(t, after, lastYear(t, "independent", 3, lastPlan), report.Full))
	want := []string{
		"Make a worksheet | team leader | 30 September 2025 | Late, under way | Now planned for 30 September 2026. | 13 Disclosure. Aim 4, reached: 3 then, 4 now",
		"Fill the post | manager | 31 October 2025 | Done | Filled in May. | 1 Caseload size. Aim 4, reached: 3 then, 4 now",
	}
	if diff := cmp.Diff(want, lines(table(t, doc, "last-actions"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := section(doc, "last-plan").Blocks[0].(report.Paragraph).Text; got != "Of 2 actions, 1 is done and 1 is still to do. It is late." {
		t.Errorf("%q", got)
	}
	team := report.Build(withBefore(t, after, lastYear(t, "independent", 3, lastPlan), report.Team))
	if rows := lines(table(t, team, "last-actions")); len(rows) != 3 || !strings.HasPrefix(rows[0], "Shadow a colleague") {
		t.Errorf("%q", rows)
	}
}
