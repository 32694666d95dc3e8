package source

import (
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/compare"
)

// contextFile is context.yaml as it stands. What each figure counts is fixed,
// so that services can be set side by side; see compare.Context.
type contextFile struct {
	Period      *contextPeriod `yaml:"period" validate:"required"`
	OutOfWork   *int           `yaml:"out_of_work_at_start" validate:"omitempty,min=0"`
	FirstStarts *int           `yaml:"first_job_starts" validate:"omitempty,min=0"`
	Specialists string         `yaml:"specialists" validate:"omitempty,decimal"`
	Teams       *int           `yaml:"clinical_teams" validate:"omitempty,min=0"`
	Note        string         `yaml:"note"`
}

type contextPeriod struct {
	From string `yaml:"from" validate:"required,day"`
	To   string `yaml:"to" validate:"required,day"`
}

// ReadContext reads a context.yaml. All problems are told at once; the context
// is nil where one of them is an error. No problem repeats a count of people.
func ReadContext(name string, data []byte) (*compare.Context, Problems) {
	r := &reader{file: name}
	root := r.root(data)
	if root == nil {
		return nil, r.problems
	}
	var raw contextFile
	r.bindChecked(root, &raw)
	out := &compare.Context{OutOfWork: raw.OutOfWork, FirstStarts: raw.FirstStarts, Teams: raw.Teams, Note: raw.Note}
	if p := raw.Period; p != nil {
		// What is no day has been told.
		out.Period.From, _ = fidelity.ParseDate(p.From)
		out.Period.To, _ = fidelity.ParseDate(p.To)
		if !out.Period.To.IsZero() && out.Period.To.Before(out.Period.From) {
			r.under(root, "the period ends before it begins; the first day comes first", "period", "to")
		}
	}
	if raw.OutOfWork != nil && raw.FirstStarts != nil && *raw.FirstStarts > *raw.OutOfWork {
		r.under(root, "more people have started a first job than were out of work at the start; count only those who were", "first_job_starts")
	}
	if raw.Specialists != "" {
		if n, err := fidelity.ParseNumber(raw.Specialists); err == nil {
			out.Specialists = &n
			if n.Sign() < 0 {
				r.under(root, "posts cannot be fewer than none; write full-time equivalents, as in 3.6", "specialists")
			}
		}
	}
	r.problems.Sort()
	if r.problems.Errors() {
		return nil, r.problems
	}
	return out, r.problems
}

// under tells a problem of the value below some keys.
func (r *reader) under(root *yaml.Node, sentence string, keys ...string) {
	for _, key := range keys {
		r.in(key)
	}
	r.failHere(root, CodeValue, "%s", sentence)
	for range keys {
		r.out()
	}
}
