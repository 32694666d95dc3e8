package report

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// method says how the pack was made and what it cannot say.
func (b *packBuilder) method() Section {
	m := b.p.Margin
	made := []string{
		"Of each service this takes the newest review that can be used, one for each service. Files: " + strconv.Itoa(b.p.Files) + " read.",
		"Services stand in order of name, which says nothing about them. A band is set by the total alone.",
		"Low is the lowest quarter of the scores an item can have, strong the highest. A gap counts as shared where it is low in a third of the services and in two at least.",
		"Evidence of an item is thin where two of three tests fail: two kinds of source, enough records, and figures under a year old.",
		"Actions that belong to one person are left out.",
	}
	unsure := []string{say.Margin(m)}
	unsure = append(unsure, "Under "+m.Near.Decimal(2)+" points apart, two totals of one service are about the same. Up to "+m.Noise.Decimal(2)+" points it may have changed. Beyond that it has changed by more than scoring noise.")
	if text := b.sureInShort(); text != "" {
		unsure = append(unsure, text)
	}
	if b.banded() {
		unsure = append(unsure, "Close to a line means within "+say.Number(m.SEM)+" points of where a band begins. The official band never changes because of it.")
	}
	unsure = append(unsure, b.alpha()...)
	limits := []string{
		"Two reviewers can fairly differ by a point on an item. Single items do not predict outcomes.",
		"Fidelity goes with better employment outcomes, but explains only part of the difference between services (r .27 to .36 in published studies).",
		"A total guides improvement and is no performance rating. Services differ in what they were given to work with.",
	}
	return Section{ID: "method", Heading: "Method and limits", NewPage: true, Blocks: Blocks{
		Group{ID: "method-made", Heading: "How this was made", Blocks: Blocks{List{Items: made}}},
		Group{ID: "method-sure", Heading: "How sure the totals are", Blocks: b.withEase(List{Items: unsure})},
		Group{ID: "method-limits", Heading: "What this cannot say", Blocks: Blocks{List{Items: limits}}},
	}}
}

// alpha says how well the items hang together in these sites.
func (b *packBuilder) alpha() []string {
	sure := b.p.Sure
	if !sure.HasAlpha {
		return []string{"How the items hang together (Cronbach's alpha) is told from " + strconv.Itoa(compare.LeastForAlpha) + " services with all items scored."}
	}
	text := "Cronbach's alpha of the items in these services is " + alphaText(sure.Alpha.Value) + " (95% interval by Feldt: " + alphaText(sure.Alpha.Low) + " to " + alphaText(sure.Alpha.High) + ")."
	if sure.Rough {
		text += " That is rough: there are fewer than " + strconv.Itoa(compare.LeastForItemRest) + " services."
	}
	return []string{text}
}

func alphaText(v float64) string { return strconv.FormatFloat(v, 'f', 2, 64) }

// withEase adds how easily each item is scored high, from five sites on.
func (b *packBuilder) withEase(list List) Blocks {
	out := Blocks{list}
	if len(b.chapters()) > 1 {
		return out // it stands with the items over all services
	}
	t := Table{ID: "ease", Sheet: "Item ease", Caption: "Item ease: where the mean score lies between the lowest (0) and the highest (1)", Columns: []Column{
		{Head: "Item", Weight: 8, Header: true}, {Head: "Ease", Weight: 2, Right: true}, {Head: "Services", Weight: 2, Right: true},
	}}
	rest := b.p.Sure.HasAlpha && !b.p.Sure.Rough
	if rest {
		t.Columns = append(t.Columns, Column{Head: "With the rest", Weight: 3, Right: true})
	}
	for i := range b.p.Items {
		a := &b.p.Items[i]
		if !a.HasEase {
			continue
		}
		row := []Cell{{Text: b.itemName(i)}, share(a.Ease, true), whole(a.Of)}
		if rest {
			row = append(row, share(a.Rest, a.HasRest))
		}
		t.Rows = append(t.Rows, row)
	}
	if len(t.Rows) > 0 {
		out = append(out, t)
	}
	return out
}
