package source

import (
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// training is the kind of remedy that training units go with.
const training = "training"

// fewestRemedies is how many ways out an item offers at least, so that a team
// has a choice.
const fewestRemedies = 2

func (l *lint) fewRemedies(words *fidelity.ItemWords, at spot) {
	if n := len(words.Remedies); n < fewestRemedies {
		l.warn(at.to("remedies"), CodeRemedies, "remedies offered: %d; write at least %d, so that a service can choose", n, fewestRemedies)
	}
}

// remedyKinds tells remedies of a kind that the item's rule does not name.
func (l *lint) remedyKinds(item *fidelity.Item, words *fidelity.ItemWords, at spot) {
	known := keySet{noun: "kind of remedy", names: item.Remedies}
	for i, r := range words.Remedies {
		if r.Kind != "" && !slices.Contains(item.Remedies, r.Kind) {
			l.fail(at.entry("remedies", i).to("kind"), CodeRemedies, "the rule of %s does not name the remedy %q; name it there or write another kind%s", item.ID, shortened(r.Kind), meant(r.Kind, known.names))
		}
	}
}

// remedyParts tells remedies for something that the item's rule does not have.
func (l *lint) remedyParts(item *fidelity.Item, words *fidelity.ItemWords, at spot) {
	parts := l.parts(item)
	for i, r := range words.Remedies {
		for j, name := range r.For {
			if !slices.Contains(parts, name) {
				l.fail(at.entry("remedies", i).entry("for", j), CodeRemedies, "%s has no fact, measure or column %q that this could help with%s", item.ID, shortened(name), meant(name, parts))
			}
		}
	}
}

// parts names what an item's rule can ask for: its facts and measures, and the
// columns of the table whose rows it scores one by one.
func (l *lint) parts(item *fidelity.Item) []string {
	var names []string
	for i := range item.Facts {
		names = append(names, item.Facts[i].ID)
	}
	for i := range item.Measures {
		names = append(names, item.Measures[i].ID)
	}
	for t := range l.def.Tables {
		if l.def.Tables[t].ID != item.Each {
			continue
		}
		for c := range l.def.Tables[t].Columns {
			names = append(names, l.def.Tables[t].Columns[c].ID)
		}
	}
	return names
}

// develops tells training units of an item that training does not help.
func (l *lint) develops(item *fidelity.Item) {
	if len(item.Develops) > 0 && !slices.Contains(item.Remedies, training) {
		l.fail(ruleOf(item).to("develops"), CodeRemedies, "units are named here, but %s is no remedy of this item; add it to remedy, or take the units out", training)
	}
}
