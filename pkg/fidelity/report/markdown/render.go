// Package markdown draws a report.Document as Markdown: CommonMark with the
// tables of GitHub-style Markdown, to be pasted into a wiki or an issue, or
// simply read as it stands.
//
// A score is drawn as boxes with the score in words beside it, and a total on
// its line is told in words alone. What a reviewer wrote stays text: escape.go
// keeps a vertical bar from opening a column and a number at the start of a
// line from becoming a list.
package markdown

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// page is one document while it is being drawn. Blocks are written with an
// empty line before each, which is all that Markdown needs to tell them apart.
type page struct {
	out   bytes.Buffer
	links map[string]string // from the id of a heading to the anchor of its text
	list  string            // marks of the list that was written last, where nothing followed it
	err   error             // the first thing that could not be drawn
}

// Render draws doc as Markdown in UTF-8, with a newline at the end of each
// line. The same document gives the same bytes. It fails only where the
// document is nil or holds a kind of block that this package does not know;
// neither is anything a user can mend.
func Render(doc *report.Document) ([]byte, error) {
	if doc == nil {
		return nil, errors.New("markdown: there is no document to draw")
	}
	p := &page{links: links(doc)}
	p.heading(1, doc.Title)
	p.status(doc)
	p.terms(doc.Cover)
	for _, s := range doc.Sections {
		p.heading(2, s.Heading)
		p.blocks(s.Blocks, 3)
	}
	p.footer(doc)
	if p.err != nil {
		return nil, fmt.Errorf("markdown: %w", p.err)
	}
	return p.out.Bytes(), nil
}

// status says under the title what kind of report this is and how far it has
// got: a draft, or a team's own audit, must not be taken for a final review.
func (p *page) status(doc *report.Document) {
	var said []string
	for _, text := range []string{doc.Kind, doc.Stage} {
		if words := bold(text); words != "" {
			said = append(said, words)
		}
	}
	p.block(strings.Join(said, " · "))
}

func (p *page) footer(doc *report.Document) {
	running, footer := escapeLine(doc.Running), escapeLine(doc.Footer)
	if running == "" && footer == "" {
		return
	}
	p.block("---")
	p.block(running)
	p.block(footer)
}

// block writes lines that belong together, after an empty line.
func (p *page) block(lines string) {
	if lines == "" {
		return
	}
	if p.out.Len() > 0 {
		p.out.WriteByte('\n')
	}
	p.out.WriteString(lines)
	p.out.WriteByte('\n')
	p.list = ""
}

// heading writes a heading of a level from 1 to 6, the lowest there is.
func (p *page) heading(level int, text string) {
	if words := escapeLine(text); words != "" {
		p.block(strings.Repeat("#", min(level, 6)) + " " + words)
	}
}

// bold sets a text in bold, or gives nothing for a blank one: four asterisks
// in a row would be a line.
func bold(text string) string {
	words := escapeLine(text)
	if words == "" {
		return ""
	}
	return "**" + words + "**"
}
