package source

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func (r *ruleReader) measure(n *yaml.Node) fidelity.Measure {
	var raw measureFile
	r.bindChecked(n, &raw)
	return r.measureOf(n, &raw)
}

// measureOf turns what was bound into a measure. Exactly one calculation must
// be named.
func (r *ruleReader) measureOf(n *yaml.Node, raw *measureFile) fidelity.Measure {
	m := fidelity.Measure{Weight: raw.Weight, Times: raw.Times, Size: raw.Of}
	one := func(calc fidelity.Calculation, columns ...string) {
		if m.Calc != 0 {
			r.fail(n, CodeScale, "a measure has one calculation; %s and %s are two", m.Calc, calc)
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
		parts := child(n, step{key: "largest_of", index: -1})
		r.in("largest_of")
		for i := range raw.LargestOf {
			r.at(i)
			m.Parts = append(m.Parts, r.measureOf(parts.Content[i], &raw.LargestOf[i]))
			r.out()
		}
		r.out()
	}
	if m.Calc == 0 {
		r.fail(n, CodeScale, "a measure needs a calculation: %s", orList(fidelity.CalculationNames()))
	}
	r.section(n, "where", raw.Where, func(n *yaml.Node) { m.Where = r.condition(n) })
	r.section(n, "when", raw.When, func(n *yaml.Node) { m.When = r.condition(n) })
	m.OrElse = r.orElse(n, raw.OrElse)
	return m
}

func (r *ruleReader) orElse(n *yaml.Node, raw *orElseFile) *fidelity.OrElse {
	if raw == nil {
		return nil
	}
	op, number, ok := comparison(raw.When)
	if !ok {
		r.failAt(n, []step{{key: "or_else", index: -1}, {key: "when", index: -1}}, CodeType, `%q is no comparison; write it as in "> 30"`, raw.When)
	}
	return &fidelity.OrElse{Column: raw.Column, Op: op, Number: number, Flag: raw.Flag}
}

// crossCheck reads "any", or {measure: {use: calculation}}.
func (r *reader) crossCheck(n *yaml.Node) fidelity.CrossCheck {
	if n.Kind == yaml.ScalarNode && n.Value == "any" {
		return fidelity.CrossCheck{AnyAlone: true}
	}
	check := fidelity.CrossCheck{}
	r.eachKey(n, nil, "", func(id string, value *yaml.Node) {
		var raw struct {
			Use string `yaml:"use" validate:"required"`
		}
		r.bindChecked(value, &raw)
		calc, ok := fidelity.ParseCalculation(raw.Use)
		if !ok {
			r.fail(value, CodeScale, "%q is no calculation; write %s", raw.Use, orList(fidelity.CalculationNames()))
		}
		check.Use = append(check.Use, fidelity.Reading{Measure: id, Use: calc})
	})
	return check
}

func (r *ruleReader) flags(root *yaml.Node, raw []flagFile, it *fidelity.Item) {
	for i := range raw {
		f := &raw[i]
		rule := fidelity.FlagRule{Code: f.Code, RowsApart: f.RowsApart}
		r.in("flags")
		r.at(i)
		if f.When != nil {
			r.section(root, "when", f.When, func(n *yaml.Node) { rule.When = r.condition(n) })
		}
		if f.AnyRow != nil {
			op, number, ok := comparison(f.AnyRow.Is)
			if !ok {
				at, _ := lookUp(root, r.path)
				r.fail(at, CodeType, `%q is no comparison; write it as in "> 20"`, strings.TrimSpace(f.AnyRow.Is))
			}
			rule.AnyRow = &fidelity.RowRule{
				Table: f.AnyRow.Of, Op: op, Number: number,
				Measure: fidelity.Measure{Calc: fidelity.Ratio, Columns: f.AnyRow.Ratio},
			}
		}
		r.out()
		r.out()
		it.Flags = append(it.Flags, rule)
	}
}
