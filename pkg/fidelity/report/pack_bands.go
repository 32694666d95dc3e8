package report

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// bands shows the totals with their error: by band from the highest down, and
// within a band in order of name.
func (b *packBuilder) bands(c chapter) Section {
	s := Section{ID: "bands" + c.id, Heading: b.bandsHeading()}
	chart := b.totalsChart(c)
	cautions := c.id != ""
	t := Table{ID: "totals-table" + c.id, Caption: c.caption("Totals"), Sheet: c.sheet("Totals"), Columns: []Column{
		{Head: "Service", Weight: 6, Header: true},
		{Head: "Total", Weight: 3},
	}}
	if b.banded() {
		t.Caption = c.caption("How sure each band is")
		t.Columns = append(
			t.Columns, Column{Head: "Band", Weight: 3}, Column{Head: "Another pair would say the same band", Weight: 4}, Column{Head: "Close to a line", Weight: 4},
		)
	}
	if cautions {
		t.Columns = append(t.Columns, Column{Head: "Compared with caution", Weight: 6})
	}
	for band := len(b.p.Scale.Bands()) - 1; band >= -1; band-- {
		for _, i := range c.sites {
			if b.site(i).Total.Band != band {
				continue
			}
			drawn, row := b.totalRow(b.site(i)), b.totalCells(i)
			line := strconv.FormatFloat(*drawn.Low, 'f', 1, 64) + " to " + strconv.FormatFloat(*drawn.High, 'f', 1, 64)
			chart.Rows = append(chart.Rows, drawn)
			chart.Table.Rows = append(chart.Table.Rows, []Cell{{Text: siteName(b.site(i))}, totalCell(b.site(i).Total), {Text: line}})
			if cautions {
				row = append(row, Cell{Text: cautionsOf(b.site(i))})
			}
			t.Rows = append(t.Rows, row)
		}
	}
	if len(chart.Rows) == 0 {
		return s
	}
	reach := "Each total stands on a line that reaches " + say.Number(half(b.p.Margin)) + " points to each side. Two lines that do not touch differ by more than chance in scoring. A total that is still open has a line over all totals that are possible."
	chart.Alt = "The totals of " + say.Count(len(chart.Rows), "service", "services") + ", each on the line of its error; the table has the numbers."
	s.Blocks = append(s.Blocks, Paragraph{Text: reach}, chart, t)
	if near := b.closeOnes(c); len(near) > 0 {
		s.Blocks = append(s.Blocks, List{Items: near})
	}
	return s
}

// totalsChart is the chart of totals without its rows.
func (b *packBuilder) totalsChart(c chapter) Chart {
	low, high := b.p.Scale.TotalRange()
	chart := Chart{
		ID: "totals" + c.id, Form: Whiskers, Min: low.Float(), Max: high.Float(), Title: "Each total with its error, on a line from " + low.Decimal(2) + " to " + high.Decimal(2),
		Table: Table{ID: "totals-drawn" + c.id, Caption: c.caption("Totals with the ends of their lines"), Columns: []Column{
			{Head: "Service", Weight: 6, Header: true},
			{Head: "Total", Weight: 3},
			{Head: "Line", Weight: 4},
		}},
	}
	if chart.Ticks = bandMarks(b.say); len(chart.Ticks) == 0 {
		chart.Ticks = []Mark{{From: low.Float(), Label: low.Decimal(2)}, {From: high.Float(), Label: high.Decimal(2)}}
	}
	return chart
}

// banded reports whether the scale has bands.
func (b *packBuilder) banded() bool { return len(b.p.Scale.Bands()) > 0 }

func (b *packBuilder) bandsHeading() string {
	if !b.banded() {
		return "Totals, in order of name"
	}
	return "Services by band, in order of name"
}

// totalRow draws a total with its error, or the totals that are possible.
func (b *packBuilder) totalRow(s *compare.Site) ChartRow {
	row := ChartRow{Label: siteName(s), Text: totalText(s.Total)}
	if len(b.p.Scale.Bands()) > 0 {
		row.Label += " (" + b.bandWord(s.Total.Band) + ")"
	}
	row.drawTotal(b.p.Scale, s.Total, b.p.Margin)
	return row
}

func (b *packBuilder) bandWord(band int) string {
	if band < 0 {
		return "still open"
	}
	return b.say.BandShort(band)
}

