package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/agree"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// agenda tells each item that differs, the widest difference first: what every
// reviewer wrote, what the evidence allows, and what the scores look like.
func (b *agreementBuilder) agenda() Section {
	n := len(b.found.Differences)
	s := Section{ID: "agenda", NewPage: true}
	switch {
	case n > 0:
		s.Heading = "Talk about " + these(n)
		if b.settled() {
			s.Heading = "Where the scores differed, and what was agreed"
		}
	case b.found.N > 0:
		return Section{ID: "agenda", Heading: "Nothing to talk about", Blocks: Blocks{Paragraph{Text: "Every item that " + b.all() + " scored has the same score."}}}
	default:
		return s
	}
	for _, d := range b.found.Differences {
		s.Blocks = append(s.Blocks, b.topic(d.Item, d.Scores))
	}
	return s
}

// these counts items in words, as people speak, and says in which order.
func these(n int) string {
	words := []string{"", "", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}
	switch {
	case n == 1:
		return "this one"
	case n < len(words):
		return "these " + words[n] + ", the widest first"
	}
	return "these " + strconv.Itoa(n) + ", the widest first"
}

func (b *agreementBuilder) topic(item int, scores []int) Group {
	lowest, highest := slices.Min(scores), slices.Max(scores)
	limits := b.scale.Scores()
	g := Group{
		ID: b.anchor(item), Heading: b.numbered(item), Score: b.scoresWords(item),
		Boxes: &Boxes{Min: limits.Min, Max: limits.Max, Low: lowest, High: highest},
	}
	g.Blocks = append(g.Blocks, b.ownWords(item)...)
	rows := terms("The evidence", b.evidenceWords(item))
	for score := lowest; score <= highest; score++ {
		text := b.say.Item(item).Scores[score]
		if suggested, ok := b.a.Items[item].Settled(); text != "" && (slices.Contains(scores, score) || ok && suggested == score) {
			rows = append(rows, Term{Name: "What a " + strconv.Itoa(score) + " looks like", Text: text})
		}
	}
	if r := b.review.Findings[item].Rating; r.Decided() {
		rows = append(rows, Term{Name: "Agreed", Text: ratingWords(r)})
	}
	g.Blocks = append(g.Blocks, Terms{Rows: rows})
	return g
}

// scoresWords puts the scores side by side: "A. Okafor 3, T. Lindqvist 5".
func (b *agreementBuilder) scoresWords(item int) string {
	var parts []string
	for i := range b.joint.Raters {
		parts = append(parts, b.joint.Raters[i].Label()+" "+ratingWords(b.joint.Raters[i].Ratings[item]))
	}
	return strings.Join(parts, ", ")
}

// ownWords is what each reviewer wrote, with the score given; what all of them
// saw alike stands once. Where only the ratings were kept, it is what the
// agreed review says.
func (b *agreementBuilder) ownWords(item int) Blocks {
	f := &b.review.Findings[item]
	if b.joint.Raters[0].Findings == nil {
		return quotes("What we saw", f.Saw, "Our judgement", f.Judgement, "Why this score", f.Because)
	}
	shared := strings.TrimSpace(b.joint.Raters[0].Findings[item].Saw)
	for i := range b.joint.Raters {
		if strings.TrimSpace(b.joint.Raters[i].Findings[item].Saw) != shared {
			shared = ""
		}
	}
	out := quotes("Seen together", shared)
	var silent []string
	for i := range b.joint.Raters {
		r := &b.joint.Raters[i]
		own := &r.Findings[item]
		saw := own.Saw
		if shared != "" {
			saw = ""
		}
		text := linesOf(saw, own.Judgement, own.Because)
		if text == "" {
			silent = append(silent, r.Label()+" ("+ratingWords(r.Ratings[item])+")")
			continue
		}
		label := r.Label() + ", who gave no score"
		if r.Ratings[item].Decided() {
			label = r.Label() + ", who scored " + ratingWords(r.Ratings[item])
		}
		out = append(out, Quote{Label: label, Text: text})
	}
	if len(silent) > 0 {
		out = append(out, Paragraph{Role: Note, Text: say.And(silent) + " wrote nothing more about this item."})
	}
	return out
}

