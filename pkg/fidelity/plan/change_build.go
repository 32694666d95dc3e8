package plan

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// builder finds the changes of one item.
type builder struct {
	review *fidelity.Review
	scale  *fidelity.Scale
	item   int
	def    *fidelity.Item
}

// work is a copy of the review on which a route is tried, part by part.
type work struct {
	*builder
	review *fidelity.Review
	a      *fidelity.Assessment // of the one item
}

func (b *builder) start() *work {
	w := &work{builder: b, review: b.review.Clone()}
	w.assess()
	return w
}

func (w *work) assess() { w.a = fidelity.AssessOnly(w.review, w.item) }

func (w *work) apply(p *Part) {
	w.make(p)
	w.assess()
}

// make makes a part without looking what becomes of the score.
func (w *work) make(p *Part) {
	for i := range p.first() {
		apply(w.review, w.item, p.Table, &p.Edits[i])
	}
}

// count asks for as many further facts as the score takes.
func (b *builder) count(a *fidelity.Assessment, to int) []Route {
	w := b.start()
	p := Part{Kind: PartFacts, Table: -1, Row: -1, Column: -1, Measure: -1, Of: a.Items[b.item].Facts.Of, Known: true}
	for f, v := range b.review.Findings[b.item].Facts {
		yes := len(b.def.Facts[f].Choices()) - 1
		if answer, known := v.Answer(); !known || answer < yes {
			p.Edits = append(p.Edits, Edit{Fact: f, Answer: fidelity.AnswerValue(yes), Row: -1, Known: known})
		}
	}
	for i := range p.Edits {
		apply(w.review, w.item, -1, &p.Edits[i])
		p.Choose++
		if w.assess(); w.a.Items[b.item].Low >= to {
			return []Route{{Parts: []Part{p}, Reaches: w.a.Items[b.item].Low, Length: fidelity.Int(p.Choose)}}
		}
	}
	return nil
}

// routes builds a route for every way to a score, and keeps those that reach
// it, the shortest first. Row is -1 for the item.
func (b *builder) routes(a *fidelity.Assessment, row, to int) []Route {
	var out []Route
	for _, way := range a.Ways(b.item, row, to) {
		if route, ok := b.route(way, row, to); ok {
			out = append(out, route)
		}
	}
	slices.SortStableFunc(out, func(x, y Route) int { return x.Length.Cmp(y.Length) })
	for i := len(out) - 1; i > 0; i-- {
		if alike(&out[0], &out[i]) {
			out = slices.Delete(out, i, i+1)
		}
	}
	return out
}

// alike reports whether two routes change the same column of the same rows: the
// second then tells nothing new.
func alike(x, y *Route) bool {
	if len(x.Parts) != 1 || len(y.Parts) != 1 {
		return false
	}
	p, q := &x.Parts[0], &y.Parts[0]
	return p.Kind == PartUnlike && q.Kind == PartUnlike && p.Table == q.Table && p.Column == q.Column
}

// route meets one unmet comparison after the other on a copy of the review. A
// later one is met given the earlier: single cells go first, as measures rest on
// them, then counts, which add rows.
func (b *builder) route(way []fidelity.Unmet, row, to int) (Route, bool) {
	way = slices.Clone(way)
	slices.SortStableFunc(way, func(x, y fidelity.Unmet) int { return b.order(x) - b.order(y) })
	w := b.start()
	var r Route
	for i := range way {
		if w.met(&way[i], row) {
			continue
		}
		p, length, ok := w.part(&way[i], row)
		if !ok {
			return r, false
		}
		w.apply(&p)
		r.Parts, r.Length = join(r.Parts, p), r.Length.Add(length)
	}
	r.Reaches = w.low(row)
	if r.Reaches < to {
		return r, false
	}
	b.trim(&r, row, to)
	for i := range r.Parts {
		r.Parts[i].Instead = b.reaching(r, i, row, to)
	}
	return r, true
}

func (b *builder) order(u fidelity.Unmet) int {
	switch {
	case u.Measure < 0:
		return 0
	case b.def.Measures[u.Measure].Calc == fidelity.Count:
		return 1
	}
	return 2
}

// reaching keeps the alternatives of a part with which the route still reaches
// the score.
func (b *builder) reaching(r Route, part, row, to int) []Part {
	return slices.DeleteFunc(r.Parts[part].Instead, func(p Part) bool {
		parts := slices.Clone(r.Parts)
		parts[part] = p
		return b.tried(parts, row) < to
	})
}

// tried returns the lowest score that the evidence allows after some parts.
func (b *builder) tried(parts []Part, row int) int {
	w := b.start()
	for i := range parts {
		w.make(&parts[i])
	}
	w.assess()
	return w.low(row)
}

