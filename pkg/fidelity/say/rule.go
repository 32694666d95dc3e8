package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Anchor says what a score takes, as the scale's rule has it: "clients for
// each full-time specialist: at most 20".
func (s *Speaker) Anchor(item int, anchor *fidelity.Anchor) string {
	return Sentence(Upper(s.condition(item, &anchor.When)))
}

// Requires says what every score above the lowest needs, or nothing.
func (s *Speaker) Requires(item int) string {
	c := &s.scale.Items()[item].Requires
	if c.IsZero() {
		return ""
	}
	return Sentence(Upper(s.condition(item, c)))
}

// LeaveOut says which rows do not count, or nothing.
func (s *Speaker) LeaveOut(item int) string {
	c := &s.scale.Items()[item].LeaveOut
	if c.IsZero() {
		return ""
	}
	return s.condition(item, c)
}

func (s *Speaker) condition(item int, c *fidelity.Condition) string {
	if c.Name != "" {
		return s.comparison(item, c)
	}
	parts, last := c.All, "; and "
	if len(c.Any) > 0 {
		parts, last = c.Any, "; or "
	}
	var texts []string
	for i := range parts {
		if text := s.condition(item, &parts[i]); text != "" {
			texts = append(texts, text)
		}
	}
	if len(texts) < 2 {
		return strings.Join(texts, "")
	}
	if len(c.Any) > 0 {
		return "either " + strings.Join(texts, last)
	}
	return strings.Join(texts[:len(texts)-1], "; ") + last + texts[len(texts)-1]
}

// comparison says one comparison. "Given" goes without saying: it only keeps
// an empty cell out of the comparison beside it.
func (s *Speaker) comparison(item int, c *fidelity.Condition) string {
	def := &s.scale.Items()[item]
	if c.Op == fidelity.GivenCell {
		return ""
	}
	for m := range def.Measures {
		if def.Measures[m].ID == c.Name {
			return Lower(s.MeasureName(item, &def.Measures[m])) + ": " + bound(c.Op, s.figure(item, &def.Measures[m], c.Number))
		}
	}
	if f, ok := s.scale.FactAt(item, c.Name); ok {
		return s.factComparison(item, f, c)
	}
	if t, ok := s.tableOf(item); ok {
		if col, ok := s.scale.ColumnAt(t, c.Name); ok {
			return s.columnComparison(t, col, c)
		}
	}
	return plain(c.Name)
}

func (s *Speaker) factComparison(item, f int, c *fidelity.Condition) string {
	def := &s.scale.Items()[item].Facts[f]
	switch c.Op {
	case fidelity.IsAnswer, fidelity.AtLeastAnswer:
		if def.Kind == fidelity.YesNo && c.Answer == "yes" {
			return Lower(s.FactIs(item, f))
		}
		answer := indexOf(def.Choices(), c.Answer)
		text := s.Answer(item, f, answer)
		if c.Op == fidelity.AtLeastAnswer {
			text = orBetter(text, answer, def.Choices())
		}
		return s.FactShort(item, f) + ": " + text
	default:
		return s.FactShort(item, f) + ": " + bound(c.Op, Number(c.Number))
	}
}

func (s *Speaker) columnComparison(t, col int, c *fidelity.Condition) string {
	def := &s.table(t).Columns[col]
	label := s.ColumnLabel(t, col) + ": "
	switch c.Op {
	case fidelity.IsAnswer, fidelity.AtLeastAnswer:
		answer := indexOf(def.Choices(), c.Answer)
		text := s.ColumnAnswer(t, col, answer)
		if c.Op == fidelity.AtLeastAnswer {
			text = orBetter(text, answer, def.Choices())
		}
		return label + text
	default:
		return label + bound(c.Op, Number(c.Number))
	}
}

func indexOf(list []string, name string) int {
	for i := range list {
		if list[i] == name {
			return i
		}
	}
	return 0
}

// ScoreRule says what a score takes by the scale's rule, or nothing where the
// scale has no rule for it.
func (s *Speaker) ScoreRule(item, score int) string {
	def := &s.scale.Items()[item]
	for i := range def.Anchors {
		if def.Anchors[i].Score == score {
			return s.Anchor(item, &def.Anchors[i])
		}
	}
	if len(def.FromCount) > 0 {
		return s.countRule(def, score)
	}
	if score == s.scale.Scores().Min && len(def.Anchors) > 0 {
		return "What is left."
	}
	return ""
}

// countRule says how many facts give a score: "3 of 5 in place".
func (s *Speaker) countRule(def *fidelity.Item, score int) string {
	low, high := -1, -1
	for _, c := range def.FromCount {
		if c.Score != score {
			continue
		}
		if low < 0 || c.Count < low {
			low = c.Count
		}
		high = max(high, c.Count)
	}
	if low < 0 {
		return ""
	}
	return ScoreRange(low, high) + " of " + Count(len(def.Facts), "fact", "facts") + " in place."
}
