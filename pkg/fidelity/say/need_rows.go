package say

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// wish is what several rows need alike, with how each stands now.
type wish struct {
	wants string
	rows  []int
	nows  []string
}

// rowNeeds says what rows need, those that need the same together: "share of
// scheduled hours in the community: at least 50%, for ES02 (now 40%) and ES03
// (now 36%)". Without codes it says how many rows.
func (s *Speaker) rowNeeds(a *fidelity.Assessment, item int, n *fidelity.Next) (lead, text string) {
	rows := s.rowCount(s.items[item].table, len(n.Needs))
	wishes := s.wishes(a, item, n.Needs)
	if n.Choose < len(n.Needs) {
		lead = "for " + anyOf(n.Choose) + rows
	}
	if s.withoutCodes && len(wishes) == 1 {
		return or(lead, "for "+rows), Sentence(wishes[0].wants)
	}
	all := list{between: "; "}
	for i := range wishes {
		all.add(wishes[i].wants, ", for ", s.whose(a, item, &wishes[i]))
	}
	return lead, Sentence(all.String())
}

// wishes groups the needs of rows by what they want.
func (s *Speaker) wishes(a *fidelity.Assessment, item int, needs []fidelity.Need) []wish {
	var out []wish
	for i := range needs {
		wants, now := list{between: "; "}, list{between: ", "}
		for j := range needs[i].Unmet {
			u := s.unmet(a, item, needs[i].Row, &needs[i].Unmet[j])
			wants.add(u.wants)
			if u.now != "" {
				now.add(u.now)
			}
		}
		at := slices.IndexFunc(out, func(w wish) bool { return w.wants == wants.String() })
		if at < 0 {
			at = len(out)
			out = append(out, wish{wants: wants.String()})
		}
		out[at].rows = append(out[at].rows, needs[i].Row)
		out[at].nows = append(out[at].nows, now.String())
	}
	return out
}

// whose names the rows of a wish, each with how it stands now.
func (s *Speaker) whose(a *fidelity.Assessment, item int, w *wish) string {
	t := s.items[item].table
	if s.withoutCodes {
		return s.rowIDs(a, t, w.rows)
	}
	names := make([]string, len(w.rows))
	for i, row := range w.rows {
		names[i] = need{s.RowID(a, t, row), w.nows[i]}.String()
	}
	return And(names)
}
