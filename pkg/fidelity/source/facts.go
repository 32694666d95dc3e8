package source

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// facts reads the answers to the facts of one item.
func (r *reader) facts(n *yaml.Node, item int, out *fidelity.Review) {
	scale := out.Scale()
	def := &scale.Items()[item]
	answers := out.Findings[item].Facts
	keys := factKeys(def)
	r.eachKey(n, keys, func(key, value *yaml.Node) {
		at, ok := scale.FactAt(item, key.Value)
		if !ok {
			r.unknownFact(key, keys, def, scale)
			return
		}
		if v, ok := r.answer(value, &def.Facts[at]); ok {
			answers[at] = v
		}
	})
	if n.Kind == yaml.MappingNode {
		r.contradictions(n, def, answers)
		r.notAsked(n, def, answers)
	}
}

func factKeys(def *fidelity.Item) keySet {
	keys := keySet{noun: "fact", of: "in " + def.ID, names: make([]string, len(def.Facts))}
	for f := range def.Facts {
		keys.names[f] = def.Facts[f].ID
	}
	return keys
}

func (r *reader) answer(n *yaml.Node, fact *fidelity.Fact) (v fidelity.Value, given bool) {
	if isNull(n) {
		return v, false
	}
	if n.Kind != yaml.ScalarNode {
		r.fail(n, CodeType, "%s stands where %s takes one answer", found(n), fact.ID)
		return v, false
	}
	text := strings.TrimSpace(n.Value)
	if text == "" {
		return v, false
	}
	if meant, ok := fact.AlsoWritten[text]; ok {
		choices := append(slices.Clone(fact.Choices()), "unknown")
		r.add(n, Warning, CodeSpelling, "%s is read as %s here; write %s", plain(n), meant, orList(choices))
	}
	return r.parsed(n, text, fact.Parse), true
}

// unknownFact says whose fact it is, or which name is near.
func (r *reader) unknownFact(key *yaml.Node, keys keySet, def *fidelity.Item, scale *fidelity.Scale) {
	for i := range scale.Items() {
		if _, ok := scale.FactAt(i, key.Value); ok {
			r.fail(key, CodeUnknown, "%s is a fact of %s, not of %s; move it there", key.Value, scale.Items()[i].ID, def.ID)
			return
		}
	}
	if len(def.Facts) == 0 {
		r.fail(key, CodeUnknown, "there is no fact %s in %s, which has none: it is scored from the evidence tables", found(key), def.ID)
		return
	}
	r.unknown(key, keys)
}
