package say

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// FactShort returns the name of a fact in a few words.
func (s *Speaker) FactShort(item, fact int) string { return s.items[item].facts[fact].short }

// FactIs returns what is true where the answer to a fact is yes.
func (s *Speaker) FactIs(item, fact int) string { return s.items[item].facts[fact].is }

// FactAsks returns the question that a fact answers.
func (s *Speaker) FactAsks(item, fact int) string { return s.items[item].facts[fact].asks }

// Answer returns an answer to a fact in words.
func (s *Speaker) Answer(item, fact, answer int) string {
	return s.items[item].facts[fact].answers[answer]
}

// FactValue says what is known of a fact: "weekly", "3", "not known".
func (s *Speaker) FactValue(item, fact int, v fidelity.Value) string {
	if !v.Known() {
		return notKnown
	}
	if s.scale.Items()[item].Facts[fact].Kind == fidelity.Whole {
		n, _ := v.Number()
		return Number(n)
	}
	answer, _ := v.Answer()
	return s.Answer(item, fact, answer)
}

// standing is how a fact counts in a list of facts.
type standing uint8

const (
	notAsked standing = iota // depends on another fact, which says no
	told                     // with its answer
	inPlace
	partly
	notInPlace
	open // not known
)

// standing says how a fact counts. Answers to facts that are not asked do not.
func (s *Speaker) standing(a *fidelity.Assessment, item, fact int) standing {
	def := &s.scale.Items()[item].Facts[fact]
	facts := a.Review().Findings[item].Facts
	answer, known := facts[fact].Answer()
	switch {
	case !def.OnlyIf.IsZero() && a.Asked(item, fact) == fidelity.No:
		return notAsked
	case !known:
		return open
	case !s.items[item].facts[fact].counted:
		return told
	}
	return [...]standing{notInPlace, partly, inPlace}[answer]
}

// standings says how each fact of an item counts. Few items have so many facts
// that room has to be made for them.
func (s *Speaker) standings(a *fidelity.Assessment, item int, room []standing) []standing {
	for f := range s.items[item].facts {
		room = append(room, s.standing(a, item, f))
	}
	return room
}

// factList says which facts of an item are in place and which are not, and
// the answers to the others: "contacts: weekly; 2 of 4 in place; partly: joint
// record; not in place: near the team".
func (s *Speaker) factList(a *fidelity.Assessment, item int) string {
	var room [16]standing
	at := s.standings(a, item, room[:0])
	all := list{between: "; "}
	c := s.tellFacts(&all, a, item, at, len(at))
	if c.Of > c.Unknown {
		c.Unknown = 0 // they are named below
		all.add(Facts(c))
	}
	s.group(&all, "partly: ", item, at, partly)
	s.group(&all, "not in place: ", item, at, notInPlace)
	s.group(&all, notKnown+": ", item, at, open)
	return all.String()
}

// tellFacts adds up to most of the facts that are told with their answers, and
// counts the others.
func (s *Speaker) tellFacts(all *list, a *fidelity.Assessment, item int, at []standing, most int) (c fidelity.FactCount) {
	for f := range at {
		if at[f] == told && most > 0 {
			all.add(s.FactShort(item, f), ": ", s.FactValue(item, f, a.Review().Findings[item].Facts[f]))
			most--
		}
		if at[f] == notAsked || !s.items[item].facts[f].counted {
			continue
		}
		c.Of++
		switch at[f] {
		case inPlace:
			c.Yes++
		case partly:
			c.Partly++
		case open:
			c.Unknown++
		}
	}
	return c
}

// group adds the names of the facts that stand alike, after a label.
func (s *Speaker) group(all *list, label string, item int, at []standing, want standing) {
	first := true
	for f := range at {
		if at[f] != want {
			continue
		}
		if first {
			all.add(label)
		} else {
			all.WriteString(", ")
		}
		all.WriteString(s.FactShort(item, f))
		first = false
	}
}

// factsInShort says the same in a few words: "contacts: weekly; 2 of 3 in
// place, 1 not known".
func (s *Speaker) factsInShort(a *fidelity.Assessment, item int) string {
	var room [16]standing
	at := s.standings(a, item, room[:0])
	all := list{between: "; "}
	most := len(at)
	if s.items[item].counted > 1 {
		most = 1 // the first answer, and how many others are in place
	}
	if c := s.tellFacts(&all, a, item, at, most); c.Of > 0 {
		all.add(Facts(c))
	}
	return or(all.String(), notKnown)
}
