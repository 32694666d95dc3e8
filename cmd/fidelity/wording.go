package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// words are the words of a scale in the wording that was asked for.
func (a *app) words(scale *fidelity.Scale) (*fidelity.Words, error) {
	words, err := a.shelf.WordsIn(scale, a.wording)
	var problems source.Problems
	switch {
	case err == nil:
		return words, nil
	case errors.As(err, &problems):
		return nil, fmt.Errorf("the words of %s cannot be used:\n%w", scale.ID(), err)
	}
	return nil, fmt.Errorf("--wording: %w", err)
}

// wordsIfThere are the words of a scale among others: its own where it does not
// have the wording that was asked for.
func (a *app) wordsIfThere(scale *fidelity.Scale) (*fidelity.Words, error) {
	if !among(a.shelf.Overlays(scale), a.wording) {
		return a.shelf.Words(scale)
	}
	return a.words(scale)
}

// wordedSomewhere refuses a wording that no scale has.
func (a *app) wordedSomewhere() error {
	if all := a.wordings(); a.wording != "" && !among(all, a.wording) {
		return fmt.Errorf("--wording %q is of no scale; there is %s", a.wording, say.And(all))
	}
	return nil
}

// wordings lists the wordings of all scales, in order.
func (a *app) wordings() []string {
	var all []string
	for _, ref := range a.shelf.Refs() {
		if scale, err := a.shelf.Scale(ref); err == nil {
			all = append(all, a.shelf.Overlays(scale)...)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

func among(locales []string, name string) bool {
	return slices.ContainsFunc(locales, func(l string) bool { return strings.EqualFold(l, name) })
}
