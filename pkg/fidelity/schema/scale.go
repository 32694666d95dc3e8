package schema

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// Scale returns the schema of the files that make a scale: scale.yaml, the
// rules of the items, words.yaml and the words of the items. Each of the four
// is a definition of its own ($defs: scale, rule, words, item-words). The
// schema as a whole tells them apart by a key that only one of them has.
func Scale() ([]byte, error) {
	w := &writer{texts: scaleTexts}
	w.places = map[string]*node{
		"scale.views":     mapping(w.part("view").orNull()).orNull(),
		"cross-check.use": enum(fidelity.CalculationNames()...),

		"flag.when":      w.condition().orNull(),
		"fact.only_if":   w.condition().orNull(),
		"measure.where":  w.condition().orNull(),
		"measure.when":   w.condition().orNull(),
		"rule.leave_out": w.condition().orNull(),
		"rule.requires":  w.condition().orNull(),
		"rule.anchors":   numbered(w.condition()).orNull(),
		"or-else.when":   comparison(),
		"row-rule.is":    comparison(),

		"rule.score_from_count": numbered(wholeNumber(&source.Shape{})).orNull(),
		"measure.largest_of":    list(ref("measure")).orNull(),
		"rule.measures":         mapping(ref("measure")).orNull(),
	}
	w.share("measure", oneCalculation(w.part("measure")))
	w.places["table.columns"] = mapping(w.part("column"))
	w.places["scale.tables"] = mapping(w.part("table")).orNull()
	w.places["rule.facts"] = mapping(anyOf(enum(fieldOf("fact", "type").Names...), w.part("fact"))).orNull()
	w.places["rule.cross_check"] = anyOf(enum("any"), mapping(w.part("cross-check")).orNull())
	for _, part := range []string{"scale", "rule", "words", "item-words"} {
		n := w.part(part)
		n.Title, n.Description = scaleTitles[part], scaleTexts[part]
		w.share(part, n)
	}
	data, err := w.document(&node{
		Title: "A file of a fidelity scale", Description: scaleTexts[""],
		If: having("format"), Then: ref("scale"), Else: &node{
			If: having("number"), Then: ref("rule"), Else: &node{
				If: having("attribution"), Then: ref("words"), Else: ref("item-words"),
			},
		},
	})
	if err != nil {
		return nil, fmt.Errorf("scales: %w", err)
	}
	return data, nil
}

var scaleTitles = map[string]string{
	"scale":      "The frame of a scale (scale.yaml)",
	"rule":       "The rule of an item (rules/ITEM.yaml)",
	"words":      "The words of a scale (words.yaml)",
	"item-words": "The words of an item (words/ITEM.yaml)",
}

func having(key string) *node { return &node{Required: []string{key}} }

// condition is what has to hold: tests by name, all of them, or any of several
// conditions.
func (w *writer) condition() *node {
	answer := w.share("text", text())
	answer.Description = scaleTexts["test.at_least"]
	test := anyOf(
		enum("yes", "no", "given"),
		object(properties{{"at_least", answer}}, "at_least"),
		comparison(),
		quoted(anyCase("yes"), anyCase("no"), anyCase("true"), anyCase("false")).allowing("boolean"),
	)
	tests := anyOf(w.share("test", test), list(ref("test")))
	several := list(ref("condition"))
	several.Description = scaleTexts["condition.any"]
	return w.share("condition", &node{Type: types{"object"}, Properties: properties{{"any", several}}, Others: tests})
}

// comparison is a comparison with a number, such as "<= 20".
func comparison() *node {
	return &node{Type: types{"string"}, Pattern: `^(<=|>=|<|>)\s*-?` + decimal + `\s*$`, Examples: []string{"<= 20", ">= 90"}}
}

// oneCalculation asks for exactly one of the calculations that there are.
func oneCalculation(measure *node) *node {
	for _, name := range fidelity.CalculationNames() {
		measure.OneOf = append(measure.OneOf, having(name))
	}
	return measure
}
