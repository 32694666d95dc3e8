package report

import (
	"slices"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// BuildExplanation tells how the score of one item came about, so that the sum
// can be redone on paper. It is for the team: rows stand with their codes.
func BuildExplanation(in Input, item int) *Document {
	in.Reader = Team
	b := newBuilder(in)
	doc := b.frame()
	doc.Title = b.numbered(item)
	doc.Kind, doc.Stage = b.say.ScoreWords(b.a, item), ""
	if b.a.Items[item].State != fidelity.Open {
		doc.Kind = "score " + doc.Kind
	}
	asks := Section{ID: "asks", Heading: "What the item asks", Blocks: Blocks{Paragraph{Text: b.say.Item(item).Asks}}}
	if reads := b.say.Item(item).Reads; reads != "" {
		asks.Blocks = append(asks.Blocks, Paragraph{Text: reads})
	}
	for _, s := range []Section{asks, b.working(item), b.ruleOf(item), b.afterwards(item)} {
		if len(s.Blocks) > 0 {
			doc.Sections = append(doc.Sections, s)
		}
	}
	return doc
}

// working shows the rows, the measures and the facts that the score rests on.
func (b *builder) working(i int) Section {
	s := Section{ID: "working", Heading: "How the score came about"}
	def := &b.scale.Items()[i]
	if def.Each != "" && len(b.a.Items[i].Rows) > 0 {
		s.Blocks = append(s.Blocks, b.withSteps(b.rowTable(i), i))
		if text := b.say.RowMean(b.a, i); text != "" {
			s.Blocks = append(s.Blocks, Paragraph{Text: say.Sentence(say.Upper(text))})
		}
		if out := b.say.LeaveOut(i); out != "" {
			s.Blocks = append(s.Blocks, Paragraph{Text: "Rows do not count where " + say.Sentence(say.Lower(out))})
		}
	}
	for m := range def.Measures {
		w := b.say.Working(b.a, i, m)
		if len(w.Rows) > 0 {
			s.Blocks = append(s.Blocks, workingTable(def.ID+"-"+def.Measures[m].ID, w))
		}
		if def.Each == "" || b.a.Items[i].Measures[m].Of > 0 {
			s.Blocks = append(s.Blocks, Paragraph{Text: w.Name + ", " + w.Formula + ": " + say.Sentence(w.Result)})
		}
	}
	if t := b.factTable(i); len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, t)
	}
	if readings := b.readings(i); readings != "" {
		s.Blocks = append(s.Blocks, Paragraph{Text: readings})
	}
	s.Blocks = append(s.Blocks, Paragraph{Text: b.say.Verdict(b.a, i)})
	if because := b.review.Findings[i].Because; because != "" {
		s.Blocks = append(s.Blocks, Quote{Label: "The reviewers' reason", Text: because})
	}
	return s
}

// withSteps adds to the rows of an item what each needs for the next score of
// its own.
func (b *builder) withSteps(t Table, i int) Table {
	steps := b.rowSteps(i)
	if steps == nil {
		return t
	}
	t.Columns = append(t.Columns, Column{Head: "To the next score", Weight: 7})
	for r := range t.Rows {
		t.Rows[r] = append(t.Rows[r], Cell{Text: steps[r]})
	}
	return t
}

// readings says what each way to read the scale gives.
func (b *builder) readings(i int) string {
	var scores []string
	for _, r := range b.a.Readings(i) {
		scores = append(scores, say.ScoreRange(r.Low, r.High))
	}
	if len(scores) == 0 {
		return ""
	}
	return "Cross-check, the two ways to read the scale: " + say.And(scores) + "."
}

func workingTable(id string, w say.Working) Table {
	t := Table{ID: "working-" + id, Caption: w.Name, Columns: []Column{{Head: "Row", Weight: 2, Header: true}}}
	for _, head := range w.Heads {
		t.Columns = append(t.Columns, Column{Head: say.Upper(head), Weight: 3})
	}
	noted := slices.ContainsFunc(w.Rows, func(r say.WorkingRow) bool { return r.Note != "" })
	if noted {
		t.Columns = append(t.Columns, Column{Head: "Note", Weight: 5})
	}
	for _, row := range w.Rows {
		cells := []Cell{{Text: row.ID}}
		for _, c := range row.Cells {
			cells = append(cells, Cell{Text: c})
		}
		if noted {
			cells = append(cells, Cell{Text: row.Note})
		}
		t.Rows = append(t.Rows, cells)
	}
	return t
}

func (b *builder) factTable(i int) Table {
	def := &b.scale.Items()[i]
	t := Table{ID: "facts-" + def.ID, Caption: "Facts", Columns: []Column{{Head: "Fact", Weight: 8, Header: true}, {Head: "Answer", Weight: 3}}}
	for f, v := range b.review.Findings[i].Facts {
		t.Rows = append(t.Rows, []Cell{{Text: b.say.FactAsks(i, f)}, {Text: b.say.FactValue(i, f, v)}})
	}
	return t
}

// ruleOf lists the thresholds, from the top score down.
func (b *builder) ruleOf(i int) Section {
	return Section{ID: "rule", Heading: "The rule", Blocks: Blocks{ruleTable(b.say, i, b.a)}}
}

// ruleTable says what each score takes. With an assessment it marks the score
// that counts.
func ruleTable(speaker *say.Speaker, i int, a *fidelity.Assessment) Block {
	scale := speaker.Scale()
	t := Terms{}
	for score := scale.Scores().Max; score >= scale.Scores().Min; score-- {
		text := speaker.ScoreRule(i, score)
		if text == "" {
			continue
		}
		name := "Score " + strconv.Itoa(score)
		if a != nil && a.Items[i].State != fidelity.Open && a.Items[i].Score == score {
			name += ", which counts"
		}
		t.Rows = append(t.Rows, Term{name, text})
	}
	if requires := speaker.Requires(i); requires != "" {
		t.Rows = append(t.Rows, Term{"Above the lowest score", requires})
	}
	return t
}

// afterwards says what a reader should know, what is missing, and what comes
// next.
func (b *builder) afterwards(i int) Section {
	s := Section{ID: "next", Heading: "To know"}
	if notes := b.notes(i); len(notes) > 0 {
		s.Blocks = append(s.Blocks, List{Items: notes})
	}
	var missing []string
	for _, m := range b.a.Items[i].Missing {
		missing = append(missing, say.Upper(b.say.Missing(b.a, m))+" ("+b.say.Path(m)+")")
	}
	if len(missing) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Text: "Not known, and it can still change the score:"}, List{Items: missing})
	}
	if safe := b.safety(i); safe != "" {
		s.Blocks = append(s.Blocks, Paragraph{Text: "How safe the score is: " + safe})
	}
	if next := b.toReach(i); next != "" {
		s.Blocks = append(s.Blocks, Paragraph{Text: next})
	}
	if sources := b.say.Sources(b.review.Findings[i].Sources); sources != "" {
		s.Blocks = append(s.Blocks, Paragraph{Text: "Sources: " + sources + "."})
	}
	return s
}
