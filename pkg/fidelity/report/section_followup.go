package report

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// followUp says what became of the last action plan, late actions first.
func (b *builder) followUp() Section {
	s := Section{ID: "last-plan", Heading: "What became of the last action plan"}
	if b.followed == nil {
		return s
	}
	var shown []compare.FollowUp
	for i := range b.followed.Actions {
		if f := &b.followed.Actions[i]; !f.Personal || b.reader == Team {
			shown = append(shown, *f)
		}
	}
	if len(shown) == 0 {
		return s
	}
	t := Table{ID: "last-actions", Caption: "The plan of " + say.When(b.followed.Before.Review(), b.review), Sheet: "Last plan", Columns: []Column{
		{Head: "What", Weight: 7, Header: true},
		{Head: "Who", Weight: 4},
		{Head: "When", Weight: 4},
		{Head: "Status", Weight: 4},
		{Head: "What came of it", Weight: 9},
		{Head: "Item, and whether it reached its aim", Weight: 8},
	}}
	for i := range shown {
		f := &shown[i]
		t.Rows = append(t.Rows, []Cell{
			{Text: f.Action.What},
			{Text: f.Action.Who},
			{Text: say.Date(f.Action.When)},
			{Text: say.Upper(say.Late(f))},
			{Text: say.Became(f)},
			b.itemAndAim(f),
		})
	}
	s.Blocks = Blocks{
		Paragraph{Text: say.FollowUps(shown)},
		t,
		Paragraph{Role: Note, Text: "No score is lower because an action was not done. An item can reach its aim without the action, and miss it in spite of it."},
	}
	return s
}

// itemAndAim names the item of an action, and how it stands.
func (b *builder) itemAndAim(f *compare.FollowUp) Cell {
	if f.Item < 0 {
		return Cell{}
	}
	cell := Cell{Text: b.numbered(f.Item), Link: itemAnchor(b.scale.Items()[f.Item].ID, b.reader)}
	if f.HasAim {
		cell.Text += ". Aim " + say.Aim(f)
	}
	return cell
}
