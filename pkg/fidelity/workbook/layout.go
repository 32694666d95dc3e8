// Package workbook writes a review into an Excel workbook that people fill in,
// and reads it back. Everything in it comes from the definition of the scale.
//
// # How cells are found
//
// Nothing is found by its position, so that rows, columns and sheets may be
// moved, inserted, deleted and renamed, and other programs may save the file
// again. Keys travel in hidden cells:
//
//   - Each sheet holds one cell "fidelity:" and the key of the sheet, such as
//     "fidelity:table:specialists". It stands in A1 as written; the column in
//     which it is found is the sheet's key column.
//   - A cell "#" and the key of a block in the key column opens a block. The
//     other cells of that row are the keys of its columns, until the next
//     block opens.
//   - In a grid, the key column holds the key of each row. A cell is named by
//     both: row "items.team-contact" and column "score".
//   - In a list, rows have no key: every row that holds anything under a key
//     is an entry, in the order of the sheet.
//   - "~" in the key column marks a row for people, which holds no evidence.
//     In a grid, a row without a key is one too.
//
// # What cells hold
//
// Answers are shown by their labels and may be written by their ids. A blank
// cell is an empty one. A value that needs several cells has a column key with
// a part behind "#": see part.
//
// # What a cell cannot hold
//
// The hidden sheet "kept" holds a review in YAML, in pieces to be joined. It
// has what stands on no sheet (changes, ratings, measured …), and values that
// a cell shows less exactly than the file has them. Where a sheet and the kept
// review both have a value, the kept one stands if the cell holds what the
// writer writes for it (see show); else the cell does. The header of the kept
// review (service, kind, visit) only makes it readable and is never used.
package workbook

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// format is the first thing that the About sheet says.
const format = "fidelity/workbook/1"

// Marks of the hidden cells.
const (
	sheetMark = "fidelity:" // before the key of a sheet
	blockMark = "#"         // before the key of a block
	notesMark = "~"         // a row for people
	partMark  = "#"         // between the key of a column and its part
)

// The keys of the sheets; that of a table is tableKey and its id.
const (
	keyStart      = "start"
	keyService    = "service"
	tableKey      = "table:"
	keyChecklists = "checklists"
	keyItems      = "items"
	keyActions    = "actions"
	keyPreview    = "preview"
	keyWorking    = "working" // hidden: how the preview comes about
	keyLists      = "lists"
	keyAbout      = "about"
	keyKept       = "kept" // hidden
)

// The keys of the blocks that are no part of a review.
const (
	blockAbout = "about" // a grid with the column "value" and the rows below
	blockKept  = "kept"  // a list with the column "text"
	blockMarks = "marks" // another one: what the review was, to tell what changed since
	blockNone  = "looked"
)

// The rows of the About sheet that the reader needs.
const (
	aboutFormat   = "format"
	aboutScale    = "scale" // "ips-25@1"
	aboutVersion  = "scale.version"
	aboutDigest   = "scale.digest"
	aboutReview   = "review"   // "sha256:…" of the review as it was written out
	aboutTool     = "tool"     // "fidelity 0.1.0"
	aboutFor      = "for"      // blank, "service" or "reviewer"
	aboutReviewer = "reviewer" // the id of the reviewer whose copy it is
)

// valueColumn is the column of a grid that has only one.
const valueColumn = "value"

// kind is what a cell holds.
type kind uint8

const (
	holdsNothing kind = iota
	holdsText         // free text, which may have several lines
	holdsLine         // free text on one line
	holdsCode
	holdsNumber
	holdsWhole
	holdsPercent // a number from 0 to 100, or what files may hold instead
	holdsAnswer  // one of the answers
	holdsDay
	holdsMonth // as 2026-05
	holdsScore // a whole score as a number, or not enough evidence
)

// part says which part of a value a column holds, where one cell is too few.
type part uint8

