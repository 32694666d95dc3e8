package source

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"gopkg.in/yaml.v3"
)

// maxProblems is how many problems of one file are told. Nobody mends more of
// them in one go, and a hostile file could have millions.
const maxProblems = 10_000

// reader reads one file. It walks the node tree once, and collects problems
// with the place that it has come to.
type reader struct {
	file      string
	problems  Problems
	path      []step
	misshapen map[*yaml.Node]bool     // told already: nothing is asked of what is in there
	misplaced func(key string) string // where a key belongs that is unknown here; may be nil
	cells     Cells                   // where parts stand in a workbook; nil for a file of text
}

func (r *reader) in(name string) { r.path = append(r.path, keyStep(name)) }
func (r *reader) at(index int)   { r.path = append(r.path, step{index: index}) }
func (r *reader) out()           { r.path = r.path[:len(r.path)-1] }

func printable(text string) bool {
	return strings.IndexFunc(text, func(c rune) bool { return !unicode.IsPrint(c) }) < 0
}

// shortened cuts a text that is too long to be shown in a sentence. What could
// tell who somebody is goes first: half a number would not be known for one.
func shortened(text string) string {
	const most = 40
	text = unnamed(text)
	if len(text) <= most {
		return text
	}
	n := 0
	for i := range text {
		if n == most {
			return text[:i] + "…"
		}
		n++
	}
	return text
}

func (r *reader) fail(n *yaml.Node, code, format string, args ...any) {
	r.add(n, Error, code, format, args...)
}

// failHere tells a problem at the path that the reader has come to, at the
// deepest part of it that the file has.
func (r *reader) failHere(root *yaml.Node, code, format string, args ...any) {
	at, _ := lookUp(root, r.path)
	r.fail(at, code, format, args...)
}

// shape tells that a value is not of the shape that belongs there: a text in
// the place of a list, and the like.
func (r *reader) shape(n *yaml.Node, format string, args ...any) {
	if r.misshapen == nil {
		r.misshapen = map[*yaml.Node]bool{}
	}
	r.misshapen[n] = true
	r.fail(n, CodeType, format, args...)
}

func (r *reader) add(n *yaml.Node, level Level, code, format string, args ...any) {
	if r.full() {
		return
	}
	p := Problem{File: r.file, Code: code, Level: level, Path: r.pathText(), Text: unnamed(oneLine(fmt.Sprintf(format, args...)))}
	if n != nil {
		p.Line, p.Column = n.Line, n.Column
	}
	r.problems = append(r.problems, p)
	if r.full() {
		r.problems = append(r.problems, Problem{
			File: r.file, Code: CodeRefused, Level: Error,
			Text: fmt.Sprintf("there are more than %d problems; mend these first", maxProblems),
		})
	}
}

// full reports whether as many problems were found as are told.
func (r *reader) full() bool { return len(r.problems) >= maxProblems }

// oneLine keeps a sentence from breaking the line that it is told in, or from
// doing worse to a terminal.
func oneLine(text string) string {
	if printable(text) {
		return text
	}
	quoted := strconv.Quote(text)
	return strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`)
}
