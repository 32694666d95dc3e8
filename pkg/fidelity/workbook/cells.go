package workbook

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// cell is what stands in a cell of a sheet, before anybody asks what it means.
type cell struct {
	kind    cellKind
	text    string // of a number: as the file has it
	format  shown
	formula bool // the text is what the formula last came to
}

type cellKind uint8

const (
	emptyCell cellKind = iota
	textCell
	numberCell
	yesNoCell // TRUE or FALSE
	errorCell // #DIV/0! and the like
	unsolved  // a formula that was never worked out
)

// shown is what the format of a cell makes of a number.
type shown uint8

const (
	asNumber shown = iota
	asPercent
	asDate
	asTime
)

// question is what a cell is asked for.
type question struct {
	kind    questionKind
	answers []answer // that can be chosen
}

type questionKind uint8

const (
	askText    questionKind = iota // free text, as it stands
	askLine                        // a name or an id
	askCode                        // the code of a person, a job or an employer
	askNumber                      // a number, whole or not
	askPercent                     // a percentage, or a part with its base
	askChoice                      // one of the answers
	askSet                         // several of the answers
	askSeries                      // figures by weeks
	askDay
	askMonth
)

// answer is what can be chosen: how files write it, and how sheets show it.
type answer struct{ id, shown string }

// remark is something that a person should know of a cell.
type remark struct {
	level source.Level
	code  string
	text  string
}

func wrong(format string, args ...any) remark {
	return remark{source.Error, source.CodeValue, fmt.Sprintf(format, args...)}
}

func note(format string, args ...any) remark {
	return remark{source.Warning, source.CodeSpelling, fmt.Sprintf(format, args...)}
}

// typed reads a cell as people type them, and returns what a review file would
// have in its place; nothing for an empty cell. What is wrong with the value
// itself is left to the reading of the review, which knows the limits.
func typed(q question, c cell, epoch1904 bool) (v source.Value, given bool, remarks []remark) {
	if c.formula && c.kind != unsolved {
		remarks = append(remarks, remark{source.Warning, "formula", "a formula stands here, and what it last came to was read; type the value itself"})
	}
	add := func(r remark) { remarks = append(remarks, r) }
	switch c.kind {
	case emptyCell:
		return v, false, nil
	case unsolved:
		add(wrong("a formula stands here that was never worked out; type the value itself, or open the workbook in Excel and save it again"))
		return v, true, remarks
	case errorCell:
		add(wrong("the cell shows %s; type the value itself, or empty the cell", c.text))
		return v, true, remarks
	case yesNoCell:
		c = cell{kind: textCell, text: yesOrNo(c.text)}
	case numberCell:
		text, r := numberText(q.kind, c, epoch1904)
		if r != nil {
			add(*r)
			return v, true, remarks
		}
		c.text = text
	default:
		c.text = lines(c.text)
	}
	v, given, r := written(q, c.text)
	if r != nil {
		add(*r)
	}
	return v, given, remarks
}

// written reads the text of a cell.
func written(q question, text string) (v source.Value, given bool, r *remark) {
	if q.kind == askText {
		if clean(text) == "" {
			return v, false, nil
		}
		return source.Text(text), true, nil
	}
	text = clean(text)
	if text == "" || q.kind != askLine && isNothing(text) {
		return v, false, nil
	}
	if q.kind == askLine {
		return source.Text(text), true, nil
	}
	if q.kind != askChoice || !offers(q.answers, text) {
		if unknown, spelt := isUnknown(text); unknown {
			if !spelt {
				n := note("%q is read as not known; write unknown", text)
				r = &n
			}
			return source.Plain("unknown"), true, r
		}
	}
	switch q.kind {
	case askNumber, askPercent:
		return source.Plain(strings.TrimPrefix(text, "'")), true, nil
	case askChoice:
		return source.Plain(chosen(q.answers, text)), true, nil
	case askSet:
		return members(q.answers, text), true, nil
	case askSeries:
		return weeks(text), true, nil
	case askDay:
		text, r = dayText(text)
	case askMonth:
		text, r = monthText(text)
	}
	return source.Plain(text), true, r
}

func yesOrNo(text string) string {
	if text == "1" || strings.EqualFold(text, "true") {
		return "yes"
	}
	return "no"
}

// blanks are all that looks like a space in a sheet; some come with text that
// was copied from a web page.
const blanks = " \t\r\n\u00A0\u2007\u2009\u202F\u200B\u2060\uFEFF"

// clean takes away spaces around a text, and makes every one within it an
// ordinary one.
func clean(text string) string {
	text = strings.Trim(text, blanks)
	return strings.Map(func(c rune) rune {
		switch c {
		case '\u00A0', '\u2007', '\u2009', '\u202F':
			return ' '
		case '\u200B', '\u2060', '\uFEFF':
			return -1
		}
		return c
	}, text)
}

// lines ends lines as review files do.
func lines(text string) string {
	if !strings.Contains(text, "\r") {
		return text
	}
	return strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
}

// isNothing reports whether a text stands for an empty cell.
func isNothing(text string) bool {
	switch text {
	case "-", "–", "—", "--":
		return true
	}
	return false
}

// isUnknown reports whether a text says that something is not known. Spelt is
// true where it is how sheets and files write that.
func isUnknown(text string) (unknown, spelt bool) {
	switch strings.ToLower(strings.Join(strings.Fields(text), " ")) {
	case "unknown", "not known":
		return true, true
	case "n/a", "na", "n.a.", "not applicable", "not recorded", "not available", "don't know", "don’t know", "dont know", "do not know", "dk", "n/k", "nk", "?", "??", "tbc":
		return true, false
	}
	return false, false
}

// offers reports whether an answer is written just so.
func offers(answers []answer, text string) bool {
	for _, a := range answers {
		if strings.EqualFold(a.id, text) || strings.EqualFold(a.shown, text) {
			return true
		}
	}
	return false
}

// chosen returns the answer that a text stands for, as files write it, and the
// text itself where it is none.
func chosen(answers []answer, text string) string {
	for _, a := range answers {
		if strings.EqualFold(a.id, text) || alike(a.shown, text) || alike(a.id, text) {
			return a.id
		}
	}
	return text
}

// alike compares answers without regard to case, spaces and hyphens.
func alike(a, b string) bool {
	return strings.EqualFold(strings.Join(words(a), " "), strings.Join(words(b), " "))
}

func words(text string) []string {
	return strings.FieldsFunc(text, func(c rune) bool { return c == ' ' || c == '-' || c == '_' || c == '\u2011' })
}
