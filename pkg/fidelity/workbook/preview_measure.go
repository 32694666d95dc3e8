package workbook

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// figure is a measure of all rows: cells of the working sheet.
type figure struct {
	table               int
	low, high           string // -1E+9 and 1E+9 where nothing is known
	roundLow, roundHigh string
	used, missing       string // rows with an answer, and blanks that count
	columns             []int  // whose blanks count
}

// figureOf works out a measure of all rows.
func (w *itemWork) figureOf(m *fidelity.Measure) (*figure, error) {
	t, columns, err := w.columnsOf(m)
	if err != nil {
		return nil, err
	}
	cells := w.table(t)
	scope, asked, err := w.scope(m, t)
	if err != nil {
		return nil, err
	}
	name := w.def.ID + " " + m.ID
	var vectors []vec
	for _, c := range columns {
		v, err := w.value(t, c)
		if err != nil {
			return nil, err
		}
		w.useAll(v)
		vectors = append(vectors, v)
	}
	for _, c := range asked {
		v, err := w.value(t, c)
		if err != nil {
			return nil, err
		}
		w.useAll(v)
	}
	f := &figure{table: t, columns: append(slices.Clone(columns), asked...)}
	low, high := "", ""
	times := ""
	if m.Times > 1 {
		times = "*" + itoa(m.Times)
	}
	sampled := w.review.Scale().Definition().Tables[t].Sampled
	blanks := slices.Clone(vectors)
	switch m.Calc {
	case fidelity.Ratio:
		part, base := vectors[0].all(), vectors[1].all()
		both := fmt.Sprintf("(%s=1)*(%s>=0)*(%s>=0)", scope.surely.all(), part, base)
		f.used = w.single(name+": rows", "SUMPRODUCT("+both+")")
		sum := w.single(name+": part", "SUMPRODUCT("+both+"*"+part+")")
		of := w.single(name+": base", "SUMPRODUCT("+both+"*"+base+")")
		open := w.gaps(name, scope, f.used, "", sampled)
		low = fmt.Sprintf("IF((%s>0)+(%s=0)>0,-%s,%s/%s%s)", open, of, farOut, sum, of, times)
		high = fmt.Sprintf("IF((%s>0)+(%s=0)>0,%s,%s/%s%s)", open, of, farOut, sum, of, times)
	case fidelity.MeanOf, fidelity.Median:
		low, high, blanks = w.average(m, f, t, scope, vectors, name, times, sampled)
	case fidelity.Share, fidelity.Count:
		in := w.single(name+": in", fmt.Sprintf("SUMPRODUCT((%s=1)*1)", scope.surely.all()))
		may := w.single(name+": may be in", fmt.Sprintf("SUMPRODUCT((%s=1)*1)", scope.maybe.all()))
		f.used = w.single(name+": rows", fmt.Sprintf("%s-(%s-%s)", cells.count, may, in))
		low, high = in, may
		if m.Calc == fidelity.Share {
			low, high = share(in, cells.count), share(may, cells.count)
		}
	case fidelity.Distinct, fidelity.Spread:
		if w.review.Scale().Definition().Tables[t].Columns[columns[0]].Default != "" {
			return nil, fmt.Errorf("%s counts a default", m.ID)
		}
		low, high = w.variety(m, f, vectors[0], cells.count, name)
	default:
		return nil, fmt.Errorf("%s is a calculation that formulas do not do", m.ID)
	}
	something := cells.count
	if m.Calc == fidelity.Count {
		something = cells.looked // no rows are none, where somebody has looked
	}
	low, high = known(something, low, "-"+farOut), known(something, high, farOut)
	w.finishFigure(f, name, low, high)
	var counts []string
	for _, c := range asked {
		v, _ := w.value(t, c)
		blanks = append(blanks, v)
	}
	for _, v := range blanks {
		counts = append(counts, fmt.Sprintf("(%s=%s)", v.all(), notKnown))
	}
	if len(counts) > 0 {
		f.missing = w.single(name+": missing", fmt.Sprintf("IF(%s=%s,0,SUMPRODUCT((%s=1)*(%s)))", f.low, f.high, scope.maybe.all(), strings.Join(counts, "+")))
	}
	return f, nil
}

