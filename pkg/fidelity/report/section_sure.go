package report

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// mostNamed is how many items a sentence names before it counts them.
const mostNamed = 6

// howSure names what a reader should know before leaning on the total.
func (b *builder) howSure() []string {
	grades := map[fidelity.Grade][]string{}
	flagged := map[string][]string{}
	for i := range b.a.Items {
		if b.review.Kept == nil {
			grade := b.a.Strength(i).Grade
			grades[grade] = append(grades[grade], b.say.Short(i))
		}
		for _, f := range b.a.Items[i].Flags {
			if names := flagged[f.Code]; len(names) == 0 || names[len(names)-1] != b.say.Short(i) {
				flagged[f.Code] = append(names, b.say.Short(i))
			}
		}
	}
	var out []string
	if b.review.Kept == nil {
		out = append(out, b.grades(grades))
	}
	if thin := grades[fidelity.ThinEvidence]; len(thin) > mostNamed {
		grades[fidelity.ThinEvidence] = nil // they are counted already
	}
	for _, f := range []struct {
		names []string
		text  string
	}{
		{grades[fidelity.ThinEvidence], "Thin evidence: "},
		{flagged[fidelity.NearBoundary], "Close to the line between two scores: "},
		{flagged[fidelity.Differs], "Scored by the reviewers' judgement, where the evidence alone gives another score: "},
	} {
		if len(f.names) > 0 {
			out = append(out, f.text+named(f.names)+".")
		}
	}
	return append(out, "Two reviewers can fairly differ by a point on an item. A total guides improvement and is no performance rating.")
}

// named lists names, or counts them where they are many.
func named(names []string) string {
	if len(names) > mostNamed {
		return say.Count(len(names), "item", "items")
	}
	return say.And(names)
}

// grades counts the items by the strength of their evidence.
func (b *builder) grades(by map[fidelity.Grade][]string) string {
	var parts []string
	for _, g := range []fidelity.Grade{fidelity.StrongEvidence, fidelity.AdequateEvidence, fidelity.ThinEvidence} {
		if n := len(by[g]); n > 0 {
			parts = append(parts, say.Grade(g)+" for "+say.Count(n, "item", "items"))
		}
	}
	return "The evidence is " + say.And(parts) + "."
}

// sureTerm is the strength of an item's evidence; a stripped review has none
// left to weigh.
func (b *builder) sureTerm(i int) string {
	if b.review.Kept != nil {
		return ""
	}
	return b.say.HowSure(b.a, i)
}
