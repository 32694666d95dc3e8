package fidelity

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
)

// digest hashes the canonical JSON (sorted keys, no space) of everything in a
// definition that can change a score. It is written out here by hand, so that
// renaming a Go field never changes a digest.
func digest(def *Definition) string {
	// Plain values always marshal, so there is no error to look at.
	body, _ := json.Marshal(map[string]any{
		"id":     def.ID,
		"scores": []int{def.Scores.Min, def.Scores.Max}, "mean": def.Total == Mean,
		"bands": each(def.Bands, func(b Band) any { return []any{b.ID, b.From.String()} }),
		"tables": each(def.Tables, func(t Table) any {
			return map[string]any{"id": t.ID, "complete": t.Complete, "sampled": t.Sampled, "columns": each(t.Columns, columnDigest)}
		}),
		"items": each(def.Items, itemDigest),
	})
	sum := sha256.Sum256(body)
	return "sha256:" + hex.EncodeToString(sum[:])
}

func each[T any](list []T, f func(T) any) []any {
	out := make([]any, len(list))
	for i := range list {
		out[i] = f(list[i])
	}
	return out
}

func columnDigest(c Column) any {
	return map[string]any{"id": c.ID, "kind": c.Kind.String(), "answers": c.Answers, "default": c.Default}
}

func itemDigest(it Item) any {
	return map[string]any{
		"id": it.ID, "section": it.Section, "each": it.Each,
		"leave_out": conditionDigest(it.LeaveOut), "requires": conditionDigest(it.Requires),
		"measures": each(it.Measures, measureDigest),
		"facts":    each(it.Facts, func(f Fact) any { return map[string]any{"id": f.ID, "kind": f.Kind.String(), "answers": f.Answers, "also": f.AlsoWritten} }),
		"anchors":  each(it.Anchors, func(a Anchor) any { return []any{a.Score, conditionDigest(a.When)} }),
		"count":    each(it.FromCount, func(c CountScore) any { return []int{c.Count, c.Score} }),
	}
}

func measureDigest(m Measure) any {
	out := map[string]any{
		"id": m.ID, "calc": m.Calc.String(), "table": m.Table, "columns": m.Columns, "weight": m.Weight,
		"where": conditionDigest(m.Where), "when": conditionDigest(m.When), "times": m.Times,
		"parts": each(m.Parts, measureDigest),
	}
	if e := m.OrElse; e != nil {
		out["or_else"] = []any{e.Column, e.Op.String(), e.Number.String()}
	}
	return out
}

func conditionDigest(c Condition) any {
	if c.IsZero() {
		return nil
	}
	return map[string]any{
		"all": each(c.All, conditionDigest), "any": each(c.Any, conditionDigest),
		"name": c.Name, "op": c.Op.String(), "number": c.Number.String(), "answer": c.Answer,
	}
}
