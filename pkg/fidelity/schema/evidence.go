package schema

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

const emptyTable = "Write [] where there are none. A table that is left out says that nobody has looked."

// evidence is the tables of the scale.
func (r *reviewSchema) evidence() *node {
	tables := make(properties, len(r.def.Tables))
	for t := range r.def.Tables {
		table := &r.def.Tables[t]
		words := r.words.Tables[table.ID]
		columns := make(properties, len(table.Columns))
		for c := range table.Columns {
			id := table.Columns[c].ID
			columns[c] = property{id, r.column(&table.Columns[c], words.Columns[id])}
		}
		n := list(object(columns, "id")).orNull()
		n.Title, n.Description = words.Title, paragraphs(sentence(words.Rows), emptyTable)
		tables[t] = property{table.ID, n}
	}
	return object(tables).orNull()
}

// column is a cell of the column, explained by its words.
func (r *reviewSchema) column(c *fidelity.Column, words fidelity.ColumnWords) *node {
	n := r.cell(c, words.Answers)
	n.Title, n.Description, n.Default = capital(words.Label), paragraphs(words.Asks, words.Means), c.Default
	return n
}

// cell is what a cell takes. Only the id must be there, and cannot be unknown.
func (r *reviewSchema) cell(c *fidelity.Column, means map[string]string) *node {
	switch c.Kind {
	case fidelity.YesNo, fidelity.Choice:
		return r.answers(c.Choices(), means)
	case fidelity.Code:
		if c.ID == "id" {
			return spelled(code)
		}
		return anyOf(spelled(code), r.notKnown())
	case fidelity.Month:
		return anyOf(spelled(month), r.notKnown())
	case fidelity.Percent:
		// Two ranges, not one without its middle: an editor names their ends.
		return anyOf(&node{Type: types{"number"}, Minimum: "1", Maximum: "100"}, enum(0), orUnknown(percent))
	case fidelity.Decimal, fidelity.Whole:
		bare, pattern := number(c.Kind, c.Limits)
		return anyOf(bare, orUnknown(pattern))
	case fidelity.Series:
		bare, pattern := number(c.Kind, c.Limits)
		weeks := list(anyOf(bare, quoted(pattern).allowing("null")))
		return anyOf(bare, weeks, orUnknown(pattern))
	case fidelity.Set:
		return anyOf(list(anyOf(choice(c.Answers, means), quoted(asWritten(c.Answers)...))), r.notKnown())
	default:
		return r.share("text", text())
	}
}

// notKnown is unknown in any case, or nothing.
func (r *reviewSchema) notKnown() *node { return r.share("not-known", orUnknown()) }
