package xlsx

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

const (
	// The two columns of a page: labels to the left, texts to the right.
	// Together they fit A4 between its margins, also in programs that make a
	// digit wider than Excel does.
	labelWidth = 20.0
	textWidth  = 69.0
	// The summary has a table beside its texts, which share these columns.
	summaryText = 13.0
	summaryLast = textWidth - 3*summaryText
	// pageHeight is the height of A4 between its margins, in points.
	pageHeight = 734.0
	// shrink is by how much a page may outgrow its paper and still be read
	// when it is made to fit.
	shrink = 1.5
)

// page is a sheet that is read from top to bottom and printed on one A4 page.
type page struct {
	*sheet
	row    int     // last row in use
	height float64 // of all rows so far, in points
	last   int     // the last column; a text has all but the first
	label  string  // heading to stand beside the next text
	hung   bool    // under a heading, so that texts stand to its right
}

// newPage adds a page. The widths are those of the columns of its texts, which
// add up to textWidth.
func newPage(b *book, name string, widths ...float64) *page {
	p := &page{sheet: b.sheet(name), last: 1 + len(widths)}
	p.width(1, labelWidth)
	for i, w := range widths {
		p.width(2+i, w)
	}
	no := false
	p.fail("view", p.f.SetSheetView(name, 0, &excelize.ViewOptions{ShowGridLines: &no}))
	return p
}

// finish sets the page up for printing. A page that would have to be made too
// small to read runs on instead.
func (p *page) finish() {
	layout := paper{wide: 1, tall: 1}
	if p.height > pageHeight*shrink {
		layout.tall = 0
	}
	end := p.at(p.last, max(p.row, 1))
	p.fail("extent", p.f.SetSheetDimension(p.name, "A1:"+end))
	// A total that stands alone as a label is a text like the other labels.
	p.fail("labels", p.f.AddIgnoredErrors(p.name, "A1:"+end, excelize.IgnoredErrorsNumberStoredAsText))
	p.paper(layout)
}

// gap leaves some room.
func (p *page) gap(points float64) {
	p.row++
	p.high(points)
}

// wide writes a text across the page.
func (p *page) wide(text string, l look) {
	if xlsxfile.Clean(text) == "" {
		return
	}
	p.row++
	left, right := p.at(1, p.row), p.at(p.last, p.row)
	p.dress(left, right, l, false)
	p.put(1, p.row, text, l)
	p.fail(left, p.f.MergeCell(p.name, left, right))
	p.high(textHeight(text, labelWidth+textWidth, l))
}

// pair writes a label and a text beside it.
func (p *page) pair(label, text string, l look) {
	beside := lookLabel
	if l == lookResult {
		beside = l
	}
	p.row++
	if p.name == sheetAbout {
		p.labels[label] = p.row
	}
	p.put(1, p.row, label, beside)
	p.put(2, p.row, text, l)
	if p.last > 2 {
		p.fail("merged cells", p.f.MergeCell(p.name, p.at(2, p.row), p.at(p.last, p.row)))
	}
	p.high(max(textHeight(label, labelWidth, beside), textHeight(text, textWidth, l)))
}

// high sets the height of the last row in points.
func (p *page) high(points float64) {
	points = min(points, excelize.MaxRowHeight)
	p.height += points
	p.fail(fmt.Sprintf("row %d", p.row), p.f.SetRowHeight(p.name, p.row, points))
}

// terms writes a list of names with their texts.
func (p *page) terms(rows []report.Term, l look) {
	for _, t := range rows {
		p.pair(t.Name, t.Text, l)
	}
}
