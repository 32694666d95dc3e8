package source

import (
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// plan takes over the action plan and the corrections of past scores.
func (r *reader) plan(root *yaml.Node, raw *reviewFile, out *fidelity.Review) {
	scale := out.Scale()
	items := itemKeys(scale)
	r.in("actions")
	for i, a := range raw.Actions {
		r.at(i)
		r.knownItem(root, a.Item, scale, items)
		out.Actions = append(out.Actions, fidelity.Action{
			ID: a.ID, Item: a.Item, What: a.What, Who: a.Who, When: day(a.When), Aim: r.scoreAt("aim", a.Aim, scale),
			Status: a.Status, Outcome: a.Outcome, Measure: a.Measure, Remedy: a.Remedy, Scope: a.Scope,
		})
		r.out()
	}
	r.out()
	r.in("corrected")
	for i, c := range raw.Corrected {
		r.at(i)
		r.knownItem(root, c.Item, scale, items)
		out.Corrections = append(out.Corrections, fidelity.Correction{
			Item: c.Item, Why: c.Why,
			From: orZero(r.scoreAt("from", c.From, scale)),
			To:   orZero(r.scoreAt("to", c.To, scale)),
		})
		r.out()
	}
	r.out()
}

// knownItem checks the item that an entry of a list names, where it names one.
func (r *reader) knownItem(root *yaml.Node, id string, scale *fidelity.Scale, items keySet) {
	if _, ok := scale.ItemAt(id); ok || id == "" {
		return
	}
	r.in("item")
	at, _ := lookUp(root, r.path)
	r.unknown(at, items)
	r.out()
}

// scoreAt reads a score under a key of the part that the reader has come to;
// nil where there is none.
func (r *reader) scoreAt(name string, n *yaml.Node, scale *fidelity.Scale) (score *int) {
	r.section(name, n, func(n *yaml.Node) {
		if s, ok := r.score(n, scale.Scores()); ok {
			score = &s
		}
	})
	return score
}

func orZero(score *int) int {
	if score == nil {
		return 0
	}
	return *score
}

// record takes over what commands write: changes, seals, stamps.
func (r *reader) record(raw *reviewFile, out *fidelity.Review) {
	if a := raw.Response; a != nil {
		out.Response = &fidelity.Response{Text: a.Text, By: a.By, Date: day(a.Date)}
	}
	for _, c := range raw.Changes {
		change := fidelity.Change{At: c.At, By: c.By, What: c.What, Why: c.Why, HasFrom: c.From != nil, HasTo: c.To != nil}
		if c.From != nil {
			change.From = *c.From
		}
		if c.To != nil {
			change.To = *c.To
		}
		out.Changes = append(out.Changes, change)
	}
	for _, c := range raw.NotPersonal {
		out.NotPersonal = append(out.NotPersonal, fidelity.Cleared{Path: c.Path, Why: c.Why})
	}
	if s := raw.Seal; s != nil {
		out.Seal = &fidelity.Seal{At: s.At, By: s.By, Names: s.Names, Digest: s.Digest, SHA256: s.SHA256}
	}
	if a := raw.Amends; a != nil {
		out.Amends = &fidelity.Amendment{File: a.File, SHA256: a.SHA256, Why: a.Why}
	}
	if s := raw.Stripped; s != nil {
		out.Stripped = &fidelity.Stamp{At: s.At, By: s.By}
	}
	if m := raw.Measured; m != nil {
		out.Kept = &fidelity.Kept{ScaleDigest: m.ScaleDigest, Looked: m.Looked, Items: map[string]fidelity.KeptItem{}}
		r.in("measured")
		r.section("items", m.Items, func(n *yaml.Node) { r.kept(n, out) })
		r.out()
	}
}

// kept reads the ranges that a stripped review carries.
func (r *reader) kept(n *yaml.Node, out *fidelity.Review) {
	scale := out.Scale()
	items := itemKeys(scale)
	r.eachKey(n, items, func(key, value *yaml.Node) {
		if _, ok := scale.ItemAt(key.Value); !ok {
			r.unknown(key, items)
			return
		}
		if isNull(value) {
			return
		}
		var raw measuredItemFile
		r.bindChecked(value, &raw)
		low, high := r.scoreAt("low", raw.Low, scale), r.scoreAt("high", raw.High, scale)
		r.scoreAt("suggested", raw.Suggested, scale)
		if low == nil || high == nil {
			return
		}
		if *low > *high {
			r.in("low")
			r.fail(raw.Low, CodeConflict, "%d is more than high, which is %d; write %d to %d", *low, *high, scale.Scores().Min, *high)
			r.out()
		}
		item := fidelity.KeptItem{Low: *low, High: *high}
		at, _ := scale.ItemAt(key.Value)
		r.keptFigures(&raw, &scale.Items()[at], &item)
		out.Kept.Items[key.Value] = item
	})
}
