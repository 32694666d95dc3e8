package fidelity_test

import "fmt"

// teamShare is a specialist in one team, with so many of 1,000 clients from it.
func teamShare(ofThousand int) evidence {
	return specialists(fmt.Sprintf("teams=1 caseload=1000 team_caseload=%d", ofThousand))
}

// Items 4 to 11.
var organisation = map[string][]situation{
	"team-assignment": {
		{"90% of the caseload from the team", teamShare(900), "5", ""},
		{"89.5%", teamShare(895), "5", ""},
		{"89.4%", teamShare(894), "4", ""},
		{"75%", teamShare(750), "4", ""},
		{"74.5%", teamShare(745), "4", ""},
		{"74.4%", teamShare(744), "3", ""},
		{"50%", teamShare(500), "3", ""},
		{"49.5%", teamShare(495), "3", ""},
		{"49.4%: attached, but with few clients from the team", teamShare(494), "2", ""},
		{"two teams", specialists("teams=2 caseload=20 team_caseload=20"), "5", ""},
		{"three teams are too many", specialists("teams=3 caseload=20 team_caseload=20"), "2", ""},
		{"no team", specialists("teams=0 caseload=20 team_caseload=20"), "2", ""},
		{"attached to individual clinicians", specialists("attachment=individuals teams=1 caseload=20 team_caseload=20"), "2", ""},
		{"separate", specialists("attachment=separate teams=1 caseload=20 team_caseload=20"), "1", ""},
		{"5 and 2: 3.5 is rounded up", specialists("teams=1 caseload=20 team_caseload=20", "teams=3 caseload=5 team_caseload=5"), "4", ""},
		{"a specialist without clients is left out", specialists("teams=1 caseload=20 team_caseload=20", "teams=5 caseload=0 team_caseload=0"), "5", ""},
		{"all are left out", specialists("teams=1 caseload=0"), "1-5", "evidence.specialists"},
		{"caseload not known: the row may have any score", specialists("teams=1 caseload=20 team_caseload=20", "teams=1 team_caseload=18"), "3-5", "evidence.specialists[1].caseload"},
		{"clients from the team not counted", specialists("teams=1 caseload=20"), "2-5", "evidence.specialists[0].team_caseload"},
		{"teams not known", specialists("caseload=20 team_caseload=16"), "2-4", "evidence.specialists[0].teams"},
		{"attachment unknown", specialists("attachment=unknown teams=1 caseload=20 team_caseload=10"), "1-3", "evidence.specialists[0].attachment"},
		{"nobody has looked", nothing, "1-5", "evidence.specialists"},
	},
	"team-contact": fiveFacts("team-contact", "weekly-meeting", "shared-decisions", "joint-record", "near-the-team", "new-referrals"),
	"public-employment-service": {
		{"monthly meetings and weekly contact", facts("meetings=monthly contact=weekly"), "5", ""},
		{"monthly meetings, monthly contact", facts("meetings=monthly contact=monthly"), "4", ""},
		{"quarterly meetings and weekly contact", facts("meetings=quarterly contact=weekly"), "4", ""},
		{"quarterly meetings alone", facts("meetings=quarterly contact=less-than-quarterly"), "4", ""},
		{"weekly contact alone", facts("meetings=less-than-quarterly contact=weekly"), "4", ""},
		{"monthly contact", facts("meetings=less-than-quarterly contact=monthly"), "3", ""},
		{"quarterly contact", facts("meetings=less-than-quarterly contact=quarterly"), "2", ""},
		{"hardly any contact", facts("meetings=less-than-quarterly contact=less-than-quarterly"), "1", ""},
		{"meetings not known, weekly contact", facts("contact=weekly"), "4-5", "items.public-employment-service.facts.meetings"},
		{"meetings not known, monthly contact", facts("meetings=unknown contact=monthly"), "3-4", "items.public-employment-service.facts.meetings"},
		{"contact not known, quarterly meetings", facts("meetings=quarterly"), "4", ""},
		{"contact not known, no meetings", facts("meetings=less-than-quarterly"), "1-4", "items.public-employment-service.facts.contact"},
		{"neither known", nothing, "1-5", "items.public-employment-service.facts.meetings items.public-employment-service.facts.contact"},
	},
	"vocational-unit": vocationalUnit,
	"supervisor-role": fiveFacts("supervisor-role", "supervisor-ratio", "weekly-supervision", "clinical-liaison", "field-mentoring", "outcomes-review"),
	"zero-exclusion": {
		{"nobody turned away, and all in place", facts("*=yes turned-away=none"), "5", ""},
		{"few sources of referrals", facts("*=yes turned-away=none many-referral-sources=no"), "4", ""},
		{"staff do not encourage work", facts("*=yes turned-away=none work-encouraged=no"), "4", ""},
		{"staff partly encourage work: no credit", facts("*=yes turned-away=none work-encouraged=partly"), "4", ""},
		{"no help with the next job", facts("*=yes turned-away=none next-job-help=no"), "3", ""},
		{"some turned away", facts("*=yes turned-away=some"), "3", ""},
		{"most turned away", facts("*=yes turned-away=most"), "2", ""},
		{"turned away by rule", facts("*=yes turned-away=by-rule"), "1", ""},
		{"who is turned away is not known", facts("*=yes"), "1-5", "items.zero-exclusion.facts.turned-away"},
		{"referrals not known", facts("*=yes turned-away=none many-referral-sources=unknown"), "4-5", "items.zero-exclusion.facts.many-referral-sources"},
		{"what cannot matter is not missing", facts("turned-away=some"), "3", ""},
	},
	"agency-focus":      fiveFacts("agency-focus", "intake-asks", "reviews-ask", "displays", "work-stories", "rate-measured"),
	"executive-support": fiveFacts("executive-support", "knows-principles", "quality-review", "steering-group", "staff-told", "barriers-reported"),
}