func (b *packBuilder) totalCells(i int) []Cell {
	s, sure := b.site(i), b.p.Sure.Sites[i]
	again, near := "", ""
	if sure.Known {
		again = say.Upper(say.InTen(sure.Same))
	}
	if sure.Close >= 0 {
		near = "Close to " + b.say.BandShort(sure.Close)
	}
	cells := []Cell{siteCell(s), totalCell(s.Total)}
	if b.banded() {
		cells = append(cells, Cell{Text: say.Upper(b.bandWord(s.Total.Band))}, Cell{Text: again}, Cell{Text: near})
	}
	return cells
}

// cautionsOf says why a site is compared with care; nothing where it is not.
func cautionsOf(s *compare.Site) string {
	var why []string
	for _, c := range s.Cautions {
		why = append(why, say.Caution(c, s.Record))
	}
	return strings.Join(why, " ")
}

// closeOnes says of the totals next to a line how sure their band is.
func (b *packBuilder) closeOnes(c chapter) (out []string) {
	if len(c.sites) > mostColumns {
		return nil // the table has them
	}
	for _, i := range c.sites {
		if sure := b.p.Sure.Sites[i]; sure.Close >= 0 {
			s := b.site(i)
			out = append(out, siteName(s)+" is close to the line between "+b.say.BandShort(min(s.Total.Band, sure.Close))+" and "+
				b.say.BandShort(max(s.Total.Band, sure.Close))+". "+b.say.Repeat(sure.Same, s.Total.Band)+" The official band stays "+b.say.BandShort(s.Total.Band)+".")
		}
	}
	return out
}

// sureInShort says how far apart equal services would be.
func (b *packBuilder) sureInShort() string {
	sure := b.p.Sure
	if sure.Settled < 2 {
		return ""
	}
	return strconv.Itoa(sure.Settled) + " equal services would still be about " + rounded(sure.Equal) + pointWord(sure.Equal) + " apart from top to bottom. These are " + rounded(sure.Seen) + pointWord(sure.Seen) + " apart."
}

func pointWord(v float64) string {
	if rounded(v) == "1" {
		return " point"
	}
	return " points"
}

// rounded writes a number of points: whole, or with a decimal where it is small.
func rounded(v float64) string {
	if v < 3 {
		return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
	}
	return strconv.FormatFloat(v, 'f', 0, 64)
}

// ranks shows the interval of ranks of each site, where it was asked for.
func (b *packBuilder) ranks() Section {
	s := Section{ID: "ranks", Heading: "Which ranks a service may have"}
	ranks := b.p.Ranks()
	if !b.Ranks || len(ranks) == 0 {
		return Section{}
	}
	t := Table{ID: "ranks-table", Sheet: "Ranks", Caption: "Intervals of ranks, in order of name", Columns: []Column{{Head: "Service", Weight: 6, Header: true}, {Head: "Ranks it may have", Weight: 4}}}
	for i := range b.p.Sites {
		if r, ok := ranks[i]; ok {
			text := strconv.Itoa(r.Best)
			if r.Worst != r.Best {
				text += " to " + strconv.Itoa(r.Worst)
			}
			t.Rows = append(t.Rows, []Cell{siteCell(b.site(i)), {Text: text + " of " + strconv.Itoa(len(ranks))}})
		}
	}
	s.Blocks = Blocks{Paragraph{Text: "A single rank would say more than the totals can bear: a review by another pair could give another order. So each service has all the ranks that its total allows, with 95% certainty for all pairs together. 1 is the highest total."}, t}
	return s
}

// briefBands names the services of each band, for a terminal.
func (b *packBuilder) briefBands() Section {
	s := Section{ID: "bands", Heading: b.bandsHeading()}
	var rows []Term
	for band := len(b.p.Scale.Bands()) - 1; band >= -1; band-- {
		var names []string
		for _, site := range b.p.Band(band) {
			names = append(names, siteName(site)+" ("+totalText(site.Total)+")")
		}
		if len(names) > 0 {
			rows = append(rows, Term{Name: b.bandName(band), Text: strings.Join(names, ", ") + "."})
		}
	}
	if len(rows) > 0 {
		s.Blocks = Blocks{Terms{Rows: rows}, Paragraph{Text: "Write the whole pack to a file, as in: -o pack.html"}}
	}
	return s
}