// trim takes away what another part made needless: rows that were added for one
// measure move others too, and a fact can lift more rows than the one for which
// it was wanted.
func (b *builder) trim(r *Route, row, to int) {
	trimmed := false
	for i := 0; i < len(r.Parts); i++ {
		p := &r.Parts[i]
		was, least := p.Choose, p.Choose
		switch p.Kind {
		case PartMembers, PartRecords, PartNewRows, PartMoved, PartUnlike:
			for least > 0 && b.chosen(r, i, least-1, row) >= to {
				least--
			}
		case PartFacts:
			for j := len(p.Edits) - 1; j >= 0; j-- {
				less := *p
				less.Edits = slices.Delete(slices.Clone(p.Edits), j, j+1)
				less.Choose = len(less.Edits)
				parts := slices.Clone(r.Parts)
				parts[i] = less
				if b.tried(parts, row) >= to {
					*p = less
				}
			}
			least = p.Choose
		default:
			if b.chosen(r, i, 0, row) >= to {
				least = 0
			}
		}
		if p.Choose = least; least < was {
			trimmed = true
			r.Reaches = b.tried(r.Parts, row)
		}
	}
	r.Parts = slices.DeleteFunc(r.Parts, func(p Part) bool { return p.Choose == 0 })
	pool := 0
	for i := range r.Parts {
		if r.Parts[i].ofRows() {
			pool++
		}
	}
	// Which of the rows are chosen may matter now: those that were tried stay.
	for i := range r.Parts {
		if (trimmed || pool > 1) && r.Parts[i].ofRows() {
			r.Parts[i].Edits = r.Parts[i].first()
		}
	}
}

// chosen tries a route with so many edits of one of its parts.
func (b *builder) chosen(r *Route, part, choose, row int) int {
	parts := slices.Clone(r.Parts)
	parts[part].Choose = choose
	return b.tried(parts, row)
}

// join adds a part. Facts come together into one part.
func join(parts []Part, p Part) []Part {
	if p.Kind == PartFacts {
		if i := slices.IndexFunc(parts, func(q Part) bool { return q.Kind == PartFacts }); i >= 0 {
			parts[i].Edits = append(parts[i].Edits, p.Edits...)
			parts[i].Choose = len(parts[i].Edits)
			return parts
		}
	}
	return append(parts, p)
}

// low returns the lowest score of the item or of one of its rows.
func (w *work) low(row int) int {
	if row < 0 {
		return w.a.Items[w.item].Low
	}
	if r := w.row(row); r != nil && r.LeftOut == fidelity.No {
		return r.Low
	}
	return w.scale.Scores().Min - 1
}

// rowsNow is how many rows a table had before anything was tried.
func (b *builder) rowsNow(t int) int { return len(b.review.Rows(b.scale.Definition().Tables[t].ID)) }

func (w *work) row(row int) *fidelity.RowAssessment {
	rows := w.a.Items[w.item].Rows
	if at := slices.IndexFunc(rows, func(r fidelity.RowAssessment) bool { return r.Row == row }); at >= 0 {
		return &rows[at]
	}
	return nil
}

// measured returns a measure of the item, or of the row where it is one of rows.
func (w *work) measured(m, row int) fidelity.Measured {
	if row >= 0 && w.ofRows(m) {
		if r := w.row(row); r != nil {
			return r.Measures[m]
		}
		return fidelity.Measured{}
	}
	return w.a.Items[w.item].Measures[m]
}

// ofRows reports whether a measure is one of single rows: its columns are named
// without their table.
func (b *builder) ofRows(m int) bool {
	def := &b.def.Measures[m]
	for len(def.Columns) == 0 && len(def.Parts) > 0 {
		def = &def.Parts[0]
	}
	return len(def.Columns) > 0 && !strings.Contains(def.Columns[0], ".")
}

// met reports whether a comparison holds by now.
func (w *work) met(u *fidelity.Unmet, row int) bool {
	switch {
	case u.Measure >= 0:
		return limitOf(u.Op, u.Number).surely(w.measured(u.Measure, row).Interval)
	case u.Fact >= 0:
		return answered(w.review.Findings[w.item].Facts[u.Fact], u)
	}
	t, _ := w.scale.TableAt(w.def.Each)
	table := &w.scale.Definition().Tables[t]
	return answered(w.review.Rows(table.ID)[row].Get(table.Columns[u.Column].ID), u)
}

// answered reports whether a fact or a cell meets a comparison.
func answered(v fidelity.Value, u *fidelity.Unmet) bool {
	if !v.Known() {
		return false
	}
	answer, _ := v.Answer()
	switch u.Op {
	case fidelity.AtLeastAnswer:
		return answer >= u.Answer
	case fidelity.IsAnswer:
		return answer == u.Answer
	case fidelity.GivenCell:
		return true
	}
	n, _ := v.Number()
	return limitOf(u.Op, u.Number).holds(n)
}
