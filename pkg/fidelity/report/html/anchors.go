package html

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// The ids of the page's own parts.
const (
	idMain     = "page-main"
	idContents = "page-contents"
)

// anchors hands out the ids of a page, each once, and knows which of them a
// link may go to. A report for one reader can leave out a section that another
// reader's table links to; such a link is drawn as plain text.
type anchors struct {
	taken   map[string]bool
	targets map[string]bool
}

func newAnchors(doc *report.Document) anchors {
	a := anchors{
		taken:   map[string]bool{idMain: true, idContents: true},
		targets: map[string]bool{},
	}
	for _, s := range doc.Sections {
		a.target(s.ID)
		a.collect(s.Blocks)
	}
	return a
}

func (a anchors) collect(blocks report.Blocks) {
	for _, block := range blocks {
		switch b := block.(type) {
		case report.Heading:
			a.target(b.ID)
		case report.Table:
			a.target(b.ID)
		case report.Group:
			a.group(b)
		case report.Columns:
			a.group(b.Left)
			a.group(b.Right)
		}
	}
}

func (a anchors) group(g report.Group) {
	a.target(g.ID)
	a.collect(g.Blocks)
}

func (a anchors) target(id string) { a.targets[clean(id)] = true }

// claim returns the id to write for one that the document asks for. A second
// claim to the same id gets a number: two elements with one id break the links
// and the labels of both.
func (a anchors) claim(want string) string {
	want = clean(want)
	if want == "" {
		return ""
	}
	id := want
	for n := 2; a.taken[id]; n++ {
		id = want + "-" + strconv.Itoa(n)
	}
	a.taken[id] = true
	return id
}

// clean makes an id of a text: labels name several ids with spaces between, so
// an id can hold none.
func clean(id string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return '-'
		case !allowed(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(id, ""))
}

// link writes a text that goes to the id, or the text alone where nothing in
// the document has that id.
func (p *page) link(id, text string) {
	id = clean(id)
	if id == "" || !p.ids.targets[id] {
		p.text(text)
		return
	}
	p.element("a", text, attr{"href", "#" + fragment(id)})
}

// fragment writes an id as the end of an address. Letters and what ids are
// usually made of stay; of the rest, a percent sign must not be taken for the
// start of an escape.
func fragment(id string) string { return strings.ReplaceAll(id, "%", "%25") }
