package compare

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Refusal says why the scores of two reviews are not compared. The zero value
// says that they are.
type Refusal uint8

// The reasons. With any of them but OtherService the plan of the earlier
// review can still be followed up: it is the same team's.
const (
	Comparable   Refusal = iota
	OtherService         // two services
	OtherScale           // two scales
	OtherMajor           // two major versions of a scale, which score differently
	OtherKind            // an independent review and a self-audit
)

// Refuse says whether the scores of two reviews may be compared.
func Refuse(a, b *fidelity.Review) Refusal {
	switch {
	case a.Service.ID != b.Service.ID:
		return OtherService
	case a.Scale().ID() != b.Scale().ID():
		return OtherScale
	case a.Scale().Major() != b.Scale().Major():
		return OtherMajor
	case OwnLook(a.Kind) != OwnLook(b.Kind):
		return OtherKind
	}
	return Comparable
}

// OwnLook reports whether a service looked at itself. A guided self-audit is
// helped from outside, and is compared as a self-audit.
func OwnLook(k fidelity.ReviewKind) bool { return k != fidelity.Independent }
