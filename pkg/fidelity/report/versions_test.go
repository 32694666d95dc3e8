package report_test

import (
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
)

// versionPage is the text of the report of a new version.
func versionPage(t *testing.T, old *fidelity.Assessment, lines string) string {
	t.Helper()
	now := reviewtest.Given(t, lines)
	doc := report.Build(report.Input{Assessment: now, Speaker: reviewtest.Speaker(t), Amended: old})
	var b strings.Builder
	if err := text.Document(&b, doc, text.Style{ASCII: true}); err != nil {
		t.Fatal(err)
	}
	_, page, _ := strings.Cut(strings.Join(strings.Fields(strings.ToLower(b.String())), " "), "between the versions")
	return page
}

func TestVersions(t *testing.T) {
	const (
		old  = "seal: {at: 2026-06-20T10:00:00Z, sha256: \"1\"}\nsharing: All.\nevidence: {specialists: [{id: ES01, fte: 1, caseload: 18}, {id: ES02, fte: 1, caseload: 18}]}\nitems: {caseload-size: {score: 5}, disclosure: {score: 3, saw: Old.}}\n"
		next = "amends: {file: old.yaml, why: A post was missing}\nevidence: {specialists: [{id: es01, fte: 1, caseload: 48}, {id: ES03, fte: 1, caseload: 18}]}\nitems: {caseload-size: {score: 4}, disclosure: {score: 3, saw: New.}}\n"
	)
	page := versionPage(t, reviewtest.Given(t, old), next)
	for _, says := range []string{
		"sealed on 20 June 2026. The reason: A post was missing.", "1 Caseload size", "5 out of 5", "4 out of 5",
		"1 added, 1 taken out and 1 changed", "13 Disclosure: what we saw", "Who may see the report",
	} {
		if !strings.Contains(page, strings.ToLower(says)) {
			t.Errorf("without %q:\n%s", says, page[:min(len(page), 3000)])
		}
	}
	if page := versionPage(t, nil, next); !strings.Contains(page, "was not at hand, so what changed is not listed here") {
		t.Error(page[:min(len(page), 1000)])
	}
	if page := versionPage(t, reviewtest.Given(t, old), old); page != "" {
		t.Error("a review that replaces none tells of versions")
	}
}
