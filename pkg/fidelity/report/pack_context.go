package report

import (
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// context is figures that are never scored, beside the benchmarks. All of it
// is made from figures in which small counts are hidden already.
func (b *packBuilder) context() Section {
	s := Section{ID: "context", Heading: "Context, which is never scored"}
	t := Table{ID: "context-figures", Sheet: "Context", Caption: "People who began out of work, and those of them who have started a first job", Columns: []Column{
		{Head: "Service", Weight: 5, Header: true},
		{Head: "Period", Weight: 5},
		{Head: "Out of work at the start", Weight: 3, Right: true},
		{Head: "First job started", Weight: 3, Right: true},
		{Head: "Employment rate", Weight: 5},
		{Head: "Specialist posts", Weight: 3, Right: true},
		{Head: "Clinical teams", Weight: 3, Right: true},
	}}
	chart := Chart{
		ID: "rates", Form: Bars, Min: 0, Max: 100, Title: "Employment rate, in percent", Ticks: b.marks(), Alt: "Share of the people out of work at the start who have started a first job.",
		Table: Table{ID: "rates-drawn", Caption: "Employment rates that are drawn", Columns: []Column{{Head: "Service", Weight: 5, Header: true}, {Head: "Employment rate", Weight: 5}}},
	}
	var all []*compare.ShownContext
	without := 0
	for _, site := range b.bothPanels() {
		c := b.Contexts[site.Record.Service.ID]
		if c == nil {
			without++
			continue
		}
		all = append(all, c)
		t.Rows = append(t.Rows, contextRow(site, c))
		if rate, ok := c.Rate(); ok && c.OutOfWork.N >= fewPeople {
			value := rate.RoundTo(1).Float()
			chart.Rows = append(chart.Rows, ChartRow{Label: siteName(site), Value: &value, Text: say.EmploymentRate(c)})
			chart.Table.Rows = append(chart.Table.Rows, []Cell{{Text: siteName(site)}, {Text: say.EmploymentRate(c)}})
		}
	}
	if len(all) == 0 {
		return s
	}
	s.Blocks = append(s.Blocks, Paragraph{Text: "Job outcomes depend on much beside fidelity: the labour market, the people who were referred, and time. These figures explain no score, and no score explains them."})
	if len(chart.Rows) > 0 {
		s.Blocks = append(s.Blocks, chart)
	}
	s.Blocks = append(s.Blocks, t)
	if sum, n := compare.Pooled(all); n > 1 {
		s.Blocks = append(s.Blocks, Paragraph{Text: "Together, over the " + strconv.Itoa(n) + " services whose figures are shown: " + say.EmploymentRate(&sum) + "."})
	}
	s.Blocks = append(s.Blocks, List{Items: b.contextNotes(without)})
	return s
}

// fewPeople is the base under which no percent is drawn.
const fewPeople = 10

// bothPanels are all sites, each service once.
func (b *packBuilder) bothPanels() (sites []*compare.Site) {
	seen := map[string]bool{}
	for _, panel := range [][]compare.Site{b.p.Sites, b.p.Own} {
		for i := range panel {
			if id := panel[i].Record.Service.ID; !seen[id] {
				seen[id] = true
				sites = append(sites, &panel[i])
			}
		}
	}
	return sites
}

func contextRow(site *compare.Site, c *compare.ShownContext) []Cell {
	posts, teams := Cell{Text: "not given"}, Cell{Text: "not given"}
	if c.Specialists != nil {
		posts = exactly(*c.Specialists)
	}
	if c.Teams != nil {
		teams = whole(*c.Teams)
	}
	return []Cell{siteCell(site), {Text: monthsOf(c.Period)}, shownCell(c.OutOfWork), shownCell(c.FirstStarts), {Text: say.Upper(say.EmploymentRate(c))}, posts, teams}
}

func shownCell(s compare.Shown) Cell {
	if !s.Plain() {
		return Cell{Text: say.Shown(s)}
	}
	return whole(s.N)
}

// marks are the benchmarks on the axis of rates.
func (b *packBuilder) marks() []Mark {
	out := []Mark{{From: 0, Label: "0"}}
	for _, m := range b.Benchmarks {
		out = append(out, Mark{From: m.Percent.Float(), Label: m.Percent.Decimal(1) + "%"})
	}
	return append(out, Mark{From: 100, Label: "100"})
}

func (b *packBuilder) contextNotes(without int) []string {
	notes := []string{
		"Out of work at the start: people who began with the service in the period and had no paid work on that day.",
		"First job started: those of them who have started a first competitive job since, each counted once.",
		"Specialist posts: full-time equivalents in post at the end of the period. Clinical teams: those that the service works with.",
		"Counts of people from 1 to " + strconv.Itoa(compare.MostHidden) + " are hidden. So are job starts where only 1 to " + strconv.Itoa(compare.MostHidden) + " people have no job, because the difference would tell.",
	}
	for _, m := range b.Benchmarks {
		notes = append(notes, benchmarkText(m))
	}
	if without > 0 {
		notes = append(notes, say.Count(without, "service has", "services have")+" no figures of this kind beside the review.")
	}
	return notes
}

func benchmarkText(m compare.Benchmark) string {
	text := "Benchmark to look at: " + m.Percent.Decimal(1) + "%, " + m.Label
	if m.From != (fidelity.Date{}) {
		text += ", from " + say.Month(m.From)
	}
	return text + " (" + m.Source + ")."
}