const (
	wholeValue part = iota // all of it
	// A percent is a number in its own column, or hours (or whatever is
	// counted) here: "#part" of "#base".
	partOf
	partBase
	// A set has a column for each member, "#intake". It holds yes or no, or
	// not known; one that is not known makes all of the set so. All blank is
	// an empty cell, else the set has the members that are yes.
	partMember
	// A series is one number in its own column, or a number for each week
	// here, from "#1". Blank weeks do not count.
	partWeek
	// Sources of an item have a column each, "sources#documents", with yes or
	// blank. Their order is that of the kept review where it has the same.
	partSource
)

// answer is one entry of a drop-down: its id in files and what people read.
type answer struct{ id, label string }

// field is what one cell, or every cell of a list's column, holds.
type field struct {
	key     string // of the column
	path    string // in the review; of a list, within the entry
	kind    kind
	answers []answer // of an answer or a score
	part    part
	place   int // of a member, a source (in the scale) or a week
	column  int // of a table: the place of the column
	label   string
	help    string // what to count and what not to type
	width   float64
}

// line is a row of a grid; its cells stand by the columns of the block.
type line struct {
	key   string
	cells []field
}

// block is a part of a sheet with columns of its own.
type block struct {
	key     string
	list    bool
	columns []field
	lines   []line // of a grid
}

// sheet is one sheet of the workbook.
type sheet struct {
	key    string
	name   string // as the writer calls it; people may call it something else
	table  int    // place in the scale, of the sheet of a table; else -1
	hidden bool
	blocks []block
}

// layout is what the workbook of a scale holds, in order.
type layout struct {
	scale  *fidelity.Scale
	words  *fidelity.Words
	weeks  int // columns for the weeks of a series
	sheets []sheet
}

// usualWeeks is how many weeks of a series there is room for, unless a review
// has more.
const usualWeeks = 8

// newLayout lays out the workbook of a scale, with columns for so many weeks
// of a series. What has no label in the words is called by its id.
func newLayout(scale *fidelity.Scale, words *fidelity.Words, weeks int) *layout {
	l := &layout{scale: scale, words: words, weeks: max(weeks, usualWeeks)}
	l.add(sheet{key: keyStart, name: "Start here"})
	l.add(sheet{key: keyService, name: "Service", blocks: l.serviceBlocks()})
	for t := range scale.Definition().Tables {
		l.add(l.tableSheet(t))
	}
	l.add(sheet{key: keyChecklists, name: "Checklists", blocks: []block{l.checklists()}})
	l.add(sheet{key: keyItems, name: "Items", blocks: []block{l.itemBlock()}})
	l.add(sheet{key: keyActions, name: "Actions", blocks: []block{l.actionBlock()}})
	l.add(sheet{key: keyPreview, name: "Preview"})
	l.add(sheet{key: keyLists, name: "Lists"})
	l.add(sheet{key: keyAbout, name: "About", blocks: []block{aboutBlock()}})
	l.add(sheet{key: keyWorking, name: "Working", hidden: true})
	l.add(sheet{key: keyKept, name: "Kept", hidden: true, blocks: []block{
		{key: blockKept, list: true, columns: []field{{key: "text"}}},
		{key: blockMarks, list: true, columns: []field{{key: "text"}}},
	}})
	return l
}

// add gives the sheet a name that no other has, whatever tables are called.
func (l *layout) add(s sheet) {
	if !strings.HasPrefix(s.key, tableKey) {
		s.table = -1
	}
	s.name = l.freeName(s.name)
	l.sheets = append(l.sheets, s)
}

// sheet returns the sheet with a key, and nil where there is none.
func (l *layout) sheet(key string) *sheet {
	for i := range l.sheets {
		if l.sheets[i].key == key {
			return &l.sheets[i]
		}
	}
	return nil
}

// block returns the block with a key, and nil where there is none.
func (s *sheet) block(key string) *block {
	for i := range s.blocks {
		if s.blocks[i].key == key {
			return &s.blocks[i]
		}
	}
	return nil
}
