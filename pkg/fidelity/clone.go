package fidelity

import (
	"maps"
	"slices"
)

// Clone returns a copy of the review whose evidence, facts and ratings can be
// changed without changing r: for asking what would be if. Texts, actions and
// records that only grow are shared; put new lists in their place instead of
// writing into them.
func (r *Review) Clone() *Review {
	c := *r
	c.tables = make([]rows, len(r.tables))
	for t := range r.tables {
		c.tables[t] = r.tables[t].clone()
	}
	c.Findings = slices.Clone(r.Findings)
	facts := make([]Value, 0, r.scale.factCount)
	for i := range c.Findings {
		start := len(facts)
		facts = append(facts, r.Findings[i].Facts...)
		c.Findings[i].Facts = facts[start:len(facts):len(facts)]
	}
	c.Samples = maps.Clone(r.Samples)
	return &c
}

func (t *rows) clone() rows {
	c := rows{looked: t.looked, rows: slices.Clone(t.rows)}
	n := 0
	for i := range c.rows {
		n += len(c.rows[i].cells)
	}
	cells := make([]Value, 0, n)
	for i := range c.rows {
		start := len(cells)
		cells = append(cells, t.rows[i].cells...)
		c.rows[i].cells = cells[start:len(cells):len(cells)]
	}
	return c
}

// AssessOnly assesses one item of a review, for trying changes out: the other
// items, the sections and the total of the assessment are left empty.
func AssessOnly(r *Review, item int) *Assessment {
	out := &Assessment{Items: make([]ItemAssessment, len(r.scale.items)), Band: -1, LowBand: -1, HighBand: -1, review: r}
	newAssessor(r).item(&r.scale.items[item], &out.Items[item])
	return out
}

// Ways lists the ways in which an item would reach a score, or one row of it
// would where row is not -1: each is the comparisons that have to come true
// together, the shortest first. A way without any says that the score is
// reached already. It returns nothing for a score without an anchor, and for
// an item that is scored by its count of facts.
func (a *Assessment) Ways(item, row, score int) [][]Unmet {
	r := &a.review.scale.items[item]
	as := &assessor{review: a.review, scale: a.review.scale}
	s := scope{facts: a.review.Findings[item].Facts, only: -1}
	for m := range a.Items[item].Measures {
		s.measures = append(s.measures, a.Items[item].Measures[m].Interval)
	}
	if row >= 0 {
		at := slices.IndexFunc(a.Items[item].Rows, func(ra RowAssessment) bool { return ra.Row == row })
		if at < 0 {
			return nil
		}
		s = as.rowScope(r, &s, &a.Items[item].Rows[at])
	}
	for i := range r.anchors {
		if r.anchors[i].score == score {
			return slices.Clone(as.waysTo(r, &r.anchors[i].when, &s))
		}
	}
	return nil
}
