package source_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// A blind copy holds the same evidence and gives nothing away; two copies that
// nobody changed bring the evidence back as it was.
func TestBlindCopiesOfRandomReviews(t *testing.T) {
	shelf := source.NewShelf(items.FS)
	rapid.Check(t, func(rt *rapid.T) {
		a := reviewtest.Random(rt)
		if file, _ := source.ReadReview("random.yaml", source.FormatReview(a.Review()), shelf); file == nil || a.Review().Kept != nil {
			return // not as a file can have it
		}
		checkBlind(t, a)
	})
}

func TestBlindCopiesOfReferenceReviews(t *testing.T) {
	for name, a := range reviewtest.References(t, "..") {
		t.Run(name, func(t *testing.T) { checkBlind(t, a) })
	}
}

func checkBlind(t *testing.T, a *fidelity.Assessment) {
	t.Helper()
	r := a.Review()
	words := reviewtest.SpeakerOf(t, r.Scale().Ref()).Words()
	var copies []agree.Copy
	for _, id := range []string{"one", "two"} {
		copied := reviewtest.Read(t, id+".yaml", string(source.FormatBlind(r, words, id)))
		if copied.Blind != id || len(copied.Actions)+len(copied.Changes) > 0 {
			t.Fatalf("blind %q, actions %v, changes %v", copied.Blind, copied.Actions, copied.Changes)
		}
		for i := range copied.Findings {
			f := &copied.Findings[i]
			if f.Rating.Decided() || len(f.Ratings) > 0 || f.Because != "" || f.Judgement != "" || f.Recommend != nil {
				t.Fatalf("item %d gives something away: %+v", i, f)
			}
		}
		sameRanges(t, a, fidelity.Assess(copied))
		copies = append(copies, agree.Copy{Name: id, Review: copied})
	}
	for _, base := range []*fidelity.Review{nil, unfrozen(r)} {
		j, err := agree.FromCopies(copies, base)
		if err != nil || len(j.Conflicts) > 0 {
			t.Fatalf("%v, conflicts %+v", err, j.Conflicts)
		}
		again := reviewtest.Read(t, "consensus.yaml", string(source.FormatReview(j.Review)))
		sameRanges(t, a, fidelity.Assess(again))
	}
}

// unfrozen is a review before its copies were made.
func unfrozen(r *fidelity.Review) *fidelity.Review {
	out := *r
	out.Findings = append([]fidelity.Finding(nil), r.Findings...)
	for i := range out.Findings {
		out.Findings[i].Ratings = nil
	}
	return &out
}

func sameRanges(t *testing.T, want, got *fidelity.Assessment) {
	t.Helper()
	for i := range want.Items {
		if want.Items[i].Low != got.Items[i].Low || want.Items[i].High != got.Items[i].High {
			t.Fatalf("item %d allows %d to %d, was %d to %d", i, got.Items[i].Low, got.Items[i].High, want.Items[i].Low, want.Items[i].High)
		}
	}
}

func TestABlindCopyHasAPlaceForEveryScore(t *testing.T) {
	a := reviewtest.Assess(t, reviewtest.Full)
	text := string(source.FormatBlind(a.Review(), reviewtest.Speaker(t).Words(), "r9"))
	if n := strings.Count(text, "\n    score:\n"); n != len(a.Items) {
		t.Errorf("%d places for a score", n)
	}
	if !strings.Contains(text, "- {id: r9}") || !strings.Contains(text, "\n  # 9 Zero exclusion\n  zero-exclusion:\n") {
		t.Error("no reviewer, or no title above an item")
	}
}
