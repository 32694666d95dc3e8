package say

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Flag says in a sentence what a reader of the score should know.
func (s *Speaker) Flag(a *fidelity.Assessment, item int, f *fidelity.Flag) string {
	switch {
	case f.Declared:
		return s.declared(a, item, f)
	case f.Code == fidelity.NearBoundary:
		return s.nearBoundary(a, item, f)
	case f.Code == fidelity.Differs:
		it := &a.Items[item]
		if it.Low == it.High {
			return "The reviewers' score differs from the evidence, which suggests " + strconv.Itoa(it.Low) + "."
		}
		return "The reviewers' score differs from the evidence, which allows " + ScoreRange(it.Low, it.High) + "."
	case f.Code == fidelity.MethodsDiffer:
		scores := make([]string, len(f.Readings))
		for i, score := range f.Readings {
			scores[i] = strconv.Itoa(score)
		}
		return "Two readings of the scale give different scores here: " + And(scores) + "."
	case f.Code == fidelity.Thin:
		return s.thin(a, item, f)
	case f.Code == fidelity.PartlyFlag:
		names := make([]string, len(f.Facts))
		for i, fact := range f.Facts {
			names[i] = s.FactShort(item, fact)
		}
		return "Partly in place, so no credit yet: " + strings.Join(names, ", ") + "."
	case f.Code == fidelity.LeftOutFlag:
		return s.leftOut(a, item, f)
	}
	return f.Code
}

func (s *Speaker) declared(a *fidelity.Assessment, item int, f *fidelity.Flag) string {
	text := or(s.items[item].Flags[f.Code], Sentence(Upper(plain(f.Code))))
	if len(f.Rows) == 0 {
		return text
	}
	return strings.TrimSuffix(text, ".") + " (" + s.rowIDs(a, s.flagTable(item, f), f.Rows) + ")."
}

// flagTable returns the place of the table whose rows a flag names.
func (s *Speaker) flagTable(item int, f *fidelity.Flag) int {
	def := &s.scale.Items()[item]
	id := def.Each
	if f.Measure >= 0 {
		if ref := def.Measures[f.Measure].Columns; len(ref) > 0 && strings.Contains(ref[0], ".") {
			id, _, _ = strings.Cut(ref[0], ".")
		}
	}
	for _, rule := range def.Flags {
		if rule.Code == f.Code && rule.AnyRow != nil {
			id = rule.AnyRow.Table
		}
	}
	t, _ := s.scale.TableAt(id)
	return t
}

func (s *Speaker) nearBoundary(a *fidelity.Assessment, item int, f *fidelity.Flag) string {
	def := &s.scale.Items()[item]
	m := &def.Measures[f.Measure]
	if len(f.Rows) == 0 {
		value, _ := a.Items[item].Measures[f.Measure].Exact()
		return "Near a boundary: at " + s.figure(item, m, value) + ", half a unit would give another score."
	}
	rows := make([]string, len(f.Rows))
	for i, row := range f.Rows {
		for j := range a.Items[item].Rows {
			if r := &a.Items[item].Rows[j]; r.Row == row {
				value, _ := r.Measures[f.Measure].Exact()
				rows[i] = s.RowID(a, s.flagTable(item, f), row) + " at " + s.figure(item, m, value)
			}
		}
	}
	return "Near a boundary: " + And(rows) + ", where half a unit would give another score."
}

func (s *Speaker) thin(a *fidelity.Assessment, item int, f *fidelity.Flag) string {
	m := &s.scale.Items()[item].Measures[f.Measure]
	below := 0
	table := m.Table
	if table == "" {
		table, _, _ = strings.Cut(m.Columns[0], ".")
	}
	if t, ok := s.scale.TableAt(table); ok {
		below = s.table(t).ThinBelow
	}
	return "Thin evidence: " + s.rowsUsed(m, a.Items[item].Measures[f.Measure].Used) + ", fewer than " + strconv.Itoa(below) + "."
}

func (s *Speaker) leftOut(a *fidelity.Assessment, item int, f *fidelity.Flag) string {
	t := s.flagTable(item, f)
	if f.Measure >= 0 {
		return "Left out for now: " + s.rowIDs(a, t, f.Rows) + "."
	}
	rows := make([]string, len(f.Rows))
	for i, row := range f.Rows {
		rows[i] = s.RowID(a, t, row) + " (" + s.LeftOut(a, item, row) + ")"
	}
	return "Left out: " + And(rows) + "."
}
