package say

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Brief says what the next score needs in few words, for a first page or a
// terminal: facts stand with their short names.
func (s *Speaker) Brief(a *fidelity.Assessment, item int) string {
	n := a.Items[item].Next
	if n == nil {
		return ""
	}
	if len(n.Needs) == 0 || n.Needs[0].Row >= 0 {
		return s.Needs(a, item, n)
	}
	all := list{between: "; "}
	for i := range n.Needs {
		for j := range n.Needs[i].Unmet {
			u := &n.Needs[i].Unmet[j]
			if u.Fact >= 0 && s.scale.Items()[item].Facts[u.Fact].Kind == fidelity.YesNo {
				all.add(s.FactShort(item, u.Fact))
				continue
			}
			all.add(s.unmet(a, item, -1, u).String())
		}
	}
	if n.Choose < len(n.Needs) {
		return anyOf(n.Choose) + numeral(len(n.Needs)) + ": " + Sentence(all.String())
	}
	return Sentence(all.String())
}
