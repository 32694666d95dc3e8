package fidelity_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// flagged is a situation and the flags that it raises.
type flagged struct {
	name, item string
	saw        evidence
	want       string // flags, each with what it is about, separated by commas
}

func checkFlags(t *testing.T, list []flagged) {
	for _, c := range list {
		t.Run(c.item+": "+c.name, func(t *testing.T) {
			v := visitOn(t, ips25(t))
			c.saw(v, c.item)
			it, a := v.assess(c.item)
			if got := strings.Join(flagsOf(a, it, c.item), ", "); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// Half a unit more or less, before rounding, would give another score. A
// threshold of at most 20 is near from 20 up to, but not including, 21; one of
// at least 65 from 64 up to, but not including, 65.
func TestNearBoundary(t *testing.T) {
	checkFlags(t, []flagged{
		{"19.9: 20.4 is 20 still", "caseload-size", tenPosts(199), ""},
		{"20: 20.5 is 21", "caseload-size", tenPosts(200), "near-boundary clients_per_fte"},
		{"20.4", "caseload-size", tenPosts(204), "near-boundary clients_per_fte, over-caseload rows 0 1 2 3"},
		{"20.5: 20 is 20", "caseload-size", tenPosts(205), "near-boundary clients_per_fte, over-caseload rows 0 1 2 3 4"},
		{"20.9: 20.4 is 20", "caseload-size", tenPosts(209), "near-boundary clients_per_fte, over-caseload rows 0 1 2 3 4 5 6 7 8"},
		{"21: 20.5 is 21", "caseload-size", tenPosts(210), "over-caseload rows 0 1 2 3 4 5 6 7 8 9"},
		{"not known: nothing is near", "caseload-size", specialists("fte=1 caseload=20", "fte=1"), ""},

		{"63.9", "community-services", specialists("community_time=63.9"), ""},
		{"64: 64.5 is 65", "community-services", specialists("community_time=64"), "near-boundary community_time rows 0"},
		{"64.5: 64 is not 65", "community-services", specialists("community_time=64.5"), "near-boundary community_time rows 0"},
		{"64.9", "community-services", specialists("community_time=64.9"), "near-boundary community_time rows 0"},
		{"65: 64.5 is 65 still", "community-services", specialists("community_time=65"), ""},
		{"some rows, some not, some not known", "community-services", specialists("community_time=64", "community_time=70", "community_time=30", "fte=1"), "near-boundary community_time rows 0 2"},
		{"a row that is left out is not near anything", "team-assignment", specialists("teams=1 caseload=10 team_caseload=10", "teams=1 caseload=0"), "left-out rows 1"},

		{"a fact decides, not the days", "rapid-job-search", seen(clients(times(10, "days_to_employer_contact=30")...), facts("contacts-tracked=no")), ""},
		{"the days decide", "rapid-job-search", seen(clients(times(10, "days_to_employer_contact=30")...), facts("contacts-tracked=yes")), "near-boundary days"},
		{"the fact is open, so no score is at stake", "rapid-job-search", clients(times(10, "days_to_employer_contact=30")...), ""},
		{"30.5, tracking not known: at 30 it could be a 5", "rapid-job-search", clients(append(times(5, "days_to_employer_contact=30"), times(5, "days_to_employer_contact=31")...)...), "near-boundary days"},
		{"five of six phases", "vocational-generalists", specialists("phases=intake+engagement+assessment+job-placement+job-coaching"), "near-boundary phases_carried rows 0"},
		{"both readings are near: moving one alone changes nothing", "job-type-diversity", different("type", 168), "near-boundary different_types"},
	})
}

func TestDiffers(t *testing.T) {
	checkFlags(t, []flagged{
		{"rated as the evidence has it", "team-contact", seen(facts("*=yes"), rated(5)), ""},
		{"rated lower", "team-contact", seen(facts("*=yes"), rated(4)), "differs"},
		{"rated within the range", "team-contact", seen(facts("*=yes joint-record=unknown"), rated(4)), ""},
		{"rated above the range", "team-contact", seen(facts("*=no joint-record=unknown"), rated(2)), "differs"},
		{"not enough evidence is no score", "team-contact", seen(facts("*=yes"), func(v *visit, item string) {
			v.must(v.review.Rate(item, fidelity.NotEnoughEvidence()))
		}), ""},
	})
}

func TestMethodsDiffer(t *testing.T) {
	tracked10 := func(rows ...string) evidence { return tracked(append(rows, times(7, rows[1])...)...) }
	checkFlags(t, []flagged{
		{"median and mean agree", "rapid-job-search", days(10, 20, 12, 20, 10, 20, 10, 20, 10, 20), ""},
		{"the mean is far longer", "rapid-job-search", days(10, 10, 10, 10, 10, 10, 10, 10, 10, 700), "methods-differ readings 5 3"},
		{"a sample of one cannot differ", "rapid-job-search", days(20), "thin days"},
		{"one reading is open", "rapid-job-search", clients(times(10, "days_to_employer_contact=30")...), ""},
		{"what was waited counts in both", "rapid-job-search", tracked10("days_waiting=900", "days_to_employer_contact=20", "days_to_employer_contact=20"), "methods-differ readings 5 3, waiting days rows 0"},
		{"seven different jobs: both readings give 5", "job-type-diversity", jobs("type=a", "type=b", "type=c", "type=d", "type=e", "type=f", "type=g"), ""},
		{"six different jobs: one of them is 17% already", "job-type-diversity", jobs("type=a", "type=b", "type=c", "type=d", "type=e", "type=f"), "methods-differ readings 5 4"},
		{"few types, but none common", "job-type-diversity", jobs("type=a", "type=b", "type=c", "type=d", "type=a", "type=b", "type=c", "type=d"), "methods-differ readings 2 4"},
		{"one reading settles, the other not", "job-type-diversity", jobs("type=a", "type=b", "type=c", "type=a", "type=b", "type=c", "type=a", "type=b", "type=c", "current=yes"), ""},
	})
}

func TestThin(t *testing.T) {
	checkFlags(t, []flagged{
		{"nine records", "rapid-job-search", days(10, 10, 10, 10, 10, 10, 10, 10, 10), "thin days"},
		{"ten records", "rapid-job-search", days(10, 10, 10, 10, 10, 10, 10, 10, 10, 10), ""},
		{"ten records, one without the days", "rapid-job-search", tracked(append(times(9, "days_to_employer_contact=10"), "plan_current=yes")...), "thin days"},
		{"no usable record is not thin but nothing", "rapid-job-search", tracked("plan_current=yes"), ""},
		{"four jobs", "employer-diversity", jobs("employer=E1", "employer=E2", "employer=E3", "employer=E4"), "methods-differ readings 5 4, thin different_employers"},
		{"five jobs", "employer-diversity", jobs("employer=E1", "employer=E2", "employer=E3", "employer=E4", "employer=E5"), "methods-differ readings 5 4"},
		{"few specialists are not thin: all there are", "employment-services-staff", specialists("fte=1 employment_time=99"), ""},
	})
}

func TestPartlyAndLeftOut(t *testing.T) {
	checkFlags(t, []flagged{
		{"partly", "team-contact", facts("*=yes joint-record=partly near-the-team=partly"), "partly facts joint-record near-the-team"},
		{"partly, where it is not asked", "vocational-unit", facts("rural=no clinical-help=partly"), ""},
		{"partly, where it may be asked", "vocational-unit", facts("clinical-help=partly"), "partly facts clinical-help"},
		{"left out", "employer-contact-quality", specialists("contact_quality=builds-relationships", "job_seekers=0", "job_seekers=0"), "left-out rows 1 2"},
		{"may be left out", "employer-contact-quality", specialists("job_seekers=unknown"), ""},
		{"waiting too short, and not known whether meant", "rapid-job-search", tracked(append(times(10, "days_to_employer_contact=10"), "days_waiting=30", "in_work_at_start=unknown")...), "left-out days rows 10 11"},
		{"in work at the start is no omission", "rapid-job-search", tracked(append(times(10, "days_to_employer_contact=10"), "in_work_at_start=yes")...), ""},
	})
}

// The flags that the scale itself declares.
func TestDeclaredFlags(t *testing.T) {
	checkFlags(t, []flagged{
		{"over 20 for a full post", "caseload-size", specialists("fte=1 caseload=15", "fte=0.5 caseload=11", "fte=1 caseload=21"), "over-caseload rows 1 2"},
		{"20.4 is 20", "caseload-size", specialists("fte=1 caseload=15", "fte=0.5 caseload=10"), ""},
		{"not known", "caseload-size", specialists("caseload=99"), ""},
		{"two points apart", "team-assignment", specialists("teams=1 caseload=10 team_caseload=10", "teams=1 caseload=10 team_caseload=5"), "uneven"},
		{"one point apart", "team-assignment", specialists("teams=1 caseload=10 team_caseload=10", "teams=1 caseload=10 team_caseload=8"), ""},
		{"apart only if the open one is low", "team-assignment", specialists("teams=1 caseload=10 team_caseload=10", "teams=1 caseload=10"), ""},
		{"apart only with the one that is left out", "team-assignment", specialists("teams=1 caseload=10 team_caseload=10", "attachment=separate caseload=0"), "left-out rows 1"},
		{"waiting 31 days", "rapid-job-search", tracked(append(times(10, "days_to_employer_contact=10"), "days_waiting=31")...), "waiting days rows 10"},
		{"nine current jobs", "competitive-jobs", jobs(times(9, "competitive=yes permanent=yes current=yes")...), "near-boundary current_jobs, few-current-jobs"},
		{"ten current jobs", "competitive-jobs", jobs(times(10, "competitive=yes permanent=yes current=yes")...), ""},
		{"nine or ten", "competitive-jobs", jobs(append(times(9, "competitive=yes permanent=yes current=yes"), "competitive=yes permanent=yes")...), ""},
		{"no jobs", "competitive-jobs", jobs(), "few-current-jobs"},
		{"nobody has looked", "competitive-jobs", nothing, ""},
	})
}

func TestFlagsSayWhoDeclaredThem(t *testing.T) {
	v := visitOn(t, ips25(t))
	tenPosts(205)(v, "")
	it, _ := v.assess("caseload-size")
	own := func(f fidelity.Flag) bool { return f.Code == fidelity.NearBoundary && !f.Declared && f.Measure == 0 }
	declared := func(f fidelity.Flag) bool { return f.Code == "over-caseload" && f.Declared && f.Measure == -1 }
	if len(it.Flags) != 2 || !slices.ContainsFunc(it.Flags, own) || !slices.ContainsFunc(it.Flags, declared) {
		t.Errorf("flags %+v", it.Flags)
	}
}
