package schema

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// evidence is the tables of the scale.
func (r *reviewSchema) evidence() *node {
	tables := make(properties, len(r.def.Tables))
	for t := range r.def.Tables {
		table := &r.def.Tables[t]
		words := r.words.Tables[table.ID]
		columns := make(properties, len(table.Columns))
		for c := range table.Columns {
			id := table.Columns[c].ID
			columns[c] = property{id, column(&table.Columns[c], words.Columns[id])}
		}
		tables[t] = property{table.ID, &node{
			Title: words.Title, Description: paragraphs(sentence(words.Rows), emptyTable),
			Type: types{"array", "null"}, Items: object(columns, "id"),
		}}
	}
	return object(tables).orNull()
}

const emptyTable = "Write [] where there are none, and leave the table out where nobody has looked."

// column is a cell of the column, explained by its words.
func column(c *fidelity.Column, words fidelity.ColumnWords) *node {
	n := cell(c, words.Answers)
	n.Title, n.Description = capital(words.Label), paragraphs(words.Asks, words.Means)
	if c.Default != "" {
		n.Default = c.Default
	}
	return n
}

// cell is what a cell takes. Only the id must be there, and cannot be unknown.
func cell(c *fidelity.Column, means map[string]string) *node {
	if c.ID == "id" {
		return spelled(code)
	}
	not, otherwise := choice([]string{unknown}, nil), anyCase(unknown)
	switch c.Kind {
	case fidelity.Code:
		return anyOf(not, spelledOrNot(code, otherwise))
	case fidelity.Month:
		return anyOf(not, spelledOrNot(month, otherwise))
	case fidelity.YesNo, fidelity.Choice:
		return answers(c.Choices(), means)
	case fidelity.Percent:
		return anyOf(share(), not, spelledOrNot(percent, otherwise))
	case fidelity.Decimal, fidelity.Whole:
		bare, pattern := number(c.Kind, c.Limits)
		return anyOf(bare, not, spelledOrNot(pattern, otherwise))
	case fidelity.Series:
		bare, pattern := number(c.Kind, c.Limits)
		weeks := &node{Type: types{"array"}, Items: anyOf(bare, spelled(pattern).orNull())}
		return anyOf(bare, weeks, not, spelledOrNot(pattern, otherwise))
	case fidelity.Set:
		members := &node{Type: types{"array"}, Items: anyOf(choice(c.Answers, means), spelled(asWritten(c.Answers)...))}
		return anyOf(members, not, spelledOrNot(otherwise))
	default:
		return text()
	}
}
