package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// inTime puts reviews in the order of their visits. Of the files about one
// visit the one that is furthest on comes last.
func inTime(x, y *fidelity.Assessment) int {
	a, b := x.Review(), y.Review()
	return cmp.Or(
		byDate(a.Visit.To, b.Visit.To), byDate(a.Visit.From, b.Visit.From),
		cmp.Compare(a.Scale().Ref(), b.Scale().Ref()), cmp.Compare(a.Kind, b.Kind),
		yesLast(a.Amends != nil, b.Amends != nil),
		cmp.Compare(slices.Index(stages, a.Stage), slices.Index(stages, b.Stage)),
		yesLast(a.Seal != nil, b.Seal != nil),
		cmp.Compare(x.Total.Scored, y.Total.Scored),
		slices.Compare(signature(x), signature(y)),
	)
}

var stages = []fidelity.Stage{fidelity.Gathering, fidelity.Draft, fidelity.Agreed, fidelity.Final}

func yesLast(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// signature is what can still tell two files about one visit apart, so that
// their order does not depend on the order in which they were read.
func signature(a *fidelity.Assessment) []string {
	var out []string
	for i := range a.Items {
		s := SpanOf(a, i)
		out = append(out, string(rune(s.Low))+string(rune(s.High)))
	}
	for i := range a.Review().Actions {
		k := &a.Review().Actions[i]
		out = append(out, strings.Join([]string{k.ID, k.Item, k.What, k.Who, k.When.String(), k.Status, k.Outcome, k.Scope}, "\x00"))
	}
	return append(out, a.Review().Service.Name)
}

// sameVisit reports whether two files are about one visit of one kind.
func sameVisit(a, b *fidelity.Assessment) bool {
	x, y := a.Review(), b.Review()
	return y.Blind == "" && x.Visit == y.Visit && Refuse(x, y) == Comparable
}
