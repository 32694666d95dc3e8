package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

func TestTrend(t *testing.T) {
	doc := report.BuildTrend(trendInput(t,
		yearly(t, 2026, "independent", 4, "corrected: [{item: disclosure, from: 3, to: 2, why: Misread}]\n"),
		yearly(t, 2025, "independent", 3, "blind: r1\n"), yearly(t, 2025, "independent", 3, lastPlan),
		yearly(t, 2024, "self-audit", 4, ""),
	))
	if diff := cmp.Diff(strings.Fields("totals-larkhill items-larkhill actions-larkhill method"), ids(doc)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	want := []string{
		"May 2024 | Self-audit | 100 | 100 | Good fidelity |  | the first here",
		"May 2025 | Independent review | 74 | 75 | Fair fidelity |  | the first here",
		"May 2026 | Independent review | 100 | 100 | Good fidelity | +26 | changed by more than scoring noise",
	}
	if diff := cmp.Diff(want, lines(totalsChart(t, doc).Table)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	rows := totalsChart(t, doc).Rows
	if rows[0].Break != "" || rows[1].Break != "The review of May 2024 was a self-audit. Its scores are not compared with those of an independent review." || rows[2].Break != "" {
		t.Errorf("%q, %q, %q", rows[0].Break, rows[1].Break, rows[2].Break)
	}
	if got := rows[1]; got.Label != "May 2025, independent review" || got.Text != "74 (corrected)" || *got.Value != 74 || *got.Low < 69.1 || *got.Low > 69.2 {
		t.Errorf("%+v", got)
	}
	items := lines(table(t, doc, "items-larkhill-1"))
	if len(items) != 25 || items[12] != "13 | Disclosure | 2 (corrected) | 4 | Up 2" {
		t.Errorf("%d: %q", len(items), items[12])
	}
	if left := group(t, doc, "left-out").Blocks[0].(report.List).Items; len(left) != 1 || !strings.Contains(left[0], "own copy") {
		t.Errorf("%q", left)
	}
	if doc.Date != "2026-05-12" || doc.Title != "Fidelity over time: Larkhill Employment Service" {
		t.Errorf("%s, %s", doc.Date, doc.Title)
	}
}

func totalsChart(t *testing.T, doc *report.Document) (c report.Chart) {
	t.Helper()
	visit(doc, func(b report.Block) {
		if chart, ok := b.(report.Chart); ok && c.ID == "" {
			c = chart
		}
	})
	if c.Form != report.Path {
		t.Fatalf("%+v", c)
	}
	return c
}

// A review on an older scale has a chart of its own, and the break is told.
func TestTrendOnSeveralScales(t *testing.T) {
	old := reviewtest.Read(t, "old", "format: fidelity/review/1\nscale: ips-15@1\nservice: {id: larkhill, name: Larkhill}\nkind: independent\nvisit: {from: 2012-05-12}\n")
	doc := report.BuildTrend(trendInput(t, fidelity.Assess(old), yearly(t, 2026, "independent", 4, "")))
	charts := 0
	visit(doc, func(b report.Block) {
		if _, ok := b.(report.Chart); ok {
			charts++
		}
	})
	list := group(t, doc, "breaks-larkhill").Blocks[0].(report.List).Items
	if charts != 2 || len(list) != 1 || !strings.Contains(list[0], "on another scale, ips-15@1") {
		t.Errorf("%d charts, %q", charts, list)
	}
}

func TestTrendOfSeveralServices(t *testing.T) {
	other := yearly(t, 2025, "independent", 3, "")
	other.Review().Service = fidelity.Service{ID: "another", Name: "Another"}
	doc := report.BuildTrend(trendInput(t, yearly(t, 2026, "independent", 4, ""), other))
	if diff := cmp.Diff(strings.Fields("service-another service-larkhill method"), ids(doc)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	checkForm(t, "several", doc)
}

// The tidy rows have a score for every review and item that counts.
func TestTidyTrend(t *testing.T) {
	doc := report.BuildTrend(trendInput(t, yearly(t, 2025, "independent", 3, ""), yearly(t, 2026, "independent", 4, "")))
	rows := lines(*doc.Data.Tidy)
	if len(rows) != 50 || rows[0] != "larkhill | Larkhill Employment Service | 2025-05-12 | independent | draft | ips-25@1 | 1 | caseload-size | Caseload size | 3 | 3 | 3 | 3 |  | 75 | 75 | fair" ||
		!strings.HasSuffix(rows[49], " | 4 | 4 | 4 | 4 | 1 | 100 | 100 | good") {
		t.Errorf("%d\n%s\n%s", len(rows), rows[0], rows[49])
	}
}

// Documents about random reviews have what every format relies on, whatever
// the order of the files, and never name an action that is one person's own.
func TestRandomTrends(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []*fidelity.Assessment
		for range rapid.IntRange(1, 4).Draw(t, "reviews") {
			a := reviewtest.Random(t)
			for i := range a.Review().Actions {
				if k := &a.Review().Actions[i]; k.Scope == "personal" {
					k.What = "a secret plan"
				}
			}
			all = append(all, a)
		}
		doc := report.BuildTrend(trendInput(t, all...))
		checkForm(t, "trend", doc)
		checkNoCode(t, "trend", texts(t, doc))
		if slices.ContainsFunc(texts(t, doc), func(text string) bool { return strings.Contains(text, "a secret plan") }) {
			t.Fatal("it tells one person's own plan")
		}
		again := report.BuildTrend(trendInput(t, rapid.Permutation(all).Draw(t, "order")...))
		if diff := cmp.Diff(doc, again); diff != "" {
			t.Fatal(diff)
		}
	})
}
