package source

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Editor changes a review file without writing it anew: each edit is spliced
// into the text at the place of its node, so that comments, order, blank lines
// and ways of writing stay as they are. After each edit the text is read again
// and compared with what was meant; an edit that does not give exactly that is
// refused, and the editor is as it was before.
//
// Paths are those of problems, as in items.disclosure.score or
// actions[0].status. An entry of a list can be named by a value in it, as in
// actions[id=a1].status, and a key with dots in it is written in quotation
// marks.
//
// An Editor looks at the layout of YAML and at no scale. A command reads Bytes
// with ReadReview before it saves them. An Editor is not for use by several
// goroutines at once.
type Editor struct {
	name  string
	read  [sha256.Size]byte // of the file as it was read
	mark  []byte            // the byte order mark, where there is one
	text  []byte            // what stands after it
	root  *yaml.Node
	scale *fidelity.Scale
	saved bool // nothing was edited since the file was read or saved
}

// Mark says of an edit when it was made, by whom and why. It becomes the entry
// in changes.
type Mark struct {
	At  string // a day, or a day with its time as in 2026-05-13T16:20:00Z
	By  string // the id or name of a person; "tool" where it is empty
	Why string // may be empty
}

// NewEditor edits a file whose content was read already. The error is Problems
// where the text is no YAML of the kind that reviews are written in.
func NewEditor(name string, data []byte) (*Editor, error) {
	e := &Editor{name: name, read: sha256.Sum256(data), saved: true}
	text, marked := bytes.CutPrefix(data, byteOrderMark)
	if marked {
		e.mark = byteOrderMark
	}
	e.text = bytes.Clone(text)
	root, err := e.parse(e.text)
	if err != nil {
		return nil, err
	}
	e.root = root
	return e, nil
}

// OrderBy puts new items, facts, tables and columns in the order of a scale.
// Without one they go to the end.
func (e *Editor) OrderBy(scale *fidelity.Scale) { e.scale = scale }

// Name is the name that the file was opened with.
func (e *Editor) Name() string { return e.name }

// Bytes is the whole file with the edits made so far.
func (e *Editor) Bytes() []byte { return slices.Concat(e.mark, e.text) }

// Get returns the text of a single value, and whether there is one at the
// path. An empty value is none.
func (e *Editor) Get(path string) (string, bool) {
	at, err := e.find(path)
	if err != nil || len(at.missing) > 0 {
		return "", false
	}
	n := at.last().node
	return n.Value, n.Kind == yaml.ScalarNode && !isNull(n)
}

// Set writes a value at a path, in place of the one there, or as a new key
// with all the keys above it that are missing. Where the file says the same
// already nothing is changed or recorded. It is refused below a value that has
// no keys, for an entry that a list does not have, and in changes.
func (e *Editor) Set(path string, v Value, mark Mark) error {
	return e.edit(path, v, mark, (*Editor).set)
}

// Append adds an entry to the end of a list, which is made where it is
// missing. An entry of changes is appended as it is and leaves no other.
func (e *Editor) Append(path string, entry Value, mark Mark) error {
	return e.edit(path, entry, mark, (*Editor).append)
}

// Remove takes out a key with its value, or an entry of a list. Where there is
// none nothing is changed or recorded. The last key of a part leaves {} and
// the last entry of a list [].
func (e *Editor) Remove(path string, mark Mark) error {
	return e.edit(path, Value{}, mark, (*Editor).remove)
}

