package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// BuildScale tells what a scale asks: its items, bands and principles.
func BuildScale(speaker *say.Speaker) *Document {
	scale, words := speaker.Scale(), speaker.Words()
	low, high := scale.TotalRange()
	doc := &Document{Lang: "en-GB", Title: words.Title + " " + scale.Version(), Kind: scale.Ref()}
	about := Section{ID: "about", Heading: "About", Blocks: Blocks{Paragraph{Text: words.About}, Paragraph{Text: words.Conventions}, Paragraph{Text: words.Attribution}}}
	bands := Terms{}
	for i := len(scale.Bands()) - 1; i >= 0; i-- {
		bands.Rows = append(bands.Rows, Term{speaker.Band(i), "from " + scale.Bands()[i].From.Decimal(2)})
	}
	total := Section{ID: "total", Heading: "Total: " + low.Decimal(2) + " to " + high.Decimal(2), Blocks: Blocks{bands}}
	doc.Sections = []Section{about, total}
	if principles := principlesOf(speaker); len(principles.Blocks) > 0 {
		doc.Sections = append(doc.Sections, principles)
	}
	for _, id := range scale.Definition().Sections {
		s := Section{ID: id, Heading: speaker.Section(id)}
		items := List{}
		for i := range scale.Items() {
			if def := &scale.Items()[i]; def.Section == id {
				items.Items = append(items.Items, strconv.Itoa(def.Number)+" "+speaker.Title(i)+" ("+def.ID+")")
			}
		}
		s.Blocks = Blocks{items}
		doc.Sections = append(doc.Sections, s)
	}
	return doc
}

// principlesOf lists the principles behind a scale, and the views that leave
// some of them out.
func principlesOf(speaker *say.Speaker) Section {
	def := speaker.Scale().Definition()
	s := Section{ID: "principles", Heading: "Principles, as an indication"}
	all := List{}
	for _, p := range def.Principles {
		text := speaker.Principle(p.ID)
		if p.Since != "" {
			text += " (" + p.Since + ")"
		}
		all.Items = append(all.Items, text)
	}
	if len(all.Items) == 0 {
		return s
	}
	s.Blocks = Blocks{all}
	for _, v := range def.Views {
		if len(v.Without) == 0 {
			continue
		}
		var without []string
		for _, id := range v.Without {
			without = append(without, say.Lower(speaker.Principle(id)))
		}
		s.Blocks = append(s.Blocks, Paragraph{Text: speaker.View(v.ID) + ": the same without “" + say.And(without) + "”."})
	}
	return s
}

// BuildItem tells everything that the words of a scale say about one item.
func BuildItem(speaker *say.Speaker, item int) *Document {
	def, words := &speaker.Scale().Items()[item], speaker.Item(item)
	doc := &Document{Lang: "en-GB", Title: strconv.Itoa(def.Number) + " " + speaker.Title(item), Kind: def.ID}
	asks := Blocks{Paragraph{Text: words.Asks}}
	for _, text := range []string{words.Note, words.Reads} {
		if text != "" {
			asks = append(asks, Paragraph{Text: text})
		}
	}
	scores := Terms{}
	for score := speaker.Scale().Scores().Max; score >= speaker.Scale().Scores().Min; score-- {
		if text := words.Scores[score]; text != "" {
			scores.Rows = append(scores.Rows, Term{"Score " + strconv.Itoa(score), text})
		}
	}
	facts := List{}
	for f := range def.Facts {
		facts.Items = append(facts.Items, speaker.FactAsks(item, f)+" ("+def.Facts[f].ID+": "+strings.Join(def.Facts[f].Choices(), ", ")+")")
	}
	doc.Sections = []Section{
		{ID: "asks", Heading: "What the item asks", Blocks: asks},
		{ID: "scores", Heading: "What the scores look like", Blocks: Blocks{scores}},
		{ID: "rule", Heading: "The rule", Blocks: Blocks{ruleTable(speaker, item, nil)}},
	}
	for _, s := range []Section{
		{ID: "facts", Heading: "What to find out", Blocks: Blocks{facts}},
		{ID: "evidence", Heading: "Where the evidence comes from", Blocks: Blocks{Paragraph{Text: words.Evidence}}},
		{ID: "pitfalls", Heading: "What usually goes wrong", Blocks: Blocks{List{Items: words.Pitfalls}}},
		{ID: "remedies", Heading: "What a service can do", Blocks: remedies(speaker, item)},
	} {
		if said(s.Blocks) {
			doc.Sections = append(doc.Sections, s)
		}
	}
	return doc
}

// said reports whether a section says anything.
func said(blocks Blocks) bool {
	for _, b := range blocks {
		switch b := b.(type) {
		case Paragraph:
			if b.Text == "" {
				return false
			}
		case List:
			if len(b.Items) == 0 {
				return false
			}
		}
	}
	return len(blocks) > 0
}

func remedies(speaker *say.Speaker, item int) Blocks {
	var out Blocks
	for _, r := range speaker.Item(item).Remedies {
		out = append(out, Terms{Rows: terms(
			say.Upper(speaker.Remedy(r.Kind)), r.Do,
			"Who", r.Who, "How long", r.Takes, "First week", r.FirstWeek,
		)})
	}
	return out
}
