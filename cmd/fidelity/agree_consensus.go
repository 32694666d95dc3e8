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
// made from may be the file: it is then edited, and keeps its comments.
func (a *app) writeConsensus(name string, joint *agree.Joint, base *review) error {
	switch _, err := os.Stat(name); {
	case errors.Is(err, fs.ErrNotExist):
	case base == nil || !sameFile(name, base.name):
		return fmt.Errorf("%s exists already; choose another name", name)
	case frozen(base.file.Review):
		return fmt.Errorf("%s holds frozen ratings already, and nothing replaces those; choose another name", name)
	}
	if err := source.WriteFile(name, source.FormatReview(joint.Review)); err != nil {
		return err
	}
	a.say("Wrote %s", name)
	return nil
}

// frozen reports whether a review carries ratings from before a discussion.
func frozen(r *fidelity.Review) bool {
	for i := range r.Findings {
		if len(r.Findings[i].Ratings) > 0 {
			return true
		}
	}
	return false
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
