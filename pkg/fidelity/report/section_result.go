package report

import (
	"slices"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// result is the page that most people read, and often the only one.
func (b *builder) result() Section {
	s := Section{ID: "result", Heading: b.resultHeading(), NewPage: true, Blocks: Blocks{
		Paragraph{Role: Lead, Text: b.say.Headline(b.a)},
		b.totalLine(),
		Columns{
			Left:  Group{ID: "strengths", Heading: "Strengths: the highest scores", Blocks: Blocks{b.listOr(b.strengths(), "No item has a high score yet.")}},
			Right: Group{ID: "priorities", Heading: "Priorities: the lowest scores", Blocks: Blocks{b.listOr(b.priorities(), "No scored item is at "+strconv.Itoa(plan.Middle(b.scale))+" or below.")}},
		},
	}}
	if since := b.sinceLastTime(); since != "" {
		s.Blocks = slices.Insert(s.Blocks, 2, Block(Paragraph{Text: since}))
	}
	if open := b.openList(); len(open) > 0 {
		s.Blocks = append(s.Blocks, Group{ID: "open", Heading: "Still open", Blocks: Blocks{List{Items: open}}})
	}
	sure := Group{ID: "how-sure", Heading: "How sure we are", Blocks: Blocks{List{Items: b.howSure()}}}
	if asked := b.leaders(); len(asked) > 0 {
		leaders := Group{ID: "leaders", Heading: "What leaders are asked to do", Blocks: Blocks{List{Items: asked}}}
		s.Blocks = append(s.Blocks, Columns{Left: leaders, Right: sure})
	} else {
		s.Blocks = append(s.Blocks, sure)
	}
	return s
}

func (b *builder) resultHeading() string {
	switch {
	case !b.a.Total.Complete():
		return "The result so far"
	case b.a.Band > 0: // the lowest band only says what a service is not
		return "The result: " + say.Lower(b.say.Band(b.a.Band))
	}
	return "The result"
}

func (b *builder) listOr(items []string, instead string) Block {
	if len(items) == 0 {
		return Paragraph{Text: instead}
	}
	return List{Items: items}
}

// totalLine draws the total between the lowest and the highest there can be.
func (b *builder) totalLine() TotalLine {
	low, high := b.scale.TotalRange()
	t := b.a.Total
	line := TotalLine{Min: low.Float(), Max: high.Float(), Low: t.Low.Float(), High: t.High.Float(), Label: say.Total(t), Bands: bandMarks(b.say)}
	line.Alt = "The total of " + line.Label + " on a line from " + low.Decimal(2) + " to " + high.Decimal(2) + "."
	for i, band := range b.scale.Bands() {
		if i > 0 {
			line.Alt += " " + b.say.Band(i) + " begins at " + band.From.Decimal(2) + "."
		}
	}
	return line
}

// highlights is how many strengths and priorities the first page names.
const highlights = 3

// strengths names items at the top score, and where they are few, those one
// below it. Items whose evidence is numbers come first, because a number
// convinces.
func (b *builder) strengths() []string {
	top := b.scale.Scores().Max
	all := append(b.scoredAt(top), b.scoredAt(top-1)...)
	return all[:min(highlights, len(all))]
}

func (b *builder) scoredAt(score int) []string {
	var withNumbers, others []string
	for i := range b.a.Items {
		it := &b.a.Items[i]
		if it.State == fidelity.Open || it.Score != score {
			continue
		}
		text := b.say.Title(i) + ": " + b.say.Strength(b.a, i) + "."
		if len(b.scale.Items()[i].Measures) > 0 {
			withNumbers = append(withNumbers, text)
		} else {
			others = append(others, text)
		}
	}
	return append(withNumbers, others...)
}

// priorities names the lowest scores, each with what it rests on. What the
// next score takes stands further down, where there is room for it.
func (b *builder) priorities() []string {
	var out []string
	for _, step := range plan.Low(b.a, highlights) {
		text := b.say.Title(step.Item) + " scored " + strconv.Itoa(step.From)
		if score, ok := b.a.Items[step.Item].Settled(); ok && score == step.From && b.review.Kept == nil {
			text += ": " + say.Lower(b.say.ShortEvidence(b.a, step.Item))
		} else {
			text += ", by the judgement of the reviewers"
		}
		out = append(out, text+".")
	}
	return out
}

// openList names the items without a score.
func (b *builder) openList() []string {
	var out []string
	for i := range b.a.Items {
		if b.a.Items[i].State == fidelity.Open {
			out = append(out, b.say.Title(i)+": "+b.say.ScoreWords(b.a, i)+". "+say.Sentence(b.say.MissingInShort(b.a, i)))
		}
	}
	return out
}
