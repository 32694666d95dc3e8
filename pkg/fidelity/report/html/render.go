// Package html draws a report.Document as one HTML file: the accessible
// original of a fidelity report, from which the print and the data files are
// only copies.
//
// The file stands alone. It has no script, loads nothing from anywhere, and
// says so to the browser in a content security policy, because it is opened
// from a shared drive or an e-mail on a managed laptop. It is written to meet
// WCAG 2.2 AA: landmarks, one h1, real tables, charts with a text of their own,
// and nothing told by colour alone.
//
// The way through the package is Render here, blocks.go for what a section
// holds, table.go, strip.go and line.go for the pieces that need care, and
// builder.go for the one door through which every text is escaped.
package html

import (
	_ "embed"
	"encoding/base64"
	"errors"
	"fmt"
	"regexp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

//go:embed style.css
var screenStyle string

//go:embed print.css
var printStyle string

// policy forbids everything but the styles in the file itself: even if a text
// slipped through unescaped, no browser would run or fetch what it asks for.
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

// page is one document while it is being drawn.
type page struct {
	builder
	doc *report.Document
	ids anchors
	err error // the first thing that could not be drawn
}

// Render draws doc as one HTML file in UTF-8. The same document gives the same
// bytes. It fails only where the document is nil or holds a kind of block that
// this package does not know; neither is anything a user can mend.
func Render(doc *report.Document) ([]byte, error) {
	if doc == nil {
		return nil, errors.New("html: there is no document to draw")
	}
	p := &page{doc: doc, ids: newAnchors(doc)}
	p.raw("<!DOCTYPE html>\n")
	p.start("html", attr{"lang", lang(doc)})
	p.head()
	p.body()
	p.end()
	if p.err != nil {
		return nil, fmt.Errorf("html: %w", p.err)
	}
	return p.bytes(), nil
}

// lang falls back to the language of this package's own words: a page without
// a language is read out in whatever voice is set.
func lang(doc *report.Document) string {
	if doc.Lang == "" {
		return "en-GB"
	}
	return doc.Lang
}

func (p *page) head() {
	p.start("head")
	p.void("meta", attr{"charset", "utf-8"})
	p.void("meta", attr{"http-equiv", "Content-Security-Policy"}, attr{"content", policy})
	p.void("meta", attr{"name", "viewport"}, attr{"content", "width=device-width, initial-scale=1"})
	p.void("meta", attr{"name", "referrer"}, attr{"content", "no-referrer"})
	p.void("meta", attr{"name", "robots"}, attr{"content", "noindex, nofollow"})
	p.void("meta", attr{"name", "date"}, attr{"content", p.doc.Date})
	// Kind and stage are in the title because a browser without page margins
	// of our own prints the title at the head of each page.
	p.element("title", join(" – ", p.doc.Title, p.doc.Kind, p.doc.Stage))
	// An empty icon keeps a browser from asking the server for one.
	p.void("link", attr{"rel", "icon"}, attr{"href", "data:,"})
	p.start("style")
	p.raw("\n" + screenStyle + printStyle + pageMargins(p.doc) + accentStyle(p.doc.Accent))
	p.end()
	p.end()
}

var hexColour = regexp.MustCompile(`^#[0-9a-f]{6}$`)

// accentStyle sets another accent, unless it is none: the text goes into the
// style as it stands. High contrast themes keep their own colours.
func accentStyle(colour string) string {
	if !hexColour.MatchString(colour) {
		return ""
	}
	return "@media not (forced-colors: active) { :root { --accent: " + colour + " } }\n"
}

func (p *page) body() {
	p.start("body")
	p.element("a", wordSkip, attr{"class", "skip"}, attr{"href", "#" + idMain})
	p.banner()
	p.contents()
	p.start("main", attr{"id", idMain}, attr{"tabindex", "-1"})
	for _, s := range p.doc.Sections {
		p.section(s)
	}
	p.end()
	p.footer()
	p.end()
}

// banner says first of all what kind of report this is and how far it has got:
// a draft, or a team's own audit, must not be taken for a final review.
func (p *page) banner() {
	p.start("header", attr{"class", "banner"})
	p.start("p", attr{"class", "status"})
	p.optional("strong", p.doc.Kind, attr{"class", "kind"})
	p.raw(" ")
	p.optional("span", p.doc.Stage, attr{"class", "stage"})
	p.end()
	if logo := p.doc.Logo; logo != nil {
		p.void("img", attr{"class", "logo"}, attr{"alt", logo.Alt}, attr{"src", "data:image/png;base64," + base64.StdEncoding.EncodeToString(logo.PNG)})
	}
	p.element("h1", p.doc.Title)
	p.terms(p.doc.Cover, "cover")
	p.end()
}

func (p *page) contents() {
	if len(p.doc.Sections) == 0 {
		return
	}
	p.start("nav", attr{"aria-labelledby", idContents})
	p.element("h2", wordContents, attr{"id", idContents})
	p.start("ol")
	for _, s := range p.doc.Sections {
		p.start("li")
		p.link(s.ID, s.Heading)
		p.end()
	}
	p.end()
	p.end()
}

func (p *page) section(s report.Section) {
	class := ""
	if s.NewPage {
		class = "new-page"
	}
	p.start("section", attr{"id", p.ids.claim(s.ID)}, attr{"class", class})
	p.optional("h2", s.Heading)
	p.blocks(s.Blocks, 3)
	p.end()
}

func (p *page) footer() {
	p.start("footer")
	p.optional("p", p.doc.Running, attr{"class", "running"})
	p.optional("p", p.doc.Footer)
	p.start("p")
	p.element("a", wordTop, attr{"href", "#" + idContents})
	p.end()
	p.end()
}
