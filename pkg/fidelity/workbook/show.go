package workbook

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// content is what the writer puts into a cell. The zero content is blank.
type content struct {
	is     contentKind
	text   string
	number float64
	day    time.Time
}

type contentKind uint8

const (
	blankCell contentKind = iota
	textCell
	numberCell
	dayCell
)

// same reports whether two contents are one, as a reader compares them.
func (c content) same(o content) bool {
	return c.is == o.is && c.text == o.text && c.number == o.number && c.day.Equal(o.day)
}

// maxCell is how many characters of a text a cell gets. A workbook holds
// 32,767 units of UTF-16, of which a character takes up to two.
const maxCell = 16000

// cutMark stands at the end of a text that did not fit into its cell.
const cutMark = "… (the rest is kept with the workbook)"

// showText is a text as a cell holds it, and whether it holds all of it. Line
// breaks stay; control characters go; spaces round it are left to the kept
// review, since nobody sees them in a cell.
func showText(s string) (c content, exact bool) {
	shown := strings.TrimSpace(strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) || r >= 0xFDD0 && r <= 0xFDEF || r&0xFFFE == 0xFFFE {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, "\uFFFD")))
	if utf8.RuneCountInString(shown) > maxCell {
		shown = string([]rune(shown)[:maxCell-utf8.RuneCountInString(cutMark)]) + cutMark
	}
	if shown == "" {
		return content{}, s == ""
	}
	return content{is: textCell, text: shown}, shown == s
}

// showNumber is a number as a cell holds it: as a number where that is exact,
// else as a text.
func showNumber(n fidelity.Number) content {
	f, written := n.Float(), n.Exact()
	if strconv.FormatFloat(f, 'f', -1, 64) != written {
		return content{is: textCell, text: written}
	}
	return content{is: numberCell, number: f}
}

// showDate is a day as a date; a month, and a day that a workbook cannot hold,
// as a text.
func showDate(d fidelity.Date) content {
	switch {
	case d.IsZero():
		return content{}
	case d.Day == 0 || d.Year <= 1900:
		return content{is: textCell, text: d.String()}
	}
	return content{is: dayCell, day: time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)}
}

// showAnswer is an answer by its label.
func showAnswer(list []answer, id string) content {
	for _, a := range list {
		if a.id == id {
			return content{is: textCell, text: a.label}
		}
	}
	c, _ := showText(id)
	return c
}

// showRating is a decision on an item as a cell of scores holds it.
func showRating(r fidelity.Rating, list []answer) content {
	if score, ok := r.Score(); ok {
		return content{is: numberCell, number: float64(score)}
	}
	if r.Decided() {
		return showAnswer(list, notEnough)
	}
	return content{}
}

// showFact is the answer to a fact.
func showFact(def *fidelity.Fact, f *field, v fidelity.Value) content {
	switch {
	case !v.Given():
		return content{}
	case !v.Known():
		return content{is: textCell, text: unknownLabel}
	case def.Kind == fidelity.Whole:
		n, _ := v.Number()
		return showNumber(n)
	}
	place, _ := v.Answer()
	return showAnswer(f.answers, def.Choices()[place])
}

// show is what the cell of a field holds for a value of its column.
func show(def *fidelity.Column, f *field, v fidelity.Value) content {
	weeks := v.Calendar()
	switch {
	case !v.Given():
		return content{}
	case len(weeks) > 0 && v.Known():
		if f.part == partWeek && f.place <= len(weeks) && weeks[f.place-1] != nil {
			return showNumber(*weeks[f.place-1])
		}
		return content{}
	case !v.Known():
		if f.part == wholeValue || f.part == partMember && f.place == 0 {
			return content{is: textCell, text: unknownLabel}
		}
		return content{}
	}
	switch def.Kind {
	case fidelity.YesNo, fidelity.Choice:
		place, _ := v.Answer()
		return showAnswer(f.answers, def.Choices()[place])
	case fidelity.Set:
		if v.Has(f.place) {
			return showAnswer(f.answers, "yes")
		}
		return showAnswer(f.answers, "no")
	case fidelity.Percent:
		return showPercent(f, v)
	case fidelity.Code, fidelity.Text, fidelity.Month:
		c, _ := showText(v.Text())
		return c
	}
	if f.part != wholeValue {
		return content{}
	}
	n, _ := v.Number()
	return showNumber(n)
}

// showPercent is a share as a part and its base where it was written so, and
// as a number else.
func showPercent(f *field, v fidelity.Value) content {
	part, base, fraction := strings.Cut(v.Text(), "/")
	if !fraction {
		if f.part != wholeValue {
			return content{}
		}
		n, _ := v.Number()
		return showNumber(n)
	}
	side := part
	switch f.part {
	case partOf:
	case partBase:
		side = base
	default:
		return content{}
	}
	n, err := fidelity.ParseNumber(strings.TrimSpace(side))
	if err != nil {
		return content{}
	}
	return showNumber(n)
}

// exactly reports whether the cells say all that the file said: the number is
// written as a cell's number is, and no text was cut.
func exactly(def *fidelity.Column, v fidelity.Value) bool {
	weeks := v.Calendar()
	switch {
	case !v.Given():
		return true
	case len(weeks) > 0 && weeks[len(weeks)-1] == nil:
		return false // where a series ends cells do not say
	case !v.Known():
		return true
	}
	switch def.Kind {
	case fidelity.Percent:
		if v.Text() == "" {
			return true
		}
		for _, side := range strings.SplitN(v.Text(), "/", 2) {
			n, err := fidelity.ParseNumber(side)
			if err != nil || n.Exact() != side {
				return false
			}
		}
	case fidelity.Code, fidelity.Text, fidelity.Month:
		_, exact := showText(v.Text())
		return exact
	}
	return true
}

// showSource says whether an item's sources have one.
func showSource(f *field, sources []answer, has []string) content {
	if slices.Contains(has, sources[f.place].id) {
		return showAnswer(f.answers, "yes")
	}
	return content{}
}

// ordered reports whether the sources are some of the scale's, in its order,
// which is all that their cells say.
func ordered(sources []answer, has []string) bool {
	at := 0
	for _, id := range has {
		next := slices.IndexFunc(sources[at:], func(a answer) bool { return a.id == id })
		if next < 0 {
			return false
		}
		at += next + 1
	}
	return true
}
