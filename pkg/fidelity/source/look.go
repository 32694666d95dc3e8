package source

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
)

// LookName is the file beside the reviews that says how reports look.
const LookName = "report.yaml"

// ContextName is the file beside the reviews of a service with figures that
// are never scored.
const ContextName = "context.yaml"

// Look is how an organisation wants its reports: every part may be empty.
type Look struct {
	Organisation string // who hands the report over
	Logo         string // name of a PNG file, seen from the folder of the file
	Accent       string // the one colour, as in #0b4a5e; dark enough for text on white
	Contact      string // whom to ask about the report
	Sharing      string // who may pass it on; a review's own note wins
	// SEM is the standard error of measurement of a total in points, where the
	// organisation knows it; zero where not. SEMSource says where it is from.
	SEM       fidelity.Number
	SEMSource string
	Cycle     []fidelity.Due // when the steps around a visit are due, in their order
	// Benchmarks are employment rates to look at beside those of services.
	// They are no rule; none comes with the tool.
	Benchmarks []compare.Benchmark
}

// lookFile is report.yaml as it stands.
type lookFile struct {
	Organisation string     `yaml:"organisation"`
	Logo         string     `yaml:"logo"`
	Accent       string     `yaml:"accent"`
	Contact      string     `yaml:"contact"`
	Sharing      string     `yaml:"sharing"`
	Error        *errorFile `yaml:"error"`
	Cycle        *cycleFile `yaml:"cycle"`

	Benchmarks []benchmarkFile `yaml:"benchmarks" validate:"dive"`
}

// errorFile is the error of a total as an organisation has measured it.
type errorFile struct {
	Points string `yaml:"points" validate:"required,decimal"`
	Source string `yaml:"source" validate:"required"`
}

// benchmarkFile is an employment rate with where and from when it holds.
type benchmarkFile struct {
	Percent string `yaml:"percent" validate:"required,decimal"`
	From    string `yaml:"from" validate:"omitempty,month"`
	Label   string `yaml:"label" validate:"required"`
	Source  string `yaml:"source" validate:"required"`
}

// ReadLook reads a report.yaml. All problems are told at once; the look is nil
// where one of them is an error.
func ReadLook(name string, data []byte) (*Look, Problems) {
	r := &reader{file: name}
	root := r.root(data)
	if root == nil {
		return nil, r.problems
	}
	var raw lookFile
	r.bindChecked(root, &raw)
	look := &Look{Organisation: raw.Organisation, Logo: raw.Logo, Accent: strings.ToLower(raw.Accent), Contact: raw.Contact, Sharing: raw.Sharing}
	r.in("accent")
	if err := accentColour(raw.Accent); raw.Accent != "" && err != nil {
		r.failHere(root, CodeValue, "%s", err)
	}
	r.out()
	r.in("logo")
	if raw.Logo != "" && !localPNG(raw.Logo) {
		r.failHere(root, CodeValue, "%q is no PNG file beside this one; write a name such as logo.png", shortened(raw.Logo))
	}
	r.out()
	if raw.Error != nil {
		look.SEM, look.SEMSource = r.points(root, raw.Error.Points), raw.Error.Source
	}
	look.Cycle = r.cycle(root, raw.Cycle)
	look.Benchmarks = r.benchmarks(root, raw.Benchmarks)
	r.problems.Sort()
	if r.problems.Errors() {
		return nil, r.problems
	}
	return look, r.problems
}

// benchmarks reads the rates; what is no number has been told.
func (r *reader) benchmarks(root *yaml.Node, raw []benchmarkFile) (out []compare.Benchmark) {
	for i, b := range raw {
		n, err := fidelity.ParseNumber(b.Percent)
		if err == nil && (n.Sign() < 0 || n.Cmp(fidelity.Int(100)) > 0) {
			r.in("benchmarks")
			r.at(i)
			r.under(root, b.Percent+" is no share; write a percent from 0 to 100, as in 40", "percent")
			r.out()
			r.out()
		}
		from, _ := fidelity.ParseMonth(b.From)
		out = append(out, compare.Benchmark{Percent: n, From: from, Label: b.Label, Source: b.Source})
	}
	return out
}

// points reads the error of a total; it is told elsewhere if it is no number.
func (r *reader) points(root *yaml.Node, text string) fidelity.Number {
	n, err := fidelity.ParseNumber(text)
	if err == nil && n.Sign() <= 0 {
		r.in("error")
		r.in("points")
		r.failHere(root, CodeValue, "%s points would mean that two reviews never differ by chance; write a number above 0", text)
		r.out()
		r.out()
	}
	return n
}

// localPNG reports whether a name is that of a PNG file in the same folder or
// one below it.
func localPNG(name string) bool {
	return strings.HasSuffix(strings.ToLower(name), ".png") && !strings.HasPrefix(name, "/") && !strings.Contains(name, "..") && !strings.ContainsAny(name, `\:`)
}

var hexColour = regexp.MustCompile(`^#[0-9A-Fa-f]{6}$`)

// leastContrast is what WCAG 2.2 AA asks of a text against its ground.
const leastContrast = 4.5

// accentColour checks a colour that headings and links are set in on white.
func accentColour(text string) error {
	if !hexColour.MatchString(text) {
		return fmt.Errorf("%q is no colour; write six digits after #, in quotation marks, as in %q", text, "#0b4a5e")
	}
	if ratio := contrastToWhite(text); ratio < leastContrast {
		return fmt.Errorf("%s is too light to be read on white: its contrast is %s to 1, and 4.5 is needed; choose a darker colour", text, strconv.FormatFloat(math.Floor(ratio*10)/10, 'f', -1, 64))
	}
	return nil
}

// contrastToWhite is the contrast ratio of WCAG 2.2 between a colour and white,
// from 1 to 21.
func contrastToWhite(hex string) float64 {
	luminance := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		// The colour has been checked to be six hexadecimal digits.
		value, _ := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		c := float64(value) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		luminance += weight * c
	}
	return 1.05 / (luminance + 0.05)
}
