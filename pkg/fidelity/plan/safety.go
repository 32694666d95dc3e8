package plan

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/stats"
)

// Safety says how few records, answered otherwise, would give an item another
// score, and what its sample allows to be said about all that were not read.
// The score is the one that the evidence settles on, whatever a reviewer said.
type Safety struct {
	Item, Score int
	Up, Down    Margin
	// Share is the 95% interval of a share among all the records there are,
	// from 0 to 1; it stands only where Sampling is Drawn.
	Share    stats.Interval
	Sampling Sampling
	Records  int   // that were read, for the interval
	Listed   int   // that there were to pick from; 0 where not known
	Days     *Days // of a median
}

// Margin is how many records lie between a score and another. Records is 0
// where no number of them alone would change it.
type Margin struct {
	Measure int
	Table   int
	Column  int // of a ratio: what is counted; else -1
	Records int
	More    bool   // more of what the measure counts, else fewer
	Of      int    // records that the measure rests on
	To      int    // the score with them
	Edits   []Edit // what was changed to see it, a record each
}

// Sampling says how the records were picked, as far as it matters for an
// interval.
type Sampling uint8

// The ways of picking.
const (
	NoShare Sampling = iota // the item rests on no share of records
	NotTold                 // the review does not say how they were picked
	Whole                   // all were read: there is nothing to infer
	Drawn                   // at random, or every so many of a whole list
	Picked                  // by the service or otherwise: no interval stands
	Alike                   // drawn, but what is counted comes several to a record, and those are alike: no interval stands
)

// Days is what is behind a median.
type Days struct {
	Measure       int
	Values        []fidelity.Number // in rising order
	Waiting       int               // of them, still waiting
	Mean, Longest fidelity.Number
	Median        fidelity.Number
	ListThem      bool // fewer than five: a median says little
}

// fewValues is how many values are listed instead of summed up.
const fewValues = 5

// SafetyOf says how safe the score of an item is. It returns nil for an item
// that the evidence does not settle, or that rests on no records.
func SafetyOf(a *fidelity.Assessment, item int) *Safety {
	score, ok := a.Items[item].Settled()
	def := &a.Scale().Items()[item]
	if !ok || def.Each != "" || len(def.Measures) == 0 || a.Review().Kept != nil {
		return nil
	}
	b := &builder{review: a.Review(), scale: a.Scale(), item: item, def: def}
	s := &Safety{Item: item, Score: score}
	found := false
	for m := range def.Measures {
		got := &a.Items[item].Measures[m]
		if got.Of == 0 || def.Measures[m].Calc == fidelity.MeanOf || def.Measures[m].Calc == fidelity.LargestOf {
			continue
		}
		found = true
		for _, more := range []bool{false, true} {
			margin := b.margin(a, m, score, more)
			side := &s.Up
			if margin.To < score {
				side = &s.Down
			}
			if margin.Records > 0 && (side.Records == 0 || margin.Records < side.Records) {
				*side = margin
			}
		}
		if s.Sampling == NoShare && got.Used == got.Of {
			s.sample(a, b.tableOf(&def.Measures[m]), def.Measures[m].Calc, got)
		}
		if def.Measures[m].Calc == fidelity.Median && s.Days == nil {
			s.Days = b.days(a, m)
		}
	}
	if !found {
		return nil
	}
	return s
}

// margin counts how many records it takes, more or fewer of what a measure
// counts, until the item surely has another score.
func (b *builder) margin(a *fidelity.Assessment, m, score int, more bool) Margin {
	w := b.start()
	out := Margin{Measure: m, Table: b.tableOf(&b.def.Measures[m]), Column: -1, More: more, Of: a.Items[b.item].Measures[m].Used}
	if b.def.Measures[m].Calc == fidelity.Ratio {
		out.Column = b.column(&b.def.Measures[m], 0)
	}
	for out.Records < mostRecords {
		e, ok := w.next(out.Table, m, more)
		if !ok {
			break
		}
		apply(w.review, b.item, out.Table, &e)
		w.assess()
		out.Records++
		out.Edits = append(out.Edits, e)
		if it := &w.a.Items[b.item]; it.Low > score || it.High < score {
			out.To = it.Low
			if it.High < score {
				out.To = it.High
			}
			return out
		}
	}
	return Margin{}
}

