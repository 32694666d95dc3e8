package source

import (
	"bytes"
	"maps"
	"slices"
	"strconv"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// FormatReview writes a review as a new file, in the customary order of keys.
// Reading it again gives the same assessment. A file that a person wrote is
// never written so: an Editor changes it and keeps its comments and order.
func FormatReview(r *fidelity.Review) []byte {
	root := reviewValue(r, true).node
	dress(root, false)
	var out bytes.Buffer
	for _, line := range (&layout{step: 2, hang: 2, ends: "\n"}).block(root, 0) {
		out.WriteString(line)
		out.WriteByte('\n')
	}
	return out.Bytes()
}

// ReviewValue is what FormatReview writes, before it is text.
func ReviewValue(r *fidelity.Review) Value { return reviewValue(r, false) }

func reviewValue(r *fidelity.Review, places bool) Value {
	m := entries{}
	m.plain("format", ReviewFormat)
	m.plain("scale", r.Scale().Ref())
	m.value("service", serviceValue(&r.Service))
	m.plain("kind", string(r.Kind))
	m.plain("mode", r.Mode)
	m.plain("stage", string(r.Stage))
	m.value("visit", periodValue(r.Visit))
	m.value("evidence_period", periodValue(r.Evidence))
	m.list("reviewers", reviewerValues(r.Reviewers))
	m.value("evidence", evidenceValue(r))
	m.value("samples", samplesValue(r))
	m.value("items", itemsValue(r, places))
	m.list("actions", actionValues(r.Actions))
	m.text("previous", r.Previous)
	if a := r.Response; a != nil {
		e := entries{}
		e.text("text", a.Text)
		e.text("by", a.By)
		e.plain("date", a.Date.String())
		m.value("response", e)
	}
	m.text("sharing", r.Sharing)
	recordValues(&m, r)
	return Map(m...)
}

// entries are the keys of a mapping, without those that say nothing.
type entries []Entry

func (m *entries) add(key string, v Value) { *m = append(*m, Entry{key, v}) }

// plain adds a value in the words of the format.
func (m *entries) plain(key, text string) {
	if text != "" {
		m.add(key, Plain(text))
	}
}

// text adds free text.
func (m *entries) text(key, text string) {
	if text != "" {
		m.add(key, Text(text))
	}
}

func (m *entries) value(key string, v entries) {
	if len(v) > 0 {
		m.add(key, Map(v...))
	}
}

func (m *entries) list(key string, list []Value) {
	if len(list) > 0 {
		m.add(key, List(list...))
	}
}

func (m *entries) texts(key string, list []string) {
	var values []Value
	for _, text := range list {
		values = append(values, Text(text))
	}
	m.list(key, values)
}

func (m *entries) score(key string, score *int) {
	if score != nil {
		m.plain(key, strconv.Itoa(*score))
	}
}

func serviceValue(s *fidelity.Service) (m entries) {
	m.text("id", s.ID)
	m.text("name", s.Name)
	m.text("organisation", s.Organisation)
	m.text("setting", s.Setting)
	m.plain("started", s.Started.String())
	var groups entries
	for _, key := range slices.Sorted(maps.Keys(s.Groups)) {
		groups.text(key, s.Groups[key])
	}
	m.value("groups", groups)
	return m
}

func periodValue(p fidelity.Period) (m entries) {
	m.plain("from", p.From.String())
	m.plain("to", p.To.String())
	return m
}

func reviewerValues(reviewers []fidelity.Reviewer) (list []Value) {
	for _, p := range reviewers {
		var m entries
		m.text("id", p.ID)
		m.text("name", p.Name)
		m.text("role", p.Role)
		m.text("organisation", p.Organisation)
		list = append(list, Map(m...))
	}
	return list
}

func samplesValue(r *fidelity.Review) (m entries) {
	for i := range r.Scale().Definition().Tables {
		id := r.Scale().Definition().Tables[i].ID
		if s, ok := r.Samples[id]; ok {
			var e entries
			e.score("of", s.Of)
			e.plain("picked", s.Picked)
			m.value(id, e)
		}
	}
	return m
}

func actionValues(actions []fidelity.Action) (list []Value) {
	for i := range actions {
		a := &actions[i]
		var m entries
		m.text("id", a.ID)
		m.plain("item", a.Item)
		m.text("action", a.What)
		m.text("who", a.Who)
		m.plain("when", a.When.String())
		m.score("aim", a.Aim)
		m.plain("status", a.Status)
		m.text("outcome", a.Outcome)
		m.text("measure", a.Measure)
		m.text("remedy", a.Remedy)
		m.plain("scope", a.Scope)
		list = append(list, Map(m...))
	}
	return list
}
