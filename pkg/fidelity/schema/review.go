package schema

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Review returns the schema of review files on a scale. It explains keys and
// answers in the words of the scale.
func Review(scale *fidelity.Scale, words *fidelity.Words) ([]byte, error) {
	r := &reviewSchema{def: scale.Definition(), words: words}
	r.texts = reviewTexts
	ofScale := enum(scale.Ref())
	ofScale.Title, ofScale.Description = words.Title, paragraphs("The scale that the review is scored on, with its major version.", words.Attribution)
	r.places = map[string]*node{
		"review.scale":    ofScale,
		"review.evidence": r.evidence(),
		"review.samples":  r.samples(),
		"action.item":     r.itemID(true),
		"action.aim":      r.score(),
		"correction.item": r.itemID(false),
		"correction.from": r.score(),
		"correction.to":   r.score(),

		"finding.facts":     {},
		"finding.score":     {},
		"finding.sources":   r.sources(),
		"finding.ratings":   r.ratings(),
		"finding.recommend": r.recommendation(),

		"measured-item.low":       r.score(),
		"measured-item.high":      r.score(),
		"measured-item.suggested": r.score(),
		"measured-item.measures":  {},
	}
	finding := r.part("finding")
	r.places["review.items"] = r.items(finding)
	r.places["measured.items"] = r.kept()
	root := r.part("review")
	root.Title = "A fidelity review on " + words.Short
	root.Description = "What reviewers found on a visit to a service. Scores follow from it; what is left out is unknown, and never a zero."
	// The reader asks for the scale by itself, after the struct.
	root.Required = append([]string{"scale"}, root.Required...)
	root.Defs = properties{{"quoted-score", r.quotedScore()}}
	for _, p := range finding.Properties {
		if !ofItem(p.key) {
			root.Defs = append(root.Defs, property{"finding-" + p.key, p.node})
		}
	}
	if err := r.done(); err != nil {
		return nil, fmt.Errorf("review: %w", err)
	}
	return document(root)
}

// reviewSchema writes the schema of reviews on one scale.
type reviewSchema struct {
	writer
	def   *fidelity.Definition
	words *fidelity.Words
}

// samples is how the rows of each table were picked.
func (r *reviewSchema) samples() *node {
	tables := make(properties, len(r.def.Tables))
	for t := range r.def.Tables {
		id := r.def.Tables[t].ID
		n := r.part("sample").orNull()
		n.Title = r.words.Tables[id].Title
		tables[t] = property{id, n}
	}
	return object(tables).orNull()
}

// kept is the ranges that a stripped review carries.
func (r *reviewSchema) kept() *node {
	items := make(properties, len(r.def.Items))
	for i := range r.def.Items {
		items[i] = property{r.def.Items[i].ID, r.part("measured-item").orNull()}
	}
	return object(items).orNull()
}

// itemID is the id of an item, as actions and corrections name it.
func (r *reviewSchema) itemID(optional bool) *node {
	n := &node{}
	for i := range r.def.Items {
		id := r.def.Items[i].ID
		n.Enum, n.Explains = append(n.Enum, id), append(n.Explains, r.words.Items[id].Title)
	}
	if optional {
		return anyOf(n, &node{Type: types{"string", "null"}, Pattern: `^$`})
	}
	return n
}

// sources is where the evidence for an item came from.
func (r *reviewSchema) sources() *node {
	return &node{Type: types{"array", "null"}, Items: choice(r.def.Sources, r.words.Sources)}
}

// score is a score of the scale.
func (r *reviewSchema) score() *node {
	n := &node{}
	for score := r.def.Scores.Max; score >= r.def.Scores.Min; score-- {
		n.Enum = append(n.Enum, score)
	}
	return anyOf(n, ref("quoted-score"))
}

// quotedScore is a score as a text, or none.
func (r *reviewSchema) quotedScore() *node {
	var patterns []string
	for score := r.def.Scores.Min; score <= r.def.Scores.Max; score++ {
		patterns = append(patterns, strconv.Itoa(score))
	}
	n := spelled(`(` + strings.Join(patterns, `|`) + `)(\.0+)?`)
	n.Type = append(n.Type, "null")
	return n
}

// ratings are the scores of each reviewer on their own.
func (r *reviewSchema) ratings() *node {
	each := r.score()
	each.AnyOf[0].Enum = append(each.AnyOf[0].Enum, notEnough)
	return &node{Type: types{"object", "null"}, Others: each}
}

// recommendation is a text, or a text with its kind and who would act.
func (r *reviewSchema) recommendation() *node { return anyOf(text(), r.part("recommend")) }
