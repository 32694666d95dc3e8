package xlsx

import (
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// drawSummary adds the result on a page: what the document is, what it found,
// and its first section.
func drawSummary(b *book) {
	doc := b.doc
	p := newPage(b, sheetSummary, summaryText, summaryText, summaryText, summaryLast)
	p.logo(doc.Logo)
	p.wide(doc.Title, lookName)
	p.wide(joined(" · ", doc.Kind, doc.Stage), lookKind)
	p.wide(doc.Service, lookService)
	p.gap(6)
	p.terms(doc.Cover, lookPlain)
	p.gap(6)
	p.terms(b.fresh(doc.Data.Result), lookResult)
	if len(doc.Sections) > 0 {
		first := doc.Sections[0]
		p.gap(10)
		p.wide(first.Heading, lookHeading)
		p.gap(4)
		p.blocks(first.Blocks)
	}
	if doc.Data.Tidy == nil {
		p.totals(doc.Data.Totals)
	}
	p.finish()
}

// fresh leaves out what the page has said already, and what the table of the
// sections will say.
func (b *book) fresh(rows []report.Term) []report.Term {
	said := map[string]bool{}
	for _, t := range b.doc.Cover {
		said[t.Name] = true
	}
	if totals := b.doc.Data.Totals; totals != nil && b.doc.Data.Tidy == nil {
		for _, row := range totals.Sections {
			said[row.Name] = true
		}
	}
	var out []report.Term
	for _, t := range rows {
		if !said[t.Name] && t.Text != b.doc.Service && t.Text != b.doc.Kind && t.Text != b.doc.Stage {
			out = append(out, t)
		}
	}
	return out
}

// joined puts texts together and leaves out the empty ones.
func joined(between string, texts ...string) string {
	var kept []string
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return strings.Join(kept, between)
}

// blocks draws blocks one below the other. Tables are left out: those that a
// workbook should have, it has on sheets of their own.
func (p *page) blocks(bs report.Blocks) {
	for _, b := range bs {
		switch b := b.(type) {
		case report.Paragraph:
			p.paragraph(b)
		case report.Heading:
			p.gap(6)
			p.head(b.Text)
		case report.List:
			p.list(b)
		case report.Terms:
			p.flush()
			p.terms(b.Rows, lookPlain)
		case report.Quote:
			p.flush()
			p.pair(b.Label, b.Text, lookPlain)
		case report.TotalLine:
			p.flush()
			p.pair(b.Label, b.Alt, lookPlain)
		case report.Chart:
			p.flush()
			p.pair(b.Title, b.Alt, lookPlain)
		case report.Group:
			p.group(b)
		case report.Columns:
			p.group(b.Left)
			p.group(b.Right)
		}
	}
	p.flush()
}

// paragraph writes running text: across the page, or beside its heading. What
// is to be read across a table, and cautions, always have the whole width.
func (p *page) paragraph(b report.Paragraph) {
	switch {
	case b.Role == report.Lead:
		p.flush()
		p.wide(b.Text, lookLead)
		p.gap(4)
	case b.Role == report.Note:
		p.flush()
		p.gap(4)
		p.wide(b.Text, lookNote)
	case p.hung:
		p.beside(b.Text)
	default:
		p.wide(b.Text, lookPlain)
	}
}

func (p *page) list(b report.List) {
	for i, item := range b.Items {
		mark := "• "
		if b.Numbered {
			mark = strconv.Itoa(i+1) + ". "
		}
		p.beside(mark + item)
	}
}

// group writes blocks to the right of their heading.
func (p *page) group(g report.Group) {
	hung := p.hung
	p.gap(6)
	p.head(g.Heading)
	if g.Score != "" {
		p.beside(g.Score)
	}
	p.blocks(g.Blocks)
	p.hung = hung
}

// head keeps a heading for the row of the text that follows it.
func (p *page) head(text string) {
	p.flush()
	p.label, p.hung = text, true
}

// beside writes a text to the right, next to its heading if it is the first.
func (p *page) beside(text string) {
	label := p.label
	p.label = ""
	p.pair(label, text, lookPlain)
}

// flush writes a heading that no text came to stand beside.
func (p *page) flush() {
	if p.label != "" {
		p.beside("")
	}
}
