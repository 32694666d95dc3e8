package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// lookBack adds the review before this one: the one that the file names under
// previous, else the newest earlier one in its folder. What is wrong with
// other files is told, and never stops a command.
func (a *app) lookBack(in *report.Input, name string) {
	r := in.Assessment.Review()
	folder := filepath.Dir(name)
	var others []*fidelity.Assessment
	files, broken := source.Neighbours(os.DirFS(folder), filepath.Base(name), r.Service, a.shelf)
	for _, file := range files {
		others = append(others, assess(file.Review))
	}
	in.Before, in.LastScored = compare.Before(in.Assessment, others)
	if r.Previous == "" {
		for _, name := range broken {
			a.say("%s has problems and is not looked at as an earlier review; fidelity check tells them.", filepath.Join(folder, name))
		}
		return
	}
	named, err := a.previous(filepath.Join(folder, filepath.FromSlash(r.Previous)), r)
	if err != nil {
		a.say("%s: previous: %s; nothing is said of the change since.", name, err)
		in.Before, in.LastScored = nil, nil
		return
	}
	if in.LastScored == nil {
		in.LastScored = in.Before // the newest one in the folder
	}
	in.Before = named
	if refusal := compare.Refuse(named.Review(), r); refusal != compare.OtherKind || in.LastScored == nil ||
		compare.Refuse(in.LastScored.Review(), r) != compare.Comparable {
		in.LastScored = nil
	}
}

// previous reads the review that a file names as the one before it. The error
// says in a few words why it is none.
func (a *app) previous(name string, r *fidelity.Review) (*fidelity.Assessment, error) {
	data, err := source.ReadFile(name)
	if err != nil {
		return nil, err
	}
	file, _ := a.readReview(name, data)
	switch {
	case file == nil:
		return nil, fmt.Errorf("%s has problems, which fidelity check tells", name)
	case file.Review.Blind != "":
		return nil, fmt.Errorf("%s is one reviewer's own copy", name)
	case file.Review.Service.ID != r.Service.ID:
		return nil, fmt.Errorf("%s is about another service, %s", name, file.Review.Service.ID)
	case !compare.Earlier(file.Review, r):
		return nil, fmt.Errorf("%s is about a visit that is not earlier", name)
	}
	return assess(file.Review), nil
}

// semSetting reads the standard error of a total; nothing stands for the
// assumption.
func semSetting(text string) (compare.Settings, error) {
	if text == "" {
		return compare.Settings{}, nil
	}
	sem, err := fidelity.ParseNumber(text)
	if err != nil || sem.Sign() <= 0 {
		return compare.Settings{}, fmt.Errorf("--sem %q: write the standard error of a total in points, a number above 0, as in 3.5", text)
	}
	return compare.Settings{SEM: sem}, nil
}
