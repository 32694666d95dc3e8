package say

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Evidence says what an item's score rests on, with its base.
func (s *Speaker) Evidence(a *fidelity.Assessment, item int) string {
	it := &a.Items[item]
	def := &s.scale.Items()[item]
	var parts []string
	if def.Each != "" {
		parts = append(parts, s.rowsEvidence(a, item))
	}
	named := 0
	for m := range it.Measures {
		if it.Measures[m].Of > 0 || def.Each == "" {
			named++
		}
	}
	for m := range it.Measures {
		if def.Each != "" && it.Measures[m].Of == 0 {
			continue // a measure of single rows
		}
		text := s.Measure(item, &def.Measures[m], it.Measures[m])
		if named > 1 || strings.HasPrefix(text, "not known") {
			text = s.MeasureName(item, &def.Measures[m]) + ": " + text
		}
		parts = append(parts, text)
	}
	if len(def.Facts) > 0 {
		parts = append(parts, s.factList(a, item))
	}
	return strings.Join(parts, "; ")
}

// rowsEvidence says how many rows were scored and what they scored.
func (s *Speaker) rowsEvidence(a *fidelity.Assessment, item int) string {
	it := &a.Items[item]
	one, many := s.rowNames(s.scale.Items()[item].Each)
	var scores []string
	for i := range it.Rows {
		if it.Rows[i].LeftOut != fidelity.Yes {
			scores = append(scores, ScoreRange(it.Rows[i].Low, it.Rows[i].High))
		}
	}
	switch {
	case len(it.Rows) == 0:
		return "no " + many + " on file"
	case len(scores) == 0:
		return "no " + many + " to score: all are left out"
	}
	text := Count(len(scores), one, many) + " scored " + s.spread(it, scores)
	if mean, ok := it.RowMean.Exact(); ok && len(scores) > 1 {
		text += ", mean " + mean.Decimal(2)
	}
	return text
}

// fewRows is how many scores are listed one by one.
const fewRows = 4

// spread lists a few scores, and says of many from where to where they go.
func (s *Speaker) spread(it *fidelity.ItemAssessment, scores []string) string {
	if len(scores) <= fewRows {
		return And(scores)
	}
	low, high := s.scale.Scores().Max, s.scale.Scores().Min
	for i := range it.Rows {
		if it.Rows[i].LeftOut != fidelity.Yes {
			low, high = min(low, it.Rows[i].Low), max(high, it.Rows[i].High)
		}
	}
	return ScoreRange(low, high)
}

// ShortEvidence says the same in a few words, for a line in a terminal.
func (s *Speaker) ShortEvidence(a *fidelity.Assessment, item int) string {
	it := &a.Items[item]
	def := &s.scale.Items()[item]
	switch {
	case def.Each != "":
		return s.rowsEvidence(a, item)
	case len(it.Measures) > 0:
		best := 0
		for m := range it.Measures {
			if value, ok := it.Measures[m].Exact(); ok && m > 0 && len(def.CrossCheck.Use) == 0 && def.CrossCheck.AnyAlone {
				// Either reading earns the score: show the one that does.
				if other, ok := it.Measures[best].Exact(); ok && value.Cmp(other) > 0 {
					best = m
				}
			}
		}
		return s.Measure(item, &def.Measures[best], it.Measures[best])
	}
	return s.factsInShort(a, item)
}

// Why explains an item's score in one or two sentences.
func (s *Speaker) Why(a *fidelity.Assessment, item int) string {
	it := &a.Items[item]
	evidence := Upper(Sentence(s.Evidence(a, item)))
	if a.Review().Kept != nil {
		evidence = "The evidence behind this score has been taken out of the file."
	}
	if evidence != "" {
		evidence += " "
	}
	return evidence + s.verdict(a, item, it)
}

func (s *Speaker) verdict(a *fidelity.Assessment, item int, it *fidelity.ItemAssessment) string {
	settled, ok := it.Settled()
	score := strconv.Itoa(it.Score)
	switch {
	case it.State == fidelity.Suggested:
		return "This suggests a score of " + score + "."
	case it.State == fidelity.Rated && ok && settled == it.Score:
		return "The reviewers scored " + score + ", as the evidence suggests."
	case it.State == fidelity.Rated && ok:
		return "The reviewers scored " + score + "; the evidence suggests " + strconv.Itoa(settled) + "."
	case it.State == fidelity.Rated:
		return "The reviewers scored " + score + "; the evidence allows " + ScoreRange(it.Low, it.High) + "."
	case a.Review().Findings[item].Rating.Decided():
		return "The reviewers found that there is not enough evidence for a score."
	}
	return "The evidence allows " + ScoreRange(it.Low, it.High) + "; " + Lower(s.MissingInShort(a, item)) + "."
}

// ScoreWords says an item's score: "3 out of 5", "2 to 4 out of 5, still open".
func (s *Speaker) ScoreWords(a *fidelity.Assessment, item int) string {
	it := &a.Items[item]
	top := " out of " + strconv.Itoa(s.scale.Scores().Max)
	switch {
	case it.State != fidelity.Open:
		return strconv.Itoa(it.Score) + top
	case a.Review().Findings[item].Rating.Decided():
		return "no score: not enough evidence"
	}
	return ScoreRange(it.Low, it.High) + top + ", still open"
}

// Headline says the result in one or two sentences.
func (s *Speaker) Headline(a *fidelity.Assessment) string {
	top := a.Total.Max.Decimal(2)
	if a.Total.Complete() {
		text := a.Review().Service.Name + " scored " + a.Total.Score.Decimal(2) + " out of " + top + "."
		if a.Band >= 0 {
			text += " This is " + Lower(s.Band(a.Band)) + "."
		}
		return text
	}
	text := strconv.Itoa(a.Total.Scored) + " of " + Count(a.Total.Of, "item has", "items have") + " a score so far. The total can still be " +
		Total(a.Total) + " out of " + top + "."
	if a.LowBand >= 0 {
		text += " That is " + Lower(s.BandsPossible(a)) + "."
	}
	return text
}

// BandsPossible names the bands that the total can lie in: "Fair or good
// fidelity".
func (s *Speaker) BandsPossible(a *fidelity.Assessment) string {
	if a.LowBand < 0 {
		return ""
	}
	var names []string
	for b := a.LowBand; b <= a.HighBand; b++ {
		name := s.Band(b)
		if b > a.LowBand {
			name = Lower(name)
		}
		names = append(names, name)
	}
	return Or(names)
}

// Verdict says how the score of an item came about, given its evidence.
func (s *Speaker) Verdict(a *fidelity.Assessment, item int) string {
	return s.verdict(a, item, &a.Items[item])
}

// Strength says in a few words what a top score rests on.
func (s *Speaker) Strength(a *fidelity.Assessment, item int) string {
	it, def := &a.Items[item], &s.scale.Items()[item]
	switch settled, ok := it.Settled(); {
	case !ok || settled != it.Score:
		return "scored " + s.ScoreWords(a, item) + " by the reviewers"
	case def.Each == "" && len(def.Measures) == 0:
		return "all that the item asks for is in place"
	}
	return s.ShortEvidence(a, item)
}
