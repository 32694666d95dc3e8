// Package ask finds what to ask next: the facts and figures that are not known,
// and how much of the total's range hangs on each.
//
// A question is asked once, however many items its answer serves: a fact of an
// item with the facts that depend on its answer, one column of a table for all
// rows that lack it, or a table that nobody has looked at. What an answer can
// do is not guessed: the answer is put into a copy of the review and the copy
// is assessed, with the answers that lift the lowest possible total most, and
// with those that lower the highest possible total most.
package ask

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Kind is what a question is about.
type Kind uint8

// The kinds of questions.
const (
	Fact  Kind = iota + 1 // a fact of an item
	Cells                 // a column, for the rows that lack it
	Table                 // a table without a row that can be used
)

// String returns the kind as other programs read it.
func (k Kind) String() string { return [...]string{Fact: "fact", Cells: "column", Table: "table"}[k] }

// Question is one thing to find out.
type Question struct {
	Kind Kind

	Item, Fact int   // of a Fact: places in the scale
	Follow     []int // facts of the item that are asked after this one, if at all

	Table, Column int   // of Cells and Table
	Rows          []int // of Cells: the rows that lack the column
	Columns       []int // of Table: the columns that the items need

	Serves   []int // open items that the answer can change, in the scale's order
	Confirms []int // items that the reviewers have decided on, and whose evidence it would complete

	// Points is how many points of the total's range the answer settles at
	// most: the range before, less the range after. It is 0 where the answer
	// settles something only together with others.
	Points fidelity.Number
	// Stake is how wide the range of all items that it serves is together.
	Stake fidelity.Number
	// Best and Worst are what becomes of the total with the answers that lift
	// its lowest end most, and with those that lower its highest end most. Most
	// is the answer that settles Points: one of the two, or one in between.
	Best, Worst, Most Outcome
}

// Outcome is the total after a question was answered in one way.
type Outcome struct {
	Low, High fidelity.Number // lowest and highest possible total
	Answers   []Answer        // that lead there; Apply puts them into a review
}

// Answer is the answer to a fact or the value of a cell.
type Answer struct {
	At    fidelity.Missing // a fact or a cell
	Value fidelity.Value
}

// Standing says what answers can still do for an item.
type Standing uint8

// What answers can do.
const (
	Asked     Standing = iota // they can change the score
	Settled                   // nothing: the evidence allows one score, and it counts
	Decided                   // nothing: the reviewers scored it
	Revisit                   // the reviewers scored it while the evidence was open
	Withheld                  // the reviewers saw not enough evidence; answers may change that
	Undecided                 // nothing: no answer is missing, a reviewer has to score it
)

// Open is all that can be asked about a review.
type Open struct {
	Low, High fidelity.Number // lowest and highest possible total
	Points    fidelity.Number // between them
	Questions []Question      // most points first, then in the scale's order
	Items     []Standing      // by the scale's items
	Stripped  bool            // the evidence was taken out: there is nothing to ask
}

// Find lists the questions that an assessment leaves open.
func Find(a *fidelity.Assessment) *Open {
	out := &Open{
		Low: a.Total.Low, High: a.Total.High, Points: a.Total.High.Sub(a.Total.Low),
		Items: standings(a), Stripped: a.Review().Kept != nil,
	}
	out.Questions = collect(a, out.Items)
	t := newTrial(a, newRules(a.Scale()))
	for i := range out.Questions {
		q := &out.Questions[i]
		q.Stake = stake(a, q.Serves)
		t.settle(q)
	}
	rank(out.Questions)
	for i := range out.Questions {
		for _, item := range out.Questions[i].Serves {
			out.Items[item] = Asked
		}
	}
	return out
}

// Counting returns the questions that can change the total, and the number of
// those that cannot, which come last.
func (o *Open) Counting() []Question {
	for i := range o.Questions {
		if len(o.Questions[i].Serves) == 0 {
			return o.Questions[:i]
		}
	}
	return o.Questions
}
