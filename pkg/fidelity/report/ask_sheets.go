package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/ask"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// askGroup is what stands on one sheet: questions by their places in the order
// of points.
type askGroup struct {
	id, heading string
	section     string // of the scale, where items stand under it
	note        string
	questions   []int
}

// groups puts every question on one sheet. Those that can change no score come
// last on it, as they do in the whole.
func (b *asker) groups(by AskBy) []askGroup {
	var out []askGroup
	if by == ByItem {
		for i := range b.scale.Items() {
			g := askGroup{id: "item-" + b.scale.Items()[i].ID, heading: b.numbered(i), section: b.scale.Items()[i].Section}
			if b.open.Items[i] == ask.Asked {
				g.note = "The evidence allows " + say.ScoreRange(b.a.Items[i].Low, b.a.Items[i].High)
			}
			for n := range b.open.Questions {
				if itemsOf(&b.open.Questions[n])[0] == i {
					g.questions = append(g.questions, n)
				}
			}
			if g.note != "" {
				g.note += b.lasting(g.questions) + "."
			}
			out = append(out, g)
		}
	} else {
		sources := b.scale.Definition().Sources
		if len(sources) == 0 {
			sources = []string{""}
		}
		for _, id := range sources {
			g := askGroup{id: "source-" + id, heading: say.Upper(b.say.Source(id))}
			if id == "" {
				g.id, g.heading = "questions", "Questions"
			}
			for n := range b.open.Questions {
				if b.source(&b.open.Questions[n]) == id {
					g.questions = append(g.questions, n)
				}
			}
			g.note = say.Count(len(g.questions), "question", "questions") + ", most points first" + b.lasting(g.questions) + "."
			out = append(out, g)
		}
	}
	return slices.DeleteFunc(out, func(g askGroup) bool { return len(g.questions) == 0 })
}

// minutes is how many minutes the answer to a question takes, about, with those
// that follow it; 0 where that cannot be told.
func (b *asker) minutes(q *ask.Question) int {
	switch q.Kind {
	case ask.Fact:
		sum := b.say.FactMinutes(q.Item, q.Fact)
		for _, f := range q.Follow {
			sum += b.say.FactMinutes(q.Item, f)
		}
		return sum
	case ask.Cells:
		return len(q.Rows) * b.say.CellMinutes(q.Table, q.Column)
	case ask.Table:
	}
	return 0 // nobody knows how many rows there are
}

// lasting says how long some questions take, where that is known of them all:
// "; about 20 minutes".
func (b *asker) lasting(questions []int) string {
	sum := 0
	for _, n := range questions {
		minutes := b.minutes(&b.open.Questions[n])
		if minutes == 0 {
			return ""
		}
		sum += minutes
	}
	if sum == 0 {
		return ""
	}
	return "; " + say.Minutes(sum)
}

// source is where to ask: the first of its sources, else the first of the scale.
func (b *asker) source(q *ask.Question) string {
	if all := b.sources(q); len(all) > 0 {
		return all[0]
	}
	if all := b.scale.Definition().Sources; len(all) > 0 {
		return all[0]
	}
	return ""
}

// sources lists where the answer may be found, the likeliest first: where the
// words of the scale say, then the sources of the items.
func (b *asker) sources(q *ask.Question) []string {
	var out []string
	if own := b.from(q); own != "" {
		out = append(out, own)
	}
	for _, i := range itemsOf(q) {
		for _, id := range b.scale.Items()[i].Sources {
			if !slices.Contains(out, id) {
				out = append(out, id)
			}
		}
	}
	return out
}

func (b *asker) from(q *ask.Question) string {
	switch q.Kind {
	case ask.Fact:
		return b.say.FactFrom(q.Item, q.Fact)
	case ask.Cells:
		return b.say.ColumnFrom(q.Table, q.Column)
	}
	return b.say.TableFrom(q.Table)
}

// sheet makes a section with room for the answers. A grid to fill in stands
// right below its question.
func (b *asker) sheet(g askGroup) Section {
	s := Section{ID: g.id, Heading: g.heading, NewPage: true}
	head := []string{"Whom you asked, or what you looked at", "Date"}
	if g.section != "" {
		s.ID, s.Heading, head = "section-"+g.section, b.say.Section(g.section), nil
		s.Blocks = Blocks{Heading{ID: g.id, Text: g.heading}}
	}
	if g.note != "" {
		s.Blocks = append(s.Blocks, Paragraph{Text: g.note})
	}
	qs := Questions{ID: g.id + "-questions", Head: head}
	for i, n := range g.questions {
		qs.List = append(qs.List, b.question(n))
		grids := b.grids(n)
		if len(grids) == 0 && i < len(g.questions)-1 {
			continue
		}
		s.Blocks = append(append(s.Blocks, qs), grids...)
		qs = Questions{ID: g.id + "-questions-" + strconv.Itoa(i+2)}
	}
	return s
}

