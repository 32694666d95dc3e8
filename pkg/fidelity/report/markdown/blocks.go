package markdown

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// blocks draws a sequence whose headings are of the given level. Groups that
// come after a heading belong to it, so their headings are one level down.
func (p *page) blocks(blocks report.Blocks, level int) {
	under := level
	for _, block := range blocks {
		switch b := block.(type) {
		case report.Heading:
			p.heading(level, b.Text)
			under = level + 1
		case report.Paragraph:
			p.paragraph(b)
		case report.List:
			p.bullets(b)
		case report.Terms:
			p.terms(b.Rows)
		case report.Quote:
			p.quote(b)
		case report.Table:
			p.table(b)
		case report.TotalLine:
			p.block(escapeLine(b.Alt))
		case report.Chart:
			p.blocks(b.Instead(), level)
		case report.Questions:
			p.questions(b)
		case report.Group:
			p.group(b, under)
		case report.Columns:
			p.group(b.Left, under)
			p.group(b.Right, under)
		default:
			if p.err == nil {
				p.err = fmt.Errorf("a block of type %T cannot be drawn", block)
			}
		}
	}
}

func (p *page) paragraph(b report.Paragraph) {
	switch b.Role {
	case report.Lead:
		p.block(bold(b.Text))
	case report.Note:
		if words := escapeLine(b.Text); words != "" {
			p.block("*" + words + "*")
		}
	default:
		p.block(escapeLine(b.Text))
	}
}

func (p *page) bullets(l report.List) {
	var items []string
	for _, item := range l.Items {
		items = append(items, escapeLine(item))
	}
	p.items(l.Numbered, items)
}

// items writes a list of what is not blank. Two lists in a row have different
// marks, or they would be one.
func (p *page) items(numbered bool, items []string) {
	marks, other := "-", "*"
	if numbered {
		marks, other = ".", ")"
	}
	if p.list == marks {
		marks = other
	}
	var lines []string
	for _, words := range items {
		if words == "" {
			continue
		}
		mark := marks
		if numbered {
			mark = strconv.Itoa(len(lines)+1) + marks
		}
		lines = append(lines, mark+" "+words)
	}
	if len(lines) > 0 {
		p.block(strings.Join(lines, "\n"))
		p.list = marks
	}
}

// terms draws names with their texts as a list, which reads well as it stands
// and needs no extension.
func (p *page) terms(rows []report.Term) {
	var items []string
	for _, row := range rows {
		items = append(items, strings.TrimSpace(nameOf(row.Name)+" "+escapeLine(row.Text)))
	}
	p.items(false, items)
}

// nameOf sets a name in bold, with a colon unless it ends in a mark of its own.
func nameOf(name string) string {
	words := bold(name)
	if words == "" || strings.HasSuffix(words, ":**") || strings.HasSuffix(words, "?**") {
		return words
	}
	return words + ":"
}

// quote draws a reviewer's own text as a quotation under its label. Each line
// but the last of a paragraph ends in a backslash, which keeps the break.
func (p *page) quote(q report.Quote) {
	paragraphs := escapeLines(q.Text)
	if len(paragraphs) == 0 {
		return
	}
	var lines []string
	if label := bold(q.Label); label != "" {
		lines = append(lines, "> "+label)
	}
	for _, paragraph := range paragraphs {
		if len(lines) > 0 {
			lines = append(lines, ">")
		}
		lines = append(lines, "> "+strings.Join(paragraph, "\\\n> "))
	}
	p.block(strings.Join(lines, "\n"))
}

func (p *page) group(g report.Group, level int) {
	p.heading(level, g.Heading)
	p.block(withBoxes(g.Boxes, escapeLine(g.Score)))
	p.blocks(g.Blocks, level+1)
}

// boxesMax is the longest scale that is drawn; a longer one is told by its
// score alone.
const boxesMax = 20

// withBoxes draws a score as boxes before the score in words: full up to the
// lowest possible score, shaded up to the highest, empty above.
func withBoxes(b *report.Boxes, words string) string {
	if b == nil || b.Max < b.Min || b.Max-b.Min >= boxesMax {
		return words
	}
	var out strings.Builder
	for score := b.Min; score <= b.Max; score++ {
		switch {
		case score <= b.Low:
			out.WriteRune('■')
		case score <= b.High:
			out.WriteRune('▨')
		default:
			out.WriteRune('□')
		}
	}
	return strings.TrimSpace(out.String() + " " + words)
}
