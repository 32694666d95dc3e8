package say

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// need is a condition in words: what has to hold, and how it is now.
type need struct{ wants, now string }

func (n need) String() string {
	if n.now == "" {
		return n.wants
	}
	return n.wants + " (" + n.now + ")"
}

// Need says what has to become true: "the office is near the team", "ES02:
// share of scheduled hours in the community: at least 50% (now 40%)".
func (s *Speaker) Need(a *fidelity.Assessment, item int, n *fidelity.Need) string {
	parts := make([]string, len(n.Unmet))
	for i := range n.Unmet {
		parts[i] = s.unmet(a, item, n.Row, &n.Unmet[i]).String()
	}
	text := strings.Join(parts, "; ")
	if n.Row < 0 {
		return text
	}
	t, _ := s.tableOf(item)
	return s.RowID(a, t, n.Row) + ": " + text
}

func (s *Speaker) unmet(a *fidelity.Assessment, item, row int, u *fidelity.Unmet) need {
	switch {
	case u.Measure >= 0:
		return s.unmetMeasure(item, u)
	case u.Fact >= 0:
		return s.unmetFact(a, item, u)
	default:
		return s.unmetColumn(a, item, row, u)
	}
}

const notKnownYet = "not known yet"

func (s *Speaker) unmetMeasure(item int, u *fidelity.Unmet) need {
	m := &s.scale.Items()[item].Measures[u.Measure]
	n := need{s.MeasureName(item, m) + ": " + bound(u.Op, s.figure(item, m, u.Number)), notKnownYet}
	if now, ok := u.Now.Exact(); ok {
		n.now = "now " + s.figure(item, m, now)
	}
	return n
}

// bound says a threshold: "at most 20", "at least 65%".
func bound(op fidelity.Op, number string) string {
	switch op {
	case fidelity.AtMost:
		return "at most " + number
	case fidelity.AtLeast:
		return "at least " + number
	case fidelity.Below:
		return "under " + number
	case fidelity.Above:
		return "over " + number
	default:
		return number
	}
}

func (s *Speaker) unmetFact(a *fidelity.Assessment, item int, u *fidelity.Unmet) need {
	def := &s.scale.Items()[item].Facts[u.Fact]
	v := a.Review().Findings[item].Facts[u.Fact]
	now := "now " + s.FactValue(item, u.Fact, v)
	if !v.Known() {
		now = notKnownYet
	}
	switch def.Kind {
	case fidelity.YesNo:
		// That it is not so now goes without saying where the answer is no.
		if answer, known := v.Answer(); known && answer == 0 {
			now = ""
		}
		return need{s.FactIs(item, u.Fact), now}
	case fidelity.Whole:
		return need{s.FactShort(item, u.Fact) + ": " + bound(u.Op, Number(u.Number)), now}
	default:
		return need{s.FactShort(item, u.Fact) + ": " + orBetter(s.Answer(item, u.Fact, u.Answer), u.Answer, def.Choices()), now}
	}
}

// orBetter says an ordered answer, and that better ones do where there are any.
func orBetter(text string, answer int, choices []string) string {
	if answer < len(choices)-1 {
		return text + ", or better"
	}
	return text
}

func (s *Speaker) unmetColumn(a *fidelity.Assessment, item, row int, u *fidelity.Unmet) need {
	t, _ := s.tableOf(item)
	c := &s.table(t).Columns[u.Column]
	v := a.Review().Rows(s.table(t).ID)[row].Get(c.ID)
	n := need{s.ColumnLabel(t, u.Column) + ": ", "now " + s.CellValue(t, u.Column, v)}
	if !v.Known() {
		n.now = notKnownYet
	}
	switch u.Op {
	case fidelity.AtLeastAnswer:
		n.wants += orBetter(s.ColumnAnswer(t, u.Column, u.Answer), u.Answer, c.Choices())
	case fidelity.IsAnswer:
		n.wants += s.ColumnAnswer(t, u.Column, u.Answer)
	default:
		n.wants += bound(u.Op, Number(u.Number))
	}
	return n
}

// Next says what the next score needs, in one sentence.
func (s *Speaker) Next(a *fidelity.Assessment, item int) string {
	n := a.Items[item].Next
	if n == nil {
		return ""
	}
	return "To reach " + strconv.Itoa(n.Score) + ": " + s.Needs(a, item, n)
}

// Needs says what a step needs: "any 2 of these 3: …", or all of it.
func (s *Speaker) Needs(a *fidelity.Assessment, item int, n *fidelity.Next) string {
	switch {
	case len(n.Needs) > 0 && n.Needs[0].Row >= 0:
		return s.rowNeeds(a, item, n)
	case len(n.Needs) == 0 && len(a.Items[item].Missing) > 0:
		return Lower(s.MissingInShort(a, item)) + "."
	case len(n.Needs) == 0:
		return "the evidence is there already; the reviewers scored lower."
	}
	parts := make([]string, len(n.Needs))
	for i := range n.Needs {
		parts[i] = Lower(s.Need(a, item, &n.Needs[i]))
	}
	switch {
	case n.Choose == 1 && len(parts) == 2:
		return "either of these: " + Sentence(strings.Join(parts, "; or "))
	case n.Choose < len(parts):
		return "any " + strconv.Itoa(n.Choose) + " of these " + strconv.Itoa(len(parts)) + ": " + Sentence(strings.Join(parts, "; "))
	}
	return Sentence(strings.Join(parts, "; "))
}
