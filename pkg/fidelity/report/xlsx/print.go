package xlsx

import (
	"fmt"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/internal/xlsxfile"

	"github.com/xuri/excelize/v2"
)

const (
	paperA4 = 9
	// runningLimit keeps the heads and feet of pages under the 255 units that
	// a workbook allows, with their codes and every ampersand doubled.
	runningLimit = 110
)

// paper is how a sheet is laid out in print.
type paper struct {
	landscape bool
	wide      int // pages side by side
	tall      int // pages one below the other; 0 for as many as it takes
	// percent makes pages smaller by so much, and wide and tall count for
	// nothing: fitted pages heed no page breaks in Excel.
	percent uint
	titles  string // rows and columns to repeat, without the sheet: "$1:$1"
}

// paper sets a sheet up for printing.
func (s *sheet) paper(p paper) {
	size, orientation, order, yes := paperA4, "portrait", "overThenDown", true
	side, head, edge := 0.7, 0.75, 0.3
	if p.landscape {
		orientation, side = "landscape", 0.5
	}
	layout := &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, PageOrder: &order}
	if p.percent > 0 {
		layout.AdjustTo = &p.percent
	} else {
		layout.FitToWidth, layout.FitToHeight = &p.wide, &p.tall
		s.fail("page", s.f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	}
	s.fail("page", s.f.SetPageLayout(s.name, layout))
	s.fail("margins", s.f.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &head, Bottom: &head, Header: &edge, Footer: &edge,
	}))
	s.fail("head and foot", s.f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddHeader: "&L&8 " + running(s.doc.Running) + "&R&8 &A",
		OddFooter: "&L&8 " + running(s.doc.Footer) + "&R&8 Page &P of &N",
	}))
	if p.titles != "" {
		quoted := "'" + s.name + "'!"
		s.fail("repeated rows", s.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: s.name,
			RefersTo: quoted + strings.ReplaceAll(p.titles, ",", ","+quoted),
		}))
	}
}

// percentFor is how small columns of these widths, in digits, have to be to
// stand side by side on A4 across, also in programs that make a digit wider.
func percentFor(digits float64) uint {
	const across, wider = 770.0, 1.08
	return uint(min(100, max(10, 100*across/(digits*digitPoints*wider))))
}

// running is a text for the head or foot of a page. An ampersand begins a
// code there unless it is doubled.
func running(s string) string {
	s = xlsxfile.CutTo(xlsxfile.CleanLine(s), runningLimit)
	return xlsxfile.Shield(strings.ReplaceAll(s, "&", "&&"))
}

// freeze keeps the first rows and columns in sight.
func (s *sheet) freeze(cols, rows int) {
	corner := s.at(cols+1, rows+1)
	pane := "bottomLeft"
	if cols > 0 {
		pane = "bottomRight"
	}
	s.fail("panes", s.f.SetPanes(s.name, &excelize.Panes{
		Freeze: true, XSplit: cols, YSplit: rows, TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}},
	}))
}

// width sets the width of a column, in digits of the default font.
func (s *sheet) width(col int, digits float64) {
	name, err := excelize.ColumnNumberToName(col)
	s.fail(fmt.Sprintf("column %d", col), err)
	s.fail("width of "+name, s.f.SetColWidth(s.name, name, name, digits))
}
