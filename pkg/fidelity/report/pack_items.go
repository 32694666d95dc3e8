package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// legend explains the cells of the table of items.
func (b *packBuilder) legend() string {
	scores := b.p.Scale.Scores()
	var low, strong []string
	for score := scores.Min; score <= scores.Max; score++ {
		span := compare.Span{Low: score, High: score}
		switch {
		case compare.IsLow(b.p.Scale, span):
			low = append(low, strconv.Itoa(score))
		case compare.IsStrong(b.p.Scale, span):
			strong = append(strong, strconv.Itoa(score))
		}
	}
	return "The number is the score. + stands with a strong score (" + say.Or(strong) + "), − with a low one (" + say.Or(low) + "). The higher the score, the darker the cell. A range is still open."
}

// scoreMark is a score with its symbol and its shade.
func (b *packBuilder) scoreMark(span compare.Span) Cell {
	if !span.Settled() {
		return Cell{Text: strconv.Itoa(span.Low) + "–" + strconv.Itoa(span.High)}
	}
	scores := b.p.Scale.Scores()
	cell := whole(span.Low)
	switch {
	case compare.IsLow(b.p.Scale, span):
		cell.Text += " −"
	case compare.IsStrong(b.p.Scale, span):
		cell.Text += " +"
	}
	cell.Shade = 1
	if wide := scores.Max - scores.Min; wide > 0 {
		cell.Shade += (span.Low - scores.Min) * (MaxShade - 1) / wide
	}
	return cell
}

// items is the table of scores: sites as columns where they are few, else as
// rows with the numbers of the items as heads.
func (b *packBuilder) items(c chapter) Section {
	s := Section{ID: "items" + c.id, Heading: "Item by item", NewPage: c.id == ""}
	if len(c.sites) == 0 {
		return s
	}
	t := b.sitesAcross(c)
	if len(c.sites) > mostColumns {
		t = b.sitesDown(c)
	}
	s.Blocks = Blocks{Paragraph{Text: b.legend()}, t}
	return s
}

func (b *packBuilder) sitesAcross(c chapter) Table {
	t := Table{ID: "item-scores" + c.id, Caption: c.caption("Scores of the items"), Sheet: c.sheet("Items"), Columns: []Column{{Head: "Item", Weight: 7, Header: true}}}
	for _, i := range c.sites {
		t.Columns = append(t.Columns, Column{Head: siteName(b.site(i)), Weight: 4})
	}
	for item := range b.p.Scale.Items() {
		row := []Cell{{Text: strconv.Itoa(b.p.Scale.Items()[item].Number) + " " + b.say.Short(item)}}
		for _, i := range c.sites {
			row = append(row, b.scoreMark(b.site(i).Record.Items[item].Span))
		}
		t.Rows = append(t.Rows, row)
	}
	last := []Cell{{Text: "Total"}}
	for _, i := range c.sites {
		last = append(last, totalCell(b.site(i).Total))
	}
	t.Rows = append(t.Rows, last)
	return t
}

