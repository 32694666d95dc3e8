package say

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

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
	if n.Row < 0 && len(n.Unmet) == 1 {
		return s.unmet(a, item, -1, &n.Unmet[0]).String()
	}
	all := list{between: "; "}
	for i := range n.Unmet {
		u := s.unmet(a, item, n.Row, &n.Unmet[i])
		if n.Row >= 0 && s.withoutCodes {
			u.now = "" // it would tell of a single row
		}
		all.add(u.String())
	}
	if n.Row < 0 {
		return all.String()
	}
	return s.RowID(a, s.items[item].table, n.Row) + ": " + all.String()
}

// Wanted says what has to become true without how it is now, as a measure of
// success does: "the office is near the team".
func (s *Speaker) Wanted(a *fidelity.Assessment, item int, n *fidelity.Need) string {
	all := list{between: "; "}
	for i := range n.Unmet {
		all.add(s.unmet(a, item, n.Row, &n.Unmet[i]).wants)
	}
	return all.String()
}

func (s *Speaker) unmet(a *fidelity.Assessment, item, row int, u *fidelity.Unmet) need {
	switch {
	case u.Measure >= 0:
		w := &s.items[item].measures[u.Measure]
		return need{w.name + ": " + bound(u.Op, w.figure(u.Number)), w.now(u.Now)}
	case u.Fact >= 0:
		return s.unmetFact(a, item, u)
	default:
		return s.unmetColumn(a, item, row, u)
	}
}

const notKnownYet = "not known yet"

// now says how a measure stands against its threshold.
func (w *measureWords) now(iv fidelity.Interval) string {
	low, hasLow := iv.Low()
	high, hasHigh := iv.High()
	switch value, exact := iv.Exact(); {
	case exact:
		return "now " + w.figure(value)
	case hasLow && hasHigh && w.of == "" && low.IsWhole() && high.IsWhole():
		return "now " + span(low, high)
	case hasLow && hasHigh:
		return "now between " + w.figure(low) + " and " + w.figure(high)
	case hasLow:
		return "now at least " + w.figure(low)
	case hasHigh:
		return "now at most " + w.figure(high)
	}
	return notKnownYet
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
	}
	return number
}

func (s *Speaker) unmetFact(a *fidelity.Assessment, item int, u *fidelity.Unmet) need {
	w := &s.items[item].facts[u.Fact]
	v := a.Review().Findings[item].Facts[u.Fact]
	now := notKnownYet
	if v.Known() {
		now = "now " + s.FactValue(item, u.Fact, v)
	}
	switch s.scale.Items()[item].Facts[u.Fact].Kind {
	case fidelity.YesNo:
		// That it is not so now goes without saying where the answer is no.
		if answer, known := v.Answer(); known && answer == 0 {
			now = ""
		}
		return need{w.is, now}
	case fidelity.Whole:
		return need{w.short + ": " + bound(u.Op, Number(u.Number)), now}
	}
	return need{w.short + ": " + answerWanted(w.answers, u), now}
}

// answerWanted says which answer is wanted.
func answerWanted(answers []string, u *fidelity.Unmet) string {
	if u.Op == fidelity.AtLeastAnswer {
		return orBetter(answers[u.Answer], u.Answer, answers)
	}
	return answers[u.Answer]
}

// orBetter says an ordered answer, and that better ones do where there are any.
func orBetter(text string, answer int, choices []string) string {
	if answer < len(choices)-1 {
		return text + ", or better"
	}
	return text
}

func (s *Speaker) unmetColumn(a *fidelity.Assessment, item, row int, u *fidelity.Unmet) need {
	t := s.items[item].table
	w := &s.tables[t].columns[u.Column]
	v := s.row(a, t, row).Get(s.ColumnID(item, u.Column))
	now := notKnownYet
	if v.Known() {
		now = "now " + s.CellValue(t, u.Column, v)
	}
	switch u.Op {
	case fidelity.AtLeastAnswer, fidelity.IsAnswer:
		return need{w.label + ": " + answerWanted(w.answers, u), now}
	case fidelity.GivenCell:
		return need{w.label + ": any answer", now}
	}
	return need{w.label + ": " + bound(u.Op, Number(u.Number)), now}
}
