// Package result is an assessment as JSON: the form in which results leave the
// tool. A result can be shown without the scale at hand, because the words
// that it needs travel with it.
package result

import "fmt"

// Format is the format that results name.
const Format = "fidelity/result/1"

// Result is the assessment of one review. Its fields are a contract: more may
// be added, none changes its meaning.
type Result struct {
	Format        string      `json:"format"`
	Tool          Tool        `json:"tool"`
	Scale         Scale       `json:"scale"`
	Review        Review      `json:"review"`
	Items         []Item      `json:"items"`
	Sections      []Subtotal  `json:"sections"`
	Principles    []Principle `json:"principles"`
	Total         Total       `json:"total"`
	Band          *Band       `json:"band"`           // null while an item has no score
	BandsPossible []string    `json:"bands_possible"` // from the lowest up
	Flags         []Flag      `json:"flags"`
}

// Tool says what made the result.
type Tool struct {
	Name    string `json:"name"`
	Version string `json:"version"`
}

// Scale says which rules were used.
type Scale struct {
	ID      string `json:"id"`
	Version string `json:"version"`
	Digest  string `json:"digest"`
	Title   string `json:"title"`
}

// Review says what was assessed.
type Review struct {
	File    string  `json:"file"` // as it was given
	Service Service `json:"service"`
	Kind    string  `json:"kind"`
	Stage   string  `json:"stage"`
	Visit   Visit   `json:"visit"`
}

// Service is the service that was reviewed.
type Service struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

// Visit is the days of the visit, ISO 8601.
type Visit struct {
	From string `json:"from"`
	To   string `json:"to"`
}

// Item is one item of the scale.
type Item struct {
	ID        string    `json:"id"`
	Number    int       `json:"number"`
	Section   string    `json:"section"`
	Title     string    `json:"title"`
	State     string    `json:"state"`     // rated, suggested or open
	Score     *int      `json:"score"`     // the score that counts
	Suggested *int      `json:"suggested"` // what the evidence settles on
	Low       int       `json:"low"`       // what the evidence allows
	High      int       `json:"high"`
	Measures  []Measure `json:"measures"`
	Rows      []Row     `json:"rows"`
	Because   string    `json:"because"`
	Why       string    `json:"why"`
	Missing   []string  `json:"missing"` // paths of what can still change the range
	Flags     []Flag    `json:"flags"`
	Next      *Next     `json:"next"` // null at the top
}

// Measure is a number that the evidence gives.
type Measure struct {
	ID    string  `json:"id"`
	Value Decimal `json:"value"` // null unless it is known exactly
	Low   Decimal `json:"low"`
	High  Decimal `json:"high"`
	Base  Decimal `json:"base"` // the size that it is compared against
	Used  int     `json:"used"` // rows or facts with an answer
	Of    int     `json:"of"`   // all of them
	Unit  string  `json:"unit"`
	Text  string  `json:"text"`
}

// Row is the score of one row, for an item that is scored row by row.
type Row struct {
	ID       string    `json:"id"`
	Low      *int      `json:"low"` // null where the row does not count
	High     *int      `json:"high"`
	LeftOut  *string   `json:"left_out"` // why the row does not count
	Measures []Measure `json:"measures"`
	Text     string    `json:"text"`
}

// Flag is something that a reader should know.
type Flag struct {
	Code string `json:"code"`
	Text string `json:"text"`
}

// Next is the step above the score, or above Low where there is none.
type Next struct {
	Score  int      `json:"score"`
	Choose int      `json:"choose"` // how many of the needs do
	Needs  []Need   `json:"needs"`
	Or     [][]Need `json:"or,omitempty"` // other ways; all the needs of one
}

// Need is what has to become true.
type Need struct {
	Text    string `json:"text"`
	Fact    string `json:"fact,omitempty"`
	Measure string `json:"measure,omitempty"`
	Row     string `json:"row,omitempty"`
	Column  string `json:"column,omitempty"`
}

// Subtotal is the score of a section.
type Subtotal struct {
	ID     string  `json:"id"`
	Score  Decimal `json:"score"`
	Low    Decimal `json:"low"`
	High   Decimal `json:"high"`
	Max    Decimal `json:"max"`
	Scored int     `json:"scored"`
	Of     int     `json:"of"`
}

// Principle is the mean of the items that serve a principle first. It is an
// indication and no part of the scale.
type Principle struct {
	ID    string  `json:"id"`
	Items int     `json:"items"`
	Mean  Decimal `json:"mean"`
}

// Total is the total score.
type Total struct {
	Score  Decimal `json:"score"`
	Low    Decimal `json:"low"`
	High   Decimal `json:"high"`
	Scored int     `json:"scored"`
	Of     int     `json:"of"`
	Max    Decimal `json:"max"`
}

// Band is the band of the total.
type Band struct {
	ID    string `json:"id"`
	Label string `json:"label"`
}

// Decimal is a number as JSON has it, rounded half up to four decimals, or
// null where it is empty.
type Decimal string

// MarshalJSON writes the number as it stands.
func (d Decimal) MarshalJSON() ([]byte, error) {
	if d == "" {
		return []byte("null"), nil
	}
	return []byte(d), nil
}

// UnmarshalJSON reads a number or null.
func (d *Decimal) UnmarshalJSON(data []byte) error {
	switch first := data[0]; {
	case string(data) == "null":
		*d = ""
	case first == '-' || first >= '0' && first <= '9':
		*d = Decimal(data)
	default:
		return fmt.Errorf("%s stands where a number belongs", data)
	}
	return nil
}
