package say

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Path returns the place of what is missing, as files and workbooks name it:
// items.team-contact.facts.new-referrals, evidence.specialists[2].fte.
func (s *Speaker) Path(m fidelity.Missing) string {
	switch m.Kind {
	case fidelity.MissingFact:
		it := &s.scale.Items()[m.Item]
		return "items." + it.ID + ".facts." + it.Facts[m.Fact].ID
	case fidelity.MissingCell:
		t := s.table(m.Table)
		return "evidence." + t.ID + "[" + numeral(m.Row) + "]." + t.Columns[m.Column].ID
	default:
		return "evidence." + s.table(m.Table).ID
	}
}

// Missing says what is missing: "near the team", "caseload (ES02)".
func (s *Speaker) Missing(a *fidelity.Assessment, m fidelity.Missing) string {
	switch m.Kind {
	case fidelity.MissingFact:
		return s.FactShort(m.Item, m.Fact)
	case fidelity.MissingCell:
		return s.missingCells(a, m, []int{m.Row})
	}
	if a.Review().Looked(s.table(m.Table).ID) {
		return Lower(s.noRows(a, m.Table))
	}
	_, many := s.rowNames(m.Table)
	return "figures on " + many
}

// fewNames is how many things are named one by one.
const fewNames = 3

// missingCells says which rows lack a cell of a column.
func (s *Speaker) missingCells(a *fidelity.Assessment, m fidelity.Missing, rows []int) string {
	label := s.ColumnLabel(m.Table, m.Column)
	if len(rows) > fewNames {
		return label + " (" + s.rowCount(m.Table, len(rows)) + ")"
	}
	return label + " (" + s.rowIDs(a, m.Table, rows) + ")"
}

// MissingInShort says what an item waits for: "1 fact is not known", "2
// figures are not known", "No figures on clients yet".
func (s *Speaker) MissingInShort(a *fidelity.Assessment, item int) string {
	facts, cells, tables := 0, 0, ""
	for _, m := range a.Items[item].Missing {
		switch m.Kind {
		case fidelity.MissingFact:
			facts++
		case fidelity.MissingCell:
			cells++
		default:
			tables = s.noRows(a, m.Table)
		}
	}
	known := ""
	switch {
	case facts > 0 && cells > 0:
		known = Count(facts, "fact", "facts") + " and " + Count(cells, "figure", "figures") + " are " + notKnown
	case facts > 0:
		known = Count(facts, "fact", "facts") + are(facts) + notKnown
	case cells > 0:
		known = Count(cells, "figure", "figures") + are(cells) + notKnown
	}
	switch {
	case tables != "" && known != "":
		return tables + ", and " + known
	case tables == "" && known == "":
		return "No fact or figure is missing"
	}
	return tables + known
}

// noRows says why a table gives nothing: nobody looked, there are no rows, or
// none of them counts for the item.
func (s *Speaker) noRows(a *fidelity.Assessment, table int) string {
	one, many := s.rowNames(table)
	switch n := len(a.Review().Rows(s.table(table).ID)); n {
	case 0:
		return Upper(s.none(a, table))
	case 1:
		return "The only " + one + " does not count here"
	default:
		return "None of the " + numeral(n) + " " + many + " counts here"
	}
}

// MissingNamed names what an item waits for, up to three things: "near the
// team, caseload (ES02 and ES03) and 2 more".
func (s *Speaker) MissingNamed(a *fidelity.Assessment, item int) string {
	missing := a.Items[item].Missing
	var names []string
	more := 0
	for i, m := range missing {
		switch {
		case toldBefore(missing[:i], m):
		case len(names) == fewNames:
			more++
		case m.Kind == fidelity.MissingCell:
			names = append(names, s.missingCells(a, m, rowsLacking(missing[i:], m)))
		default:
			names = append(names, s.Missing(a, m))
		}
	}
	if more > 0 {
		names = append(names, numeral(more)+" more")
	}
	return And(names)
}

// toldBefore reports whether the same column was missing in an earlier row:
// all rows that lack it are named together.
func toldBefore(before []fidelity.Missing, m fidelity.Missing) bool {
	return m.Kind == fidelity.MissingCell && len(rowsLacking(before, m)) > 0
}

func rowsLacking(missing []fidelity.Missing, m fidelity.Missing) (rows []int) {
	for _, other := range missing {
		if other.Kind == fidelity.MissingCell && other.Table == m.Table && other.Column == m.Column {
			rows = append(rows, other.Row)
		}
	}
	return rows
}
