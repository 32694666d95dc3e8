package main

import (
	"errors"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/workbook"
)

// review is a review file that was read and can be used.
type review struct {
	name string
	file *source.File
}

// readReviews reads all files and tells all problems. An unreadable file is an
// error of the command line; one with errors in it is left out, and bad counts
// it.
func (a *app) readReviews(names []string) (good []review, problems source.Problems, bad int, err error) {
	for _, name := range expand(names) {
		data, readErr := source.ReadFile(name)
		if readErr != nil {
			err = errors.Join(err, readErr)
			continue
		}
		file, found := a.readReview(name, data)
		problems = append(problems, found...)
		if file == nil {
			bad++
			continue
		}
		good = append(good, review{name, file})
	}
	return good, problems, bad, err
}

// readReview reads a review from a review file or from a workbook.
func (a *app) readReview(name string, data []byte) (*source.File, source.Problems) {
	if !workbook.IsWorkbook(name, data) {
		return source.ReadReview(name, data, a.shelf)
	}
	book, problems := workbook.Read(name, data, a.shelf)
	if book == nil {
		return nil, problems
	}
	return book.File, problems
}

// tell writes problems, one a line, and how many there are.
func (a *app) tell(problems source.Problems, bad int, consequence string) {
	for _, p := range problems {
		a.say("%s", p)
	}
	errs := 0
	for _, p := range problems {
		if p.Level == source.Error {
			errs++
		}
	}
	if errs > 0 {
		a.say("%s in %s; %s.", say.Count(errs, "problem", "problems"), say.Count(bad, "file", "files"), consequence)
	}
}

// errorsOf keeps the problems that commands other than check tell.
func errorsOf(problems source.Problems) source.Problems {
	var out source.Problems
	for _, p := range problems {
		if p.Level == source.Error {
			out = append(out, p)
		}
	}
	return out
}

// assess assesses a review that is to be shown: its texts repeat no identifier
// that blocks it. Texts of evidence count before they are masked.
func assess(r *fidelity.Review) *fidelity.Assessment {
	a := fidelity.Assess(r)
	source.Hide(r)
	return a
}

// input assesses a review and gets its words.
func (a *app) input(r review) (report.Input, error) {
	scale := r.file.Review.Scale()
	words, err := a.words(scale)
	if err != nil {
		return report.Input{}, err
	}
	return report.Input{Assessment: assess(r.file.Review), Speaker: say.New(scale, words), Tool: toolName + " " + version, Lang: a.wording}, nil
}
