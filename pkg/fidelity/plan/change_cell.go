package plan

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// part returns what makes one comparison hold, and how far it has to go. False
// where nothing that is known can.
func (w *work) part(u *fidelity.Unmet, row int) (Part, fidelity.Number, bool) {
	p := Part{Table: -1, Row: -1, Column: -1, Measure: -1, Op: u.Op, Bound: u.Number, Known: u.Truth == fidelity.No}
	switch {
	case u.Op == fidelity.GivenCell:
		return p, fidelity.Number{}, false
	case u.Fact >= 0:
		return w.factPart(p, u)
	case u.Column >= 0:
		p.Table, p.Row, p.Column = w.eachTable(), row, u.Column
		return w.columnPart(p, u)
	}
	p.Measure = u.Measure
	if row >= 0 && w.ofRows(u.Measure) {
		p.Table, p.Row = w.eachTable(), row
		return w.rowPart(p, &w.def.Measures[u.Measure])
	}
	return w.poolPart(p, &w.def.Measures[u.Measure])
}

func (b *builder) eachTable() int {
	t, _ := b.scale.TableAt(b.def.Each)
	return t
}

// factPart answers a fact.
func (w *work) factPart(p Part, u *fidelity.Unmet) (Part, fidelity.Number, bool) {
	p.Kind, p.Choose = PartFacts, 1
	now := w.review.Findings[w.item].Facts[u.Fact]
	e := Edit{Fact: u.Fact, Row: -1, Known: now.Known()}
	choices := w.def.Facts[u.Fact].Choices()
	length := climb(now, u.Answer, len(choices))
	if u.Op.String() != "at_least" && u.Op.String() != "is" {
		l := limitOf(u.Op, u.Number)
		n := l.nearest(one)
		if n.Sign() < 0 {
			return p, length, false
		}
		e.Answer = fidelity.NumberValue(n)
		if was, ok := now.Number(); ok {
			e.By = n.Sub(was)
		}
		was, known := now.Number()
		length = l.far(was, known, w.widest(w.def.Facts[u.Fact].ID))
	} else {
		e.Answer = fidelity.AnswerValue(u.Answer)
	}
	p.Edits = []Edit{e}
	return p, length, true
}

// climb is how far an answer is from another, as a share of all there are. One
// that is not known is as far as can be.
func climb(now fidelity.Value, to, choices int) fidelity.Number {
	at, known := now.Answer()
	if !known {
		at = 0
	}
	if choices < 2 {
		return one
	}
	return mustDiv(fidelity.Int(max(to-at, at-to)), fidelity.Int(choices-1))
}

// columnPart sets one cell of a row.
func (w *work) columnPart(p Part, u *fidelity.Unmet) (Part, fidelity.Number, bool) {
	col := &w.table(p.Table).Columns[p.Column]
	now := w.cell(p.Table, p.Row, p.Column)
	p.Known = now.Known()
	if len(col.Choices()) > 0 {
		p.Kind = PartAnswer
		return w.set(p, fidelity.AnswerValue(u.Answer)), climb(now, u.Answer, len(col.Choices())), true
	}
	return w.figure(p, limitOf(u.Op, u.Number), w.widest(col.ID))
}

// set makes a part of one cell that becomes a value.
func (w *work) set(p Part, v fidelity.Value) Part {
	p.Choose = 1
	p.Edits = []Edit{{Fact: -1, Row: p.Row, Cells: []Cell{{Column: p.Column, Value: v}}, By: p.By, Known: p.Known}}
	return p
}

// figure moves one number of a row within a limit, by whole units of its kind.
// A percentage goes to a whole one; one that is given as a part of a base, such
// as hours, moves by tenths of those.
func (w *work) figure(p Part, l limit, widest fidelity.Number) (Part, fidelity.Number, bool) {
	p.Kind = PartFigure
	now := w.cell(p.Table, p.Row, p.Column)
	p.Now, p.Known = numberOf(now)
	col := &w.table(p.Table).Columns[p.Column]
	unit := unitOf(col.Kind)
	length := l.far(p.Now, p.Known, widest)
	if part, base, ok := fraction(now); ok && col.Kind == fidelity.Percent {
		share := l.times(base).per(fidelity.Int(100))
		p.By, p.Now, p.Base = share.signed(share.units(part, tenth), tenth), part, base
		v, ok := fidelity.PartValue(part.Add(p.By), base, part.Add(p.By).Exact()+"/"+base.Exact())
		share.at = part.Add(p.By)
		return w.set(p, v), length, ok && share.at.Sign() >= 0 && share.at.Cmp(base) <= 0
	}
	to := l.nearest(unit)
	switch {
	case !p.Known: // goes to the unit next to the limit
	case col.Kind == fidelity.Percent:
		p.By = to.Sub(p.Now)
	default:
		p.By = l.signed(l.units(p.Now, unit), unit)
		to = p.Now.Add(p.By)
	}
	return w.set(p, fidelity.NumberValue(to)), length, w.fits(p.Table, p.Row, p.Column, to)
}

// fits reports whether a cell may hold a number.
func (w *work) fits(t, row, column int, n fidelity.Number) bool {
	limits := w.table(t).Columns[column].Limits
	if limits.AtLeast != nil && n.Cmp(*limits.AtLeast) < 0 || limits.AtMost != nil && n.Cmp(*limits.AtMost) > 0 || limits.Above != nil && n.Cmp(*limits.Above) <= 0 {
		return false
	}
	if w.table(t).Columns[column].Kind == fidelity.Percent && (n.Sign() < 0 || n.Cmp(fidelity.Int(100)) > 0) {
		return false
	}
	if by, ok := w.scale.LimitedBy(t, column); ok {
		if most, known := w.cell(t, row, by).Number(); known && n.Cmp(most) > 0 {
			return false
		}
	}
	return true
}

func (w *work) table(t int) *fidelity.Table { return &w.scale.Definition().Tables[t] }

// cell returns a cell as it counts.
func (w *work) cell(t, row, column int) fidelity.Value {
	def := w.table(t)
	return w.review.Rows(def.ID)[row].Get(def.Columns[column].ID)
}

func numberOf(v fidelity.Value) (fidelity.Number, bool) {
	if !v.Known() {
		return fidelity.Number{}, false
	}
	return v.Number()
}

// fraction returns the part and the base of a share that was given so.
func fraction(v fidelity.Value) (part, base fidelity.Number, ok bool) {
	p, b, ok := strings.Cut(v.Text(), "/")
	if !ok || !v.Known() {
		return part, base, false
	}
	part, err1 := fidelity.ParseNumber(strings.TrimSpace(p))
	base, err2 := fidelity.ParseNumber(strings.TrimSpace(b))
	return part, base, err1 == nil && err2 == nil && base.Sign() > 0
}

// unitOf is the smallest step of a number that people act on.
func unitOf(k fidelity.Kind) fidelity.Number {
	if k == fidelity.Decimal {
		return tenth
	}
	return one
}
