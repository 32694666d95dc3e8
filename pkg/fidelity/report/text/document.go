package text

import (
	"fmt"
	"io"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// Document draws a document as plain text: a table becomes a list, each row
// under what names it.
func Document(w io.Writer, doc *report.Document, style Style) error {
	p := &page{style: style}
	about := doc.Kind
	if doc.Stage != "" {
		about += ", " + strings.ToLower(doc.Stage)
	}
	p.between(0, doc.Title, about)
	for _, s := range doc.Sections {
		p.heading(strings.ToUpper(s.Heading))
		p.blocks(s.Blocks)
	}
	if _, err := io.WriteString(w, p.drawn()); err != nil {
		return fmt.Errorf("write the text: %w", err)
	}
	return nil
}

func (p *page) blocks(blocks report.Blocks) {
	for _, b := range blocks {
		switch b := b.(type) {
		case report.Paragraph:
			p.text(2, "", b.Text)
		case report.Heading:
			p.heading(b.Text)
		case report.List:
			for i, item := range b.Items {
				mark := "- "
				if b.Numbered {
					mark = fmt.Sprintf("%d. ", i+1)
				}
				p.text(2, mark, item)
			}
		case report.Terms:
			for _, t := range b.Rows {
				p.text(2, "", t.Name+": "+t.Text)
			}
		case report.Quote:
			p.text(2, "", b.Label+": "+b.Text)
		case report.TotalLine:
			p.totalLine(b)
		case report.Chart:
			p.chart(b)
		case report.Table:
			p.table(b)
		case report.Questions:
			p.questions(b)
		case report.Group:
			p.group(b)
		case report.Columns:
			p.group(b.Left)
			p.group(b.Right)
		}
	}
}

func (p *page) group(g report.Group) {
	p.heading(strings.TrimSpace(g.Heading + "  " + boxes(g.Boxes)))
	p.blocks(g.Blocks)
}

// table sets tables in columns where they fit on a line, the last one broken
// into lines. In wider ones each row is a list under the cell that names it.
func (p *page) table(t report.Table) {
	switch widths, fits := p.columnWidths(t); {
	case len(t.Rows) == 0:
		p.text(2, "", t.Empty)
	case fits:
		p.grid(t, widths)
	default:
		p.rows(t)
	}
}

func (p *page) rows(t report.Table) {
	for _, row := range t.Rows {
		var name string
		var rest []string
		for i, c := range row {
			switch {
			case t.Columns[i].Header:
				name = c.Text
			case c.Text != "":
				rest = append(rest, strings.TrimSpace(boxes(c.Boxes)+" "+t.Columns[i].Head+": "+c.Text))
			}
		}
		p.text(2, "- ", name)
		for _, text := range rest {
			p.text(4, "", text)
		}
	}
}

// text writes a paragraph with an indent, the first line after a mark.
func (p *page) text(indent int, mark, text string) {
	for i, line := range p.wrap(text, width-indent-length(mark)) {
		if i > 0 {
			mark = strings.Repeat(" ", length(mark))
		}
		p.line(strings.Repeat(" ", indent) + mark + line)
	}
}
