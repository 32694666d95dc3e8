package ask

import (
	"fmt"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// ofFact lists the answers to a fact that can matter: all answers, or for a
// number those on both sides of each number that the rules name.
func (r *rules) ofFact(item, fact int) []fidelity.Value {
	def := &r.scale.Items()[item].Facts[fact]
	if def.Kind != fidelity.Whole {
		out := make([]fidelity.Value, len(def.Choices()))
		for i := range out {
			out[i] = fidelity.AnswerValue(i)
		}
		return out
	}
	zero := fidelity.Int(0)
	return numbers(around(r.facts[factPlace{item, fact}], zero), true, fidelity.Limits{AtLeast: &zero})
}

// ofCell lists the values of a cell that can matter, from the least to the
// largest. Review is the one to put them into.
func (r *rules) ofCell(review *fidelity.Review, t, column, row int) []fidelity.Value {
	def := &r.scale.Definition().Tables[t]
	col := &def.Columns[column]
	switch col.Kind {
	case fidelity.YesNo, fidelity.Choice:
		out := make([]fidelity.Value, len(col.Choices()))
		for i := range out {
			out[i] = fidelity.AnswerValue(i)
		}
		return out
	case fidelity.Set:
		var out []fidelity.Value
		members := make([]int, len(col.Answers))
		for i := range members {
			members[i] = i
		}
		for n := range len(members) + 1 {
			out = append(out, fidelity.SetValue(members[:n]...))
		}
		return out
	case fidelity.Text, fidelity.Code, fidelity.Month:
		return texts(review.Rows(def.ID), col, column, row)
	default:
		return r.ofNumber(review, t, column, row)
	}
}

// texts are the two answers that can matter where only sameness counts: what
// most rows say, and what no other row says.
func texts(rows []fidelity.Row, col *fidelity.Column, column, row int) []fidelity.Value {
	seen := map[string]int{}
	most := ""
	for i := range rows {
		if v := rows[i].At(column); v.Known() {
			seen[v.Text()]++
			if most == "" || seen[v.Text()] > seen[most] {
				most = v.Text()
			}
		}
	}
	own := map[fidelity.Kind]string{fidelity.Text: fmt.Sprintf("another %d", row), fidelity.Code: fmt.Sprintf("ZZZZ%d", row), fidelity.Month: "2000-01"}[col.Kind]
	same := map[fidelity.Kind]string{fidelity.Text: "another", fidelity.Code: "ZZZ1", fidelity.Month: "2000-01"}[col.Kind]
	if most != "" {
		same = most
	}
	var out []fidelity.Value
	for _, text := range []string{same, own} {
		if v, err := col.Parse(text); err == nil {
			out = append(out, v)
		}
	}
	return out
}

// ofNumber lists the numbers on both sides of each bound of the rules, worked
// out from the other cells of the row for a ratio, and the least and largest
// that the column takes. Where it takes any number, the largest is far beyond
// every bound.
func (r *rules) ofNumber(review *fidelity.Review, t, column, row int) []fidelity.Value {
	def := &r.scale.Definition().Tables[t]
	rows := review.Rows(def.ID)
	bounds := slices.Clone(r.cells[place{t, column}])
	for _, x := range r.ratios[t] {
		switch column {
		case x.part:
			if base, ok := rows[row].Get(def.Columns[x.base].ID).Number(); ok {
				bounds = append(bounds, base.Mul(x.bound))
			}
		case x.base:
			part, ok := rows[row].Get(def.Columns[x.part].ID).Number()
			if base, divides := part.Div(x.bound); ok && divides {
				bounds = append(bounds, base)
			}
		}
	}
	limits := r.limits(review, t, column, row)
	beyond := fidelity.Int(1)
	for _, b := range bounds {
		beyond = beyond.Add(b)
	}
	for i := range rows {
		for c := range def.Columns {
			if n, ok := rows[i].At(c).Number(); ok && n.Sign() > 0 {
				beyond = beyond.Add(n)
			}
		}
	}
	beyond = beyond.Mul(fidelity.Int(100)).Round()
	return numbers(around(bounds, fidelity.Int(0), fidelity.Int(1), beyond), def.Columns[column].Kind == fidelity.Whole, limits)
}

// limits are the bounds of a cell: those of its column, and the cells of the
// row that it must not exceed or stay below.
func (r *rules) limits(review *fidelity.Review, t, column, row int) fidelity.Limits {
	def := &r.scale.Definition().Tables[t]
	out := def.Columns[column].Limits
	if def.Columns[column].Kind == fidelity.Percent {
		zero, hundred := fidelity.Int(0), fidelity.Int(100)
		out.AtLeast, out.AtMost = &zero, &hundred
	}
	cells := &review.Rows(def.ID)[row]
	for c := range def.Columns {
		by, ok := r.scale.LimitedBy(t, c)
		if !ok || by != column && c != column {
			continue
		}
		if c == column {
			if n, known := cells.Get(def.Columns[by].ID).Number(); known && (out.AtMost == nil || n.Cmp(*out.AtMost) < 0) {
				out.AtMost = &n
			}
			continue
		}
		if n, known := cells.Get(def.Columns[c].ID).Number(); known && (out.AtLeast == nil || n.Cmp(*out.AtLeast) > 0) {
			out.AtLeast = &n
		}
	}
	return out
}

// around adds to bounds what lies just below and just above them.
func around(bounds []fidelity.Number, more ...fidelity.Number) []fidelity.Number {
	out := slices.Clone(more)
	for _, b := range bounds {
		out = append(out, b.Sub(fidelity.Int(1)), b, b.Add(fidelity.Int(1)))
	}
	return out
}

// numbers makes values of what the limits allow, with the limits themselves,
// in order and each once.
func numbers(list []fidelity.Number, whole bool, limits fidelity.Limits) []fidelity.Value {
	if limits.AtLeast != nil {
		list = append(list, *limits.AtLeast)
	}
	if limits.AtMost != nil {
		list = append(list, *limits.AtMost)
	}
	if limits.Above != nil {
		least, _ := fidelity.Int(1).Div(fidelity.Int(100))
		list = append(list, limits.Above.Add(least))
	}
	var fits []fidelity.Number
	for _, n := range list {
		round := []fidelity.Number{n}
		if whole && !n.IsWhole() {
			round = []fidelity.Number{n.Round(), n.Round().Sub(fidelity.Int(1)), n.Round().Add(fidelity.Int(1))}
		}
		for _, n := range round {
			if (limits.AtLeast == nil || n.Cmp(*limits.AtLeast) >= 0) && (limits.AtMost == nil || n.Cmp(*limits.AtMost) <= 0) && (limits.Above == nil || n.Cmp(*limits.Above) > 0) {
				fits = append(fits, n)
			}
		}
	}
	slices.SortFunc(fits, fidelity.Number.Cmp)
	fits = slices.CompactFunc(fits, func(x, y fidelity.Number) bool { return x.Cmp(y) == 0 })
	out := make([]fidelity.Value, len(fits))
	for i, n := range fits {
		out[i] = fidelity.NumberValue(n)
	}
	return out
}
