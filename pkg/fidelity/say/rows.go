package say

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// spread is what the rows of an item scored.
type spread struct {
	all, counted, open int
	low, high          int // of all that counted
	openLow, openHigh  int // of those that are open
}

func spreadOf(rows []fidelity.RowAssessment) spread {
	sp := spread{all: len(rows)}
	for i := range rows {
		r := &rows[i]
		if r.LeftOut == fidelity.Yes {
			continue
		}
		if sp.counted == 0 {
			sp.low, sp.high = r.Low, r.High
		}
		sp.low, sp.high = min(sp.low, r.Low), max(sp.high, r.High)
		sp.counted++
		if r.Low == r.High {
			continue
		}
		if sp.open == 0 {
			sp.openLow, sp.openHigh = r.Low, r.High
		}
		sp.openLow, sp.openHigh = min(sp.openLow, r.Low), max(sp.openHigh, r.High)
		sp.open++
	}
	return sp
}

// rowsEvidence says how many rows were scored and what they scored: "3
// specialists scored 5, 3 and 2, mean 3.33".
func (s *Speaker) rowsEvidence(a *fidelity.Assessment, item int) string {
	it, table := &a.Items[item], s.items[item].table
	one, _ := s.rowNames(table)
	sp := spreadOf(it.Rows)
	switch {
	case sp.all == 0:
		return s.none(a, table)
	case sp.all == 1 && sp.counted == 0:
		return "the only " + one + " is left out"
	case sp.counted == 0:
		return "all " + s.rowCount(table, sp.all) + " are left out"
	}
	settled := sp.counted - sp.open
	who := s.rowCount(table, sp.all)
	switch {
	case settled > 0 && settled < sp.all:
		who = numeral(settled) + " of " + who
	case settled == 0 && sp.open < sp.all:
		who = numeral(sp.open) + " of " + who
	}
	switch {
	case settled == 0:
		return who + are(sp.open) + "still open, at " + ScoreRange(sp.low, sp.high)
	case sp.open > 0:
		return who + " scored " + s.rowScores(it) + "; " + numeral(sp.open) + are(sp.open) + "still open, at " + ScoreRange(sp.openLow, sp.openHigh)
	case sp.low == sp.high && settled == sp.all && sp.all > 1:
		if _, many := s.rowNames(table); sp.all == 2 {
			return "both " + many + " scored " + numeral(sp.low)
		}
		return "all " + who + " scored " + numeral(sp.low)
	case sp.low == sp.high:
		return who + " scored " + numeral(sp.low)
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
	var scores []string
	low, high := s.scale.Scores().Max, s.scale.Scores().Min
	for i := range it.Rows {
		if r := &it.Rows[i]; r.LeftOut != fidelity.Yes && r.Low == r.High {
			scores = append(scores, numeral(r.Low))
			low, high = min(low, r.Low), max(high, r.High)
		}
	}
	// Listed in the order of the rows, scores would tell who is who across items.
	if low == high || len(scores) > fewRows || s.withoutCodes {
		return ScoreRange(low, high)
	}
	return And(scores)
}
