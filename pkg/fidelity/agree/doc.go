// Package agree brings together what two or more reviewers scored alone for
// the same visit: how far they agree, what to talk about, and the evidence that
// both collected.
//
// Agreement is measured on the ratings as they were before the reviewers
// talked. They come from the copies that each kept (FromCopies), or from an
// agreed review that carries them frozen (FromAgreed). A Joint holds them; its
// Agreement gives counts, coefficients and differences. Across takes the
// joints of many visits and finds what no single visit can show.
//
// The package yields numbers, places in the scale and reasons, and no sentences
// but those of errors that a person can mend.
package agree

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Rater is one reviewer with the scores that he or she gave alone.
type Rater struct {
	ID      string
	Name    string            // may be empty
	Ratings []fidelity.Rating // by the scale's items
	// Findings are the reviewer's own words, by the scale's items; nil where
	// only the ratings were kept.
	Findings []fidelity.Finding
}

// Label is the reviewer's name, or the id where no name is known.
func (r *Rater) Label() string {
	if r.Name != "" {
		return r.Name
	}
	return r.ID
}

// Joint is one visit that two or more reviewers scored, each alone.
type Joint struct {
	// Review is what they agree on so far: the evidence of both, the frozen
	// ratings, a score where all gave the same, and the words of each.
	Review *fidelity.Review
	Raters []Rater
	// Conflicts are the places of the evidence that were changed differently.
	// Review holds nothing there.
	Conflicts []Conflict
}

// Settled reports whether every item has a decision: the same score, or none
// for want of evidence. Open lists the others, in the scale's order.
func (j *Joint) Settled() (open []int, settled bool) {
	for i := range j.Review.Findings {
		if !j.Review.Findings[i].Rating.Decided() {
			open = append(open, i)
		}
	}
	return open, len(open) == 0
}
