package pdf

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/jung-kurt/gofpdf"
)

// layout turns blocks into pieces. It measures with the document's own fonts
// but draws nothing.
type layout struct {
	pdf     *gofpdf.Fpdf
	glyphs  glyphs
	root    *element
	anchors map[string]int // link number of each ID in the document
	pages   map[int]int    // page of each section, from 0; known once pieces are placed
}

// spot is where a block stands: across the page, in the structure tree, and
// in the order of headings.
type spot struct {
	x, w    float64
	parent  *element
	level   int // of the next heading: 2 makes an H2
	outline int // level of the next bookmark: 0 is the outermost
}

func newLayout(pdf *gofpdf.Fpdf) (*layout, error) {
	has, err := fontGlyphs()
	if err != nil {
		return nil, err
	}
	return &layout{pdf: pdf, glyphs: has, root: &element{tag: "Document"}, anchors: map[string]int{}}, nil
}

// document lays out the whole report: the cover block, then the sections.
func (l *layout) document(doc *report.Document) ([]*piece, error) {
	at := spot{x: left, w: width, parent: l.root, level: 2}
	pieces := l.cover(doc, at)
	for i, s := range doc.Sections {
		more, err := l.section(s, at)
		if err != nil {
			return nil, fmt.Errorf("section %q: %w", s.ID, err)
		}
		if len(more) > 0 {
			more[0].section = i + 1
		}
		pieces = append(pieces, more...)
	}
	return pieces, nil
}

func (l *layout) section(s report.Section, at spot) ([]*piece, error) {
	at.parent = at.parent.add("Sect")
	pieces := l.heading(s.ID, s.Heading, styleSection, at)
	at.level++
	at.outline++
	body, err := l.blocks(s.Blocks, at)
	if err != nil {
		return nil, err
	}
	pieces = append(pieces, body...)
	if len(pieces) > 0 {
		pieces[0].above = gapSection
		pieces[0].newPage = s.NewPage
	}
	return pieces, nil
}

// blocks lays out blocks one below the other. A group that follows a heading
// belongs under it.
func (l *layout) blocks(blocks report.Blocks, at spot) ([]*piece, error) {
	var out []*piece
	under := false
	for i, b := range blocks {
		here := at
		if isHeading(b) {
			under = true
		} else if under {
			here.level++
			here.outline++
		}
		pieces, err := l.block(b, here)
		if err != nil {
			return nil, fmt.Errorf("block %d: %w", i+1, err)
		}
		if _, ok := b.(report.Group); ok && i > 0 && isHeading(blocks[i-1]) {
			space(gapBlock, pieces)
		}
		if i > 0 && len(out) > 0 && len(pieces) <= mostBound && belongs(blocks[i-1], b) {
			out[len(out)-1].keep = always
			bind(pieces, always)
		}
		out = append(out, pieces...)
	}
	return out, nil
}

// mostBound is how many lines below a quote are kept with it.
const mostBound = 6

// belongs says whether a block is a line or two about the quote above it, such
// as whom a recommendation is for, and would be lost on another page.
func belongs(above, b report.Block) bool {
	_, quote := above.(report.Quote)
	_, terms := b.(report.Terms)
	return quote && terms
}

func isHeading(b report.Block) bool {
	_, ok := b.(report.Heading)
	return ok
}

// block lays out one block.
func (l *layout) block(b report.Block, at spot) ([]*piece, error) {
	switch b := b.(type) {
	case report.Paragraph:
		return l.paragraph(b, at), nil
	case report.Heading:
		return space(gapHeading, l.heading(b.ID, b.Text, styleHeading, at)), nil
	case report.List:
		return l.list(b, at), nil
	case report.Terms:
		return l.terms(b.Rows, at), nil
	case report.Quote:
		return l.quote(b, at), nil
	case report.Table:
		return l.table(b, at), nil
	case report.TotalLine:
		return l.totalLine(b, at), nil
	case report.Chart:
		return l.chart(b, at)
	case report.Questions:
		return l.questions(b, at), nil
	case report.Group:
		return l.group(b, at)
	case report.Columns:
		return l.columns(b, at)
	}
	return nil, fmt.Errorf("no way to draw a %T", b)
}
