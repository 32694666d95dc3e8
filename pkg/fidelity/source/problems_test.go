package source_test

import (
	"bytes"
	"cmp"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// TestProblems reads a file for each rule of formats.md, section 1, that breaks
// that rule, and compares what is told with the golden lines: people read them,
// so every word counts.
func TestProblems(t *testing.T) {
	for _, name := range glob(t, "testdata/problems/*.yaml", 240) {
		base := strings.TrimSuffix(filepath.Base(name), ".yaml")
		t.Run(base, func(t *testing.T) {
			file, problems := source.ReadReview(base+".yaml", load(t, name), ips)
			if file != nil || !problems.Errors() {
				t.Error("the file is taken")
			}
			for _, p := range problems {
				sound(t, p)
			}
			if !slices.IsSortedFunc(problems, func(a, b source.Problem) int {
				return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
			}) {
				t.Error("the problems are not in order of line")
			}
			golden(t, strings.TrimSuffix(name, ".yaml")+".golden", lines(problems))
		})
	}
}

// TestWarnings reads files that are taken with a word to the reader.
func TestWarnings(t *testing.T) {
	for _, name := range glob(t, "testdata/warnings/*.yaml", 10) {
		base := strings.TrimSuffix(filepath.Base(name), ".yaml")
		t.Run(base, func(t *testing.T) {
			file, problems := source.ReadReview(base+".yaml", load(t, name), ips)
			if file == nil || problems.Errors() {
				t.Fatal("the file is refused: ", problems)
			}
			var told strings.Builder
			for _, p := range problems {
				sound(t, p)
				told.WriteString(string(p.Level) + " " + p.Code + ": " + p.String() + "\n")
			}
			golden(t, strings.TrimSuffix(name, ".yaml")+".golden", told.String())
		})
	}
}

// TestBytesThatAreNoReview has the files that would be unwieldy as fixtures, or
// that git would change.
func TestBytesThatAreNoReview(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"one byte over 8 MiB": {
			append([]byte(head), bytes.Repeat([]byte("#"), source.MaxSize-len(head)+1)...),
			"x: the file is larger than 8 MiB, the most that is read; a review takes a few hundred KB",
		},
		"Latin-1":        {[]byte(head + "sharing: caf\xe9\n"), "x:6:13: the file is not text in UTF-8 from here on; save it again as UTF-8, which editors offer as an encoding"},
		"half a letter":  {[]byte(head + "sharing: caf\xc3"), "x:6:13: the file is not text in UTF-8 from here on; save it again as UTF-8, which editors offer as an encoding"},
		"UTF-16":         {[]byte("\xff\xfef\x00o\x00r\x00m\x00a\x00t\x00"), "x: the file is in UTF-16; save it again as UTF-8, which editors offer as an encoding"},
		"UTF-16, other":  {[]byte("\xfe\xff\x00f\x00o\x00r\x00m\x00a\x00t"), "x: the file is in UTF-16; save it again as UTF-8, which editors offer as an encoding"},
		"nested 64 deep": {[]byte(head + "sharing: " + strings.Repeat("[", 63) + strings.Repeat("]", 63)), "x:6:10: sharing: a list stands where one text belongs"},
		"a NUL":          {[]byte(head + "sharing: a\x00b\n"), "x:6:1: a character stands here that cannot be seen or printed; delete it"},
		"a spreadsheet":  {[]byte("PK\x03\x04\x14\x00\x06\x00\x08\x00\x00\x00!\x00b\xee\x9dh"), "x: the file is a workbook, and only a review file can be changed; import it first, as in: fidelity import book.xlsx -o review.yaml"},
		"no bytes":       {nil, "x: the file is empty"},
		"only a mark":    {[]byte("\ufeff"), "x: the file is empty"},
		"only spaces":    {[]byte(" \n\n  \n"), "x: the file is empty"},
		"only a marker":  {[]byte("---\n"), "x: the file is empty"},
		"only a null":    {[]byte("null\n"), "x: the file is empty"},
		"empty brackets": {[]byte("{scale: ips-25@1, format: fidelity/review/1, kind: guided, visit: {from: 2026-05-12}, service: {}}"), "x:1:96: service.id: id is missing; write small letters, digits and hyphens, as in northfield-east\nx:1:96: service.name: name is missing; it cannot be left out"},
	} {
		t.Run(name, func(t *testing.T) {
			file, problems := source.ReadReview("x", c.data, ips)
			if file != nil {
				t.Error("the file is taken")
			}
			if got := problems.Error(); got != c.want {
				t.Errorf("got\n%s\nwant\n%s", got, c.want)
			}
		})
	}
}

// A file of the largest size is read.
func TestEightMiBAreRead(t *testing.T) {
	data := append([]byte(head), bytes.Repeat([]byte("#"), source.MaxSize-len(head))...)
	if _, problems := source.ReadReview("x", data, ips); len(problems) > 0 {
		t.Error(problems)
	}
}

// The line of a fault is found by reading the text up to it again and again,
// which would take too long for a large file: there it is left out.
func TestFaultInALargeFileHasNoLine(t *testing.T) {
	data := head + strings.Repeat("# a long story\n", 20_000) + "sharing: [\n"
	_, problems := source.ReadReview("x", []byte(data), ips)
	want := "x: a value is missing between commas or brackets, or a bracket closes that was not opened"
	if got := problems.Error(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Counts have been written for a fact that is yes or no: 1 can be the yes of
// another tool, and what 2 and 3 were to say is not known.
func TestHelpWrittenAsACount(t *testing.T) {
	for written, want := range map[string]string{"1": "yes", "2": "unknown", "3": "unknown", `"1"`: "yes", "yes": "yes", "unknown": "unknown"} {
		t.Run(written, func(t *testing.T) {
			text := head + "items: {vocational-unit: {facts: {rural: yes, clinical-help: " + written + "}}}\n"
			file, problems := source.ReadReview("x", []byte(text), ips)
			if file == nil {
				t.Fatal(problems)
			}
			warned := len(problems) == 1 && problems[0].Level == source.Warning && problems[0].Code == source.CodeSpelling
			if isCount := strings.ContainsAny(written, "123"); warned != isCount {
				t.Errorf("warned: %v, want %v (%v)", warned, isCount, problems)
			}
			if got := answer(t, file.Review, "vocational-unit", "clinical-help"); got != want {
				t.Errorf("%s is read as %s, want %s", written, got, want)
			}
		})
	}
	for _, written := range []string{"4", "0", "1.0", "one"} {
		text := head + "items: {vocational-unit: {facts: {clinical-help: " + written + "}}}\n"
		if file, _ := source.ReadReview("x", []byte(text), ips); file != nil {
			t.Errorf("%s is taken", written)
		}
	}
}

// answer returns how a yes/no or ordered fact was answered.
func answer(t *testing.T, r *fidelity.Review, item, fact string) string {
	t.Helper()
	i, ok1 := r.Scale().ItemAt(item)
	f, ok2 := r.Scale().FactAt(i, fact)
	if !ok1 || !ok2 {
		t.Fatalf("no fact %s.%s", item, fact)
	}
	place, known := r.Findings[i].Facts[f].Answer()
	if !known {
		return "unknown"
	}
	return r.Scale().Items()[i].Facts[f].Choices()[place]
}
