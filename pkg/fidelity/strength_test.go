package fidelity_test

import (
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func TestStrengthOfEvidence(t *testing.T) {
	recent := fidelity.Date{Year: 2026, Month: 4, Day: 30}
	old := fidelity.Date{Year: 2025, Month: 5, Day: 12}
	two, one := []string{"documents", "interviews"}, []string{"interviews", "interviews"}
	weekly := func(weeks string) evidence { return specialists("id=ES01 fte=1 employer_contacts=" + weeks) }
	for name, c := range map[string]struct {
		item     string
		evidence evidence
		sources  []string
		end      fidelity.Date
		want     fidelity.Strength
	}{
		"all tests hold": {
			"employer-diversity", jobs(times(5, "employer=E001")...), two, recent,
			fidelity.Strength{Grade: fidelity.StrongEvidence, Sources: 2, Base: true, EnoughBase: true, Recent: true},
		},
		"one kind of source, told twice": {
			"employer-diversity", jobs(times(5, "employer=E001")...), one, recent,
			fidelity.Strength{Grade: fidelity.AdequateEvidence, Sources: 1, Base: true, EnoughBase: true, Recent: true},
		},
		"too few rows": {
			"employer-diversity", jobs(times(4, "employer=E001")...), two, recent,
			fidelity.Strength{Grade: fidelity.AdequateEvidence, Sources: 2, Base: true, Rows: 5, Table: 2, Recent: true},
		},
		"nobody looked": {
			"employer-diversity", nothing, two, recent,
			fidelity.Strength{Grade: fidelity.AdequateEvidence, Sources: 2, Base: true, Rows: 5, Table: 2, Recent: true},
		},
		"ended a year before the visit": {
			"employer-diversity", jobs(times(5, "employer=E001")...), two, old,
			fidelity.Strength{Grade: fidelity.AdequateEvidence, Sources: 2, Base: true, EnoughBase: true},
		},
		"nothing was written down": {
			"employer-diversity", jobs(times(5, "employer=E001")...), nil,
			fidelity.Date{},
			fidelity.Strength{Grade: fidelity.ThinEvidence, Base: true, EnoughBase: true},
		},
		"a checklist has no base": {
			"team-contact", facts("weekly-meeting=yes"), two, recent,
			fidelity.Strength{Grade: fidelity.StrongEvidence, Sources: 2, EnoughBase: true, Recent: true},
		},
		"a table that asks for no number of rows": {
			"caseload-size", specialists("fte=1 caseload=20"), two, recent,
			fidelity.Strength{Grade: fidelity.StrongEvidence, Sources: 2, EnoughBase: true, Recent: true},
		},
		"eight weeks": {
			"employer-contact-frequency", weekly("1,2,3,4,5,6,7,8"), two, recent,
			fidelity.Strength{Grade: fidelity.StrongEvidence, Sources: 2, Base: true, EnoughBase: true, Recent: true},
		},
		"seven weeks": {
			"employer-contact-frequency", weekly("1,2,3,4,5,6,7"), two, recent,
			fidelity.Strength{Grade: fidelity.AdequateEvidence, Sources: 2, Base: true, Recent: true},
		},
	} {
		t.Run(name, func(t *testing.T) {
			v := visitOn(t, ips25(t))
			c.evidence(v, c.item)
			v.review.Visit.From = fidelity.Date{Year: 2026, Month: 5, Day: 12}
			v.review.Evidence.To = c.end
			at, _ := v.review.Scale().ItemAt(c.item)
			v.review.Findings[at].Sources = c.sources
			if got := fidelity.Assess(v.review).Strength(at); got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}
