package say_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/say"
)

// told writes a working as it would stand on paper: a line a row.
func told(w say.Working) []string {
	out := []string{w.Name + ", " + w.Formula + ": " + w.Result, strings.Join(w.Heads, " | ")}
	for _, row := range w.Rows {
		out = append(out, strings.TrimSpace(row.ID+" "+strings.Join(row.Cells, " | ")+" "+row.Note))
	}
	return out
}

func TestWorking(t *testing.T) {
	for _, c := range []struct {
		name, item, given string
		measure           int
		want              []string
	}{
		{
			name: "ratio", item: "caseload-size", given: specialists("fte: 1, caseload: 20", "fte: 0.5, caseload: 9"),
			want: []string{
				"Clients for each full-time specialist, the sum of the first over the sum of the second: 19.3 clients per full-time specialist (29 for 1.5)",
				"caseload | full-time equivalent", "ES01 20 | 1", "ES02 9 | 0.5",
			},
		},
		{
			name: "ratio with a gap", item: "caseload-size", given: specialists("fte: 1, caseload: 20", "fte: 0.5, caseload: unknown", "caseload: 3"),
			want: []string{
				"Clients for each full-time specialist, the sum of the first over the sum of the second: not known, as figures are missing for 2 of 3 specialists",
				"caseload | full-time equivalent", "ES01 20 | 1", "ES02 not known | 0.5 not known", "ES03 3 | - not known",
			},
		},
		{
			name: "weighted mean", item: "employment-services-staff", given: specialists("fte: 1, employment_time: 97", "fte: 0.5, employment_time: 100"),
			want: []string{
				"Share of working time spent on employment services, the mean, weighted: 98% of time (weighted mean of 2 specialists)",
				"time on employment services | full-time equivalent", "ES01 97% | 1", "ES02 100% | 0.5",
			},
		},
		{
			name: "median", item: "rapid-job-search", given: clients("days_to_employer_contact: 20", "days_waiting: 45", "days_waiting: 12", "in_work_at_start: yes", "contacts_checked: 2"),
			want: []string{
				"Days from the first appointment to the first face-to-face employer contact, the middle value: 32.5 days (median of 2 clients)",
				"days to first employer contact | days waiting so far | in work on joining", "C001 20 | - | no", "C002 - | 45 | no counted by days waiting so far",
				"C003 - | 12 | no left out: too early to count", "C004 - | - | yes not asked of this row", "C005 - | - | no not known",
			},
		},
		{
			name: "share", item: "competitive-jobs", given: jobs("competitive: yes, permanent: yes", "competitive: yes, permanent: no", "competitive: yes"),
			want: []string{
				"Share of jobs that are both competitive and permanent, rows that count, of all rows: 1 or 2 of 3 jobs (33.3% to 66.7%)",
				"competitive | permanent", "J001 yes | yes counts", "J002 yes | no does not count", "J003 yes | - may count",
			},
		},
		{
			name: "distinct", item: "job-type-diversity", given: jobs("type: driver", "type: Driver", "type: cook"),
			want: []string{
				"Different job types, different values, of all rows: 2 different in 3 jobs (66.7%)", "job type", "J001 driver", "J002 Driver", "J003 cook",
			},
		},
		{
			name: "of single rows", item: "community-services", given: specialists("community_time: 40"),
			want: []string{"Share of scheduled hours spent in the community, : not known", ""},
		},
		{
			name: "nobody looked", item: "caseload-size", given: "",
			want: []string{"Clients for each full-time specialist, the sum of the first over the sum of the second: not known", ""},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := about(t, c.item, c.given)
			if diff := cmp.Diff(c.want, told(w.Working(w.a, w.item, c.measure))); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}
