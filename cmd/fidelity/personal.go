package main

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/workbook"
)

// refuseBlocked refuses what may not be made of a review while the text of an
// identifier of a person stands in it. Consequence says so: "no final report
// was written".
func (a *app) refuseBlocked(r review, consequence string) error {
	blocked := r.file.Blocked()
	if len(blocked) == 0 {
		return nil
	}
	a.tell(blocked, 1, consequence)
	return exitError{statusInvalid}
}

// guardReport refuses the final report of a review in which an identifier
// stands. In a draft it is masked, and told. So is a seal that is broken.
func (a *app) guardReport(r review) error {
	for _, p := range r.file.SealProblems() {
		a.say("%s", p)
	}
	if r.file.Review.Stage == fidelity.Final {
		return a.refuseBlocked(r, "no final report was written")
	}
	if n := len(r.file.Blocked()); n > 0 {
		a.say("%s of a person in %s, masked in this draft; see: fidelity check", say.Count(n, "identifier", "identifiers"), r.name)
	}
	return nil
}

// hide masks what blocks a review before anything is made of it that would
// repeat its texts, and tells that it did.
func (a *app) hide(r review) {
	if n := len(r.file.Blocked()); n > 0 {
		a.say("%s of a person in %s, masked in what is made of it; see: fidelity check", say.Count(n, "identifier", "identifiers"), r.name)
	}
	source.Hide(r.file.Review)
}

// noPerson refuses a text of the command line that would put an identifier of
// a person into a file.
func noPerson(flag, text string) error {
	if privacy.Worst(privacy.Find(text)) < privacy.Block {
		return nil
	}
	return fmt.Errorf("%s %s holds what looks like a number or an address of a person", flag, masked(text))
}

// masked is the name of a file as outputs may repeat it.
func masked(name string) string { return privacy.Mask(name, privacy.Block) }

// personal looks for identifiers in all files, those with errors in them too,
// and in the names of the sheets of workbooks.
func personal(names []string, good []review) (found source.Problems) {
	read := map[string]bool{}
	for _, r := range good {
		read[r.name] = true
		found = append(found, r.file.Personal()...)
	}
	for _, name := range expand(names) {
		book := workbook.IsWorkbook(name, nil)
		if read[name] && !book {
			continue
		}
		data, err := source.ReadFile(name)
		if err != nil {
			continue
		}
		if !read[name] {
			found = append(found, source.Personal(name, data)...)
		}
		if book {
			for _, sheet := range workbook.Sheets(data) {
				found = append(found, source.PersonalName(name, "the name of a sheet", sheet)...)
			}
		}
	}
	return found
}

// filesWithErrors counts the files that problems of level error are in.
func filesWithErrors(problems source.Problems) int {
	files := map[string]bool{}
	for _, p := range problems {
		if p.Level == source.Error {
			files[p.File] = true
		}
	}
	return len(files)
}
