package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// itemByItem tells every item in full, always in the same order.
func (b *builder) itemByItem() Section {
	s := Section{ID: "items", Heading: "Item by item", NewPage: true}
	section := ""
	for i := range b.scale.Items() {
		if id := b.scale.Items()[i].Section; id != section {
			section = id
			s.Blocks = append(s.Blocks, Heading{ID: "section-" + id, Text: b.say.Section(id)})
		}
		s.Blocks = append(s.Blocks, b.item(i))
	}
	return s
}

func (b *builder) item(i int) Group {
	def, f := &b.scale.Items()[i], &b.review.Findings[i]
	g := Group{ID: "item-" + def.ID, Heading: b.numbered(i), Boxes: b.boxes(i), Score: b.say.ScoreWords(b.a, i)}
	if asks := b.say.Item(i).Asks; asks != "" {
		g.Blocks = append(g.Blocks, Paragraph{Role: Note, Text: asks})
	}
	g.Blocks = append(g.Blocks, Terms{Rows: terms(
		"Last time", b.lastTime(i),
		"How the score came about", b.say.Verdict(b.a, i),
		"What we looked at", say.Upper(b.say.Evidence(b.a, i)),
		"Sources", b.say.Sources(f.Sources),
		"Strength of evidence", b.sureTerm(i),
		b.meaningLabel(i), b.meaning(i),
	)})
	if b.reader == Team && len(b.a.Items[i].Rows) > 0 {
		g.Blocks = append(g.Blocks, b.rowTable(i))
	}
	g.Blocks = append(g.Blocks, quotes("What we saw", f.Saw, "Our judgement", f.Judgement, "Why this score", f.Because)...)
	if notes := b.notes(i); len(notes) > 0 {
		g.Blocks = append(g.Blocks, Terms{Rows: []Term{{Name: "To know", Text: strings.Join(notes, " ")}}})
	}
	if safe := b.safety(i); safe != "" {
		g.Blocks = append(g.Blocks, Terms{Rows: []Term{{Name: "How safe the score is", Text: safe}}})
	}
	if next := b.toReach(i); next != "" {
		g.Blocks = append(g.Blocks, Terms{Rows: []Term{{Name: "Next score", Text: next}}})
	}
	if f.Recommend != nil {
		g.Blocks = append(g.Blocks, quotes("Recommendation", f.Recommend.Text)...)
		if rows := terms("Kind of remedy", b.remedy(i, f.Recommend.Kind), "Who", f.Recommend.Who); len(rows) > 0 {
			g.Blocks = append(g.Blocks, Terms{Rows: rows})
		}
	}
	return g
}

// meaningLabel says of whom the words of the score speak: of a single row where
// the item is a mean of rows.
func (b *builder) meaningLabel(i int) string {
	label := "What a " + strconv.Itoa(b.a.Items[i].Score) + " looks like"
	if each := b.scale.Items()[i].Each; each != "" {
		if one := b.say.Words().Tables[each].One; one != "" {
			label += ", for one " + one
		}
	}
	return label
}

// meaning is what the score looks like, in the words of the scale.
func (b *builder) meaning(i int) string {
	if it := &b.a.Items[i]; it.State != fidelity.Open {
		return b.say.Item(i).Scores[it.Score]
	}
	return ""
}

func (b *builder) notes(i int) []string {
	var out []string
	for f := range b.a.Items[i].Flags {
		out = append(out, b.say.Flag(b.a, i, &b.a.Items[i].Flags[f]))
	}
	return out
}

// quotes are the reviewers' own texts, label by label; empty ones are left out.
func quotes(pairs ...string) Blocks {
	var out Blocks
	for i := 0; i+1 < len(pairs); i += 2 {
		if text := strings.TrimSpace(pairs[i+1]); text != "" {
			out = append(out, Quote{Label: pairs[i], Text: text})
		}
	}
	return out
}

// rowTable shows the score of every row. It stands in the team's copy alone.
func (b *builder) rowTable(i int) Table {
	def := &b.scale.Items()[i]
	one := b.say.Words().Tables[def.Each].One
	t := Table{ID: "rows-" + def.ID, Caption: b.say.Title(i) + ", row by row", Columns: []Column{
		{Head: say.Upper(one), Weight: 2, Header: true}, {Head: "Score", Weight: 3}, {Head: "What it rests on", Weight: 9},
	}}
	table, _ := b.scale.TableAt(def.Each)
	for r := range b.a.Items[i].Rows {
		row := &b.a.Items[i].Rows[r]
		score := say.ScoreRange(row.Low, row.High)
		if row.LeftOut == fidelity.Yes {
			score = "left out (" + b.say.LeftOut(b.a, i, row.Row) + ")"
		}
		t.Rows = append(t.Rows, []Cell{{Text: b.say.RowID(b.a, table, row.Row)}, {Text: score}, {Text: say.Upper(b.say.RowEvidence(b.a, i, row))}})
	}
	return t
}

// clinical brings together the items that the scale marks for clinical teams.
func (b *builder) clinical() Section {
	s := Section{ID: "clinical", Heading: "For clinical teams", NewPage: true}
	t := Table{ID: "clinical-items", Caption: "What clinical teams can do most about", Columns: []Column{
		{Head: "Item", Weight: 5, Header: true}, {Head: "Score", Weight: 4}, {Head: "What we looked at", Weight: 6}, {Head: "Next score", Weight: 7},
	}}
	for i := range b.scale.Items() {
		if slices.Contains(b.scale.Items()[i].Audience, "clinical") {
			t.Rows = append(t.Rows, []Cell{
				{Text: b.numbered(i), Link: itemAnchor(b.scale.Items()[i].ID, b.reader)},
				{Text: b.say.ScoreWords(b.a, i), Boxes: b.boxes(i)},
				{Text: say.Upper(b.say.ShortEvidence(b.a, i))},
				{Text: say.Upper(b.takesInShort(i))},
			})
		}
	}
	if len(t.Rows) > 0 {
		s.Blocks = Blocks{t}
	}
	return s
}
