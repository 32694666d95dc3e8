package fidelity

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"slices"
)

// digest hashes the canonical JSON (sorted keys, no space) of everything in a
// definition that can change a score. It is written out here by hand, so that
// renaming a Go field never changes a digest.
func digest(def *Definition) string {
	// Plain values always marshal, so there is no error to look at.
	body, _ := json.Marshal(map[string]any{
		"id":     def.ID,
		"scores": []int{def.Scores.Min, def.Scores.Max}, "mean": def.Total == Mean,
		"bands": each(fromTheTop(def.Bands, func(x, y Band) int { return x.From.Cmp(y.From) }), func(b Band) any { return []any{b.ID, exactly(b.From)} }),
		"tables": each(def.Tables, func(t Table) any {
			return map[string]any{"id": t.ID, "complete": t.Complete, "sampled": t.Sampled, "columns": each(t.Columns, columnDigest)}
		}),
		"items": each(def.Items, itemDigest),
	})
	sum := sha256.Sum256(body)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// fromTheTop returns a list in falling order: bands, anchors and counts mean
// the same in whatever order they are written.
func fromTheTop[T any](list []T, compare func(x, y T) int) []T {
	return slices.SortedStableFunc(slices.Values(list), func(x, y T) int { return compare(y, x) })
}

// exactly writes a number with all its decimals.
func exactly(n Number) string { return n.Decimal(maxDigits) }

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
		"facts": each(it.Facts, func(f Fact) any {
			return map[string]any{"id": f.ID, "kind": f.Kind.String(), "answers": f.Answers, "also": f.AlsoWritten}
		}),
		"anchors": each(fromTheTop(it.Anchors, func(x, y Anchor) int { return cmp.Compare(x.Score, y.Score) }), func(a Anchor) any {
			return []any{a.Score, conditionDigest(a.When)}
		}),
		"count": each(fromTheTop(it.FromCount, func(x, y CountScore) int { return cmp.Compare(x.Count, y.Count) }), func(c CountScore) any {
			return []int{c.Count, c.Score}
		}),
	}
}

func measureDigest(m Measure) any {
	out := map[string]any{
		"id": m.ID, "calc": m.Calc.String(), "table": m.Table, "columns": m.Columns, "weight": m.Weight,
		"where": conditionDigest(m.Where), "when": conditionDigest(m.When), "times": m.Times,
		"parts": each(m.Parts, measureDigest),
	}
	if e := m.OrElse; e != nil {
		out["or_else"] = []any{e.Column, e.Op.String(), exactly(e.Number)}
	}
	return out
}

func conditionDigest(c Condition) any {
	if c.IsZero() {
		return nil
	}
	return map[string]any{
		"all": each(c.All, conditionDigest), "any": each(c.Any, conditionDigest),
		"name": c.Name, "op": c.Op.String(), "number": exactly(c.Number), "answer": c.Answer,
	}
}
