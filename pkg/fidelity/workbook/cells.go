package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// cell is what stands in a cell of a sheet, before anybody asks what it means.
type cell struct {
	kind    cellKind
	text    string // of a number: as the file has it
	format  numberFormat
	formula bool // the text is what the formula last came to
}

type cellKind uint8

const (
	gotNothing cellKind = iota
	gotText
	gotNumber
	gotYesNo // TRUE or FALSE
	gotError // #DIV/0! and the like
	gotUnsolved
)

// numberFormat is what the format of a cell makes of a number.
type numberFormat uint8

const (
	asNumber numberFormat = iota
	asPercent
	asDate
	asTime
)

// question is what a cell is asked for.
type question struct {
	kind     kind
	answers  []answer // that can be chosen
	unknown  bool     // it may be not known
	weeks    bool     // a list of weeks will do
	ticks    bool     // a tick is a yes
	epoch    bool     // the workbook counts days from 1904
	wordless bool     // nothing but a text: - and n/a are texts
}

// questionOf is what the cell of a field is asked for. The column is that of
// the table, nil elsewhere.
func questionOf(f *field, column *fidelity.Column, epoch1904 bool) question {
	q := question{kind: f.kind, answers: f.answers, epoch: epoch1904, ticks: f.part == partMember || f.part == partSource}
	if column != nil {
		q.unknown = column.ID != "id"
		q.weeks = column.Kind == fidelity.Series && f.part == wholeValue
	}
	q.wordless = f.kind == holdsText || f.kind == holdsLine && !q.unknown
	return q
}

// remark is something that a person should know of a cell.
type remark struct {
	level source.Level
	code  string
	text  string
}

func wrong(format string, args ...any) remark {
	return remark{source.Error, source.CodeValue, fmt.Sprintf(format, args...)}
}

// CodeFormula is the code of the problem that a formula stands in a cell.
const CodeFormula = "formula"

func note(format string, args ...any) remark {
	return remark{source.Warning, source.CodeSpelling, fmt.Sprintf(format, args...)}
}

// typed reads a cell as people type them, and returns what a review file would
// have in its place; nothing for an empty cell. What is wrong with the value
// itself is left to the reading of the review, which knows the limits.
func typed(q question, c cell) (v source.Value, given bool, remarks []remark) {
	if c.formula && c.kind != gotUnsolved {
		remarks = append(remarks, remark{source.Warning, CodeFormula, "a formula stands here, and what it last came to was read; type the value itself"})
	}
	text := unixLines(c.text)
	var r *remark
	if c.kind == gotText && slices.Contains(errorTexts, clean(text)) {
		c.kind = gotError
	}
	switch c.kind {
	case gotNothing:
		return v, false, nil
	case gotUnsolved:
		return v, true, []remark{wrong("a formula stands here that came to nothing or was never worked out; type the value itself, or open the workbook in Excel and save it again")}
	case gotError:
		return v, true, append(remarks, wrong("the cell shows %s; type the value itself, or empty the cell", shortened(text)))
	case gotYesNo:
		text = yesOrNo(text)
	case gotNumber:
		if text, r = numberText(q, c); r != nil {
			return v, true, append(remarks, *r)
		}
	}
	if v, given, r = written(q, text); r != nil {
		remarks = append(remarks, *r)
	}
	return v, given, remarks
}

// errorTexts are what spreadsheets show where a formula fails. Some programs
// save them as texts.
var errorTexts = []string{"#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#SPILL!", "Err:502", "Err:508", "Err:522"}

// written reads the text of a cell.
func written(q question, text string) (v source.Value, given bool, r *remark) {
	bare := clean(text)
	switch {
	case bare == "", !q.wordless && isNothing(bare):
		return v, false, nil
	case q.kind == holdsText:
		return source.Text(strings.Trim(text, " \u00A0")), true, nil
	case q.kind == holdsLine && !q.unknown:
		return source.Text(offered(q.answers, bare)), true, nil
	}
	if unknown, spelt := isUnknown(bare); q.unknown && unknown && !offers(q.answers, bare) {
		if !spelt {
			n := note("%q is read as not known; write not known", bare)
			r = &n
		}
		return source.Plain(unknownID), true, r
	}
	if q.ticks && slices.Contains([]string{"x", "X", "✓", "✔", "☑"}, bare) {
		bare = "yes"
	}
	switch q.kind {
	case holdsLine:
		return source.Text(bare), true, nil
	case holdsAnswer, holdsScore:
		bare = chosen(q.answers, bare)
	case holdsDay:
		bare, r = dayText(bare)
	case holdsMonth:
		bare, r = monthText(bare)
	case holdsNumber, holdsWhole, holdsPercent:
		bare = strings.TrimSpace(strings.TrimPrefix(bare, "'"))
		if q.weeks {
			return weekList(bare), true, nil
		}
	}
	return source.Plain(bare), true, r
}
