package report

import (
	"slices"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

var ordinals = [...]string{"First", "Second", "Third"}

// ways shows the least-effort ways to the goal.
func (p *planner) ways() Section {
	s := Section{ID: "ways", Heading: "The way to " + p.goalWords(), NewPage: true}
	answer := p.answer
	switch {
	case answer.Aim == nil:
		s.Heading = "The way to a band"
		s.Blocks = Blocks{Paragraph{Text: p.nothingToReach()}}
		return s
	case answer.Reached:
		s.Blocks = Blocks{Paragraph{Text: "The " + p.startWords() + " is " + answer.Start.Decimal(2) + ", which is enough: the aim is " + answer.Aim.Decimal(2) + "."}}
		return s
	case len(answer.Ways) == 0:
		s.Blocks = Blocks{Paragraph{Text: "There is no way there. The highest total that can be reached is " + answer.Best.Decimal(2) + "."}}
		return s
	}
	s.Blocks = append(s.Blocks, Paragraph{Role: Lead, Text: p.fromTo()})
	if answer.Margin > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Text: "Why past the line: two reviewers can fairly differ by a point on an item. " +
			"Another review of the same service could give a few points less."})
	}
	if len(answer.Open) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Text: p.openWords()})
	}
	s.Blocks = append(s.Blocks, Paragraph{Role: Note, Text: "This is arithmetic on guesses of effort, and no advice. " +
		"The scale guesses what a point on each item takes, and the point to the top score counts double. Your own figures can take the place of the guesses."})
	for i := range answer.Ways {
		s.Blocks = append(s.Blocks, p.way(i))
	}
	return s
}

func (p *planner) goalWords() string {
	if p.goal.Band >= 0 {
		return say.Lower(p.say.Band(p.goal.Band))
	}
	if p.goal.Question.Target != nil {
		return "a total of " + p.goal.Question.Target.Decimal(2)
	}
	return "a band"
}

// startWords name what the ways start from.
func (p *planner) startWords() string {
	if p.a.Total.Complete() {
		return "total"
	}
	return "lowest possible total"
}

func (p *planner) nothingToReach() string {
	bands := p.scale.Bands()
	if len(bands) == 0 {
		return "This scale has no bands. Name a total to see the ways to it."
	}
	return "The " + p.startWords() + " of " + p.answer.Start.Decimal(2) + " lies in the highest band, " +
		say.Lower(p.say.Band(len(bands)-1)) + ". There is no further band to reach."
}

func (p *planner) fromTo() string {
	text := "From " + p.answer.Start.Decimal(2) + " to " + p.answer.Aim.Decimal(2)
	if p.answer.Margin == 0 {
		if p.goal.Band >= 0 {
			text += ", where " + p.goalWords() + " begins"
		}
		return text + "."
	}
	text += ", which is " + say.Count(p.answer.Margin, "point", "points") + " past the line"
	if p.goal.Band >= 0 {
		text += ": " + p.goalWords() + " begins at " + p.goal.Question.Target.Decimal(2)
	}
	if p.answer.Margin < p.goal.Question.Margin {
		text += ". More than that cannot be reached"
	}
	return text + "."
}

// openWords say what the ways do with items that have no score yet.
func (p *planner) openWords() string {
	var names []string
	for _, i := range p.answer.Open {
		names = append(names, p.numbered(i))
	}
	text := say.Count(len(names), "item has", "items have") + " no score yet: " + say.And(names) + ". "
	if len(names) == 1 {
		text += "It counts as the lowest score that it may have."
	} else {
		text += "They count as the lowest score that each may have."
	}
	return text + " Find out first: the answer may be worth more than any change."
}

// way shows one way: a step for each item that it touches.
func (p *planner) way(i int) Group {
	w := &p.answer.Ways[i]
	t := Table{ID: "way-" + strconv.Itoa(i+1), Caption: ordinals[i] + " way: effort " + strconv.Itoa(w.Cost) + " in all", Sheet: ordinals[i] + " way", Columns: []Column{
		{Head: "Item", Weight: 5, Header: true}, {Head: "Step", Weight: 2}, {Head: "Effort", Weight: 1.6, Right: true}, {Head: "What it takes", Weight: 10},
	}}
	for _, step := range w.Steps {
		t.Rows = append(t.Rows, []Cell{
			{Text: p.numbered(step.Item)}, {Text: p.stepWords(step)}, count(step.Cost), {Text: p.takes(i, step)},
		})
	}
	g := Group{ID: "ways-" + strconv.Itoa(i+1), Heading: ordinals[i] + " way: effort " + strconv.Itoa(w.Cost) + ", total " + w.Total.Decimal(2)}
	if text := p.unlike(w, &p.answer.Ways[0]); i > 0 && text != "" {
		g.Blocks = append(g.Blocks, Paragraph{Text: text})
	}
	g.Blocks = append(g.Blocks, t)
	return g
}

// takes says what a step takes, and once only where ways share it.
func (p *planner) takes(way int, step plan.Step) string {
	if way > 0 && slices.Contains(p.answer.Ways[0].Steps, step) {
		return "As in the first way."
	}
	return strings.Join(p.needs(step), " ")
}

// unlike says how a way differs from the first.
func (p *planner) unlike(w, first *plan.Way) string {
	names := func(of, without *plan.Way) (out []string) {
		for _, s := range of.Steps {
			if !slices.ContainsFunc(without.Steps, func(o plan.Step) bool { return o.Item == s.Item }) {
				out = append(out, p.numberedShort(s.Item))
			}
		}
		return out
	}
	text := "Unlike the first way it leaves out " + say.And(names(first, w))
	if instead := names(w, first); len(instead) > 0 {
		text += ", and raises " + say.And(instead)
	}
	return text + "."
}
