package report

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/ask"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// AskBy is how the questions are put together.
type AskBy string

// The ways to put questions together.
const (
	BySource AskBy = "source" // a sheet for each source of evidence
	ByItem   AskBy = "item"   // item by item, in the scale's order
)

// asker builds what there is to ask.
type asker struct {
	*builder
	open *ask.Open
}

func newAsker(in Input) *asker {
	in.Reader = Team // the sheets name rows by their codes, or nobody could fill them in
	b := newBuilder(in)
	return &asker{b, ask.Find(in.Assessment)}
}

// BuildAsk makes the sheets to take along: what is open and how much hangs on
// it, then the questions with room for the answers, then what no answer can
// change any more.
func BuildAsk(in Input, by AskBy) *Document {
	b := newAsker(in)
	doc := b.askFrame()
	doc.Sections = append(doc.Sections, b.overview())
	for _, g := range b.groups(by) {
		if n := len(doc.Sections); g.section != "" && doc.Sections[n-1].ID == "section-"+g.section {
			doc.Sections[n-1].Blocks = append(doc.Sections[n-1].Blocks, b.sheet(g).Blocks...)
			continue
		}
		doc.Sections = append(doc.Sections, b.sheet(g))
	}
	doc.Sections = append(doc.Sections, b.unchanging())
	return doc
}

// BuildAskList makes the same for a terminal: the questions without room for
// answers.
func BuildAskList(in Input, by AskBy) *Document {
	b := newAsker(in)
	doc := b.askFrame()
	over := b.overview()
	over.Blocks = slices.DeleteFunc(over.Blocks, func(block Block) bool { _, table := block.(Table); return table })
	doc.Sections = append(doc.Sections, over)
	for _, g := range b.groups(by) {
		doc.Sections = append(doc.Sections, b.listed(g))
	}
	doc.Sections = append(doc.Sections, b.unchanging())
	return doc
}

func (b *asker) askFrame() *Document {
	doc := b.frame()
	doc.Title = "What to ask next: " + b.review.Service.Name
	doc.Data.Tidy = b.tidyQuestions()
	return doc
}

// overview says how much is open, and where the points are.
func (b *asker) overview() Section {
	s := Section{ID: "open", Heading: "What is open", Blocks: Blocks{Paragraph{Role: Lead, Text: b.openWords()}, b.totalLine()}}
	counting := b.open.Counting()
	if len(counting) == 0 {
		return s
	}
	t := Table{ID: "first", Caption: "Ask these first", Columns: []Column{
		{Head: "No.", Weight: 1, Right: true},
		{Head: "Question", Weight: 10, Header: true},
		{Head: "Points", Weight: 2, Right: true},
		{Head: "Minutes", Weight: 2.2, Right: true},
		{Head: "Whom or where", Weight: 4},
		{Head: "Items", Weight: 2},
	}}
	for i := range counting[:min(len(counting), mostFirst)] {
		q := &counting[i]
		t.Rows = append(t.Rows, []Cell{
			{Text: strconv.Itoa(i + 1)},
			{Text: b.inShort(q)},
			{Text: q.Points.Decimal(2)},
			{Text: b.minutesCell(q)},
			{Text: say.Upper(b.say.Source(b.source(q)))},
			{Text: b.itemNumbers(q)},
		})
	}
	s.Blocks = append(s.Blocks, t, Paragraph{Role: Note, Text: b.legend(counting)})
	return s
}

// legend says what the figures beside the questions are.
func (b *asker) legend(counting []ask.Question) string {
	text := "Points: how much of the total's range an answer settles at most. They do not add up."
	if slices.ContainsFunc(counting, func(q ask.Question) bool { return q.Points.Sign() == 0 }) {
		text += " 0: it counts only together with others."
	}
	if len(counting) < len(b.open.Questions) {
		text += " No points: it counts once the reviewers score the item."
	}
	sum, known := 0, true
	for i := range counting {
		n := b.minutes(&counting[i])
		sum, known = sum+n, known && n > 0
	}
	switch {
	case known:
		text += " Minutes are estimates: " + say.Minutes(sum) + " in all."
	case sum > 0:
		text += " Minutes are estimates, where there is one."
	}
	return text
}

// mostFirst is how many questions are named on the first page.
const mostFirst = 5

// brief leaves out what stands in brackets at the end of a question.
func brief(text string) string {
	if at := strings.Index(text, " ("); at > 0 {
		return text[:at]
	}
	return text
}

