package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// writeConsensus writes the file to agree on. The review that the copies were
// made from may be that file: it is then edited, keeps its comments, and records
// what was changed.
func (a *app) writeConsensus(name string, joint *agree.Joint, base *review, by stamp) error {
	switch _, err := os.Stat(name); {
	case errors.Is(err, fs.ErrNotExist):
		data := source.FormatReview(joint.Review)
		if err := a.readsBack(name, data); err != nil {
			return err
		}
		if err := source.WriteFile(name, data); err != nil {
			return err
		}
		a.say("Wrote %s", name)
		if base != nil && base.file.Review.Seal == nil && !agree.Frozen(base.file.Review) {
			a.say("It has no comments. To keep those of %s, write into that file: -o %s", base.name, base.name)
		}
		return nil
	case base == nil || !sameFile(name, base.name):
		return fmt.Errorf("%s exists already; choose another name", name)
	case base.file.Review.Seal != nil:
		return fmt.Errorf("%s is sealed; choose another name", name)
	case agree.Frozen(base.file.Review):
		return fmt.Errorf("%s holds frozen ratings already, and nothing replaces those; choose another name", name)
	}
	return a.editConsensus(name, joint.Review, by)
}

func (a *app) editConsensus(name string, agreed *fidelity.Review, by stamp) error {
	editor, err := source.Open(name)
	if err != nil {
		return err
	}
	was, problems := source.ReadReview(name, editor.Bytes(), a.shelf)
	if was == nil {
		a.tell(errorsOf(problems), 1, "mend them first; nothing was written")
		return exitError{statusInvalid}
	}
	editor.OrderBy(agreed.Scale())
	mark := by.mark()
	mark.Why = "what the reviewers scored alone, brought together"
	changes, err := editor.Bring(was.Review, agreed, agreedParts(agreed.Scale()), mark)
	if err != nil {
		return err
	}
	if err := a.readsBack(name, editor.Bytes()); err != nil {
		return err
	}
	if err := editor.Save(); err != nil {
		return err
	}
	a.say("Wrote %s: %s", name, say.Count(changes, "change", "changes"))
	return nil
}

// readsBack refuses a file in which what two reviewers wrote, each right by
// itself, cannot stand together: days of waiting beside days to a contact.
func (a *app) readsBack(name string, data []byte) error {
	file, problems := source.ReadReview(name, data, a.shelf)
	if file != nil {
		return nil
	}
	a.tell(errorsOf(problems), 1, "the copies do not go together; mend them there, "+name+" was not written")
	return exitError{statusInvalid}
}

// agreedParts are the parts of a review that copies can change.
func agreedParts(scale *fidelity.Scale) source.Parts {
	parts := source.Parts{"stage": true, "reviewers": true, "actions": true}
	def := scale.Definition()
	for t := range def.Tables {
		table := "evidence." + def.Tables[t].ID
		parts[table], parts["samples."+def.Tables[t].ID] = true, true
		for _, c := range def.Tables[t].Columns {
			parts[table+"."+c.ID] = true
		}
	}
	for i := range def.Items {
		item := "items." + def.Items[i].ID
		for _, part := range []string{"sources", "saw", "judgement", "score", "because", "recommend", "ratings"} {
			parts[item+"."+part] = true
		}
		for _, f := range def.Items[i].Facts {
			parts[item+".facts."+f.ID] = true
		}
	}
	return parts
}

// conflicts are the places that reviewers changed differently, one line a
// place, with the place in every file.
func (a *app) conflicts(joint *agree.Joint, in report.Input, reviews []review) (out source.Problems) {
	for i := range joint.Conflicts {
		c := &joint.Conflicts[i]
		var others []string
		p := source.Problem{Level: source.Error, Code: source.CodeConflict}
		for r := range reviews {
			path := placeOf(joint.Review.Scale(), c, r)
			line, column := reviews[r].file.Place(path)
			if r == 0 {
				p.File, p.Path, p.Line, p.Column = reviews[r].name, path, line, column
				continue
			}
			others = append(others, fmt.Sprintf("%s:%d:%d (%s)", reviews[r].name, line, column, path))
		}
		p.Text = "the copies were changed differently, see " + say.And(others) + ": " + strings.TrimSuffix(report.ConflictWords(in, joint, c), ".") + "; put the same into each"
		out = append(out, p)
	}
	out.Sort()
	return out
}

// placeOf is the path of a conflict in one of the copies.
func placeOf(scale *fidelity.Scale, c *agree.Conflict, copied int) string {
	if c.Place == agree.Fact {
		def := &scale.Items()[c.Item]
		return "items." + def.ID + ".facts." + def.Facts[c.Fact].ID
	}
	table := &scale.Definition().Tables[c.Table]
	switch {
	case c.Place == agree.Sample:
		return "samples." + table.ID
	case c.At[copied] < 0:
		return "evidence." + table.ID
	case c.Place == agree.Row:
		return "evidence." + table.ID + "[" + strconv.Itoa(c.At[copied]) + "]"
	}
	return "evidence." + table.ID + "[" + strconv.Itoa(c.At[copied]) + "]." + table.Columns[c.Column].ID
}
