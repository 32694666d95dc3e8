package pdf

// element is one node of the structure tree: what a screen reader meets. It
// holds either elements or marks, which tie it to what is drawn on the pages.
type element struct {
	tag  string // a standard structure type: "H1", "P", "TD", …
	alt  string // text instead, for a figure
	attr string // attribute dictionary in PDF syntax, or empty
	kids []kid
}

// kid is an element, a mark or a link below an element; one of them.
type kid struct {
	elem *element
	mark *mark
	link *link
}

// mark is a stretch of the content of a page.
type mark struct {
	page int // from 0
	id   int // from 0 on each page
}

// link is an active area on a page, which leads elsewhere in the document.
type link struct {
	page int    // from 0
	nth  int    // among the links of the page, from 0
	text string // what the link reads as
}

// add appends a child element.
func (e *element) add(tag string) *element {
	child := &element{tag: tag}
	e.kids = append(e.kids, kid{elem: child})
	return child
}

// attach appends an element made before.
func (e *element) attach(child *element) { e.kids = append(e.kids, kid{elem: child}) }

// Attributes of structure elements.
const (
	attrColumn   = "<</O /Table /Scope /Column>>"
	attrRow      = "<</O /Table /Scope /Row>>"
	attrNumbered = "<</O /List /ListNumbering /Decimal>>"
	attrBulleted = "<</O /List /ListNumbering /Disc>>"
)
