package source

import (
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// plan takes over the action plan and the corrections of past scores.
func (r *reader) plan(root *yaml.Node, raw *reviewFile, out *fidelity.Review) {
	scale := out.Scale()
	ids := map[string]int{}
	for i, a := range raw.Actions {
		at := []step{{key: "actions", index: -1}, {index: i}}
		r.unique(root, "actions", i, a.ID, ids)
		if a.Item != "" {
			r.knownItem(root, append(at, step{key: "item", index: -1}), a.Item, scale)
		}
		if a.Aim != nil {
			r.scoreIn(root, append(at, step{key: "aim", index: -1}), *a.Aim, scale)
		}
		out.Actions = append(out.Actions, fidelity.Action{
			ID: a.ID, Item: a.Item, What: a.What, Who: a.Who, When: day(a.When), Aim: a.Aim,
			Status: a.Status, Outcome: a.Outcome, Measure: a.Measure, Remedy: a.Remedy, Scope: a.Scope,
		})
	}
	for i, c := range raw.Corrected {
		at := []step{{key: "corrected", index: -1}, {index: i}}
		if c.Item != "" {
			r.knownItem(root, append(at, step{key: "item", index: -1}), c.Item, scale)
		}
		out.Corrections = append(out.Corrections, fidelity.Correction{
			Item: c.Item, Why: c.Why,
			From: r.scoreOrZero(root, append(at, step{key: "from", index: -1}), c.From, scale),
			To:   r.scoreOrZero(root, append(at, step{key: "to", index: -1}), c.To, scale),
		})
	}
}

func (r *reader) knownItem(root *yaml.Node, at []step, id string, scale *fidelity.Scale) {
	if _, ok := scale.ItemAt(id); !ok {
		r.failAt(root, at, CodeUnknown, "there is no item %q in %s%s", id, scale.ID(), didYouMean(id, itemIDs(scale)))
	}
}

func (r *reader) scoreIn(root *yaml.Node, at []step, score int, scale *fidelity.Scale) {
	if s := scale.Scores(); !s.Allow(score) {
		r.failAt(root, at, CodeValue, "%d is not a score; write %d to %d", score, s.Min, s.Max)
	}
}

func (r *reader) scoreOrZero(root *yaml.Node, at []step, score *int, scale *fidelity.Scale) int {
	if score == nil {
		return 0
	}
	r.scoreIn(root, at, *score, scale)
	return *score
}

func itemIDs(s *fidelity.Scale) []string {
	ids := make([]string, len(s.Items()))
	for i := range ids {
		ids[i] = s.Items()[i].ID
	}
	return ids
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
		out.Kept = &fidelity.Kept{ScaleDigest: m.ScaleDigest, Items: map[string]fidelity.KeptItem{}}
		for id, it := range m.Items {
			if it != nil && it.Low != nil && it.High != nil {
				out.Kept.Items[id] = fidelity.KeptItem{Low: *it.Low, High: *it.High}
			}
		}
	}
}