// mostRecords bounds how far is counted: beyond it a score is safe enough.
const mostRecords = 60

// next is the record that moves a measure most: one more that counts, or one
// fewer.
func (w *work) next(t, m int, more bool) (Edit, bool) {
	def := &w.def.Measures[m]
	none := Edit{}
	switch def.Calc {
	case fidelity.Share, fidelity.Count:
		cells, ok := w.meeting(def.Where, t)
		if !more {
			cells, ok = w.failing(def.Where, t)
		}
		for _, c := range w.a.Working(w.item, m) {
			if ok && c.Counted != fidelity.Maybe && (c.Counted == fidelity.Yes) != more {
				return Edit{Fact: -1, Row: c.Row, Cells: cells}, true
			}
		}
	case fidelity.Distinct, fidelity.Spread:
		return w.another(t, w.column(def, 0), more)
	case fidelity.Ratio:
		rows := w.counted(m, t, w.column(def, 0), w.column(def, 1))
		unit := unitOf(w.table(t).Columns[w.column(def, 0)].Kind)
		for _, r := range rows {
			to := r.value.Add(unit)
			if !more {
				to = r.value.Sub(unit)
			}
			if w.fits(t, r.row, w.column(def, 0), to) {
				return Edit{Fact: -1, Row: r.row, Cells: []Cell{{Column: w.column(def, 0), Value: fidelity.NumberValue(to)}}}, true
			}
		}
	case fidelity.Median:
		return w.pushed(t, m, more)
	}
	return none, false
}

// pushed moves the value at one end of a median to the other end.
func (w *work) pushed(t, m int, more bool) (Edit, bool) {
	def := &w.def.Measures[m]
	column, instead := w.column(def, 0), -1
	if def.OrElse != nil {
		_, instead = w.place(def.OrElse.Column)
	}
	best, far, ends := -1, fidelity.Number{}, fidelity.Number{}
	for _, c := range w.a.Working(w.item, m) {
		v := w.cell(t, c.Row, column)
		if !v.Known() && instead >= 0 {
			v = w.cell(t, c.Row, instead)
		}
		n, ok := v.Number()
		if !ok || c.Counted != fidelity.Yes {
			continue
		}
		if best < 0 || (n.Cmp(far) < 0) == more && n.Cmp(far) != 0 {
			best, far = c.Row, n
		}
		if n.Cmp(ends) > 0 {
			ends = n
		}
	}
	to := fidelity.Int(0)
	if more {
		to = ends.Add(fidelity.Int(1000))
	}
	if best < 0 || far.Cmp(to) == 0 {
		return Edit{}, false
	}
	e := Edit{Fact: -1, Row: best, Cells: []Cell{{Column: column, Value: fidelity.NumberValue(to)}}}
	if instead >= 0 {
		e.Cells = append(e.Cells, Cell{Column: instead})
	}
	return e, true
}

// another makes the values of a column more alike by one row, or less.
func (w *work) another(t, column int, more bool) (Edit, bool) {
	def := w.table(t)
	groups := map[string][]int{}
	var keys []string
	for r := range w.review.Rows(def.ID) {
		k := key(&def.Columns[column], w.cell(t, r, column))
		if k == "" {
			continue
		}
		if groups[k] == nil {
			keys = append(keys, k)
		}
		groups[k] = append(groups[k], r)
	}
	if len(keys) == 0 {
		return Edit{}, false
	}
	// The largest group first, of equally large ones the first of the table.
	slices.SortStableFunc(keys, func(x, y string) int { return len(groups[y]) - len(groups[x]) })
	largest, smallest := groups[keys[0]], groups[keys[len(keys)-1]]
	switch {
	case more && len(largest) > 1:
		return Edit{Fact: -1, Row: largest[len(largest)-1], Cells: []Cell{{Column: column, Fresh: true}}}, true
	case !more && len(keys) > 1:
		return Edit{Fact: -1, Row: smallest[len(smallest)-1], Cells: []Cell{{Column: column, Value: w.cell(t, largest[0], column)}}}, true
	}
	return Edit{}, false
}

