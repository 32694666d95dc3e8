package fidelity_test

import "fmt"

// sixPhases are all the phases of employment service.
const sixPhases = "phases=intake+engagement+assessment+job-placement+job-coaching+follow-along"

// tenPosts is a service with ten full-time posts and so many clients, spread
// as evenly as they can be.
func tenPosts(clients int) evidence {
	var rows []string
	for i := range 10 {
		rows = append(rows, fmt.Sprintf("fte=1 caseload=%d", (clients+9-i)/10))
	}
	return specialists(rows...)
}

// Items 1 to 3.
var staffing = map[string][]situation{
	"caseload-size": {
		{"19 clients a post", tenPosts(190), "5", ""},
		{"20 clients a post", tenPosts(200), "5", ""},
		{"20.4 clients a post", tenPosts(204), "5", ""},
		{"20.5 clients a post", tenPosts(205), "4", ""},
		{"21 clients a post", tenPosts(210), "4", ""},
		{"25 clients a post", tenPosts(250), "4", ""},
		{"25.4 clients a post", tenPosts(254), "4", ""},
		{"25.5 clients a post", tenPosts(255), "3", ""},
		{"26 clients a post", tenPosts(260), "3", ""},
		{"30 clients a post", tenPosts(300), "3", ""},
		{"30.4 clients a post", tenPosts(304), "3", ""},
		{"30.5 clients a post", tenPosts(305), "2", ""},
		{"31 clients a post", tenPosts(310), "2", ""},
		{"40 clients a post", tenPosts(400), "2", ""},
		{"40.4 clients a post", tenPosts(404), "2", ""},
		{"40.5 clients a post", tenPosts(405), "1", ""},
		{"41 clients a post", tenPosts(410), "1", ""},
		{"no clients yet", tenPosts(0), "5", ""},
		{"0.7, 0.1 and 0.2 of a post are exactly one", specialists("fte=0.7 caseload=14", "fte=0.1 caseload=2", "fte=0.2 caseload=4"), "5", ""},
		{"two such posts with 41 clients are exactly 20.5", specialists("fte=0.7 caseload=15", "fte=0.1 caseload=2", "fte=0.2 caseload=4",
			"fte=0.2 caseload=4", "fte=0.1 caseload=2", "fte=0.7 caseload=14"), "4", ""},
		{"sum over sum, not the mean of the ratios: 30 for 1.5 posts", specialists("fte=1 caseload=10", "fte=0.5 caseload=20"), "5", ""},
		{"one caseload not known", specialists("fte=1 caseload=20", "fte=1"), "1-5", "evidence.specialists[1].caseload"},
		{"one caseload written as unknown", specialists("fte=1 caseload=20", "fte=1 caseload=unknown"), "1-5", "evidence.specialists[1].caseload"},
		{"hours of a specialist not known", specialists("fte=1 caseload=20", "caseload=20"), "1-5", "evidence.specialists[1].fte"},
		{"both not known", specialists("job_seekers=3"), "1-5", "evidence.specialists[0].caseload evidence.specialists[0].fte"},
		{"nobody has looked", nothing, "1-5", "evidence.specialists"},
		{"no specialist in post", specialists(), "1-5", "evidence.specialists"},
	},
	"employment-services-staff": {
		{"all of the time", specialists("fte=1 employment_time=100"), "5", ""},
		{"97%", specialists("fte=1 employment_time=97"), "5", ""},
		{"96%", specialists("fte=1 employment_time=96"), "5", ""},
		{"95.5%", specialists("fte=1 employment_time=95.5"), "5", ""},
		{"95.4%", specialists("fte=1 employment_time=95.4"), "4", ""},
		{"95%", specialists("fte=1 employment_time=95%"), "4", ""},
		{"90%", specialists("fte=1 employment_time=90"), "4", ""},
		{"89.5%", specialists("fte=1 employment_time=89.5"), "4", ""},
		{"89.4%", specialists("fte=1 employment_time=89.4"), "3", ""},
		{"75%", specialists("fte=1 employment_time=75"), "3", ""},
		{"74.5%", specialists("fte=1 employment_time=74.5"), "3", ""},
		{"74.4%", specialists("fte=1 employment_time=74.4"), "2", ""},
		{"60%", specialists("fte=1 employment_time=60"), "2", ""},
		{"59.5%", specialists("fte=1 employment_time=59.5"), "2", ""},
		{"59.4%", specialists("fte=1 employment_time=59.4"), "1", ""},
		{"36 of 37.5 hours are 96%", specialists("fte=1 employment_time=36/37.5"), "5", ""},
		{"half as much weight for half a post: (100 + 25) / 1.5 is 83.3%", specialists("fte=1 employment_time=100", "fte=0.5 employment_time=50"), "3", ""},
		{"the plain mean of these would be 75%, and the weighted one is 91.7%", specialists("fte=1 employment_time=100", "fte=0.2 employment_time=50"), "4", ""},
		{"0.7, 0.1 and 0.2 of a post weigh exactly 95.5%", specialists("fte=0.7 employment_time=100", "fte=0.1 employment_time=95", "fte=0.2 employment_time=80"), "5", ""},
		{"time of one specialist not known", specialists("fte=1 employment_time=100", "fte=0.1"), "1-5", "evidence.specialists[1].employment_time"},
		{"hours of one specialist not known", specialists("fte=1 employment_time=100", "employment_time=100"), "1-5", "evidence.specialists[1].fte"},
		{"nobody has looked", nothing, "1-5", "evidence.specialists"},
	},
	"vocational-generalists": {
		{"all six phases", specialists(sixPhases), "5", ""},
		{"five phases", specialists("phases=intake+engagement+assessment+job-placement+job-coaching"), "4", ""},
		{"four phases", specialists("phases=intake+engagement+assessment+job-placement"), "3", ""},
		{"one phase", specialists("phases=job-placement"), "3", ""},
		{"serves people, but carries none of the phases", specialists("phases=[]"), "2", ""},
		{"refers people out, whatever the phases", specialists("service_model=refers-out " + sixPhases), "2", ""},
		{"refers people only", specialists("service_model=referral-only " + sixPhases), "1", ""},
		{"5 and 4: the mean of 4.5 is rounded up", specialists(sixPhases, "phases=intake+engagement+assessment+job-placement+job-coaching"), "5", ""},
		{"5, 4 and 4: 4.33", specialists(sixPhases, "phases=intake+engagement+assessment+job-placement+job-coaching",
			"phases=intake+engagement+assessment+job-placement+follow-along"), "4", ""},
		{"phases not known", specialists("fte=1"), "2-5", "evidence.specialists[0].phases"},
		{"phases of one in three not known", specialists(sixPhases, sixPhases, "phases=unknown"), "4-5", "evidence.specialists[2].phases"},
		{"a model that was called unknown is not the usual one", specialists("service_model=unknown " + sixPhases), "1-5", "evidence.specialists[0].service_model"},
		{"nobody has looked", nothing, "1-5", "evidence.specialists"},
		{"no specialist in post", specialists(), "1-5", "evidence.specialists"},
	},
}
