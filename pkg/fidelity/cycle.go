package fidelity

// CycleStep is a step of the cycle around a review visit.
type CycleStep string

// The steps, in their usual order. When each is due is for those who review to
// settle: no dates come with the tool.
const (
	CycleAgreement CycleStep = "agreement"   // the visit and the rules for data are agreed
	CycleData      CycleStep = "data"        // the data are there
	CycleReport    CycleStep = "report"      // the report is with the service
	CycleCheck     CycleStep = "check"       // the service has checked it
	CycleDeletion  CycleStep = "deletion"    // rows about people are deleted
	CyclePlan      CycleStep = "plan"        // the action plan is agreed
	CycleNext      CycleStep = "next-review" // the next review
)

// CycleSteps lists the steps in their usual order.
func CycleSteps() []CycleStep {
	return []CycleStep{CycleAgreement, CycleData, CycleReport, CycleCheck, CycleDeletion, CyclePlan, CycleNext}
}

// Due says when a step is due: so many days, weeks or months before the first
// day of the visit, or after its last.
type Due struct {
	Step   CycleStep
	Days   int // weeks are seven days each
	Months int
	Before bool
}

// On returns the day on which the step is due, and no day for a visit without
// dates. A month after 31 January is the last day of February.
func (d Due) On(visit Period) Date {
	from, days, months := visit.To, d.Days, d.Months
	if from.IsZero() {
		from = visit.From
	}
	if d.Before {
		from, days, months = visit.From, -days, -months
	}
	if from.IsZero() || from.Day == 0 {
		return Date{}
	}
	return from.addMonths(months).addDays(days)
}

func (d Date) addMonths(n int) Date {
	month := d.Year*12 + d.Month - 1 + n
	d.Year, d.Month = month/12, month%12+1
	d.Day = min(d.Day, daysIn(d.Year, d.Month))
	return d
}

func (d Date) addDays(n int) Date {
	d.Day += n
	for d.Day < 1 {
		if d.Month--; d.Month < 1 {
			d.Year, d.Month = d.Year-1, 12
		}
		d.Day += daysIn(d.Year, d.Month)
	}
	for d.Day > daysIn(d.Year, d.Month) {
		d.Day -= daysIn(d.Year, d.Month)
		if d.Month++; d.Month > 12 {
			d.Year, d.Month = d.Year+1, 1
		}
	}
	return d
}
