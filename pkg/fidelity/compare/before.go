package compare

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Before finds the review before this one among others: the newest earlier one
// of the same service, scale and major version. One reviewer's own copies are
// passed over. It is nil where there is none.
//
// Where that review is of another kind, scored is the newest earlier one whose
// scores may be compared: an independent review looks back to the last
// independent one, though a self-audit came between. Else scored is nil.
func Before(after *fidelity.Assessment, others []*fidelity.Assessment) (before, scored *fidelity.Assessment) {
	for _, a := range slices.Backward(slices.SortedFunc(slices.Values(others), inTime)) {
		r := a.Review()
		why := Refuse(r, after.Review())
		if r.Blind != "" || why != Comparable && why != OtherKind || !Earlier(r, after.Review()) {
			continue
		}
		if before == nil {
			before = a
		}
		if why == Comparable {
			if a != before {
				scored = a
			}
			break
		}
	}
	return before, scored
}
