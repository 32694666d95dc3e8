package source_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// hostile are files that make readers slow: long, deep and full of slips. Each
// is read in a time that grows with its size and not faster. They are made as
// large as files may be, or smaller by a factor.
func hostile(smaller int) map[string]string {
	repeat := func(most int, start, part, end string) string {
		return start + strings.Repeat(part, min(most, (source.MaxSize-len(start)-len(end))/len(part))/smaller) + end
	}
	// As much as a file may hold, and as many values.
	fill := func(start, part, end string) string { return repeat(source.MaxSize, start, part, end) }
	many := func(start, part, end string) string { return repeat(990_000, start, part, end) }
	numbered := func(n int, start, format string) string {
		var b strings.Builder
		b.WriteString(start)
		for i := range n / smaller {
			fmt.Fprintf(&b, format, i)
		}
		return b.String()
	}
	clients := head + "evidence:\n  clients:\n"
	specialist := head + "evidence: {specialists: [{id: ES01, "
	return map[string]string{
		"open brackets":        fill("", "[", ""),
		"some open brackets":   many("", "[", ""),
		"open braces":          many("", "{", ""),
		"open sequences":       fill("", "- ", ""),
		"open keys":            fill("", "? ", ""),
		"brackets in brackets": strings.Repeat("[", 9000) + strings.Repeat("]", 9000),
		"the same key":         many("", "a: b\n", ""),
		"too many keys":        fill("", "a: b\n", ""),
		"other keys":           numbered(500_000, "", "k%d: v\n"),
		"keys in a line":       many("{", "a: b,", "}"),
		"list items":           many("", "- a\n", ""),
		"too many list items":  fill("", "- a\n", ""),
		"items in a line":      many("a: [", "a,", "a]"),
		"empty items":          many("", "-\n", ""),
		"items with comments":  many("", "- #\n", ""),
		"comments":             fill("", "# a comment\n", ""),
		"short comments":       fill("", "#\n", ""),
		"one comment":          fill("", "#", ""),
		"keys with comments":   many("", "a: b # c\n", ""),
		"comments before keys": many("", "# c\na: b\n", ""),
		"one text":             fill(head+"sharing: ", "x", "\n"),
		"one text in quotes":   fill(head+`sharing: "`, "x", "\"\n"),
		"escapes":              fill(head+`sharing: "`, `\x41`, "\"\n"),
		"an open quote":        fill(head+`sharing: "`, "x", ""),
		"a text of many lines": many(head+"sharing: ", "x\n ", "\n"),
		"a block of text":      many(head+"sharing: |\n", "  xxxxx\n", ""),
		"a long kind":          fill(strings.Replace(head, "kind: independent", "kind: ", 1)+"stage: ", "x", "\n"),
		"a long answer":        fill(head+"items: {disclosure: {facts: {not-required: ", "x", "}}}\n"),
		"a long key":           fill(head, "x", ": y\n"),
		"a long number":        fill(specialist+"caseload: ", "1", "}]}\n"),
		"accents apart":        fill(head+"sharing: e", "\u0301", "\n"),
		"anchors":              many("", "- &a a\n", ""),
		"aliases":              many("- &a a\n", "- *a \n", ""),
		"tags":                 many("", "- !!str a\n", ""),
		"documents":            many("", "---\n", ""),
		"line ends":            fill("", "\n", ""),
		"carriage returns":     fill("", "\r", ""),
		"tabs":                 fill("", "\t", ""),
		"colons":               fill("", ":", ""),
		"commas":               fill("", ",", ""),
		"one id on many rows":  many(clients, "    - {id: C001}\n", ""),
		"100,000 rows alike":   clients + strings.Repeat("    - {id: C001}\n", 100_000/smaller),
		"100,000 sound rows":   numbered(100_000, clients, "    - {id: C%05d, days_waiting: 41}\n"),
		"unknown columns":      numbered(200_000, clients+"    - id: C001\n", "      days_wating%d: 1\n"),
		"unknown facts":        numbered(200_000, head+"items:\n  disclosure:\n    facts:\n", "      more-than-onc%d: yes\n"),
		"unknown items":        numbered(200_000, head+"items:\n", "  disclosur%d: {}\n"),
		"unknown sources":      many(head+"items: {disclosure: {sources: [", "plan,", "plan]}}\n"),
		"members of a set":     many(specialist+"phases: [", "intake,", "intake]}]}\n"),
		"weeks":                many(specialist+"employer_contacts: [", "6,", "6]}]}\n"),
		"weeks of thirds":      many(specialist+"employer_contacts: [", "0.333,", "6]}]}\n"),
		"weeks to be told":     many(specialist+"employer_contacts: [", "a,", "6]}]}\n"),
		"reviewers":            numbered(200_000, head+"reviewers:\n", "  - {id: r1, nmae: A%d}\n"),
		"actions":              numbered(150_000, head+"actions:\n", "  - {id: a%d, item: disclosur, aim: 9}\n"),
		"changes":              many(head+"changes:\n", "  - {at: 2026-05-32}\n", ""),
		"ratings":              numbered(300_000, head+"items: {disclosure: {ratings: {", "r%d: 7, ") + "r: 1}}}\n",
		"groups":               numbered(300_000, strings.Replace(head, "service: {id: northfield, name: Northfield}\n", "", 1)+"service: {id: n, name: N, groups: {", "g%d: 7, ") + "g: 1}}\n",
	}
}

func TestHostileFiles(t *testing.T) {
	for name, text := range hostile(64) {
		t.Run(name, func(t *testing.T) {
			_, problems := source.ReadReview("x", []byte(text), ips)
			size := 0
			for _, p := range problems {
				sound(t, p)
				size += len(p.String())
			}
			if len(problems) > 10_001 || size > 8<<20 {
				t.Errorf("%d problems of %d bytes", len(problems), size)
			}
		})
	}
}

// BenchmarkHostile reads the largest of each kind, once for each round: none
// should take much longer than two seconds.
func BenchmarkHostile(b *testing.B) {
	files := hostile(1)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		data := []byte(files[name])
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				_, _ = source.ReadReview("x", data, ips) // the time is what counts
			}
		})
	}
}

// What is too much is refused before it is taken apart.
func TestTooManyValues(t *testing.T) {
	for name, text := range map[string]string{
		"commas":     "sharing: [" + strings.Repeat("a,", 1_000_000) + "a]\n",
		"brackets":   "sharing: " + strings.Repeat("[", 1_000_001),
		"lines":      strings.Repeat("- a\n", 1_000_001),
		"old lines":  strings.Repeat("- a\r", 1_000_001),
		"some of it": strings.Repeat("- a\n", 400_000) + strings.Repeat("- [a]\n", 400_000),
	} {
		_, problems := source.ReadReview("x", []byte(head+text), ips)
		if got := problems.Error(); got != "x: the file has more than a million values, the most that are read; a review has a few thousand" {
			t.Errorf("%s: %.100s", name, got)
		}
	}
	for name, text := range map[string]string{
		"empty lines": strings.Repeat("\n", 2_000_000),
		"comments":    strings.Repeat("  # -\n", 1_100_000),
		"a long text": "sharing: " + strings.Repeat("words and words. ", 400_000) + "\n",
	} {
		if _, problems := source.ReadReview("x", []byte(head+text), ips); len(problems) > 0 {
			t.Errorf("%s: %.100s", name, problems)
		}
	}
}
