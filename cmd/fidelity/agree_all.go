package main

import (
	"errors"
	"fmt"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/text"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// runAgreeAll looks over every pair of reviewers in a folder.
func (a *app) runAgreeAll(names []string, opts agreeOptions) error {
	if len(names) > 0 || opts.settled || opts.base != "" {
		return errors.New("--all takes a folder alone, as in: fidelity agree --all reviews")
	}
	if err := oneOf("--format", opts.format, "text", "json"); err != nil {
		return err
	}
	if err := checkOutputs(opts.outputs, opts.all); err != nil {
		return err
	}
	reviews, bad, err := a.reviewsUnder(opts.all)
	if err != nil {
		return err
	}
	for _, r := range reviews {
		a.hide(r)
	}
	joints, refused := a.jointsOf(reviews)
	status := statusDone
	if bad > 0 || refused {
		status = statusInvalid
	}
	overview, in, err := a.across(opts.all, joints)
	if err != nil {
		return err
	}
	doc := report.BuildAcross(in)
	if opts.format == "json" {
		err = a.writeJSON(acrossJSON(overview))
	} else {
		err = text.Document(a.out, doc, a.style())
	}
	if err != nil {
		return err
	}
	if err := a.writeDocument(doc, opts.outputs); err != nil {
		return err
	}
	if status != statusDone {
		return exitError{status}
	}
	return nil
}

func (a *app) across(folder string, joints []*agree.Joint) (*agree.Overview, report.AcrossInput, error) {
	if len(joints) == 0 {
		return nil, report.AcrossInput{}, fmt.Errorf("%s holds no visit that two reviewers scored: neither two copies marked blind: nor an agreed review with ratings", folder)
	}
	first := joints[0].Review.Scale()
	for _, j := range joints {
		if ref := j.Review.Scale().Ref(); ref != first.Ref() {
			return nil, report.AcrossInput{}, fmt.Errorf("%s holds reviews on %s and on %s, which are never put together; name a folder with one of them", folder, first.Ref(), ref)
		}
	}
	words, err := a.words(first)
	if err != nil {
		return nil, report.AcrossInput{}, err
	}
	overview := agree.Across(joints)
	return overview, report.AcrossInput{Overview: overview, Speaker: say.New(first, words), Tool: toolName + " " + version, Lang: a.wording}, nil
}

// jointsOf puts the copies of each visit together. A visit whose agreed review
// carries frozen ratings counts by those.
func (a *app) jointsOf(reviews []review) (joints []*agree.Joint, refused bool) {
	var visits [][]review
	of := map[string][]int{} // visits of a service
	for _, r := range reviews {
		id := r.file.Review.Service.ID
		at := slices.IndexFunc(of[id], func(i int) bool { return agree.SameVisit(visits[i][0].file.Review, r.file.Review) })
		if at >= 0 {
			visits[of[id][at]] = append(visits[of[id][at]], r)
			continue
		}
		of[id] = append(of[id], len(visits))
		visits = append(visits, []review{r})
	}
	for _, visit := range visits {
		switch j, err := a.jointOfVisit(visit); {
		case err != nil:
			_ = a.refused(err)
			refused = true
		case j != nil:
			joints = append(joints, j)
		}
	}
	return joints, refused
}

// jointOfVisit is nil where a visit has no two reviewers on file.
func (a *app) jointOfVisit(visit []review) (*agree.Joint, error) {
	var copies []agree.Copy
	base := ""
	for _, r := range visit {
		switch {
		case r.file.Review.Blind != "":
			copies = append(copies, agree.Copy{Name: r.name, Review: r.file.Review})
		case agree.Frozen(r.file.Review):
			return agree.FromAgreed(r.name, r.file.Review)
		case base == "":
			base = r.name
		}
	}
	switch len(copies) {
	case 0:
		return nil, nil
	case 1:
		a.say("%s is the only copy of its visit, and was left out.", copies[0].Name)
		return nil, nil
	}
	if base == "" {
		return agree.FromCopies(copies, nil)
	}
	whole, err := a.whole(base)
	if err != nil {
		return nil, err
	}
	return agree.FromCopies(copies, whole)
}
