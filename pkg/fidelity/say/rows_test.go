package say_test

import "testing"

func TestRowsEvidence(t *testing.T) {
	time := func(shares ...string) string {
		rows := make([]string, len(shares))
		for i, share := range shares {
			rows[i] = "community_time: " + share
		}
		return specialists(rows...)
	}
	const away, busy = "job_seekers: 0", "contact_quality: asks-for-openings"
	for _, c := range []struct{ name, item, given, want string }{
		{"nobody looked", "community-services", "", "no figures on specialists yet"},
		{"there are none", "community-services", "evidence: {specialists: []}", "there are no specialists"},
		{"one", "community-services", time("70"), "1 specialist scored 5"},
		{"one is open", "community-services", time("unknown"), "1 specialist is still open, at 1 to 5"},
		{"alike", "community-services", time("70", "80"), "both specialists scored 5"},
		{"a few", "community-services", time("70", "45", "33"), "3 specialists scored 5, 3 and 2, mean 3.33"},
		{"many", "community-services", time("70", "45", "33", "70", "70"), "5 specialists scored 2 to 5, mean 4"},
		{"some are open", "community-services", time("70", "45", "unknown"), "2 of 3 specialists scored 5 and 3; 1 is still open, at 1 to 5"},
		{"most are open", "community-services", time("70", "unknown", "unknown"), "1 of 3 specialists scored 5; 2 are still open, at 1 to 5"},
		{"all are open", "community-services", time("unknown", "unknown"), "2 specialists are still open, at 1 to 5"},
		{"the only one is left out", "employer-contact-quality", specialists(away), "the only specialist is left out"},
		{"all are left out", "employer-contact-quality", specialists(away, away), "all 2 specialists are left out"},
		{"one counts", "employer-contact-quality", specialists(away, busy), "1 of 2 specialists scored 2"},
		{"those that count are alike", "employer-contact-quality", specialists(away, busy, busy), "2 of 3 specialists scored 2"},
		{"one counts and is open", "employer-contact-quality", specialists(away, "fte: 1"), "1 of 2 specialists is still open, at 1 to 5"},
		{"one of each", "employer-contact-quality", specialists(away, busy, "fte: 1"), "1 of 3 specialists scored 2; 1 is still open, at 1 to 5"},
		{"not known whether it counts", "team-assignment", specialists("teams: 1, team_caseload: 3"), "1 specialist is still open, at 1 to 5"},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := about(t, c.item, c.given)
			check(t, w.short(), c.want)
			check(t, w.RowMean(w.a, w.item), c.want)
		})
	}
}

func TestCellValues(t *testing.T) {
	w := about(t, "caseload-size", specialists("fte: 0.5, phases: [intake, follow-along], community_time: 24/37.5, employer_contacts: [6, 7, null], contact_log: kept", "phases: []")+
		"")
	row, second := &w.a.Review().Rows("specialists")[0], &w.a.Review().Rows("specialists")[1]
	for column, want := range map[string]string{
		"id": "ES01", "fte": "0.5", "phases": "intake and follow-along support", "community_time": "64%", "employer_contacts": "6.5",
		"contact_log": "kept but not reviewed each month", "service_model": "gives the employment service directly", "caseload": "not known",
	} {
		c, _ := w.Scale().ColumnAt(0, column)
		check(t, w.CellValue(0, c, row.Get(column)), want)
	}
	c, _ := w.Scale().ColumnAt(0, "phases")
	check(t, w.CellValue(0, c, second.Get("phases")), "none")
	check(t, w.ColumnLabel(0, c), "phases carried")
	check(t, w.RowID(w.a, 0, 1), "ES02")
	check(t, w.withoutCodes().RowID(w.a, 0, 1), "1 specialist")

	j := about(t, "competitive-jobs", jobs("type: Shop  floor, employer: e7, competitive: no, started: 2026-05"))
	for column, want := range map[string]string{"type": "Shop  floor", "employer": "e7", "competitive": "no", "started": "2026-05", "permanent": "not known"} {
		c, _ := j.Scale().ColumnAt(2, column)
		check(t, j.CellValue(2, c, j.a.Review().Rows("jobs")[0].Get(column)), want)
	}
}
