package fidelity

// Definition is a scale as its author writes it: data, not code. Compile
// checks it and makes a Scale of it. Words are kept apart, in Words.
type Definition struct {
	ID         string // "ips-25"
	Version    string // semantic: a change that can change a score is a new major
	Published  int    // year of the scale itself
	Scores     Scores
	Total      Method
	Bands      []Band // in any order
	Sections   []string
	Sources    []string // where evidence can come from
	Principles []Principle
	Views      []View
	Tables     []Table
	Items      []Item // in the scale's order
}

// Scores is the range of whole scores that an item can have.
type Scores struct{ Min, Max int }

// Method is how item scores make a total.
type Method uint8

// The two methods: the sum of the scores, or their mean.
const (
	Sum Method = iota
	Mean
)

// Band is a range of totals with a name; it reaches up to the next band.
type Band struct {
	ID   string
	From Number // lowest total of the band
}

// Principle is one of the principles behind the scale. Principles are shown as
// an indication and are no part of the score.
type Principle struct {
	ID    string
	Since string // when it joined the list, where it was not there from the start
}

// View is one way of listing the principles.
type View struct {
	ID      string
	Without []string // principles that this view does not have
}

// Table is countable evidence: rows of one kind, such as clients or jobs.
type Table struct {
	ID string
	// Complete tables hold every row there is, so that a missing cell leaves
	// a pooled ratio or mean unknown.
	Complete bool
	// Sampled tables hold some rows; one without the cell is skipped and counted.
	Sampled   bool
	ThinBelow int // fewer rows than this are a thin base; 0 says nothing
	Columns   []Column
}

// Kind is what a column holds, or what answers a fact takes.
type Kind uint8

// The kinds of columns and facts.
const (
	Code    Kind = iota + 1 // letters and digits that stand for a person or employer
	Decimal                 // a number
	Whole                   // a whole number
	Percent                 // 0 to 100, or a part with its base
	YesNo                   // yes or no; a fact may also be partly
	Choice                  // one of the answers, in order from least to best
	Set                     // any of the answers
	Series                  // a number, or one for each week
	Text                    // words, compared without regard to case and spacing
	Month                   // a month, as 2026-05
)

// Column is one column of a table.
type Column struct {
	ID       string
	Kind     Kind
	Required bool
	Answers  []string // of a choice or a set
	Default  string   // what an empty cell means; empty where it means unknown
	Limits   Limits
	AtMost   string // another column of the row that this one cannot exceed
}

// Limits are the bounds of a number. A nil bound is none.
type Limits struct {
	AtLeast, AtMost *Number
	Above           *Number // strictly above
}

// Item is one item of a scale: how it is scored and what it belongs to.
type Item struct {
	ID       string
	Number   int
	Code     string // the item's code in the published form
	Section  string
	Audience []string // readers whom the item concerns most, such as clinical
	Sources  []string
	Primary  string   // the principle it belongs to first, if any
	Also     []string // further principles
	Remedies []string // kinds of remedy that help, such as training
	Effort   int      // usual effort for a point
	Develops []string // training units; only where training is a remedy

	Each       string    // table whose rows are scored one by one, if any
	LeaveOut   Condition // rows that do not count, under Each
	Measures   []Measure
	Facts      []Fact
	Requires   Condition // what every score above the lowest needs
	Anchors    []Anchor
	FromCount  []CountScore // score by the number of facts that are yes
	CrossCheck CrossCheck
	Flags      []FlagRule
}

// Fact is one thing that the reviewer finds out for an item.
type Fact struct {
	ID      string
	Kind    Kind      // YesNo, Choice or Whole
	Answers []string  // of a choice, in order
	OnlyIf  Condition // asked only then, if set
	AtMost  string    // another fact of the item that this number should not exceed
	// AlsoWritten is how files have written answers that are not among
	// Choices, and what each is read as. Readers warn of them.
	AlsoWritten map[string]string
}

// Anchor is a score and what it takes.
type Anchor struct {
	Score int
	When  Condition
}

// CountScore is the score that a number of facts in place gives.
type CountScore struct{ Count, Score int }

// CrossCheck is a second reading of the scale. It never changes a score.
type CrossCheck struct {
	AnyAlone bool      // each alternative of the anchors, read alone
	Use      []Reading // another calculation for a measure
}

// Reading is a measure with another calculation in its place.
type Reading struct {
	Measure string
	Use     Calculation
}

// FlagRule raises a flag that the scale declares. One of AnyRow, When and
// RowsApart says when.
type FlagRule struct {
	Code      string
	AnyRow    *RowRule
	When      Condition
	RowsApart int // rows whose scores differ by this much or more
}

// RowRule asks something of every row of a table.
type RowRule struct {
	Table   string
	Measure Measure // of one row
	Op      Op
	Number  Number
}

// Condition is a comparison, or several of which all or any must hold. The
// zero value holds always.
type Condition struct {
	All []Condition
	Any []Condition

	// Name is a measure of the item, else a fact of it, else a column of the
	// row.
	Name   string
	Op     Op
	Number Number // for comparisons of numbers
	Answer string // for AtLeastAnswer and IsAnswer
}

// IsZero reports whether the condition asks nothing.
func (c Condition) IsZero() bool { return len(c.All) == 0 && len(c.Any) == 0 && c.Name == "" }

// Calculation is how rows give a measure.
type Calculation uint8

// The calculations of the vocabulary of rules.
const (
	Ratio     Calculation = iota + 1 // sum of one column over sum of another
	MeanOf                           // mean, which may be weighted
	Median                           // the mean of the middle two for an even count
	Share                            // percent of all rows that meet a condition
	Distinct                         // different values as a percent of all rows
	Spread                           // percent of all rows that do not hold the commonest value
	Count                            // rows that meet a condition
	Members                          // size of a set
	ValueOf                          // a cell of the row
	LargestOf                        // the largest of several measures
)

// Measure is a number that rows give. Columns are named "table.column" for a
// measure over all rows, and "column" for one of a single row under Each.
type Measure struct {
	ID      string
	Calc    Calculation
	Table   string   // for Share and Count
	Columns []string // for a ratio: what is shared, and by what
	Weight  string
	Where   Condition // rows that belong
	OrElse  *OrElse
	Times   int // a factor, 100 for percent; 0 stands for 1
	Size    int // of a set: how many members there can be
	Parts   []Measure
	When    Condition // under LargestOf: counts only then
}

// OrElse is what a row counts with where it has no value of its own, such as
// the days that somebody has been waiting so far.
type OrElse struct {
	Column string
	Op     Op // the row counts only where its value meets this
	Number Number
	Flag   string // raised where a row counts so
}
