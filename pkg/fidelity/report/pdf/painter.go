package pdf

import (
	"fmt"
	"time"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
	"github.com/jung-kurt/gofpdf"
)

// painter draws the pages and notes what finish needs to know of them.
type painter struct {
	*layout
	lang   string
	accent rgb
	page   int          // from 0; -1 before the first
	marks  []int        // how many marks each page has
	links  [][]*link    // the links of each page, in the order they are written
	owner  [][]*element // the element of each of them
	shown  style        // the style that is set for drawing
	deep   int          // level of the last bookmark; -1 before the first
}

// paint lays the document out and draws it.
func paint(doc *report.Document) (*painter, error) {
	pdf := newPDF()
	l, err := newLayout(pdf)
	if err != nil {
		return nil, err
	}
	pieces, err := l.document(doc)
	if err != nil {
		return nil, err
	}
	p := &painter{layout: l, lang: language(doc.Lang), accent: accentOf(doc.Accent), page: -1, deep: -1}
	p.describe(doc)
	pages := place(pieces)
	l.note(pages)
	margins := l.margins(doc, len(pages))
	for _, page := range pages {
		p.begin()
		p.marked("/Artifact <</Type /Pagination /Subtype /Header>> BDC", func() { margins.header(p) })
		for _, piece := range page {
			piece.draw(p, top+piece.y)
		}
		p.marked("/Artifact <</Type /Pagination /Subtype /Footer>> BDC", func() { margins.footer(p) })
	}
	return p, pdf.Error()
}

// newPDF returns an empty document with the fonts. Places are reckoned here:
// gofpdf shall neither break pages nor add margins of its own.
func newPDF() *gofpdf.Fpdf {
	pdf := gofpdf.New("P", "mm", "A4", "")
	pdf.SetAutoPageBreak(false, 0)
	pdf.SetMargins(0, 0, 0)
	pdf.SetCellMargin(0)
	pdf.SetCompression(false) // pack does so for all streams with one compressor
	addFonts(pdf)
	return pdf
}

// begin starts a page.
func (p *painter) begin() {
	p.pdf.AddPage()
	p.page++
	p.marks = append(p.marks, 0)
	p.links = append(p.links, nil)
	p.owner = append(p.owner, nil)
	p.shown = style{}
}

// describe sets what a reader shows as the document's properties. The dates
// are the document's own and never the clock's, so that its bytes are stable.
func (p *painter) describe(doc *report.Document) {
	p.pdf.SetCatalogSort(true)
	p.pdf.SetTitle(p.glyphs.line(doc.Title), true)
	p.pdf.SetAuthor(p.glyphs.line(doc.Service), true)
	p.pdf.SetSubject(p.glyphs.line(doc.Running), true)
	p.pdf.SetCreator("fidelity", true)
	p.pdf.SetProducer("fidelity", true)
	date := documentDate(doc.Date)
	p.pdf.SetCreationDate(date)
	p.pdf.SetModificationDate(date)
	p.pdf.SetXmpMetadata(p.xmp(doc, date))
}

// documentDate reads the date of the document. Where there is none, any fixed
// date will do: gofpdf would take none for now.
func documentDate(s string) time.Time {
	date, err := time.Parse(time.DateOnly, s)
	if err != nil || date.Year() < 1900 {
		return time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return date
}

// mark draws content that belongs to an element; without one, decoration.
func (p *painter) mark(e *element, draw func()) {
	if e == nil {
		p.decorate(draw)
		return
	}
	m := &mark{page: p.page, id: p.marks[p.page]}
	p.marks[p.page]++
	e.kids = append(e.kids, kid{mark: m})
	p.marked(fmt.Sprintf("/%s <</MCID %d>> BDC", e.tag, m.id), draw)
}

// decorate draws what only the eye needs: rules, boxes beside a written score.
func (p *painter) decorate(draw func()) { p.marked("/Artifact BMC", draw) }

// marked draws between the operators of marked content.
func (p *painter) marked(begin string, draw func()) {
	p.pdf.RawWriteStr(begin)
	draw()
	p.pdf.RawWriteStr("EMC")
}

// arrive makes a heading the target of links and gives it a bookmark.
func (p *painter) arrive(link int, text string, level int, y float64) {
	p.land(link, y)
	if text == "" {
		return
	}
	// gofpdf ties a bookmark to the last one of the level above, and goes
	// astray where there is none.
	p.deep = min(level, p.deep+1)
	p.pdf.Bookmark(text, p.deep, y)
}

// land makes a place the target of links; link 0 is none.
func (p *painter) land(link int, y float64) {
	if link != 0 {
		p.pdf.SetLink(link, y, p.page+1)
	}
}

// link makes an area lead to a target.
func (p *painter) link(e *element, target int, x, y, w, h float64, text string) {
	p.pdf.Link(x, y, w, h, target)
	to := &link{page: p.page, nth: len(p.links[p.page]), text: text}
	p.links[p.page] = append(p.links[p.page], to)
	p.owner[p.page] = append(p.owner[p.page], e)
	e.kids = append(e.kids, kid{link: to})
}
