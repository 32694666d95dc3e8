package say

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/plan"
)

// RowStep says what one row needs for its own next score: "3.6 more hours".
func (s *Speaker) RowStep(a *fidelity.Assessment, c *plan.Change) string {
	if c == nil || len(c.Routes) == 0 {
		return ""
	}
	all := list{between: ", and "}
	for _, p := range figuresFirst(c.Routes[0].Parts) {
		all.add(s.part(a, c.Item, &p, true))
	}
	return all.String()
}

// figuresFirst puts numbers before answers, which read better at the end.
func figuresFirst(parts []plan.Part) []plan.Part {
	parts = slices.Clone(parts)
	answer := func(p plan.Part) int {
		if p.Kind == plan.PartFigure {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(parts, func(x, y plan.Part) int { return answer(x) - answer(y) })
	return parts
}

// rowParts says what rows need, those that need the same together: "1 more
// employer contact a week for ES01 and ES03".
func (s *Speaker) rowParts(a *fidelity.Assessment, item int, parts []plan.Part) []string {
	type wanted struct {
		row  int
		text string
	}
	var rows []wanted
	for _, part := range figuresFirst(parts) {
		p := &part
		if p.Row < 0 {
			continue
		}
		text := s.part(a, item, p, false)
		if at := slices.IndexFunc(rows, func(w wanted) bool { return w.row == p.Row }); at >= 0 {
			rows[at].text += ", and " + text
			continue
		}
		rows = append(rows, wanted{p.Row, text})
	}
	table := s.items[item].table
	slices.SortStableFunc(rows, func(x, y wanted) int { return x.row - y.row })
	var out []string
	for i := range rows {
		if slices.ContainsFunc(rows[:i], func(w wanted) bool { return w.text == rows[i].text }) {
			continue
		}
		var alike []int
		for j := range rows {
			if rows[j].text == rows[i].text {
				alike = append(alike, rows[j].row)
			}
		}
		out = append(out, s.rowIDs(a, table, alike)+": "+rows[i].text)
		if len(alike) > 1 {
			out[len(out)-1] = s.rowIDs(a, table, alike) + ", each: " + rows[i].text
		}
	}
	return out
}

// rowPart says what one cell of a row has to become.
func (s *Speaker) rowPart(item int, p *plan.Part) string {
	label := s.ColumnLabel(p.Table, p.Column)
	switch p.Kind {
	case plan.PartAnswer:
		answer, _ := p.Edits[0].Cells[0].Value.Answer()
		text := label + ": " + s.ColumnAnswer(p.Table, p.Column, answer)
		if p.Op == fidelity.AtLeastAnswer {
			text = label + ": " + orBetter(s.ColumnAnswer(p.Table, p.Column, answer), answer, s.tables[p.Table].columns[p.Column].answers)
		}
		return text + s.unknownYet(p)
	case plan.PartMembers:
		return s.membersPart(p)
	}
	return s.amount(item, p, p.By) + s.unknownYet(p)
}

func (s *Speaker) unknownYet(p *plan.Part) string {
	if p.Known {
		return ""
	}
	return " (" + notKnownYet + ")"
}

func (s *Speaker) membersPart(p *plan.Part) string {
	label := s.ColumnLabel(p.Table, p.Column)
	var names []string
	for i := range p.Edits {
		v := p.Edits[i].Cells[0].Value
		names = append(names, s.CellValue(p.Table, p.Column, v))
	}
	switch {
	case !p.Known && p.Choose == len(p.Edits):
		return label + ": all of " + And(names) + s.unknownYet(p)
	case p.Choose == len(p.Edits):
		return label + ": also " + And(names)
	}
	return label + ": " + anyOf(p.Choose) + Or(names) + s.unknownYet(p)
}

// amount says by how much a number changes: "3 fewer clients", "0.2 more
// full-time posts". A number without words of its own is told with its
// label and where it goes: "time in the community up from 40% to 50%".
func (s *Speaker) amount(item int, p *plan.Part, by fidelity.Number) string {
	w := &s.tables[p.Table].columns[p.Column]
	percentage := s.table(p.Table).Columns[p.Column].Kind == fidelity.Percent
	switch {
	case !p.Known && len(p.Edits) > 0:
		v := p.Edits[0].Cells[0].Value
		return w.label + ": " + bound(p.Op, s.CellValue(p.Table, p.Column, v))
	case p.Base.Sign() > 0:
		return counted(by, or(w.one, "of "+Number(p.Base)), or(w.many, "of "+Number(p.Base))) + " (" + Number(p.Now.Add(by)) + " of " + Number(p.Base) + ")"
	case w.many == "" || percentage:
		unit := ""
		if percentage {
			unit = "%"
		}
		if p.Kind != plan.PartFigure {
			return s.items[item].measures[p.Measure].name + ": " + bound(p.Op, s.items[item].measures[p.Measure].figure(p.Bound))
		}
		return w.label + " " + upDown(by) + " from " + Number(p.Now) + unit + " to " + Number(p.Now.Add(by)) + unit
	}
	return counted(by, w.one, w.many)
}

func upDown(n fidelity.Number) string {
	if n.Sign() < 0 {
		return "down"
	}
	return "up"
}

func abs(n fidelity.Number) fidelity.Number {
	if n.Sign() < 0 {
		return fidelity.Int(0).Sub(n)
	}
	return n
}

// counted writes "3 fewer clients", "1 more client", "0.2 more full-time posts".
func counted(by fidelity.Number, one, many string) string {
	n, direction := abs(by), " more "
	if by.Sign() < 0 {
		if direction = " less "; n.IsWhole() {
			direction = " fewer "
		}
	}
	if n.Cmp(fidelity.Int(1)) == 0 {
		return "1" + direction + one
	}
	return Number(n) + direction + many
}

// sumPart says by how much a sum over rows changes, and where. In a sample it
// does not matter which rows.
func (s *Speaker) sumPart(a *fidelity.Assessment, item int, p *plan.Part) string {
	text := s.amount(item, p, p.By)
	if s.withoutCodes || s.table(p.Table).Sampled || len(p.Edits) == 0 || p.Edits[0].Row < 0 {
		return text
	}
	own := s.tables[p.Table].columns[p.Column].many != "" && s.table(p.Table).Columns[p.Column].Kind != fidelity.Percent
	names := make([]string, len(p.Edits))
	for i := range p.Edits {
		e := &p.Edits[i]
		names[i] = s.RowID(a, p.Table, e.Row)
		if own {
			names[i] += " " + Number(abs(e.By))
			continue
		}
		now := s.row(a, p.Table, e.Row).Get(s.table(p.Table).Columns[p.Column].ID)
		names[i] += " from " + s.CellValue(p.Table, p.Column, now) + " to " + s.CellValue(p.Table, p.Column, e.Cells[0].Value)
	}
	switch {
	case !own:
		return s.ColumnLabel(p.Table, p.Column) + ": " + And(names)
	case len(names) == 1:
		return s.RowID(a, p.Table, p.Edits[0].Row) + ": " + text
	}
	return text + " (" + And(names) + ")"
}
