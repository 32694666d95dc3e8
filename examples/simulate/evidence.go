package main

import (
	"fmt"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// finder finds what there is to find on one visit.
type finder struct {
	*service
	review  *fidelity.Review
	visit   int
	quality float64
	gaps    float64 // share of what is not known yet
	full    int     // full-time specialists
	staff   int
}

func (f *finder) all() error {
	for _, part := range []func() error{f.specialists, f.clients, f.jobs, f.facts, f.scores} {
		if err := part(); err != nil {
			return err
		}
	}
	f.actions()
	return nil
}

// level is how well the service does at something this year, from 0 to 1. Most
// of it stays from year to year.
func (f *finder) level(of string) float64 {
	return max(0, min(1, f.quality+f.service.dice("level %s", of).about(0.14)+f.dice("level %s", of).about(0.04)))
}

// dice throw for something of this visit.
func (f *finder) dice(format string, args ...any) *dice {
	return f.service.dice("%d %s", f.visit, fmt.Sprintf(format, args...))
}

// cells fills a row. Every finder leaves out what is not known.
func (f *finder) cells(table, code string, d *dice, cells map[string]string) (*fidelity.Row, error) {
	row, err := f.review.AddRow(table, code)
	if err != nil {
		return nil, err
	}
	for _, column := range f.columns(table) {
		text, ok := cells[column.ID]
		if !ok || d.chance(f.gaps) {
			continue
		}
		if err := row.Set(column.ID, text); err != nil {
			return nil, fmt.Errorf("%s: %w", code, err)
		}
	}
	return row, nil
}

func (f *finder) columns(table string) []fidelity.Column {
	t, _ := f.scale.TableAt(table)
	return f.scale.Definition().Tables[t].Columns
}

func (f *finder) specialists() error {
	f.staff = f.service.dice("staff").from(2, 6)
	for i := range f.staff {
		d := f.dice("specialist %d", i)
		time := one(f.service.dice("hours %d", i), []string{"1", "1", "1", "0.8", "0.6"})
		fte, _ := strconv.ParseFloat(time, 64)
		if time == "1" {
			f.full++
		}
		caseload := whole(fte*(30-12*f.level("caseload")+d.about(2)), 3, 60)
		hours := 37.5 * fte
		row, err := f.cells("specialists", fmt.Sprintf("ES%02d", i+1), d, map[string]string{
			"fte": time, "caseload": strconv.Itoa(caseload), "job_seekers": strconv.Itoa(whole(float64(caseload)*0.62, 1, caseload)),
			"employment_time": strconv.Itoa(whole(86+14*f.level("employment time")+d.about(3), 50, 100)),
			"teams":           strconv.Itoa(d.from(1, 3)), "team_caseload": strconv.Itoa(whole(float64(caseload)*(0.72+0.3*f.level("teams")), 0, caseload)),
			"contact_log":     []string{"none", "kept", "reviewed-monthly", "reviewed-weekly", "reviewed-weekly"}[d.step(f.level("log"), 5)],
			"contact_quality": []string{"asks-for-openings", "follows-up-adverts", "meets-regardless", "builds-relationships"}[d.step(f.level("contact quality"), 4)],
			"contacts_seen":   strconv.Itoa(d.from(4, 9)),
			"community_time":  fmt.Sprintf("%.1f/%.1f", min(hours, hours*(0.3+0.45*f.level("community")+d.about(0.04))), hours),
			"community_basis": one(d, []string{"estimate", "sample-week", "diary", "diary"}),
		})
		if err != nil {
			return err
		}
		f.lists(row, d)
	}
	return nil
}

// lists fills the cells of a specialist that hold several values.
func (f *finder) lists(row *fidelity.Row, d *dice) {
	for c, column := range f.columns("specialists") {
		switch column.Kind {
		case fidelity.Set:
			var done []int
			for p := range column.Answers {
				if d.chance(0.7 + 0.45*f.level("phases")) {
					done = append(done, p)
				}
			}
			row.SetAt(c, fidelity.SetValue(done...))
		case fidelity.Series:
			var weeks []fidelity.Number
			for range d.from(6, 8) {
				weeks = append(weeks, fidelity.Int(whole(8*f.level("contacts")+d.about(1.2), 0, 12)))
			}
			row.SetAt(c, fidelity.SeriesValue(weeks))
		}
	}
}

// yes answers a question of which this share of rows is a yes.
func yes(d *dice, share float64) string {
	if d.chance(share) {
		return "yes"
	}
	return "no"
}

func (f *finder) clients() error {
	n := f.dice("clients").from(9, 20)
	caseload := f.staff * 22
	f.review.Samples = map[string]fidelity.Sample{"clients": {Of: &caseload, Picked: "random"}}
	for i := range n {
		d := f.dice("client %d", i)
		checked := d.from(3, 7)
		cells := map[string]string{
			"contacts_checked": strconv.Itoa(checked), "contacts_matching": strconv.Itoa(whole(float64(checked)*(0.45+0.6*f.level("matching")), 0, checked)),
			"plan_current": yes(d, 0.4+0.6*f.level("plans")),
		}
		switch {
		case d.chance(0.05):
			cells = map[string]string{"in_work_at_start": "yes"}
		case d.chance(0.12):
			cells = map[string]string{"days_waiting": strconv.Itoa(d.from(3, 60))}
		default:
			cells["days_to_employer_contact"] = strconv.Itoa(whole(95-85*f.level("search")+d.about(14), 2, 300))
		}
		if cells["days_to_employer_contact"] != "" && d.chance(0.45) {
			cells["benefits_planned"], cells["supported_in_work"] = yes(d, 0.4+0.6*f.level("benefits")), yes(d, 0.5+0.5*f.level("support"))
			if d.chance(0.5) {
				cells["contact_at_four_months"] = yes(d, 0.4+0.6*f.level("support"))
			}
		}
		if _, err := f.cells("clients", fmt.Sprintf("C%03d", i+1), d, cells); err != nil {
			return err
		}
	}
	return nil
}

// work is what people do in the jobs that they found.
var work = []string{
	"retail assistant", "kitchen porter", "warehouse operative", "administrator", "care assistant", "cleaner", "van driver", "barista", "gardener",
	"receptionist", "shelf stocker", "teaching assistant", "finance assistant", "carpenter", "florist", "data clerk", "baker", "welder", "tailor", "lab assistant",
}

func (f *finder) jobs() error {
	n := whole(float64(f.staff)*(2+3*f.level("jobs")), 4, 40)
	kinds := whole(float64(len(work))*(0.3+0.7*f.level("job types")), 3, len(work))
	for i := range n {
		d := f.dice("job %d", i)
		_, err := f.cells("jobs", fmt.Sprintf("J%03d", i+1), d, map[string]string{
			"type": work[d.from(0, kinds-1)], "employer": fmt.Sprintf("E%03d", d.from(1, whole(float64(n)*(0.6+3*f.level("employers")), 1, 400))),
			"competitive": yes(d, 0.75+0.35*f.level("competitive")), "permanent": yes(d, 0.75+0.3*f.level("competitive")),
			"current": yes(d, 0.85), "started": fmt.Sprintf("%d-%02d", f.review.Visit.From.Year-1, d.from(1, 12)),
		})
		if err != nil {
			return err
		}
	}
	return nil
}
