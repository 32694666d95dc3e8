package source

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// FormatBlind writes a reviewer's own copy of a review: the same evidence,
// facts and what was seen, and a place for the score of every item. Nothing
// that gives a score away goes along: no score, rating, judgement, reason,
// recommendation, action or earlier change, and no comment of the file.
func FormatBlind(r *fidelity.Review, words *fidelity.Words, reviewer string) []byte {
	c := *r
	c.Stage, c.Blind = fidelity.Draft, reviewer
	c.Actions, c.Response, c.Changes, c.Corrections = nil, nil, nil, nil
	c.Seal, c.Amends, c.Stripped, c.Kept = nil, nil, nil, nil
	if !slices.ContainsFunc(c.Reviewers, func(p fidelity.Reviewer) bool { return strings.EqualFold(p.ID, reviewer) }) {
		c.Reviewers = append(slices.Clone(c.Reviewers), fidelity.Reviewer{ID: reviewer})
	}
	c.Findings = make([]fidelity.Finding, len(r.Findings)) // they come below, with room to fill in
	var out bytes.Buffer
	out.WriteString("# The copy of one reviewer, who scores alone. Fill in the scores below, and show nobody before all are in.\n")
	out.WriteString("# A correction of the evidence stays a correction: fidelity agree brings both copies together.\n")
	out.Write(FormatReview(&c))
	scores := r.Scale().Scores()
	fmt.Fprintf(&out, "\n# For each item: what you saw, your judgement, and a whole score from %d to %d, or %s.\nitems:\n", scores.Min, scores.Max, notEnough)
	for i := range r.Scale().Items() {
		def := &r.Scale().Items()[i]
		f := fidelity.Finding{Facts: r.Findings[i].Facts, Sources: r.Findings[i].Sources, Saw: r.Findings[i].Saw}
		title := def.ID
		if w := words.Items[def.ID]; w.Title != "" {
			title = strings.Join(strings.Fields(w.Title), " ")
		}
		fmt.Fprintf(&out, "\n  # %d %s\n  %s:\n", def.Number, title, keyNode(def.ID).Value)
		root := Map(findingValue(def, &f, false)...).node
		dress(root, false)
		if len(root.Content) > 0 {
			for _, line := range (&layout{step: 2, hang: 2, ends: "\n"}).block(root, 4) {
				out.WriteString(line + "\n")
			}
		}
		if f.Saw == "" {
			out.WriteString("    saw:\n")
		}
		out.WriteString("    judgement:\n    score:\n    because:\n")
	}
	return out.Bytes()
}
