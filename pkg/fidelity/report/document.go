// Package report turns an assessment into a Document: what a fidelity report
// says, in order and in words. A Document knows no format; the packages below
// this one (html, pdf, xlsx, markdown, csv, json) only draw it. A number that
// a page shows is in the Document, so that two formats can never differ.
package report

// Document is one report, ready to be drawn.
type Document struct {
	Lang     string    `json:"lang"`     // language of every text, as in "en-GB"
	Title    string    `json:"title"`    // "Fidelity report: Northfield Employment Service"
	Service  string    `json:"service"`  // the service's name
	Kind     string    `json:"kind"`     // "Independent review" or "Self-audit", in words
	Stage    string    `json:"stage"`    // "Draft", "Final", …, in words
	Running  string    `json:"running"`  // for the head of every page: service, kind, stage
	Date     string    `json:"date"`     // last day of the visit, ISO 8601; the date of the document
	Footer   string    `json:"footer"`   // for the foot of every page: scale, credit
	Cover    []Term    `json:"cover"`    // what stands under the title
	Sections []Section `json:"sections"` // in reading order
	Data     Data      `json:"data"`     // the same facts as rows, for workbooks and other programs
	Logo     *Picture  `json:"-"`        // above the title; nil for none
	Accent   string    `json:"-"`        // "#0b4a5e"; empty for the format's own colour
}

// Section is a part of the report with a heading of its own.
type Section struct {
	ID      string `json:"id"` // anchor, unique in the document
	Heading string `json:"heading"`
	NewPage bool   `json:"new_page,omitempty"` // begins on a new page where there are pages
	Blocks  Blocks `json:"blocks"`
}

// Block is one of Paragraph, Heading, List, Terms, Quote, Table, TotalLine,
// Chart, Questions, Group and Columns.
type Block interface{ kind() string }

// Role says what a paragraph is for, so that a format can choose its look.
type Role string

// The roles of a paragraph.
const (
	Plain Role = ""     // running text
	Lead  Role = "lead" // the sentence to read across a table
	Note  Role = "note" // a caution or a limit, set smaller
)

// Paragraph is running text.
type Paragraph struct {
	Role Role   `json:"role,omitempty"`
	Text string `json:"text"`
}

// Heading is a heading within a section.
type Heading struct {
	ID   string `json:"id,omitempty"` // anchor, where something links here
	Text string `json:"text"`
}

// List is a list of sentences.
type List struct {
	Numbered bool     `json:"numbered,omitempty"`
	Items    []string `json:"items"`
}

// Term is a name and what belongs to it.
type Term struct {
	Name string `json:"name"`
	Text string `json:"text"`
}

// Terms is a list of names with their texts.
type Terms struct {
	Rows []Term `json:"rows"`
}

// Quote is a reviewer's own text, kept as it is and told apart from ours.
// The text may hold line breaks.
type Quote struct {
	Label string `json:"label"` // "What we saw"
	Text  string `json:"text"`
}

// Table is a table with a caption and header cells.
type Table struct {
	ID      string   `json:"id"` // unique in the document
	Caption string   `json:"caption"`
	Columns []Column `json:"columns"`
	Rows    [][]Cell `json:"rows"` // each as long as Columns
	// Empty is what to say instead where there are no rows.
	Empty string `json:"empty,omitempty"`
	// Sheet names the sheet that a workbook gives to the table; a table
	// without one is left out of workbooks. Tables that Data holds need none.
	Sheet string `json:"-"`
}

// Column is a column of a table.
type Column struct {
	Head   string  `json:"head"`
	Weight float64 `json:"-"`                // share of the width, compared with the others
	Right  bool    `json:"right,omitempty"`  // numbers, set flush right
	Header bool    `json:"header,omitempty"` // its cells name their rows
}

// Cell is one cell of a table: a text, and boxes where it shows a score.
type Cell struct {
	Text  string `json:"text"`
	Boxes *Boxes `json:"boxes,omitempty"`
	Link  string `json:"link,omitempty"` // ID of a heading or group to go to
	// Number is what Text says, for workbooks: nil where it is no number.
	Number *float64 `json:"-"`
	// Shade is from 0, none, to MaxShade, the darkest. It only ever repeats
	// what Text says.
	Shade int `json:"shade,omitempty"`
}

// MaxShade is the darkest shade of a cell.
const MaxShade = 5

// Boxes is a score drawn as a strip of boxes, one for each score of the scale.
// The score itself stands beside it as text, so that the strip is decoration
// for those who cannot see it.
type Boxes struct {
	Min int `json:"min"` // lowest score of the scale; its box is the first
	Max int `json:"max"`
	// Low to High are the scores still possible; both are the score where it
	// is settled. Boxes up to Low are filled, those up to High are half filled.
	Low  int `json:"low"`
	High int `json:"high"`
}

// TotalLine is the total on a line from the lowest to the highest possible,
// with the bands marked.
type TotalLine struct {
	Min   float64 `json:"min"`
	Max   float64 `json:"max"`
	Low   float64 `json:"low"` // Low and High are equal where the total is settled
	High  float64 `json:"high"`
	Label string  `json:"label"` // "102", or "88 to 103"
	Bands []Mark  `json:"bands"` // from the lowest up; the first begins at Min
	Alt   string  `json:"alt"`   // the same in words
}

// Mark is the lower edge of a band on the line.
type Mark struct {
	From  float64 `json:"from"`
	Label string  `json:"label"`
}

// Group is a set of blocks under a heading that should stay together, such as
// one item of the scale.
type Group struct {
	ID      string `json:"id"` // anchor, unique in the document
	Heading string `json:"heading"`
	Boxes   *Boxes `json:"boxes,omitempty"` // the score of an item, beside its heading
	Score   string `json:"score,omitempty"` // the score in words: "3 out of 5"
	Blocks  Blocks `json:"blocks"`
}

// Columns is two lists side by side where there is room, else one below the
// other.
type Columns struct {
	Left  Group `json:"left"`
	Right Group `json:"right"`
}

// Blocks is a sequence of blocks.
type Blocks []Block

func (Paragraph) kind() string { return "paragraph" }
func (Heading) kind() string   { return "heading" }
func (List) kind() string      { return "list" }
func (Terms) kind() string     { return "terms" }
func (Quote) kind() string     { return "quote" }
func (Table) kind() string     { return "table" }
func (TotalLine) kind() string { return "total-line" }
func (Group) kind() string     { return "group" }
func (Columns) kind() string   { return "columns" }
