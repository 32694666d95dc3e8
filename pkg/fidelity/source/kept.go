package source

import (
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// The ids under which the figures of facts and rows are kept beside those of
// measures, as results have them.
const (
	keptFacts = "facts"
	keptRows  = "rows"
)

// keptFigures reads the numbers and flags that a stripped review has of an item.
func (r *reader) keptFigures(raw *measuredItemFile, def *fidelity.Item, out *fidelity.KeptItem) {
	r.entries("measures", raw.Measures, func(n *yaml.Node) {
		var m keptMeasureFile
		r.bindChecked(n, &m)
		switch at := measureAt(def, m.ID); {
		case m.ID == keptFacts && len(def.FromCount) > 0:
			out.Facts = r.factCount(n, &m)
		case m.ID == keptRows && def.Each != "":
			out.Rows, out.RowMean = rowSpread(&m), r.interval(n, &m)
		case at >= 0:
			if out.Measures == nil {
				out.Measures = make([]fidelity.Measured, len(def.Measures))
			}
			out.Measures[at] = r.measured(n, &m)
		case m.ID != "":
			r.fail(n, CodeUnknown, "%s measures no %q; take the line out, or strip the review again", def.ID, shortened(m.ID))
		}
	})
	r.entries("flags", raw.Flags, func(n *yaml.Node) {
		var f keptFlagFile
		r.bindChecked(n, &f)
		if f.Code == "" {
			return
		}
		flag := fidelity.Flag{Code: f.Code, Measure: measureAt(def, f.Measure), Count: orZero(f.Count), Readings: f.Readings}
		for _, rule := range def.Flags {
			flag.Declared = flag.Declared || rule.Code == f.Code
		}
		for _, m := range def.Measures {
			flag.Declared = flag.Declared || m.OrElse != nil && m.OrElse.Flag == f.Code
		}
		if flag.Measure < 0 && (f.Code == fidelity.NearBoundary || f.Code == fidelity.Thin) {
			r.fail(n, CodeRequired, "the flag %s is about a measure; name it, or take the flag out", f.Code)
			return
		}
		out.Flags = append(out.Flags, flag)
	})
}

// entries reads the entries of a list in a part that the reader has come to.
func (r *reader) entries(name string, n *yaml.Node, read func(*yaml.Node)) {
	r.section(name, n, func(n *yaml.Node) {
		if n.Kind != yaml.SequenceNode {
			r.shape(n, "%s stands here where a list belongs", found(n))
			return
		}
		for i, entry := range n.Content {
			r.at(i)
			read(entry)
			r.out()
		}
	})
}

// measureAt returns the place of a measure of an item, and -1 for none.
func measureAt(def *fidelity.Item, id string) int {
	for i := range def.Measures {
		if def.Measures[i].ID == id {
			return i
		}
	}
	return -1
}

func (r *reader) measured(n *yaml.Node, m *keptMeasureFile) fidelity.Measured {
	out := fidelity.Measured{Interval: r.interval(n, m), Used: orZero(m.Used), Of: orZero(m.Of), Apart: orZero(m.Apart)}
	out.Part, out.HasPart = r.fraction(n, "part", m.Part)
	out.Base, out.HasBase = r.fraction(n, "base", m.Base)
	return out
}

func (r *reader) interval(n *yaml.Node, m *keptMeasureFile) fidelity.Interval {
	low, hasLow := r.fraction(n, "low", m.Low)
	high, hasHigh := r.fraction(n, "high", m.High)
	switch {
	case hasLow && hasHigh && high.Cmp(low) < 0:
		r.fail(n, CodeConflict, "low is more than high; strip the review again, or correct them")
		return fidelity.Unknown()
	case hasLow && hasHigh:
		return fidelity.Between(low, high)
	case hasLow:
		return fidelity.From(low)
	case hasHigh:
		return fidelity.UpTo(high)
	}
	return fidelity.Unknown()
}

// fraction reads a number, and false where there is none.
func (r *reader) fraction(n *yaml.Node, key, text string) (fidelity.Number, bool) {
	if text == "" {
		return fidelity.Number{}, false
	}
	value, err := fidelity.ParseFraction(text)
	if err != nil {
		r.in(key)
		r.fail(child(n, keyStep(key)), CodeValue, "%q is no number; write digits, as in 12 or 0.5, or a fraction such as 58/3", shortened(text))
		r.out()
	}
	return value, err == nil
}

func (r *reader) factCount(n *yaml.Node, m *keptMeasureFile) *fidelity.FactCount {
	c := &fidelity.FactCount{Of: orZero(m.Of), Unknown: orZero(m.Of) - orZero(m.Used)}
	if low, ok := r.fraction(n, "low", m.Low); ok {
		c.Yes, _ = low.Int()
	}
	if c.Unknown < 0 || c.Yes < 0 || c.Yes+c.Unknown > c.Of {
		r.fail(n, CodeConflict, "more facts are in place or known than there are; strip the review again, or correct them")
	}
	return c
}

func rowSpread(m *keptMeasureFile) *fidelity.RowSpread {
	sp := &fidelity.RowSpread{All: orZero(m.Of), Counted: orZero(m.Of) - orZero(m.Apart)}
	sp.Open = sp.Counted - orZero(m.Used)
	pair(m.Scored, &sp.Low, &sp.High)
	if n := len(m.Settled); n > 0 {
		sp.SettledLow, sp.SettledHigh = slices.Min(m.Settled), slices.Max(m.Settled)
		if n == sp.Counted-sp.Open { // else lowest and highest alone
			sp.Settled = slices.Clone(m.Settled)
			slices.SortFunc(sp.Settled, func(a, b int) int { return b - a })
		}
	}
	pair(m.Open, &sp.OpenLow, &sp.OpenHigh)
	return sp
}

func pair(list []int, low, high *int) {
	if len(list) == 2 {
		*low, *high = list[0], list[1]
	}
}

// keptValue writes what a stripped review keeps.
func keptValue(r *fidelity.Review) (m entries) {
	if r.Kept == nil {
		return nil
	}
	m.text("scale_digest", r.Kept.ScaleDigest)
	m.texts("looked", r.Kept.Looked)
	var items entries
	for i := range r.Scale().Items() {
		def := &r.Scale().Items()[i]
		it, ok := r.Kept.Items[def.ID]
		if !ok {
			continue
		}
		var e entries
		e.score("low", &it.Low)
		e.score("high", &it.High)
		if it.Low == it.High {
			e.score("suggested", &it.Low)
		}
		e.list("measures", keptMeasures(def, &it))
		e.list("flags", keptFlags(def, it.Flags))
		items.value(def.ID, e)
	}
	m.value("items", items)
	return m
}

func keptMeasures(def *fidelity.Item, it *fidelity.KeptItem) (list []Value) {
	for i := range it.Measures {
		m := &it.Measures[i]
		var e entries
		e.plain("id", def.Measures[i].ID)
		e.interval(m.Interval)
		if m.HasPart {
			e.plain("part", m.Part.Fraction())
		}
		if m.HasBase {
			e.plain("base", m.Base.Fraction())
		}
		e.plain("used", strconv.Itoa(m.Used))
		e.plain("of", strconv.Itoa(m.Of))
		e.count("apart", m.Apart)
		list = append(list, Map(e...))
	}
	if c := it.Facts; c != nil {
		var e entries
		e.plain("id", keptFacts)
		e.plain("low", strconv.Itoa(c.Yes))
		e.plain("high", strconv.Itoa(c.Yes+c.Unknown))
		e.plain("base", strconv.Itoa(c.Of))
		e.plain("used", strconv.Itoa(c.Of-c.Unknown))
		e.plain("of", strconv.Itoa(c.Of))
		list = append(list, Map(e...))
	}
	if sp := it.Rows; sp != nil {
		var e entries
		e.plain("id", keptRows)
		e.interval(it.RowMean)
		e.plain("base", strconv.Itoa(sp.Counted))
		e.plain("used", strconv.Itoa(sp.Counted-sp.Open))
		e.plain("of", strconv.Itoa(sp.All))
		e.count("apart", sp.All-sp.Counted)
		e.pair("scored", sp.Counted, sp.Low, sp.High)
		if len(sp.Settled) == sp.Counted-sp.Open {
			var settled []Value
			for _, score := range sp.Settled {
				settled = append(settled, Plain(strconv.Itoa(score)))
			}
			e.list("settled", settled)
		} else {
			e.pair("settled", sp.Counted-sp.Open, sp.SettledLow, sp.SettledHigh)
		}
		e.pair("open", sp.Open, sp.OpenLow, sp.OpenHigh)
		list = append(list, Map(e...))
	}
	return list
}

func keptFlags(def *fidelity.Item, flags []fidelity.Flag) (list []Value) {
	for i := range flags {
		f := &flags[i]
		var e entries
		e.plain("code", f.Code)
		if f.Measure >= 0 {
			e.plain("measure", def.Measures[f.Measure].ID)
		}
		e.count("count", f.Count)
		var readings []Value
		for _, score := range f.Readings {
			readings = append(readings, Plain(strconv.Itoa(score)))
		}
		e.list("readings", readings)
		list = append(list, Map(e...))
	}
	return list
}

func (m *entries) interval(iv fidelity.Interval) {
	if low, ok := iv.Low(); ok {
		m.plain("low", low.Fraction())
	}
	if high, ok := iv.High(); ok {
		m.plain("high", high.Fraction())
	}
}

// count adds a number that goes without saying where it is 0.
func (m *entries) count(key string, n int) {
	if n > 0 {
		m.plain(key, strconv.Itoa(n))
	}
}

// pair adds the lowest and highest of some, where there are any.
func (m *entries) pair(key string, of, low, high int) {
	if of > 0 {
		m.list(key, []Value{Plain(strconv.Itoa(low)), Plain(strconv.Itoa(high))})
	}
}
