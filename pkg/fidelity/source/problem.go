package source

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Level says how much a problem matters.
type Level string

// The levels. Only an error keeps a file from being used.
const (
	Error   Level = "error"
	Warning Level = "warning"
	Note    Level = "note"
)

// Problem is one thing in a file that a person should look at. Text is a
// sentence that says what was found and what is allowed.
type Problem struct {
	File   string `json:"file"`
	Code   string `json:"code"`
	Level  Level  `json:"level"`
	Path   string `json:"path"`
	Line   int    `json:"line"`   // 0 where there is none
	Column int    `json:"column"` // 0 where there is none
	// Cell is the place in a workbook, as in Specialists!F7; empty for a file of text.
	Cell string `json:"cell,omitempty"`
	Text string `json:"text"`
}

// The codes of problems, for programs that read them.
const (
	CodeSyntax    = "syntax"     // not YAML
	CodeRefused   = "refused"    // YAML that is not taken: anchors, tags, too deep, too large
	CodeUnknown   = "unknown"    // a key or name that does not exist
	CodeDuplicate = "duplicate"  // a key or id that occurs twice
	CodeType      = "type"       // a list where a text belongs, and the like
	CodeValue     = "value"      // a value that is not allowed
	CodeRequired  = "required"   // something that must be there is not
	CodeConflict  = "conflict"   // two values that cannot both hold
	CodeNoReason  = "no-reason"  // a score that differs from the evidence without saying why
	CodeOpen      = "open"       // an item without a score
	CodeSpelling  = "spelling"   // an answer in a spelling that is read but should not be used
	CodeScale     = "scale"      // a scale whose rules do not fit together
	CodeUnanswer  = "not-asked"  // an answer to a fact that is not asked here
	CodeContra    = "contradict" // evidence that contradicts itself
	CodeCycle     = "cycle"      // the dates around the visit
	CodeNoOutcome = "no-outcome" // an action that was closed without saying what came of it
	CodeLate      = "late"       // an action that was still to do when its date was past
)

// String writes the problem as one line: FILE:LINE:COLUMN: PATH: sentence, or
// FILE: CELL: PATH: sentence for a workbook.
func (p Problem) String() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d:%d", p.Line, p.Column)
	}
	if p.Cell != "" {
		b.WriteString(": " + p.Cell)
	}
	if p.Path != "" {
		b.WriteString(": " + p.Path)
	}
	b.WriteString(": " + p.Text)
	return b.String()
}

// Problems is all that was found, in order of line.
type Problems []Problem

// Error joins the problems, one a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.String()
	}
	return strings.Join(lines, "\n")
}

// Errors reports whether any problem is an error.
func (ps Problems) Errors() bool {
	return slices.ContainsFunc(ps, func(p Problem) bool { return p.Level == Error })
}

// Sort puts the problems in order of file, line and column.
func (ps Problems) Sort() {
	slices.SortStableFunc(ps, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
}
