package source

import (
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// contradictions warns of a number that is more than the fact that bounds it,
// such as 3 full-time of 2 specialists. It is never refused: people find the
// truth out later, and the file must say what they know today.
func (r *reader) contradictions(n *yaml.Node, def *fidelity.Item, answers []fidelity.Value) {
	for f := range def.Facts {
		if def.Facts[f].AtMost == "" {
			continue
		}
		by := factNamed(def, def.Facts[f].AtMost)
		value, known := answers[f].Number()
		limit, limited := answers[by].Number()
		if known && limited && value.Cmp(limit) > 0 {
			r.ofFact(n, def.Facts[f].ID, Warning, CodeContra, "%s is more than %s, which is %s; look at both again", value, def.Facts[by].ID, limit)
		}
	}
}

// notAsked notes answers to facts that are asked only where something else
// holds, and surely does not.
func (r *reader) notAsked(n *yaml.Node, def *fidelity.Item, answers []fidelity.Value) {
	for f := range def.Facts {
		only := def.Facts[f].OnlyIf
		if !only.IsZero() && answers[f].Known() && holds(only, def, answers) == fidelity.No {
			r.ofFact(n, def.Facts[f].ID, Note, CodeUnanswer, "%s is asked only where %s, and that is not so here", def.Facts[f].ID, inWords(only))
		}
	}
}

func (r *reader) ofFact(n *yaml.Node, fact string, level Level, code, format string, args ...any) {
	r.in(fact)
	r.add(child(n, keyStep(fact)), level, code, format, args...)
	r.out()
}

func factNamed(def *fidelity.Item, id string) int {
	for f := range def.Facts {
		if def.Facts[f].ID == id {
			return f
		}
	}
	return -1
}

// holds answers a condition on the facts of an item. What the item measures is
// not known while a file is read, and leaves the answer open.
func holds(c fidelity.Condition, def *fidelity.Item, answers []fidelity.Value) fidelity.Truth {
	switch {
	case len(c.Any) > 0:
		some := fidelity.No
		for _, part := range c.Any {
			some = max(some, holds(part, def, answers))
		}
		return some
	case c.Name == "":
		all := fidelity.Yes
		for _, part := range c.All {
			all = min(all, holds(part, def, answers))
		}
		return all
	}
	f := factNamed(def, c.Name)
	if f < 0 || !answers[f].Known() {
		return fidelity.Maybe
	}
	if meets(c, &def.Facts[f], answers[f]) {
		return fidelity.Yes
	}
	return fidelity.No
}

func meets(c fidelity.Condition, fact *fidelity.Fact, answer fidelity.Value) bool {
	place, _ := answer.Answer()
	number, _ := answer.Number()
	switch c.Op {
	case fidelity.IsAnswer:
		return fact.Choices()[place] == c.Answer
	case fidelity.AtLeastAnswer:
		for _, choice := range fact.Choices()[:place+1] {
			if choice == c.Answer {
				return true
			}
		}
		return false
	case fidelity.AtMost:
		return number.Cmp(c.Number) <= 0
	case fidelity.AtLeast:
		return number.Cmp(c.Number) >= 0
	case fidelity.Below:
		return number.Cmp(c.Number) < 0
	default:
		return number.Cmp(c.Number) > 0
	}
}

// inWords says a condition in words, as in "rural is yes".
func inWords(c fidelity.Condition) string {
	parts, last := c.All, " and "
	if len(c.Any) > 0 {
		parts, last = c.Any, " or "
	}
	if c.Name == "" {
		words := make([]string, len(parts))
		for i, part := range parts {
			words[i] = inWords(part)
		}
		return joined(words, last)
	}
	switch c.Op {
	case fidelity.IsAnswer:
		return c.Name + " is " + c.Answer
	case fidelity.AtLeastAnswer:
		return c.Name + " is " + c.Answer + " or better"
	default:
		return c.Name + " is " + c.Op.String() + " " + c.Number.String()
	}
}
