package main

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// newestYear is the year in which most services had their last visit.
const newestYear = 2026

// service is one made-up service with all its visits.
type service struct {
	*world
	index   int
	visits  int
	name    string
	region  string
	quality float64 // how well it does, from 0 to 1
	growth  float64 // a year
	last    int     // year of the last visit
	month   int
	ownLook bool // it audits itself in some years
	plan    []fidelity.Action
	taken   int // ids of actions
}

func (w *world) service(index int) *service {
	s := &service{world: w, index: index, name: place(w.seed, index)}
	d := s.dice("service")
	s.visits = d.from(2, 6)
	s.region = region(d.from(0, regionCount-1))
	s.quality = 0.66 + d.about(0.11)
	s.growth = 0.025 + d.about(0.03)
	s.last, s.month = newestYear, d.from(1, 9)
	if d.chance(0.15) {
		s.last--
	}
	s.ownLook = d.chance(0.3)
	return s
}

// dice throw for something of this service alone.
func (s *service) dice(format string, args ...any) *dice {
	return diceFor(s.seed, s.index, fmt.Sprintf(format, args...))
}

// history makes the reviews of all years.
func (s *service) history(write func(name string, data []byte) error) error {
	before := ""
	for v := range s.visits {
		file := fmt.Sprintf("%d-%02d.yaml", s.last-s.visits+1+v, s.month)
		review, err := s.visit(v, before)
		if err != nil {
			return fmt.Errorf("%s of %s: %w", file, s.name, err)
		}
		data := source.FormatReview(review)
		if review.Stage == fidelity.Final && s.dice("seal %d", v).chance(0.7) {
			if data, err = s.seal(file, data); err != nil {
				return fmt.Errorf("seal %s of %s: %w", file, s.name, err)
			}
		}
		if err := write(id(s.name)+"/"+file, data); err != nil {
			return err
		}
		before = file
	}
	return nil
}

// visit makes the review of one year.
func (s *service) visit(v int, before string) (*fidelity.Review, error) {
	d := s.dice("visit %d", v)
	newest := v == s.visits-1
	day := d.from(1, 27)
	r := fidelity.NewReview(s.scale)
	r.Service = fidelity.Service{
		ID: id(s.name), Name: s.name + " " + one(s.dice("kind"), kinds), Organisation: s.region + " Mental Health Trust",
		Setting: "community mental health", Started: fidelity.Date{Year: s.last - s.visits - s.dice("start").from(0, 6), Month: s.month},
		Groups: map[string]string{"region": s.region},
	}
	from := fidelity.Date{Year: s.last - s.visits + 1 + v, Month: s.month, Day: day}
	r.Visit = fidelity.Period{From: from, To: fidelity.Date{Year: from.Year, Month: from.Month, Day: day + 1}}
	r.Kind, r.Mode, r.Previous = fidelity.Independent, "on-site", before
	if s.ownLook && d.chance(0.5) {
		r.Kind = one(d, []fidelity.ReviewKind{fidelity.SelfAudit, fidelity.SelfAudit, fidelity.Guided})
	}
	for i := range 2 {
		r.Reviewers = append(r.Reviewers, fidelity.Reviewer{ID: fmt.Sprintf("r%d", i+1), Name: person(d), Role: []string{"lead reviewer", "reviewer"}[i], Organisation: s.region + " Review Network"})
	}
	r.Stage = fidelity.Final
	if newest {
		r.Stage = one(d, []fidelity.Stage{fidelity.Draft, fidelity.Agreed, fidelity.Agreed, fidelity.Final})
	}
	if period := s.dice("period %d", v); period.chance(0.93) {
		// Half a year up to the visit, or the year before it.
		r.Evidence = fidelity.Period{From: back(from, period.from(6, 12)), To: back(from, 0)}
	}
	found := finder{service: s, review: r, visit: v, quality: s.quality + s.growth*float64(v)}
	if newest && d.chance(0.07) {
		r.Stage, found.gaps = fidelity.Gathering, 0.25 // not all is known yet
	}
	if err := found.all(); err != nil {
		return nil, err
	}
	if !newest && d.chance(0.12) {
		stamp := fidelity.Stamp{At: fmt.Sprintf("%s-01T09:00:00Z", fidelity.Date{Year: from.Year + 1, Month: from.Month}), By: "r1"}
		r, _ = source.Strip(fidelity.Assess(r), stamp)
	}
	return r, nil
}

// seal closes a review against change, where nothing keeps it from being
// closed.
func (s *service) seal(name string, data []byte) ([]byte, error) {
	file, problems := source.ReadReview(name, data, s.shelf)
	if file == nil {
		return nil, problems
	}
	if len(file.Unfinished(fidelity.Assess(file.Review))) > 0 || file.Review.Kept != nil {
		return data, nil
	}
	editor, err := source.NewEditor(name, data)
	if err != nil {
		return nil, err
	}
	err = editor.Seal(file.Review, source.Mark{At: file.Review.Visit.To.String(), By: "r1"})
	return editor.Bytes(), err
}

// back is the first day of the month so many months before.
func back(day fidelity.Date, months int) fidelity.Date {
	n := day.Year*12 + day.Month - 1 - months
	return fidelity.Date{Year: n / 12, Month: n%12 + 1, Day: 1}
}
