package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// short is the pack on a page.
func (b *packBuilder) short() Section {
	s := Section{ID: "short", Heading: "In short"}
	s.Blocks = append(s.Blocks, Paragraph{Role: Lead, Text: b.canCompare()})
	rows := terms("Bands", b.bandCounts(), "Most shared gaps", b.gapsInShort(),
		"What most do well", b.topShared(b.p.Strengths(), func(a *compare.ItemAcross) []int { return a.Strong }, "strong"),
		"Actions", b.actionCounts(), "How sure", b.sureInShort())
	s.Blocks = append(s.Blocks, Terms{Rows: rows}, Paragraph{Role: Note, Text: "This pack helps services and commissioners to talk. It is no league table: it gives no ranks, and a total is no performance rating."})
	if table := b.groupTable(); len(table.Rows) > 1 {
		s.Blocks = append(s.Blocks, table)
	}
	return s
}

// canCompare counts the reviews by whether they can be compared.
func (b *packBuilder) canCompare() string {
	plain, careful := 0, 0
	for i := range b.p.Sites {
		if len(b.site(i).Cautions) == 0 {
			plain++
		} else {
			careful++
		}
	}
	var parts []string
	if plain > 0 {
		parts = append(parts, strconv.Itoa(plain)+" can be compared as "+isAre(plain, "it is", "they are"))
	}
	if careful > 0 {
		text := strconv.Itoa(careful) + " only with caution"
		if plain == 0 {
			text = strconv.Itoa(careful) + " can be compared only with caution"
		}
		parts = append(parts, text)
	}
	if n := len(b.p.Own); n > 0 {
		parts = append(parts, strconv.Itoa(n)+" "+isAre(n, "is a self-audit and stands", "are self-audits and stand")+" apart")
	}
	services := map[string]bool{}
	for _, panel := range [][]compare.Site{b.p.Sites, b.p.Own} {
		for i := range panel {
			services[panel[i].Record.Service.ID] = true
		}
	}
	text := say.Count(len(services), "service", "services") + ". Of the newest reviews, " + say.And(parts) + "."
	if n := len(b.p.Passed); n > 0 {
		text += " " + say.Count(n, "other file has", "other files have") + " no part in this, with the reason below."
	}
	return text
}

