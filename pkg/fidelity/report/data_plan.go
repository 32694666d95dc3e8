package report

// PlanData is the way to a total as rows, for programs. It has the shape that
// `fidelity plan --format json` prints.
type PlanData struct {
	Total   *float64    `json:"total"`   // nil while an item has no score
	Start   float64     `json:"start"`   // what the ways start from: the total, or the lowest possible
	Reach   *float64    `json:"reach"`   // what the ways aim for, margin included; nil where there is nothing to reach
	Line    *float64    `json:"line"`    // the same without the margin
	Margin  int         `json:"margin"`  // points past the line, each a point on one item
	Reached bool        `json:"reached"` // Start is there already
	Ways    []WayRow    `json:"ways"`    // the cheapest first
	Costs   []CostRow   `json:"costs"`   // for each total above Start that can be reached
	Low     []LeftRow   `json:"low"`     // low items that the first way leaves as they are
	Suggest []Suggested `json:"suggested"`
}

// WayRow is one way to the total.
type WayRow struct {
	Cost  int       `json:"cost"`
	Total float64   `json:"total"`
	Steps []WayStep `json:"steps"`
}

// WayStep is what a way does with one item.
type WayStep struct {
	Item  string   `json:"item"`
	From  int      `json:"from"`
	To    int      `json:"to"`
	Cost  int      `json:"cost"`
	Needs []string `json:"needs"` // what to change, a sentence each
}

// CostRow is the least effort that a total takes.
type CostRow struct {
	Total float64 `json:"total"`
	Cost  int     `json:"cost"`
}

// LeftRow is a low item that the first way leaves as it is.
type LeftRow struct {
	Item  string `json:"item"`
	Score int    `json:"score"` // today's, or the lowest possible
	Why   string `json:"why"`
	Wrong string `json:"wrong"` // why leaving it out may be a mistake
}

// Suggested is an action that the scale's remedies suggest for an item.
type Suggested struct {
	Item    string `json:"item"`
	Number  int    `json:"number"`
	Title   string `json:"title"`
	What    string `json:"what"`
	Start   string `json:"first_week"` // what to do in the first week
	Who     string `json:"who"`
	When    string `json:"when"` // ISO 8601
	Aim     int    `json:"aim"`
	Measure string `json:"measure"` // how the team will know
	Remedy  string `json:"remedy"`  // the kind, by its id
}

// Action is the suggestion as one text for an action plan: what to do, and how
// to begin.
func (s *Suggested) Action() string {
	if s.Start == "" {
		return s.What
	}
	return s.What + " In the first week: " + lowerFirst(s.Start)
}
