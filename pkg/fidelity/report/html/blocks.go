package html

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// deepest is the lowest heading that HTML has.
const deepest = 6

// blocks draws a sequence whose headings are of the given level. Groups that
// come after a heading belong to it, so their headings are one level down.
func (p *page) blocks(blocks report.Blocks, level int) {
	under := level
	for _, block := range blocks {
		switch b := block.(type) {
		case report.Heading:
			p.optional(heading(level), b.Text, attr{"id", p.ids.claim(b.ID)})
			under = level + 1
		case report.Paragraph:
			p.optional("p", b.Text, attr{"class", string(b.Role)})
		case report.List:
			p.list(b)
		case report.Terms:
			p.terms(b.Rows, "terms")
		case report.Quote:
			p.quote(b)
		case report.Table:
			p.table(b)
		case report.TotalLine:
			p.totalLine(b)
		case report.Chart:
			p.chart(b)
		case report.Questions:
			p.questions(b, under)
		case report.Group:
			p.group(b, under)
		case report.Columns:
			p.start("div", attr{"class", "columns"})
			p.group(b.Left, under)
			p.group(b.Right, under)
			p.end()
		default:
			if p.err == nil {
				p.err = fmt.Errorf("a block of type %T cannot be drawn", block)
			}
		}
	}
}

func heading(level int) string { return "h" + strconv.Itoa(min(level, deepest)) }

func (p *page) list(l report.List) {
	if len(l.Items) == 0 {
		return
	}
	tag := "ul"
	if l.Numbered {
		tag = "ol"
	}
	p.start(tag)
	for _, item := range l.Items {
		p.element("li", item)
	}
	p.end()
}

func (p *page) terms(rows []report.Term, class string) {
	if len(rows) == 0 {
		return
	}
	p.start("dl", attr{"class", class})
	for _, row := range rows {
		p.start("div")
		p.element("dt", row.Name)
		p.start("dd")
		p.lines(row.Text)
		p.end()
		p.end()
	}
	p.end()
}

// quote sets a reviewer's own text apart from the tool's words: it stands
// under its label, behind a rule, and keeps the lines it was written in.
func (p *page) quote(q report.Quote) {
	if strings.TrimSpace(q.Text) == "" {
		return
	}
	p.start("figure", attr{"class", "quote"})
	p.optional("figcaption", q.Label)
	p.start("blockquote")
	for _, paragraph := range paragraphs(q.Text) {
		p.start("p")
		p.lines(paragraph)
		p.end()
	}
	p.end()
	p.end()
}

// paragraphs splits a text at its blank lines.
func paragraphs(text string) []string {
	var all []string
	var lines []string
	flush := func() {
		if len(lines) > 0 {
			all = append(all, strings.Join(lines, "\n"))
			lines = nil
		}
	}
	for _, line := range strings.Split(newlines.Replace(text), "\n") {
		if strings.TrimSpace(line) == "" {
			flush()
			continue
		}
		lines = append(lines, line)
	}
	flush()
	return all
}

// newlines makes one kind of line break of the three that texts come with.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// lines writes a text with its line breaks as elements, so that they survive
// copying and a reader without styles.
func (p *page) lines(text string) {
	for i, line := range strings.Split(newlines.Replace(text), "\n") {
		if i > 0 {
			p.void("br")
		}
		p.text(line)
	}
}

// group draws blocks that belong together under a heading of the given level,
// with the score beside it where it is an item.
func (p *page) group(g report.Group, level int) {
	class := "group"
	if g.Boxes != nil || g.Score != "" {
		class = "group item"
	}
	p.start("section", attr{"id", p.ids.claim(g.ID)}, attr{"class", class})
	p.start("div", attr{"class", "group-head"})
	p.optional(heading(level), g.Heading)
	if g.Boxes != nil || g.Score != "" {
		p.start("p", attr{"class", "score"})
		p.strip(g.Boxes)
		p.text(g.Score)
		p.end()
	}
	p.end()
	p.blocks(g.Blocks, level+1)
	p.end()
}
