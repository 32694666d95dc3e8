package fidelity_test

import (
	"fmt"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// usualVisit is a review of the usual size: 5 specialists, 15 client records,
// 20 jobs and answers to all facts.
func usualVisit(t testing.TB) *visit {
	v := visitOn(t, ips25(t))
	for i := range 5 {
		v.row("specialists", fmt.Sprintf("fte=%s caseload=%d job_seekers=%d employment_time=97 %s teams=2 team_caseload=%d employer_contacts=6,7,null,%d contact_log=reviewed-weekly "+
			"contact_quality=builds-relationships community_time=%d/37.5", []string{"1", "0.8", "0.5"}[i%3], 17+i, 9+i, sixPhases, 16+i, 4+i, 20+i))
	}
	for i := range 15 {
		wait := "days_to_employer_contact"
		if i%7 == 6 {
			wait = "days_waiting"
		}
		v.row("clients", fmt.Sprintf("%s=%d contacts_checked=6 contacts_matching=%d", wait, 18+3*i, 4+i%3))
	}
	for i := range 20 {
		v.row("jobs", fmt.Sprintf("type=type-%d employer=E%d competitive=yes permanent=%s current=yes", i%11, i%15, []string{"yes", "yes", "yes", "no"}[i%4]))
	}
	for i, item := range ips25(t).Items() {
		for f, fact := range item.Facts {
			answer := "3"
			if choices := fact.Choices(); len(choices) > 0 {
				answer = choices[max(len(choices)-1-(i+f)%4, 0)]
			}
			v.facts(item.ID, fact.ID+"="+answer)
		}
	}
	return v
}

// rateAll gives every item a score, so that nothing is open.
func (v *visit) rateAll() *visit {
	for i, item := range v.review.Scale().Items() {
		v.rate(item.ID, 3+i%3)
	}
	return v
}

func BenchmarkAssess(b *testing.B) {
	for _, bench := range []struct {
		name  string
		visit *visit
	}{
		{"rated", usualVisit(b).rateAll()},
		{"suggested", usualVisit(b)},
		{"empty", visitOn(b, ips25(b))},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				fidelity.Assess(bench.visit.review)
			}
		})
	}
}

func BenchmarkCompile(b *testing.B) {
	def := *ips25(b).Definition()
	b.ReportAllocs()
	for b.Loop() {
		fidelity.Compile(def)
	}
}
