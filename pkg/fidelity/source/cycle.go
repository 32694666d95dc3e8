package source

import (
	"regexp"
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// cycleFile is the cycle of a report.yaml: when each step is due, as in "8
// weeks before" or "12 months after".
type cycleFile struct {
	Agreement string `yaml:"agreement"`
	Data      string `yaml:"data"`
	Report    string `yaml:"report"`
	Check     string `yaml:"check"`
	Deletion  string `yaml:"deletion"`
	Plan      string `yaml:"plan"`
	Next      string `yaml:"next-review"`
}

// cycle reads when the steps around a visit are due. Steps that are left out
// have no date.
func (r *reader) cycle(root *yaml.Node, raw *cycleFile) (all []fidelity.Due) {
	if raw == nil {
		return nil
	}
	texts := []string{raw.Agreement, raw.Data, raw.Report, raw.Check, raw.Deletion, raw.Plan, raw.Next}
	r.in("cycle")
	defer r.out()
	for i, step := range fidelity.CycleSteps() {
		if texts[i] == "" {
			continue
		}
		due, ok := dueOf(texts[i])
		if !ok {
			r.in(string(step))
			r.failHere(root, CodeValue, "%q is no time around the visit; write it as in 8 weeks before, 10 days after or 12 months after", shortened(texts[i]))
			r.out()
			continue
		}
		due.Step = step
		all = append(all, due)
	}
	return all
}

var dueText = regexp.MustCompile(`^ *([0-9]{1,3}) +(day|week|month)s? +(before|after) *$`)

func dueOf(text string) (due fidelity.Due, ok bool) {
	m := dueText.FindStringSubmatch(text)
	if m == nil {
		return due, false
	}
	// Three digits fit.
	n, _ := strconv.Atoi(m[1])
	switch m[2] {
	case "day":
		due.Days = n
	case "week":
		due.Days = 7 * n
	default:
		due.Months = n
	}
	due.Before = m[3] == "before"
	return due, true
}
