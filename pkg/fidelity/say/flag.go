package say

import (
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
		return "The score differs from the evidence, which " + evidenceGives(&a.Items[item]) + "."
	case f.Code == fidelity.MethodsDiffer:
		scores := make([]string, len(f.Readings))
		for i, score := range f.Readings {
			scores[i] = numeral(score)
		}
		return "Two ways to read the scale give different scores here: " + And(scores) + "."
	case f.Code == fidelity.Thin:
		w := &s.items[item].measures[f.Measure]
		return "Thin evidence: " + s.rowCount(w.table, a.Items[item].Measures[f.Measure].Used) +
			", where " + numeral(s.table(w.table).ThinBelow) + " or more are wanted."
	case f.Code == fidelity.PartlyFlag:
		if f.Count > 0 {
			return "Partly in place, so no credit yet: " + Count(f.Count, "question", "questions") + "."
		}
		names := list{between: ", "}
		for _, fact := range f.Facts {
			names.add(s.FactShort(item, fact))
		}
		return "Partly in place, so no credit yet: " + names.String() + "."
	case f.Code == fidelity.LeftOutFlag:
		return s.leftOut(a, item, f)
	}
	return Sentence(Upper(plain(f.Code)))
}

// declared says a flag of the scale, with the rows that it is about.
func (s *Speaker) declared(a *fidelity.Assessment, item int, f *fidelity.Flag) string {
	text := Sentence(or(s.items[item].Flags[f.Code], Upper(plain(f.Code))))
	switch {
	case f.Count > 0:
		return strings.TrimSuffix(text, ".") + " (" + s.rowCount(s.flagTable(item, f), f.Count) + ")."
	case len(f.Rows) == 0:
		return text
	}
	return strings.TrimSuffix(text, ".") + " (" + s.rowIDs(a, s.flagTable(item, f), f.Rows) + ")."
}

// flagTable returns the place of the table whose rows a flag names.
func (s *Speaker) flagTable(item int, f *fidelity.Flag) int {
	if f.Measure >= 0 {
		return s.items[item].measures[f.Measure].table
	}
	for _, rule := range s.scale.Items()[item].Flags {
		if t, ok := s.scale.TableAt(ruleTable(&rule)); ok && f.Declared && rule.Code == f.Code {
			return t
		}
	}
	return s.items[item].table
}

func ruleTable(rule *fidelity.FlagRule) string {
	if rule.AnyRow == nil {
		return ""
	}
	return rule.AnyRow.Table
}

func (s *Speaker) nearBoundary(a *fidelity.Assessment, item int, f *fidelity.Flag) string {
	w := &s.items[item].measures[f.Measure]
	it := &a.Items[item]
	at := ""
	switch {
	case f.Count > 0:
		at = s.rowCount(w.table, f.Count)
	case len(f.Rows) == 0:
		value, _ := it.Measures[f.Measure].Exact()
		at = w.short(value)
	case s.withoutCodes:
		at = s.rowCount(w.table, len(f.Rows)) // the figure of a single row would give it away
	default:
		rows := make([]string, len(f.Rows))
		for i, row := range f.Rows {
			rows[i] = s.RowID(a, w.table, row)
			if r := rowAt(it, row); r != nil {
				value, _ := r.Measures[f.Measure].Exact()
				rows[i] += " (" + w.short(value) + ")"
			}
		}
		at = And(rows)
	}
	change := "A change of 0.5"
	if calc := s.scale.Items()[item].Measures[f.Measure].Calc; calc == fidelity.Members || calc == fidelity.Count {
		change = "One more or one fewer"
	}
	return "Close to the line between two scores: " + at + ". " + change + " could give another score."
}

// rowAt returns what was found for the row at a place of its table.
func rowAt(it *fidelity.ItemAssessment, row int) *fidelity.RowAssessment {
	for i := range it.Rows {
		if it.Rows[i].Row == row {
			return &it.Rows[i]
		}
	}
	return nil
}

// leftOut names rows that do not count, those with the same reason together.
func (s *Speaker) leftOut(a *fidelity.Assessment, item int, f *fidelity.Flag) string {
	t := s.flagTable(item, f)
	if f.Count > 0 && f.Measure >= 0 {
		return "Left out for now: " + s.rowCount(t, f.Count) + "."
	}
	if f.Count > 0 {
		return "Left out: " + s.rowCount(t, f.Count) + "."
	}
	if f.Measure >= 0 {
		return s.leftOutForNow(a, item, f)
	}
	var reasons []string
	rows := map[string][]int{}
	for _, row := range f.Rows {
		why := s.LeftOut(a, item, row)
		if rows[why] == nil {
			reasons = append(reasons, why)
		}
		rows[why] = append(rows[why], row)
	}
	all := list{between: "; "}
	for _, why := range reasons {
		all.add(s.rowIDs(a, t, rows[why]), " (", why, ")")
	}
	return "Left out: " + all.String() + "."
}

// leftOutForNow names rows that a measure could not count yet, by the reason.
func (s *Speaker) leftOutForNow(a *fidelity.Assessment, item int, f *fidelity.Flag) string {
	var early, unknown []int
	for _, n := range a.Items[item].Measures[f.Measure].Notes {
		switch n.Why {
		case fidelity.TooEarlyElse:
			early = append(early, n.Row)
		case fidelity.ScopeUnknown:
			unknown = append(unknown, n.Row)
		case fidelity.NotInScope, fidelity.CountedElse:
		}
	}
	t := s.flagTable(item, f)
	all := list{between: "; "}
	if len(early) > 0 {
		all.add("too early to count: ", s.rowIDs(a, t, early))
	}
	if len(unknown) > 0 {
		all.add("not known whether they belong: ", s.rowIDs(a, t, unknown))
	}
	return "Left out for now, " + all.String() + "."
}
