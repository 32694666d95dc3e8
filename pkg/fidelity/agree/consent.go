package agree

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// header takes what stands above the evidence from the base, else from the
// first copy, and whatever further reviewers, actions and changes others have.
func (m *merger) header() {
	first := m.copies[0].Review
	if m.base != nil {
		first = m.base
	}
	o := m.out
	o.Service, o.Kind, o.Mode, o.Visit, o.Evidence, o.Previous = first.Service, first.Kind, first.Mode, first.Visit, first.Evidence, first.Previous
	o.Stage, o.Sharing, o.Response = first.Stage, first.Sharing, first.Response
	o.Reviewers, o.Actions, o.Changes = slices.Clone(first.Reviewers), slices.Clone(first.Actions), slices.Clone(first.Changes)
	o.NotPersonal, o.Corrections, o.Amends = slices.Clone(first.NotPersonal), first.Corrections, first.Amends
	o.Kept, o.Stripped = first.Kept, first.Stripped
	for i := range m.copies {
		r := m.copies[i].Review
		for _, p := range r.Reviewers {
			if !slices.ContainsFunc(o.Reviewers, func(q fidelity.Reviewer) bool { return strings.EqualFold(p.ID, q.ID) }) {
				o.Reviewers = append(o.Reviewers, p)
			}
		}
		for _, a := range r.Actions {
			if !slices.ContainsFunc(o.Actions, func(b fidelity.Action) bool { return a.ID == b.ID && (a.ID != "" || a.What == b.What) }) {
				o.Actions = append(o.Actions, a)
			}
		}
		for _, c := range r.Changes {
			if !slices.Contains(o.Changes, c) {
				o.Changes = append(o.Changes, c)
			}
		}
		for _, c := range r.NotPersonal {
			if !slices.Contains(o.NotPersonal, c) {
				o.NotPersonal = append(o.NotPersonal, c)
			}
		}
	}
}

// words keeps what each reviewer wrote of an item.
func (m *merger) words(i int) {
	out := &m.out.Findings[i]
	base := &fidelity.Finding{}
	if m.base != nil {
		base = &m.base.Findings[i]
	}
	out.Sources = slices.Clone(base.Sources)
	var recommend []string
	for c := range m.copies {
		f := &m.copies[c].Review.Findings[i]
		for _, s := range f.Sources {
			if !slices.Contains(out.Sources, s) {
				out.Sources = append(out.Sources, s)
			}
		}
		text := ""
		if r := f.Recommend; r != nil {
			text = r.Text
			if out.Recommend == nil {
				out.Recommend = &fidelity.Recommendation{Kind: r.Kind, Who: r.Who}
			}
		}
		recommend = append(recommend, text)
	}
	if base.Recommend != nil {
		if out.Recommend == nil {
			out.Recommend = &fidelity.Recommendation{Kind: base.Recommend.Kind, Who: base.Recommend.Who}
		}
		out.Recommend.Text = base.Recommend.Text
	}
	if out.Recommend != nil {
		out.Recommend.Text = m.said(out.Recommend.Text, recommend)
	}
	out.Saw = m.said(base.Saw, m.texts(func(f *fidelity.Finding) string { return f.Saw }, i))
	out.Judgement = m.said(base.Judgement, m.texts(func(f *fidelity.Finding) string { return f.Judgement }, i))
	out.Because = m.said("", m.texts(func(f *fidelity.Finding) string { return f.Because }, i))
}

func (m *merger) texts(of func(*fidelity.Finding) string, item int) []string {
	out := make([]string, len(m.copies))
	for c := range m.copies {
		out[c] = of(&m.copies[c].Review.Findings[item])
	}
	return out
}

// said puts what several reviewers wrote together: what was there before, then
// each text under the name of its reviewer. A text that all wrote stands once
// and without a name, as one that was there before does.
func (m *merger) said(base string, texts []string) string {
	base = strings.TrimSpace(base)
	var parts []string
	if base != "" {
		parts = append(parts, base)
	}
	alike := true
	for c, text := range texts {
		texts[c] = strings.TrimSpace(text)
		alike = alike && texts[c] == texts[0]
	}
	switch {
	case alike && texts[0] == base:
		return base
	case alike && base == "":
		return texts[0]
	case alike && texts[0] != "":
		return texts[0] // all rewrote it in the same way
	}
	for c, text := range texts {
		if text == "" || text == base {
			continue
		}
		// A reviewer who went on from what was there is not quoted twice.
		if rest, ok := strings.CutPrefix(text, base); base != "" && ok {
			text = strings.TrimSpace(rest)
		}
		parts = append(parts, m.label(c)+": "+text)
	}
	return strings.Join(parts, "\n")
}

func (m *merger) label(c int) string {
	id := m.copies[c].reviewer()
	if name := nameOf(m.copies[c].Review.Reviewers, id); name != "" {
		return name
	}
	return id
}

// consent freezes the ratings into the review, and scores the items on which
// all decided alike. A reason of the base holds only for a score that stays.
func (j *Joint) consent(base *fidelity.Review) {
	for i := range j.Review.Findings {
		f := &j.Review.Findings[i]
		f.Ratings = nil
		alike := true
		for r := range j.Raters {
			rating := j.Raters[r].Ratings[i]
			alike = alike && rating == j.Raters[0].Ratings[i]
			if rating.Decided() {
				f.Ratings = append(f.Ratings, fidelity.ReviewerRating{Reviewer: j.Raters[r].ID, Rating: rating})
			}
		}
		if alike {
			f.Rating = j.Raters[0].Ratings[i]
		}
		if base != nil && f.Because == "" && f.Rating.Decided() && f.Rating == base.Findings[i].Rating {
			f.Because = base.Findings[i].Because
		}
	}
	j.Review.Blind, j.Review.Stage = "", fidelity.Draft
}
