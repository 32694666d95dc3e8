package source

import (
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// evidenceValue writes the tables that were looked at, those without rows too.
func evidenceValue(r *fidelity.Review) (m entries) {
	if r.Kept != nil {
		return nil
	}
	for i := range r.Scale().Definition().Tables {
		def := &r.Scale().Definition().Tables[i]
		if !r.Looked(def.ID) {
			continue
		}
		var rows []Value
		for _, row := range r.Rows(def.ID) {
			var cells entries
			for c := range def.Columns {
				if v := row.At(c); v.Given() {
					cells.add(def.Columns[c].ID, cellValue(&def.Columns[c], v))
				}
			}
			rows = append(rows, Map(cells...))
		}
		m.add(def.ID, List(rows...))
	}
	return m
}

func cellValue(c *fidelity.Column, v fidelity.Value) Value {
	if weeks := v.Calendar(); weeks != nil {
		return weeksValue(weeks)
	}
	if !v.Known() {
		return Plain("unknown")
	}
	switch c.Kind {
	case fidelity.YesNo, fidelity.Choice:
		answer, _ := v.Answer()
		return Plain(c.Choices()[answer])
	case fidelity.Set:
		var members []Value
		for place, id := range c.Choices() {
			if v.Has(place) {
				members = append(members, Plain(id))
			}
		}
		return List(members...)
	case fidelity.Text:
		return Text(v.Text())
	case fidelity.Code, fidelity.Month:
		return Plain(v.Text())
	default:
		if v.Text() != "" {
			return Plain(v.Text()) // as it was written: 24/37.5, 64%
		}
		return numberValue(v)
	}
}

func numberValue(v fidelity.Value) Value {
	n, _ := v.Number()
	return Plain(n.Exact())
}

func weeksValue(weeks []*fidelity.Number) Value {
	list := make([]Value, len(weeks))
	for i, week := range weeks {
		list[i] = Null()
		if week != nil {
			list[i] = Plain(week.Exact())
		}
	}
	return List(list...)
}

// itemsValue writes what was found for each item of which anything was.
// itemsValue is what a review says of its items. Places asks for a place for
// the score to agree on in every item that has none, in a review that carries
// the ratings of several: the reviewers differed, or nobody has scored yet.
func itemsValue(r *fidelity.Review, places bool) (m entries) {
	places = places && slices.ContainsFunc(r.Findings, func(f fidelity.Finding) bool { return len(f.Ratings) > 0 })
	for i := range r.Scale().Items() {
		m.value(r.Scale().Items()[i].ID, findingValue(&r.Scale().Items()[i], &r.Findings[i], places))
	}
	return m
}

func findingValue(def *fidelity.Item, f *fidelity.Finding, place bool) (m entries) {
	var facts entries
	for j, v := range f.Facts {
		if v.Given() {
			facts.add(def.Facts[j].ID, factValue(&def.Facts[j], v))
		}
	}
	m.value("facts", facts)
	m.texts("sources", f.Sources)
	m.text("saw", f.Saw)
	m.text("judgement", f.Judgement)
	m.plain("score", ratingText(f.Rating))
	if (place || len(f.Ratings) > 0) && !f.Rating.Decided() {
		m.add("score", Value{&yaml.Node{Kind: yaml.ScalarNode, Tag: "!!null"}})
	}
	m.text("because", f.Because)
	if rec := f.Recommend; rec != nil {
		if rec.Kind == "" && rec.Who == "" {
			m.text("recommend", rec.Text)
		} else {
			var e entries
			e.text("text", rec.Text)
			e.text("kind", rec.Kind)
			e.text("who", rec.Who)
			m.value("recommend", e)
		}
	}
	var ratings entries
	for _, rating := range f.Ratings {
		ratings.plain(rating.Reviewer, ratingText(rating.Rating))
	}
	m.value("ratings", ratings)
	return m
}

func factValue(def *fidelity.Fact, v fidelity.Value) Value {
	if !v.Known() {
		return Plain("unknown")
	}
	if def.Kind == fidelity.Whole {
		return numberValue(v)
	}
	answer, _ := v.Answer()
	return Plain(def.Choices()[answer])
}

// ratingText writes a rating, and nothing for none.
func ratingText(r fidelity.Rating) string {
	score, ok := r.Score()
	switch {
	case ok:
		return strconv.Itoa(score)
	case r.Decided():
		return notEnough
	}
	return ""
}

// recordValues adds what commands write.
func recordValues(m *entries, r *fidelity.Review) {
	var changes []Value
	for i := range r.Changes {
		changes = append(changes, changeValue(&r.Changes[i]))
	}
	m.list("changes", changes)
	m.text("blind", r.Blind)
	var cleared, corrected []Value
	for _, c := range r.NotPersonal {
		var e entries
		e.text("path", c.Path)
		e.text("why", c.Why)
		cleared = append(cleared, Map(e...))
	}
	m.list("not-personal", cleared)
	for i := range r.Corrections {
		c := &r.Corrections[i]
		var e entries
		e.plain("item", c.Item)
		e.score("from", &c.From)
		e.score("to", &c.To)
		e.text("why", c.Why)
		corrected = append(corrected, Map(e...))
	}
	m.list("corrected", corrected)
	if s := r.Seal; s != nil {
		var e entries
		e.plain("at", s.At)
		e.text("by", s.By)
		e.texts("names", s.Names)
		e.text("digest", s.Digest)
		e.text("sha256", s.SHA256)
		m.value("seal", e)
	}
	if a := r.Amends; a != nil {
		var e entries
		e.text("file", a.File)
		e.text("sha256", a.SHA256)
		e.text("why", a.Why)
		m.value("amends", e)
	}
	if s := r.Stripped; s != nil {
		var e entries
		e.plain("at", s.At)
		e.text("by", s.By)
		m.value("stripped", e)
	}
	m.value("measured", keptValue(r))
}

func changeValue(c *fidelity.Change) Value {
	var e entries
	e.plain("at", c.At)
	e.text("by", c.By)
	e.text("what", c.What)
	if c.HasFrom {
		e.add("from", Text(c.From))
	}
	if c.HasTo {
		e.add("to", Text(c.To))
	}
	e.text("why", c.Why)
	return Map(e...)
}