func linesOf(texts ...string) string {
	var out []string
	for _, t := range texts {
		if t = strings.TrimSpace(t); t != "" {
			out = append(out, t)
		}
	}
	return strings.Join(out, "\n")
}

func (b *agreementBuilder) evidenceWords(item int) string {
	text := say.Sentence(say.Upper(b.say.Evidence(b.a, item)))
	it := &b.a.Items[item]
	if score, ok := it.Settled(); ok {
		return strings.TrimSpace(text + " It suggests " + strconv.Itoa(score) + ".")
	}
	text = strings.TrimSpace(text + " It allows " + say.ScoreRange(it.Low, it.High) + ".")
	if missing := b.say.MissingInShort(b.a, item); missing != "" {
		text += " " + say.Sentence(say.Upper(missing))
	}
	return text
}

// evidenceFirst names what the copies say differently: scores cannot be agreed
// on while the evidence is in dispute.
func (b *agreementBuilder) evidenceFirst() Section {
	s := Section{ID: "evidence-first", Heading: "First settle what was seen"}
	if len(b.joint.Conflicts) == 0 {
		return s
	}
	var items []string
	for i := range b.joint.Conflicts {
		items = append(items, b.conflict(&b.joint.Conflicts[i]))
	}
	s.Blocks = Blocks{
		Paragraph{Text: "The copies were changed differently here. Put the same into each of them; until then it counts as not known."},
		List{Items: items},
	}
	return s
}

// ConflictWords says what the copies of a joint have at one place of the
// evidence that was changed differently.
func ConflictWords(in Input, joint *agree.Joint, c *agree.Conflict) string {
	in.Reader = Team
	b := &agreementBuilder{builder: newBuilder(in), joint: joint}
	return b.conflict(c)
}

// conflict says what each copy has at one place.
func (b *agreementBuilder) conflict(c *agree.Conflict) string {
	var where string
	var says []string
	word := func(v fidelity.Value) string {
		switch {
		case !v.Given():
			return "nothing"
		case c.Place == agree.Fact:
			return b.say.FactValue(c.Item, c.Fact, v)
		}
		return b.say.CellValue(c.Table, c.Column, v)
	}
	for i, v := range c.Values {
		says = append(says, b.joint.Raters[i].Label()+" has "+word(v))
	}
	switch c.Place {
	case agree.Fact:
		where = b.numbered(c.Item) + ", " + b.say.FactShort(c.Item, c.Fact)
	case agree.Cell:
		where = c.Row + ", " + b.say.ColumnLabel(c.Table, c.Column)
	case agree.Row:
		return c.Row + ": one copy has no such row, another has changed it."
	case agree.Sample:
		return "How the " + b.scale.Definition().Tables[c.Table].ID + " were picked."
	}
	if c.HasBase && c.Base.Given() {
		says = append(says, "before it was "+word(c.Base))
	}
	return where + ": " + strings.Join(says, ", ") + "."
}

// notByAll lists items that have no score from one reviewer or more.
func (b *agreementBuilder) notByAll() Section {
	s := Section{ID: "not-by-all", Heading: "Not scored by " + b.all()}
	for _, item := range b.found.Unpaired {
		g := Group{ID: b.anchor(item), Heading: b.numbered(item), Score: b.scoresWords(item), Blocks: b.ownWords(item)}
		g.Blocks = append(g.Blocks, Terms{Rows: terms("The evidence", b.evidenceWords(item))})
		s.Blocks = append(s.Blocks, g)
	}
	if len(b.found.Unscored) > 0 {
		var items []string
		for _, item := range b.found.Unscored {
			text := b.numbered(item) + ": the evidence "
			if score, ok := b.a.Items[item].Settled(); ok {
				text += "suggests " + strconv.Itoa(score) + "."
			} else {
				text += "allows " + say.ScoreRange(b.a.Items[item].Low, b.a.Items[item].High) + "."
			}
			items = append(items, text)
		}
		s.Blocks = append(s.Blocks, Paragraph{Text: "Nobody gave these a score:"}, List{Items: items})
	}
	return s
}
