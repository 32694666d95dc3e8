package compare_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

// pair draws two reviews of one service, each with a correction now and then.
func pair(t *rapid.T) (a, b *fidelity.Assessment) {
	a, b = reviewtest.Random(t), reviewtest.Random(t)
	for _, r := range []*fidelity.Review{a.Review(), b.Review()} {
		items := r.Scale().Items()
		if rapid.Bool().Draw(t, "corrects") {
			r.Corrections = append(r.Corrections, fidelity.Correction{
				Item: items[rapid.IntRange(0, len(items)-1).Draw(t, "item")].ID,
				From: rapid.IntRange(1, 5).Draw(t, "from"), To: rapid.IntRange(1, 5).Draw(t, "to"),
			})
		}
	}
	return a, b
}

// Nothing has changed between a review and itself, but for what is open.
func TestChangeWithItselfIsNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, _ := pair(t)
		c := compare.Change(a, a, compare.Settings{})
		if c.Refusal != compare.Comparable || len(c.Corrected) != 0 {
			t.Fatalf("%+v", c)
		}
		for _, item := range c.Items {
			if item.Then != item.Now || item.Move == compare.Up || item.Move == compare.Down || item.Then.Settled() != (item.Move == compare.Same) {
				t.Fatalf("%+v", item)
			}
		}
		if c.ByLow.Add(c.ByHigh).Sign() != 0 || a.Total.Complete() && c.Verdict != compare.AboutTheSame {
			t.Fatalf("from %s to %s: %d", c.ByLow, c.ByHigh, c.Verdict)
		}
		for i := range c.Actions {
			if !c.Actions[i].Carried {
				t.Fatalf("%+v", c.Actions[i])
			}
		}
	})
}

// Told the other way round, what rose has fallen by as much.
func TestChangeIsAntisymmetric(t *testing.T) {
	turned := map[compare.Verdict]compare.Verdict{
		compare.NoVerdict: compare.NoVerdict, compare.AboutTheSame: compare.AboutTheSame,
		compare.MayHaveRisen: compare.MayHaveFallen, compare.MayHaveFallen: compare.MayHaveRisen,
		compare.HasRisen: compare.HasFallen, compare.HasFallen: compare.HasRisen,
	}
	back := map[compare.Move]compare.Move{compare.Unclear: compare.Unclear, compare.Same: compare.Same, compare.Up: compare.Down, compare.Down: compare.Up}
	rapid.Check(t, func(t *rapid.T) {
		a, b := pair(t)
		there, again := compare.Change(a, b, compare.Settings{}), compare.Change(b, a, compare.Settings{})
		if there.Refusal != again.Refusal || len(there.Items) != len(again.Items) || len(there.Corrected) != len(again.Corrected) {
			t.Fatalf("%+v and %+v", there, again)
		}
		for i := range there.Items {
			x, y := there.Items[i], again.Items[i]
			if x.Then != y.Now || x.Now != y.Then || back[x.Move] != y.Move || x.Corrected != y.Corrected {
				t.Fatalf("%+v and %+v", x, y)
			}
		}
		if there.ByLow.Add(again.ByHigh).Sign() != 0 || there.ByHigh.Add(again.ByLow).Sign() != 0 || turned[there.Verdict] != again.Verdict {
			t.Fatalf("%s to %s (%d), and back %s to %s (%d)", there.ByLow, there.ByHigh, there.Verdict, again.ByLow, again.ByHigh, again.Verdict)
		}
	})
}

// The totals are those of the assessments, but for what was corrected, and the
// moves of settled items add up to the difference.
func TestTotalsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := pair(t)
		a.Review().Corrections, b.Review().Corrections = nil, nil
		c := compare.Change(a, b, compare.Settings{})
		if c.Refusal != compare.Comparable {
			return
		}
		if c.Then.Low.Cmp(a.Total.Low) != 0 || c.Then.High.Cmp(a.Total.High) != 0 || c.Now.Low.Cmp(b.Total.Low) != 0 || c.Now.High.Cmp(b.Total.High) != 0 {
			t.Fatalf("%+v and %+v", c.Then, a.Total)
		}
		low := 0
		for _, item := range c.Items {
			low += item.Now.Low - item.Then.High
		}
		if c.ByLow.Cmp(fidelity.Int(low)) != 0 {
			t.Fatalf("%d and %s", low, c.ByLow)
		}
	})
}

// The order of the files changes nothing, every review has one place, and no
// line joins what cannot be compared.
func TestTrendDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []*fidelity.Assessment
		for range rapid.IntRange(1, 5).Draw(t, "reviews") {
			a, _ := pair(t)
			a.Review().Service.ID = rapid.SampledFrom([]string{"larkhill", "quillstead"}).Draw(t, "service")
			a.Review().Blind = rapid.SampledFrom([]string{"", "", "", "r1"}).Draw(t, "blind")
			all = append(all, a)
		}
		one := compare.Trend(all, compare.Settings{})
		other := compare.Trend(rapid.Permutation(all).Draw(t, "order"), compare.Settings{})
		if diff := cmp.Diff(told(one), told(other)); diff != "" {
			t.Fatal(diff)
		}
		places := 0
		for _, path := range one {
			places += len(path.LeftOut)
			for i := range path.Lines {
				line := &path.Lines[i]
				places += len(line.Points)
				for p := range line.Points[1:] {
					if why := compare.Refuse(line.Points[p].Assessment.Review(), line.Points[p+1].Assessment.Review()); why != compare.Comparable {
						t.Fatalf("a line joins reviews although %d", why)
					}
				}
			}
		}
		if places != len(all) {
			t.Fatalf("%d reviews have %d places", len(all), places)
		}
	})
}

// told is all that a trend says, without the assessments themselves.
func told(paths []compare.Path) (out []any) {
	for _, path := range paths {
		out = append(out, path.Service.ID, len(path.Breaks))
		for i := range path.Lines {
			for _, p := range path.Lines[i].Points {
				out = append(out, p.Assessment.Review().Visit, p.Spans, p.Total.Low.String(), p.Total.High.String(), p.Corrected)
			}
			for _, step := range path.Lines[i].Steps {
				out = append(out, step.ByLow.String(), step.ByHigh.String(), step.Verdict, len(step.Actions))
			}
		}
		for _, left := range path.LeftOut {
			out = append(out, left.Why, left.Assessment.Review().Visit)
		}
	}
	return out
}