// failing returns a cell with which a row surely misses a condition.
func (b *builder) failing(c fidelity.Condition, table int) ([]Cell, bool) {
	for _, part := range c.All {
		if cells, ok := b.failing(part, table); ok {
			return cells, true
		}
	}
	var all []Cell
	for _, part := range c.Any {
		cells, ok := b.failing(part, table)
		if !ok {
			return nil, false
		}
		all = append(all, cells...)
	}
	if c.Name == "" {
		return all, len(all) > 0
	}
	at, ok := b.scale.ColumnAt(table, c.Name)
	if !ok {
		return nil, false
	}
	col := &b.scale.Definition().Tables[table].Columns[at]
	answer := slices.Index(col.Choices(), c.Answer)
	switch {
	case c.Op == fidelity.IsAnswer && answer > 0, c.Op == fidelity.AtLeastAnswer && answer > 0:
		return []Cell{{Column: at, Value: fidelity.AnswerValue(answer - 1)}}, true
	case c.Op == fidelity.IsAnswer && len(col.Choices()) > 1:
		return []Cell{{Column: at, Value: fidelity.AnswerValue(1)}}, true
	}
	return nil, false
}

// sample says what the sample allows. An interval takes records that were drawn
// one by one: a share of them has one, while of things that come several to a
// record, such as the contacts of a client, those of one record are alike.
func (s *Safety) sample(a *fidelity.Assessment, table int, calc fidelity.Calculation, got *fidelity.Measured) {
	def := &a.Scale().Definition().Tables[table]
	sample, told := a.Review().Samples[def.ID]
	s.Records = got.Of
	if sample.Of != nil {
		s.Listed = *sample.Of
	}
	share := calc == fidelity.Share
	switch {
	case !told || sample.Picked == "":
		if share {
			s.Sampling = NotTold
		}
	case sample.Picked == "all" || s.Listed > 0 && s.Records >= s.Listed:
		s.Sampling = Whole
	case sample.Picked != "random" && sample.Picked != "every-kth":
		s.Sampling = Picked
	case calc == fidelity.Ratio:
		s.Sampling = Alike
	case share:
		part, _ := got.Part.Int()
		var ok bool
		if s.Share, ok = stats.WilsonOf(part, s.Records, s.Listed); ok {
			s.Sampling = Drawn
		}
	}
}

// days lists what a median rests on.
func (b *builder) days(a *fidelity.Assessment, m int) *Days {
	def := &b.def.Measures[m]
	w := &work{builder: b, review: b.review, a: a}
	t, column := b.tableOf(def), b.column(def, 0)
	d := &Days{Measure: m}
	sum := fidelity.Number{}
	for _, c := range a.Working(b.item, m) {
		v := w.cell(t, c.Row, column)
		if c.Why == fidelity.CountedElse && def.OrElse != nil {
			_, instead := b.place(def.OrElse.Column)
			v = w.cell(t, c.Row, instead)
			d.Waiting++
		}
		if n, ok := v.Number(); ok && c.Counted == fidelity.Yes {
			d.Values, sum = append(d.Values, n), sum.Add(n)
		}
	}
	if len(d.Values) == 0 {
		return nil
	}
	slices.SortFunc(d.Values, fidelity.Number.Cmp)
	n := len(d.Values)
	d.Mean, d.Longest = mustDiv(sum, fidelity.Int(n)), d.Values[n-1]
	d.Median = mustDiv(d.Values[(n-1)/2].Add(d.Values[n/2]), fidelity.Int(2))
	d.ListThem = n < fewValues
	return d
}
