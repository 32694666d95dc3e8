package schema

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// notEnough is how reviews write that the evidence allows no score.
const notEnough = "not-enough-evidence"

// items is what the reviewers found: for each item its facts and its score in
// its own words, and the parts that are the same for all items.
func (r *reviewSchema) items(finding *node) *node {
	items := make(properties, len(r.def.Items))
	for i := range r.def.Items {
		item := &r.def.Items[i]
		words := r.words.Items[item.ID]
		parts := make(properties, len(finding.Properties))
		for p, part := range finding.Properties {
			switch {
			case !ofItem(part.key):
				part.node = ref("finding-" + part.key)
			case part.key == "score":
				part.node = r.itemScore(&words)
			default:
				part.node = r.facts(item, &words)
			}
			parts[p] = part
		}
		n := object(parts).orNull()
		n.Title = fmt.Sprintf("%d. %s", item.Number, words.Title)
		n.Description = paragraphs(words.Asks, words.Note)
		items[i] = property{item.ID, n}
	}
	return object(items).orNull()
}

// ofItem reports whether a part of a finding differs from item to item.
func ofItem(key string) bool { return key == "facts" || key == "score" }

// facts are the answers to the questions of an item.
func (r *reviewSchema) facts(item *fidelity.Item, words *fidelity.ItemWords) *node {
	facts := make(properties, len(item.Facts))
	for f := range item.Facts {
		fact := &item.Facts[f]
		w := words.Facts[fact.ID]
		n := answer(fact, w.Answers)
		n.Title, n.Description = capital(w.Short), w.Asks
		facts[f] = property{fact.ID, n}
	}
	n := object(facts).orNull()
	if n.Description = r.texts["finding.facts"]; len(facts) == 0 {
		n.Description = "This item has no facts: it is scored from the evidence tables."
	}
	return n
}

func answer(fact *fidelity.Fact, means map[string]string) *node {
	if fact.Kind == fidelity.Whole {
		zero := fidelity.Int(0)
		bare, pattern := number(fidelity.Whole, fidelity.Limits{AtLeast: &zero})
		return anyOf(bare, choice([]string{unknown}, nil), spelledOrNot(pattern, anyCase(unknown)))
	}
	return answers(fact.Choices(), means)
}

// itemScore is the score of an item, with what each score looks like.
func (r *reviewSchema) itemScore(words *fidelity.ItemWords) *node {
	n := &node{}
	for score := r.def.Scores.Max; score >= r.def.Scores.Min; score-- {
		n.Enum = append(n.Enum, score)
		n.Explains = append(n.Explains, words.Scores[score])
		if words.Scores[score] != "" {
			n.Description = paragraphs(n.Description, fmt.Sprintf("%d: %s", score, words.Scores[score]))
		}
	}
	n.Enum, n.Explains = append(n.Enum, notEnough), append(n.Explains, sentence(meanings[notEnough]))
	all := anyOf(n, ref("quoted-score"))
	all.Description, n.Description = n.Description, ""
	return all
}
