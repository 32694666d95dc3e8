package fidelity

import "slices"

// Clone returns a copy of the review for trying things out: its evidence and
// its findings can be changed without the original changing. Texts, names and
// lists that are never changed in place are shared.
func (r *Review) Clone() *Review {
	out := *r
	out.Findings = slices.Clone(r.Findings)
	for i := range out.Findings {
		out.Findings[i].Facts = slices.Clone(r.Findings[i].Facts)
	}
	out.tables = slices.Clone(r.tables)
	for t := range out.tables {
		out.tables[t].rows = slices.Clone(r.tables[t].rows)
		for i := range out.tables[t].rows {
			out.tables[t].rows[i].cells = slices.Clone(r.tables[t].rows[i].cells)
		}
	}
	return &out
}
