package workbook

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// rowScores are the scores of every row, for an item that is scored so.
type rowScores struct {
	low, high vec // of rows that count; notThere for the others
	counted   string
}

// rowFigureOf works out a measure of every row, rounded.
func (w *itemWork) rowFigureOf(m *fidelity.Measure) (rowFigure, error) {
	var failed error
	side := func(high bool) vec {
		return w.every(w.each, w.def.ID+" "+m.ID, func(r int) string {
			low, top, err := w.ofRow(m, r)
			if err != nil {
				failed = err
				return "0"
			}
			if high {
				low = top
			}
			return rounded(low)
		})
	}
	f := rowFigure{low: side(false)}
	if failed == nil {
		f.high = side(true)
	}
	return f, failed
}

// ofRow is a measure of one row: formulas of its lowest and highest value.
func (w *itemWork) ofRow(m *fidelity.Measure, r int) (low, high string, err error) {
	if m.Calc == fidelity.LargestOf {
		return w.largestOfRow(m, r)
	}
	var cells []string
	for _, name := range m.Columns {
		c, ok := w.review.Scale().ColumnAt(w.each, name)
		if !ok {
			return "", "", fmt.Errorf("%s is no column", name)
		}
		v, err := w.value(w.each, c)
		if err != nil {
			return "", "", err
		}
		w.used[c] = true
		cells = append(cells, v.cell(r))
	}
	lacks, value := "("+cells[0]+"<0)", cells[0]
	if m.Calc == fidelity.Ratio {
		lacks = fmt.Sprintf("((%s<0)+(%s<=0)>0)", cells[0], cells[1])
		value = cells[0] + "/" + cells[1]
		if m.Times > 1 {
			value += "*" + itoa(m.Times)
		}
	}
	return fmt.Sprintf("IF(%s,-%s,%s)", lacks, farOut, value), fmt.Sprintf("IF(%s,%s,%s)", lacks, farOut, value), nil
}

// largestOfRow takes the largest of several measures of a row, those left out
// whose condition does not hold. Where none surely counts, nothing is known.
func (w *itemWork) largestOfRow(m *fidelity.Measure, r int) (low, high string, err error) {
	var surely []string
	for i := range m.Parts {
		part := &m.Parts[i]
		a, b, err := w.ofRow(part, r)
		if err != nil {
			return "", "", err
		}
		when := always
		if !part.When.IsZero() {
			if when, err = w.condition(&part.When, w.each, r, true); err != nil {
				return "", "", err
			}
			w.uses(&part.When)
		}
		surely = append(surely, "("+when.surely+">0)")
		a = fmt.Sprintf("IF(%s>0,%s,-%s)", when.surely, a, farOut)
		b = fmt.Sprintf("IF(%s>0,%s,-%s)", when.maybe, b, farOut)
		if i == 0 {
			low, high = a, b
			continue
		}
		low = fmt.Sprintf("IF(%s>%s,%s,%s)", low, a, low, a)
		high = fmt.Sprintf("IF(%s>%s,%s,%s)", high, b, high, b)
	}
	sure := strings.Join(surely, "+")
	return fmt.Sprintf("IF(%s=0,-%s,%s)", sure, farOut, low), fmt.Sprintf("IF(%s=0,%s,%s)", sure, farOut, high), nil
}

// uses notes the columns that a condition asks about.
func (w *itemWork) uses(c *fidelity.Condition) {
	given := map[string]bool{}
	eachName(c, func(c *fidelity.Condition) {
		if c.Op == fidelity.GivenCell {
			given[c.Name] = true
		}
	})
	eachName(c, func(c *fidelity.Condition) {
		if w.isName(c.Name) {
			return
		}
		if col, ok := w.review.Scale().ColumnAt(w.each, c.Name); ok {
			// A blank that the condition asks about is an answer.
			w.used[col] = w.used[col] || !given[c.Name]
		}
	})
}

// isName says whether a name is one of the item's, and so no column's.
func (w *itemWork) isName(name string) bool {
	for i := range w.def.Measures {
		if w.def.Measures[i].ID == name {
			return true
		}
	}
	for i := range w.def.Facts {
		if w.def.Facts[i].ID == name {
			return true
		}
	}
	return false
}

// rowsOf scores every row of an item.
func (w *itemWork) rowsOf() (rowScores, error) {
	t := w.each
	there := w.table(t).present
	for m := range w.def.Measures {
		if w.measures[m] == nil {
			f, err := w.rowFigureOf(&w.def.Measures[m])
			if err != nil {
				return rowScores{}, err
			}
			w.inRow[m] = f
		}
	}
	conditions := []fidelity.Condition{w.def.LeaveOut, w.def.Requires}
	for _, a := range w.def.Anchors {
		conditions = append(conditions, a.When)
	}
	for i := range conditions {
		w.uses(&conditions[i])
	}
	scores := w.review.Scale().Scores()
	var failed error
	side := func(name string, best bool) vec {
		return w.every(t, w.def.ID+": "+name, func(r int) string {
			low, high, err := w.anchorsOf(t, r)
			out := holds{"0", "0"}
			if err == nil && !w.def.LeaveOut.IsZero() {
				out, err = w.condition(&w.def.LeaveOut, t, r, true)
			}
			if err != nil {
				failed = err
				return "0"
			}
			score, open := low, scores.Min
			if best {
				score, open = high, scores.Max
			}
			return fmt.Sprintf("IF(%s<>1,%s,IF(%s>0,%s,IF(%s>0,%d,%s)))", there.cell(r), notThere, out.surely, notThere, out.maybe, open, score)
		})
	}
	out := rowScores{low: side("lowest", false)}
	if failed == nil {
		out.high = side("highest", true)
	}
	if failed != nil {
		return rowScores{}, failed
	}
	out.counted = w.single(w.def.ID+": rows that count", fmt.Sprintf("SUMPRODUCT((%s<>%s)*1)", out.low.all(), notThere))
	var blanks []string
	for c := range w.review.Scale().Definition().Tables[t].Columns {
		blank, used := w.used[c]
		if !used {
			continue
		}
		v, err := w.value(t, c)
		if err != nil {
			return rowScores{}, err
		}
		w.useAll(v)
		count := fmt.Sprintf("(%s=%s)", v.all(), notKnown)
		if !blank {
			id := w.review.Scale().Definition().Tables[t]
			count += fmt.Sprintf(`*(%s<>"")`, w.givenAll(t, id.ID+"."+id.Columns[c].ID))
		}
		blanks = append(blanks, count)
	}
	if len(blanks) > 0 {
		open := fmt.Sprintf("SUMPRODUCT((%s<>%s)*(%s))", out.low.all(), out.high.all(), strings.Join(blanks, "+"))
		w.missing = append(w.missing, w.single(w.def.ID+": missing in rows", open))
	}
	return out, nil
}