// known takes a value where there is something to take it from.
func known(something, value, otherwise string) string {
	return fmt.Sprintf("IF(%s>0,%s,%s)", something, value, otherwise)
}

func share(n, of string) string { return fmt.Sprintf("100*%s/%s", n, of) }

// finishFigure writes the ends of a measure, as they are and rounded.
func (w *itemWork) finishFigure(f *figure, name, low, high string) {
	f.low, f.high = w.single(name+": lowest", low), w.single(name+": highest", high)
	f.roundLow = w.single(name+": lowest, rounded", rounded(f.low))
	f.roundHigh = w.single(name+": highest, rounded", rounded(f.high))
}

// rowScope says for every row whether a measure is about it.
type rowScope struct{ surely, maybe vec }

// scope works out which rows a measure is about, and which columns say so.
func (w *itemWork) scope(m *fidelity.Measure, t int) (rowScope, []int, error) {
	there := w.table(t).present
	if m.Where.IsZero() {
		return rowScope{there, there}, nil, nil
	}
	var parts [2]vec
	var failed error
	for side := range parts {
		parts[side] = w.every(t, w.def.ID+" "+m.ID+": in scope", func(r int) string {
			h, err := w.condition(&m.Where, t, r, false)
			if err != nil {
				failed = err
				return "0"
			}
			return fmt.Sprintf("IF(%s=1,(%s>0)*1,%s)", there.cell(r), []string{h.surely, h.maybe}[side], notThere)
		})
	}
	var asked []int
	eachName(&m.Where, func(c *fidelity.Condition) {
		if col, ok := w.review.Scale().ColumnAt(t, c.Name); ok && !slices.Contains(asked, col) {
			asked = append(asked, col)
		}
	})
	return rowScope{parts[0], parts[1]}, asked, failed
}

// gaps counts the rows that keep a measure of a complete table from being
// known; rows of a sampled one are skipped.
func (w *itemWork) gaps(name string, scope rowScope, used, left string, sampled bool) string {
	if sampled {
		return "0"
	}
	return w.single(name+": rows that lack something", fmt.Sprintf("SUMPRODUCT((%s=1)*1)-%s%s", scope.maybe.all(), used, left))
}

// average is a mean, which may be weighted, or a median.
func (w *itemWork) average(m *fidelity.Measure, f *figure, t int, scope rowScope, vectors []vec, name, times string, sampled bool) (low, high string, blanks []vec) {
	value, left := vectors[0], ""
	if m.OrElse != nil {
		other := vectors[len(vectors)-1]
		limit := w.threshold(&fidelity.Condition{Name: m.OrElse.Column, Op: m.OrElse.Op, Number: m.OrElse.Number})
		own := value
		// What is left out says so, and is not missing.
		value = w.every(t, name+": or else", func(r int) string {
			return fmt.Sprintf("IF(%s<>%s,%s,IF(%s<0,%s,IF(%s%s%s,%s,-4)))",
				own.cell(r), notKnown, own.cell(r), other.cell(r), other.cell(r), rounded(other.cell(r)), m.OrElse.Op, limit, other.cell(r))
		})
		out := w.single(name+": too early", fmt.Sprintf("SUMPRODUCT((%s=1)*(%s=-4))", scope.surely.all(), value.all()))
		left = "-" + out
	}
	in := fmt.Sprintf("(%s=1)*(%s>=0)", scope.surely.all(), value.all())
	blanks = []vec{value}
	weight := ""
	if m.Weight != "" {
		v := vectors[1]
		weight = v.all()
		in += "*(" + weight + ">=0)"
		blanks = append(blanks, v)
	}
	f.used = w.single(name+": rows", "SUMPRODUCT("+in+")")
	open := w.gaps(name, scope, f.used, left, sampled)
	if m.Calc == fidelity.Median {
		list := w.every(t, name+": counted", func(r int) string {
			return fmt.Sprintf(`IF((%s=1)*(%s>=0)=1,%s,"")`, scope.surely.cell(r), value.cell(r), value.cell(r))
		})
		middle := fmt.Sprintf("MEDIAN(%s)%s", list.all(), times)
		closed := fmt.Sprintf("(%s>0)+(%s=0)>0", open, f.used)
		return fmt.Sprintf("IF(%s,-%s,%s)", closed, farOut, middle), fmt.Sprintf("IF(%s,%s,%s)", closed, farOut, middle), blanks
	}
	sum, of := "SUMPRODUCT("+in+"*"+value.all()+")", "SUMPRODUCT("+in+")"
	if weight != "" {
		sum, of = "SUMPRODUCT("+in+"*"+value.all()+"*"+weight+")", "SUMPRODUCT("+in+"*"+weight+")"
	}
	total, base := w.single(name+": sum", sum), w.single(name+": divided by", of)
	closed := fmt.Sprintf("(%s>0)+(%s=0)>0", open, base)
	mean := total + "/" + base + times
	return fmt.Sprintf("IF(%s,-%s,%s)", closed, farOut, mean), fmt.Sprintf("IF(%s,%s,%s)", closed, farOut, mean), blanks
}

