package fidelity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// rich is a scale with all that a digest has to see.
func rich() fidelity.Definition {
	def := workbench(rightItem())
	def.Bands = []fidelity.Band{{ID: "good", From: num("3.5")}, {ID: "poor", From: num("1")}}
	def.Items[0].Measures = append(def.Items[0].Measures, over(middleElse, "all"), fidelity.Measure{
		ID: "larger", Calc: fidelity.LargestOf, Parts: []fidelity.Measure{{Calc: fidelity.ValueOf, Columns: []string{"part"}, When: is("good", "yes")}},
	})
	def.Items = append(def.Items, fidelity.Item{ID: "counted", Number: 2, Section: "section"})
	counted()(&def, &def.Items[1])
	return def
}

func TestDigestChangesWithWhatCanChangeAScore(t *testing.T) {
	before := compiled(t, rich()).Digest()
	if !strings.HasPrefix(before, "sha256:") || len(before) != len("sha256:")+64 {
		t.Fatalf("digest %q", before)
	}
	seen := map[string]string{before: "nothing changed"}
	for _, c := range []struct {
		name   string
		change func(def *fidelity.Definition, it *fidelity.Item)
	}{
		{"a threshold", func(_ *fidelity.Definition, it *fidelity.Item) { it.Anchors[0].When.Number = num("3") }},
		{"a threshold by very little", func(_ *fidelity.Definition, it *fidelity.Item) { it.Anchors[0].When.Number = num("1.99999") }},
		{"a comparison", func(_ *fidelity.Definition, it *fidelity.Item) { it.Anchors[0].When.Op = fidelity.Above }},
		{"the score of an anchor", func(_ *fidelity.Definition, it *fidelity.Item) { it.Anchors[0].Score = 4 }},
		{"an anchor", func(_ *fidelity.Definition, it *fidelity.Item) { it.Anchors = it.Anchors[:1] }},
		{"any for all", func(_ *fidelity.Definition, it *fidelity.Item) {
			it.Anchors[1].When = fidelity.Condition{All: it.Anchors[1].When.Any}
		}},
		{"what every score needs", func(_ *fidelity.Definition, it *fidelity.Item) { it.Requires = is("asked", "no") }},
		{"who is left out", func(_ *fidelity.Definition, it *fidelity.Item) { it.LeaveOut = fidelity.Condition{} }},
		{"a calculation", func(_ *fidelity.Definition, it *fidelity.Item) { it.Measures[1].Calc = fidelity.Median }},
		{"a weight", func(_ *fidelity.Definition, it *fidelity.Item) { it.Measures[1].Weight = "" }},
		{"a scope", func(_ *fidelity.Definition, it *fidelity.Item) { it.Measures[1].Where = is("good", "no") }},
		{"a factor", func(_ *fidelity.Definition, it *fidelity.Item) { it.Measures[0].Times = 100 }},
		{"a column of a measure", func(_ *fidelity.Definition, it *fidelity.Item) {
			it.Measures[0].Columns = []string{"base", "part"}
		}},
		{"what counts instead", func(_ *fidelity.Definition, it *fidelity.Item) {
			it.Measures[2].OrElse = &fidelity.OrElse{Column: "all.instead", Op: fidelity.Above, Number: num("31"), Flag: "waiting"}
		}},
		{"when a part counts", func(_ *fidelity.Definition, it *fidelity.Item) { it.Measures[3].Parts[0].When = is("good", "no") }},
		{"the answers of a fact", func(_ *fidelity.Definition, it *fidelity.Item) {
			it.Facts[1].Answers = []string{"never", "monthly", "weekly"}
		}},
		{"what else is read as an answer", func(_ *fidelity.Definition, it *fidelity.Item) {
			it.Facts[0].AlsoWritten = map[string]string{"1": "yes"}
		}},
		{"a score of a count", func(def *fidelity.Definition, _ *fidelity.Item) { def.Items[1].FromCount[1].Score = 3 }},
		{"the section of an item", func(def *fidelity.Definition, it *fidelity.Item) {
			def.Sections = append(def.Sections, "other")
			it.Section = "other"
		}},
		{"an item", func(def *fidelity.Definition, _ *fidelity.Item) { def.Items = def.Items[:1] }},
		{"a default", func(def *fidelity.Definition, _ *fidelity.Item) { def.Tables[0].Columns[6].Default = "no" }},
		{"the answers of a column", func(def *fidelity.Definition, _ *fidelity.Item) {
			def.Tables[0].Columns[5].Answers = []string{"low", "high"}
		}},
		{"whether a table is complete", func(def *fidelity.Definition, _ *fidelity.Item) { def.Tables[0].Complete = false }},
		{"whether a table is a sample", func(def *fidelity.Definition, _ *fidelity.Item) { def.Tables[1].Sampled = false }},
		{"the range of scores", func(def *fidelity.Definition, _ *fidelity.Item) { def.Scores.Max = 6 }},
		{"the total", func(def *fidelity.Definition, _ *fidelity.Item) { def.Total = fidelity.Mean }},
		{"where a band begins", func(def *fidelity.Definition, _ *fidelity.Item) { def.Bands[0].From = num("3.50001") }},
		{"the id", func(def *fidelity.Definition, _ *fidelity.Item) { def.ID = "bench" }},
	} {
		def := rich()
		c.change(&def, &def.Items[0])
		after := compiled(t, def).Digest()
		if other, taken := seen[after]; taken {
			t.Errorf("%s: the digest is the same as with %s", c.name, other)
		}
		seen[after] = c.name
	}
}

func TestDigestStaysWithTheRest(t *testing.T) {
	before := compiled(t, rich()).Digest()
	for _, c := range []struct {
		name   string
		change func(def *fidelity.Definition, it *fidelity.Item)
	}{
		{"nothing", func(*fidelity.Definition, *fidelity.Item) {}},
		{"the version", func(def *fidelity.Definition, _ *fidelity.Item) { def.Version = "1.0.1" }},
		{"effort", func(_ *fidelity.Definition, it *fidelity.Item) { it.Effort = 4 }},
		{"sources", func(def *fidelity.Definition, it *fidelity.Item) {
			def.Sources, it.Sources = []string{"interviews"}, []string{"interviews"}
		}},
		{"principles", func(def *fidelity.Definition, it *fidelity.Item) {
			def.Principles, it.Primary = []fidelity.Principle{{ID: "p"}}, "p"
		}},
		{"remedies, readers, training", func(_ *fidelity.Definition, it *fidelity.Item) {
			it.Remedies, it.Audience, it.Develops, it.Code = []string{"training"}, []string{"clinical"}, []string{"1.1"}, "Services 1"
		}},
		{"flags", func(_ *fidelity.Definition, it *fidelity.Item) { it.Flags = nil }},
		{"thin", func(def *fidelity.Definition, _ *fidelity.Item) { def.Tables[0].ThinBelow = 10 }},
		{"the order of bands, anchors and counts", func(def *fidelity.Definition, it *fidelity.Item) {
			slices.Reverse(def.Bands)
			slices.Reverse(it.Anchors)
			slices.Reverse(def.Items[1].FromCount)
		}},
		{"how a number is written", func(def *fidelity.Definition, it *fidelity.Item) {
			def.Bands[0].From, it.Anchors[0].When.Number = num("3.50"), num("2.0")
		}},
	} {
		def := rich()
		c.change(&def, &def.Items[0])
		if after := compiled(t, def).Digest(); after != before {
			t.Errorf("%s: the digest changes", c.name)
		}
	}
}
