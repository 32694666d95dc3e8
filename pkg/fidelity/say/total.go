package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Headline says the result in one or two sentences.
func (s *Speaker) Headline(a *fidelity.Assessment) string {
	top := " out of " + a.Total.Max.Decimal(2) + "."
	if a.Total.Complete() {
		text := a.Review().Service.Name + " scored " + a.Total.Score.Decimal(2) + top
		switch {
		case a.Band > 0:
			text += " This is " + Lower(s.Band(a.Band)) + "."
		case a.Band == 0 && len(s.scale.Bands()) > 1:
			// The lowest band says what a service is not; say what comes next.
			text += " The band is “" + s.Band(0) + "”; " + Lower(s.Band(1)) + " begins at " + s.scale.Bands()[1].From.Decimal(2) + "."
		}
		return text
	}
	text := Scored(a.Total) + " so far. The total lies between " +
		a.Total.Low.Decimal(2) + " and " + a.Total.High.Decimal(2) + top
	switch bands := s.BandsPossible(a); {
	case bands == "":
		return text
	case a.LowBand == a.HighBand:
		return text + " Either way, the band is " + Lower(bands) + "."
	default:
		return text + " Bands still possible: " + Lower(bands) + "."
	}
}

// Scored says how many items have a score: "22 of 25 items have a score".
func Scored(t fidelity.Subtotal) string {
	verb := " have a score"
	if t.Scored == 1 || t.Of == 1 {
		verb = " has a score"
	}
	return numeral(t.Scored) + " of " + Count(t.Of, "item", "items") + verb
}

// BandsPossible names the bands that the total can lie in: "Fair or good
// fidelity". It is empty for a scale without bands.
func (s *Speaker) BandsPossible(a *fidelity.Assessment) string {
	var names []string
	if a.LowBand < 0 && a.HighBand >= 0 {
		names = append(names, "Below the lowest band")
	}
	for b := max(a.LowBand, 0); b <= a.HighBand; b++ {
		name := s.Band(b)
		if len(names) > 0 {
			name = Lower(name)
		}
		names = append(names, name)
	}
	for i := range len(names) - 1 {
		names[i] = withoutLastWordOf(names[i], names[i+1])
	}
	return Or(names)
}

// withoutLastWordOf drops the last word where the next name ends with it too:
// fair fidelity or good fidelity is said as fair or good fidelity.
func withoutLastWordOf(name, next string) string {
	at, after := strings.LastIndexByte(name, ' '), strings.LastIndexByte(next, ' ')
	if at > 0 && after > 0 && name[at:] == next[after:] {
		return name[:at]
	}
	return name
}
