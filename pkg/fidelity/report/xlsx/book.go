package xlsx

import (
	"fmt"
	"math"
	"strings"
	"time"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

// book is a workbook while it is being drawn. It keeps the first error and
// makes the rest of the drawing a matter of no consequence, so that the code
// that draws reads as a list of what is on the page.
type book struct {
	f      *excelize.File
	doc    *report.Document
	accent string // the one colour, as in "1F3864"
	styles map[styleKey]int
	cached xlsxfile.Cached // values of formulas
	sheets int             // drawn so far
	err    error

	formulas bool // whether there is one

	labels    map[string]int // rows of the sheet About by what stands first in them
	questions []string       // sheets with questions
	tables    []report.Term  // sheets with a table of the document, and its caption
}

// The sheets, in their order. Other programs find them by these names.
const (
	sheetSummary  = "Summary"
	sheetScores   = "Scores"
	sheetItems    = "Items"
	sheetEvidence = "Evidence"
	sheetActions  = "Actions"
	sheetNeeds    = "Next steps"
	sheetData     = "Data"
	sheetAbout    = "About"
)

// sheet is one worksheet of a book.
type sheet struct {
	*book
	name string
}

// isoDate is a day in ISO 8601. It becomes a real date where it can be read
// as one, and stays the text it is where it cannot.
type isoDate string

func newBook(doc *report.Document) *book {
	b := &book{f: excelize.NewFile(), doc: doc, accent: accentOf(doc.Accent), styles: map[styleKey]int{}, labels: map[string]int{}}
	b.fail("default font", b.f.SetDefaultFont(fontName))
	if b.err == nil {
		// Widths of columns are counted in digits of this font.
		*b.f.Styles.Fonts.Font[0].Sz.Val = fontSize
		// The library's files say that Excel wrote them. Programs that believe
		// it do not work out the heights of rows.
		b.f.WorkBook.FileVersion = nil
	}
	return b
}

// sheet adds a worksheet at the end of the book.
func (b *book) sheet(name string) *sheet {
	if b.sheets == 0 {
		// A new file comes with one sheet, which becomes the first of ours.
		b.fail("first sheet", b.f.SetSheetName(b.f.GetSheetName(0), name))
	} else {
		_, err := b.f.NewSheet(name)
		b.fail("new sheet "+name, err)
	}
	b.sheets++
	return &sheet{book: b, name: name}
}

// fail keeps err if it is the first, with what was being done.
func (b *book) fail(doing string, err error) {
	if err != nil && b.err == nil {
		b.err = fmt.Errorf("%s: %w", doing, err)
	}
}

func (b *book) close() {
	// There is nothing to lose: the file was never more than memory.
	_ = b.f.Close()
}

func (b *book) bytes() ([]byte, error) {
	if b.err != nil {
		return nil, b.err
	}
	buf, err := b.f.WriteToBuffer()
	if err != nil {
		return nil, fmt.Errorf("write: %w", err)
	}
	return buf.Bytes(), nil
}

// fail keeps err with the sheet and the cell or range that it is about.
func (s *sheet) fail(at string, err error) {
	s.book.fail("sheet "+s.name+", "+at, err)
}

// put writes a value into a cell and gives it a look. Values are string, int,
// *int, *float64 and isoDate; nil and the empty text leave the cell blank,
// since unknown is not zero.
func (s *sheet) put(col, row int, v any, l look) {
	at := s.at(col, row)
	literal := false
	switch v := v.(type) {
	case nil:
	case string:
		if l.oneLine() {
			v = xlsxfile.CleanLine(v)
		}
		literal = s.text(at, v)
	case isoDate:
		if day, ok := v.day(); ok {
			s.fail(at, s.f.SetCellValue(s.name, at, day))
		} else {
			literal = s.text(at, string(v))
		}
	case int:
		s.fail(at, s.f.SetCellInt(s.name, at, int64(v)))
	case *int:
		if v != nil {
			s.fail(at, s.f.SetCellInt(s.name, at, int64(*v)))
		}
	case *float64:
		if v != nil {
			s.number(at, *v)
		}
	default:
		s.fail(at, fmt.Errorf("no way to write a %T", v))
	}
	s.dress(at, at, l, literal)
}

// text writes a text as a text, and says whether it begins like a formula.
func (s *sheet) text(at, v string) (literal bool) {
	v = xlsxfile.Cut(xlsxfile.Clean(v))
	if v == "" {
		return false
	}
	s.fail(at, s.f.SetCellStr(s.name, at, xlsxfile.Shield(v)))
	return strings.ContainsAny(v[:1], "=+-@")
}

func (s *sheet) number(at string, v float64) {
	if math.IsNaN(v) || math.IsInf(v, 0) {
		s.fail(at, fmt.Errorf("%v is not a number that a cell can hold", v))
		return
	}
	s.fail(at, s.f.SetCellFloat(s.name, at, v, -1, 64))
}

// formula writes a formula with the value that it has, for programs that do not
// work it out. What people typed never stands in a formula.
func (s *sheet) formula(col, row int, text string, value float64, l look) {
	at := s.at(col, row)
	s.number(at, value)
	s.fail(at, s.f.SetCellFormula(s.name, at, text))
	s.dress(at, at, l, false)
	s.formulas = true
}

// at is the name of a cell; both numbers begin at 1.
func (s *sheet) at(col, row int) string {
	name, err := excelize.CoordinatesToCellName(col, row)
	s.fail(fmt.Sprintf("column %d, row %d", col, row), err)
	return name
}

// day reads the date. Workbooks count days from 1900 and get the first two
// months of that year wrong, so what lies before is no date here.
func (d isoDate) day() (time.Time, bool) {
	day, err := time.Parse(time.DateOnly, string(d))
	if err != nil || day.Year() <= 1900 {
		return time.Time{}, false
	}
	return day, true
}
