package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// takenOut stands where a stripped review has no evidence any more.
const takenOut = "the evidence has been taken out of this file"

// Evidence says what an item's score rests on, with its base.
func (s *Speaker) Evidence(a *fidelity.Assessment, item int) string {
	if !evidenceKept(a, item) {
		return takenOut
	}
	it, def := &a.Items[item], &s.scale.Items()[item]
	all := list{between: "; "}
	if def.Each != "" {
		all.add(s.rowsEvidence(a, item))
	}
	said := -1
	for m := range it.Measures {
		table := s.items[item].measures[m].table
		switch {
		case def.Each != "" && it.Measures[m].Of == 0: // a measure of single rows
		case it.Measures[m].Of > 0:
			s.addMeasure(&all, a, item, m)
		case table != said:
			all.add(s.none(a, table))
			said = table
		}
	}
	switch {
	case a.Review().Kept != nil && len(def.FromCount) > 0:
		all.add(Facts(it.Facts))
	case a.Review().Kept == nil && len(def.Facts) > 0:
		all.add(s.factList(a, item))
	}
	return all.String()
}

// evidenceKept reports whether there is anything to say of an item's evidence:
// a stripped review may have figures, and has no answers.
func evidenceKept(a *fidelity.Assessment, item int) bool {
	kept := a.Review().Kept
	if kept == nil {
		return true
	}
	it := kept.Items[a.Scale().Items()[item].ID]
	return it.Figures()
}

// addMeasure adds what a measure came to, after its name where that does not go
// without saying.
func (s *Speaker) addMeasure(all *list, a *fidelity.Assessment, item, m int) {
	text := s.Measure(item, &s.scale.Items()[item].Measures[m], a.Items[item].Measures[m])
	if len(a.Items[item].Measures) > 1 || strings.HasPrefix(text, notKnown) {
		all.add(s.items[item].measures[m].name, ": ", text)
		return
	}
	all.add(text)
}

// ShortEvidence says the same in a few words, for a line in a terminal.
func (s *Speaker) ShortEvidence(a *fidelity.Assessment, item int) string {
	it, def := &a.Items[item], &s.scale.Items()[item]
	switch {
	case !evidenceKept(a, item):
		return "evidence taken out"
	case def.Each != "":
		return s.rowsEvidence(a, item)
	case len(it.Measures) > 0:
		return s.tellingMeasures(a, item)
	case a.Review().Kept != nil && len(def.FromCount) > 0:
		return Facts(it.Facts)
	case len(def.Facts) > 0:
		return s.factsInShort(a, item)
	}
	return "for the reviewers to judge"
}

// measured says what a measure of all rows came to, or that there are none.
func (s *Speaker) measured(a *fidelity.Assessment, item, m int) string {
	if table := s.items[item].measures[m].table; a.Items[item].Measures[m].Of == 0 && table >= 0 {
		return s.none(a, table)
	}
	return s.Measure(item, &s.scale.Items()[item].Measures[m], a.Items[item].Measures[m])
}

// tellingMeasures says the measure that tells most, and those that every score
// above the lowest requires.
func (s *Speaker) tellingMeasures(a *fidelity.Assessment, item int) string {
	it, def := &a.Items[item], &s.scale.Items()[item]
	best := telling(it, def)
	all := list{between: "; "}
	all.add(s.measured(a, item, best))
	for m := range def.Measures {
		required := false
		collect(def.Requires, func(name string) { required = required || name == def.Measures[m].ID })
		if required && m != best && it.Measures[m].Of > 0 {
			all.add(s.measured(a, item, m))
		}
	}
	return all.String()
}

// telling returns the measure that tells most: the first, but the highest
// where any of them earns the score.
func telling(it *fidelity.ItemAssessment, def *fidelity.Item) int {
	best := 0
	if !def.CrossCheck.AnyAlone {
		return best
	}
	for m := range it.Measures {
		low, ok1 := it.Measures[m].Low()
		other, ok2 := it.Measures[best].Low()
		if ok1 && (!ok2 || low.Cmp(other) > 0) {
			best = m
		}
	}
	return best
}

// Why explains an item's score in one or two sentences.
func (s *Speaker) Why(a *fidelity.Assessment, item int) string {
	it := &a.Items[item]
	evidence, verdict := s.Evidence(a, item), ""
	if len(it.Missing) == 1 && it.Missing[0].Kind == fidelity.MissingTable {
		verdict = s.verdict(a, item, "") // what is missing is said by the evidence
	} else {
		verdict = s.Verdict(a, item)
	}
	switch {
	case evidence == "":
		return verdict
	case ends(evidence):
		return Upper(evidence) + " " + verdict
	}
	return Upper(evidence) + ". " + verdict
}

// Verdict says how the score of an item came about, given its evidence.
func (s *Speaker) Verdict(a *fidelity.Assessment, item int) string {
	if len(a.Items[item].Missing) == 0 || a.Items[item].State != fidelity.Open {
		return s.verdict(a, item, "")
	}
	return s.verdict(a, item, "; "+Lower(s.MissingInShort(a, item)))
}

// verdict ends with what is missing, for an item that is open.
func (s *Speaker) verdict(a *fidelity.Assessment, item int, missing string) string {
	it := &a.Items[item]
	settled, ok := it.Settled()
	switch {
	case it.State == fidelity.Suggested:
		return "The evidence suggests a score of " + numeral(it.Score) + "."
	case it.State == fidelity.Rated && ok && settled == it.Score:
		return scorers(a) + " scored " + numeral(it.Score) + ", as the evidence suggests."
	case it.State == fidelity.Rated:
		return scorers(a) + " scored " + numeral(it.Score) + "; the evidence " + evidenceGives(it) + "."
	case a.Review().Findings[item].Rating.Decided():
		return scorers(a) + " found that there is not enough evidence for a score."
	}
	return "The evidence " + evidenceGives(it) + missing + "."
}

// scorers says who scored: in a self-audit there are no reviewers.
func scorers(a *fidelity.Assessment) string {
	if a.Review().Kind == fidelity.SelfAudit {
		return "The team"
	}
	return "The reviewers"
}

// evidenceGives says which scores the evidence leaves: "suggests 4", "allows 2
// to 4".
func evidenceGives(it *fidelity.ItemAssessment) string {
	if it.Low == it.High {
		return "suggests " + numeral(it.Low)
	}
	return "allows " + ScoreRange(it.Low, it.High)
}

// ScoreWords says an item's score: "3 out of 5", "2 to 4 out of 5, still open".
func (s *Speaker) ScoreWords(a *fidelity.Assessment, item int) string {
	it := &a.Items[item]
	top := " out of " + numeral(s.scale.Scores().Max)
	switch {
	case it.State != fidelity.Open:
		return numeral(it.Score) + top
	case a.Review().Findings[item].Rating.Decided():
		return "not enough evidence for a score"
	}
	return ScoreRange(it.Low, it.High) + top + ", still open"
}

// Strength says in a few words what a top score rests on.
func (s *Speaker) Strength(a *fidelity.Assessment, item int) string {
	it, def := &a.Items[item], &s.scale.Items()[item]
	settled, ok := it.Settled()
	switch {
	case !ok || settled != it.Score || a.Review().Kept != nil:
		return "scored " + s.ScoreWords(a, item) + " by " + Lower(scorers(a))
	case def.Each == "" && len(def.Measures) == 0 && it.Score == s.scale.Scores().Max:
		return "all that the item asks for is in place"
	}
	return s.ShortEvidence(a, item)
}
