package xlsx

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report"
)

const (
	fontName = "Arial"
	fontSize = 10.0

	ownAccent = "1F3864" // the one dark colour, 11.6:1 against white
	quiet     = "595959" // for notes, 7:1 against white
	hairline  = "BFBFBF" // between rows

	ukDate      = "d mmmm yyyy"
	meanFormat  = "0.0"
	textFormat  = 49 // the built-in format "@"
	solidFill   = 1
	thinLine    = 1
	mediumLine  = 2
	countFormat = 1 // the built-in format "0"
)

// look is how a cell is dressed.
type look int

const (
	// In tables.
	lookHead     look = iota // heading of a column
	lookHeadMid              // heading of a column of numbers or short words
	lookText                 // wrapped text
	lookTitle                // wrapped text that names its row
	lookShort                // a word or a few, in the middle
	lookCount                // whole number, in the middle
	lookValue                // number with what decimals it has
	lookValueMid             // the same in the middle, or a few words
	lookMean                 // number with one decimal
	lookSum                  // number of a total, in the middle
	lookSumMean              // mean of a total, in the middle
	lookSumName              // name of a total
	lookDate
	lookRow      // a text of a tidy row: one line
	lookRowCount // a number of a tidy row
	lookRowDate
	// On pages.
	lookName    // name of the document
	lookKind    // kind and stage, to be seen at once
	lookService // name of the service
	lookHeading
	lookLead
	lookPlain
	lookNote
	lookLabel  // what stands to the left of a text
	lookResult // the result's own lines
)

// styleKey is a style of the book: a look, or a look for a text that begins
// like a formula and must not become one when somebody edits the cell.
type styleKey struct {
	look    look
	literal bool
	shade   int // of the ground; see report.Cell
}

// shades are the grounds of cells, from the lightest to the darkest: even steps
// of grey, all light enough for text.
var shades = [report.MaxShade]string{"F6F8F9", "E7ECEE", "D7DFE3", "C6D1D7", "B3C2CA"}

// dress gives a range of cells a look.
func (s *sheet) dress(from, to string, l look, literal bool) { s.shaded(from, to, l, literal, 0) }

// shaded gives a range of cells a look on a ground.
func (s *sheet) shaded(from, to string, l look, literal bool, shade int) {
	s.fail(from, s.f.SetCellStyle(s.name, from, to, s.style(l, literal, shade)))
}

// style is the number of a style of the book, which is made when it is first
// asked for.
func (s *sheet) style(l look, literal bool, shade int) int {
	key := styleKey{l, literal, shade}
	id, ok := s.styles[key]
	if !ok {
		style := l.style(s.accent)
		if literal {
			style.NumFmt, style.CustomNumFmt = textFormat, nil
		}
		if shade > 0 {
			style.Fill = excelize.Fill{Type: "pattern", Pattern: solidFill, Color: []string{shades[min(shade, len(shades))-1]}}
		}
		var err error
		id, err = s.f.NewStyle(style)
		s.fail("style", err)
		s.styles[key] = id
	}
	return id
}

// size is the height of the look's letters in points.
func (l look) size() float64 {
	switch l {
	case lookName:
		return 20
	case lookKind:
		return 16
	case lookService, lookHeading, lookLead:
		return 13
	case lookResult:
		return 12
	case lookNote:
		return 9
	}
	return fontSize
}

func (l look) bold() bool {
	switch l {
	case lookHead, lookHeadMid, lookTitle, lookSum, lookSumMean, lookSumName, lookName, lookKind, lookHeading, lookLabel, lookResult:
		return true
	}
	return false
}

// head is the look of the heading above such cells.
func (l look) head() look {
	switch l {
	case lookShort, lookCount, lookValue, lookMean, lookRowCount:
		return lookHeadMid
	}
	return lookHead
}

// indented says whether a text stands off the edge of its cell, so that it
// does not run into the text of the column before.
func (l look) indented() bool {
	switch l {
	case lookHead, lookText, lookTitle, lookDate, lookSumName, lookRow, lookRowDate:
		return true
	}
	return false
}

// plain is the look of a text in the same row that is no name.
func (l look) plain() look {
	if l == lookSumName {
		return l
	}
	return lookText
}

// ruled says whether the cell is in a table that people read.
func (l look) ruled() bool { return l < lookRow }

// oneLine says whether a cell is for programs, which expect no line breaks.
func (l look) oneLine() bool { return l == lookRow || l == lookRowCount || l == lookRowDate }

// accentOf reads a colour such as "#0b4a5e"; any other text stands for our own.
func accentOf(hex string) string {
	if _, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32); err != nil || len(hex) != 7 || hex[0] != '#' {
		return ownAccent
	}
	return strings.ToUpper(hex[1:])
}

func (l look) style(accent string) *excelize.Style {
	font := &excelize.Font{Family: fontName, Size: l.size(), Bold: l.bold()}
	style := &excelize.Style{Font: font, Alignment: &excelize.Alignment{Vertical: "top", WrapText: !l.oneLine()}}
	if l.indented() {
		style.Alignment.Horizontal, style.Alignment.Indent = "left", 1
	}
	date, mean := ukDate, meanFormat
	switch l {
	case lookHead, lookHeadMid:
		if l == lookHeadMid {
			style.Alignment.Horizontal = "center"
		}
		font.Color = "FFFFFF"
		style.Fill = excelize.Fill{Type: "pattern", Pattern: solidFill, Color: []string{accent}}
		style.Alignment.Vertical = "center"
		return style
	case lookName, lookKind:
		font.Color = accent
	case lookHeading:
		font.Color = accent
		style.Border = []excelize.Border{{Type: "bottom", Style: mediumLine, Color: accent}}
	case lookNote:
		font.Color = quiet
	case lookShort:
		style.Alignment.Horizontal = "center"
	case lookValue:
		style.Alignment.Horizontal, style.Alignment.Indent = "right", 1
	case lookDate, lookRowDate:
		style.CustomNumFmt = &date
	case lookMean, lookSumMean:
		style.Alignment.Horizontal, style.CustomNumFmt = "center", &mean
	case lookSum, lookValueMid:
		style.Alignment.Horizontal = "center"
	case lookCount, lookRowCount:
		style.Alignment.Horizontal, style.NumFmt = "center", countFormat
	}
	if l.ruled() {
		// Tables keep their lines in programs that draw no table styles.
		style.Border = []excelize.Border{{Type: "bottom", Style: thinLine, Color: hairline}}
	}
	if l == lookSum || l == lookSumMean || l == lookSumName {
		style.Border = []excelize.Border{{Type: "top", Style: mediumLine, Color: accent}}
	}
	return style
}
