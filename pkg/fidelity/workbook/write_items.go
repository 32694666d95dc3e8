package workbook

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// checklists draws what is found out fact by fact.
func (b *book) checklists() {
	p := b.page(keyChecklists)
	widths := []float64{6, 84, 34, 30}
	for col, digits := range widths {
		p.width(col+2, digits)
	}
	p.heading("Checklists", lookTitle)
	if c := b.layout.words.Conventions; c != "" {
		p.mark(notesMark)
		p.text(3, oneLine(c), lookSmall, widths[1])
		p.next()
	}
	block := p.sheet.block(blockFacts)
	p.open(block, 4)
	p.mark(notesMark)
	heads := []string{"No", "What to find out", "Answer", "Where it was seen"}
	if len(b.layout.sources()) == 0 {
		heads = heads[:3]
	}
	for col, s := range heads {
		p.text(col+2, s, lookHead, widths[col])
	}
	p.next()
	p.freeze(0)
	titles := itoa(p.row - 1)
	var seen []string
	at := 0
	for i := range b.review.Scale().Items() {
		it := &b.review.Scale().Items()[i]
		if len(it.Facts) == 0 {
			continue
		}
		p.mark(notesMark)
		p.text(2, itoa(it.Number), lookSection, 0)
		p.text(3, b.layout.itemTitle(i), lookSection, 0)
		for col := 4; col < 2+len(heads); col++ {
			p.put(col, content{}, lookSection)
		}
		p.tall = 20
		p.next()
		for f := range it.Facts {
			row := &block.lines[at]
			at++
			p.mark(row.key)
			label := row.cells[0].label
			if !it.Facts[f].OnlyIf.IsZero() {
				label += " (Only where it applies.)"
			}
			p.put(2, content{}, lookText)
			p.text(3, label, lookText, widths[1])
			value := showFact(&it.Facts[f], &row.cells[0], b.review.Findings[i].Facts[f])
			p.input(block, row, 0, 4, value)
			p.needs(value.text, lookInput, widths[2])
			if len(heads) > 3 {
				p.put(5, content{}, lookInputText)
				seen = append(seen, p.at(5))
			}
			p.next()
		}
	}
	if len(seen) > 0 {
		p.rule(strings.Join(seen, " "), seen[0], &block.lines[0].cells[1], nil)
	}
	p.protect()
	p.paper("$"+titles+":$"+titles, "$A:$B")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// itemTitle is the full title of an item.
func (l *layout) itemTitle(i int) string {
	if title := l.words.Items[l.scale.Items()[i].ID].Title; title != "" {
		return title
	}
	return l.itemShort(i)
}

// itemColumn is where the columns of the Items sheet begin that are filled in.
const itemColumn = 4

// items draws the sheet on which reviewers score.
func (b *book) items() {
	p := b.page(keyItems)
	block := p.sheet.block(blockItems)
	p.width(2, 22)
	p.width(3, 58)
	for c := range block.columns {
		p.width(itemColumn+c, block.columns[c].width)
	}
	p.heading("Items", lookTitle)
	p.heading("Score what you saw. Choose “not enough evidence” rather than guess: nothing missing is ever counted as the lowest score.", lookLead)
	p.open(block, itemColumn)
	for _, look := range []look{lookHead, lookHelp} {
		p.mark(notesMark)
		heads := []string{"Item", "What each score looks like"}
		if look == lookHelp {
			heads = []string{"", "The words of " + b.layout.words.Short + ", in short"}
		}
		for col, s := range heads {
			p.text(col+2, s, look, 40)
		}
		for c := range block.columns {
			s := block.columns[c].label
			if look == lookHelp {
				s = block.columns[c].help
			}
			p.text(itemColumn+c, s, look, block.columns[c].width)
		}
		p.next()
		if look == lookHead {
			p.freeze(2)
		}
	}
	titles := itoa(p.row - 2)
	first := p.row
	sources := b.layout.sources()
	for i := range block.lines {
		row := &block.lines[i]
		p.mark(row.key)
		p.text(2, fmt.Sprintf("%d %s", b.review.Scale().Items()[i].Number, b.layout.itemTitle(i)), lookLabel, 22)
		p.text(3, b.layout.scoreTexts(i), lookText, 58)
		for c := range row.cells {
			f := &row.cells[c]
			value := findingContent(f, &b.review.Findings[i], sources)
			p.put(itemColumn+c, value, lookOf(f))
			p.needs(value.text, lookInput, f.width)
			p.cells[row.key+" "+f.key] = p.fixed(itemColumn + c)
			if f.key == "recommend.kind" && len(f.answers) > 0 {
				p.rule(p.at(itemColumn+c), p.at(itemColumn+c), f, nil)
			}
		}
		p.next()
	}
	for c := range block.columns {
		if f := &block.columns[c]; f.key != "recommend.kind" {
			top := p.letter(itemColumn+c) + itoa(first)
			p.rule(top+":"+p.letter(itemColumn+c)+itoa(p.row-1), top, f, nil)
		}
	}
	p.protect()
	p.paper("$"+titles+":$"+titles, "$A:$B")
}

// scoreTexts are what the scores look like, from the highest down.
func (l *layout) scoreTexts(i int) string {
	scores := l.scale.Scores()
	var lines []string
	for s := scores.Max; s >= scores.Min; s-- {
		if text := l.words.Items[l.scale.Items()[i].ID].Scores[s]; text != "" {
			lines = append(lines, fmt.Sprintf("%d: %s", s, oneLine(text)))
		}
	}
	return strings.Join(lines, "\n")
}

// findingContent is what a cell of the Items sheet holds.
func findingContent(f *field, found *fidelity.Finding, sources []answer) content {
	recommend := fidelity.Recommendation{}
	if found.Recommend != nil {
		recommend = *found.Recommend
	}
	text := ""
	switch f.key {
	case "score":
		return showRating(found.Rating, f.answers)
	case "saw":
		text = found.Saw
	case "judgement":
		text = found.Judgement
	case "because":
		text = found.Because
	case "recommend":
		text = recommend.Text
	case "recommend.kind":
		return showAnswer(f.answers, recommend.Kind)
	case "recommend.who":
		text = recommend.Who
	default:
		return showSource(f, sources, found.Sources)
	}
	c, _ := showText(text)
	return c
}

// spareActions are the empty rows of the action plan.
const spareActions = 30

// actions draws the action plan.
func (b *book) actions() {
	p := b.page(keyActions)
	block := p.sheet.block(blockActions)
	for c := range block.columns {
		p.width(2+c, block.columns[c].width)
	}
	p.heading("Action plan", lookTitle)
	p.open(block, 2)
	for _, look := range []look{lookHead, lookHelp} {
		p.mark(notesMark)
		for c := range block.columns {
			s := block.columns[c].label
			if look == lookHelp {
				s = block.columns[c].help
			}
			p.text(2+c, s, look, block.columns[c].width)
		}
		p.next()
	}
	p.freeze(1)
	titles := itoa(p.row - 2)
	first := p.row
	for i := range len(b.review.Actions) + spareActions {
		for c := range block.columns {
			f := &block.columns[c]
			value := content{}
			if i < len(b.review.Actions) {
				value = actionContent(f, &b.review.Actions[i])
			}
			p.put(2+c, value, lookOf(f))
			p.needs(value.text, lookInput, f.width)
		}
		p.next()
	}
	p.rules(block, 2, first, nil)
	p.paper("$"+titles+":$"+titles, "$A:$B")
}

func actionContent(f *field, a *fidelity.Action) content {
	switch f.path {
	case "when":
		return showDate(a.When)
	case "aim":
		if a.Aim == nil {
			return content{}
		}
		return content{is: numberCell, number: float64(*a.Aim)}
	}
	text := map[string]string{
		"action": a.What, "who": a.Who, "item": a.Item, "status": a.Status, "outcome": a.Outcome,
		"measure": a.Measure, "remedy": a.Remedy, "scope": a.Scope, "id": a.ID,
	}[f.path]
	return showAnswer(f.answers, text)
}
