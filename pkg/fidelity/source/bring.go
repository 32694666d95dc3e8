package source

import (
	"fmt"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Parts names parts of a review, by paths without the places of rows: kind,
// service.name, items.disclosure.score. Of a list of rows, such as
// evidence.clients, the path itself says that rows can come and go, and the
// paths of its columns, as in evidence.clients.days_waiting, which cells can
// change.
type Parts map[string]bool

// within reports whether there is a part at a path or below it.
func (p Parts) within(path string) bool {
	if p[path] {
		return true
	}
	for part := range p {
		if strings.HasPrefix(part, path) && part[len(path)] == '.' {
			return true
		}
	}
	return false
}

// Bring changes the file so that it says what another review says, in these
// parts of it, and returns how many changes that took. Was is the review that
// the file holds. Only what is different is written; each difference leaves its
// entry in changes. Rows are known by their ids. New rows go to the end.
func (e *Editor) Bring(was, is *fidelity.Review, parts Parts, mark Mark) (changes int, err error) {
	return e.BringSince(Since{}, was, is, parts, mark)
}

// BringSince is Bring for two reviews of which both may have changed since they
// were one. The error is Problems where both have changed the same.
func (e *Editor) BringSince(since Since, was, is *fidelity.Review, parts Parts, mark Mark) (changes int, err error) {
	b := bringer{e: e, since: since, parts: parts, mark: mark}
	before, after := ReviewValue(was).node, ReviewValue(is).node
	if since.Marks != nil && since.Side == NoSide {
		// Nothing is edited before it is known that all can be.
		b.look = true
		b.keys("", "", "", before, after)
		if len(b.both) > 0 {
			return 0, b.both
		}
		b.look = false
	}
	b.keys("", "", "", before, after)
	return b.changes, b.err
}

// bringer goes through two reviews side by side, as FormatReview writes them.
type bringer struct {
	e       *Editor
	since   Since
	parts   Parts
	look    bool     // only look for what both have changed
	both    Problems // which is this
	whole   bool     // in a part that is brought over as a whole
	mark    Mark
	changes int
	err     error
}

// do makes one edit, unless one before was refused.
func (b *bringer) do(edit func() error) {
	if b.err != nil || b.look {
		return
	}
	if b.err = edit(); b.err == nil {
		b.changes++
	}
}

// free reports whether what differs at a path is to be brought over: where only
// the file has changed it is not, and where both have, as the side says. By is
// the path with the ids of rows.
func (b *bringer) free(path, part, by string, was, is *yaml.Node) bool {
	m := b.since.Marks
	switch {
	case m == nil || b.since.Anyway[part] || m.had(by, was):
		return true
	case m.had(by, is):
		return false
	case b.since.Side == NoSide:
		b.both = append(b.both, b.clash(path, was, is))
	}
	return b.since.Side == TakeWhatIs
}

// clash tells what both have changed.
func (b *bringer) clash(path string, was, is *yaml.Node) Problem {
	p := Problem{File: b.e.name, Level: Error, Code: CodeConflict, Path: path}
	at, err := b.e.find(path)
	says := func(n *yaml.Node) string {
		if n == nil || err != nil {
			return "taken out"
		}
		return strings.Trim(told(at, n), "()")
	}
	if err == nil && at.last().node != nil {
		p.Line, p.Column = at.last().node.Line, at.last().node.Column
	}
	p.Text = fmt.Sprintf("this was changed in the review (%s) and in the workbook (%s) since the workbook was made", says(was), says(is))
	return p
}

// keys goes through the keys of two mappings; either may be nil.
func (b *bringer) keys(path, part, by string, was, is *yaml.Node) {
	for _, key := range keysOf(was, is) {
		p, below := key, key
		if strings.ContainsAny(key, `."[]`) {
			p = fmt.Sprintf("%q", key)
		}
		if path != "" {
			p, below = path+"."+p, part+"."+key
		}
		if b.whole || b.parts.within(below) {
			b.value(p, below, by+"."+key, child(was, keyStep(key)), child(is, keyStep(key)))
		}
	}
}

// value brings over what stands at a path; nil where there is nothing.
func (b *bringer) value(path, part, by string, was, is *yaml.Node) {
	switch {
	case was == nil && is == nil || was != nil && is != nil && sameTree(was, is):
	case isSingle(was) && isSingle(is) && strings.TrimSpace(was.Value) == strings.TrimSpace(is.Value):
		// Spaces around a text are no difference that anybody meant.
	case rowsOf(was) && rowsOf(is):
		b.rows(path, part, by, was, is)
	case is == nil && b.all(part, was):
		if b.free(path, part, by, was, is) {
			b.do(func() error { return b.e.Remove(path, b.mark) })
		}
	case isMap(was) && isMap(is):
		before := b.whole
		b.whole = b.covers(part)
		b.keys(path, part, by, was, is)
		b.whole = before
	case b.covers(part) || was == nil && b.all(part, is):
		if b.free(path, part, by, was, is) {
			b.do(func() error { return b.e.Set(path, Value{copyTree(is)}, b.mark) })
		}
	case isMap(was) || isMap(is):
		b.keys(path, part, by, was, is)
	}
}

func (b *bringer) covers(part string) bool { return b.whole || b.parts[part] }

// all reports whether all that stands at a path is among the parts.
func (b *bringer) all(part string, n *yaml.Node) bool {
	if b.covers(part) {
		return true
	}
	if !isMap(n) {
		return false
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if !b.all(part+"."+n.Content[i].Value, n.Content[i+1]) {
			return false
		}
	}
	return true
}

// rows brings over a list of rows: first the cells of those that stay, then
// those that are gone, from the last, so that places hold; then new ones.
func (b *bringer) rows(path, part, by string, was, is *yaml.Node) {
	before := pairUp(was.Content, is.Content)
	stays := make([]bool, len(was.Content))
	for i, row := range is.Content {
		if at := before[i]; at >= 0 {
			stays[at] = true
			b.keys(fmt.Sprintf("%s[%d]", path, at), part, rowMark(by, was.Content[at], at), was.Content[at], row)
		}
	}
	if !b.covers(part) {
		return
	}
	for at := len(stays) - 1; at >= 0; at-- {
		row := fmt.Sprintf("%s[%d]", path, at)
		if !stays[at] && b.free(row, part, rowMark(by, was.Content[at], at), was.Content[at], nil) {
			b.do(func() error { return b.e.Remove(row, b.mark) })
		}
	}
	for i, row := range is.Content {
		if before[i] < 0 && b.free(path, part, rowMark(by, row, i), nil, row) {
			b.do(func() error { return b.e.Append(path, Value{copyTree(row)}, b.mark) })
		}
	}
}

// pairUp finds for each row the one that it was before, -1 for a new one: by
// its id, and without an id one that says the same, or the one in its place.
func pairUp(was, is []*yaml.Node) []int {
	pairs := make([]int, len(is))
	taken := make([]bool, len(was))
	for i := range is {
		pairs[i] = -1
	}
	for _, alike := range []func(i, at int) bool{
		func(i, at int) bool { return idOf(is[i]) != "" && strings.EqualFold(idOf(is[i]), idOf(was[at])) },
		func(i, at int) bool { return sameTree(is[i], was[at]) },
		func(i, at int) bool { return i == at && idOf(is[i]) == "" && idOf(was[at]) == "" },
	} {
		for i := range is {
			for at := 0; at < len(was) && pairs[i] < 0; at++ {
				if !taken[at] && alike(i, at) {
					pairs[i], taken[at] = at, true
				}
			}
		}
	}
	return pairs
}

func idOf(row *yaml.Node) string {
	if id := child(row, keyStep("id")); id != nil {
		return id.Value
	}
	return ""
}

func isSingle(n *yaml.Node) bool { return n != nil && n.Kind == yaml.ScalarNode && !isNull(n) }

func isMap(n *yaml.Node) bool { return n != nil && n.Kind == yaml.MappingNode }

// rowsOf reports whether a value is a list of rows; an empty list can be one.
func rowsOf(n *yaml.Node) bool {
	return n != nil && n.Kind == yaml.SequenceNode && !slices.ContainsFunc(n.Content, func(row *yaml.Node) bool { return !isMap(row) })
}

// keysOf lists the keys of two mappings: those of the second, then what only
// the first has.
func keysOf(was, is *yaml.Node) (keys []string) {
	for _, n := range []*yaml.Node{is, was} {
		for i := 0; isMap(n) && i+1 < len(n.Content); i += 2 {
			if key := n.Content[i].Value; !slices.Contains(keys, key) {
				keys = append(keys, key)
			}
		}
	}
	return keys
}