// fiveFacts are the situations of the items that score a point for each fact,
// where one fact or none scores 1.
func fiveFacts(item, a, b, c, d, e string) []situation {
	path := func(fact string) string { return "items." + item + ".facts." + fact }
	return []situation{
		{"all five", facts("*=yes"), "5", ""},
		{"four", facts("*=yes " + e + "=no"), "4", ""},
		{"another four", facts("*=yes " + a + "=no"), "4", ""},
		{"three", facts("*=no " + a + "=yes " + b + "=yes " + c + "=yes"), "3", ""},
		{"two", facts("*=no " + d + "=yes " + e + "=yes"), "2", ""},
		{"one", facts("*=no " + c + "=yes"), "1", ""},
		{"none", facts("*=no"), "1", ""},
		{"partly earns no credit", facts("*=yes " + b + "=partly"), "4", ""},
		{"four, and one not known", facts("*=yes " + d + "=unknown"), "4-5", path(d)},
		{"two, one partly, one not, one not known", facts(a + "=yes " + b + "=yes " + c + "=partly " + d + "=no"), "2-3", path(e)},
		{"one not known, the others no: 1 either way", facts("*=no " + a + "=unknown"), "1", ""},
		{"one, and one not known", facts("*=no " + a + "=yes " + b + "=unknown"), "1-2", path(b)},
		{"none known", nothing, "1-5", path(a) + " " + path(b) + " " + path(c) + " " + path(d) + " " + path(e)},
	}
}

// Item 7. One specialist alone is no unit, but specialists far apart, one at
// each site, can be.
var vocationalUnit = []situation{
	{"a whole unit", unit("group-supervision=weekly"), "5", ""},
	{"weekly supervision, but one full-time specialist", unit("group-supervision=weekly full-time-specialists=1"), "4", ""},
	{"supervision two or three times a month", unit("group-supervision=two-or-three-a-month"), "4", ""},
	{"monthly supervision", unit("group-supervision=monthly"), "3", ""},
	{"no team leader", unit("group-supervision=weekly team-leader=no"), "3", ""},
	{"no weekly discussion either", unit("group-supervision=monthly weekly-discussion=no"), "2", ""},
	{"no cover for each other", unit("group-supervision=weekly cover=no"), "2", ""},
	{"different supervisors, no team leader", unit("group-supervision=weekly team-leader=no same-supervisor=no"), "1", ""},
	{"one specialist", unit("group-supervision=weekly specialists=1 full-time-specialists=1"), "1", ""},
	{"rural: met two or three times a month, with clinical help", rural("supervisor-meetings=two-or-three-a-month clinical-help=yes"), "4", ""},
	{"rural: met weekly, with clinical help", rural("supervisor-meetings=weekly clinical-help=yes"), "4", ""},
	{"rural: without clinical help", rural("supervisor-meetings=two-or-three-a-month clinical-help=no"), "3", ""},
	{"rural: met monthly", rural("supervisor-meetings=monthly clinical-help=yes"), "1", ""},
	{"not rural: the same answers earn nothing", rural("rural=no supervisor-meetings=weekly clinical-help=yes"), "1", ""},
	{"supervision not known", unit("rural=no"), "3-5", "items.vocational-unit.facts.group-supervision"},
	{"rural: clinical help not known", rural("supervisor-meetings=weekly"), "3-4", "items.vocational-unit.facts.clinical-help"},
	{
		"not known whether rural: all that hangs on it is missing", rural("rural=unknown"), "1-4",
		"items.vocational-unit.facts.rural items.vocational-unit.facts.supervisor-meetings items.vocational-unit.facts.clinical-help",
	},
	{"full-time specialists not known", facts("specialists=3 team-leader=yes group-supervision=weekly cover=yes rural=no"), "4-5", "items.vocational-unit.facts.full-time-specialists"},
}

// unit is a vocational unit in which all but the group supervision is in place.
func unit(answers string) evidence {
	return facts("specialists=3 full-time-specialists=2 team-leader=yes same-supervisor=yes weekly-discussion=yes cover=yes rural=no " + answers)
}

// rural is a service with one specialist at each site.
func rural(answers string) evidence {
	return facts("specialists=1 full-time-specialists=1 team-leader=no same-supervisor=no weekly-discussion=no cover=no group-supervision=none rural=yes " + answers)
}
