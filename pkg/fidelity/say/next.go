package say

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Next says what the next score needs: "To reach 4, either of these: …".
func (s *Speaker) Next(a *fidelity.Assessment, item int) string {
	n := a.Items[item].Next
	if n == nil {
		return ""
	}
	lead, text := s.needs(a, item, n)
	if lead != "" {
		lead = ", " + lead
	}
	return "To reach " + numeral(n.Score) + lead + ": " + text
}

// Needs says what a step needs: "any 2 of these 3: …", or all of it.
func (s *Speaker) Needs(a *fidelity.Assessment, item int, n *fidelity.Next) string {
	lead, text := s.needs(a, item, n)
	if lead != "" {
		lead += ": "
	}
	return lead + text
}

// needs says how many of the needs do, where that is not all, and the needs.
func (s *Speaker) needs(a *fidelity.Assessment, item int, n *fidelity.Next) (lead, text string) {
	switch {
	case len(n.Needs) == 0:
		return "", s.nothingToChange(a, item, n)
	case n.Needs[0].Row >= 0:
		return s.rowNeeds(a, item, n)
	}
	all := list{between: "; "}
	if n.Choose == 1 && len(n.Needs) == 2 {
		lead, all.between = "either of these", "; or "
	} else if n.Choose < len(n.Needs) {
		lead = anyOf(n.Choose) + "these " + numeral(len(n.Needs))
	}
	s.addNeeds(&all, a, item, n.Needs)
	if len(n.Or) == 0 {
		return lead, Sentence(all.String())
	}
	// Each way asks for several things, so that the ways are told apart as sentences.
	text = Sentence(all.String())
	for _, way := range n.Or {
		other := list{between: "; "}
		s.addNeeds(&other, a, item, way)
		text += " Or else: " + Sentence(other.String())
	}
	return lead, text
}

// anyOf says that some of several things do.
func anyOf(n int) string {
	if n == 1 {
		return "any one of "
	}
	return "any " + numeral(n) + " of "
}

func (s *Speaker) addNeeds(all *list, a *fidelity.Assessment, item int, needs []fidelity.Need) {
	for i := range needs {
		all.add(Lower(s.Need(a, item, &needs[i])))
	}
}

// nothingToChange says why a step names no needs: the reviewers scored below
// the evidence, or there is something to find out first.
func (s *Speaker) nothingToChange(a *fidelity.Assessment, item int, n *fidelity.Next) string {
	it := &a.Items[item]
	if len(it.Missing) == 0 || it.State == fidelity.Rated && n.Score <= it.Low {
		return "the evidence is there already; the reviewers scored lower."
	}
	if it.Missing[0].Kind == fidelity.MissingTable {
		return Lower(s.MissingInShort(a, item)) + "."
	}
	return "find out first: " + s.MissingNamed(a, item) + "."
}
