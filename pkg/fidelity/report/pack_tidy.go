package report

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// packHeads are the heads of the tidy rows. They keep their names and their
// order; new ones go to the end.
var packHeads = []string{
	"service", "name", "group", "panel", "visit", "kind", "stage", "scale", "compare", "why",
	"number", "item", "title", "state", "score", "low", "high", "evidence",
	"before", "change", "open_actions", "late_actions", "total_low", "total_high", "band",
}

// tidy is a row for each site and item. Columns keep their names and their
// order; new ones go to the end.
func (b *packBuilder) tidy() *Table {
	out := &Table{ID: "tidy", Caption: "Scores of the services"}
	for _, head := range packHeads {
		out.Columns = append(out.Columns, Column{Head: head, Weight: 1})
	}
	for i := range b.p.Sites {
		out.Rows = append(out.Rows, b.tidyRows(b.site(i), "independent")...)
	}
	for i := range b.p.Own {
		out.Rows = append(out.Rows, b.tidyRows(&b.p.Own[i], "self-audit")...)
	}
	return out
}

func (b *packBuilder) tidyRows(s *compare.Site, panel string) (rows [][]Cell) {
	r := s.Record
	verdict, band := "yes", ""
	if len(s.Cautions) > 0 {
		verdict = "caution"
	}
	if s.Total.Band >= 0 {
		band = b.p.Scale.Bands()[s.Total.Band].ID
	}
	group := r.Service.Groups[b.Group]
	for i, def := range b.p.Scale.Items() {
		it := &r.Items[i]
		score, before, change := Cell{}, Cell{}, Cell{}
		if it.State != fidelity.Open {
			score = whole(it.Score())
		}
		if s.Change != nil && i < len(s.Change.Items) {
			moved := s.Change.Items[i]
			if moved.Then.Settled() {
				before = whole(moved.Then.Low)
			}
			if by, known := moved.By(); known {
				change = whole(by)
			}
		}
		open, late := 0, 0
		for _, a := range s.Actions {
			if a.Place == i {
				open++
				if a.Late {
					late++
				}
			}
		}
		evidence := ""
		if it.Weighed {
			evidence = say.Grade(it.Strength.Grade)
		}
		rows = append(rows, []Cell{
			{Text: r.Service.ID},
			{Text: r.Service.Name},
			{Text: group},
			{Text: panel},
			{Text: r.Visit.To.String()},
			{Text: string(r.Kind)},
			{Text: string(r.Stage)},
			{Text: r.Ref},
			{Text: verdict},
			{Text: cautionsOf(s)},
			whole(def.Number),
			{Text: def.ID},
			{Text: b.say.Title(i)},
			{Text: stateNames[it.State]},
			score, whole(it.Span.Low), whole(it.Span.High),
			{Text: evidence},
			before, change, whole(open), whole(late), exactly(s.Total.Low), exactly(s.Total.High),
			{Text: band},
		})
	}
	return rows
}
