package workbook

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// cellValue is the value of one of the cells that make a value together.
type cellValue struct {
	field *field
	value source.Value
	given bool
}

func (c cellValue) text() string { text, _ := c.value.Text(); return text }

// fault is what is wrong with values that do not go together.
type fault struct {
	field  *field
	remark remark
}

// together makes one value of the cells of a column.
func together(cells []cellValue) (v source.Value, wrongIn *fault) {
	var whole, part, base *cellValue
	var members, weeks []cellValue
	for i := range cells {
		switch c := &cells[i]; c.field.part {
		case wholeValue:
			whole = c
		case partOf:
			part = c
		case partBase:
			base = c
		case partMember:
			members = append(members, *c)
		case partWeek:
			weeks = append(weeks, *c)
		}
	}
	switch {
	case members != nil:
		return memberSet(members)
	case part != nil && base != nil && (part.given || base.given):
		return partOfBase(whole, part, base)
	case anyGiven(weeks):
		return weekSeries(whole, weeks)
	case whole != nil && whole.given:
		return whole.value, nil
	}
	return v, nil
}

func anyGiven(cells []cellValue) bool {
	for _, c := range cells {
		if c.given {
			return true
		}
	}
	return false
}

// memberSet has the members that are answered with yes.
func memberSet(members []cellValue) (source.Value, *fault) {
	if !anyGiven(members) {
		return source.Value{}, nil
	}
	var list []source.Value
	unknown := false
	for _, m := range members {
		_, id, _ := strings.Cut(m.field.key, partMark)
		switch text := m.text(); {
		case text == "yes":
			list = append(list, source.Plain(id))
		case text == unknownID:
			unknown = true
		case !m.given || text == "no" || m.value.IsZero():
		default:
			return source.Value{}, &fault{m.field, wrong("%q is not one of the answers; write yes, no or not known", shortened(text))}
		}
	}
	if unknown {
		return source.Plain(unknownID), nil
	}
	return source.List(list...), nil
}

// partOfBase is a part of its base.
func partOfBase(whole, part, base *cellValue) (source.Value, *fault) {
	switch {
	case !base.given:
		return source.Value{}, &fault{base.field, wrong("the part stands beside this cell without its base; write here what it is out of, such as 37.5")}
	case !part.given:
		return source.Value{}, &fault{part.field, wrong("the base stands beside this cell without the part; write here how much of it counts")}
	case whole != nil && whole.given:
		return source.Value{}, &fault{whole.field, remark{source.Error, source.CodeConflict, "a percent stands here, and a part with its base beside it; keep one of the two"}}
	case part.value.IsZero() || base.value.IsZero():
		return source.Value{}, nil // told already
	case part.text() == unknownID || base.text() == unknownID:
		return source.Plain(unknownID), nil
	}
	return source.Plain(part.text() + "/" + base.text()), nil
}

// weekSeries is the figures of the weeks, to the last that has one.
func weekSeries(whole *cellValue, weeks []cellValue) (source.Value, *fault) {
	if whole != nil && whole.given {
		return source.Value{}, &fault{whole.field, remark{source.Error, source.CodeConflict, "a number for a usual week stands here, and figures by weeks beside it; keep one of the two"}}
	}
	last := 0
	for i, w := range weeks {
		if w.given {
			last = i + 1
		}
	}
	var list []source.Value
	for _, w := range weeks[:last] {
		if text := w.text(); !w.given || text == unknownID || w.value.IsZero() {
			list = append(list, source.Null())
		} else {
			list = append(list, w.value)
		}
	}
	return source.List(list...), nil
}
