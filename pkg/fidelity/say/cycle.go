package say

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

var cycleSteps = map[fidelity.CycleStep]string{
	fidelity.CycleAgreement: "Agreement and rules for data",
	fidelity.CycleData:      "Data and documents ready",
	fidelity.CycleReport:    "Report with the service",
	fidelity.CycleCheck:     "Report checked by the service",
	fidelity.CycleDeletion:  "Rows about people deleted",
	fidelity.CyclePlan:      "Action plan agreed",
	fidelity.CycleNext:      "Next review",
}

// CycleStep names a step of the cycle around a visit.
func CycleStep(step fidelity.CycleStep) string { return cycleSteps[step] }

// DueWords says when a step is due: "8 weeks before the visit".
func DueWords(d fidelity.Due) string {
	side := " after the visit"
	if d.Before {
		side = " before the visit"
	}
	switch {
	case d.Months > 0:
		return Count(d.Months, "month", "months") + side
	case d.Days == 0:
		return "on the day of the visit"
	case d.Days%7 == 0:
		return Count(d.Days/7, "week", "weeks") + side
	}
	return Count(d.Days, "day", "days") + side
}

// Cycle says all dates around a visit in a sentence; empty where there are none.
func Cycle(all []fidelity.Due, visit fidelity.Period) string {
	text := list{between: "; "}
	for _, due := range all {
		if day := due.On(visit); !day.IsZero() {
			text.add(Lower(CycleStep(due.Step)), " by ", Date(day))
		}
	}
	return text.String()
}
