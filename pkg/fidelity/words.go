package fidelity

// Words are the texts of a scale in one language: what its parts are called,
// what is asked, and what the scores look like. They are kept apart from the
// rules, so that wording can change without any score changing.
type Words struct {
	Title       string            `yaml:"title" validate:"required"`
	Short       string            `yaml:"short" validate:"required"` // "IPS-25"
	Attribution string            `yaml:"attribution" validate:"required"`
	About       string            `yaml:"about"`
	Conventions string            `yaml:"conventions"`
	Bands       map[string]string `yaml:"bands"`
	BandsShort  map[string]string `yaml:"bands_short"`
	Sections    map[string]string `yaml:"sections"`
	Principles  map[string]string `yaml:"principles"`
	Views       map[string]string `yaml:"views"`
	Sources     map[string]string `yaml:"sources"`
	Remedies    map[string]string `yaml:"remedies"`
	// Acts says, for those who would act on a remedy, on which side they are:
	// commissioner, host trust, provider.
	Acts      map[string]string     `yaml:"acts" overlay:"keep"`
	Audiences map[string]string     `yaml:"audiences"`
	Training  map[string]string     `yaml:"training"`
	Tables    map[string]TableWords `yaml:"tables"`
	Items     map[string]ItemWords  `yaml:"-"` // a file for each
}

// TableWords are the texts of a table.
type TableWords struct {
	Title string `yaml:"title"`
	One   string `yaml:"one"`                 // a row, as in "specialist"
	Many  string `yaml:"many"`                // rows
	Rows  string `yaml:"rows"`                // what a row is
	From  string `yaml:"from" overlay:"keep"` // the source that usually has its cells
	// Minutes that it takes to find out one cell, about; 0 where not estimated.
	// The estimates of the scales that come with the tool are our own.
	Minutes int                    `yaml:"minutes" overlay:"keep"`
	Columns map[string]ColumnWords `yaml:"columns"`
}

// ColumnWords are the texts of a column.
type ColumnWords struct {
	Label   string            `yaml:"label"`
	One     string            `yaml:"one"`  // what one of a number is, as in "client"; of a share that is given as a part, one of the part
	Many    string            `yaml:"many"` // several
	Asks    string            `yaml:"asks"`
	Means   string            `yaml:"means"`                  // what to count and what not
	From    string            `yaml:"from" overlay:"keep"`    // the source that usually has it, where it is not the table's
	Minutes int               `yaml:"minutes" overlay:"keep"` // to find out one cell, where it is not the table's
	Answers map[string]string `yaml:"answers"`
}

// ItemWords are the texts of an item.
type ItemWords struct {
	Title    string                  `yaml:"title" validate:"required"`
	Short    string                  `yaml:"short"` // for a line in a terminal
	Asks     string                  `yaml:"asks"`
	Note     string                  `yaml:"note"`
	Scores   map[int]string          `yaml:"scores"` // what each score looks like
	Measures map[string]MeasureWords `yaml:"measures"`
	Facts    map[string]FactWords    `yaml:"facts"`
	Flags    map[string]string       `yaml:"flags"`
	Reads    string                  `yaml:"reads"` // how the scale can be read in two ways

	Minutes  int           `yaml:"minutes" overlay:"keep"` // to find out one fact, about; 0 where not estimated
	Evidence string        `yaml:"evidence"`               // where the evidence comes from
	Pitfalls []string      `yaml:"pitfalls"`               // what usually goes wrong when it is scored
	Remedies []RemedyWords `yaml:"remedies"`               // what a service can do
}

// RemedyWords are the texts of one thing that a service can do about an item.
type RemedyWords struct {
	Kind string `yaml:"kind"` // one of the item's kinds of remedy
	// For names the facts, measures and columns that it helps with; empty
	// where it helps with the item as a whole.
	// A wording for another country keeps it, unless it has its own.
	For       []string `yaml:"for" overlay:"keep"`
	Do        string   `yaml:"do"`         // what to do
	Who       string   `yaml:"who"`        // who would act
	Takes     string   `yaml:"takes"`      // roughly how long, as in "about two months"
	FirstWeek string   `yaml:"first_week"` // what a team could do in the first week
}

// MeasureWords are the texts of a measure.
type MeasureWords struct {
	Name string `yaml:"name"` // "clients for each full-time specialist"
	Unit string `yaml:"unit"` // "days", "percent of jobs"
	One  string `yaml:"one"`  // the unit for exactly one, where it differs
}

// FactWords are the texts of a fact.
type FactWords struct {
	Asks    string            `yaml:"asks"`
	Is      string            `yaml:"is"`                     // what is true where the answer is yes
	Short   string            `yaml:"short"`                  // "joint record"
	Unit    string            `yaml:"unit"`                   // of a count
	From    string            `yaml:"from" overlay:"keep"`    // the source that usually tells it; one of the item's where empty
	Minutes int               `yaml:"minutes" overlay:"keep"` // to find it out, where it is not the item's
	Answers map[string]string `yaml:"answers"`
}
