package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// reviewerID is what can stand in the name of a file on every system.
var reviewerID = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`)

// runBlind writes a copy for each reviewer, with the same evidence and no
// scores: 2026-05.yaml becomes 2026-05.r1.yaml and 2026-05.r2.yaml.
func (a *app) runBlind(from string, reviewers []string) error {
	if from == "" {
		return errors.New("say which review the copies are made of, as in --from 2026-05.yaml")
	}
	if err := checkReviewers(reviewers); err != nil {
		return err
	}
	reviews, problems, bad, err := a.readReviews([]string{from})
	a.tell(errorsOf(problems), bad, "no copy was written")
	switch {
	case err != nil:
		return err
	case bad > 0:
		return exitError{statusInvalid}
	}
	review := reviews[0].file.Review
	if err := copyable(from, review, reviewers); err != nil {
		return err
	}
	a.hide(reviews[0])
	words, err := a.words(review.Scale())
	if err != nil {
		return err
	}
	names := make([]string, len(reviewers))
	for i, id := range reviewers {
		end := ending(from)
		names[i] = from[:len(from)-len(end)] + "." + id + from[len(from)-len(end):]
		if _, err := os.Stat(names[i]); !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s exists already; move it away, or choose other reviewers", names[i])
		}
	}
	for i, id := range reviewers {
		if err := source.WriteFile(names[i], source.FormatBlind(review, words, id)); err != nil {
			return err
		}
		a.say("Wrote %s", names[i])
	}
	a.say("Each reviewer scores alone in one of them. Then: fidelity agree %s", strings.Join(names, " "))
	return nil
}

func checkReviewers(reviewers []string) error {
	if len(reviewers) < 2 {
		return errors.New("--blind: name two reviewers or more, as in --blind r1,r2")
	}
	seen := map[string]bool{}
	for _, id := range reviewers {
		if !reviewerID.MatchString(id) {
			return fmt.Errorf("--blind: %q is not an id of a reviewer; write letters, digits and hyphens, as in r1", id)
		}
		if seen[strings.ToLower(id)] {
			return fmt.Errorf("--blind: %s is named twice", id)
		}
		seen[strings.ToLower(id)] = true
	}
	return nil
}

// copyable refuses reviews of which no blind copy can be made, and reviewers
// that the review does not know.
func copyable(name string, r *fidelity.Review, reviewers []string) error {
	switch {
	case r.Blind != "":
		return fmt.Errorf("%s is the copy of %s already; name the review that it was made from", name, r.Blind)
	case r.Stripped != nil:
		return fmt.Errorf("%s was stripped of its evidence, so there is nothing to score", name)
	case r.Seal != nil:
		return fmt.Errorf("%s is sealed; a review is scored by two before it is sealed", name)
	case len(r.Reviewers) == 0:
		return nil
	}
	var known []string
	for _, p := range r.Reviewers {
		known = append(known, p.ID)
	}
	for _, id := range reviewers {
		if !containsFold(known, id) {
			return fmt.Errorf("--blind: %s names no reviewer %s; it names %s", name, id, say.And(known))
		}
	}
	return nil
}

func containsFold(list []string, text string) bool {
	for _, s := range list {
		if strings.EqualFold(s, text) {
			return true
		}
	}
	return false
}
