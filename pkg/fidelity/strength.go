package fidelity

// What a strong piece of evidence has: sources of two kinds, eight weeks of
// figures where figures are counted by week, and a period that ended under a
// year before the visit. How many rows are enough is for the table to say.
const (
	enoughSources = 2
	enoughWeeks   = 8
	enoughMonths  = 12
)

// Grade says how much weight the evidence of an item can bear.
type Grade uint8

// The grades of evidence.
const (
	ThinEvidence     Grade = iota // two or more tests fail
	AdequateEvidence              // one test fails
	StrongEvidence                // all tests that apply hold
)

// Strength is how much evidence an item rests on, by three tests. It says
// nothing about the score.
type Strength struct {
	Grade   Grade
	Sources int // kinds of source that the reviewers named for the item
	// Base tells whether the item is counted from a table that asks for a
	// number of rows, or from figures by week; EnoughBase whether there were
	// enough of them.
	Base, EnoughBase bool
	// Rows are the rows that a table asks for and does not have; 0 where it is
	// weeks that are short. Table is its place.
	Rows, Table int
	Recent      bool // the evidence ended under a year before the visit
}

// Strength weighs the evidence of an item: two kinds of source; a base of at
// least its table's ThinBelow, or eight weeks of figures; an evidence period
// that ended under twelve months before the visit. A test that cannot be made,
// because nothing was written down, fails; that of the base applies only to
// items that are counted from such tables.
func (a *Assessment) Strength(item int) Strength {
	s := Strength{Sources: len(distinct(a.review.Findings[item].Sources)), Recent: a.recent()}
	a.base(item, &s)
	failed := 0
	for _, holds := range [...]bool{s.Sources >= enoughSources, s.EnoughBase || !s.Base, s.Recent} {
		if !holds {
			failed++
		}
	}
	switch failed {
	case 0:
		s.Grade = StrongEvidence
	case 1:
		s.Grade = AdequateEvidence
	}
	return s
}

func distinct(names []string) map[string]bool {
	set := make(map[string]bool, len(names))
	for _, n := range names {
		set[n] = true
	}
	return set
}

// recent compares the end of the evidence with the first day of the visit.
func (a *Assessment) recent() bool {
	end, visit := a.review.Evidence.To, a.review.Visit.From
	if end.IsZero() || visit.IsZero() {
		return false
	}
	return visit.Before(Date{Year: end.Year + enoughMonths/12, Month: end.Month, Day: end.Day})
}

// base looks at every measure of the item.
func (a *Assessment) base(item int, s *Strength) {
	r := &a.review.scale.items[item]
	s.EnoughBase = true
	for m := range r.measures {
		table := &a.review.scale.tables[r.measures[m].table]
		if below := table.def.ThinBelow; below > 0 {
			s.Base = true
			if a.used(item, m) < below {
				s.EnoughBase, s.Rows, s.Table = false, below, r.measures[m].table
			}
		}
		for _, c := range r.measures[m].counted() {
			if table.def.Columns[c].Kind == Series && a.review.Kept == nil {
				s.Base = true
				s.EnoughBase = s.EnoughBase && a.review.weeks(r.measures[m].table, c) >= enoughWeeks
			}
		}
	}
}

// counted lists the columns of a measure and of its parts.
func (m *measure) counted() []int {
	all := m.columns
	for i := range m.parts {
		all = append(all[:len(all):len(all)], m.parts[i].counted()...)
	}
	return all
}

// used is how many rows the measure counted: of the item, or of its rows.
func (a *Assessment) used(item, m int) int {
	it := &a.Items[item]
	switch {
	case len(it.Rows) > 0:
	case m < len(it.Measures):
		return it.Measures[m].Used
	default:
		return 0
	}
	n := 0
	for i := range it.Rows {
		if it.Rows[i].LeftOut == No {
			n++
		}
	}
	return n
}

// weeks is the smallest number of weeks that a row has figures for.
func (r *Review) weeks(table, column int) int {
	least := -1
	for i := range r.tables[table].rows {
		if n := len(r.tables[table].rows[i].cells[column].weeks); least < 0 || n < least {
			least = n
		}
	}
	return max(least, 0)
}
