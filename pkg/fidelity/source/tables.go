package source

import (
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// tables reads the tables of countable evidence of a scale.
func (r *reader) tables(n *yaml.Node, def *fidelity.Definition) {
	r.eachKey(n, keySet{noun: "table"}, func(key, value *yaml.Node) {
		var raw tableFile
		r.bindChecked(value, &raw)
		if raw.Complete && raw.Sampled {
			r.fail(value, CodeScale, "a table is complete or sampled, not both")
		}
		table := fidelity.Table{ID: key.Value, Complete: raw.Complete, Sampled: raw.Sampled, ThinBelow: raw.ThinBelow}
		r.section("columns", raw.Columns, func(n *yaml.Node) {
			r.eachKey(n, keySet{noun: "column"}, func(key, value *yaml.Node) {
				table.Columns = append(table.Columns, r.column(key.Value, value))
			})
		})
		def.Tables = append(def.Tables, table)
	})
}

func (r *reader) column(id string, n *yaml.Node) fidelity.Column {
	var raw columnFile
	r.bindChecked(n, &raw)
	c := fidelity.Column{
		ID: id, Required: raw.Required, Default: raw.Default, AtMost: raw.Field,
		Limits: fidelity.Limits{AtLeast: limit(raw.AtLeast), AtMost: limit(raw.AtMost), Above: limit(raw.Above)},
	}
	c.Kind, _ = fidelity.ParseKind(raw.Type) // the validator has looked
	switch c.Kind {
	case fidelity.Choice:
		c.Answers = r.answers(n, "ordered", raw.Ordered)
	case fidelity.Set:
		c.Answers = r.answers(n, "of", raw.Of)
	}
	return c
}

// answers checks that a choice or a set says what can be chosen.
func (r *reader) answers(n *yaml.Node, name string, answers []string) []string {
	if len(answers) == 0 && child(n, keyStep(name)) == nil {
		r.in(name)
		r.fail(n, CodeRequired, "%s is missing; write the list of answers, the least first", name)
		r.out()
	}
	return answers
}

func limit(text string) *fidelity.Number {
	n, err := fidelity.ParseNumber(text)
	if err != nil {
		return nil
	}
	return &n
}
