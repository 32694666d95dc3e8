package source

import (
	"slices"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// factRules reads the facts of an item: {name: type}, or {name: {…}} where
// there is more to say.
func (r *reader) factRules(n *yaml.Node) []fidelity.Fact {
	var facts []fidelity.Fact
	r.eachKey(n, keySet{noun: "fact"}, func(key, value *yaml.Node) {
		raw := factFile{}
		if value.Kind == yaml.ScalarNode {
			raw.Type = value.Value
			r.factType(value, raw.Type)
		} else {
			r.bindChecked(value, &raw)
		}
		fact := fidelity.Fact{ID: key.Value, Kind: fidelity.YesNo, Answers: raw.Ordered, AtMost: raw.AtMost, AlsoWritten: raw.Also}
		switch {
		case len(raw.Ordered) > 0 && raw.Type != "":
			r.fail(value, CodeScale, "a fact has a type or ordered answers, not both")
		case len(raw.Ordered) > 0:
			fact.Kind = fidelity.Choice
		case raw.Type == "whole":
			fact.Kind = fidelity.Whole
		case raw.Type == "" && !r.misshapen[value]:
			r.fail(value, CodeRequired, "the fact does not say what its answers are; write yes-no, whole, or ordered: with a list of answers")
		}
		r.section("only_if", raw.OnlyIf, func(n *yaml.Node) { fact.OnlyIf = r.condition(n) })
		r.alsoWritten(value, &fact)
		facts = append(facts, fact)
	})
	r.factBounds(n, facts)
	return facts
}

var factTypes = []string{"yes-no", "whole"}

func (r *reader) factType(n *yaml.Node, name string) {
	if name != "" && !slices.Contains(factTypes, name) {
		r.shape(n, "%s is not a type of fact; write %s%s", found(n), orList(factTypes), meant(name, factTypes))
	}
}

// alsoWritten checks that what other spellings stand for can be answered.
func (r *reader) alsoWritten(n *yaml.Node, fact *fidelity.Fact) {
	if len(fact.AlsoWritten) == 0 {
		return
	}
	r.section("also_written", child(n, keyStep("also_written")), func(n *yaml.Node) {
		choices := append(slices.Clone(fact.Choices()), "unknown")
		r.eachKey(n, keySet{noun: "spelling"}, func(_, value *yaml.Node) {
			if !slices.Contains(choices, value.Value) {
				r.fail(value, CodeScale, "%s is not one of the answers; write %s%s", found(value), orList(choices), meant(value.Value, choices))
			}
		})
	})
}

// factBounds checks the facts that bound others: both must be numbers.
func (r *reader) factBounds(n *yaml.Node, facts []fidelity.Fact) {
	for _, f := range facts {
		if f.AtMost == "" {
			continue
		}
		others := keySet{noun: "other whole fact", of: "here"}
		for _, other := range facts {
			if other.Kind == fidelity.Whole && other.ID != f.ID {
				others.names = append(others.names, other.ID)
			}
		}
		r.in(f.ID)
		r.in("at_most_fact")
		at, _ := lookUp(n, []step{keyStep(f.ID), keyStep("at_most_fact")})
		switch {
		case !slices.Contains(others.names, f.AtMost):
			r.unknown(at, others)
		case f.Kind != fidelity.Whole:
			r.fail(at, CodeScale, "only a whole number can be bounded by another fact")
		}
		r.out()
		r.out()
	}
}
