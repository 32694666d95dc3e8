package schema

import (
	"fmt"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// notEnough is how reviews write that the evidence allows no score.
const notEnough = "not-enough-evidence"

// items is what the reviewers found: for each item its facts and its score in
// its own words, and the parts that are the same for all items.
func (r *reviewSchema) items() *node {
	finding := r.part("finding")
	items := make(properties, len(r.def.Items))
	for i := range r.def.Items {
		item := &r.def.Items[i]
		words := r.words.Items[item.ID]
		parts := make(properties, len(finding.Properties))
		for p, part := range finding.Properties {
			switch part.key {
			case "facts":
				part.node = r.facts(item, &words)
			case "score":
				part.node = r.itemScore(&words)
			default:
				part.node = r.share("finding-"+part.key, part.node)
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

// facts are the answers to the questions of an item.
func (r *reviewSchema) facts(item *fidelity.Item, words *fidelity.ItemWords) *node {
	facts := make(properties, len(item.Facts))
	for f := range item.Facts {
		fact := &item.Facts[f]
		w := words.Facts[fact.ID]
		n := r.answer(fact, &w)
		n.Title, n.Description = capital(w.Short), w.Asks
		facts[f] = property{fact.ID, n}
	}
	n := object(facts).orNull()
	n.Title, n.Description = "Facts", r.texts["finding.facts"]
	if len(facts) == 0 {
		n.Description = "This item has no facts: it is scored from the evidence tables."
	}
	return n
}

// answer is the answer to one question. Spellings that the reader warns of are
// left out, so that an editor marks them.
func (r *reviewSchema) answer(fact *fidelity.Fact, words *fidelity.FactWords) *node {
	switch fact.Kind {
	case fidelity.Whole:
		zero := fidelity.Int(0)
		bare, pattern := number(fidelity.Whole, fidelity.Limits{AtLeast: &zero})
		return anyOf(bare, orUnknown(pattern))
	case fidelity.YesNo:
		return r.answers(fact.Choices(), map[string]string{"yes": words.Is})
	default:
		return r.answers(fact.Choices(), words.Answers)
	}
}

// itemScore is the score of an item, with what each score looks like.
func (r *reviewSchema) itemScore(words *fidelity.ItemWords) *node {
	n, looks := &node{}, ""
	for score := r.def.Scores.Max; score >= r.def.Scores.Min; score-- {
		n.Enum, n.Explains = append(n.Enum, score), append(n.Explains, words.Scores[score])
		looks = paragraphs(looks, fmt.Sprintf("%d: %s", score, words.Scores[score]))
	}
	n.Enum, n.Explains = append(n.Enum, notEnough), append(n.Explains, "The evidence allows no score.")
	return &node{Title: "Score", Description: looks, AnyOf: []*node{n, r.quotedScore()}}
}
