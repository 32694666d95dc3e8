package agree

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Copy is the review file of one reviewer.
type Copy struct {
	Name     string // the file, for errors
	Reviewer string // id; empty takes that of the file
	Review   *fidelity.Review
}

// reviewer is whose copy it is: as given, as the file says, or the only
// reviewer that the file names.
func (c *Copy) reviewer() string {
	switch {
	case c.Reviewer != "":
		return c.Reviewer
	case c.Review.Blind != "":
		return c.Review.Blind
	case len(c.Review.Reviewers) == 1:
		return c.Review.Reviewers[0].ID
	}
	return ""
}

// FromCopies joins the copies of two or more reviewers of the same visit. Base
// is the review that the copies were made from, or nil where it is not at hand.
// Where it carries frozen ratings its evidence and words are those agreed on.
// The error joins all that keeps the copies apart, a sentence each.
func FromCopies(copies []Copy, base *fidelity.Review) (*Joint, error) {
	if len(copies) < 2 {
		return nil, errors.New("name the files of two reviewers, or an agreed file with the ratings of both")
	}
	if err := together(copies); err != nil {
		return nil, err
	}
	if base != nil && !SameVisit(base, copies[0].Review) {
		base = nil
	}
	j := &Joint{}
	for i := range copies {
		r := copies[i].Review
		rater := Rater{ID: copies[i].reviewer(), Findings: r.Findings, Ratings: make([]fidelity.Rating, len(r.Findings))}
		rater.Name = nameOf(r.Reviewers, rater.ID)
		for k := range r.Findings {
			rater.Ratings[k] = r.Findings[k].Rating
		}
		j.Raters = append(j.Raters, rater)
	}
	if base != nil && Frozen(base) {
		// The copies were brought together already: what stands there now is
		// what the reviewers made of them.
		agreed := *base
		agreed.Findings = slices.Clone(base.Findings)
		for i := range agreed.Findings {
			agreed.Findings[i].Rating = fidelity.Rating{}
		}
		j.Review = &agreed
	} else {
		j.Review, j.Conflicts = merge(base, copies)
	}
	j.consent(base)
	return j, nil
}

// FromAgreed takes an agreed review that carries the frozen ratings of two or
// more reviewers. Name is its file, for errors.
func FromAgreed(name string, review *fidelity.Review) (*Joint, error) {
	j := &Joint{Review: review}
	at := map[string]int{}
	add := func(id string) {
		if _, there := at[id]; !there {
			at[id] = len(j.Raters)
			j.Raters = append(j.Raters, Rater{ID: id, Name: nameOf(review.Reviewers, id), Ratings: make([]fidelity.Rating, len(review.Findings))})
		}
	}
	rated := map[string]bool{}
	for i := range review.Findings {
		for _, r := range review.Findings[i].Ratings {
			rated[r.Reviewer] = true
		}
	}
	for _, p := range review.Reviewers {
		if rated[p.ID] {
			add(p.ID)
		}
	}
	for i := range review.Findings {
		for _, r := range review.Findings[i].Ratings {
			add(r.Reviewer)
			j.Raters[at[r.Reviewer]].Ratings[i] = r.Rating
		}
	}
	switch len(j.Raters) {
	case 0:
		return nil, fmt.Errorf("%s holds no ratings of two reviewers; name the files of both, as in 2026-05.r1.yaml 2026-05.r2.yaml", name)
	case 1:
		return nil, fmt.Errorf("%s holds the ratings of %s alone; agreement takes two reviewers", name, j.Raters[0].ID)
	}
	return j, nil
}

// Frozen reports whether a review carries ratings from before a discussion.
func Frozen(r *fidelity.Review) bool {
	return slices.ContainsFunc(r.Findings, func(f fidelity.Finding) bool { return len(f.Ratings) > 0 })
}

func nameOf(people []fidelity.Reviewer, id string) string {
	for _, p := range people {
		if p.ID == id {
			return p.Name
		}
	}
	return ""
}

// together looks for what keeps copies apart: another visit, service or
// scale, a reviewer who occurs twice, a copy that says nothing of whose it is.
func together(copies []Copy) error {
	var errs []error
	first := &copies[0]
	whose := map[string]string{}
	for i := range copies {
		c := &copies[i]
		id := c.reviewer()
		key := strings.ToLower(id)
		switch before, twice := whose[key]; {
		case id == "":
			errs = append(errs, fmt.Errorf("%s does not say whose copy it is; write blind: with the reviewer's id, as in blind: r1", c.Name))
		case twice:
			errs = append(errs, fmt.Errorf("%s and %s are both by %s; agreement takes two reviewers", before, c.Name, id))
		default:
			whose[key] = c.Name
		}
		if i == 0 {
			continue
		}
		for _, d := range apart(first.Review, c.Review) {
			errs = append(errs, fmt.Errorf("%s and %s are %s: %s and %s; agreement takes the same visit on the same scale", first.Name, c.Name, d.what, d.a, d.b))
		}
	}
	return errors.Join(errs...)
}

type difference struct{ what, a, b string }

// apart lists what tells two reviews apart that should be of one visit.
func apart(a, b *fidelity.Review) (out []difference) {
	add := func(what, x, y string) {
		if x != y {
			out = append(out, difference{what, x, y})
		}
	}
	add("of different services", a.Service.ID, b.Service.ID)
	add("of different visits", days(a.Visit), days(b.Visit))
	add("reviews of different kinds", string(a.Kind), string(b.Kind))
	if a.Scale().Ref() != b.Scale().Ref() {
		add("on different scales", a.Scale().Ref(), b.Scale().Ref())
	} else {
		add("on different wordings of the rules of a scale", digest(a), digest(b))
	}
	return out
}

// SameVisit reports whether two reviews are of one visit to one service, of one
// kind and on one scale.
func SameVisit(a, b *fidelity.Review) bool { return len(apart(a, b)) == 0 }

func days(p fidelity.Period) string {
	if p.To.IsZero() || p.To == p.From {
		return p.From.String()
	}
	return p.From.String() + " to " + p.To.String()
}

// digest is that of the scale as the review was last scored with it.
func digest(r *fidelity.Review) string {
	if r.Kept != nil && r.Kept.ScaleDigest != "" {
		return r.Kept.ScaleDigest
	}
	return r.Scale().Digest()
}