// variety is how different the values of a column are. Each blank may repeat a
// value or be a new one.
func (w *itemWork) variety(m *fidelity.Measure, f *figure, v vec, count, name string) (low, high string) {
	unknown := w.single(name+": blank", fmt.Sprintf("SUMPRODUCT((%s=%s)*1)", v.all(), notKnown))
	f.used = w.single(name+": rows", count+"-"+unknown)
	if m.Calc == fidelity.Distinct {
		different := w.single(name+": different", fmt.Sprintf("ROUND(SUMPRODUCT((%s>0)/%s),0)", v.all(), v.all()))
		least := fmt.Sprintf("(%s+(%s=0)*(%s>0))", different, different, unknown)
		return share(least, count), share("("+different+"+"+unknown+")", count)
	}
	largest := w.every(f.table, name+": most so far", func(r int) string {
		if r == 0 {
			return fmt.Sprintf("IF(%s>0,%s,0)", v.cell(0), v.cell(0))
		}
		before := fmt.Sprintf("$%s%d", w.letter(w.right), v.first+r-1)
		return fmt.Sprintf("IF(%s>%s,%s,%s)", v.cell(r), before, v.cell(r), before)
	})
	most := largest.cell(largest.n - 1)
	least := fmt.Sprintf("(%s+(%s=0)*(%s>0))", most, most, unknown)
	return share(fmt.Sprintf("(%s-%s-%s)", count, most, unknown), count), share(fmt.Sprintf("(%s-%s)", count, least), count)
}

// columnsOf finds the columns of a measure of all rows in their table.
func (w *itemWork) columnsOf(m *fidelity.Measure) (table int, columns []int, err error) {
	refs := slices.Clone(m.Columns)
	if m.Weight != "" {
		refs = append(refs, m.Weight)
	}
	if m.OrElse != nil {
		refs = append(refs, m.OrElse.Column)
	}
	table = -1
	if m.Table != "" {
		table, _ = w.review.Scale().TableAt(m.Table)
	}
	for _, ref := range refs {
		id, column, _ := strings.Cut(ref, ".")
		t, ok := w.review.Scale().TableAt(id)
		if !ok {
			return 0, nil, fmt.Errorf("%s names no table", ref)
		}
		c, ok := w.review.Scale().ColumnAt(t, column)
		if !ok {
			return 0, nil, fmt.Errorf("%s names no column", ref)
		}
		table, columns = t, append(columns, c)
	}
	if table < 0 {
		return 0, nil, fmt.Errorf("%s has no table", m.ID)
	}
	return table, columns, nil
}

// useAll has the item look out for what only the tool can read.
func (w *itemWork) useAll(v vec) {
	w.odd = append(w.odd, fmt.Sprintf("SUMPRODUCT((%s=%s)*1)", v.all(), isOdd))
}

// eachName visits the comparisons of a condition.
func eachName(c *fidelity.Condition, visit func(*fidelity.Condition)) {
	if c.Name != "" {
		visit(c)
	}
	for i := range c.All {
		eachName(&c.All[i], visit)
	}
	for i := range c.Any {
		eachName(&c.Any[i], visit)
	}
}

// ascending returns the anchors from the lowest score up.
func ascending(anchors []fidelity.Anchor) []fidelity.Anchor {
	return slices.SortedStableFunc(slices.Values(anchors), func(a, b fidelity.Anchor) int { return a.Score - b.Score })
}
