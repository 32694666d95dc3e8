package compare

import (
	"cmp"
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Unusable says why a file has no part in a pack. The zero value says that it
// has.
type Unusable uint8

// The reasons, in the order in which they are looked for.
const (
	Usable         Unusable = iota
	BrokenFile              // it has problems, which the check command tells
	OneReviewers            // one reviewer's own copy, from before they agreed
	AfterDay                // the visit is after the day that the pack is as of
	StillGathering          // evidence is still being gathered
	NothingScored           // no item has a score
	SameVisitAgain          // another file about the same visit is further on
	OnOtherScale            // on a scale that most services were not reviewed on
	OnOtherMajor            // on another major version of the scale
	TooOld                  // the evidence is too old to stand beside others
)

// Passed is a file that has no part in a pack.
type Passed struct {
	File    string
	Service fidelity.Service // empty for a broken file
	Visit   fidelity.Period
	Kind    fidelity.ReviewKind
	Ref     string
	Why     Unusable
}

// Gather collects records, one by one and in any order, and keeps of each
// service only what a pack needs: for each scale and kind of look the newest
// usable review and the one before. What it keeps does not depend on the
// order. It is not for several goroutines at once.
type Gather struct {
	asOf   fidelity.Date
	of     map[lineKey]*newestTwo
	passed []Passed
	files  int
}

// lineKey is what reviews must share to follow each other.
type lineKey struct {
	service, ref string
	own          bool
}

type newestTwo struct {
	visits [2]*Record  // newest first; nil where there is none
	again  [2][]string // further files about these visits
}

// NewGather begins to collect. Reviews after the day asOf are passed over;
// without a day none are.
func NewGather(asOf fidelity.Date) *Gather {
	return &Gather{asOf: asOf, of: map[lineKey]*newestTwo{}}
}

// Broken notes a file that cannot be read as a review.
func (g *Gather) Broken(file string) {
	g.files++
	g.passed = append(g.passed, Passed{File: file, Why: BrokenFile})
}

// Add takes a record. Its Scale must be set.
func (g *Gather) Add(r Record) {
	g.files++
	if why := g.usable(&r); why != Usable {
		g.pass(&r, why)
		return
	}
	key := lineKey{r.Service.ID, r.Ref, OwnLook(r.Kind)}
	if g.of[key] == nil {
		g.of[key] = &newestTwo{}
	}
	g.of[key].add(&r)
}

// usable looks at what the file says of itself.
func (g *Gather) usable(r *Record) Unusable {
	switch {
	case r.Blind:
		return OneReviewers
	case !g.asOf.IsZero() && g.asOf.Before(r.Visit.To):
		return AfterDay
	case r.Stage == fidelity.Gathering:
		return StillGathering
	case r.Scored() == 0:
		return NothingScored
	}
	return Usable
}

func (g *Gather) pass(r *Record, why Unusable) {
	g.passed = append(g.passed, passed(r, why))
}

func passed(r *Record, why Unusable) Passed {
	return Passed{File: r.File, Service: r.Service, Visit: r.Visit, Kind: r.Kind, Ref: r.Ref, Why: why}
}

// add keeps the two newest visits, and of files about one visit the one that
// is furthest on.
func (n *newestTwo) add(r *Record) {
	for i, have := range n.visits {
		switch {
		case have == nil:
			n.visits[i] = r
			return
		case have.Visit == r.Visit:
			if have.before(r) {
				n.visits[i], r = r, have
			}
			n.again[i] = append(n.again[i], r.File)
			return
		case have.before(r):
			copy(n.visits[i+1:], n.visits[i:])
			copy(n.again[i+1:], n.again[i:])
			n.visits[i], n.again[i] = r, nil
			return
		}
	}
}

// before reports whether r comes before other: by time, and for one visit by
// how far the file is on.
func (r *Record) before(other *Record) bool { return recordsInTime(r, other) < 0 }

func recordsInTime(a, b *Record) int {
	return cmp.Or(
		byDate(a.Visit.To, b.Visit.To), byDate(a.Visit.From, b.Visit.From),
		cmp.Compare(a.Kind, b.Kind),
		yesLast(a.Amends, b.Amends),
		cmp.Compare(slices.Index(stages, a.Stage), slices.Index(stages, b.Stage)),
		yesLast(a.Sealed, b.Sealed),
		cmp.Compare(a.Scored(), b.Scored()),
		slices.CompareFunc(a.Items, b.Items, func(x, y ItemRecord) int {
			return cmp.Or(cmp.Compare(x.Span.Low, y.Span.Low), cmp.Compare(x.Span.High, y.Span.High))
		}),
		strings.Compare(a.File, b.File),
	)
}
