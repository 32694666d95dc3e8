package workbook

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func TestSamplesComeBack(t *testing.T) {
	t.Parallel()
	for name, data := range samples(t) {
		t.Run(name, func(t *testing.T) {
			file := sample(t, name)
			book := comesBack(t, file.Review, write(t, file.Review, Copy{}))
			if file.Review.Seal == nil { // nothing is brought over a sealed one
				over(t, name, data, book, 0)
			}
		})
	}
}

// over brings a book over a file, which takes so many changes; none leaves its
// bytes as they are.
func over(t testing.TB, name string, data []byte, book *Book, want int) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "review.yaml")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	editor, err := source.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	old, problems := source.ReadReview(name, data, shelf)
	if old == nil {
		t.Fatal(problems)
	}
	changes, err := book.Over(editor, old, source.NoSide, source.Mark{At: "2026-06-01", By: "r1"})
	if err != nil || changes != want {
		t.Fatalf("%s: %d changes, want %d, %v\n%s", name, changes, want, err, editor.Bytes())
	}
	if want == 0 && string(editor.Bytes()) != string(data) {
		t.Fatalf("%s: nothing was changed, and the bytes were", name)
	}
	return editor.Bytes()
}

// TestRandomFilesStayAsTheyAre imports the workbook of a random file over that
// file, which changes no byte of it.
func TestRandomFilesStayAsTheyAre(t *testing.T) {
	t.Parallel()
	gen := rapid.Custom(randomReview)
	for seed := range *randomBooks {
		review := gen.Example(seed)
		data := append([]byte("# a comment\n"), source.FormatReview(review)...)
		over(t, "random.yaml", data, comesBack(t, review, write(t, review, Copy{})), 0)
	}
}

func TestImportChangesOnlyWhatChanged(t *testing.T) {
	const name = "larkmoor/2026-05.yaml"
	file, data := sample(t, name), samples(t)[name]
	b := newPlainBook(t, file.Review)
	b.set(specialists, "1", "specialists.caseload", 21)
	b.set(keyItems, "items.disclosure", "score", "not enough evidence")
	b.set(keyChecklists, "items.team-contact.facts.weekly-meeting", columnSeen, "plans")
	b.set(keyActions, "0", "actions.who", "the whole team")
	book, problems := Read("book.xlsx", b.bytes(t), shelf)
	if book == nil {
		t.Fatal(problems)
	}
	lines := map[string]bool{}
	for line := range strings.SplitSeq(string(data), "\n") {
		lines[line] = true
	}
	var fresh []string
	for line := range strings.SplitSeq(string(over(t, name, data, book, 4)), "\n") {
		if !lines[line] {
			fresh = append(fresh, strings.TrimSpace(line))
		}
	}
	want := []string{
		"caseload: 21",
		"sources: [documents, interviews, observation, plans]",
		"score: not-enough-evidence",
		"who: the whole team",
		"changes:",
		`- {at: 2026-06-01, by: r1, what: "evidence.specialists[1].caseload", from: 20, to: 21}`,
		`- {at: 2026-06-01, by: r1, what: items.team-contact.sources, from: "documents, interviews, observation", to: (text)}`,
		"- {at: 2026-06-01, by: r1, what: items.disclosure.score, from: 5, to: not-enough-evidence}",
		`- {at: 2026-06-01, by: r1, what: "actions[0].who", from: (text), to: (text)}`,
	}
	if diff := cmp.Diff(want, fresh); diff != "" {
		t.Error(diff)
	}
}

func TestACopyLeavesTheRestAsItIs(t *testing.T) {
	const name = "larkmoor/2026-05.yaml"
	file, data := sample(t, name), samples(t)[name]
	book, problems := Read("book.xlsx", write(t, file.Review, Copy{For: ForService}), shelf)
	if book == nil {
		t.Fatal(problems)
	}
	over(t, name, data, book, 0)
}

func TestImportIsRefused(t *testing.T) {
	const name = "larkmoor/2026-05.yaml"
	file, data := sample(t, name), samples(t)[name]
	for situation, c := range map[string]struct {
		old, new string // in the file
		copy     Copy
		want     string
	}{
		"another service":   {"id: larkmoor\n", "id: tarnbeck\n", Copy{}, "2026-05.yaml is about the service tarnbeck and the workbook about larkmoor; write the workbook to a new file"},
		"a sealed review":   {"stage: draft\n", "stage: final\nseal: {at: 2026-06-01, by: r1}\n", Copy{}, "2026-05.yaml is sealed and is not changed any more; make a new version of it with: fidelity amend"},
		"a stripped review": {"stage: draft\n", "stage: draft\nstripped: {at: 2026-06-01, by: r1}\n", Copy{}, "2026-05.yaml has had its evidence taken out, and none is put back; import into the review that it was made from"},
		"a blind copy":      {"", "", Copy{For: ForReviewer, Reviewer: "r2"}, "the workbook is the own copy of r2, and 2026-05.yaml is not; write the workbook to a new file"},
	} {
		book, problems := Read("book.xlsx", write(t, file.Review, c.copy), shelf)
		if book == nil {
			t.Fatal(problems)
		}
		text := []byte(strings.Replace(string(data), c.old, c.new, 1))
		old, problems := source.ReadReview("2026-05.yaml", text, shelf)
		if old == nil {
			t.Fatal(problems)
		}
		editor, err := source.NewEditor("2026-05.yaml", text)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := book.Over(editor, old, source.NoSide, source.Mark{At: "2026-06-01"}); err == nil || err.Error() != c.want || !bytes.Equal(editor.Bytes(), text) {
			t.Errorf("%s: %v", situation, err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	review := reviewtest.Assess(b, reviewtest.Full).Review()
	data := write(b, review, Copy{})
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if book, problems := Read("book.xlsx", data, shelf); book == nil {
			b.Fatal(problems)
		}
	}
}
