package say

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

// Step says the smallest change that brings an item to its next score: "ES02:
// 3 fewer clients, or 0.2 more full-time posts". It is empty where there is
// no change to tell.
func (s *Speaker) Step(a *fidelity.Assessment, c *plan.Change) string {
	return s.step(a, c, false)
}

// StepInShort says the same in few words, for a first page or a terminal:
// facts stand with their short names, and only the shortest way is told.
func (s *Speaker) StepInShort(a *fidelity.Assessment, c *plan.Change) string {
	return s.step(a, c, true)
}

// StepTo says which score a change reaches, and how: "To reach 4: …".
func (s *Speaker) StepTo(a *fidelity.Assessment, c *plan.Change) string {
	if c == nil {
		return ""
	}
	return "To reach " + numeral(c.To) + ": " + s.Step(a, c)
}

// mostRoutes is how many ways to a score are told.
const mostRoutes = 3

func (s *Speaker) step(a *fidelity.Assessment, c *plan.Change, brief bool) string {
	if c == nil {
		return ""
	}
	if len(c.Routes) == 0 || s.withoutCodes && s.items[c.Item].table >= 0 {
		return s.conditions(a, c, brief)
	}
	var told []string
	for i := range c.Routes[:min(len(c.Routes), mostRoutes)] {
		text := s.route(a, c, &c.Routes[i], brief)
		if !slices.Contains(told, text) {
			told = append(told, text)
		}
		if brief {
			break
		}
	}
	return strings.Join(told, " Or else: ")
}

// conditions says what the next score asks for, where no change of what is
// known reaches it, or where a change would tell of a single row. Where the
// evidence is missing it says what to find out instead.
func (s *Speaker) conditions(a *fidelity.Assessment, c *plan.Change, brief bool) string {
	it := &a.Items[c.Item]
	switch {
	case len(c.Routes) == 0 && !c.There && len(it.Missing) > 0 && it.Missing[0].Kind == fidelity.MissingTable:
		return Sentence(Lower(s.MissingInShort(a, c.Item)))
	case len(c.Routes) == 0 && !c.There && len(it.Missing) > 0:
		return Sentence("find out first: " + s.MissingNamed(a, c.Item))
	case it.Next == nil || it.Next.Score != c.To:
		return ""
	case brief:
		return s.Brief(a, c.Item)
	}
	return s.Needs(a, c.Item, it.Next)
}

// route says the parts of one way, and how far it leads where that is further
// than it has to.
func (s *Speaker) route(a *fidelity.Assessment, c *plan.Change, r *plan.Route, brief bool) string {
	all := list{between: "; "}
	for _, text := range s.rowParts(a, c.Item, r.Parts) {
		all.add(text)
	}
	for i := range r.Parts {
		if p := &r.Parts[i]; p.Row < 0 {
			all.add(s.part(a, c.Item, p, brief))
		}
	}
	text := all.String()
	if r.Reaches > c.To {
		text += ", which reaches " + numeral(r.Reaches)
	}
	return Sentence(text)
}

// part says a part that is about no single row.
func (s *Speaker) part(a *fidelity.Assessment, item int, p *plan.Part, brief bool) string {
	text := s.onePart(a, item, p, brief)
	for i := range p.Instead {
		text += ", or " + s.onePart(a, item, &p.Instead[i], brief)
	}
	return text
}

func (s *Speaker) onePart(a *fidelity.Assessment, item int, p *plan.Part, brief bool) string {
	switch p.Kind {
	case plan.PartFacts:
		return s.factsPart(a, item, p, brief)
	case plan.PartSum:
		return s.sumPart(a, item, p)
	case plan.PartMoved:
		return s.movedPart(item, p)
	case plan.PartRecords:
		return numeral(p.Choose) + " more of " + s.rowCount(p.Table, p.Of) + s.marks(p)
	case plan.PartNewRows:
		return s.newRows(p)
	case plan.PartUnlike:
		return numeral(p.Choose) + " more of " + s.rowCount(p.Table, p.Of) + s.unlike(item, p)
	}
	return s.rowPart(item, p)
}