func (b *packBuilder) sitesDown(c chapter) Table {
	t := Table{ID: "item-scores" + c.id, Caption: c.caption("Scores of the items, by their numbers"), Sheet: c.sheet("Items"), Columns: []Column{{Head: "Service", Weight: 6, Header: true}, {Head: "Total", Weight: 2}}}
	for item := range b.p.Scale.Items() {
		t.Columns = append(t.Columns, Column{Head: strconv.Itoa(b.p.Scale.Items()[item].Number), Weight: 1})
	}
	for _, i := range c.sites {
		row := []Cell{siteCell(b.site(i)), totalCell(b.site(i).Total)}
		for item := range b.p.Scale.Items() {
			row = append(row, b.scoreMark(b.site(i).Record.Items[item].Span))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// itemsInShort is each item over all sites, where those are too many to read
// one by one.
func (b *packBuilder) itemsInShort() Section {
	s := Section{ID: "items", Heading: "The items over all services", NewPage: true}
	t := Table{ID: "item-counts", Sheet: "Items", Caption: "How many services score low and high", Columns: []Column{
		{Head: "Item", Weight: 8, Header: true}, {Head: "Low", Weight: 2, Right: true}, {Head: "Strong", Weight: 2, Right: true}, {Head: "Of", Weight: 2, Right: true},
	}}
	ease := len(b.p.Items) > 0 && b.p.Items[0].HasEase
	if ease {
		t.Columns = append(t.Columns, Column{Head: "Ease", Weight: 2, Right: true})
	}
	rest := len(b.p.Items) > 0 && b.p.Sure.HasAlpha && !b.p.Sure.Rough
	if rest {
		t.Columns = append(t.Columns, Column{Head: "With the rest", Weight: 3, Right: true})
	}
	for i := range b.p.Items {
		a := &b.p.Items[i]
		row := []Cell{{Text: b.itemName(i)}, whole(len(a.Low)), whole(len(a.Strong)), whole(a.Of)}
		if ease {
			row = append(row, share(a.Ease, a.HasEase))
		}
		if rest {
			row = append(row, share(a.Rest, a.HasRest))
		}
		t.Rows = append(t.Rows, row)
	}
	s.Blocks = Blocks{t}
	return s
}

// share writes a figure with two decimals, or that there is none.
func share(v float64, ok bool) Cell {
	if !ok {
		return Cell{Text: "not calculated"}
	}
	text := strconv.FormatFloat(v, 'f', 2, 64)
	n, _ := strconv.ParseFloat(text, 64) // it was just written
	return Cell{Text: text, Number: &n}
}

// gaps are the items that are low in many sites, with who can act.
func (b *packBuilder) gaps() Section {
	s := Section{ID: "gaps", Heading: "Gaps that services share"}
	if len(b.p.Sites) < 2 {
		return s
	}
	t := Table{ID: "shared-gaps", Sheet: "Shared gaps", Caption: "Items that are low in a third of the services or more", Empty: noSharedGap, Columns: []Column{
		{Head: "Item", Weight: 6, Header: true}, {Head: "Low in", Weight: 3}, {Head: "Where", Weight: 5}, {Head: "Often not in place", Weight: 6}, {Head: "Who can act", Weight: 4},
	}}
	for _, a := range b.p.SharedGaps() {
		var lacks []string
		for _, lack := range a.Lacks[:min(len(a.Lacks), 3)] {
			lacks = append(lacks, b.say.FactShort(a.Item, lack.Fact)+" ("+strconv.Itoa(lack.Sites)+")")
		}
		t.Rows = append(t.Rows, []Cell{
			{Text: b.itemName(a.Item)}, {Text: b.ofSites(len(a.Low))}, {Text: b.names(a.Low)}, {Text: strings.Join(lacks, ", ")}, {Text: say.Upper(b.say.WhoActs(a.Item))},
		})
	}
	s.Blocks = Blocks{withoutEmpty(t)}
	if len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Role: Note, Text: "A gap that many share is rarely one team's fault. Who can act comes from the remedies that the scale's guide offers for the item."})
	}
	return s
}

// withoutEmpty leaves out the columns that say nothing in any row.
func withoutEmpty(t Table) Table {
	out := t
	out.Columns, out.Rows = nil, make([][]Cell, len(t.Rows))
	for c, column := range t.Columns {
		says := len(t.Rows) == 0
		for _, row := range t.Rows {
			says = says || row[c].Text != ""
		}
		if !says {
			continue
		}
		out.Columns = append(out.Columns, column)
		for r, row := range t.Rows {
			out.Rows[r] = append(out.Rows[r], row[c])
		}
	}
	return out
}

func (b *packBuilder) ofSites(n int) string {
	return strconv.Itoa(n) + " of " + strconv.Itoa(len(b.p.Sites))
}

// strengths are the items that most sites do well.
func (b *packBuilder) strengths() Section {
	s := Section{ID: "strengths", Heading: "Strengths that most services have"}
	all := b.p.Strengths()
	if len(b.p.Sites) < 2 {
		return s
	}
	t := Table{ID: "shared-strengths", Sheet: "Strengths", Caption: "Items that are strong in most services", Empty: "No item is strong in most services.", Columns: []Column{
		{Head: "Item", Weight: 6, Header: true}, {Head: "Strong in", Weight: 3}, {Head: "Not yet in", Weight: 6},
	}}
	for _, a := range all[:min(len(all), mostStrengths)] {
		var not []int
		for i := range b.p.Sites {
			if !compare.IsStrong(b.p.Scale, b.site(i).Record.Items[a.Item].Span) {
				not = append(not, i)
			}
		}
		t.Rows = append(t.Rows, []Cell{{Text: b.itemName(a.Item)}, {Text: b.ofSites(len(a.Strong))}, {Text: b.names(not)}})
	}
	s.Blocks = Blocks{t}
	if more := len(all) - len(t.Rows); more > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Text: say.Count(more, "more item is", "more items are") + " strong in most services too."})
	}
	return s
}
