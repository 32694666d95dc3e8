package xlsx

import (
	"regexp"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// settled is full with every item scored.
func settled() *report.Document {
	doc := full()
	four := 4
	doc.Data.Scores[1].Score, doc.Data.Scores[1].OpenFrom, doc.Data.Scores[1].OpenTo = &four, nil, nil
	addTotals(doc)
	return doc
}

var (
	described = regexp.MustCompile(`<xdr:cNvPr id="\d+" name="([^"]*)" descr="([^"]*)"`)
	barColor  = regexp.MustCompile(`<ser>.*?<a:srgbClr val="([0-9A-F]{6})"`)
)

// Every chart says in words what it shows, has colours of its own for all of
// its texts, and bars that can be told apart in grey.
func TestCharts(t *testing.T) {
	charts, alts := 0, map[string]string{}
	for name, body := range parts(t, render(t, full())) {
		if strings.HasPrefix(name, "xl/drawings/drawing") {
			for _, found := range described.FindAllStringSubmatch(body, -1) {
				alts[found[1]] = found[2]
			}
		}
		if !strings.HasPrefix(name, "xl/charts/chart") {
			continue
		}
		charts++
		seen := map[string]bool{}
		for _, found := range barColor.FindAllStringSubmatch(body, -1) {
			if seen[found[1]] {
				t.Errorf("%s: two series are %s", name, found[1])
			}
			seen[found[1]] = true
		}
		if !strings.Contains(body, `<varyColors val="0"`) || strings.Count(body, chartInk) < 3 || len(seen) == 0 {
			t.Errorf("%s: colours that are not ours:\n%s", name, body)
		}
	}
	for name, want := range map[string]string{"Section means": "Means of sections.", "Item scores": "Scores of items.", "Then and now": "Then and now."} {
		if alts[name] != want {
			t.Errorf("%s: %q stands for it in words, want %q", name, alts[name], want)
		}
	}
	if charts != 3 || len(alts) != 3 {
		t.Errorf("%d charts, %d texts", charts, len(alts))
	}
}

func TestChartsOnlyOfWhatThereIs(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*report.Data)
		want   int
	}{
		"no totals":            {func(d *report.Data) { d.Totals = nil }, 0},
		"no review before":     {func(d *report.Data) { d.Totals.ChangeAlt = "" }, 2},
		"no section is scored": {func(d *report.Data) { d.Totals.Sections = d.Totals.Sections[1:2] }, 2},
		"no items":             {func(d *report.Data) { d.Scores = nil }, 0},
	} {
		doc := full()
		c.change(&doc.Data)
		got := 0
		for part := range parts(t, render(t, doc)) {
			if strings.HasPrefix(part, "xl/charts/chart") {
				got++
			}
		}
		if got != c.want {
			t.Errorf("%s: %d charts, want %d", name, got, c.want)
		}
	}
}

func TestFormulasOnlyWhereTheyAddUp(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*report.Totals)
		want   int
	}{
		"everything is scored":    {func(*report.Totals) {}, 8},
		"totals are means":        {func(t *report.Totals) { t.Adds = false }, 0},
		"a pattern for a name":    {func(t *report.Totals) { t.Sections[0].Name = "Staff*" }, 0},
		"a comparison for a name": {func(t *report.Totals) { t.Sections[0].Name = ">1" }, 0},
		"two of one name":         {func(t *report.Totals) { t.Sections[0].Name = "SERVICES" }, 0},
		"a section is open":       {func(t *report.Totals) { t.Sections[0].Score, t.Total.Score = nil, nil }, 4},
	} {
		doc := settled()
		c.change(doc.Data.Totals)
		if got := strings.Count(parts(t, render(t, doc))["xl/worksheets/sheet1.xml"], "<f>"); got != c.want {
			t.Errorf("%s: %d formulas, want %d", name, got, c.want)
		}
	}
}
