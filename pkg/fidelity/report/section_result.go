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
	s := Section{ID: "result", Heading: b.resultHeading(), Blocks: Blocks{
		Paragraph{Role: Lead, Text: b.say.Headline(b.a)},
		b.totalLine(),
		Columns{
			Left:  Group{ID: "strengths", Heading: "Strengths", Blocks: Blocks{b.listOr(b.strengths(), "No item has a high score yet.")}},
			Right: Group{ID: "priorities", Heading: "Priorities", Blocks: Blocks{b.listOr(b.priorities(), "No scored item is at "+strconv.Itoa(plan.Middle(b.scale))+" or below.")}},
		},
	}}
	if since := b.sinceLastTime(); since != "" {
		s.Blocks = slices.Insert(s.Blocks, 2, Block(Paragraph{Text: since}))
	}
	if open := b.openList(); len(open) > 0 {
		s.Blocks = append(s.Blocks, Group{ID: "open", Heading: "Still open", Blocks: Blocks{List{Items: open}}})
	}
	if sure := b.howSure(); len(sure) > 0 {
		s.Blocks = append(s.Blocks, Group{ID: "how-sure", Heading: "How sure we are", Blocks: Blocks{List{Items: sure}}})
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
	line := TotalLine{Min: low.Float(), Max: high.Float(), Low: t.Low.Float(), High: t.High.Float(), Label: say.Total(t)}
	line.Alt = "The total of " + line.Label + " on a line from " + low.Decimal(2) + " to " + high.Decimal(2) + "."
	for i, band := range b.scale.Bands() {
		line.Bands = append(line.Bands, Mark{From: band.From.Float(), Label: say.Upper(b.say.BandShort(i))})
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

// priorities names the lowest scores, each with what the next score needs.
func (b *builder) priorities() []string {
	var out []string
	for _, step := range plan.Low(b.a, highlights) {
		out = append(out, b.say.Title(step.Item)+", scored "+strconv.Itoa(step.From)+". To reach "+strconv.Itoa(step.To)+": "+b.say.Brief(b.a, step.Item))
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

// howSure names what a reader should know before leaning on the total.
func (b *builder) howSure() []string {
	var thin, near, differ []string
	for i := range b.a.Items {
		for _, f := range b.a.Items[i].Flags {
			switch f.Code {
			case fidelity.Thin:
				thin = append(thin, b.say.Short(i))
			case fidelity.NearBoundary:
				near = append(near, b.say.Short(i))
			case fidelity.Differs:
				differ = append(differ, b.say.Short(i))
			}
		}
	}
	var out []string
	for _, f := range []struct {
		names []string
		text  string
	}{
		{thin, "Thin evidence, from few records: "},
		{near, "Close to the line between two scores: "},
		{differ, "Scored by the reviewers' judgement, where the evidence alone gives another score: "},
	} {
		if names := distinct(f.names); len(names) > 0 {
			out = append(out, f.text+say.And(names)+".")
		}
	}
	return append(out, "Two reviewers can fairly differ by a point on an item. A total guides improvement and is no performance rating.")
}

func distinct(names []string) []string {
	var out []string
	for i, n := range names {
		if i == 0 || n != names[i-1] {
			out = append(out, n)
		}
	}
	return out
}
