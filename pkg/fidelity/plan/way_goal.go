package plan

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// NextBand returns the band above the one that today's total lies in, by its
// place in Scale.Bands, and the total that it begins at. While an item is open
// it starts from the lowest possible total. It says false at the top band, and
// for a scale without bands.
func NextBand(a *fidelity.Assessment) (band int, from fidelity.Number, ok bool) {
	bands := a.Scale().Bands()
	start := newProblem(a, Question{}).total(0)
	next := a.Scale().BandFrom(start) + 1
	if next >= len(bands) {
		return -1, fidelity.Number{}, false
	}
	return next, bands[next].From, true
}

// Towards asks for the ways to a total, with the usual margin past it.
func Towards(total fidelity.Number) Question {
	return Question{Target: &total, Margin: DefaultMargin, Shrink: true}
}
