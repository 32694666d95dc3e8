package source_test

import (
	"cmp"
	"slices"
	"strconv"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// tree is a mapping as a file writes it, in its order; its values are trees,
// lists and texts. A definition is written back as a tree to be compared with
// the file that it should equal.
type tree []entry

type entry struct {
	Key   string
	Value any
}

func (t tree) has(key string) bool {
	return slices.ContainsFunc(t, func(e entry) bool { return e.Key == key })
}

// sorted puts the keys in order, for the level at which order says nothing.
func (t tree) sorted() tree {
	slices.SortFunc(t, func(a, b entry) int { return cmp.Compare(a.Key, b.Key) })
	return t
}

// with adds a key unless its value is empty.
func (t tree) with(key string, value any) tree {
	switch v := value.(type) {
	case string:
		if v == "" {
			return t
		}
	case tree:
		if len(v) == 0 {
			return t
		}
	case []any:
		if len(v) == 0 {
			return t
		}
	}
	return append(t, entry{key, value})
}

// treeOf reads a node, without the keys that are words.
func treeOf(n *yaml.Node, without ...string) any {
	switch n.Kind {
	case yaml.MappingNode:
		out := tree{}
		for i := 0; i < len(n.Content); i += 2 {
			if !slices.Contains(without, n.Content[i].Value) {
				out = out.with(n.Content[i].Value, treeOf(n.Content[i+1], without...))
			}
		}
		return out
	case yaml.SequenceNode:
		out := []any{}
		for _, child := range n.Content {
			out = append(out, treeOf(child, without...))
		}
		return out
	}
	return n.Value
}

func keysOf(n *yaml.Node) []string {
	var keys []string
	for i := 0; i < len(n.Content); i += 2 {
		keys = append(keys, n.Content[i].Value)
	}
	return keys
}

func list(names []string) []any {
	out := make([]any, len(names))
	for i, name := range names {
		out[i] = name
	}
	return out
}

func ifTrue(b bool) string {
	if b {
		return "true"
	}
	return ""
}

func ifSet(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func tableTree(table *fidelity.Table) tree {
	columns := tree{}
	for i := range table.Columns {
		c := &table.Columns[i]
		of := "ordered"
		if c.Kind == fidelity.Set {
			of = "of"
		}
		out := tree{{"type", c.Kind.String()}}.with("required", ifTrue(c.Required)).with(of, list(c.Answers)).with("default", c.Default)
		out = bound(out, "above", c.Limits.Above)
		out = bound(out, "at_least", c.Limits.AtLeast)
		out = bound(out, "at_most", c.Limits.AtMost)
		columns = append(columns, entry{c.ID, out.with("at_most_field", c.AtMost)})
	}
	out := tree{}.with("complete", ifTrue(table.Complete)).with("sampled", ifTrue(table.Sampled)).with("thin_below", ifSet(table.ThinBelow))
	return out.with("columns", columns)
}

func bound(t tree, key string, n *fidelity.Number) tree {
	if n == nil {
		return t
	}
	return t.with(key, n.String())
}

func itemTree(it *fidelity.Item) tree {
	anchors, counts, measures := tree{}, tree{}, tree{}
	for _, a := range it.Anchors {
		anchors = append(anchors, entry{strconv.Itoa(a.Score), conditionTree(a.When)})
	}
	for _, c := range it.FromCount {
		counts = append(counts, entry{strconv.Itoa(c.Count), strconv.Itoa(c.Score)})
	}
	for i := range it.Measures {
		measures = append(measures, entry{it.Measures[i].ID, measureTree(&it.Measures[i])})
	}
	out := tree{{"id", it.ID}, {"number", strconv.Itoa(it.Number)}}
	out = out.with("code", it.Code).with("section", it.Section).with("audience", list(it.Audience)).with("sources", list(it.Sources))
	out = out.with("principles", tree{}.with("primary", it.Primary).with("also", list(it.Also))).with("remedy", list(it.Remedies))
	out = out.with("effort", ifSet(it.Effort)).with("develops", list(it.Develops)).with("each", it.Each).with("leave_out", conditionTree(it.LeaveOut))
	out = out.with("measures", measures).with("facts", factsTree(it.Facts)).with("requires", conditionTree(it.Requires))
	out = out.with("anchors", anchors).with("score_from_count", counts)
	if it.CrossCheck.AnyAlone {
		out = out.with("cross_check", "any")
	}
	uses := tree{}
	for _, use := range it.CrossCheck.Use {
		uses = append(uses, entry{use.Measure, tree{{"use", use.Use.String()}}})
	}
	return out.with("cross_check", uses).with("flags", flagsTree(it.Flags))
}

func factsTree(facts []fidelity.Fact) tree {
	out := tree{}
	for _, f := range facts {
		fact := tree{}
		if f.Kind != fidelity.Choice {
			fact = fact.with("type", f.Kind.String())
		}
		out = append(out, entry{f.ID, fact.with("only_if", conditionTree(f.OnlyIf)).with("ordered", list(f.Answers))})
	}
	return out
}

func measureTree(m *fidelity.Measure) tree {
	out := tree{}
	switch m.Calc {
	case fidelity.Ratio:
		out = out.with("ratio", list(m.Columns))
	case fidelity.Share, fidelity.Count:
		out = out.with(m.Calc.String(), m.Table)
	case fidelity.LargestOf:
		parts := []any{}
		for i := range m.Parts {
			parts = append(parts, measureTree(&m.Parts[i]))
		}
		out = out.with("largest_of", parts)
	default:
		out = out.with(m.Calc.String(), m.Columns[0])
	}
	out = out.with("weight", m.Weight).with("of", ifSet(m.Size)).with("times", ifSet(m.Times))
	if e := m.OrElse; e != nil {
		out = out.with("or_else", tree{{"column", e.Column}, {"when", e.Op.String() + " " + e.Number.String()}, {"flag", e.Flag}})
	}
	return out.with("where", conditionTree(m.Where)).with("when", conditionTree(m.When))
}

func flagsTree(flags []fidelity.FlagRule) []any {
	out := []any{}
	for _, f := range flags {
		flag := tree{{"code", f.Code}}
		if f.AnyRow != nil {
			flag = flag.with("any_row", tree{
				{"of", f.AnyRow.Table},
				{"ratio", list(f.AnyRow.Measure.Columns)},
				{"is", f.AnyRow.Op.String() + " " + f.AnyRow.Number.String()},
			})
		}
		out = append(out, flag.with("when", conditionTree(f.When)).with("rows_apart", ifSet(f.RowsApart)))
	}
	return out
}

// conditionTree writes a condition back: several tests of one name are a list.
func conditionTree(c fidelity.Condition) tree {
	out := tree{}
	for _, part := range c.All {
		if len(part.Any) > 0 {
			alternatives := []any{}
			for _, a := range part.Any {
				alternatives = append(alternatives, conditionTree(a))
			}
			out = append(out, entry{"any", alternatives})
			continue
		}
		last := len(out) - 1
		if last < 0 || out[last].Key != part.Name {
			out = append(out, entry{part.Name, testTree(part)})
			continue
		}
		tests, several := out[last].Value.([]any)
		if !several {
			tests = []any{out[last].Value}
		}
		out[last].Value = slices.Concat(tests, []any{testTree(part)})
	}
	return out
}

func testTree(c fidelity.Condition) any {
	switch c.Op {
	case fidelity.GivenCell:
		return "given"
	case fidelity.IsAnswer:
		return c.Answer
	case fidelity.AtLeastAnswer:
		return tree{{"at_least", c.Answer}}
	}
	return c.Op.String() + " " + c.Number.String()
}
