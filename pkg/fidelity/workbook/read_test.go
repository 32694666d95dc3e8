package workbook

import (
	"bytes"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// samples are the reviews that come with the tool, and those of the tests, by
// their names.
func samples(t testing.TB) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	for _, pattern := range []string{"../../../reviews/*/20*.yaml", "../source/testdata/reference/*.yaml", "../internal/reviewtest/testdata/*.yaml"} {
		names, err := filepath.Glob(pattern)
		if err != nil || len(names) == 0 {
			t.Fatalf("%s: %d files, %v", pattern, len(names), err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			found[filepath.Base(filepath.Dir(name))+"/"+filepath.Base(name)] = data
		}
	}
	return found
}

func sample(t testing.TB, name string) *source.File {
	t.Helper()
	file, problems := source.ReadReview(name, samples(t)[name], shelf)
	if file == nil {
		t.Fatal(problems)
	}
	return file
}

func TestPlainSamplesComeBack(t *testing.T) {
	t.Parallel()
	for name := range samples(t) {
		t.Run(name, func(t *testing.T) {
			file := sample(t, name)
			comesBack(t, file.Review, newPlainBook(t, file.Review).bytes(t))
		})
	}
}

type fataler interface {
	reviewtest.TB
	Fatalf(format string, args ...any)
}

// comesBack reads a workbook and holds it against the review that it was made of.
func comesBack(t fataler, review *fidelity.Review, data []byte) *Book {
	t.Helper()
	book, problems := Read("book.xlsx", data, shelf)
	if book == nil {
		t.Fatalf("%v", problems)
		return nil
	}
	for _, p := range problems {
		if p.Code != source.CodeContra && p.Code != source.CodeUnanswer {
			t.Fatalf("%v", problems)
		}
	}
	was, is := source.FormatReview(review), source.FormatReview(book.File.Review)
	if !bytes.Equal(was, is) {
		t.Fatalf("(-was +is)\n%s", cmp.Diff(string(was), string(is)))
	}
	return book
}

func TestPlainRandomReviewsComeBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		review := randomReview(t)
		var buf bytes.Buffer
		if err := newPlainBook(t, review).f.Write(&buf); err != nil {
			t.Fatal(err)
		}
		comesBack(t, review, buf.Bytes())
	})
}

// randomReview is one that a file can hold.
func randomReview(t *rapid.T) *fidelity.Review {
	review := reviewtest.Random(t).Review()
	file, problems := source.ReadReview("random.yaml", source.FormatReview(review), shelf)
	if file == nil {
		mend(review, problems)
		file, problems = source.ReadReview("random.yaml", source.FormatReview(review), shelf)
	}
	if file == nil {
		t.Fatal(problems)
	}
	return file.Review
}

// mend makes unknown what no file may say.
func mend(review *fidelity.Review, problems source.Problems) {
	for _, p := range problems {
		for _, def := range review.Scale().Definition().Tables {
			for i, row := range review.Rows(def.ID) {
				for c, column := range def.Columns {
					if p.Level == source.Error && p.Path == "evidence."+def.ID+"["+strconv.Itoa(i)+"]."+column.ID {
						row.SetAt(c, fidelity.UnknownValue())
					}
				}
			}
		}
	}
}

// TestEmptyRowsAtTheEndOfASheet reads what LibreOffice writes once rows were
// deleted.
func TestEmptyRowsAtTheEndOfASheet(t *testing.T) {
	good := newPlainBook(t, sample(t, "larkmoor/2026-05.yaml").Review).bytes(t)
	for _, tail := range []string{
		`<row r="1048575" ht="12.8"></row><row r="1048576" ht="12.8"></row>`,
		`<row r="1048576"/>`,
		`<row r="1048576"><c r="A1048576" s="0"/><c r="B1048576" s="0"></c></row>`,
	} {
		book, problems := Read("book.xlsx", replaced(sheetOne, "</sheetData>", tail+"</sheetData>")(t, good), shelf)
		if book == nil {
			t.Fatal(problems)
		}
		if got := len(book.File.Review.Rows("specialists")); got != 4 {
			t.Errorf("%d specialists with %s", got, tail)
		}
	}
}

func TestLinksToOtherWorkbooksAreTold(t *testing.T) {
	good := newPlainBook(t, sample(t, "larkmoor/2026-05.yaml").Review).bytes(t)
	book, problems := Read("book.xlsx", added("xl/externalLinks/externalLink1.xml", "<externalLink/>")(t, good), shelf)
	if book == nil || len(problems) != 1 || problems[0].Level != source.Warning || problems[0].Code != CodeOutside {
		t.Error(problems)
	}
}
