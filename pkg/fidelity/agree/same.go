package agree

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// sameCell reports whether two cells say the same, however they are written:
// 64 and 64% are the same percent, ES01 and es01 the same code.
func sameCell(c *fidelity.Column, a, b fidelity.Value) bool {
	if a.Given() != b.Given() || a.Known() != b.Known() {
		return false
	}
	if !a.Known() {
		return len(a.Weeks()) == len(b.Weeks())
	}
	switch c.Kind {
	case fidelity.Code:
		return strings.EqualFold(a.Text(), b.Text())
	case fidelity.Text, fidelity.Month:
		return a.Text() == b.Text()
	case fidelity.YesNo, fidelity.Choice:
		return sameAnswer(a, b)
	case fidelity.Set:
		for place := range c.Choices() {
			if a.Has(place) != b.Has(place) {
				return false
			}
		}
		return true
	case fidelity.Series:
		return slices.EqualFunc(a.Weeks(), b.Weeks(), func(x, y fidelity.Number) bool { return x.Cmp(y) == 0 }) && sameNumber(a, b)
	}
	return sameNumber(a, b)
}

func sameFact(f *fidelity.Fact, a, b fidelity.Value) bool {
	switch {
	case a.Given() != b.Given() || a.Known() != b.Known():
		return false
	case !a.Known():
		return true
	case f.Kind == fidelity.Whole:
		return sameNumber(a, b)
	}
	return sameAnswer(a, b)
}

func sameAnswer(a, b fidelity.Value) bool {
	x, _ := a.Answer()
	y, _ := b.Answer()
	return x == y
}

func sameNumber(a, b fidelity.Value) bool {
	x, _ := a.Number()
	y, _ := b.Number()
	return x.Cmp(y) == 0
}

func sameRow(def *fidelity.Table, a, b *fidelity.Row) bool {
	for c := range def.Columns {
		if !sameCell(&def.Columns[c], a.At(c), b.At(c)) {
			return false
		}
	}
	return true
}