// factsPart names the facts, any so many of which do.
func (s *Speaker) factsPart(a *fidelity.Assessment, item int, p *plan.Part, brief bool) string {
	all := list{between: "; "}
	for i := range p.Edits {
		all.add(s.factEdit(a, item, &p.Edits[i], brief))
	}
	switch {
	case p.Choose == len(p.Edits):
		return all.String()
	case p.Choose == 1 && len(p.Edits) == 2 && !brief:
		return "either of these: " + strings.Replace(all.String(), "; ", "; or ", 1)
	case brief:
		return anyOf(p.Choose) + numeral(len(p.Edits)) + ": " + all.String()
	}
	return anyOf(p.Choose) + "these " + numeral(len(p.Edits)) + ": " + all.String()
}

func (s *Speaker) factEdit(a *fidelity.Assessment, item int, e *plan.Edit, brief bool) string {
	u := fidelity.Unmet{Measure: -1, Column: -1, Fact: e.Fact, Op: fidelity.IsAnswer}
	switch s.scale.Items()[item].Facts[e.Fact].Kind {
	case fidelity.Whole:
		u.Op = fidelity.AtLeast
		if e.By.Sign() < 0 {
			u.Op = fidelity.AtMost
		}
		u.Number, _ = e.Answer.Number()
	case fidelity.Choice:
		u.Op = fidelity.AtLeastAnswer
		u.Answer, _ = e.Answer.Answer()
	default:
		u.Answer, _ = e.Answer.Answer()
		if brief {
			return s.FactShort(item, e.Fact)
		}
	}
	return Lower(s.unmetFact(a, item, &u).String())
}

// movedPart says how many values have to come within a bound: "half of the
// clients within 60 days: any 3 of the 7 still over".
func (s *Speaker) movedPart(item int, p *plan.Part) string {
	_, many := s.rowNames(p.Table)
	w := &s.items[item].measures[p.Measure]
	within, out := "within ", "over"
	if p.Op == fidelity.AtLeast || p.Op == fidelity.Above {
		within, out = "at or over ", "under"
	}
	text := "half of the " + many + " " + within + w.amount(p.By) + ": "
	if p.Choose == len(p.Edits) {
		return text + numeral(p.Choose) + " that " + isAre(p.Choose) + " still " + out
	}
	return text + anyOf(p.Choose) + "the " + numeral(len(p.Edits)) + " still " + out
}

func isAre(n int) string { return strings.TrimSpace(are(n)) }

// newRows says how many further rows it takes, and what they have to be.
func (s *Speaker) newRows(p *plan.Part) string {
	one, many := s.rowNames(p.Table)
	text := Count(p.Choose, "further "+one, "further "+many)
	if len(p.Edits) == 0 {
		return text
	}
	if p.Edits[0].Cells[0].Fresh {
		label := s.ColumnLabel(p.Table, p.Column)
		if p.Choose == 1 {
			return text + " with a new " + label
		}
		return text + ", each with a new " + label
	}
	return text + s.marks(p)
}

// marks says what makes a row count: " that are competitive and permanent".
func (s *Speaker) marks(p *plan.Part) string {
	if len(p.Edits) == 0 {
		return ""
	}
	var names []string
	for _, c := range p.Edits[0].Cells {
		col := &s.table(p.Table).Columns[c.Column]
		label := s.ColumnLabel(p.Table, c.Column)
		if answer, _ := c.Value.Answer(); col.Kind == fidelity.YesNo && answer == 1 {
			names = append(names, label)
		} else if col.Kind == fidelity.YesNo {
			names = append(names, "not "+label)
		} else {
			names = append(names, label+": "+s.CellValue(p.Table, c.Column, c.Value))
		}
	}
	if len(names) == 0 {
		return ""
	}
	return " (" + And(names) + ")"
}

func (s *Speaker) unlike(item int, p *plan.Part) string {
	label := s.ColumnLabel(p.Table, p.Column)
	if s.scale.Items()[item].Measures[p.Measure].Calc == fidelity.Spread {
		return " with another " + label + " than the commonest"
	}
	return " with a different " + label
}
