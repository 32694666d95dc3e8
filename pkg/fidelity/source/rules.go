package source

import (
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// item reads the rule of one item.
func (s *scaleReader) item(id string) fidelity.Item {
	var raw ruleFile
	r, root := s.open("rules/"+id+".yaml", &raw)
	defer s.take(r)
	it := fidelity.Item{
		ID: id, Number: raw.Number, Code: raw.Code, Section: raw.Section, Audience: raw.Audience, Sources: raw.Sources,
		Primary: raw.Principles.Primary, Also: raw.Principles.Also, Remedies: raw.Remedy, Effort: raw.Effort, Develops: raw.Develops,
		Each: raw.Each,
	}
	if root == nil {
		return it
	}
	r.section("facts", raw.Facts, func(n *yaml.Node) { it.Facts = r.factRules(n) })
	r.conditions(&raw, &it)
	r.section("measures", raw.Measures, func(n *yaml.Node) {
		r.eachKey(n, keySet{noun: "measure"}, func(key, value *yaml.Node) {
			m := r.measure(value)
			m.ID = key.Value
			it.Measures = append(it.Measures, m)
		})
	})
	r.section("cross_check", raw.CrossCheck, func(n *yaml.Node) { it.CrossCheck = r.crossCheck(n) })
	r.flags(root, raw.Flags, &it)
	return it
}

func (r *reader) conditions(raw *ruleFile, it *fidelity.Item) {
	r.section("leave_out", raw.LeaveOut, func(n *yaml.Node) { it.LeaveOut = r.condition(n) })
	r.section("requires", raw.Requires, func(n *yaml.Node) { it.Requires = r.condition(n) })
	r.section("anchors", raw.Anchors, func(n *yaml.Node) {
		r.eachKey(n, keySet{noun: "score"}, func(key, value *yaml.Node) {
			if score, ok := r.wholeKey(key); ok {
				it.Anchors = append(it.Anchors, fidelity.Anchor{Score: score, When: r.condition(value)})
			}
		})
	})
	r.section("score_from_count", raw.FromCount, func(n *yaml.Node) {
		r.eachKey(n, keySet{noun: "count"}, func(key, value *yaml.Node) {
			count, ok1 := r.wholeKey(key)
			score, ok2 := r.whole(value)
			if ok1 && ok2 {
				it.FromCount = append(it.FromCount, fidelity.CountScore{Count: count, Score: score})
			}
		})
	})
}

// condition reads {name: test, …}, all of which must hold, or {any: […]}.
func (r *reader) condition(n *yaml.Node) fidelity.Condition {
	all := fidelity.Condition{}
	r.eachKey(n, keySet{noun: "name"}, func(key, value *yaml.Node) {
		if key.Value != "any" {
			all.All = append(all.All, r.tests(key.Value, value)...)
			return
		}
		if value.Kind != yaml.SequenceNode {
			r.shape(value, "%s stands where any takes a list of conditions", found(value))
			return
		}
		some := fidelity.Condition{}
		for i, alternative := range value.Content {
			r.at(i)
			some.Any = append(some.Any, r.condition(alternative))
			r.out()
		}
		all.All = append(all.All, some)
	})
	return all
}

// tests reads what is asked of one name: one test, or a list of them.
func (r *reader) tests(name string, n *yaml.Node) []fidelity.Condition {
	if n.Kind != yaml.SequenceNode {
		c, ok := r.test(name, n)
		if !ok {
			return nil
		}
		return []fidelity.Condition{c}
	}
	var list []fidelity.Condition
	for i, entry := range n.Content {
		r.at(i)
		if c, ok := r.test(name, entry); ok {
			list = append(list, c)
		}
		r.out()
	}
	return list
}

func (r *reader) test(name string, n *yaml.Node) (fidelity.Condition, bool) {
	c := fidelity.Condition{Name: name}
	switch {
	case n.Kind == yaml.MappingNode && len(n.Content) == 2 && n.Content[0].Value == "at_least" && n.Content[1].Kind == yaml.ScalarNode:
		c.Op, c.Answer = fidelity.AtLeastAnswer, n.Content[1].Value
		return c, true
	case n.Kind != yaml.ScalarNode:
	case n.Value == "given":
		c.Op = fidelity.GivenCell
		return c, true
	case strings.EqualFold(n.Value, "yes") || strings.EqualFold(n.Value, "true"):
		c.Op, c.Answer = fidelity.IsAnswer, "yes"
		return c, true
	case strings.EqualFold(n.Value, "no") || strings.EqualFold(n.Value, "false"):
		c.Op, c.Answer = fidelity.IsAnswer, "no"
		return c, true
	default:
		var ok bool
		if c.Op, c.Number, ok = comparison(n.Value); ok {
			return c, true
		}
	}
	r.fail(n, CodeValue, `%s is no test; write yes, no, given, {at_least: answer}, or a comparison such as "<= 20"`, found(n))
	return c, false
}

// comparison reads "<= 20".
func comparison(text string) (fidelity.Op, fidelity.Number, bool) {
	for _, op := range []fidelity.Op{fidelity.AtMost, fidelity.AtLeast, fidelity.Below, fidelity.Above} {
		if rest, ok := strings.CutPrefix(text, op.String()); ok {
			n, err := fidelity.ParseNumber(strings.TrimSpace(rest))
			return op, n, err == nil
		}
	}
	return 0, fidelity.Number{}, false
}
