package say

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// wish is what several rows need alike.
type wish struct {
	wants string
	rows  []int
	nows  []string
}

// rowNeeds says what rows need, those that need the same together: "share of
// scheduled hours in the community: at least 50%, for ES02 (now 40%) and ES03
// (now 36%)". Without codes it says how many rows.
func (s *Speaker) rowNeeds(a *fidelity.Assessment, item int, n *fidelity.Next) string {
	one, many := s.rowNames(s.scale.Items()[item].Each)
	wishes := s.wishes(a, item, n.Needs)
	rows := Count(len(n.Needs), one, many)
	if s.withoutCodes && len(wishes) == 1 {
		if n.Choose < len(n.Needs) {
			rows = "any " + strconv.Itoa(n.Choose) + " of " + rows
		}
		return rows + ": " + Sentence(wishes[0].wants)
	}
	var parts []string
	for _, w := range wishes {
		parts = append(parts, w.wants+", for "+s.whose(a, item, w))
	}
	text := Sentence(strings.Join(parts, "; "))
	if n.Choose >= len(n.Needs) {
		return text
	}
	return "any " + strconv.Itoa(n.Choose) + " of these " + rows + ": " + text
}

// wishes groups the needs of rows by what they want.
func (s *Speaker) wishes(a *fidelity.Assessment, item int, needs []fidelity.Need) []wish {
	var out []wish
	place := map[string]int{}
	for i := range needs {
		var wants, nows []string
		for j := range needs[i].Unmet {
			u := s.unmet(a, item, needs[i].Row, &needs[i].Unmet[j])
			wants, nows = append(wants, u.wants), append(nows, u.now)
		}
		key := strings.Join(wants, "; ")
		at, ok := place[key]
		if !ok {
			at = len(out)
			place[key] = at
			out = append(out, wish{wants: key})
		}
		out[at].rows = append(out[at].rows, needs[i].Row)
		out[at].nows = append(out[at].nows, strings.Join(nows, "; "))
	}
	return out
}

func (s *Speaker) whose(a *fidelity.Assessment, item int, w wish) string {
	t, _ := s.tableOf(item)
	if s.withoutCodes {
		return s.rowIDs(a, t, w.rows)
	}
	names := make([]string, len(w.rows))
	for i, row := range w.rows {
		names[i] = s.RowID(a, t, row) + " (" + w.nows[i] + ")"
	}
	return And(names)
}
