package say

import (
	"math"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

// Safety says how few records would give an item another score, and what its
// sample allows to be said: a sentence each.
func (s *Speaker) Safety(a *fidelity.Assessment, at *plan.Safety) []string {
	if at == nil {
		return nil
	}
	var out []string
	if text := s.margins(a, at); text != "" {
		out = append(out, text)
	}
	if text := s.days(at); text != "" {
		out = append(out, text)
	}
	if text := s.sampling(at); text != "" {
		out = append(out, text)
	}
	return out
}

// margins says how far the scores beside it are: "With 1 fewer of 15 jobs this
// would be a 3, and with 2 more a 5."
func (s *Speaker) margins(a *fidelity.Assessment, at *plan.Safety) string {
	down, up := s.margin(at.Item, &at.Down), s.margin(at.Item, &at.Up)
	whose := "this would be "
	if it := &a.Items[at.Item]; it.State == fidelity.Rated && it.Score != at.Score {
		whose = "the evidence would suggest "
	}
	switch {
	case down != "" && up != "":
		return "With " + down + " " + whose + aScore(at.Down.To) + ", and with " + up + " " + aScore(at.Up.To) + "."
	case down != "":
		return "With " + down + " " + whose + aScore(at.Down.To) + "."
	case up != "":
		return "With " + up + " " + whose + aScore(at.Up.To) + "."
	}
	return ""
}

// aScore writes a score after its article.
func aScore(score int) string {
	if n := numeral(score); n[0] == '8' || n == "11" || n == "18" {
		return "an " + n
	}
	return "a " + numeral(score)
}

func (s *Speaker) margin(item int, m *plan.Margin) string {
	if m.Records == 0 {
		return ""
	}
	def, w := &s.scale.Items()[item].Measures[m.Measure], &s.items[item].measures[m.Measure]
	by := fidelity.Int(m.Records)
	if !m.More {
		by = fidelity.Int(-m.Records)
	}
	switch def.Calc {
	case fidelity.Median:
		if m.More {
			return "higher figures for " + numeral(m.Records) + " of " + s.rowCount(m.Table, m.Of)
		}
		return "lower figures for " + numeral(m.Records) + " of " + s.rowCount(m.Table, m.Of)
	case fidelity.Ratio:
		c := &s.tables[m.Table].columns[m.Column]
		return counted(by, or(c.one, "in "+c.label), or(c.many, "in "+c.label))
	case fidelity.Count:
		return counted(by, or(w.one, w.unit), w.unit)
	case fidelity.Distinct, fidelity.Spread:
		label := s.ColumnLabel(m.Table, s.columnOf(def, m.Table))
		return counted(by, s.tables[m.Table].one, s.tables[m.Table].many) + " of another " + label
	}
	return counted(by, "", "") + "of " + s.rowCount(m.Table, m.Of)
}

// columnOf returns the place of the first column of a measure.
func (s *Speaker) columnOf(m *fidelity.Measure, table int) int {
	for c := range s.table(table).Columns {
		if m.Columns[0] == s.table(table).ID+"."+s.table(table).Columns[c].ID {
			return c
		}
	}
	return 0
}

// days says what a median rests on, and lists a few values one by one.
func (s *Speaker) days(at *plan.Safety) string {
	d := at.Days
	if d == nil {
		return ""
	}
	w := &s.items[at.Item].measures[d.Measure]
	text := s.rowCount(w.table, len(d.Values)) + ": "
	if d.ListThem {
		if s.withoutCodes {
			return "" // so few would tell of single people
		}
		values := make([]string, len(d.Values))
		for i, v := range d.Values {
			values[i] = Number(v)
		}
		text += And(values) + " " + w.unit
	} else {
		text += "median " + Number(d.Median) + ", mean " + Number(d.Mean) + ", longest " + w.amount(d.Longest)
	}
	if d.Waiting > 0 {
		text += "; " + numeral(d.Waiting) + " of them still waiting"
	}
	return Sentence(text)
}

// sampling says what a sample allows to be said about all the records.
func (s *Speaker) sampling(at *plan.Safety) string {
	switch at.Sampling {
	case plan.Drawn:
		all := "all of them"
		if at.Listed > 0 {
			all = "all " + numeral(at.Listed)
		}
		return "The share among " + all + " is likely to lie between " + wholePercent(at.Share.Low) + " and " + wholePercent(at.Share.High) + " (95% interval)."
	case plan.Picked:
		return "The records were not picked at random, so that nothing can be said about those that were not read."
	case plan.Alike:
		return "There is no interval for this figure: what is counted comes several to a record, and these are often alike."
	}
	return ""
}

func wholePercent(share float64) string { return numeral(int(math.Round(100*share))) + "%" }
