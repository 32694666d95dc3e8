package workbook

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// itemWork is an item while its formulas are being made.
type itemWork struct {
	*working
	def      *fidelity.Item
	place    int
	facts    []string  // a cell for each
	measures []*figure // of all rows, by the item's measures; nil for those of a row
	// Under each:
	each    int
	inRow   []rowFigure // by the item's measures
	used    map[int]bool
	odd     []string // what makes the item one for the tool
	missing []string // what counts what is missing
}

// rowFigure is a measure of every row, rounded.
type rowFigure struct{ low, high vec }

// holds are the two formulas of a condition.
type holds struct{ surely, maybe string }

var always = holds{"1", "1"}

// condition translates a condition. Names are those of the item, or with a row
// (from 0) also those of its columns; without names those of the columns alone.
func (w *itemWork) condition(c *fidelity.Condition, t, r int, names bool) (holds, error) {
	switch {
	case len(c.Any) > 0:
		return w.joined(c.Any, t, r, names, "+")
	case c.Name == "":
		return w.joined(c.All, t, r, names, "*")
	case names:
		for m := range w.def.Measures {
			if w.def.Measures[m].ID == c.Name {
				return w.ofMeasure(c, m, r)
			}
		}
		for f := range w.def.Facts {
			if w.def.Facts[f].ID == c.Name {
				return w.ofValue(c, w.facts[f], w.def.Facts[f].Choices(), "")
			}
		}
	}
	if t < 0 {
		return holds{}, fmt.Errorf("%s is no name of the item", c.Name)
	}
	def := &w.review.Scale().Definition().Tables[t]
	col, ok := w.review.Scale().ColumnAt(t, c.Name)
	if !ok {
		return holds{}, fmt.Errorf("%s is no column", c.Name)
	}
	v, err := w.value(t, col)
	if err != nil {
		return holds{}, err
	}
	if r < 0 {
		return holds{}, fmt.Errorf("%s is asked of no row", c.Name)
	}
	return w.ofValue(c, v.cell(r), def.Columns[col].Choices(), w.given(t, def.ID+"."+c.Name, r))
}

// joined joins the parts of a condition: "*" for all of them, "+" for any.
func (w *itemWork) joined(parts []fidelity.Condition, t, r int, names bool, by string) (holds, error) {
	if len(parts) == 0 {
		return always, nil
	}
	var surely, maybe []string
	for i := range parts {
		h, err := w.condition(&parts[i], t, r, names)
		if err != nil {
			return holds{}, err
		}
		surely, maybe = append(surely, h.surely), append(maybe, h.maybe)
	}
	join := func(list []string) string {
		if by == "+" && len(list) > 1 {
			return "((" + strings.Join(list, "+") + ")>0)"
		}
		return "(" + strings.Join(list, by) + ")"
	}
	return holds{join(surely), join(maybe)}, nil
}

// ofMeasure compares what is known of a measure with a threshold.
func (w *itemWork) ofMeasure(c *fidelity.Condition, m, r int) (holds, error) {
	low, high := "", ""
	switch {
	case w.measures[m] != nil:
		low, high = w.measures[m].roundLow, w.measures[m].roundHigh
	case r >= 0:
		low, high = w.inRow[m].low.cell(r), w.inRow[m].high.cell(r)
	default:
		return holds{}, fmt.Errorf("%s is of a row", c.Name)
	}
	limit := w.threshold(c)
	a, b := low+c.Op.String()+limit, high+c.Op.String()+limit
	return holds{"(" + a + ")*(" + b + ")", "((" + a + ")+(" + b + ")>0)"}, nil
}

// ofValue compares a fact or a cell. Cell is where it was filled in.
func (w *itemWork) ofValue(c *fidelity.Condition, v string, choices []string, cell string) (holds, error) {
	known, is := "("+v+">=0)", ""
	switch c.Op {
	case fidelity.GivenCell:
		if cell == "" || strings.HasSuffix(cell, "$") {
			return holds{}, fmt.Errorf("%s is no single cell", c.Name)
		}
		given := "(" + cell + `<>"")`
		return holds{given, given}, nil
	case fidelity.AtLeastAnswer, fidelity.IsAnswer:
		place := indexOf(choices, c.Answer)
		if place < 0 {
			return holds{}, fmt.Errorf("%s has no answer %s", c.Name, c.Answer)
		}
		sign := "="
		if c.Op == fidelity.AtLeastAnswer {
			sign = ">="
		}
		is = fmt.Sprintf("(%s%s%d)", v, sign, place)
	default:
		is = fmt.Sprintf("(%s%s%s)", rounded(v), c.Op, w.threshold(c))
	}
	return holds{known + "*" + is, "(1-" + known + "*(1-" + is + "))"}, nil
}

// rounded rounds half up as the engine does. Nine decimals first take away
// what binary numbers add, so that 0.7+0.1+0.2 is 1.
func rounded(x string) string { return "ROUND(ROUND(" + x + ",9),0)" }

// threshold is where the Lists sheet has the number of a comparison.
func (w *itemWork) threshold(c *fidelity.Condition) string {
	return w.limit(w.def.ID, c.Name+" "+c.Op.String(), c.Number.Exact())
}

// anchorsOf are the formulas of the lowest and the highest score.
func (w *itemWork) anchorsOf(t, r int) (low, high string, err error) {
	scores := w.review.Scale().Scores()
	low, high = itoa(scores.Min), itoa(scores.Min)
	if len(w.def.Anchors) == 0 {
		return low, itoa(scores.Max), nil
	}
	requires, err := w.condition(&w.def.Requires, t, r, true)
	if err != nil {
		return "", "", err
	}
	anchors := ascending(w.def.Anchors)
	for i := range anchors {
		h, err := w.condition(&anchors[i].When, t, r, true)
		if err != nil {
			return "", "", err
		}
		if !w.def.Requires.IsZero() {
			h = holds{h.surely + "*" + requires.surely, h.maybe + "*" + requires.maybe}
		}
		low = fmt.Sprintf("IF(%s>0,%d,%s)", h.surely, anchors[i].Score, low)
		high = fmt.Sprintf("IF(%s>0,%d,%s)", h.maybe, anchors[i].Score, high)
	}
	return low, high, nil
}
