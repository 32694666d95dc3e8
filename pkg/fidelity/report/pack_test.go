package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// packInput makes a pack of records.
func packInput(t *testing.T, records ...compare.Record) report.PackInput {
	t.Helper()
	g := compare.NewGather(fidelity.Date{})
	for i := range records {
		g.Add(records[i])
	}
	return report.PackInput{Pack: g.Pack(compare.PackSettings{}), Speaker: reviewtest.Speaker(t), Tool: "fidelity test"}
}

// site summarises a review of a service with one score throughout.
func site(t *testing.T, name string, score int, change func(*compare.Record)) compare.Record {
	t.Helper()
	r := compare.Summarise(yearly(t, 2026, "independent", score, "evidence_period: {from: 2025-10-01, to: 2026-03-31}\nstage: final\n"), name+".yaml")
	r.Service.ID, r.Service.Name, r.Service.Setting = strings.ToLower(name), name, "community"
	r.Service.Groups = map[string]string{"region": "North"}
	if change != nil {
		change(&r)
	}
	return r
}

func TestPackInOrder(t *testing.T) {
	doc := report.BuildPack(packInput(
		t, site(t, "Cedar", 4, nil), site(t, "Ash", 5, nil), site(t, "Birch", 2, func(r *compare.Record) { r.Stage = fidelity.Draft }),
		site(t, "Own", 3, func(r *compare.Record) { r.Kind = fidelity.SelfAudit }), site(t, "Blind", 3, func(r *compare.Record) { r.Blind = true }),
	))
	want := strings.Fields("short comparable bands items gaps strengths change own questions method")
	if diff := cmp.Diff(want, ids(doc)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{
		"Ash | May 2026, independent review, final | Yes | Nothing speaks against it.",
		"Birch | May 2026, independent review, draft | With caution | A draft: scores can still change.",
		"Cedar | May 2026, independent review, final | Yes | Nothing speaks against it.",
		"Own | May 2026, self-audit, final | Apart | The service looked at itself: it stands in a panel of its own.",
	}, lines(table(t, doc, "comparability"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if got := lines(table(t, doc, "passed")); len(got) != 1 || !strings.Contains(got[0], "| No | One reviewer's own copy") {
		t.Errorf("%q", got)
	}
	if got := lines(table(t, doc, "totals-table")); len(got) != 3 || !strings.HasPrefix(got[0], "Ash | 125 | Exemplary") || !strings.HasPrefix(got[1], "Cedar | 100 | Good | About 5 in 10 | Close to fair") || !strings.HasPrefix(got[2], "Birch | 50 | Not IPS") {
		t.Errorf("%q", got)
	}
	scores := table(t, doc, "item-scores")
	if got := scores.Rows[0]; got[1].Text != "5 +" || got[1].Shade != 5 || got[2].Text != "2 −" || got[2].Shade != 2 || got[3].Text != "4 +" || *got[3].Number != 4 {
		t.Errorf("%+v", got)
	}
	if last := lines(scores)[25]; last != "Total | 125 | 50 | 100" {
		t.Errorf("%q", last)
	}
}

// Ranks are shown only where they are asked for, as intervals.
func TestRanks(t *testing.T) {
	in := packInput(t, site(t, "Ash", 4, nil), site(t, "Birch", 4, nil), site(t, "Cedar", 2, nil))
	if slices.Contains(ids(report.BuildPack(in)), "ranks") {
		t.Error("ranks that nobody asked for")
	}
	in.Ranks = true
	if diff := cmp.Diff([]string{"Ash | 1 to 2 of 3", "Birch | 1 to 2 of 3", "Cedar | 3 of 3"}, lines(table(t, report.BuildPack(in), "ranks-table"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Many sites are shared out to chapters, after a summary, and every anchor is
// one of its own.
func TestChapters(t *testing.T) {
	var all []compare.Record
	for i := range 90 {
		all = append(all, site(t, fmt.Sprintf("S%02d", i), 2+i%4, func(r *compare.Record) {
			r.Service.Groups = map[string]string{"region": []string{"North", "South", ""}[i%3]}
		}))
	}
	for group, want := range map[string][]string{
		"":       {"Exemplary fidelity: 22 services", "Good fidelity: 22 services", "Fair fidelity: 23 services", "Not supported employment: 23 services"},
		"region": {"No region written down: 30 services", "North: 30 services", "South: 30 services"},
	} {
		in := packInput(t, all...)
		in.Group = group
		doc := report.BuildPack(in)
		var got []string
		for _, s := range doc.Sections {
			if strings.HasPrefix(s.ID, "group-") {
				got = append(got, s.Heading)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got)\n%s", group, diff)
		}
		if doc.Sections[0].ID != "short" || doc.Sections[1].ID != "comparable" || doc.Sections[2].ID != "items" {
			t.Errorf("%v", ids(doc))
		}
		sheets := map[string]bool{}
		visit(doc, func(b report.Block) {
			if tb, ok := b.(report.Table); ok && tb.Sheet != "" {
				if sheets[tb.Sheet] || len(tb.Sheet) > 31 {
					t.Errorf("sheet %q", tb.Sheet)
				}
				sheets[tb.Sheet] = true
			}
		})
		if len(doc.Data.Tidy.Rows) != 90*25 {
			t.Errorf("%d tidy rows", len(doc.Data.Tidy.Rows))
		}
	}
}

// Heads of tidy rows are a promise to other programs.
func TestTidyHeads(t *testing.T) {
	tidy := report.BuildPack(packInput(t, site(t, "Ash", 4, nil))).Data.Tidy
	var heads []string
	for _, c := range tidy.Columns {
		heads = append(heads, c.Head)
	}
	want := "service name group panel visit kind stage scale compare why number item title state score low high evidence before change open_actions late_actions total_low total_high band"
	if strings.Join(heads, " ") != want {
		t.Errorf("%s", strings.Join(heads, " "))
	}
	if got := lines(*tidy)[0]; got != "ash | Ash |  | independent | 2026-05-12 | independent | final | ips-25@1 | yes |  | 1 | caseload-size | Caseload size | rated | 4 | 4 | 4 | adequate |  |  | 0 | 0 | 100 | 100 | good" {
		t.Errorf("%q", got)
	}
}

func TestContextBesideBenchmarks(t *testing.T) {
	count := func(n int) *int { return &n }
	in := packInput(t, site(t, "Ash", 4, nil), site(t, "Birch", 4, nil), site(t, "Cedar", 3, nil))
	in.Contexts = map[string]*compare.ShownContext{
		"ash":   (&compare.Context{OutOfWork: count(64), FirstStarts: count(27)}).Shown(),
		"birch": (&compare.Context{OutOfWork: count(40), FirstStarts: count(3)}).Shown(),
	}
	in.Benchmarks = []compare.Benchmark{{Percent: fidelity.Int(40), From: fidelity.Date{Year: 2024, Month: 4}, Label: "people out of work", Source: "IPS Grow"}}
	doc := report.BuildPack(in)
	var rates report.Chart
	visit(doc, func(b report.Block) {
		if c, ok := b.(report.Chart); ok && c.ID == "rates" {
			rates = c
		}
	})
	if len(rates.Rows) != 1 || rates.Ticks[1].Label != "40%" {
		t.Errorf("%+v", rates)
	}
	if diff := cmp.Diff([]string{
		"Ash |  | 64 | 27 | 27 of 64 people (42%) | not given | not given", "Birch |  | 40 | hidden | Hidden: too few people | not given | not given",
	}, lines(table(t, doc, "context-figures"))); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	at := slices.IndexFunc(doc.Sections, func(s report.Section) bool { return s.ID == "context" })
	notes := doc.Sections[at].Blocks[len(doc.Sections[at].Blocks)-1].(report.List).Items
	if !slices.Contains(notes, "Benchmark to look at: 40%, people out of work, from April 2024 (IPS Grow).") || !slices.Contains(notes, "1 service has no figures of this kind beside the review.") {
		t.Errorf("%q", notes)
	}
}

func TestEmptyPack(t *testing.T) {
	g := compare.NewGather(fidelity.Date{})
	g.Broken("a.yaml")
	doc := report.BuildPack(report.PackInput{Pack: g.Pack(compare.PackSettings{})})
	if len(doc.Sections) != 1 || len(lines(table(t, doc, "passed"))) != 1 || len(doc.Data.Tidy.Rows) != 0 {
		t.Errorf("%+v", doc)
	}
}
