package workbook

import (
	"fmt"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"
)

// book is a workbook while it is being drawn. It keeps the first error and
// makes the rest of the drawing a matter of no consequence, so that the code
// that draws reads as a list of what is on the sheet.
type book struct {
	f      *excelize.File
	layout *layout
	review *fidelity.Review
	copy   Copy
	cached xlsxfile.Cached
	styles map[look]int
	names  map[string]string   // of drop-downs, by their answers
	lists  []list              // in the order in which they were asked for
	cells  map[string]string   // where grids have their cells: "row column"
	tables map[int]*tablePlace // where tables have their rows
	limits []limit             // thresholds of the preview
	drawn  int                 // sheets so far
	limitN map[string]string   // where a threshold stands
	err    error
}

// list is a drop-down on the Lists sheet.
type list struct {
	name, about string
	labels      []string
}

// tablePlace is where a sheet has the rows of a table.
type tablePlace struct {
	sheet       string // quoted, with its exclamation mark
	none        string // the cell that says that there are none
	first, last int    // rows
	columns     map[string]string
}

func newBook(l *layout, review *fidelity.Review, c Copy) *book {
	b := &book{
		f: excelize.NewFile(), layout: l, review: review, copy: c, styles: map[look]int{}, names: map[string]string{},
		cells: map[string]string{}, tables: map[int]*tablePlace{}, limitN: map[string]string{},
	}
	b.fail("default font", b.f.SetDefaultFont(fontName))
	if b.err == nil {
		*b.f.Styles.Fonts.Font[0].Sz.Val = fontSize
		// Programs that are told that Excel wrote a file show old values.
		b.f.WorkBook.FileVersion = nil
	}
	return b
}

// fail keeps err if it is the first, with what was being done.
func (b *book) fail(doing string, err error) {
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("%s: %w", doing, err)
	}
}

// page is a sheet while it is being drawn.
type page struct {
	*book
	sheet *sheet
	name  string
	row   int // the row that is drawn next
	tall  float64
	wide  float64 // all columns so far
}

// page adds a sheet, with its key in the hidden corner.
func (b *book) page(key string) *page {
	s := b.layout.sheet(key)
	if b.drawn == 0 {
		b.fail("first sheet", b.f.SetSheetName(b.f.GetSheetName(0), s.name))
	} else {
		_, err := b.f.NewSheet(s.name)
		b.fail("sheet "+s.name, err)
	}
	b.drawn++
	p := &page{book: b, sheet: s, name: s.name, row: 1}
	p.put(1, content{is: textCell, text: sheetMark + s.key}, lookKey)
	p.hide()
	p.row++
	p.fail("hidden column", p.f.SetColVisible(p.name, "A", false))
	return p
}

// quoted is how formulas name the sheet.
func (p *page) quoted() string { return "'" + strings.ReplaceAll(p.name, "'", "''") + "'!" }

// hide hides the row that is being drawn.
func (p *page) hide() { p.fail("hidden row", p.f.SetRowVisible(p.name, p.row, false)) }

// at names a cell of the row that is being drawn; columns begin at 1.
func (p *page) at(col int) string {
	name, err := excelize.CoordinatesToCellName(col, p.row)
	p.fail("cell", err)
	return name
}

func (p *page) letter(col int) string {
	name, err := excelize.ColumnNumberToName(col)
	p.fail("column", err)
	return name
}

// fixed is how formulas name a cell of the row, from any sheet.
func (p *page) fixed(col int) string {
	return fmt.Sprintf("%s$%s$%d", p.quoted(), p.letter(col), p.row)
}

// put writes content into a cell of the row and gives it a look. Texts go in
// as texts, whatever they look like.
func (p *page) put(col int, c content, l look) {
	p.fill(col, c)
	if l != lookKey { // hidden cells need no look
		p.dress(p.at(col), p.at(col), l)
	}
}

// fill writes content into a cell of the row.
func (p *page) fill(col int, c content) {
	at := p.at(col)
	switch c.is {
	case textCell:
		p.fail(at, p.f.SetCellStr(p.name, at, xlsxfile.Shield(c.text)))
	case numberCell:
		p.fail(at, p.f.SetCellFloat(p.name, at, c.number, -1, 64))
	case dayCell:
		p.fail(at, p.f.SetCellValue(p.name, at, c.day))
	case blankCell:
	}
}

// text writes a text of our own, and sees to it that the row is tall enough
// for it in a column of that width.
func (p *page) text(col int, s string, l look, width float64) {
	c, _ := showText(s)
	p.put(col, c, l)
	p.needs(s, l, width)
}

// needs makes the row tall enough for a text. Programs that work out heights
// themselves take it as a suggestion.
func (p *page) needs(s string, l look, width float64) {
	if s == "" || width == 0 {
		return
	}
	// Letters are narrower than the digits that columns are measured in.
	p.tall = max(p.tall, float64(linesOf(s, width*1.12*fontSize/l.size()))*l.size()*1.25+4)
}

// linesOf counts the lines of a text in a column of so many digits.
func linesOf(s string, width float64) int {
	n := 0
	for line := range strings.SplitSeq(s, "\n") {
		at, count := 0.0, 1
		for word := range strings.FieldsSeq(line) {
			size := float64(len([]rune(word)))
			if at > 0 && at+1+size > width-1 {
				count, at = count+1, 0
			}
			at += size + 1
		}
		n += count
	}
	return n
}

// next ends the row.
func (p *page) next() {
	if p.tall > fontSize*1.5 {
		p.fail("height", p.f.SetRowHeight(p.name, p.row, min(p.tall, 400)))
	}
	p.row, p.tall = p.row+1, 0
}

// mark writes into the hidden key column.
func (p *page) mark(key string) { p.put(1, content{is: textCell, text: key}, lookKey) }

// heading is a row for people.
func (p *page) heading(s string, l look) {
	p.mark(notesMark)
	p.text(2, s, l, 0)
	p.tall = l.size()*1.5 + 6
	p.next()
}

// open opens a block with the keys of its columns, from the second column on.
func (p *page) open(b *block, first int) {
	p.mark(blockMark + b.key)
	for c := range b.columns {
		p.put(first+c, content{is: textCell, text: b.columns[c].key}, lookKey)
	}
	p.hide()
	p.row++
}

// width sets the width of a column, in digits.
func (p *page) width(col int, digits float64) {
	p.wide += digits
	p.fail("width", p.f.SetColWidth(p.name, p.letter(col), p.letter(col), digits))
}

// formula writes a formula with its value: a number or a text.
func (p *page) formula(col int, formula string, value any, l look) {
	at := p.at(col)
	switch v := value.(type) {
	case float64:
		p.fail(at, p.f.SetCellFloat(p.name, at, v, -1, 64))
	case string:
		p.fail(at, p.f.SetCellFloat(p.name, at, p.cached.Text(v), -1, 64))
	}
	p.fail(at, p.f.SetCellFormula(p.name, at, formula))
	if l != lookKey { // hidden cells need no look
		p.dress(at, at, l)
	}
}

func (b *book) bytes() ([]byte, error) {
	if b.err != nil {
		return nil, b.err
	}
	var parts xlsxfile.Parts
	b.f.SetZipWriter(func(io.Writer) excelize.ZipWriter { return &parts })
	if err := b.f.Write(io.Discard); err != nil {
		return nil, fmt.Errorf("write: %w", err)
	}
	return parts.Finish(&b.cached)
}
