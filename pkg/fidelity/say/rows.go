package say

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// rowsEvidence says how many rows were scored and what they scored: "3
// specialists scored 5, 3 and 2, mean 3.33".
func (s *Speaker) rowsEvidence(a *fidelity.Assessment, item int) string {
	it, table := &a.Items[item], s.items[item].table
	one, _ := s.rowNames(table)
	sp := it.Spread()
	switch {
	case sp.All == 0:
		return s.none(a, table)
	case sp.All == 1 && sp.Counted == 0:
		return "the only " + one + " is left out"
	case sp.Counted == 0:
		return "all " + s.rowCount(table, sp.All) + " are left out"
	}
	settled := sp.Counted - sp.Open
	who := s.rowCount(table, sp.All)
	switch {
	case settled > 0 && settled < sp.All:
		who = numeral(settled) + " of " + who
	case settled == 0 && sp.Open < sp.All:
		who = numeral(sp.Open) + " of " + who
	}
	switch {
	case settled == 0:
		return who + are(sp.Open) + "still open, at " + ScoreRange(sp.Low, sp.High)
	case sp.Open > 0:
		return who + " scored " + s.rowScores(it) + "; " + numeral(sp.Open) + are(sp.Open) + "still open, at " + ScoreRange(sp.OpenLow, sp.OpenHigh)
	case sp.Low == sp.High && settled == sp.All && sp.All > 1:
		if _, many := s.rowNames(table); sp.All == 2 {
			return "both " + many + " scored " + numeral(sp.Low)
		}
		return "all " + who + " scored " + numeral(sp.Low)
	case sp.Low == sp.High:
		return who + " scored " + numeral(sp.Low)
	}
	text := who + " scored " + s.rowScores(it)
	if mean, ok := it.RowMean.Exact(); ok {
		text += ", mean " + mean.Decimal(2)
	}
	return text
}

// none says that a table has no rows, or that nobody has looked.
func (s *Speaker) none(a *fidelity.Assessment, table int) string {
	_, many := s.rowNames(table)
	if a.Review().Looked(s.table(table).ID) {
		return "there are no " + many
	}
	return "no figures on " + many + " yet"
}

// are is the verb for so many things, with a space on each side.
func are(n int) string {
	if n == 1 {
		return " is "
	}
	return " are "
}

// fewRows is how many scores are listed one by one.
const fewRows = 4

// rowScores lists a few settled scores, and says of many from where to where
// they go.
func (s *Speaker) rowScores(it *fidelity.ItemAssessment) string {
	sp := it.Spread()
	if low, high := sp.SettledLow, sp.SettledHigh; low == high || len(sp.Settled) > fewRows || len(sp.Settled) == 0 || s.withoutCodes {
		return ScoreRange(low, high)
	}
	// From the highest down: in the order of the rows, scores would tell who is
	// who across items.
	scores := make([]string, len(sp.Settled))
	for i, score := range sp.Settled {
		scores[i] = numeral(score)
	}
	return And(scores)
}
