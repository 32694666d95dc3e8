package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// percent is how a unit begins whose numbers are shown with a percent sign.
const percent = "percent of "

// amount writes a number in the unit of a measure: "19.3 clients", "64% of time".
func (s *Speaker) amount(item int, m *fidelity.Measure, n fidelity.Number) string {
	w := s.items[item].Measures[m.ID]
	text := Number(n)
	switch {
	case strings.HasPrefix(w.Unit, percent):
		return text + "% of " + w.Unit[len(percent):]
	case w.One != "" && text == "1":
		return text + " " + w.One
	case w.Unit != "":
		return text + " " + w.Unit
	}
	return text
}

// figure writes a number as it stands in a short text: "19.3", "64%".
func (s *Speaker) figure(item int, m *fidelity.Measure, n fidelity.Number) string {
	if strings.HasPrefix(s.items[item].Measures[m.ID].Unit, percent) {
		return Number(n) + "%"
	}
	return Number(n)
}

// Unit returns the unit of a measure.
func (s *Speaker) Unit(item int, m *fidelity.Measure) string {
	return s.items[item].Measures[m.ID].Unit
}

// MeasureName returns what a measure is called.
func (s *Speaker) MeasureName(item int, m *fidelity.Measure) string {
	return or(s.items[item].Measures[m.ID].Name, plain(m.ID))
}

// Measure says what a measure came to and what it rests on: "19.3 clients per
// full-time specialist (58 for 3)", "12 of 15 jobs (80%)", "24 days (the
// middle of 12 clients)".
func (s *Speaker) Measure(item int, m *fidelity.Measure, got fidelity.Measured) string {
	value, exact := got.Exact()
	if !exact {
		return s.openMeasure(item, m, got)
	}
	w := s.items[item].Measures[m.ID]
	switch {
	case (m.Calc == fidelity.Median || m.Calc == fidelity.MeanOf) && got.Used == 1:
		return s.amount(item, m, value) + " (" + s.rowsUsed(m, got.Used) + ")"
	case m.Calc == fidelity.Median && got.HasBase:
		return s.amount(item, m, value) + " (the middle of " + s.rowsUsed(m, got.Used) + ")"
	case m.Calc == fidelity.MeanOf && got.HasBase:
		return s.amount(item, m, value) + " (the mean of " + s.rowsUsed(m, got.Used) + ")"
	case m.Calc == fidelity.Members && got.HasBase:
		return Number(value) + " of " + s.amount(item, m, got.Base)
	case strings.HasPrefix(w.Unit, percent) && got.HasPart && got.HasBase:
		return Number(got.Part) + " of " + Number(got.Base) + " " + w.Unit[len(percent):] + " (" + Number(value) + "%)"
	case (m.Calc == fidelity.Ratio || m.Calc == fidelity.LargestOf) && got.HasPart && got.HasBase && got.Base.Cmp(fidelity.Int(1)) != 0:
		return s.amount(item, m, value) + " (" + Number(got.Part) + " for " + Number(got.Base) + ")"
	}
	return s.amount(item, m, value)
}

// openMeasure says what is known of a measure that has no exact value.
func (s *Speaker) openMeasure(item int, m *fidelity.Measure, got fidelity.Measured) string {
	low, hasLow := got.Low()
	high, hasHigh := got.High()
	switch {
	case hasLow && hasHigh:
		return "between " + s.figure(item, m, low) + " and " + s.amount(item, m, high)
	case hasLow:
		return "at least " + s.amount(item, m, low)
	case hasHigh:
		return "at most " + s.amount(item, m, high)
	case got.Of > 0 && got.Used < got.Of && got.Used > 0:
		return "not known: " + Count(got.Of-got.Used, "row lacks", "rows lack") + " a figure"
	}
	return "not known"
}

// rowsUsed writes how many rows a measure rests on, in the table's words.
func (s *Speaker) rowsUsed(m *fidelity.Measure, n int) string {
	table := m.Table
	if table == "" && len(m.Columns) > 0 {
		table, _, _ = strings.Cut(m.Columns[0], ".")
	}
	one, many := s.rowNames(table)
	return Count(n, one, many)
}

func (s *Speaker) rowNames(table string) (one, many string) {
	w := s.words.Tables[table]
	return or(w.One, "row"), or(w.Many, "rows")
}

// Facts says how many facts of an item are in place: "2 of 5 in place, 1 not
// known".
func Facts(c fidelity.FactCount) string {
	var b strings.Builder
	b.WriteString(Number(fidelity.Int(c.Yes)) + " of " + Number(fidelity.Int(c.Of)) + " in place")
	if c.Unknown > 0 {
		b.WriteString(", " + Number(fidelity.Int(c.Unknown)) + " not known")
	}
	return b.String()
}
