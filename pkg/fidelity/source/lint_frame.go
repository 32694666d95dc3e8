package source

import (
	"maps"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// bands tells bands that no total can lie in, and totals that lie in none.
func (l *lint) bands() {
	low, high := l.scale.TotalRange()
	for i, b := range l.def.Bands {
		at := frame().entry("bands", i).to("from")
		switch {
		case b.From.Cmp(high) > 0:
			l.fail(at, CodeUnreachable, "no total can be in %s, which begins at %s: the highest is %s", b.ID, b.From.Decimal(2), high.Decimal(2))
		case b.From.Cmp(low) < 0:
			l.warn(at, CodeUnreachable, "%s begins at %s, but the lowest total is %s; begin it there", b.ID, b.From.Decimal(2), low.Decimal(2))
		}
	}
	if bands := l.scale.Bands(); len(bands) > 0 && bands[0].From.Cmp(low) > 0 {
		l.warn(frame("bands"), CodeNoRule, "totals from %s up to %s, where %s begins, are in no band; begin the lowest band at %[1]s", low.Decimal(2), bands[0].From.Decimal(2), bands[0].ID)
	}
}

// sections tells sections without an item. That of an item is looked up when
// the scale is compiled.
func (l *lint) sections() {
	used := map[string]bool{}
	for i := range l.def.Items {
		used[l.def.Items[i].Section] = true
	}
	l.unusedEntries("sections", "section", l.def.Sections, used)
}

func (l *lint) sources() {
	known := keySet{noun: "source", of: "in this scale", names: l.def.Sources}
	used := map[string]bool{}
	for i := range l.def.Items {
		item := &l.def.Items[i]
		for s, id := range item.Sources {
			used[id] = true
			l.declared(known, id, ruleOf(item).entry("sources", s))
		}
	}
	l.unusedEntries("sources", "source", l.def.Sources, used)
}

func (l *lint) principles() {
	ids := names(l.def.Principles, func(p *fidelity.Principle) string { return p.ID })
	known := keySet{noun: "principle", of: "in this scale", names: ids}
	used := map[string]bool{"": true} // an item need not belong to one
	for i := range l.def.Items {
		item := &l.def.Items[i]
		at := ruleOf(item).to("principles")
		if used[item.Primary] = true; item.Primary != "" {
			l.declared(known, item.Primary, at.to("primary"))
		}
		for p, id := range item.Also {
			used[id] = true
			l.declared(known, id, at.entry("also", p))
			if id == item.Primary {
				l.warn(at.entry("also", p), CodeDuplicate, "%s is the first principle of this item already", id)
			}
		}
	}
	l.unusedEntries("principles", "principle", ids, used)
}

// remedyNames holds the kinds of remedy that items name against those that the
// words declare.
func (l *lint) remedyNames() {
	l.declaredInWords("remedies", "remedy", "remedy", l.words.Remedies, func(item *fidelity.Item) []string { return item.Remedies })
}

func (l *lint) audienceNames() {
	l.declaredInWords("audiences", "audience", "audience", l.words.Audiences, func(item *fidelity.Item) []string { return item.Audience })
}

func (l *lint) declaredInWords(part, key, noun string, texts map[string]string, of func(*fidelity.Item) []string) {
	known := keySet{noun: noun, of: "in words.yaml", names: slices.Sorted(maps.Keys(texts))}
	used := map[string]bool{}
	for i := range l.def.Items {
		item := &l.def.Items[i]
		for n, id := range of(item) {
			used[id] = true
			l.declared(known, id, ruleOf(item).entry(key, n))
		}
	}
	for _, id := range known.names {
		if !used[id] {
			l.warn(wordsAt(part, id), CodeUnused, "no item has the %s %s; name it in an item or take it out", noun, id)
		}
	}
}

// trainingNames holds the training units that items name against the words.
// The words may list a curriculum as a whole.
func (l *lint) trainingNames() {
	known := keySet{noun: "training unit", of: "in words.yaml", names: slices.Sorted(maps.Keys(l.words.Training))}
	for i := range l.def.Items {
		item := &l.def.Items[i]
		for n, id := range item.Develops {
			l.declared(known, id, ruleOf(item).entry("develops", n))
		}
	}
}

// declared tells a name that a rule uses and nothing declares.
func (l *lint) declared(known keySet, id string, at spot) {
	if !slices.Contains(known.names, id) {
		l.fail(at, CodeUnknown, "there is no %s %q %s%s", known.noun, shortened(id), known.of, known.instead(id))
	}
}

// unusedEntries tells entries of a list in scale.yaml that no item uses.
func (l *lint) unusedEntries(part, noun string, ids []string, used map[string]bool) {
	for i, id := range ids {
		if !used[id] {
			l.warn(frame().entry(part, i), CodeUnused, "no item has the %s %s; name it in an item or take it out", noun, id)
		}
	}
}