func isAre(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// bandCounts counts the sites by band, from the highest down.
func (b *packBuilder) bandCounts() string {
	if len(b.p.Scale.Bands()) == 0 || len(b.p.Sites) == 0 {
		return ""
	}
	var parts []string
	for band := len(b.p.Scale.Bands()) - 1; band >= -1; band-- {
		if n := len(b.p.Band(band)); n > 0 {
			parts = append(parts, say.Lower(b.bandName(band))+": "+strconv.Itoa(n))
		}
	}
	return say.Upper(strings.Join(parts, ", ")) + "."
}

// topShared names the items that most sites share.
func (b *packBuilder) topShared(all []*compare.ItemAcross, of func(*compare.ItemAcross) []int, word string) string {
	var parts []string
	for _, a := range all[:min(len(all), 3)] {
		parts = append(parts, b.say.Title(a.Item)+" ("+word+" in "+strconv.Itoa(len(of(a)))+" of "+strconv.Itoa(len(b.p.Sites))+")")
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, "; ") + "."
}

// gapsInShort names the gaps that most share, or says that there are none.
func (b *packBuilder) gapsInShort() string {
	if len(b.p.Sites) < 2 {
		return ""
	}
	gaps := b.p.SharedGaps()
	if len(gaps) == 0 {
		return noSharedGap
	}
	return b.topShared(gaps, func(a *compare.ItemAcross) []int { return a.Low }, "low")
}

const noSharedGap = "No item is low in a third of the services."

func (b *packBuilder) actionCounts() string {
	open, late := 0, 0
	for i := range b.p.Sites {
		for _, a := range b.site(i).Actions {
			open++
			if a.Late {
				late++
			}
		}
	}
	if open == 0 {
		return ""
	}
	return say.Count(open, "action is", "actions are") + " still to do, and " + strconv.Itoa(late) + " of them " + isAre(late, "is", "are") + " late."
}

// groupTable counts the sites of each group by band.
func (b *packBuilder) groupTable() Table {
	bands := b.p.Scale.Bands()
	t := Table{ID: "groups", Caption: "Services by " + b.Group + " and band", Sheet: "Groups", Columns: []Column{{Head: say.Upper(b.Group), Weight: 4, Header: true}, {Head: "Services", Weight: 2, Right: true}}}
	if b.Group == "" || len(bands) == 0 {
		return Table{}
	}
	for band := len(bands) - 1; band >= -1; band-- {
		t.Columns = append(t.Columns, Column{Head: b.bandName(band), Weight: 2, Right: true})
	}
	for _, c := range b.chapters() {
		row := []Cell{{Text: c.name, Link: "group" + c.id}, whole(len(c.sites))}
		for band := len(bands) - 1; band >= -1; band-- {
			n := 0
			for _, i := range c.sites {
				if b.site(i).Total.Band == band {
					n++
				}
			}
			row = append(row, whole(n))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// comparability says of each review whether it can be compared, and why not.
func (b *packBuilder) comparability() Section {
	s := Section{ID: "comparable", Heading: "Can these services be compared?"}
	t := Table{
		ID: "comparability", Sheet: "Comparability", Caption: "Whether each newest review can be compared",
		Columns: []Column{{Head: "Service", Weight: 5, Header: true}, {Head: "Review", Weight: 5}, {Head: "Compare?", Weight: 3}, {Head: "Why", Weight: 9}},
		Empty:   "No review can be used.",
	}
	s.Blocks = append(s.Blocks, Paragraph{Text: "Reviews are set side by side where they are on the same scale and major version, independent, scored in full, from a similar setting, and rest on evidence of the last 12 months."})
	if len(b.p.Sites)+len(b.p.Own) > mostListed {
		s.Blocks = append(s.Blocks, b.reasons())
		s.Blocks = append(s.Blocks, b.passed()...)
		return s
	}
	for i := range b.p.Sites {
		t.Rows = append(t.Rows, b.comparable(b.site(i)))
	}
	for i := range b.p.Own {
		row := b.comparable(&b.p.Own[i])
		row[2].Text = "Apart"
		row[3].Text = strings.TrimSpace("The service looked at itself: it stands in a panel of its own. " + strings.TrimPrefix(row[3].Text, allMet))
		t.Rows = append(t.Rows, row)
	}
	s.Blocks = append(s.Blocks, t)
	s.Blocks = append(s.Blocks, b.passed()...)
	return s
}

// reasons counts the services by what speaks for caution, where they are too
// many to list. The table of totals says it of each.
func (b *packBuilder) reasons() Table {
	t := Table{ID: "comparability", Sheet: "Comparability", Caption: "Whether the newest reviews can be compared", Columns: []Column{
		{Head: "Compare?", Weight: 3, Header: true}, {Head: "Why", Weight: 7}, {Head: "Services", Weight: 2, Right: true}, {Head: "Which", Weight: 7},
	}}
	var clean []int
	by := map[compare.Caution][]int{}
	for i := range b.p.Sites {
		if len(b.site(i).Cautions) == 0 {
			clean = append(clean, i)
		}
		for _, c := range b.site(i).Cautions {
			by[c] = append(by[c], i)
		}
	}
	row := func(verdict, why string, places []int) {
		which := ""
		if len(places) <= mostNamed {
			which = b.names(places)
		}
		if len(places) > 0 {
			t.Rows = append(t.Rows, []Cell{{Text: verdict}, {Text: why}, whole(len(places)), {Text: which}})
		}
	}
	row("Yes", allMet, clean)
	for c := compare.ItemsOpen; c <= compare.NoSetting; c++ {
		row("With caution", say.CautionOfMany(c), by[c])
	}
	if n := len(b.p.Own); n > 0 {
		t.Rows = append(t.Rows, []Cell{{Text: "Apart"}, {Text: "The service looked at itself: it stands in a panel of its own."}, whole(n), {}})
	}
	return t
}

// allMet says that nothing speaks against comparing a review.
const allMet = "Nothing speaks against it."

func (b *packBuilder) comparable(s *compare.Site) []Cell {
	verdict, why := "Yes", allMet
	if len(s.Cautions) > 0 {
		verdict, why = "With caution", cautionsOf(s)
	}
	r := s.Record
	return []Cell{siteCell(s), {Text: visitOf(r.Visit, r.Kind) + ", " + say.Lower(StageWords(r.Stage))}, {Text: verdict}, {Text: why}}
}

// passed lists the files that have no part.
func (b *packBuilder) passed() Blocks {
	if len(b.p.Passed) == 0 {
		return nil
	}
	ref := ""
	if b.p.Scale != nil {
		ref = b.p.Scale.Ref()
	}
	t := Table{ID: "passed", Sheet: "Not compared", Caption: "Files that have no part in the comparison", Columns: []Column{
		{Head: "File", Weight: 6, Header: true}, {Head: "Service", Weight: 5}, {Head: "Review", Weight: 4}, {Head: "Compare?", Weight: 2}, {Head: "Why", Weight: 8},
	}}
	for _, p := range b.p.Passed[:min(len(b.p.Passed), mostListed)] {
		t.Rows = append(t.Rows, []Cell{
			{Text: privacy.Mask(p.File, privacy.Block)}, {Text: privacy.Mask(p.Service.Name, privacy.Block)}, {Text: visitOf(p.Visit, p.Kind)}, {Text: "No"}, {Text: say.Unusable(p, ref)},
		})
	}
	out := Blocks{t}
	if more := len(b.p.Passed) - mostListed; more > 0 {
		out = append(out, Paragraph{Text: say.Count(more, "more file has", "more files have") + " no part either."})
	}
	return out
}