// inShort is the question with the rows that it is about.
func (b *asker) inShort(q *ask.Question) string {
	text := brief(b.text(q))
	if len(q.Rows) > 0 {
		text += " (" + b.rowsInShort(q) + ")"
	}
	return text
}

// openWords is the sentence to read first.
func (b *asker) openWords() string {
	counting := len(b.open.Counting())
	total := say.Total(b.a.Total)
	of := b.a.Total.Max.Decimal(2)
	switch {
	case b.open.Stripped && b.open.Points.Sign() > 0:
		return "The evidence was taken out of this review, so there is nothing to ask. The total is " + total + " out of " + of + "."
	case b.open.Stripped:
		return "The evidence was taken out of this review, so there is nothing to ask. Its score stands: " + total + " out of " + of + "."
	case b.a.Total.Complete():
		return "Nothing is open: every item has a score. The total is " + total + " out of " + of + "."
	case counting == 0:
		return "No answer can settle what is open; the reviewers have to decide. The total is " + total + " out of " + of + "."
	}
	are := " are"
	if counting == 1 {
		are = " is"
	}
	return "The total is " + total + " out of " + of + ": " + points(b.open.Points) + " still open. " +
		say.Count(counting, "question", "questions") + are + " worth asking."
}

// points says a number of points.
func points(n fidelity.Number) string {
	if n.Cmp(fidelity.Int(1)) == 0 {
		return "1 point"
	}
	return n.Decimal(2) + " points"
}

// unchanging says which items no answer can change any more, and why.
func (b *asker) unchanging() Section {
	s := Section{ID: "unchanging", Heading: "What the answers cannot change"}
	lists := map[ask.Standing][]string{}
	for i, standing := range b.open.Items {
		text := b.numbered(i)
		switch standing {
		case ask.Settled, ask.Decided:
			text += ": " + strconv.Itoa(b.a.Items[i].Score)
		case ask.Revisit:
			text += ": " + strconv.Itoa(b.a.Items[i].Score) + ", while the evidence allows " + say.ScoreRange(b.a.Items[i].Low, b.a.Items[i].High)
		case ask.Asked, ask.Withheld, ask.Undecided:
		}
		lists[standing] = append(lists[standing], text)
	}
	for _, part := range []struct {
		standing ask.Standing
		heading  string
	}{
		{ask.Settled, "Settled by the evidence"},
		{ask.Decided, "Scored by the reviewers"},
		{ask.Revisit, "Scored by the reviewers, though facts are missing: the answers could only confirm it"},
		{ask.Withheld, "Not enough evidence, the reviewers said: answers count once they score the item"},
		{ask.Undecided, "Open, with nothing to ask: the reviewers have to score it"},
	} {
		if items := lists[part.standing]; len(items) > 0 {
			s.Blocks = append(s.Blocks, Heading{Text: part.heading}, List{Items: items})
		}
	}
	if len(s.Blocks) == 0 {
		s.Blocks = Blocks{Paragraph{Text: "None: every item is still open to what you find out."}}
	}
	return s
}

// text is the question in words.
func (b *asker) text(q *ask.Question) string {
	switch q.Kind {
	case ask.Fact:
		return b.say.FactAsks(q.Item, q.Fact)
	case ask.Cells:
		return b.say.ColumnAsks(q.Table, q.Column)
	}
	one, many := b.say.RowNames(q.Table)
	if b.review.Looked(b.scale.Definition().Tables[q.Table].ID) {
		return b.say.NoRows(b.a, q.Table) + ". Is that right, or are there " + many + " to add?"
	}
	return "Nobody has looked at the " + many + " yet. Which are there, and what is known of each " + one + "?"
}

// itemNumbers names the items of a question by their numbers.
func (b *asker) itemNumbers(q *ask.Question) string {
	var out []string
	for _, i := range itemsOf(q) {
		out = append(out, strconv.Itoa(b.scale.Items()[i].Number))
	}
	return strings.Join(out, ", ")
}

// itemsOf lists the items that a question serves, and those of the reviewers
// where it serves none.
func itemsOf(q *ask.Question) []int {
	if len(q.Serves) > 0 {
		return q.Serves
	}
	return q.Confirms
}

// worth says what hangs on a question.
func (b *asker) worth(q *ask.Question) string {
	switch {
	case len(q.Serves) == 0 && b.open.Items[q.Confirms[0]] == ask.Withheld:
		return "No points until the reviewers score the item"
	case len(q.Serves) == 0:
		return "No points: the reviewers have scored the item"
	case q.Points.Sign() > 0:
		return "Settles up to " + points(q.Points)
	}
	return fmt.Sprintf("Counts together with other answers: %s open", points(q.Stake))
}
