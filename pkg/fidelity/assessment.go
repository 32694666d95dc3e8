package fidelity

// Assessment is what the engine finds in a review: numbers, places in the
// scale and in the evidence, and no sentences. Package say puts it in words.
type Assessment struct {
	Items      []ItemAssessment // in the scale's order
	Sections   []Subtotal       // in the order of the scale's sections
	Principles []PrincipleMean  // in the order of the scale's principles
	Total      Subtotal
	// Band is the place of the band in Scale.Bands, and -1 where not all items
	// are scored or the scale has no bands.
	Band int
	// LowBand and HighBand are the bands of the lowest and highest possible
	// total; both are -1 for a scale without bands.
	LowBand, HighBand int

	review *Review
}

// Review returns the review that was assessed.
func (a *Assessment) Review() *Review { return a.review }

// Scale returns the scale that was used.
func (a *Assessment) Scale() *Scale { return a.review.scale }

// Asked reports whether a fact of an item is asked at all: some are asked only
// where another has a certain answer.
func (a *Assessment) Asked(item, fact int) Truth {
	s := scope{facts: a.review.Findings[item].Facts, only: -1}
	for m := range a.Items[item].Measures {
		s.measures = append(s.measures, a.Items[item].Measures[m].Interval)
	}
	return a.review.scale.items[item].asked(fact, &s)
}

// State says where the score of an item comes from.
type State uint8

// The states of an item.
const (
	// Open: nobody scored it and the evidence allows more than one score, or
	// the reviewers said that there is not enough evidence.
	Open State = iota
	// Suggested: nobody scored it, and the evidence allows one score only.
	Suggested
	// Rated: a reviewer scored it. That score wins over the evidence.
	Rated
)

// ItemAssessment is what was found for one item.
type ItemAssessment struct {
	State State
	Score int // the score that counts; nothing where the state is Open
	// Low and High are the lowest and highest score that the evidence allows,
	// whatever a reviewer decided. Equal, they are what the evidence suggests.
	Low, High int

	Measures []Measured // by the item's measures; empty for those of single rows
	Facts    FactCount
	Rows     []RowAssessment // for an item that is scored row by row
	RowMean  Interval        // mean of the rows' scores before it is rounded
	Missing  []Missing       // what can still change Low or High
	Flags    []Flag
	Next     *Next      // nil at the top
	KeptRows *RowSpread // of a stripped review, which has no Rows
}

// Settled returns the score that the evidence suggests, and false where it
// allows more than one.
func (it *ItemAssessment) Settled() (int, bool) { return it.Low, it.Low == it.High }

// FactCount counts the facts of an item by their answers.
type FactCount struct {
	Yes     int // yes/no facts in place
	Partly  int
	Unknown int // facts without an answer, of any kind
	Of      int
}

// RowAssessment is the score of one row.
type RowAssessment struct {
	Row       int   // place in its table
	LeftOut   Truth // whether the row does not count
	Low, High int
	Measures  []Measured // by the item's measures; empty for those of all rows
}

// Measured is a measure with what it rests on.
type Measured struct {
	Interval
	// Part and Base are what was divided: 12 of 15 jobs, 58 clients for 3
	// full-time posts. Base is also the number of values of a mean or median.
	Part, Base       Number
	HasPart, HasBase bool
	Used             int // rows with an answer
	Of               int // rows in all
	Apart            int // rows that were not counted on purpose, where Notes were not kept
	Notes            []RowNote
}

// RowNote is a row that was not counted like the others.
type RowNote struct {
	Row int
	Why Why
}

// Why says what became of a row.
type Why uint8

// The reasons. Rows that only lack the cell are told by Used and Of.
const (
	NotInScope   Why = iota + 1 // the rule is not about such rows
	ScopeUnknown                // it is not known whether the rule is about it
	CountedElse                 // counted with its other column, such as days waited so far
	TooEarlyElse                // the other column does not say enough yet; left out
)

// MissingKind says what is missing.
type MissingKind uint8

// The kinds of missing evidence.
const (
	MissingFact  MissingKind = iota + 1 // a fact of an item
	MissingCell                         // a cell of a table
	MissingTable                        // a table that nobody looked at, or that has no usable row
)

// Missing is a piece of evidence that is not known and can change a score.
type Missing struct {
	Kind               MissingKind
	Item, Fact         int
	Table, Row, Column int
}

// Flag is something that a reader of the score should know.
type Flag struct {
	Code     string
	Declared bool  // by the scale, else one of the engine's own
	Measure  int   // that it is about, or -1
	Rows     []int // rows that it is about
	Facts    []int // facts that it is about
	Readings []int // scores of the readings, for MethodsDiffer
	Count    int   // of the rows or facts, where a stripped review does not name them
}

// The flags of the engine. Scales declare further ones.
const (
	NearBoundary  = "near-boundary"  // half a unit would give another score
	Differs       = "differs"        // a rated score outside the evidence's range
	MethodsDiffer = "methods-differ" // two readings of the scale give two scores
	Thin          = "thin"           // a base under the table's thin_below
	PartlyFlag    = "partly"         // a fact is partly in place and earns no credit
	LeftOutFlag   = "left-out"       // rows that were left out
)

// Next is the step above the score, or above the lowest possible score where
// there is none.
type Next struct {
	Score  int
	Needs  []Need
	Choose int      // how many of Needs do; any of them
	Or     [][]Need // other ways, all of whose needs have to be met
}

// Need is what has to become true, for the item or for one row.
type Need struct {
	Row   int // place in the table, or -1
	Unmet []Unmet
}

// Unmet is a condition that does not hold, or of which it is not known.
type Unmet struct {
	Measure, Fact, Column int // places, -1 for those that it is not about
	Op                    Op
	Number                Number // for comparisons of numbers
	Answer                int    // for answers: the place in the list
	Truth                 Truth  // No, or Maybe where it is not known
	Now                   Interval
}

// Subtotal is a total of all items or of a section.
type Subtotal struct {
	Score     Number // nothing unless Scored equals Of
	Low, High Number // lowest and highest possible
	Max       Number
	Scored    int // items with a score
	Of        int
}

// Complete reports whether every item has a score.
func (t Subtotal) Complete() bool { return t.Scored == t.Of }

// PrincipleMean is the mean score of the items that serve a principle first.
type PrincipleMean struct {
	Items int
	Mean  Number // nothing unless Known
	Known bool
}
