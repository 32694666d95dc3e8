package workbook

import (
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

func TestWrittenSamplesComeBack(t *testing.T) {
	t.Parallel()
	for _, r := range sampleReviews(t) {
		comesBack(t, r, write(t, r, Copy{}))
	}
	for _, a := range reviewtest.References(t, "..") {
		comesBack(t, a.Review(), write(t, a.Review(), Copy{}))
	}
}

func TestWrittenRandomReviewsComeBack(t *testing.T) {
	t.Parallel()
	gen := rapid.Custom(randomReview)
	for seed := range *randomBooks { // a whole workbook takes its time
		review := gen.Example(seed)
		comesBack(t, review, write(t, review, Copy{}))
	}
}

func TestWhatCellsCannotHoldComesBack(t *testing.T) {
	text := `format: fidelity/review/1
scale: ips-25@1
service: {id: larkhill, name: Larkhill, groups: {region: East, tier: "2"}}
kind: guided
visit: {from: 1899-05-12}
previous: 2025-05.yaml
evidence:
  specialists:
    - {id: es01, fte: 0.12345678901234567891, employment_time: 100%, community_time: 24.0 / 37.50, phases: [], employer_contacts: []}
    - {id: ES02, fte: 1.0, employment_time: "1", phases: unknown, employer_contacts: [1, 2, 3, 4, 5, 6, 7, 8, 9.5, 10]}
    - {id: ES03, employer_contacts: [6, 7, null, 6]}
    - {id: ES04, employer_contacts: [null, 3, null]}
    - {id: ES05, employer_contacts: [null, null]}
  clients: []
  jobs:
    - {id: J1, type: "  van   driver ", employer: e1}
    - {id: J2, type: "=1+1", started: 2026-02}
samples:
  clients: {of: 0, picked: every-kth}
items:
  caseload-size: {sources: [interviews, documents], saw: "_x0041_ and a tab:\tx", recommend: {kind: service design, text: x}}
  team-contact: {score: not-enough-evidence, because: "@SUM(1)", facts: {joint-record: unknown, weekly-meeting: no}, ratings: {r1: 4, r2: not-enough-evidence}}
actions:
  - {id: a1, action: "  Two spaces first", when: 2026-02-28, scope: personal, aim: 4}
  - {action: No id, status: dropped}
not-personal: [{path: items.caseload-size.saw, why: a code}]
corrected: [{item: zero-exclusion, from: 4, to: 3, why: miscounted}]
changes:
  - {at: 2026-05-13T16:20:00Z, by: r1, what: items.team-contact.score, from: "4", to: "3", why: seen}
`
	review := reviewtest.Read(t, "odd", text)
	comesBack(t, review, write(t, review, Copy{}))
}

func TestACopyComesBackAsWhatItShows(t *testing.T) {
	r := sampleReviews(t)["larkmoor-2026-05.yaml"]
	for _, c := range []Copy{{For: ForService}, {For: ForReviewer, Reviewer: "r2"}, {For: ForReviewer, Reviewer: "r9"}} {
		book := comesBack(t, c.of(r), write(t, r, c))
		if book.For != string(c.For) {
			t.Errorf("the copy for %q says that it is for %q", c.For, book.For)
		}
	}
}

func TestAnEmptyBookOfAnyScaleIsWritten(t *testing.T) {
	own, words := ownScale(t)
	for _, w := range []*fidelity.Words{words, {}} {
		r := fidelity.NewReview(own)
		row, err := r.AddRow("visits", "V1")
		if err != nil {
			t.Fatal(err)
		}
		if err := row.Set("minutes", "7"); err != nil {
			t.Fatal(err)
		}
		raw, err := Write(r, w, Copy{})
		if err != nil {
			t.Fatal(err)
		}
		if got := readPreview(t, raw, own); got.score[0] != "1" || got.score[1] != "2"+stillMissing {
			t.Errorf("the preview shows %q", got.score)
		}
	}
}
