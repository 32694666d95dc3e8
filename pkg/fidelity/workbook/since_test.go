package workbook

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// TestBothChangedSince brings a workbook over a review that was changed while the
// workbook was out.
func TestBothChangedSince(t *testing.T) {
	const text = `format: fidelity/review/1
scale: ips-25@1
service: {id: larkhill, name: Larkhill}
kind: guided
stage: draft
visit: {from: 2026-05-12, to: 2026-05-12}
evidence:
  specialists:
    - {id: ES01, caseload: 18, fte: 1}
    - {id: ES02, caseload: 20}
items:
  disclosure: {score: 3}
`
	const book = "specialists.caseload"
	same := func(b *plainBook) {}
	caseload := func(b *plainBook) { b.set(specialists, "0", book, 19) }
	for name, c := range map[string]struct {
		typed    func(b *plainBook)
		old, new string // in the review, meanwhile
		side     source.Side
		want     string // in the review, or the problem
		bad      bool
	}{
		"only the review":              {same, "caseload: 18", "caseload: 17", source.NoSide, "ES01, caseload: 17", false},
		"only the workbook":            {caseload, "", "", source.NoSide, "ES01, caseload: 19", false},
		"both, in different places":    {caseload, "score: 3", "score: 4", source.NoSide, "ES01, caseload: 19|score: 4", false},
		"both, the same":               {caseload, "caseload: 18", "caseload: 19", source.NoSide, "ES01, caseload: 19", false},
		"both, differently":            {caseload, "caseload: 18", "caseload: 17", source.NoSide, "review.yaml:9:28: evidence.specialists[0].caseload: this was changed in the review (17) and in the workbook (19) since the workbook was made", true},
		"both, the workbook counts":    {caseload, "caseload: 18", "caseload: 17", source.TakeWhatIs, "ES01, caseload: 19", false},
		"both, the review counts":      {caseload, "caseload: 18", "caseload: 17", source.KeepWhat, "ES01, caseload: 17", false},
		"a row more in the review":     {caseload, "items:", "    - {id: ES03}\nitems:", source.NoSide, "ES01, caseload: 19|id: ES03", false},
		"a row less in the review":     {caseload, "    - {id: ES02, caseload: 20}\n", "", source.NoSide, "ES01, caseload: 19, fte: 1}\nitems", false},
		"a row gone that was changed":  {caseload, "    - {id: ES01, caseload: 18, fte: 1}\n", "", source.NoSide, "review.yaml:9:5: evidence.specialists: this was changed in the review (taken out) and in the workbook (ES01) since the workbook was made", true},
		"a finding gone in the review": {same, "items:\n  disclosure: {score: 3}\n", "", source.NoSide, "caseload: 20}", false},
	} {
		t.Run(name, func(t *testing.T) {
			file, problems := source.ReadReview("review.yaml", []byte(text), shelf)
			if file == nil {
				t.Fatal(problems)
			}
			b := newPlainBook(t, file.Review)
			c.typed(b)
			got, problems := Read("book.xlsx", b.bytes(t), shelf)
			if got == nil {
				t.Fatal(problems)
			}
			now := []byte(strings.Replace(text, c.old, c.new, 1))
			old, problems := source.ReadReview("review.yaml", now, shelf)
			if old == nil {
				t.Fatal(problems)
			}
			editor, err := source.NewEditor("review.yaml", now)
			if err != nil {
				t.Fatal(err)
			}
			_, err = got.Over(editor, old, c.side, source.Mark{At: "2026-06-01", By: "r1"})
			if c.bad {
				if !errors.As(err, &problems) || problems.Error() != c.want {
					t.Error(err)
				}
				if diff := cmp.Diff(string(now), string(editor.Bytes())); diff != "" {
					t.Error("refused, and edited:", diff)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for part := range strings.SplitSeq(c.want, "|") {
				if !strings.Contains(string(editor.Bytes()), part) {
					t.Errorf("no %q in\n%s", part, editor.Bytes())
				}
			}
		})
	}
}
