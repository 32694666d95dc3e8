package say

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Path returns the place of what is missing, as files and workbooks name it:
// items.team-contact.facts.new-referrals, evidence.specialists[2].fte.
func (s *Speaker) Path(m fidelity.Missing) string {
	switch m.Kind {
	case fidelity.MissingFact:
		it := &s.scale.Items()[m.Item]
		return "items." + it.ID + ".facts." + it.Facts[m.Fact].ID
	case fidelity.MissingCell:
		t := s.table(m.Table)
		return "evidence." + t.ID + "[" + strconv.Itoa(m.Row) + "]." + t.Columns[m.Column].ID
	default:
		return "evidence." + s.table(m.Table).ID
	}
}

// Missing says what is missing: "near the team", "caseload of ES02".
func (s *Speaker) Missing(a *fidelity.Assessment, m fidelity.Missing) string {
	switch m.Kind {
	case fidelity.MissingFact:
		return s.FactShort(m.Item, m.Fact)
	case fidelity.MissingCell:
		return s.ColumnLabel(m.Table, m.Column) + " of " + s.RowID(a, m.Table, m.Row)
	default:
		_, many := s.rowNames(s.table(m.Table).ID)
		return "figures on " + many
	}
}

// MissingInShort says what an item waits for: "1 fact is not known", "the
// caseload of ES02 is not known".
func (s *Speaker) MissingInShort(a *fidelity.Assessment, item int) string {
	facts, cells, table := 0, 0, ""
	for _, m := range a.Items[item].Missing {
		switch m.Kind {
		case fidelity.MissingFact:
			facts++
		case fidelity.MissingCell:
			cells++
		default:
			_, table = s.rowNames(s.table(m.Table).ID)
		}
	}
	switch {
	case table != "":
		return "No figures on " + table + " yet"
	case facts > 0 && cells > 0:
		return Count(facts, "fact", "facts") + " and " + Count(cells, "figure", "figures") + " are not known"
	case facts > 0:
		return Count(facts, "fact is", "facts are") + " not known"
	case cells > 0:
		return Count(cells, "figure is", "figures are") + " not known"
	}
	return "Nothing more is known"
}

// MissingNamed names what an item waits for, up to three things: "near the
// team, caseload of ES02 and 2 more".
func (s *Speaker) MissingNamed(a *fidelity.Assessment, item int) string {
	missing := a.Items[item].Missing
	const most = 3
	var names []string
	for _, m := range missing[:min(most, len(missing))] {
		names = append(names, s.Missing(a, m))
	}
	if rest := len(missing) - most; rest > 0 {
		names = append(names, strconv.Itoa(rest)+" more")
	}
	return And(names)
}
