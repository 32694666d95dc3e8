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
	ofScale.Title, ofScale.Description = words.Title, paragraphs(reviewTexts["review.scale"], words.Attribution)
	item := r.itemIDs()
	r.places = map[string]*node{
		"review.scale":    ofScale,
		"review.evidence": r.evidence(),
		"action.item":     anyOf(item, r.nothing()),
		"action.aim":      r.score(),
		"correction.item": item,
		"correction.from": r.score(),
		"correction.to":   r.score(),

		"finding.facts":     {}, // facts and score are those of each item
		"finding.score":     {},
		"finding.sources":   list(choice(r.def.Sources, words.Sources)).orNull(),
		"finding.ratings":   mapping(r.score(notEnough)).orNull(),
		"finding.recommend": anyOf(r.share("text", text()), r.part("recommend")),

		"measured-item.low":       r.score(),
		"measured-item.high":      r.score(),
		"measured-item.suggested": r.score(),
		"measured-item.measures":  {}, // lists of parts, below
		"measured-item.flags":     {},
	}
	r.places["review.samples"] = r.samples()
	r.places["review.items"] = r.items()
	r.places["measured-item.measures"] = list(r.part("kept-measure")).orNull()
	r.places["measured-item.flags"] = list(r.part("kept-flag")).orNull()
	r.places["measured.items"] = r.kept()
	root := r.part("review")
	root.Title, root.Description = "A fidelity review on "+words.Short, reviewTexts["review"]
	// The reader asks for the scale apart from the other keys.
	root.Required = append([]string{"scale"}, root.Required...)
	data, err := r.document(root)
	if err != nil {
		return nil, fmt.Errorf("reviews on %s: %w", scale.Ref(), err)
	}
	return data, nil
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
	item := r.part("measured-item").orNull()
	item.Description = reviewTexts["measured-item"]
	each := r.share("measured-item", item)
	items := make(properties, len(r.def.Items))
	for i := range r.def.Items {
		items[i] = property{r.def.Items[i].ID, each}
	}
	return object(items).orNull()
}

// itemIDs are the ids of the items, with their titles.
func (r *reviewSchema) itemIDs() *node {
	n := &node{}
	for i := range r.def.Items {
		id := r.def.Items[i].ID
		n.Enum, n.Explains = append(n.Enum, id), append(n.Explains, r.words.Items[id].Title)
	}
	return n
}

// score is a score of the scale, or one of the other answers.
func (r *reviewSchema) score(others ...string) *node {
	n := &node{}
	for score := r.def.Scores.Max; score >= r.def.Scores.Min; score-- {
		n.Enum = append(n.Enum, score)
	}
	for _, other := range others {
		n.Enum = append(n.Enum, other)
	}
	return anyOf(n, r.quotedScore())
}

// quotedScore is a score in quotation marks, or null.
func (r *reviewSchema) quotedScore() *node {
	var scores []string
	for score := r.def.Scores.Min; score <= r.def.Scores.Max; score++ {
		scores = append(scores, strconv.Itoa(score))
	}
	return r.share("quoted-score", quoted(`(`+strings.Join(scores, `|`)+`)(\.0+)?`).allowing("null"))
}
