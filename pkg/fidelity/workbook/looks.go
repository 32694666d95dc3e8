package workbook

import "github.com/xuri/excelize/v2"

const (
	fontName = "Arial"
	fontSize = 10.0

	accent   = "1F3864" // the one dark colour, 11.6:1 against white
	quiet    = "595959" // for notes, 7:1 against white
	hairline = "BFBFBF"
	boxLine  = "7F7F7F" // round every cell that people fill in
	paper    = "FFFBEA" // in every cell that people fill in
	band     = "EEF2F8" // behind headings inside of a sheet

	ukDate     = "d mmmm yyyy"
	textFormat = 49 // the built-in format "@"
)

// look is how a cell is dressed. Cells that people fill in have a box as well
// as a shade, so that they are seen without colour.
type look int

const (
	lookKey look = iota // hidden
	lookTitle
	lookLead
	lookHead // heading of a column
	lookHelp // what to count, under a heading
	lookHeading
	lookSection // heading of an item, over the width of the sheet
	lookLabel
	lookPlain
	lookText
	lookSmall
	lookMid
	lookStrong // a result, in the middle
	lookInput  // free text
	lookInputText
	lookInputNumber
	lookInputDay
	lookInputMid
)

// size is the height of the look's letters in points.
func (l look) size() float64 {
	switch l {
	case lookTitle:
		return 16
	case lookHeading:
		return 12
	case lookLead, lookSection:
		return 11
	case lookHelp, lookSmall:
		return 9
	}
	return fontSize
}

func (l look) input() bool { return l >= lookInput }

func (l look) style() *excelize.Style {
	font := &excelize.Font{Family: fontName, Size: l.size()}
	style := &excelize.Style{Font: font, Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}}
	fill := func(colour string) {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
	}
	box := func(colour string) {
		for _, side := range []string{"left", "right", "top", "bottom"} {
			style.Border = append(style.Border, excelize.Border{Type: side, Style: 1, Color: colour})
		}
	}
	date := ukDate
	switch l {
	case lookTitle, lookHeading:
		font.Bold, font.Color, style.Alignment.WrapText = true, accent, false
	case lookLead, lookPlain:
		style.Alignment.WrapText = false
	case lookHead:
		font.Bold, font.Color, style.Alignment.Vertical = true, "FFFFFF", "center"
		fill(accent)
		box("FFFFFF")
	case lookHelp:
		font.Color = quiet
		fill(band)
		box(hairline)
	case lookSection:
		font.Bold, font.Color, style.Alignment.WrapText, style.Alignment.Vertical = true, accent, false, "center"
		fill(band)
	case lookLabel:
		font.Bold = true
	case lookSmall:
		font.Color = quiet
	case lookMid, lookStrong:
		font.Bold, style.Alignment.Horizontal = l == lookStrong, "center"
	case lookInputText:
		style.NumFmt = textFormat
	case lookInputDay:
		style.CustomNumFmt, style.Alignment.Horizontal = &date, "left"
	case lookInputMid, lookInputNumber:
		style.Alignment.Horizontal = "center"
	case lookInput:
		// A text that begins like a formula stays one when it is edited.
		style.NumFmt = textFormat
	case lookKey, lookText:
	}
	if l.input() {
		fill(paper)
		box(boxLine)
		style.Protection = &excelize.Protection{Locked: false}
	}
	if l == lookText || l == lookLabel || l == lookMid || l == lookStrong {
		style.Border = []excelize.Border{{Type: "bottom", Style: 1, Color: hairline}}
	}
	return style
}

// dress gives a range of cells a look.
func (p *page) dress(from, to string, l look) {
	id, ok := p.styles[l]
	if !ok {
		var err error
		id, err = p.f.NewStyle(l.style())
		p.fail("style", err)
		p.styles[l] = id
	}
	p.fail(from, p.f.SetCellStyle(p.name, from, to, id))
}

// lookOf is how a cell that people fill in is dressed.
func lookOf(f *field) look {
	switch f.kind {
	case holdsNumber, holdsWhole, holdsPercent:
		return lookInputNumber
	case holdsDay:
		return lookInputDay
	case holdsScore:
		return lookInputMid
	case holdsAnswer, holdsCode, holdsMonth, holdsLine:
		return lookInputText
	}
	return lookInput
}

// onePage is about how many digits wide a sheet may be to be read on one page.
const onePage = 210

// paper sets the sheet up for printing, with rows, and on sheets of more than
// one page also columns, that are repeated: "$1:$1", "$A:$B".
func (p *page) paper(titles, columns string) {
	size, orientation, yes, wide, tall := 9, "landscape", true, 1, 0
	if columns != "" {
		wide = max(1, int(p.wide/onePage+0.5))
	}
	side, head := 0.5, 0.6
	p.fail("page", p.f.SetPageLayout(p.name, &excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &tall}))
	p.fail("page", p.f.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
	p.fail("margins", p.f.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{Left: &side, Right: &side, Top: &head, Bottom: &head}))
	p.fail("foot", p.f.SetHeaderFooter(p.name, &excelize.HeaderFooterOptions{OddFooter: "&L&8 &A&R&8 Page &P of &N"}))
	if titles != "" {
		repeated := p.quoted() + titles
		if wide > 1 {
			repeated = p.quoted() + columns + "," + repeated
		}
		p.fail("repeated rows", p.f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", Scope: p.name, RefersTo: repeated}))
	}
}

// freeze keeps the columns and rows before the current one in sight.
func (p *page) freeze(cols int) {
	corner := p.at(cols + 1)
	pane := "bottomRight"
	if cols == 0 {
		pane = "bottomLeft"
	}
	p.fail("panes", p.f.SetPanes(p.name, &excelize.Panes{
		Freeze: true, XSplit: cols, YSplit: p.row - 1, TopLeftCell: corner, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: corner, ActiveCell: corner, Pane: pane}},
	}))
}

// protect keeps people from writing outside of the boxes by mistake. There is
// no password: it is a help and no lock.
func (p *page) protect() {
	p.fail("protection", p.f.ProtectSheet(p.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, FormatColumns: true, FormatRows: true, FormatCells: true, AutoFilter: true, Sort: true,
	}))
}
