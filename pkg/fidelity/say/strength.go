package say

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Grade names how much weight evidence can bear.
func Grade(g fidelity.Grade) string {
	switch g {
	case fidelity.StrongEvidence:
		return "strong"
	case fidelity.AdequateEvidence:
		return "adequate"
	default:
		return "thin"
	}
}

// HowSure says how much weight the evidence of an item can bear, and what it
// is short of: "Adequate: from one kind of source."
func (s *Speaker) HowSure(a *fidelity.Assessment, item int) string {
	strength := a.Strength(item)
	short := s.shortOf(strength)
	if len(short) == 0 {
		return "Strong."
	}
	return Upper(Grade(strength.Grade)) + ": " + And(short) + "."
}

// shortOf says what evidence is short of.
func (s *Speaker) shortOf(strength fidelity.Strength) (short []string) {
	switch strength.Sources {
	case 0:
		short = append(short, "no source is named")
	case 1:
		short = append(short, "from one kind of source")
	}
	switch {
	case strength.EnoughBase:
	case strength.Rows > 0:
		_, many := s.rowNames(strength.Table)
		short = append(short, "fewer than "+strconv.Itoa(strength.Rows)+" "+many)
	default:
		short = append(short, "fewer than eight weeks of figures")
	}
	if !strength.Recent {
		short = append(short, "the figures are a year old or more, or have no dates")
	}
	return short
}
