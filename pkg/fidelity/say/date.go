package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

var months = [...]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}

// Date writes a day as 14 October 2026, and a month as October 2026.
func Date(d fidelity.Date) string {
	if d.IsZero() || d.Month < 1 || d.Month > 12 {
		return ""
	}
	text := months[d.Month-1] + " " + numeral(d.Year)
	if d.Day == 0 {
		return text
	}
	return numeral(d.Day) + " " + text
}

// Period writes the days of a visit: 12 to 13 May 2026.
func Period(p fidelity.Period) string {
	from, to := p.From, p.To
	switch {
	case to.IsZero() || from == to:
		return Date(from)
	case from.IsZero():
		return Date(to)
	case from.Year != to.Year:
		return Date(from) + " to " + Date(to)
	case from.Month == to.Month && from.Day > 0:
		return numeral(from.Day) + " to " + Date(to)
	}
	return strings.TrimSuffix(Date(from), " "+numeral(from.Year)) + " to " + Date(to)
}
