package source

import "gopkg.in/yaml.v3"

// ScaleFormat is the format that scale files name.
const ScaleFormat = "fidelity/scale/1"

// scaleFile is the frame of a scale, as scale.yaml has it.
type scaleFile struct {
	Format     string          `yaml:"format" validate:"required,eq=fidelity/scale/1"`
	ID         string          `yaml:"id" validate:"required,slug"`
	Version    string          `yaml:"version" validate:"required,version"`
	Published  int             `yaml:"published"`
	Scores     *scoresFile     `yaml:"scores" validate:"required"`
	Total      *totalFile      `yaml:"total" validate:"required"`
	Missing    string          `yaml:"missing" validate:"omitempty,eq=strict"`
	Bands      []bandFile      `yaml:"bands" validate:"dive"`
	Sections   []string        `yaml:"sections" validate:"required"`
	Sources    []string        `yaml:"sources"`
	Principles []principleFile `yaml:"principles" validate:"dive"`
	Views      *yaml.Node      `yaml:"views"`
	Tables     *yaml.Node      `yaml:"tables"`
	Items      []string        `yaml:"items" validate:"required,dive,slug"`
}

type scoresFile struct {
	Min *int `yaml:"min" validate:"required"`
	Max *int `yaml:"max" validate:"required"`
}

type totalFile struct {
	Method string `yaml:"method" validate:"required,oneof=sum mean"`
	Min    string `yaml:"min"`
	Max    string `yaml:"max"`
}

type bandFile struct {
	ID   string `yaml:"id" validate:"required,slug"`
	From string `yaml:"from" validate:"required,decimal"`
}

type principleFile struct {
	ID    string `yaml:"id" validate:"required,slug"`
	Since string `yaml:"since"`
}

type viewFile struct {
	Without []string `yaml:"without"`
}

type tableFile struct {
	Complete  bool       `yaml:"complete"`
	Sampled   bool       `yaml:"sampled"`
	ThinBelow int        `yaml:"thin_below" validate:"min=0"`
	Columns   *yaml.Node `yaml:"columns" validate:"required"`
}

type columnFile struct {
	Type     string   `yaml:"type" validate:"required,oneof=code number whole percent yes-no choice set series text month"`
	Required bool     `yaml:"required"`
	Ordered  []string `yaml:"ordered"`
	Of       []string `yaml:"of"`
	Default  string   `yaml:"default"`
	AtLeast  string   `yaml:"at_least" validate:"omitempty,decimal"`
	AtMost   string   `yaml:"at_most" validate:"omitempty,decimal"`
	Above    string   `yaml:"above" validate:"omitempty,decimal"`
	Field    string   `yaml:"at_most_field"`
}

// ruleFile is the rule of one item, as rules/ITEM.yaml has it.
type ruleFile struct {
	Number     int            `yaml:"number" validate:"min=1"`
	Code       string         `yaml:"code"`
	Section    string         `yaml:"section" validate:"required"`
	Audience   []string       `yaml:"audience"`
	Sources    []string       `yaml:"sources"`
	Principles principlesFile `yaml:"principles"`
	Remedy     []string       `yaml:"remedy"`
	Effort     int            `yaml:"effort" validate:"min=0"`
	Develops   []string       `yaml:"develops"`

	Each       string     `yaml:"each"`
	LeaveOut   *yaml.Node `yaml:"leave_out"`
	Measures   *yaml.Node `yaml:"measures"`
	CrossCheck *yaml.Node `yaml:"cross_check"`
	Facts      *yaml.Node `yaml:"facts"`
	Requires   *yaml.Node `yaml:"requires"`
	Anchors    *yaml.Node `yaml:"anchors"`
	FromCount  *yaml.Node `yaml:"score_from_count"`
	Flags      []flagFile `yaml:"flags" validate:"dive"`
}

type principlesFile struct {
	Primary string   `yaml:"primary"`
	Also    []string `yaml:"also"`
}

type factFile struct {
	Type    string            `yaml:"type" validate:"omitempty,oneof=yes-no whole"`
	Ordered []string          `yaml:"ordered"`
	OnlyIf  *yaml.Node        `yaml:"only_if"`
	AtMost  string            `yaml:"at_most_fact"`
	Also    map[string]string `yaml:"also_written"`
}

type flagFile struct {
	Code      string       `yaml:"code" validate:"required,slug"`
	AnyRow    *rowRuleFile `yaml:"any_row"`
	When      *yaml.Node   `yaml:"when"`
	RowsApart int          `yaml:"rows_apart" validate:"min=0"`
}

type rowRuleFile struct {
	Of    string   `yaml:"of" validate:"required"`
	Ratio []string `yaml:"ratio" validate:"required"`
	Is    string   `yaml:"is" validate:"required"`
}

type crossCheckFile struct {
	Use string `yaml:"use" validate:"required"`
}

type orElseFile struct {
	Column string `yaml:"column" validate:"required"`
	When   string `yaml:"when" validate:"required"`
	Flag   string `yaml:"flag"`
}

// measureFile is a measure. One of the calculations says what it is; the rest
// goes with it.
type measureFile struct {
	Ratio     []string      `yaml:"ratio"`
	Mean      string        `yaml:"mean"`
	Median    string        `yaml:"median"`
	Share     string        `yaml:"share"`
	Distinct  string        `yaml:"distinct"`
	Spread    string        `yaml:"one_minus_largest_share"`
	Count     string        `yaml:"count"`
	Members   string        `yaml:"members"`
	Value     string        `yaml:"value"`
	LargestOf []measureFile `yaml:"largest_of"`

	Weight string      `yaml:"weight"`
	Where  *yaml.Node  `yaml:"where"`
	OrElse *orElseFile `yaml:"or_else"`
	Times  int         `yaml:"times"`
	Of     int         `yaml:"of"`
	When   *yaml.Node  `yaml:"when"`
}
