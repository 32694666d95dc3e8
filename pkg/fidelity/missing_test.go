package fidelity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Beyond the incomplete cases in the boundaries: what is not known but cannot
// change the range any more is not listed.
func TestMissingIsOnlyWhatCanStillChangeTheRange(t *testing.T) {
	for _, c := range []struct {
		name, item string
		saw        evidence
		want       string
	}{
		{"nothing, once the score is settled", "zero-exclusion", facts("turned-away=by-rule"), ""},
		{"nothing, whatever a reviewer decided", "zero-exclusion", seen(facts("turned-away=by-rule"), rated(3)), ""},
		{"a rating does not fill a gap", "zero-exclusion", seen(facts("*=yes"), rated(3)), "items.zero-exclusion.facts.turned-away"},
		{"anchors that cannot hold ask for nothing", "vocational-assessment", facts("approach=direct learns-from-jobs=no initial-sessions=unknown"), ""},
		{"anchors under the lowest score ask for nothing", "time-unlimited-supports", facts("*=yes step-down=unknown four-month-contact=unknown"), "items.time-unlimited-supports.facts.step-down"},
		{"a row that is settled asks for nothing", "team-assignment", specialists("teams=1 caseload=10 team_caseload=10", "attachment=separate caseload=10", "teams=1 caseload=10"), "evidence.specialists[2].team_caseload"},
		{"a row that is left out asks for nothing", "team-assignment", specialists("caseload=0", "teams=2 caseload=10"), "evidence.specialists[1].team_caseload"},
		{"one more row that is not known, but cannot move the mean", "community-services", specialists(append(times(9, "community_time=65"), "fte=1")...), ""},
		{"the log matters, for there are contacts enough", "employer-contact-frequency", specialists("fte=1 employer_contacts=6"), "evidence.specialists[0].contact_log"},
		{"the log does not matter under four contacts", "employer-contact-frequency", specialists("fte=1 employer_contacts=1"), ""},
		{"job seekers matter where they could earn more", "employer-contact-frequency", specialists("fte=1 job_seekers=unknown employer_contacts=2 contact_log=reviewed-weekly"), "evidence.specialists[0].job_seekers"},
		{"employers of jobs do not matter to their types", "job-type-diversity", jobs("type=a", "type=b", "employer=E1"), "evidence.jobs[2].type"},
		{
			"a job that is out of the share already", "competitive-jobs", jobs(append(times(9, "competitive=yes permanent=yes current=yes"), "competitive=no", "current=yes")...),
			"evidence.jobs[10].competitive evidence.jobs[10].permanent",
		},
		{"who is current does not matter with ten of them", "competitive-jobs", jobs(append(times(10, "competitive=yes permanent=yes current=yes"), "competitive=yes permanent=yes")...), ""},
		{"a waiting client needs no days", "rapid-job-search", seen(clients("days_waiting=20", "plan_current=yes"), facts("contacts-tracked=yes")), "evidence.clients[1].days_to_employer_contact"},
		{
			"in work at the start or not, and the days", "rapid-job-search", seen(clients("in_work_at_start=unknown"), facts("contacts-tracked=yes")),
			"evidence.clients[0].in_work_at_start evidence.clients[0].days_to_employer_contact",
		},
		{"each cell once, though two measures need it", "employer-diversity", jobs("employer=E1", "current=yes"), "evidence.jobs[1].employer"},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := visitOn(t, ips25(t))
			c.saw(v, c.item)
			it, a := v.assess(c.item)
			if got := missing(a, it.Missing); !slices.Equal(got, strings.Fields(c.want)) {
				t.Errorf("missing %s, want %s", got, c.want)
			}
		})
	}
}

// Conditions of other scales: pooled measures with a scope and a weight, the
// largest of several, and rules that only a reviewer can answer.
func TestMissingOnOtherScales(t *testing.T) {
	pooled := func(m fidelity.Measure) fidelity.Item {
		m.ID = "m"
		return fidelity.Item{Measures: []fidelity.Measure{m}, Anchors: []fidelity.Anchor{{Score: 5, When: compare("m", fidelity.AtLeast, "10")}}}
	}
	perRow := func(m fidelity.Measure) fidelity.Item {
		it := pooled(m)
		it.Each = "all"
		return it
	}
	larger := fidelity.Measure{Calc: fidelity.LargestOf, Parts: []fidelity.Measure{
		{Calc: fidelity.Ratio, Columns: []string{"part", "base"}},
		{Calc: fidelity.Ratio, Columns: []string{"part", "instead"}, When: is("good", "yes")},
	}}
	largest := fidelity.Measure{Calc: fidelity.LargestOf, Parts: []fidelity.Measure{over(ratio, "all"), over(mean, "all")}}
	elseWeighted := over(middleElse, "all")
	elseWeighted.Calc, elseWeighted.Weight = fidelity.MeanOf, "all.base"
	for _, c := range []struct {
		name string
		item fidelity.Item
		rows []string
		want string
	}{
		{"the scope of a ratio", pooled(over(ratioWhere, "all")), []string{"part=1 base=1 good=yes", "part=1 base=1"}, "evidence.all[1].good"},
		{"a row outside of the scope", pooled(over(ratioWhere, "all")), []string{"part=1 good=no", "part=1 good=yes"}, "evidence.all[1].base"},
		{"the weight", pooled(over(weighted, "all")), []string{"part=1"}, "evidence.all[0].base"},
		{"the weight of a row that counts with its other column", pooled(elseWeighted), []string{"instead=31", "instead=2", "part=1 base=1"}, "evidence.all[0].base"},
		{"parts of the largest", pooled(largest), []string{"part=1 base=1", "base=1"}, "evidence.all[1].part"},
		{"a base of nothing", pooled(over(ratio, "all")), []string{"part=1 base=0"}, "evidence.all"},
		{"whether a part counts", perRow(larger), []string{"part=20 base=10 instead=2"}, "evidence.all[0].good"},
		{"a part that does not count asks for nothing", perRow(larger), []string{"base=10 good=no"}, "evidence.all[0].part"},
		{"a part that counts", perRow(larger), []string{"part=5 base=10 good=yes"}, "evidence.all[0].instead"},
		{"no rule: only a reviewer can say", fidelity.Item{}, nil, ""},
		{"no rule for the rows", fidelity.Item{Each: "all"}, []string{"part=1"}, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := visitOn(t, compiled(t, workbench(c.item)))
			rowsOf("all", c.rows)(v, "item")
			it, a := v.assess("item")
			if it.Low != 1 || it.High != 5 {
				t.Fatalf("scores %d to %d, want 1 to 5", it.Low, it.High)
			}
			if got := missing(a, it.Missing); !slices.Equal(got, strings.Fields(c.want)) {
				t.Errorf("missing %s, want %s", got, c.want)
			}
		})
	}
}
