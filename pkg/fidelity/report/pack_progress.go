package report

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// change is what became of each site since its review before.
func (b *packBuilder) change(c chapter) Section {
	s := Section{ID: "change" + c.id, Heading: "Change since the last review"}
	t := Table{ID: "changes" + c.id, Sheet: c.sheet("Change"), Caption: c.caption("Each service against its own review before"), Columns: []Column{
		{Head: "Service", Weight: 5, Header: true}, {Head: "Before", Weight: 4}, {Head: "Now", Weight: 3}, {Head: "Points", Weight: 3}, {Head: "In words", Weight: 5}, {Head: "Items up", Weight: 2, Right: true}, {Head: "Items down", Weight: 2, Right: true},
	}}
	var first []int
	corrected := false
	for _, i := range c.sites {
		site := b.site(i)
		change := site.Change
		if change == nil {
			first = append(first, i)
			continue
		}
		up, down := change.Moved()
		before := totalText(change.Then) + " in " + say.Month(change.Before.Visit.To)
		if written := change.Before.Total(); totalText(written) != totalText(change.Then) {
			before += " (corrected; written as " + totalText(written) + ")"
			corrected = true
		}
		t.Rows = append(t.Rows, []Cell{
			siteCell(site), {Text: before}, totalCell(change.Now), {Text: say.Signed(change.ByLow, change.ByHigh)}, {Text: say.Upper(say.Verdict(change.Verdict))}, whole(up), whole(down),
		})
	}
	if len(t.Rows) > 0 {
		s.Blocks = append(s.Blocks, t)
		if corrected {
			s.Blocks = append(s.Blocks, Paragraph{Role: Note, Text: "A total is corrected where the later review found that an earlier score was wrong."})
		}
	}
	if len(first) > 0 && len(c.sites) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Text: "No earlier review that can be compared is among the files of " + b.names(first) + "."})
	}
	return s
}

// actions are those still to do, by item.
func (b *packBuilder) actions(c chapter) Section {
	s := Section{ID: "actions" + c.id, Heading: "Actions still to do, by item"}
	t := Table{ID: "action-list" + c.id, Sheet: c.sheet("Open actions"), Caption: c.caption("Actions still to do; late ones are past their date on " + say.Date(b.p.AsOf)), Columns: []Column{
		{Head: "Item", Weight: 5, Header: true}, {Head: "Service", Weight: 5}, {Head: "What", Weight: 8}, {Head: "Who", Weight: 4}, {Head: "When", Weight: 3}, {Head: "Status", Weight: 3},
	}}
	old := false
	for _, item := range b.itemPlaces() {
		for _, i := range c.sites {
			for _, a := range b.site(i).Actions {
				if a.Place != item {
					continue
				}
				old = old || a.Old
				t.Rows = append(t.Rows, []Cell{{Text: b.aboutItem(item)}, siteCell(b.site(i)), {Text: a.What}, {Text: a.Who}, {Text: say.Date(a.When)}, {Text: actionStatus(a)}})
			}
		}
	}
	if len(t.Rows) == 0 {
		return s
	}
	if len(c.sites) > mostColumns {
		s.Blocks = Blocks{b.actionsInShort(c)}
		return s
	}
	s.Blocks = Blocks{t}
	if old {
		s.Blocks = append(s.Blocks, Paragraph{Role: Note, Text: "“Not taken up” is an action of the plan before, which was neither closed nor taken into the new plan."})
	}
	return s
}

// itemPlaces are the items in their order, and last what is about none.
func (b *packBuilder) itemPlaces() (places []int) {
	for i := range b.p.Scale.Items() {
		places = append(places, i)
	}
	return append(places, -1)
}

func (b *packBuilder) aboutItem(item int) string {
	if item < 0 {
		return "About no item"
	}
	return strconv.Itoa(b.p.Scale.Items()[item].Number) + " " + b.say.Short(item)
}

func actionStatus(a compare.SiteAction) string {
	text := say.Upper(say.Status(a.Status))
	if a.Status == "" {
		text = say.Upper(say.Status(compare.ActionOpen))
	}
	if a.Late {
		text += ", late"
	}
	if a.Old {
		text += ", not taken up"
	}
	return text
}

