package plan

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Change is the smallest change of the evidence that brings an item to its next
// score.
//
// It starts from the evidence and not from a reviewer's score: where the two
// differ, it says all that the evidence lacks for the score above the one that
// counts. Applied, the lowest score that the evidence allows is at least To.
//
// "Smallest" is meant of each part of a route, given the others: one unit less
// of it (a client, a day, a tenth of a post, a record, an answer) and the
// evidence does not reach To. Units are what people can act on: whole records
// and whole numbers, tenths of decimals and of hours, whole points of a
// percentage. Where rows are scored one by one, the rows and the scores that
// they rise to are chosen together, so that the sum of what each has to gain,
// as a share of its threshold, is as small as can be. Each row's way is found by
// itself: where a fact that all rows share has to change as well, one row may be
// asked for a little more than it then needs.
type Change struct {
	Item     int // place in the scale
	From, To int // the lowest score of the evidence now, and the promised one
	// Routes all reach To, the shortest first. None says that no change of what
	// is known can: there is something to find out first, or the item has no
	// rule for the score.
	Routes []Route
	// There says that the evidence reaches To already, and a reviewer scored
	// lower.
	There bool
}

// Route is one way to reach a score: all its parts together.
type Route struct {
	Parts   []Part
	Reaches int             // the lowest score that the evidence allows afterwards
	Length  fidelity.Number // sum over the parts of the share of the way that each has to go
}

// PartKind says what a part of a route changes.
type PartKind uint8

// The kinds of parts.
const (
	PartFacts   PartKind = iota + 1 // facts of the item, each by an edit
	PartAnswer                      // one answer of one row
	PartFigure                      // one number of one row
	PartSum                         // one number, added up or averaged over the rows
	PartMembers                     // members of a set of one row
	PartRecords                     // rows that are there, which come to count
	PartNewRows                     // further rows, which count
	PartMoved                       // rows whose value has to come within the bound
	PartUnlike                      // rows whose value has to be unlike the others
)

// Part is one thing that has to change: any Choose of its edits, which are all
// of them where they are not alike.
type Part struct {
	Kind    PartKind
	Table   int // place of the table, or -1
	Row     int // place of the row that it is about, or -1
	Column  int // place of the column that changes, or -1 where there are several
	Measure int // place of the measure that it moves, or -1
	Op      fidelity.Op
	Bound   fidelity.Number // what the measure, the number or the values must meet
	Now     fidelity.Number // a figure's number now; Known says whether there is one
	By      fidelity.Number // how much a figure or a sum rises, below 0 how much it falls
	Base    fidelity.Number // for a share that is given as a part of it, such as hours; else 0
	Of      int             // rows or facts that there are now
	Known   bool            // whether what changes is known now
	Choose  int
	Edits   []Edit
	Instead []Part // other parts that do as well, each alone
}

// Edit is the smallest piece of a change: an answer to a fact, or cells of a
// row.
type Edit struct {
	Fact   int // place of the fact, or -1
	Answer fidelity.Value
	Row    int // place of the row; -1 for a new one
	Cells  []Cell
	By     fidelity.Number // for one of several figures: how much this one rises
	Known  bool            // whether what stands there now is known
}

// Cell is what a cell of a row becomes.
type Cell struct {
	Column int
	Value  fidelity.Value
	// Add joins the members of Value to those that are there. Fresh stands for
	// a value that no other row has.
	Add, Fresh bool
}

// Changes returns the change of every item that has a next score, in the
// scale's order.
func Changes(a *fidelity.Assessment) []Change {
	var out []Change
	for i := range a.Items {
		if c := ChangeOf(a, i); c != nil {
			out = append(out, *c)
		}
	}
	return out
}

// ChangeOf returns the smallest change to the next score of an item, and nil
// at the top and for a review whose evidence has been taken out.
func ChangeOf(a *fidelity.Assessment, item int) *Change {
	if next := a.Items[item].Next; next != nil {
		return ChangeTo(a, item, next.Score)
	}
	return nil
}

// ChangeTo returns the smallest change with which the evidence reaches a score.
func ChangeTo(a *fidelity.Assessment, item, to int) *Change {
	it := &a.Items[item]
	c := &Change{Item: item, From: it.Low, To: to, There: it.Low >= to}
	if c.There || a.Review().Kept != nil {
		return c
	}
	b := builder{review: a.Review(), scale: a.Scale(), item: item, def: &a.Scale().Items()[item]}
	switch {
	case len(b.def.FromCount) > 0:
		c.Routes = b.count(a, to)
	case b.def.Each != "":
		c.Routes = b.rows(a, to)
	default:
		c.Routes = b.routes(a, -1, b.anchor(to))
	}
	return c
}

// anchor returns the lowest score with an anchor from a score up.
func (b *builder) anchor(score int) int {
	best := b.scale.Scores().Max + 1
	for i := range b.def.Anchors {
		if s := b.def.Anchors[i].Score; s >= score {
			best = min(best, s)
		}
	}
	return best
}

// first returns the edits that the part makes: as many as have to be chosen.
func (p *Part) first() []Edit { return p.Edits[:p.Choose] }

// ofRows reports whether the part changes rows as a whole, any of which may do.
func (p *Part) ofRows() bool {
	return p.Kind == PartRecords || p.Kind == PartNewRows || p.Kind == PartMoved || p.Kind == PartUnlike
}

// With returns the route with another part that does as well in the place of
// one of its parts.
func (r Route) With(part, instead int) Route {
	parts := append([]Part(nil), r.Parts...)
	parts[part] = r.Parts[part].Instead[instead]
	r.Parts = parts
	return r
}
