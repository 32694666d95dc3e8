package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// amount writes a number in the unit of a measure: "19.3 clients", "64% of time".
func (w *measureWords) amount(n fidelity.Number) string {
	text := Number(n)
	switch {
	case w.of != "":
		return text + "% of " + w.of
	case w.one != "" && text == "1":
		return text + " " + w.one
	case w.unit != "":
		return text + " " + w.unit
	}
	return text
}

// figure writes a number as it stands in a short text: "19.3", "64%".
func (w *measureWords) figure(n fidelity.Number) string {
	if w.of != "" {
		return Number(n) + "%"
	}
	return Number(n)
}

// short writes a number so that it can stand alone: "64%", "5 phases".
func (w *measureWords) short(n fidelity.Number) string {
	if w.of != "" {
		return w.figure(n)
	}
	return w.amount(n)
}

// measure returns the words of a measure of an item.
func (s *Speaker) measure(item int, m *fidelity.Measure) *measureWords {
	def := s.scale.Items()[item].Measures
	for i := range def {
		if &def[i] == m || def[i].ID == m.ID {
			return &s.items[item].measures[i]
		}
	}
	return &measureWords{name: plain(m.ID), table: -1}
}

// figure writes a number of a measure as it stands in a short text.
func (s *Speaker) figure(item int, m *fidelity.Measure, n fidelity.Number) string {
	return s.measure(item, m).figure(n)
}

// Unit returns the unit of a measure.
func (s *Speaker) Unit(item int, m *fidelity.Measure) string { return s.measure(item, m).unit }

// MeasureName returns what a measure is called.
func (s *Speaker) MeasureName(item int, m *fidelity.Measure) string { return s.measure(item, m).name }

// Measure says what a measure came to and what it rests on: "19.3 clients per
// full-time specialist (58 for 3)", "12 of 15 jobs (80%)", "24 days (median
// of 12 clients)".
func (s *Speaker) Measure(item int, m *fidelity.Measure, got fidelity.Measured) string {
	w := s.measure(item, m)
	value, exact := got.Exact()
	if !exact {
		return s.openMeasure(w, m, &got)
	}
	switch {
	case m.Calc == fidelity.Members && got.HasBase:
		return Number(value) + " of " + w.amount(got.Base)
	case m.Calc != fidelity.Median && m.Calc != fidelity.MeanOf:
		return s.withParts(w, m, value, &got)
	case got.Used == 1:
		return w.amount(value) + " (" + s.rowCount(w.table, 1) + ")"
	case m.Calc == fidelity.Median:
		return w.amount(value) + " (median of " + s.rowCount(w.table, got.Used) + ")"
	case m.Weight != "":
		return w.amount(value) + " (weighted mean of " + s.rowCount(w.table, got.Used) + ")"
	}
	return w.amount(value) + " (mean of " + s.rowCount(w.table, got.Used) + ")"
}

// withParts says a number with what was divided by what.
func (s *Speaker) withParts(w *measureWords, m *fidelity.Measure, value fidelity.Number, got *fidelity.Measured) string {
	switch {
	case !got.HasPart || !got.HasBase:
		return w.amount(value)
	case w.of != "":
		return Number(got.Part) + among(m) + s.base(w, got) + " (" + Number(value) + "%)"
	case (m.Calc == fidelity.Ratio || m.Calc == fidelity.LargestOf) && got.Base.Cmp(fidelity.Int(1)) != 0:
		return w.amount(value) + " (" + Number(got.Part) + " for " + Number(got.Base) + ")"
	}
	return w.amount(value)
}

// base writes what a percentage is of, with its number: "15 jobs", "1 job".
func (s *Speaker) base(w *measureWords, got *fidelity.Measured) string {
	text := Number(got.Base)
	one, many := s.rowNames(w.table)
	if rest, ok := strings.CutPrefix(w.of, many); ok && text == "1" {
		return "1 " + one + rest
	}
	return text + " " + w.of
}

// among stands between a part and its base: 12 of 15 jobs are permanent, but
// there are 12 different employers in 15 jobs.
func among(m *fidelity.Measure) string {
	if m.Calc == fidelity.Distinct {
		return " different in "
	}
	return " of "
}

// openMeasure says what is known of a measure that has no exact value.
func (s *Speaker) openMeasure(w *measureWords, m *fidelity.Measure, got *fidelity.Measured) string {
	low, hasLow := got.Low()
	high, hasHigh := got.High()
	switch {
	case hasLow && hasHigh && w.of != "" && got.HasBase:
		return span(partOf(low, got), partOf(high, got)) + among(m) + s.base(w, got) + " (" + w.figure(low) + " to " + w.figure(high) + ")"
	case hasLow && hasHigh && m.Calc == fidelity.Count:
		return span(low, high) + strings.TrimPrefix(w.amount(high), Number(high))
	case hasLow && hasHigh:
		return "between " + w.figure(low) + " and " + w.amount(high)
	case hasLow:
		return "at least " + w.amount(low)
	case hasHigh:
		return "at most " + w.amount(high)
	case got.HasBase && got.Base.Sign() == 0:
		return notKnown + ", as there are no " + s.nothingIn(w, m)
	}
	if gaps := got.Of - got.Used - notCounted(got); gaps > 0 && got.Used > 0 {
		return notKnown + ", as figures are missing for " + numeral(gaps) + " of " + s.rowCount(w.table, got.Of)
	}
	return notKnown
}

const notKnown = "not known"

// partOf is the number that a percentage of the base stands for.
func partOf(share fidelity.Number, got *fidelity.Measured) fidelity.Number {
	part, _ := share.Mul(got.Base).Div(fidelity.Int(100))
	return part
}

// span writes a range of numbers: "5 or 6", "5 to 8".
func span(low, high fidelity.Number) string {
	if low.Add(fidelity.Int(1)).Cmp(high) == 0 {
		return Number(low) + " or " + Number(high)
	}
	return Number(low) + " to " + Number(high)
}

// nothingIn names what there was none of, so that nothing could be measured.
func (s *Speaker) nothingIn(w *measureWords, m *fidelity.Measure) string {
	if m.Calc == fidelity.Ratio && w.of != "" {
		return w.of
	}
	_, many := s.rowNames(w.table)
	return many
}

// notCounted is how many rows the measure is not about.
func notCounted(got *fidelity.Measured) int {
	n := got.Apart
	for _, note := range got.Notes {
		if note.Why == fidelity.NotInScope || note.Why == fidelity.TooEarlyElse {
			n++
		}
	}
	return n
}

// rowNames returns what one row of a table is called, and what several are.
func (s *Speaker) rowNames(table int) (one, many string) {
	if table < 0 {
		return "row", "rows"
	}
	return s.tables[table].one, s.tables[table].many
}

// rowCount writes so many rows in the table's words.
func (s *Speaker) rowCount(table, n int) string {
	one, many := s.rowNames(table)
	return Count(n, one, many)
}

// Facts says how many facts of an item are in place: "2 of 5 in place, 1 not
// known".
func Facts(c fidelity.FactCount) string {
	if c.Of > 1 && c.Unknown == c.Of {
		return "none of the " + numeral(c.Of) + " is known yet"
	}
	text := numeral(c.Yes) + " of " + numeral(c.Of) + " in place"
	if c.Unknown > 0 {
		text += ", " + numeral(c.Unknown) + " " + notKnown
	}
	return text
}