// actionsInShort counts the actions of many sites; what they are stands with
// the questions for each.
func (b *packBuilder) actionsInShort(c chapter) Table {
	t := Table{ID: "action-counts" + c.id, Sheet: c.sheet("Open actions"), Caption: c.caption("Actions still to do, by item; late ones are past their date on " + say.Date(b.p.AsOf)), Columns: []Column{
		{Head: "Item", Weight: 8, Header: true}, {Head: "To do", Weight: 2, Right: true}, {Head: "Late", Weight: 2, Right: true}, {Head: "Services", Weight: 2, Right: true},
	}}
	for _, item := range b.itemPlaces() {
		open, late, services := 0, 0, 0
		for _, i := range c.sites {
			mine := 0
			for _, a := range b.site(i).Actions {
				if a.Place == item {
					mine++
					if a.Late {
						late++
					}
				}
			}
			open += mine
			services += min(mine, 1)
		}
		if open > 0 {
			t.Rows = append(t.Rows, []Cell{{Text: b.aboutItem(item)}, whole(open), whole(late), whole(services)})
		}
	}
	return t
}

// ownLooks are the self-audits, in a panel of their own.
func (b *packBuilder) ownLooks() Section {
	s := Section{ID: "own", Heading: "Self-audits, in a panel of their own"}
	if len(b.p.Own) == 0 {
		return s
	}
	t := Table{ID: "self-audits", Sheet: "Self-audits", Caption: "Services that looked at themselves", Columns: []Column{
		{Head: "Service", Weight: 5, Header: true}, {Head: "Review", Weight: 5}, {Head: "Total", Weight: 3}, {Head: "Band", Weight: 4}, {Head: "Since the one before", Weight: 5},
	}}
	for i := range b.p.Own {
		site := &b.p.Own[i]
		since := ""
		if change := site.Change; change != nil {
			since = say.Signed(change.ByLow, change.ByHigh) + ", " + say.Verdict(change.Verdict)
		}
		band := b.bandName(site.Total.Band)
		if len(b.p.Scale.Bands()) == 0 {
			band = ""
		}
		t.Rows = append(t.Rows, []Cell{siteCell(site), {Text: visitOf(site.Record.Visit, site.Record.Kind)}, totalCell(site.Total), {Text: band}, {Text: since}})
	}
	s.Blocks = Blocks{Paragraph{Text: "A service that scores itself sees other things than reviewers from outside. These totals do not stand beside those of independent reviews, and count in none of the figures above."}, t}
	return s
}

// questions are up to five for each provider, with its late actions.
func (b *packBuilder) questions() Section {
	s := Section{ID: "questions", Heading: "Questions for each provider", NewPage: true}
	for _, panel := range [][]compare.Site{b.p.Sites, b.p.Own} {
		for i := range panel {
			if g := b.questionsFor(&panel[i]); len(g.Blocks) > 0 {
				s.Blocks = append(s.Blocks, g)
			}
		}
	}
	if len(s.Blocks) > 0 {
		s.Blocks = append(Blocks{Paragraph{Text: "They come from each service's own low, open and thinly evidenced items, and are for a talk between equals. Strengths are worth asking about too."}}, s.Blocks...)
	}
	return s
}

func (b *packBuilder) questionsFor(site *compare.Site) Group {
	heading := siteName(site)
	if compare.OwnLook(site.Record.Kind) {
		heading += " (" + say.Lower(KindWords(site.Record.Kind)) + ")"
	}
	g := Group{ID: askID(site), Heading: heading}
	var items []string
	for _, q := range site.Ask {
		items = append(items, b.say.Question(site.Record, q))
	}
	if len(items) > 0 {
		g.Blocks = append(g.Blocks, List{Numbered: true, Items: items})
	} else {
		g.Blocks = append(g.Blocks, Paragraph{Text: "No item is low, open or thinly evidenced. What could other services learn here?"})
	}
	var late []string
	listed := b.few()
	for _, a := range site.Actions {
		if a.Late && (!listed || compare.OwnLook(site.Record.Kind)) {
			late = append(late, say.Sentence(a.What)+" Due "+say.Date(a.When)+".")
		}
	}
	if len(late) > 0 {
		g.Blocks = append(g.Blocks, Paragraph{Text: "Late actions, to ask about:"}, List{Items: late})
	}
	return g
}

// few reports whether the actions of all sites are listed one by one.
func (b *packBuilder) few() bool {
	for _, c := range b.chapters() {
		if len(c.sites) > mostColumns {
			return false
		}
	}
	return true
}

// monthsOf writes a period in months.
func monthsOf(p fidelity.Period) string {
	switch {
	case p.To.IsZero():
		return ""
	case p.From.IsZero() || say.Month(p.From) == say.Month(p.To):
		return say.Month(p.To)
	}
	return say.Month(p.From) + " to " + say.Month(p.To)
}
