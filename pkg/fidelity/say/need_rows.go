package say

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// wish is what several rows need alike, with how each stands now.
type wish struct {
	wants []string
	rows  []int
	nows  [][]string // by row, as wants
}

// rowNeeds says what rows need. What all of them need stands first: "share of
// scheduled hours in the community: at least 50%, for ES02 (now 40%) and ES03
// (now 36%)". Where they differ the rows stand first: "ES02: phases: at least 5
// (now 3); ES03 and ES04: contact log: kept".
func (s *Speaker) rowNeeds(a *fidelity.Assessment, item int, n *fidelity.Next) (lead, text string) {
	wishes := s.wishes(a, item, n.Needs)
	if w := &wishes[0]; len(wishes) == 1 {
		wants := w.wants[0]
		if len(w.wants) > 1 {
			wants = s.wanted(w)
		}
		return "", Sentence(wants + ", for " + s.someOf(a, item, w, n.Choose))
	}
	if n.Choose < len(n.Needs) {
		lead = "for " + anyOf(n.Choose) + "these " + s.rowCount(s.items[item].table, len(n.Needs))
	}
	all := list{between: "; "}
	for i := range wishes {
		all.add(s.rowIDs(a, s.items[item].table, wishes[i].rows), ": ", s.wanted(&wishes[i]))
	}
	return lead, Sentence(all.String())
}

// wishes groups the needs of rows by what they want.
func (s *Speaker) wishes(a *fidelity.Assessment, item int, needs []fidelity.Need) []wish {
	var out []wish
	for i := range needs {
		wants, nows := make([]string, len(needs[i].Unmet)), make([]string, len(needs[i].Unmet))
		for j := range needs[i].Unmet {
			u := s.unmet(a, item, needs[i].Row, &needs[i].Unmet[j])
			wants[j], nows[j] = u.wants, u.now
		}
		at := slices.IndexFunc(out, func(w wish) bool { return slices.Equal(w.wants, wants) })
		if at < 0 {
			at = len(out)
			out = append(out, wish{wants: wants})
		}
		out[at].rows = append(out[at].rows, needs[i].Row)
		out[at].nows = append(out[at].nows, nows)
	}
	return out
}

// someOf names the rows of a wish, any so many of which do. It says how each
// stands now where the wish is for one thing.
func (s *Speaker) someOf(a *fidelity.Assessment, item int, w *wish, choose int) string {
	t := s.items[item].table
	names := []string{s.rowIDs(a, t, w.rows)}
	if !s.withoutCodes {
		names = names[:0]
		for i, row := range w.rows {
			name := need{wants: s.RowID(a, t, row)}
			if len(w.wants) == 1 {
				name.now = w.nows[i][0]
			}
			names = append(names, name.String())
		}
	}
	switch {
	case choose >= len(w.rows):
		return And(names)
	case choose == 1 && len(names) > 1:
		return Or(names)
	}
	return anyOf(choose) + And(names)
}

// wanted says all that a wish asks for. It says how that stands now where one
// row asks for several things; nothing is to be told of a single row without
// its code.
func (s *Speaker) wanted(w *wish) string {
	if len(w.rows) > 1 || s.withoutCodes {
		return And(w.wants)
	}
	parts := make([]string, len(w.wants))
	for i := range w.wants {
		parts[i] = need{w.wants[i], w.nows[0][i]}.String()
	}
	return And(parts)
}
