package markdown

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// outline gives the headings of a document their anchors. Markdown itself has
// none: the places that show it (GitHub, GitLab, editors) make them of the
// headings, in the way that slug and add follow.
type outline struct {
	used  map[string]int    // how often an anchor was asked for
	links map[string]string // from the id in the document to the anchor
}

// links returns the anchor for each id that a cell may link to. An id whose
// heading was left out, or that belongs to a table, has none.
func links(doc *report.Document) map[string]string {
	o := outline{used: map[string]int{}, links: map[string]string{}}
	o.add("", doc.Title)
	for _, s := range doc.Sections {
		o.add(s.ID, s.Heading)
		o.blocks(s.Blocks)
	}
	return o.links
}

func (o outline) blocks(blocks report.Blocks) {
	for _, block := range blocks {
		switch b := block.(type) {
		case report.Heading:
			o.add(b.ID, b.Text)
		case report.Group:
			o.group(b)
		case report.Columns:
			o.group(b.Left)
			o.group(b.Right)
		}
	}
}

func (o outline) group(g report.Group) {
	o.add(g.ID, g.Heading)
	o.blocks(g.Blocks)
}

// add counts a heading in the order of the page: the second of the same
// wording gets -1 at its end, the third -2.
func (o outline) add(id, text string) {
	if escapeLine(text) == "" {
		return // page.heading writes none
	}
	anchor := slug(text)
	n := o.used[anchor]
	o.used[anchor]++
	if n > 0 {
		anchor += "-" + strconv.Itoa(n)
	}
	if _, taken := o.links[id]; !taken && anchor != "" {
		o.links[id] = anchor
	}
}

// slug keeps letters, digits, hyphens and underscores of a heading, in lower
// case, and makes hyphens of spaces.
func slug(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-', r == '_', unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			return unicode.ToLower(r)
		}
		return -1
	}, oneLine(text))
}