// listed makes a section without room for the answers.
func (b *asker) listed(g askGroup) Section {
	t := Table{ID: g.id + "-list", Columns: []Column{
		{Head: "No.", Weight: 1, Right: true},
		{Head: "Points", Weight: 1, Right: true},
		{Head: "Minutes", Weight: 1, Right: true},
		{Head: "Items", Weight: 2},
		{Head: "Question", Weight: 12, Header: true},
	}}
	for _, n := range g.questions {
		q := &b.open.Questions[n]
		text := b.inShort(q)
		if len(q.Follow) > 0 {
			text += " If so, " + say.Count(len(q.Follow), "more question follows.", "more questions follow.")
		}
		worth := q.Points.Decimal(2)
		if len(q.Serves) == 0 {
			worth = "-"
		}
		t.Rows = append(t.Rows, []Cell{{Text: strconv.Itoa(n + 1)}, {Text: worth}, {Text: b.minutesCell(q)}, {Text: b.itemNumbers(q)}, {Text: text}})
	}
	return Section{ID: g.id, Heading: g.heading, Blocks: Blocks{t}}
}

// minutesCell is how long a question takes, empty where that cannot be told.
func (b *asker) minutesCell(q *ask.Question) string {
	if n := b.minutes(q); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// fewRows is how many rows are named one by one.
const fewRows = 3

func (b *asker) rowsInShort(q *ask.Question) string {
	_, many := b.say.RowNames(q.Table)
	if len(q.Rows) > fewRows {
		return strconv.Itoa(len(q.Rows)) + " " + many
	}
	return say.And(b.rowIDs(q))
}

func (b *asker) rowIDs(q *ask.Question) []string {
	var out []string
	for _, row := range q.Rows {
		out = append(out, b.say.RowID(b.a, q.Table, row))
	}
	return out
}

// question draws up one question with room for its answer.
func (b *asker) question(n int) Question {
	q := &b.open.Questions[n]
	out := Question{Number: strconv.Itoa(n + 1), Text: b.text(q), Worth: b.worth(q), Lines: 2}
	if n := b.minutes(q); n > 0 {
		out.Worth += " · " + say.Upper(say.Minutes(n))
	}
	for _, i := range itemsOf(q) {
		out.For = append(out.For, b.numbered(i))
	}
	if own := b.source(q); own != "" {
		others := slices.DeleteFunc(b.sources(q), func(id string) bool { return id == own })
		if len(others) > 0 {
			out.Others = "Or from " + b.say.Sources(others)
		}
	}
	switch q.Kind {
	case ask.Fact:
		b.ofFact(&out, q.Item, q.Fact)
		for k, f := range q.Follow {
			follow := Question{Number: followNumber(n, k), Text: b.say.FactAsks(q.Item, f), Lines: 1}
			if only := b.say.FactOnlyIf(q.Item, f); only != "" {
				follow.Only = "Only if: " + only
			}
			b.ofFact(&follow, q.Item, f)
			out.Follow = append(out.Follow, follow)
		}
	case ask.Cells:
		b.ofColumn(&out, q.Table, q.Column)
		out.Rows, out.Lines = b.rowIDs(q), 1
	case ask.Table:
		one, _ := b.say.RowNames(q.Table)
		out.Help = "Write a code for each " + one + ", never a name: " + b.say.TableAsks(q.Table)
		for k, c := range q.Columns {
			follow := Question{Number: followNumber(n, k), Only: "For each " + one, Text: b.say.ColumnAsks(q.Table, c)}
			b.ofColumn(&follow, q.Table, c)
			// The answers go into the grid below.
			for j := range follow.Answers {
				follow.Answers[j] = say.Lower(follow.Answers[j])
			}
			if len(follow.Answers) > 0 {
				follow.Help = strings.TrimSpace(follow.Help + " Write " + say.Or(follow.Answers) + ".")
			}
			follow.Unit, follow.Answers, follow.Marks, follow.Several = "", nil, nil, false
			out.Follow = append(out.Follow, follow)
		}
	}
	return out
}

func (b *asker) ofFact(q *Question, item, fact int) {
	if b.scale.Items()[item].Facts[fact].Kind == fidelity.Whole {
		q.Unit = "Number"
		if unit := b.say.FactUnit(item, fact); unit != "" {
			q.Unit += " of " + unit
		}
		return
	}
	for _, answer := range b.say.FactAnswers(item, fact) {
		q.Answers = append(q.Answers, say.Upper(answer))
	}
	if b.scale.Items()[item].Facts[fact].Kind == fidelity.YesNo {
		slices.Reverse(q.Answers) // people expect yes first
	}
	q.Answers = append(q.Answers, "Not known")
}

func (b *asker) ofColumn(q *Question, table, column int) {
	q.Help = b.say.ColumnMeans(table, column)
	kind := b.scale.Definition().Tables[table].Columns[column].Kind
	length := 0
	for _, answer := range b.say.ColumnAnswers(table, column) {
		q.Answers = append(q.Answers, say.Upper(answer))
		length += len(answer) + 4
	}
	q.Several = kind == fidelity.Set
	switch kind {
	case fidelity.YesNo:
		slices.Reverse(q.Answers)
		q.Marks = q.Answers
	case fidelity.Choice, fidelity.Set:
		q.Marks = q.Answers
		if length > 56 { // more than fits beside a code
			q.Marks = nil
			for i := range q.Answers {
				q.Marks = append(q.Marks, string(rune('A'+i%26)))
			}
		}
	case fidelity.Decimal, fidelity.Whole, fidelity.Series:
		q.Unit = "Number"
	case fidelity.Percent:
		q.Unit = "Percent, or a part with its base as in 24/37.5"
	default:
		q.Unit = say.Upper(b.say.ColumnLabel(table, column))
	}
}
