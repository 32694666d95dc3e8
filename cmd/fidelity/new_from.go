package main

import (
	"errors"
	"fmt"
	"path/filepath"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// runNewFrom begins the next review of a service from its last one: the
// service, the scale and the kind, and the actions that are still to do.
func (a *app) runNewFrom(opts newOptions) error {
	if opts.set("service") || opts.set("id") {
		return errors.New("--from takes the service from the last review; leave out --service and --id")
	}
	last, err := a.lastReview(opts.from)
	if err != nil {
		return err
	}
	if !opts.set("kind") {
		opts.kind = string(last.Kind)
	}
	if err := oneOf("--kind", opts.kind, "independent", "guided", "self-audit"); err != nil {
		return err
	}
	if err := afterLast(opts, last); err != nil {
		return err
	}
	if !opts.set("scale") {
		opts.scale = last.Scale().Ref()
	}
	scale, words, err := a.scaleAndWords(opts.scale)
	if err != nil {
		return err
	}
	return a.writeNew(scale, words, source.Template{
		ServiceID: last.Service.ID, ServiceName: last.Service.Name, Kind: opts.kind, Visit: opts.visit,
		Last: last, Previous: previousFor(opts),
	}, opts)
}

// lastReview reads the review that a new one begins from.
func (a *app) lastReview(name string) (*fidelity.Review, error) {
	reviews, problems, bad, err := a.readReviews([]string{name})
	a.tell(errorsOf(problems), bad, "no review was written")
	switch {
	case err != nil:
		return nil, err
	case bad > 0:
		return nil, exitError{statusInvalid}
	case len(reviews) != 1:
		return nil, fmt.Errorf("--from takes one review; %s are %d", name, len(reviews))
	}
	last := reviews[0].file.Review
	if last.Blind != "" {
		return nil, fmt.Errorf("%s is one reviewer's own copy; begin from the review that was agreed", name)
	}
	a.hide(reviews[0])
	return last, nil
}

// afterLast looks at the date of the new visit, where there is one.
func afterLast(opts newOptions, last *fidelity.Review) error {
	if opts.visit == "" {
		return nil
	}
	day, err := fidelity.ParseDate(opts.visit)
	if err != nil {
		return fmt.Errorf("--visit: %w", err)
	}
	if !last.Visit.To.Before(day) {
		return fmt.Errorf("--visit %s is not after the last review, whose visit ended on %s", day, last.Visit.To)
	}
	return nil
}

// previousFor is where the new review finds the last one: the way from its own
// folder, with slashes on every system.
func previousFor(opts newOptions) string {
	if name := filepath.Base(opts.from); opts.output == "" && masked(name) == name {
		return filepath.Base(opts.from) // it goes where the last one is, most likely
	}
	from, err1 := filepath.Abs(opts.from)
	folder, err2 := filepath.Abs(filepath.Dir(opts.output))
	if err := errors.Join(err1, err2); err != nil {
		return ""
	}
	way, err := filepath.Rel(folder, from)
	if err != nil || masked(way) != way {
		return "" // two drives: there is no way; a name with an identifier is not repeated
	}
	return filepath.ToSlash(way)
}
