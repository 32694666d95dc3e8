package workbook

import (
	"os"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/reviewtest"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// ownScale is the made-up scale of the examples, with its words.
func ownScale(t reviewtest.TB) (*fidelity.Scale, *fidelity.Words) {
	t.Helper()
	folder := os.DirFS("../../../examples/ownscale/scale")
	scale, problems := source.ReadScale(folder, "scale")
	if scale == nil {
		t.Fatal(problems)
	}
	words, problems := source.ReadWords(folder, "scale", scale)
	if words == nil {
		t.Fatal(problems)
	}
	return scale, words
}

// layouts are those of all scales at hand, and of one without any words.
func layouts(t reviewtest.TB) map[string]*layout {
	t.Helper()
	own, words := ownScale(t)
	all := map[string]*layout{"own": newLayout(own, words, 0), "wordless": newLayout(own, &fidelity.Words{}, 0)}
	for _, ref := range []string{reviewtest.IPS25, reviewtest.IPS15} {
		s := reviewtest.SpeakerOf(t, ref)
		all[ref] = newLayout(s.Scale(), s.Words(), 12)
	}
	return all
}

func TestKeysStandForOneCellOnly(t *testing.T) {
	for name, l := range layouts(t) {
		sheets, names := map[string]bool{}, map[string]bool{}
		for i := range l.sheets {
			s := &l.sheets[i]
			if low := strings.ToLower(s.name); sheets[s.key] || names[low] || s.name == "" || len([]rune(s.name)) > 31 {
				t.Errorf("%s: sheet %s, called %q, is there twice or cannot be called so", name, s.key, s.name)
			} else {
				sheets[s.key], names[low] = true, true
			}
			if l.sheet(s.key) != s {
				t.Errorf("%s: sheet %s is not found by its key", name, s.key)
			}
			for b := range s.blocks {
				checkBlock(t, name, s, &s.blocks[b])
			}
		}
	}
}

func checkBlock(t *testing.T, name string, s *sheet, b *block) {
	t.Helper()
	if s.block(b.key) != b {
		t.Errorf("%s: block %s of sheet %s is not found by its key", name, b.key, s.key)
	}
	columns, lines := map[string]bool{}, map[string]bool{}
	for i := range b.columns {
		if columns[b.columns[i].key] {
			t.Errorf("%s: column %s is there twice", name, b.columns[i].key)
		}
		columns[b.columns[i].key] = true
	}
	for _, row := range b.lines {
		if lines[row.key] || len(row.cells) != len(b.columns) {
			t.Errorf("%s: row %s is there twice, or has %d cells for %d columns", name, row.key, len(row.cells), len(b.columns))
		}
		lines[row.key] = true
		for c := range row.cells {
			if f := &row.cells[c]; f.kind != holdsNothing && f.key != b.columns[c].key {
				t.Errorf("%s: cell %s stands under %s", name, f.key, b.columns[c].key)
			}
		}
	}
}

func TestLabelsStandForOneAnswerOnly(t *testing.T) {
	check := func(name string, f *field) {
		seen := map[string]string{unknownLabel: unknownID}
		for _, a := range f.answers {
			low := strings.ToLower(a.label)
			if a.label == "" || strings.Contains(a.label, "\n") || seen[low] != "" {
				t.Errorf("%s: %s shows %q for both %s and %s", name, f.path, a.label, a.id, seen[low])
			}
			seen[low] = a.id
		}
	}
	for name, l := range layouts(t) {
		for i := range l.sheets {
			for _, b := range l.sheets[i].blocks {
				for c := range b.columns {
					check(name, &b.columns[c])
				}
				for _, row := range b.lines {
					for c := range row.cells {
						check(name, &row.cells[c])
					}
				}
			}
		}
	}
	list := distinct([]answer{{"a", "same"}, {"b", "Same"}, {"c", "not known"}, {"d", "other"}})
	if list[0].label != "a" || list[1].label != "b" || list[2].label != "c" || list[3].label != "other" {
		t.Errorf("labels that are read as one: %v", list)
	}
}
