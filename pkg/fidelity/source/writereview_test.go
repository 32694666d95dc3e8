package source_test

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
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func TestSamplesAreWrittenAsTheyWereRead(t *testing.T) {
	names, err := filepath.Glob("../../../reviews/*/20*.yaml")
	if err != nil || len(names) < 9 {
		t.Fatalf("%d samples, %v", len(names), err)
	}
	more, _ := filepath.Glob("testdata/reference/*.yaml")
	shelf := source.NewShelf(items.FS)
	for _, name := range append(names, more...) {
		t.Run(filepath.Base(filepath.Dir(name))+"/"+filepath.Base(name), func(t *testing.T) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			file, problems := source.ReadReview(name, data, shelf)
			if file == nil {
				t.Fatal(problems)
			}
			again(t, file.Review, shelf)
		})
	}
}

func TestRandomReviewsAreWrittenAsTheyAre(t *testing.T) {
	shelf := source.NewShelf(items.FS)
	rapid.Check(t, func(t *rapid.T) {
		review := reviewtest.Random(t).Review()
		soundly(review)
		again(t, review, shelf)
	})
}

// soundly makes unknown what no file may say: a cell above the one that bounds
// it, and two cells of which a row can have one.
func soundly(r *fidelity.Review) {
	scale := r.Scale()
	for at := range scale.Definition().Tables {
		table := &scale.Definition().Tables[at]
		for _, row := range r.Rows(table.ID) {
			for c := range table.Columns {
				by, bounded := scale.LimitedBy(at, c)
				if !bounded {
					continue
				}
				value, ok1 := row.At(c).Number()
				limit, ok2 := row.At(by).Number()
				if ok1 && ok2 && value.Cmp(limit) > 0 {
					row.SetAt(c, fidelity.UnknownValue())
				}
			}
			for _, item := range scale.Items() {
				for _, m := range item.Measures {
					if m.OrElse == nil || !strings.HasPrefix(m.OrElse.Column, table.ID+".") {
						continue
					}
					other, _ := scale.ColumnAt(at, strings.TrimPrefix(m.OrElse.Column, table.ID+"."))
					if row.Get(strings.TrimPrefix(m.Columns[0], table.ID+".")).Known() && row.At(other).Known() {
						row.SetAt(other, fidelity.UnknownValue())
					}
				}
			}
		}
	}
}

type fatal interface {
	Helper()
	Fatalf(format string, args ...any)
}

// again writes a review, reads it, and looks whether anything has changed.
func again(t fatal, review *fidelity.Review, shelf *source.Shelf) {
	t.Helper()
	text := source.FormatReview(review)
	file, problems := source.ReadReview("again.yaml", text, shelf)
	if file == nil {
		t.Fatalf("%v\n%s", problems, text)
		return
	}
	if twice := source.FormatReview(file.Review); !bytes.Equal(twice, text) {
		t.Fatalf("written twice (-first +second)\n%s", cmp.Diff(string(text), string(twice)))
	}
	if diff := cmp.Diff(summary(fidelity.Assess(review)), summary(fidelity.Assess(file.Review))); diff != "" {
		t.Fatalf("the assessment has changed (-was +is)\n%s\n%s", diff, text)
	}
}

// summary is an assessment without the review that it is of.
func summary(a *fidelity.Assessment) any {
	type item struct {
		State             fidelity.State
		Score, Low, High  int
		Missing           []fidelity.Missing
		Flags             []fidelity.Flag
		Yes, Unknown, Out int
	}
	var all []item
	for i := range a.Items {
		it := &a.Items[i]
		all = append(all, item{it.State, it.Score, it.Low, it.High, it.Missing, it.Flags, it.Facts.Yes, it.Facts.Unknown, len(it.Rows)})
	}
	return []any{all, a.Total.Low.String(), a.Total.High.String(), a.Total.Scored, a.Band}
}
