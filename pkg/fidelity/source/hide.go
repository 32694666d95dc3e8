package source

import (
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
)

// Hide masks what blocks a review in its texts, so that no page, table or
// screen that is made from it repeats a number of a person. It is called on a
// review that has been assessed: texts of evidence count, and two that differ
// may look alike when they are masked.
func Hide(r *fidelity.Review) {
	for _, text := range texts(r) {
		*text = privacy.Mask(*text, privacy.Block)
	}
	if groups := r.Service.Groups; groups != nil {
		r.Service.Groups = make(map[string]string, len(groups))
		for name, group := range groups {
			r.Service.Groups[privacy.Mask(name, privacy.Block)] = privacy.Mask(group, privacy.Block)
		}
	}
	for t := range r.Scale().Definition().Tables {
		def := &r.Scale().Definition().Tables[t]
		for c := range def.Columns {
			if def.Columns[c].Kind == fidelity.Text {
				hideColumn(r.Rows(def.ID), c, &def.Columns[c])
			}
		}
	}
}

func hideColumn(rows []fidelity.Row, c int, def *fidelity.Column) {
	for i := range rows {
		text := rows[i].At(c).Text()
		masked := privacy.Mask(text, privacy.Block)
		if masked == text {
			continue
		}
		if v, err := def.Parse(masked); err == nil {
			rows[i].SetAt(c, v)
		}
	}
}

// texts are all free texts of a review.
func texts(r *fidelity.Review) []*string {
	all := []*string{&r.Blind, &r.Service.Name, &r.Service.Organisation, &r.Service.Setting, &r.Sharing, &r.Previous}
	for i := range r.Reviewers {
		p := &r.Reviewers[i]
		all = append(all, &p.ID, &p.Name, &p.Role, &p.Organisation)
	}
	for i := range r.Findings {
		f := &r.Findings[i]
		all = append(all, &f.Saw, &f.Judgement, &f.Because)
		for j := range f.Sources {
			all = append(all, &f.Sources[j])
		}
		for j := range f.Ratings {
			all = append(all, &f.Ratings[j].Reviewer)
		}
		if f.Recommend != nil {
			all = append(all, &f.Recommend.Text, &f.Recommend.Kind, &f.Recommend.Who)
		}
	}
	for i := range r.Actions {
		a := &r.Actions[i]
		all = append(all, &a.ID, &a.What, &a.Who, &a.Outcome, &a.Measure, &a.Remedy)
	}
	if r.Response != nil {
		all = append(all, &r.Response.Text, &r.Response.By)
	}
	for i := range r.Corrections {
		all = append(all, &r.Corrections[i].Why)
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		all = append(all, &c.By, &c.What, &c.From, &c.To, &c.Why)
	}
	for i := range r.NotPersonal {
		all = append(all, &r.NotPersonal[i].Path, &r.NotPersonal[i].Why)
	}
	if s := r.Seal; s != nil {
		all = append(all, &s.At, &s.By)
		for i := range s.Names {
			all = append(all, &s.Names[i])
		}
	}
	if r.Stripped != nil {
		all = append(all, &r.Stripped.At, &r.Stripped.By)
	}
	if r.Amends != nil {
		all = append(all, &r.Amends.File, &r.Amends.Why)
	}
	return all
}
