package result_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

var stripShelf = source.NewShelf(items.FS)

func TestStrippedSamplesScoreTheSame(t *testing.T) {
	names, _ := filepath.Glob("../../../reviews/*/20*.yaml")
	more, _ := filepath.Glob("../source/testdata/reference/*.yaml")
	if len(names) < 9 || len(more) < 17 {
		t.Fatal(len(names), len(more))
	}
	for _, name := range append(names, more...) {
		t.Run(filepath.Base(filepath.Dir(name))+"/"+filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file, problems := source.ReadReview(name, data, stripShelf)
			if file == nil {
				t.Fatal(problems)
			}
			sameStripped(t, fidelity.Assess(file.Review))
		})
	}
}

func TestStrippedRandomReviewsScoreTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { sameStripped(t, reviewtest.Random(t)) })
}

type fatal interface {
	reviewtest.TB
	Fatalf(format string, args ...any)
}

// sameStripped strips a review, writes and reads it, and compares the results.
func sameStripped(t fatal, before *fidelity.Assessment) {
	t.Helper()
	stripped, _ := source.Strip(before, fidelity.Stamp{At: "2026-06-01", By: "r1"})
	text := source.FormatReview(stripped)
	file, problems := source.ReadReview("stripped.yaml", text, stripShelf)
	if file == nil {
		t.Fatalf("%v\n%s", problems, text)
		return
	}
	after := fidelity.Assess(file.Review)
	again, codes := source.Strip(after, fidelity.Stamp{At: "2027-01-01", By: "somebody else"})
	if twice := source.FormatReview(again); codes > 0 || !bytes.Equal(twice, text) {
		t.Fatalf("a second strip changes something\n%s", cmp.Diff(string(text), string(twice)))
	}
	speaker := reviewtest.SpeakerOf(t, before.Scale().Ref())
	want, got := result.New(before, speaker, "x.yaml", result.Tool{}), result.New(after, speaker, "x.yaml", result.Tool{})
	csvBefore, csvAfter := csvOf(t, want), csvOf(t, got)
	if csvBefore != csvAfter {
		t.Fatalf("as CSV\n%s", cmp.Diff(csvBefore, csvAfter))
	}
	wasStripped := before.Review().Kept != nil
	for i := range want.Items {
		def, flags := &before.Scale().Items()[i], before.Items[i].Flags
		open := len(want.Items[i].Missing) > 0
		for _, it := range []*result.Item{&want.Items[i], &got.Items[i]} {
			mustDiffer(def, it, flags, open, wasStripped)
		}
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("the result differs (-before +after)\n%s\n%s", diff, text)
	}
}

// mustDiffer takes out what a result cannot have without the rows and answers
// (formats.md, "A stripped review"). All else is the same: states, scores,
// ranges, measures with their bases and their words, the codes of flags,
// sections, principles, totals, bands, and the words for all of those.
//
// What goes: the reason ("reason on file"), the rows and the places that are
// missing; names of rows and facts in the words of flags; the explanation of
// an item that rests on answers or is still open; and the step to the next
// score where rows or answers take it. A review that was stripped before
// differs in nothing but the reason.
func mustDiffer(def *fidelity.Item, it *result.Item, flags []fidelity.Flag, open, wasStripped bool) {
	it.Because = ""
	if wasStripped {
		return
	}
	it.Rows, it.Missing = nil, nil
	if len(def.Facts) > 0 || open {
		it.Why = ""
	}
	for f := range it.Flags {
		if len(flags[f].Rows)+len(flags[f].Facts) > 0 {
			it.Flags[f].Text = ""
		}
	}
	if def.Each != "" || len(def.Facts) > 0 || len(def.Measures) == 0 {
		it.Next = nil
	}
}

func csvOf(t fatal, r *result.Result) string {
	t.Helper()
	var b strings.Builder
	if err := result.WriteCSV(&b, []*result.Result{r}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
