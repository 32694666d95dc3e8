package compare_test

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
)

// packOf gathers records in the order that they come.
func packOf(records []compare.Record, set compare.PackSettings) *compare.Pack {
	g := compare.NewGather(fidelity.Date{})
	for i := range records {
		g.Add(records[i])
	}
	return g.Pack(set)
}

// randomRecords draws reviews of a few services over a few years.
func randomRecords(t *rapid.T) (all []compare.Record) {
	for i := range rapid.IntRange(1, 8).Draw(t, "reviews") {
		a := reviewtest.Random(t)
		r := a.Review()
		r.Service.ID = rapid.SampledFrom([]string{"ash", "birch", "cedar"}).Draw(t, "service")
		r.Service.Name, r.Service.Setting = r.Service.ID, rapid.SampledFrom([]string{"", "community", "ward"}).Draw(t, "setting")
		year, day := rapid.IntRange(2024, 2026).Draw(t, "year"), rapid.IntRange(1, 3).Draw(t, "day")
		r.Visit = fidelity.Period{From: fidelity.Date{Year: year, Month: 5, Day: day}, To: fidelity.Date{Year: year, Month: 5, Day: day}}
		r.Kind = rapid.SampledFrom([]fidelity.ReviewKind{fidelity.Independent, fidelity.Independent, fidelity.SelfAudit, fidelity.Guided}).Draw(t, "kind")
		r.Stage = rapid.SampledFrom([]fidelity.Stage{fidelity.Gathering, fidelity.Draft, fidelity.Agreed, fidelity.Final}).Draw(t, "stage")
		r.Blind = rapid.SampledFrom([]string{"", "", "", "r1"}).Draw(t, "blind")
		all = append(all, compare.Summarise(fidelity.Assess(r), fmt.Sprintf("%d.yaml", i)))
	}
	return all
}

var samePack = []cmp.Option{
	cmp.Comparer(func(x, y *fidelity.Scale) bool { return x == y }),
	cmp.Comparer(func(x, y fidelity.Number) bool { return x.Cmp(y) == 0 }),
	cmpopts.EquateNaNs(),
}

func TestOrderOfFilesChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := randomRecords(t)
		want := packOf(all, compare.PackSettings{})
		got := packOf(rapid.Permutation(all).Draw(t, "order"), compare.PackSettings{})
		if diff := cmp.Diff(want, got, samePack...); diff != "" {
			t.Fatal(diff)
		}
	})
}

// What cannot be used is told in the table of comparability, and nowhere else.
func TestUnusableReviewsChangeNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := randomRecords(t)
		want := packOf(all, compare.PackSettings{})
		bad := randomRecords(t)[0]
		bad.File = "bad.yaml"
		switch rapid.IntRange(0, 2).Draw(t, "how") {
		case 0:
			bad.Blind = true
		case 1:
			bad.Stage = fidelity.Gathering
		case 2:
			for i := range bad.Items {
				bad.Items[i].State = fidelity.Open
			}
		}
		got := packOf(append(all, bad), compare.PackSettings{})
		if len(got.Passed) != len(want.Passed)+1 || got.Files != want.Files+1 {
			t.Fatalf("%d files passed over, %d before", len(got.Passed), len(want.Passed))
		}
		if diff := cmp.Diff(want, got, append(samePack, cmpopts.IgnoreFields(compare.Pack{}, "Passed", "Files"))...); diff != "" {
			t.Fatal(diff)
		}
	})
}

// A site's total and band are those of its own assessment.
func TestSitesHaveTheirOwnNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := reviewtest.Random(t)
		r := a.Review()
		r.Stage, r.Blind, r.Kind = fidelity.Final, "", fidelity.Independent
		record := compare.Summarise(a, "f")
		p := packOf([]compare.Record{record}, compare.PackSettings{})
		if record.Scored() == 0 {
			if len(p.Sites) != 0 {
				t.Fatal("a site without any score")
			}
			return
		}
		s := p.Sites[0]
		if s.Total.Low.Cmp(a.Total.Low) != 0 || s.Total.High.Cmp(a.Total.High) != 0 || a.Total.Complete() && s.Total.Band != a.Band {
			t.Fatalf("%+v, the review has %s to %s in band %d", s.Total, a.Total.Low, a.Total.High, a.Band)
		}
		for i := range a.Items {
			if it := s.Record.Items[i]; it.State != a.Items[i].State || it.State != fidelity.Open && it.Score() != a.Items[i].Score {
				t.Fatalf("item %d: %+v", i, it)
			}
		}
	})
}
