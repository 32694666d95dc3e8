package report

// Data is what the report says as rows: one row an item, one row an action.
// Names of columns belong to the format that writes them.
type Data struct {
	Result   []Term       `json:"result"` // the result and where it comes from, a line each
	Scores   []ScoreRow   `json:"scores"` // in the scale's order
	Measures []MeasureRow `json:"measures"`
	Actions  []ActionRow  `json:"actions"` // in the review's order
	Needs    []NeedRow    `json:"needs"`   // what the next score of each item needs
	About    []Term       `json:"about"`   // scale, version, digest, tool, credit
	Totals   *Totals      `json:"totals,omitempty"`
	// Tidy is the rows for other programs where a document is about something
	// other than the scores of one review: heads that never change, one line a
	// row. CSV and the sheet Data then hold it and not Scores.
	Tidy *Table `json:"tidy,omitempty"`
	// Plan is the way to a total, of an action plan.
	Plan *PlanData `json:"plan,omitempty"`
}

// ScoreRow is one item of the scale.
type ScoreRow struct {
	Number    int    `json:"number"`
	Item      string `json:"item"` // the item's id
	Title     string `json:"title"`
	Section   string `json:"section"` // the section's title
	State     string `json:"state"`   // rated, suggested or open
	Score     *int   `json:"score"`   // the score that counts; nil where there is none
	Suggested *int   `json:"suggested"`
	Low       int    `json:"low"` // what the evidence allows
	High      int    `json:"high"`
	Max       int    `json:"max"` // the highest score of the scale
	Why       string `json:"why"`
	Evidence  string `json:"evidence"` // what was looked at, with its base
	Saw       string `json:"saw"`
	Judgement string `json:"judgement"`
	Because   string `json:"because"`
	Next      string `json:"next"` // what the next score needs
	Recommend string `json:"recommend"`
	Flags     string `json:"flags"`
	Sources   string `json:"sources"`
	Strength  string `json:"strength"`  // of the evidence: strong, adequate or thin; empty where it was taken out
	Rests     string `json:"rests"`     // what the score rests on, in short
	Last      *int   `json:"last"`      // the score last time; nil where there is none
	LastTime  string `json:"last_time"` // the same in words, also where it was a range
	Remedy    string `json:"remedy"`    // the kind of remedy that is recommended, in words
	Who       string `json:"who"`       // to whom the recommendation goes
	OpenFrom  *int   `json:"open_from"` // what an item without a score counts for in
	OpenTo    *int   `json:"open_to"`   // the total, from and to; nil where there is one
}

// MeasureRow is one measure of one item, exact to four decimals.
type MeasureRow struct {
	Number  int      `json:"number"`
	Item    string   `json:"item"`
	Title   string   `json:"title"`
	Row     string   `json:"row"` // code of the row, for items scored row by row
	Measure string   `json:"measure"`
	Value   *float64 `json:"value"` // nil where it is not known exactly
	Unit    string   `json:"unit"`
	Base    *float64 `json:"base"` // nil where there is none
	Used    int      `json:"used"`
	Of      int      `json:"of"`
	Text    string   `json:"text"`
}

// ActionRow is one action of the team's action plan.
type ActionRow struct {
	ID      string `json:"id"`
	What    string `json:"what"`
	Who     string `json:"who"`
	When    string `json:"when"` // ISO 8601, or empty
	Number  int    `json:"number"`
	Item    string `json:"item"`
	Title   string `json:"title"` // of the item
	Aim     *int   `json:"aim"`
	Measure string `json:"measure"` // how the team will know
	Remedy  string `json:"remedy"`  // the kind of remedy, in words
	Status  string `json:"status"`
	Outcome string `json:"outcome"`
}

// NeedRow is one thing that the next score of an item needs.
type NeedRow struct {
	Number int    `json:"number"`
	Item   string `json:"item"`
	Title  string `json:"title"`
	From   int    `json:"from"` // today's score, or the lowest possible
	To     int    `json:"to"`
	Need   string `json:"need"`
	// Choose is how many of the item's needs do; as many as there are where
	// all are needed.
	Choose int `json:"choose"`
	Of     int `json:"of"`
}
