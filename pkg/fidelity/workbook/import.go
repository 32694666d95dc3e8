package workbook

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// Over brings what the workbook says over a review file that is there, and
// returns how many changes that took. What the workbook has no cell for stays
// as it is: the sheets that a copy for a service does not have, and all that no
// sheet holds; so does what only the file has changed since the workbook was
// made. What both have changed is as the side says. The error is a sentence, or
// Problems where the file cannot be edited or both have changed the same.
func (b *Book) Over(editor *source.Editor, old *source.File, side source.Side, mark source.Mark) (changes int, err error) {
	was, is := old.Review, b.File.Review
	switch {
	case was.Scale().Ref() != is.Scale().Ref() || was.Scale().Digest() != is.Scale().Digest():
		return 0, fmt.Errorf("%s is on the scale %s and the workbook on %s; write the workbook to a new file", old.Name, was.Scale().Ref(), is.Scale().Ref())
	case was.Service.ID != is.Service.ID:
		return 0, fmt.Errorf("%s is about the service %s and the workbook about %s; write the workbook to a new file", old.Name, was.Service.ID, is.Service.ID)
	case was.Seal != nil:
		return 0, fmt.Errorf("%s is sealed and is not changed any more; make a new version of it with: fidelity amend", old.Name)
	case was.Blind != is.Blind && is.Blind != "":
		return 0, fmt.Errorf("the workbook is the own copy of %s, and %s is not; write the workbook to a new file", is.Blind, old.Name)
	case was.Stripped != nil && is.Stripped == nil:
		return 0, fmt.Errorf("%s has had its evidence taken out, and none is put back; import into the review that it was made from", old.Name)
	}
	since := source.Since{Side: side, Anyway: b.addSources(was, is)}
	if b.Older(old) {
		since.Marks = &b.marks
	}
	before := editor.Bytes()
	editor.OrderBy(was.Scale())
	changes, err = editor.BringSince(since, was, is, b.Parts, mark)
	if err != nil || bytes.Equal(before, editor.Bytes()) {
		return 0, err
	}
	return changes, nil
}

// Older reports whether a review file has changed since the workbook was made:
// what was changed there meanwhile is not in the workbook.
func (b *Book) Older(old *source.File) bool { return b.made != digest(old.Review) }

// addSources adds where evidence was seen to the sources that an item has, in
// a workbook that does not list them, and returns where that was.
func (b *Book) addSources(was, is *fidelity.Review) source.Parts {
	added := source.Parts{}
	for i := range is.Findings {
		part := "items." + is.Scale().Items()[i].ID + ".sources"
		if b.Parts[part] || len(is.Findings[i].Sources) == 0 {
			continue
		}
		all := slices.Clone(was.Findings[i].Sources)
		for _, s := range is.Findings[i].Sources {
			if !slices.Contains(all, s) {
				all = append(all, s)
			}
		}
		is.Findings[i].Sources = all
		b.Parts[part], added[part] = true, true
	}
	return added
}
