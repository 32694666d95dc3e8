package report

// Chart is numbers drawn on one line a row, all against the same axis, with
// the same numbers in a table. A format that cannot draw shows Instead.
type Chart struct {
	ID    string     `json:"id"`    // anchor, unique in the document
	Title string     `json:"title"` // says the finding
	Alt   string     `json:"alt"`   // the same in words, for those who cannot see it
	Form  ChartForm  `json:"form"`
	Min   float64    `json:"min"` // ends of the axis; Min is less than Max
	Max   float64    `json:"max"`
	Ticks []Mark     `json:"ticks"` // from Min up: scores, or where bands begin
	Rows  []ChartRow `json:"rows"`  // from the top down
	Table Table      `json:"table"` // the same numbers as rows
}

// ChartForm says how the rows of a chart are drawn.
type ChartForm string

// The forms of a chart.
const (
	// Bars run from Min to Value: the sections of a scale.
	Bars ChartForm = "bars"
	// Dots are an open dot at Before and a full one at Value, joined by a
	// line: then and now.
	Dots ChartForm = "dots"
	// Whiskers are a dot at Value on a line from Low to High: a total with its
	// error, or only the line where there is no value.
	Whiskers ChartForm = "whiskers"
	// Path is Whiskers whose dots are joined from row to row, oldest first,
	// but not across a row with a Break: a total over time.
	Path ChartForm = "path"
)

// ChartRow is one row of a chart. What is nil is not drawn.
type ChartRow struct {
	Label  string   `json:"label"`
	Value  *float64 `json:"value"`
	Before *float64 `json:"before,omitempty"`
	Low    *float64 `json:"low,omitempty"` // Low and High are both nil or neither
	High   *float64 `json:"high,omitempty"`
	Text   string   `json:"text"` // the numbers, as they are written beside the row
	// Break says why the row is not joined to the one before it.
	Break string `json:"break,omitempty"`
}

func (Chart) kind() string { return "chart" }

// Instead is the chart in words and as a table.
func (c Chart) Instead() Blocks {
	return Blocks{Paragraph{Text: c.Alt}, c.Table}
}