// edit makes one edit and records it, or does neither.
func (e *Editor) edit(path string, v Value, mark Mark, do func(*Editor, *place, Value) (*edit, error)) error {
	at, err := e.find(path)
	if err != nil {
		return err
	}
	if err := v.faulty(); err != nil {
		return e.refuse(at, CodeValue, "%s", err)
	}
	if err := mark.faulty(); err != nil {
		return e.refuse(at, CodeValue, "%s", err)
	}
	if e.sealed() && at.top() != "seal" {
		return e.refuse(at, CodeSeal, "the review is sealed and cannot be changed; make a new version of it with fidelity amend, and change that")
	}
	draft := *e
	made, err := do(&draft, at, v)
	if err != nil || made == nil {
		return err
	}
	if err := draft.carryOut(at, made); err != nil {
		return err
	}
	if !made.unrecorded {
		if err := draft.record(made, mark); err != nil {
			return err
		}
	}
	draft.saved = false
	*e = draft
	return nil
}

// sealed reports whether the file carries a seal, so that only the seal may go.
func (e *Editor) sealed() bool {
	sum, there := lookUp(e.root, []step{keyStep("seal"), keyStep("sha256")})
	return there && !isNull(sum)
}

// edit is one edit of the tree, and what changes say of it.
type edit struct {
	trail      []hop      // down to the node that is worked on
	kind       editKind   // what is done with it
	at         int        // the place in its Content, where it is given or loses a part
	key        *yaml.Node // of a new pair; nil in a list
	value      *yaml.Node
	what       string
	from, to   string // as changes have them; empty: there is none
	unrecorded bool
}

type editKind int

const (
	replaceNode editKind = iota
	insertPart
	removePart
)

// carryOut splices one edit into the text, and holds the outcome against what
// was meant. Where that is not so the new text is tried once more in the
// simplest way: comments in odd places can make lines of a text their own.
func (e *Editor) carryOut(at *place, made *edit) error {
	meant := made.meant(e.root)
	for _, simple := range []bool{false, true} {
		layout := newLayout(e.text, e.root)
		if layout.simple = simple; simple && made.value != nil {
			dress(made.value, true)
		}
		text, ok := layout.splice(made)
		if !ok {
			continue
		}
		root, err := e.parse(text)
		if len(text) > MaxSize {
			return err
		}
		if err == nil && sameTree(meant, root) {
			e.text, e.root = text, root
			return nil
		}
	}
	return e.tooUnusual(at)
}

// tooUnusual tells that a file cannot be edited at a place, and what to do.
func (e *Editor) tooUnusual(at *place) error {
	end := e.root
	for len(end.Content) > 0 && !isFlow(end) {
		end = end.Content[len(end.Content)-1]
	}
	if end.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 && !bytes.HasSuffix(e.text, []byte("\n")) {
		// Whatever follows would add a line break to that text.
		return e.refuse(at, CodeRefused, "the last text of the file has no line break at its end; add one and try again")
	}
	return e.refuse(at, CodeRefused, "the file is laid out here in a way that cannot be edited without risk to the rest; "+
		"change it by hand, or write this part in the usual layout (a line for each key, with its value behind the colon) and try again")
}

// parse reads a text as every review is read first: Problems where it is no
// YAML, or has anchors, tags and the like.
func (e *Editor) parse(text []byte) (*yaml.Node, error) {
	r := &reader{file: e.name}
	root := r.root(text)
	if root == nil {
		r.problems.Sort()
		return nil, r.problems
	}
	return root, nil
}

// refuse tells why an edit is not made, at the deepest part of the path that
// the file has.
func (e *Editor) refuse(at *place, code, format string, args ...any) error {
	p := Problem{File: e.name, Code: code, Level: Error, Path: at.path(), Text: unnamed(oneLine(fmt.Sprintf(format, args...)))}
	if len(at.trail) > 0 {
		n := at.last().node
		p.Line, p.Column = n.Line, n.Column
	}
	return Problems{p}
}

// faulty tells a mark that could not be read back.
func (m Mark) faulty() error {
	if err := moment(m.At); err != nil {
		return fmt.Errorf("the time of the change: %w", err)
	}
	for _, v := range []Value{Text(m.By), Text(m.Why)} {
		if err := v.faulty(); err != nil {
			return fmt.Errorf("the record of the change: %w", err)
		}
	}
	return nil
}
