package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/ask"
)

// Asked is what there is to ask, for other programs.
type Asked struct {
	Total     AskTotal      `json:"total"`
	Questions []AskQuestion `json:"questions"` // most points first
	Items     []AskItem     `json:"items"`     // in the scale's order
}

// AskTotal is the total as it is now.
type AskTotal struct {
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Points float64 `json:"points"` // between them
}

// AskQuestion is one thing to find out.
type AskQuestion struct {
	Paths    []string   `json:"paths"`    // where the answers belong in the file
	Kind     string     `json:"kind"`     // fact, column or table
	Question string     `json:"question"` // in words
	Answers  []string   `json:"answers"`  // as the file has them; none for a number or a text
	Source   string     `json:"source"`   // id of the source to ask
	Sources  []string   `json:"sources"`  // ids of all sources that may know
	Items    []string   `json:"items"`    // ids of the items whose score it can change
	Confirms []string   `json:"confirms"` // ids of items that the reviewers decided on
	After    []string   `json:"after"`    // paths of the facts to ask after it, if at all
	Minutes  *int       `json:"minutes"`  // that the answer takes, about; nil where that cannot be told
	Points   float64    `json:"points"`   // of the total's range that it settles at most
	Open     float64    `json:"open"`     // points of the items that it serves
	Best     AskOutcome `json:"best"`
	Worst    AskOutcome `json:"worst"`
	Most     AskOutcome `json:"most"` // after the answer that settles most
}

// AskOutcome is the total after a question was answered in one way.
type AskOutcome struct {
	Low    float64 `json:"low"`
	High   float64 `json:"high"`
	Answer string  `json:"answer,omitempty"` // to a fact, as the file has it
}

// AskItem says what answers can do for an item: asked, settled, rated,
// rated-while-open, not-enough-evidence or nothing-to-ask.
type AskItem struct {
	ID       string `json:"id"`
	Standing string `json:"standing"`
	Low      int    `json:"low"`
	High     int    `json:"high"`
}

var standingNames = [...]string{
	ask.Asked: "asked", ask.Settled: "settled", ask.Decided: "rated", ask.Revisit: "rated-while-open",
	ask.Withheld: "not-enough-evidence", ask.Undecided: "nothing-to-ask",
}

// BuildAsked says what there is to ask, for other programs.
func BuildAsked(in Input) *Asked {
	b := newAsker(in)
	out := &Asked{
		Total:     AskTotal{figure(b.open.Low), figure(b.open.High), figure(b.open.Points)},
		Questions: []AskQuestion{}, Items: []AskItem{},
	}
	for i := range b.open.Questions {
		out.Questions = append(out.Questions, b.forPrograms(&b.open.Questions[i]))
	}
	for i, s := range b.open.Items {
		out.Items = append(out.Items, AskItem{b.scale.Items()[i].ID, standingNames[s], b.a.Items[i].Low, b.a.Items[i].High})
	}
	return out
}

func figure(n fidelity.Number) float64 { return n.RoundTo(4).Float() }

func (b *asker) forPrograms(q *ask.Question) AskQuestion {
	out := AskQuestion{
		Paths: []string{}, Kind: q.Kind.String(), Question: b.text(q), Answers: []string{},
		Source: b.source(q), Sources: append([]string{}, b.sources(q)...), Items: b.ids(q.Serves), Confirms: b.ids(q.Confirms), After: []string{},
		Points: figure(q.Points), Open: figure(q.Stake), Best: b.outcome(q, q.Best), Worst: b.outcome(q, q.Worst), Most: b.outcome(q, q.Most),
	}
	if n := b.minutes(q); n > 0 {
		out.Minutes = &n
	}
	switch q.Kind {
	case ask.Fact:
		out.Paths = append(out.Paths, b.factPath(q.Item, q.Fact))
		out.Answers = append(out.Answers, b.scale.Items()[q.Item].Facts[q.Fact].Choices()...)
		for _, f := range q.Follow {
			out.After = append(out.After, b.factPath(q.Item, f))
		}
	case ask.Cells:
		out.Answers = append(out.Answers, b.scale.Definition().Tables[q.Table].Columns[q.Column].Choices()...)
		for _, row := range q.Rows {
			out.Paths = append(out.Paths, b.say.Path(fidelity.Missing{Kind: fidelity.MissingCell, Table: q.Table, Row: row, Column: q.Column}))
		}
	case ask.Table:
		out.Paths = append(out.Paths, b.say.Path(fidelity.Missing{Kind: fidelity.MissingTable, Table: q.Table}))
	}
	return out
}

func (b *asker) factPath(item, fact int) string {
	return b.say.Path(fidelity.Missing{Kind: fidelity.MissingFact, Item: item, Fact: fact})
}

func (b *asker) ids(items []int) []string {
	out := []string{}
	for _, i := range items {
		out = append(out, b.scale.Items()[i].ID)
	}
	return out
}

// outcome tells where the total goes, and with which answer where it is one
// fact.
func (b *asker) outcome(q *ask.Question, o ask.Outcome) AskOutcome {
	out := AskOutcome{Low: figure(o.Low), High: figure(o.High)}
	if q.Kind != ask.Fact {
		return out
	}
	for _, answer := range o.Answers {
		if answer.At.Fact != q.Fact {
			continue
		}
		def := &b.scale.Items()[q.Item].Facts[q.Fact]
		if choices := def.Choices(); len(choices) > 0 {
			at, _ := answer.Value.Answer()
			out.Answer = choices[at]
		} else if n, ok := answer.Value.Number(); ok {
			out.Answer = n.String()
		}
	}
	return out
}

// tidyQuestions is one line for each fact and cell, for spreadsheets.
func (b *asker) tidyQuestions() *Table {
	t := &Table{ID: "questions", Columns: []Column{
		{Head: "rank", Weight: 1, Right: true},
		{Head: "points", Weight: 1, Right: true},
		{Head: "source", Weight: 3},
		{Head: "path", Weight: 7},
		{Head: "question", Weight: 9},
		{Head: "answers", Weight: 5},
		{Head: "items", Weight: 4},
	}}
	number := func(n float64, text string) Cell { return Cell{Text: text, Number: &n} }
	for i := range b.open.Questions {
		q := b.forPrograms(&b.open.Questions[i])
		for _, path := range append(q.Paths, q.After...) {
			items := q.Items
			if len(items) == 0 {
				items = q.Confirms
			}
			t.Rows = append(t.Rows, []Cell{
				number(float64(i+1), strconv.Itoa(i+1)), number(q.Points, b.open.Questions[i].Points.Decimal(4)),
				{Text: q.Source},
				{Text: path},
				{Text: q.Question},
				{Text: strings.Join(q.Answers, " | ")},
				{Text: strings.Join(items, " ")},
			})
		}
	}
	return t
}
