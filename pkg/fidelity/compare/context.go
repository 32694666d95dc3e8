package compare

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Context is figures of a service that are never scored. What is nil is not
// known.
type Context struct {
	Period fidelity.Period
	// OutOfWork counts the people who began with the service in the period and
	// had no paid work on that day.
	OutOfWork *int
	// FirstStarts counts those of OutOfWork who have started a first
	// competitive job since, each once.
	FirstStarts *int
	Specialists *fidelity.Number // full-time equivalents in post at the end of the period
	Teams       *int             // clinical teams that the service works with
	Note        string
}

// MostHidden is the largest count of people that is hidden where it leaves the
// service: 1 to 7 could tell who is meant.
const MostHidden = 7

// Shown is a count of people as it may leave the service. N says nothing where
// it is Hidden or not Known.
type Shown struct {
	N             int
	Known, Hidden bool
}

// ShownContext is a context as it may leave the service. Everything that is
// said of it is worked out from these figures alone, so that no total, chart or
// file can give back what is hidden.
type ShownContext struct {
	Period                 fidelity.Period
	OutOfWork, FirstStarts Shown
	Specialists            *fidelity.Number
	Teams                  *int
	Note                   string
}

// Shown hides the small counts. People without a job start are the difference
// of the two counts: where those are few, the job starts are hidden too.
func (c *Context) Shown() *ShownContext {
	out := &ShownContext{Period: c.Period, Specialists: c.Specialists, Teams: c.Teams, Note: c.Note}
	out.OutOfWork, out.FirstStarts = shown(c.OutOfWork), shown(c.FirstStarts)
	without := Shown{}
	if c.OutOfWork != nil && c.FirstStarts != nil {
		n := *c.OutOfWork - *c.FirstStarts
		without = shown(&n)
	}
	if out.FirstStarts.Known && (without.Hidden || out.OutOfWork.Hidden) {
		out.FirstStarts = Shown{Known: true, Hidden: true}
	}
	return out
}

func shown(n *int) Shown {
	switch {
	case n == nil:
		return Shown{}
	case *n >= 1 && *n <= MostHidden:
		return Shown{Known: true, Hidden: true}
	}
	return Shown{N: *n, Known: true}
}

// Plain reports whether the count is known and shown.
func (s Shown) Plain() bool { return s.Known && !s.Hidden }

// Rate is the share of people out of work at the start who have started a
// first job, in percent; false where a count is hidden or not known, or where
// there was nobody.
func (c *ShownContext) Rate() (fidelity.Number, bool) {
	if c == nil || !c.OutOfWork.Plain() || !c.FirstStarts.Plain() {
		return fidelity.Number{}, false
	}
	return fidelity.Int(100 * c.FirstStarts.N).Div(fidelity.Int(c.OutOfWork.N))
}

// Pooled adds up the services whose counts are both shown, and says how many
// those are. What is hidden is not in the sums, so that nothing can be taken
// off them to find it.
func Pooled(all []*ShownContext) (sum ShownContext, services int) {
	for _, c := range all {
		if _, ok := c.Rate(); ok {
			sum.OutOfWork.N += c.OutOfWork.N
			sum.FirstStarts.N += c.FirstStarts.N
			services++
		}
	}
	sum.OutOfWork.Known, sum.FirstStarts.Known = services > 0, services > 0
	return sum, services
}

// Benchmark is an employment rate to look at beside the rates of services. It
// is no rule, and changes no score.
type Benchmark struct {
	Percent fidelity.Number
	From    fidelity.Date // the month from which it holds; may be zero
	Label   string        // "IPS Grow: people out of work at the start"
	Source  string
}
