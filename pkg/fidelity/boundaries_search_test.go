package fidelity_test

import "fmt"

// days is a sample of clients with so many days to the first employer contact,
// in a service that tracks contacts.
func days(days ...int) evidence {
	var rows []string
	for _, d := range days {
		rows = append(rows, fmt.Sprintf("days_to_employer_contact=%d", d))
	}
	return tracked(rows...)
}

func tracked(rows ...string) evidence { return seen(clients(rows...), facts("contacts-tracked=yes")) }

// matching is a sample in which so many of 1,000 employer contacts follow the
// client's preferences.
func matching(ofThousand int) evidence {
	return seen(clients(fmt.Sprintf("contacts_checked=1000 contacts_matching=%d", ofThousand)), facts("*=yes"))
}

const weekly = " contact_log=reviewed-weekly"

// Items 15 to 18.
var search = map[string][]situation{
	"rapid-job-search": {
		{"29 days", days(29), "5", ""},
		{"30 days", days(30), "5", ""},
		{"30 days, but nobody tracks contacts", seen(clients("days_to_employer_contact=30"), facts("contacts-tracked=no")), "4", ""},
		{"30 and 31: a median of 30.5 is 31", days(30, 31), "4", ""},
		{"31 days", days(31), "4", ""},
		{"60 days", days(60), "4", ""},
		{"60 and 61: 60.5 is 61", days(60, 61), "3", ""},
		{"61 days", days(61), "3", ""},
		{"150 days", days(150), "3", ""},
		{"150 and 151", days(151, 150), "2", ""},
		{"151 days", days(151), "2", ""},
		{"270 days", days(270), "2", ""},
		{"270 and 271", days(270, 271), "1", ""},
		{"271 days", days(271), "1", ""},
		{"the same day", days(0), "5", ""},
		{"the median stands, not the mean of 110", days(10, 20, 300), "5", ""},
		{"an even count: the mean of the middle two, 25", days(300, 10, 20, 30), "5", ""},
		{"waiting 31 days counts as 31", tracked("days_waiting=31"), "4", ""},
		{"waiting 30 days says nothing yet", tracked("days_waiting=30"), "1-5", "evidence.clients"},
		{"waiting 30 days is left out beside 20 days", tracked("days_to_employer_contact=20", "days_waiting=30"), "5", ""},
		{"waiting 31 days counts beside 20 and 25 days: 25", tracked("days_to_employer_contact=20", "days_waiting=31", "days_to_employer_contact=25"), "5", ""},
		{"waiting 10, 31 and 90 beside 20 days: 31", tracked("days_waiting=10", "days_waiting=31", "days_waiting=90", "days_to_employer_contact=20"), "4", ""},
		{"in work at the start: not counted", tracked("days_to_employer_contact=20", "in_work_at_start=yes days_to_employer_contact=300", "in_work_at_start=yes days_to_employer_contact=300"), "5", ""},
		{"in work at the start not known: skipped", tracked("days_to_employer_contact=20", "in_work_at_start=unknown days_to_employer_contact=300", "in_work_at_start=unknown days_to_employer_contact=300"), "5", ""},
		{"no days in the record: skipped, for records are a sample", tracked("days_to_employer_contact=20", "contacts_checked=3"), "5", ""},
		{"tracking not known", clients("days_to_employer_contact=30"), "4-5", "items.rapid-job-search.facts.contacts-tracked"},
		{"no days in any record", tracked("contacts_checked=3", "plan_current=yes"), "1-5", "evidence.clients[0].days_to_employer_contact evidence.clients[1].days_to_employer_contact"},
		{"all were in work at the start", tracked("in_work_at_start=yes days_to_employer_contact=3"), "1-5", "evidence.clients"},
		{"nobody has looked", facts("contacts-tracked=no"), "1-4", "evidence.clients"},
	},
	"individualised-job-search": {
		{"90%", matching(900), "5", ""},
		{"89.5%", matching(895), "5", ""},
		{"89.4%", matching(894), "4", ""},
		{"90%, but not by the plan", seen(matching(900), facts("plan-followed=no")), "4", ""},
		{"90%, but no options shown", seen(matching(900), facts("options-shown=partly")), "4", ""},
		{"75%", matching(750), "4", ""},
		{"74.5%", matching(745), "4", ""},
		{"74.4%", matching(744), "3", ""},
		{"50%", matching(500), "3", ""},
		{"49.5%", matching(495), "3", ""},
		{"49.4%", matching(494), "2", ""},
		{"25%", matching(250), "2", ""},
		{"24.5%", matching(245), "2", ""},
		{"24.4%", matching(244), "1", ""},
		{"contacts are pooled: 9 of 12 are 75%", seen(clients("contacts_checked=2 contacts_matching=0", "contacts_checked=10 contacts_matching=9"), facts("*=yes")), "4", ""},
		{"a record without figures is skipped", seen(clients("contacts_checked=10 contacts_matching=9", "contacts_checked=10", "plan_current=yes"), facts("*=yes")), "5", ""},
		{"plan not known", seen(matching(900), facts("plan-followed=unknown")), "4-5", "items.individualised-job-search.facts.plan-followed"},
		{"matching contacts not counted", seen(clients("contacts_checked=10"), facts("*=yes")), "1-5", "evidence.clients[0].contacts_matching"},
		{"no contacts at all", seen(clients("contacts_checked=0 contacts_matching=0"), facts("*=no")), "1-4", "evidence.clients"},
	},
	"employer-contact-frequency": {
		{"6 a week", specialists("fte=1 employer_contacts=6" + weekly), "5", ""},
		{"5.5 a week", specialists("fte=1 employer_contacts=5.5" + weekly), "5", ""},
		{"5.4 a week", specialists("fte=1 employer_contacts=5.4" + weekly), "4", ""},
		{"5 a week", specialists("fte=1 employer_contacts=5" + weekly), "4", ""},
		{"4.5 a week", specialists("fte=1 employer_contacts=4.5" + weekly), "4", ""},
		{"4.4 a week", specialists("fte=1 employer_contacts=4.4" + weekly), "3", ""},
		{"3.5 a week", specialists("fte=1 employer_contacts=3.5" + weekly), "3", ""},
		{"3.4 a week", specialists("fte=1 employer_contacts=3.4" + weekly), "2", ""},
		{"3 a week has no anchor of its own", specialists("fte=1 employer_contacts=3" + weekly), "2", ""},
		{"1.5 a week", specialists("fte=1 employer_contacts=1.5" + weekly), "2", ""},
		{"1.4 a week", specialists("fte=1 employer_contacts=1.4" + weekly), "1", ""},
		{"none", specialists("fte=1 employer_contacts=0" + weekly), "1", ""},
		{"log read monthly", specialists("fte=1 employer_contacts=6 contact_log=reviewed-monthly"), "3", ""},
		{"log kept", specialists("fte=1 employer_contacts=6 contact_log=kept"), "2", ""},
		{"no log", specialists("fte=1 employer_contacts=6 contact_log=none"), "2", ""},
		{"half a post: 3 a week are 6", specialists("fte=0.5 employer_contacts=3" + weekly), "5", ""},
		{"half a post: 2.7 a week are 5.4", specialists("fte=0.5 employer_contacts=2.7" + weekly), "4", ""},
		{"one job seeker: 2 a week are enough", specialists("fte=1 job_seekers=1 employer_contacts=2" + weekly), "5", ""},
		{"two job seekers: 4 a week are enough", specialists("fte=1 job_seekers=2 employer_contacts=4" + weekly), "5", ""},
		{"two job seekers: 3 a week are as 4.5", specialists("fte=1 job_seekers=2 employer_contacts=3" + weekly), "4", ""},
		{"two job seekers: 1 a week is as 1.5", specialists("fte=1 job_seekers=2 employer_contacts=1" + weekly), "2", ""},
		{"three job seekers: 4 a week are 4", specialists("fte=1 job_seekers=3 employer_contacts=4" + weekly), "3", ""},
		{"two job seekers, 0.2 of a post: the larger counts, 1.2 for 0.2", specialists("fte=0.2 job_seekers=2 employer_contacts=1.2" + weekly), "5", ""},
		{"job seekers left out: three or more", specialists("fte=1 employer_contacts=2" + weekly), "2", ""},
		{"no job seekers: left out", specialists("fte=1 employer_contacts=6"+weekly, "fte=1 job_seekers=0 employer_contacts=0"+weekly), "5", ""},
		{"weeks that were not worked do not count: 19 in 3", specialists("fte=1 employer_contacts=6,7,null,6" + weekly), "5", ""},
		{"a week without contacts does: 19 in 4", specialists("fte=1 employer_contacts=6,7,0,6" + weekly), "4", ""},
		{"one job seeker settles it, whatever the hours", specialists("job_seekers=1 employer_contacts=2" + weekly), "5", ""},
		{"no week known", specialists("fte=1 employer_contacts=null,null" + weekly), "1-5", "evidence.specialists[0].employer_contacts"},
		{"log not known", specialists("fte=1 employer_contacts=6"), "2-5", "evidence.specialists[0].contact_log"},
		{"hours not known", specialists("employer_contacts=6" + weekly), "1-5", "evidence.specialists[0].fte"},
		{"job seekers unknown: the row may have any score", specialists("fte=1 employer_contacts=6"+weekly, "fte=1 job_seekers=unknown employer_contacts=6"+weekly), "3-5", "evidence.specialists[1].job_seekers"},
		{"all are left out", specialists("job_seekers=0"), "1-5", "evidence.specialists"},
		{"nobody has looked", nothing, "1-5", "evidence.specialists"},
	},
	"employer-contact-quality": {
		{"builds relationships", specialists("contact_quality=builds-relationships"), "5", ""},
		{"meets employers regardless", specialists("contact_quality=meets-regardless"), "4", ""},
		{"follows up adverts", specialists("contact_quality=follows-up-adverts"), "3", ""},
		{"asks for openings", specialists("contact_quality=asks-for-openings"), "2", ""},
		{"rarely, or applications", specialists("contact_quality=rarely-or-applications"), "1", ""},
		{"5 and 2: 3.5 is rounded up", specialists("contact_quality=builds-relationships", "contact_quality=asks-for-openings"), "4", ""},
		{"no job seekers: left out", specialists("contact_quality=builds-relationships", "job_seekers=0 contact_quality=asks-for-openings"), "5", ""},
		{"one not known", specialists("contact_quality=builds-relationships", "fte=1"), "3-5", "evidence.specialists[1].contact_quality"},
		{"job seekers unknown", specialists("job_seekers=unknown contact_quality=builds-relationships"), "1-5", "evidence.specialists[0].job_seekers"},
		{"both not known", specialists("job_seekers=unknown"), "1-5", "evidence.specialists[0].job_seekers evidence.specialists[0].contact_quality"},
	},
}
