package pdf

import "github.com/ips-fidelity/fidelity/pkg/fidelity/report"

// The page, in millimetres. The text block is narrow enough for lines that an
// eye can follow, and leaves a margin for a punch and for notes.
const (
	pageWidth  = 210.0
	pageHeight = 297.0
	left       = 24.0
	width      = pageWidth - 2*left
	top        = 25.0
	bottom     = 24.0 // from the lower edge; the footer stands in it
	room       = pageHeight - top - bottom
	measure    = 148.0 // widest line of running text
)

// rgb is a colour.
type rgb struct{ r, g, b int }

// One accent, and greys. All keep their order of darkness on a grey printer;
// texts have a contrast to white of more than 7 to 1, shapes of more than 3.
var (
	accent = rgb{14, 74, 91}
	ink    = rgb{27, 36, 41}
	muted  = rgb{75, 86, 93}
	edge   = rgb{118, 131, 140} // outlines that carry meaning
	hair   = rgb{200, 207, 212} // lines that only guide the eye
	base   = rgb{216, 223, 227} // the line of a chart below its marks
	white  = rgb{255, 255, 255}
)

// shades are the grounds of cells, from the lightest to the darkest: even steps
// of grey, all light enough for text.
var shades = [report.MaxShade]rgb{{246, 248, 249}, {231, 236, 238}, {215, 223, 227}, {198, 209, 215}, {179, 194, 202}}

// style is how a text is set.
type style struct {
	bold   bool
	points float64 // size
	lead   float64 // height of a line, in millimetres
	ink    rgb
}

// The styles, from large to small.
var (
	styleTitle   = style{true, 25, 10.6, accent}
	styleStage   = style{true, 15, 7.2, ink}
	styleSection = style{true, 18, 8.2, accent}
	styleLead    = style{false, 16, 7.6, ink}
	styleTotal   = style{true, 17, 8, accent}
	styleHeading = style{true, 13.5, 6.2, accent}
	styleGroup   = style{true, 12, 5.6, ink}
	styleScore   = style{true, 10.5, 5.2, ink}
	styleBody    = style{false, 10.5, 5.2, ink}
	styleName    = style{true, 10.5, 5.2, ink}
	styleCaption = style{true, 10.5, 5.2, ink}
	styleCell    = style{false, 9.5, 4.6, ink}
	styleRowHead = style{true, 9.5, 4.6, ink}
	styleColHead = style{true, 9, 4.4, accent}
	styleNote    = style{false, 9.5, 4.8, muted}
	styleLabel   = style{true, 9, 4.6, muted}
	styleMark    = style{false, 8.5, 4, ink}
	styleMarkNo  = style{true, 8.5, 4, ink}
	styleMargin  = style{false, 8.5, 4, muted}
)

// White space above a block, in millimetres.
const (
	gapLine    = 1.0 // between entries of a list
	gapBlock   = 3.4 // between blocks
	gapHeading = 7.0
	gapGroup   = 8.0
	gapSection = 11.0
)

// pointMM is a point in millimetres.
const pointMM = 25.4 / 72

// The vertical metrics of the font, in parts of its size.
const (
	ascent  = 0.984
	descent = 0.316
	capital = 0.668 // height of a capital letter
)

// baseline is how far below the upper edge of its line a text stands.
func (s style) baseline() float64 {
	size := s.points * pointMM
	return (s.lead-(ascent+descent)*size)/2 + ascent*size
}
