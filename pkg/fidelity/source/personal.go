package source

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
)

// The codes of what could tell who a client is.
const (
	CodePersonalBlock = "privacy-block" // nothing final is made while it stands
	CodePersonalCheck = "privacy-check" // a person may settle it, under not-personal
	CodePersonalNote  = "privacy-note"  // worth a thought
)

// Personal tells what could say who a client is, in every text of a review
// file: values, comments, and the name of the file. It needs no scale, and no
// review without errors: of a file that is no YAML it looks at the name alone.
func Personal(name string, data []byte) Problems {
	r := &reader{file: name}
	return personal(name, r.root(data))
}

// Personal tells what could say who a client is, in every text of the review.
func (f *File) Personal() Problems {
	found := personal(f.Name, f.root)
	for i := range found {
		if f.cells != nil && found[i].Path != "" {
			found[i] = f.Locate(found[i]) // the sheet and cell, in place of a line
		}
	}
	return found
}

// Blocked tells what keeps a review from being final and from leaving the
// service: a final report, a sealed or stripped review and a comparison pack
// are not made while there is any.
func (f *File) Blocked() Problems {
	return slices.DeleteFunc(f.Personal(), func(p Problem) bool { return p.Level != Error })
}

// PersonalName tells what could say who a client is in a name that a file
// gives: that of the file itself, or of a sheet in it. What says which, as in
// "the name of the sheet".
func PersonalName(file, what, name string) (found Problems) {
	for _, h := range privacy.Find(name) {
		found = append(found, Problem{
			File: privacy.Mask(file, privacy.Block), Code: personalCode(h), Level: personalLevel(h),
			Text: fmt.Sprintf("%s holds what looks like %s (%s); choose another name", what, h.Kind, h.Masked()),
		})
	}
	return found
}

func personal(name string, root *yaml.Node) Problems {
	l := &looker{file: privacy.Mask(name, privacy.Block)}
	l.problems = PersonalName(name, "the name of the file", filepath.Base(name))
	if root != nil {
		l.readCleared(root)
		l.look(root)
	}
	l.problems.Sort()
	return l.problems
}

// looker goes through all texts of a file.
type looker struct {
	file     string
	problems Problems
	path     []step
	cleared  []string // paths that a person has settled
}

func (l *looker) readCleared(root *yaml.Node) {
	list := child(root, keyStep("not-personal"))
	if list == nil || list.Kind != yaml.SequenceNode {
		return
	}
	for _, entry := range list.Content {
		path, why := child(entry, keyStep("path")), child(entry, keyStep("why"))
		if path != nil && path.Value != "" && why != nil && strings.TrimSpace(why.Value) != "" {
			l.cleared = append(l.cleared, pathOf(parsePath(path.Value)))
		}
	}
}

// settled reports whether a person has said that what is at the path, or below
// it, tells nobody's name.
func (l *looker) settled(path string) bool {
	return slices.ContainsFunc(l.cleared, func(c string) bool {
		rest, ok := strings.CutPrefix(path, c)
		return ok && (rest == "" || rest[0] == '.' || rest[0] == '[')
	})
}

func (l *looker) look(n *yaml.Node) {
	l.comments(n)
	switch n.Kind {
	case yaml.ScalarNode:
		if level := l.from(); level > 0 {
			l.text(n, n.Value, level, "this")
		}
	case yaml.MappingNode:
		for i := 0; i+1 < len(n.Content); i += 2 {
			key := n.Content[i]
			l.path = append(l.path, keyStep(key.Value))
			l.comments(key)
			l.text(key, key.Value, privacy.Block, "this key")
			l.look(n.Content[i+1])
			l.path = l.path[:len(l.path)-1]
		}
	default:
		for i, entry := range n.Content {
			l.path = append(l.path, step{index: i})
			l.look(entry)
			l.path = l.path[:len(l.path)-1]
		}
	}
}

// comments looks at the comments around a node. They are left out of what the
// commands make, but they are kept in the file.
func (l *looker) comments(n *yaml.Node) {
	for _, text := range []string{n.HeadComment, n.LineComment, n.FootComment} {
		if text != "" {
			l.text(n, text, privacy.Note, "the comment here")
		}
	}
}

// ownNames are the parts in which services, teams and reviewers stand by name,
// and the reasons why what looks like a name is none.
var ownNames = map[string]bool{"service": true, "reviewers": true, "blind": true, "not-personal": true}

// from returns the level from which a value is looked at: names are nothing to
// tell where they belong, and digests are no text.
func (l *looker) from() privacy.Level {
	if len(l.path) == 0 {
		return privacy.Note
	}
	last := l.path[len(l.path)-1]
	if last.index >= 0 && len(l.path) > 1 {
		last = l.path[len(l.path)-2]
	}
	switch last.key {
	case "sha256", "digest", "scale_digest":
		return 0
	case "by", "names":
		return privacy.Block
	}
	if ownNames[l.path[0].key] {
		return privacy.Block
	}
	return privacy.Note
}

// text tells the hits in one text, each of a kind and shape once.
func (l *looker) text(n *yaml.Node, text string, from privacy.Level, what string) {
	hits := privacy.Find(text)
	if len(hits) == 0 {
		return
	}
	path, told := pathOf(l.path), map[string]bool{}
	for _, h := range hits {
		if h.Level() < from || told[h.String()] || h.Level() < privacy.Block && l.settled(path) || len(l.problems) >= maxProblems {
			continue
		}
		told[h.String()] = true
		l.problems = append(l.problems, Problem{
			File: l.file, Code: personalCode(h), Level: personalLevel(h), Path: path,
			Line: n.Line, Column: n.Column, Text: personalText(h, what),
		})
	}
}

func personalText(h privacy.Hit, what string) string {
	switch h.Level() {
	case privacy.Block:
		return fmt.Sprintf("%s looks like %s (%s); take it out, or write a code such as C001", what, h.Kind, h.Masked())
	case privacy.Check:
		return fmt.Sprintf("%s looks like %s (%s); write a role or a code, or say under not-personal why it can stay", what, h.Kind, h.Masked())
	}
	return fmt.Sprintf("%s looks like %s (%s), by which somebody could be recognised; leave it out if you can", what, h.Kind, h.Masked())
}

func personalCode(h privacy.Hit) string {
	return [...]string{privacy.Note: CodePersonalNote, privacy.Check: CodePersonalCheck, privacy.Block: CodePersonalBlock}[h.Level()]
}

func personalLevel(h privacy.Hit) Level {
	return [...]Level{privacy.Note: Note, privacy.Check: Warning, privacy.Block: Error}[h.Level()]
}

// unnamed masks what a sentence about a file may repeat of it.
func unnamed(sentence string) string { return privacy.Mask(sentence, privacy.Check) }
