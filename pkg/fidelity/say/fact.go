package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// FactShort returns the name of a fact in a few words.
func (s *Speaker) FactShort(item, fact int) string {
	id := s.scale.Items()[item].Facts[fact].ID
	return or(s.items[item].Facts[id].Short, plain(id))
}

// FactIs returns what is true where the answer to a fact is yes.
func (s *Speaker) FactIs(item, fact int) string {
	id := s.scale.Items()[item].Facts[fact].ID
	return or(s.items[item].Facts[id].Is, s.FactShort(item, fact))
}

// FactAsks returns the question that a fact answers.
func (s *Speaker) FactAsks(item, fact int) string {
	id := s.scale.Items()[item].Facts[fact].ID
	return or(s.items[item].Facts[id].Asks, Upper(s.FactShort(item, fact))+"?")
}

// Answer returns an answer to a fact in words.
func (s *Speaker) Answer(item, fact, answer int) string {
	def := &s.scale.Items()[item].Facts[fact]
	id := def.Choices()[answer]
	return or(s.items[item].Facts[def.ID].Answers[id], plain(id))
}

// FactValue says what is known of a fact: "weekly", "3 specialists", "not known".
func (s *Speaker) FactValue(item, fact int, v fidelity.Value) string {
	def := &s.scale.Items()[item].Facts[fact]
	if !v.Known() {
		return "not known"
	}
	if def.Kind == fidelity.Whole {
		n, _ := v.Number()
		return strings.TrimSpace(Number(n) + " " + s.items[item].Facts[def.ID].Unit)
	}
	answer, _ := v.Answer()
	return s.Answer(item, fact, answer)
}

// factList says which facts of an item are in place and which are not, and
// the answers to the others: "not in place: near the team; partly: joint
// record; contacts: weekly".
func (s *Speaker) factList(a *fidelity.Assessment, item int) string {
	var parts, no, partly, unknown []string
	yes := 0
	def := s.scale.Items()[item].Facts
	for f, v := range a.Review().Findings[item].Facts {
		answer, known := v.Answer()
		switch {
		case !known:
			unknown = append(unknown, s.FactShort(item, f))
		case def[f].Kind != fidelity.YesNo:
			parts = append(parts, s.FactShort(item, f)+": "+s.FactValue(item, f, v))
		case answer == 2:
			yes++
		case answer == 1:
			partly = append(partly, s.FactShort(item, f))
		default:
			no = append(no, s.FactShort(item, f))
		}
	}
	if n := yes + len(no) + len(partly); n > 0 {
		parts = append(parts, Number(fidelity.Int(yes))+" of "+Number(fidelity.Int(n+yesNoAmong(def, a.Review().Findings[item].Facts)))+" in place")
	}
	for _, group := range []struct {
		label string
		names []string
	}{{"partly", partly}, {"not in place", no}, {"not known", unknown}} {
		if len(group.names) > 0 {
			parts = append(parts, group.label+": "+strings.Join(group.names, ", "))
		}
	}
	return strings.Join(parts, "; ")
}

// factsInShort says the same in a few words: "contacts: weekly; 2 of 3 in
// place, 1 not known".
func (s *Speaker) factsInShort(a *fidelity.Assessment, item int) string {
	def := s.scale.Items()[item].Facts
	facts := a.Review().Findings[item].Facts
	var c fidelity.FactCount
	var parts []string
	for f, v := range facts {
		answer, known := v.Answer()
		if def[f].Kind != fidelity.YesNo {
			if known && def[f].Kind == fidelity.Choice && len(parts) == 0 {
				parts = append(parts, s.FactShort(item, f)+": "+s.FactValue(item, f, v))
			}
			continue
		}
		c.Of++
		switch {
		case !known:
			c.Unknown++
		case answer == 2:
			c.Yes++
		}
	}
	if c.Of > 0 {
		parts = append(parts, Facts(c))
	}
	return strings.Join(parts, "; ")
}

// yesNoAmong counts the yes/no facts that have no answer.
func yesNoAmong(def []fidelity.Fact, facts []fidelity.Value) int {
	n := 0
	for f := range facts {
		if def[f].Kind == fidelity.YesNo && !facts[f].Known() {
			n++
		}
	}
	return n
}
