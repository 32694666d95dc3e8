package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/fleet"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// reviewsUnder reads all reviews of a folder and the folders in it, in the
// order of their names. Other files are passed over. Of a review that no
// reviewers scored alone it keeps its head.
func (a *app) reviewsUnder(folder string) (reviews []review, bad int, err error) {
	switch info, err := os.Stat(folder); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, 0, fmt.Errorf("there is no folder %s", folder)
	case err != nil:
		return nil, 0, fmt.Errorf("cannot read %s: %w", folder, err)
	case !info.IsDir():
		return nil, 0, fmt.Errorf("%s is a file; --all takes a folder", folder)
	}
	files, err := findFleet([]string{folder}, nil)
	if err != nil {
		return nil, 0, err
	}
	how := fleet.Options[*fidelity.Review]{Keep: func(f *source.File) *fidelity.Review {
		if f.Review.Blind != "" || agree.Frozen(f.Review) {
			return f.Review
		}
		return head(f.Review)
	}}
	g, err := readFleet(a, files, fleetOptions{verb: "looked over"}, how, func(r fleet.Result[*fidelity.Review]) {
		reviews = append(reviews, review{r.Name, &source.File{Name: r.Name, Review: r.Value}})
	})
	if err != nil {
		return nil, 0, err
	}
	return reviews, len(g.broken), nil
}

// head is as much of a review as tells its visit from others: of thousands
// there is no room for more.
func head(r *fidelity.Review) *fidelity.Review {
	h := fidelity.NewReview(r.Scale())
	h.Service, h.Kind, h.Visit, h.Findings = r.Service, r.Kind, r.Visit, nil
	if r.Kept != nil {
		h.Kept = &fidelity.Kept{ScaleDigest: r.Kept.ScaleDigest}
	}
	return h
}

// whole reads the review of which there is the head.
func (a *app) whole(name string) (*fidelity.Review, error) {
	data, err := source.ReadFile(name)
	if err != nil {
		return nil, err
	}
	file, problems := a.readReview(name, data)
	if file == nil {
		return nil, problems
	}
	return file.Review, nil
}
