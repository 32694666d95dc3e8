package source

import (
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func (r *reader) measure(n *yaml.Node) fidelity.Measure {
	var raw measureFile
	r.bindChecked(n, &raw)
	return r.measureOf(n, &raw)
}

// measureOf turns what was bound into a measure. Exactly one calculation must
// be named.
func (r *reader) measureOf(n *yaml.Node, raw *measureFile) fidelity.Measure {
	m := fidelity.Measure{Weight: raw.Weight, Times: raw.Times, Size: raw.Of}
	one := func(calc fidelity.Calculation, columns ...string) {
		if m.Calc != 0 {
			r.fail(n, CodeScale, "a measure has one calculation, and %s and %s are two; keep one", m.Calc, calc)
		}
		m.Calc, m.Columns = calc, columns
	}
	if len(raw.Ratio) > 0 {
		one(fidelity.Ratio, raw.Ratio...)
	}
	for _, c := range []struct {
		calc   fidelity.Calculation
		column string
	}{
		{fidelity.MeanOf, raw.Mean},
		{fidelity.Median, raw.Median},
		{fidelity.Distinct, raw.Distinct},
		{fidelity.Spread, raw.Spread},
		{fidelity.Members, raw.Members},
		{fidelity.ValueOf, raw.Value},
	} {
		if c.column != "" {
			one(c.calc, c.column)
		}
	}
	for _, t := range []struct {
		calc  fidelity.Calculation
		table string
	}{{fidelity.Share, raw.Share}, {fidelity.Count, raw.Count}} {
		if t.table != "" {
			one(t.calc)
			m.Table = t.table
		}
	}
	if len(raw.LargestOf) > 0 {
		one(fidelity.LargestOf)
		parts := child(n, keyStep("largest_of"))
		r.in("largest_of")
		for i := range raw.LargestOf {
			r.at(i)
			m.Parts = append(m.Parts, r.measureOf(parts.Content[i], &raw.LargestOf[i]))
			r.out()
		}
		r.out()
	}
	if m.Calc == 0 {
		r.fail(n, CodeScale, "this measure has no calculation; write one of %s", orList(fidelity.CalculationNames()))
	}
	r.section("where", raw.Where, func(n *yaml.Node) { m.Where = r.condition(n) })
	r.section("when", raw.When, func(n *yaml.Node) { m.When = r.condition(n) })
	m.OrElse = r.orElse(n, raw.OrElse)
	return m
}

// noComparison is told of a text that should compare a number.
const noComparison = `%s is no comparison; write <=, >=, < or > and a number, as in "%s"`

func (r *reader) orElse(n *yaml.Node, raw *orElseFile) *fidelity.OrElse {
	if raw == nil {
		return nil
	}
	op, number, ok := comparison(raw.When)
	if !ok && raw.When != "" {
		at, _ := lookUp(n, []step{keyStep("or_else"), keyStep("when")})
		r.in("or_else")
		r.in("when")
		r.fail(at, CodeType, noComparison, found(at), "> 30")
		r.out()
		r.out()
	}
	return &fidelity.OrElse{Column: raw.Column, Op: op, Number: number, Flag: raw.Flag}
}

// crossCheck reads "any", or {measure: {use: calculation}}.
func (r *reader) crossCheck(n *yaml.Node) fidelity.CrossCheck {
	check := fidelity.CrossCheck{}
	if n.Kind == yaml.ScalarNode {
		if check.AnyAlone = n.Value == "any"; !check.AnyAlone {
			r.fail(n, CodeValue, "%s is no cross-check; write any, or a measure with the calculation to use, as in {days: {use: mean}}", found(n))
		}
		return check
	}
	r.eachKey(n, keySet{noun: "measure"}, func(key, value *yaml.Node) {
		var raw crossCheckFile
		r.bindChecked(value, &raw)
		if raw.Use == "" {
			return // told already
		}
		calc, ok := fidelity.ParseCalculation(raw.Use)
		if !ok {
			r.in("use")
			r.fail(child(value, keyStep("use")), CodeUnknown, "%q is no calculation; write %s%s", shortened(raw.Use), orList(fidelity.CalculationNames()), meant(raw.Use, fidelity.CalculationNames()))
			r.out()
		}
		check.Use = append(check.Use, fidelity.Reading{Measure: key.Value, Use: calc})
	})
	return check
}

func (r *reader) flags(root *yaml.Node, raw []flagFile, it *fidelity.Item) {
	r.in("flags")
	for i := range raw {
		r.at(i)
		it.Flags = append(it.Flags, r.flag(root, &raw[i]))
		r.out()
	}
	r.out()
}

// flag reads a rule that raises a flag. Exactly one part says when.
func (r *reader) flag(root *yaml.Node, raw *flagFile) fidelity.FlagRule {
	rule := fidelity.FlagRule{Code: raw.Code, RowsApart: raw.RowsApart}
	given := 0
	for _, is := range []bool{raw.When != nil, raw.AnyRow != nil, raw.RowsApart != 0} {
		if is {
			given++
		}
	}
	if given != 1 {
		r.failHere(root, CodeScale, "a flag has one of when, any_row and rows_apart, not %d of them", given)
	}
	r.section("when", raw.When, func(n *yaml.Node) { rule.When = r.condition(n) })
	if row := raw.AnyRow; row != nil {
		op, number, ok := comparison(row.Is)
		if !ok && row.Is != "" {
			r.in("any_row")
			r.in("is")
			r.failHere(root, CodeType, noComparison, strconv.Quote(shortened(row.Is)), "> 20")
			r.out()
			r.out()
		}
		rule.AnyRow = &fidelity.RowRule{
			Table: row.Of, Op: op, Number: number,
			Measure: fidelity.Measure{Calc: fidelity.Ratio, Columns: row.Ratio},
		}
	}
	return rule
}
