package fidelity_test

import "fmt"

// different is 200 jobs with so many different values in a column; the others
// repeat one of them, so that the largest share never earns more.
func different(column string, n int) evidence {
	var rows []string
	for i := range 200 {
		rows = append(rows, fmt.Sprintf("%s=v%d", column, max(i-(200-n), 0)))
	}
	return jobs(rows...)
}

// commonest is 1,000 jobs of which so many hold the commonest value. Few
// values are different, so that only the spread can earn the score.
func commonest(column string, n int) evidence {
	rows := times(n, column+"=v0")
	for i := range 1000 - n {
		rows = append(rows, fmt.Sprintf("%s=v%d", column, 1+i/n))
	}
	return jobs(rows...)
}

// competitive is 1,000 current jobs, so many of them competitive.
func competitive(n int) evidence {
	return jobs(append(times(n, "competitive=yes permanent=yes current=yes"), times(1000-n, "competitive=no permanent=yes current=yes")...)...)
}

// Items 19 to 21.
var jobsFound = map[string][]situation{
	"job-type-diversity": append(diversity("type"), []situation{
		{"types are the same whatever their case", jobs("type=Cook", "type=cook"), "2", ""},
	}...),
	"employer-diversity": append(diversity("employer"), []situation{
		{"employers are the same whatever the case of their codes", jobs("employer=E1", "employer=e1"), "2", ""},
	}...),
	"competitive-jobs": {
		{"95%", competitive(950), "5", ""},
		{"94.5%", competitive(945), "5", ""},
		{"94.4%", competitive(944), "4", ""},
		{"85%", competitive(850), "4", ""},
		{"84.5%", competitive(845), "4", ""},
		{"84.4%", competitive(844), "3", ""},
		{"75%", competitive(750), "3", ""},
		{"74.5%", competitive(745), "3", ""},
		{"74.4%", competitive(744), "2", ""},
		{"65%", competitive(650), "2", ""},
		{"64.5%", competitive(645), "2", ""},
		{"64.4%", competitive(644), "1", ""},
		{"ten current jobs", jobs(times(10, "competitive=yes permanent=yes current=yes")...), "5", ""},
		{"nine current jobs score 1 by rule", jobs(times(9, "competitive=yes permanent=yes current=yes")...), "1", ""},
		{"nine current ones and eleven that have ended", jobs(append(times(9, "competitive=yes permanent=yes current=yes"), times(11, "competitive=yes permanent=yes current=no")...)...), "1", ""},
		{"not permanent is not counted: 9 of 10", jobs(append(times(9, "competitive=yes permanent=yes current=yes"), "competitive=yes permanent=no current=yes")...), "4", ""},
		{"neither is not counted twice: 9 of 10", jobs(append(times(9, "competitive=yes permanent=yes current=yes"), "competitive=no permanent=no current=yes")...), "4", ""},
		{"jobs that have ended are in the share: 10 of 20", jobs(append(times(10, "competitive=yes permanent=yes current=yes"), times(10, "competitive=no permanent=yes current=no")...)...), "1", ""},
		{"no jobs", jobs(), "1", ""},
		{"not known whether the tenth is current", jobs(append(times(9, "competitive=yes permanent=yes current=yes"), "competitive=yes permanent=yes")...), "1-5", "evidence.jobs[9].current"},
		{"not known whether the eighth of nine is: 1 either way", jobs(append(times(8, "competitive=yes permanent=yes current=yes"), "competitive=yes permanent=yes")...), "1", ""},
		{"not known whether one of ten is competitive: 9 or 10", jobs(append(times(9, "competitive=yes permanent=yes current=yes"), "permanent=yes current=yes")...), "4-5", "evidence.jobs[9].competitive"},
		{"not permanent: whether it is competitive cannot matter", jobs(append(times(9, "competitive=yes permanent=yes current=yes"), "permanent=no current=yes")...), "4", ""},
		{"nobody has looked", nothing, "1-5", "evidence.jobs"},
	},
}

// diversity are the situations of the two items that ask how different the
// values of a column are. Either reading earns the score.
func diversity(column string) []situation {
	cell := func(row int) string { return fmt.Sprintf("evidence.jobs[%d].%s", row, column) }
	is := func(values ...string) []string {
		var rows []string
		for _, v := range values {
			rows = append(rows, column+"="+v)
		}
		return rows
	}
	return []situation{
		{"170 of 200 different: 85%", different(column, 170), "5", ""},
		{"169 of 200: 84.5%", different(column, 169), "5", ""},
		{"168 of 200: 84%", different(column, 168), "4", ""},
		{"140 of 200: 70%", different(column, 140), "4", ""},
		{"139 of 200: 69.5%", different(column, 139), "4", ""},
		{"138 of 200: 69%", different(column, 138), "3", ""},
		{"120 of 200: 60%", different(column, 120), "3", ""},
		{"119 of 200: 59.5%", different(column, 119), "3", ""},
		{"118 of 200: 59%", different(column, 118), "2", ""},
		{"100 of 200: 50%", different(column, 100), "2", ""},
		{"99 of 200: 49.5%", different(column, 99), "2", ""},
		{"98 of 200: 49%", different(column, 98), "1", ""},
		{"15% alike: 85% are not", commonest(column, 150), "5", ""},
		{"15.5% alike: 84.5% are not", commonest(column, 155), "5", ""},
		{"15.6% alike: 84.4% are not", commonest(column, 156), "4", ""},
		{"30% alike", commonest(column, 300), "4", ""},
		{"30.5% alike", commonest(column, 305), "4", ""},
		{"30.6% alike", commonest(column, 306), "3", ""},
		{"40% alike", commonest(column, 400), "3", ""},
		{"40.5% alike", commonest(column, 405), "3", ""},
		{"40.6% alike", commonest(column, 406), "2", ""},
		{"50% alike", commonest(column, 500), "2", ""},
		{"50.5% alike", commonest(column, 505), "2", ""},
		{"50.6% alike", commonest(column, 506), "1", ""},
		{"one job is as different as can be", jobs(is("a1")...), "5", ""},
		{"ten alike", jobs(times(10, column+"=a1")...), "1", ""},
		{"4 different, and one not known: 4 or 5 of 5", jobs(append(is("a1", "a2", "a3", "a4"), "current=yes")...), "4-5", cell(4)},
		{"3 alike, and one not known: the commonest are 3 or 4 of 4, the different ones 1 or 2", jobs(append(is("a1", "a1", "a1"), "current=yes")...), "1-2", cell(3)},
		{"none known: 1 or 2 different of 2", jobs("current=yes", "current=no"), "2-5", cell(0) + " " + cell(1)},
		{"no jobs: a share of nothing is not known", jobs(), "1-5", "evidence.jobs"},
		{"nobody has looked", nothing, "1-5", "evidence.jobs"},
	}
}
