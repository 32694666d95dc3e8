package source

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// notEnough is how files write that the evidence allows no score.
const notEnough = "not-enough-evidence"

// items reads what the reviewers found, item by item.
func (r *reader) items(n *yaml.Node, out *fidelity.Review) {
	scale := out.Scale()
	r.eachKey(n, itemIDs(scale), "among the items of "+scale.ID(), func(key string, value *yaml.Node) {
		if isNull(value) {
			return
		}
		i, _ := scale.ItemAt(key)
		r.finding(value, i, out)
	})
}

func (r *reader) finding(n *yaml.Node, item int, out *fidelity.Review) {
	var raw findingFile
	r.bind(n, &raw)
	f := &out.Findings[item]
	f.Saw, f.Judgement, f.Because, f.Sources = raw.Saw, raw.Judgement, raw.Because, raw.Sources
	r.section(n, "facts", raw.Facts, func(n *yaml.Node) { r.facts(n, item, out) })
	r.section(n, "score", raw.Score, func(n *yaml.Node) { f.Rating = r.rating(n, out.Scale().Scores()) })
	r.section(n, "recommend", raw.Recommend, func(n *yaml.Node) { f.Recommend = r.recommendation(n) })
	r.section(n, "ratings", raw.Ratings, func(n *yaml.Node) {
		r.eachKey(n, nil, "", func(key string, value *yaml.Node) {
			if !isNull(value) {
				f.Ratings = append(f.Ratings, fidelity.ReviewerRating{Reviewer: key, Rating: r.rating(value, out.Scale().Scores())})
			}
		})
	})
	known := out.Scale().Definition().Sources
	for i, source := range raw.Sources {
		if !slices.Contains(known, source) {
			steps := []step{{key: "sources", index: -1}, {index: i}}
			at, _ := lookUp(n, steps)
			r.path = append(r.path, steps...)
			r.fail(at, CodeUnknown, "%q is not a source; write %s%s", source, orList(known), didYouMeanOnly(source, known))
			r.path = r.path[:len(r.path)-2]
		}
	}
}

func (r *reader) facts(n *yaml.Node, item int, out *fidelity.Review) {
	scale := out.Scale()
	def := &scale.Items()[item]
	r.eachKey(n, nil, "", func(key string, value *yaml.Node) {
		at, ok := scale.FactAt(item, key)
		if !ok {
			r.unknownFact(value, key, def, scale)
			return
		}
		if isNull(value) {
			return
		}
		if value.Kind != yaml.ScalarNode {
			r.fail(value, CodeType, "%s takes one answer, not a list or keys", key)
			return
		}
		text := norm.NFC.String(strings.TrimSpace(value.Value))
		if text == "" {
			return
		}
		v, err := def.Facts[at].Parse(text)
		if err != nil {
			r.fail(value, CodeValue, "%s", err)
			return
		}
		if meant, ok := def.Facts[at].AlsoWritten[text]; ok {
			r.warn(value, CodeSpelling, "%q is read as %s; write %s or unknown", text, meant, strings.Join(def.Facts[at].Choices(), ", "))
		}
		out.Findings[item].Facts[at] = v
	})
}

// unknownFact says whose fact it is, or which name is near.
func (r *reader) unknownFact(n *yaml.Node, key string, def *fidelity.Item, scale *fidelity.Scale) {
	for i := range scale.Items() {
		if _, ok := scale.FactAt(i, key); ok {
			r.fail(n, CodeUnknown, "%s is a fact of %s, not of %s; move it there", key, scale.Items()[i].ID, def.ID)
			return
		}
	}
	if len(def.Facts) == 0 {
		r.fail(n, CodeUnknown, "%s has no facts; it is scored from the evidence tables", def.ID)
		return
	}
	names := make([]string, len(def.Facts))
	for f := range def.Facts {
		names[f] = def.Facts[f].ID
	}
	r.fail(n, CodeUnknown, "there is no fact %q in %s%s", key, def.ID, didYouMean(key, names))
}

func (r *reader) rating(n *yaml.Node, scores fidelity.Scores) fidelity.Rating {
	if n.Kind == yaml.ScalarNode {
		if n.Value == notEnough {
			return fidelity.NotEnoughEvidence()
		}
		if number, err := fidelity.ParseNumber(strings.TrimSpace(n.Value)); err == nil {
			if score, ok := number.Int(); ok && scores.Allow(score) {
				return fidelity.Scored(score)
			}
		}
	}
	r.fail(n, CodeValue, "%s is not a score; write %d to %d, or %s", plain(n), scores.Min, scores.Max, notEnough)
	return fidelity.Rating{}
}

// plain names a number as it stands and anything else in quotes.
func plain(n *yaml.Node) string {
	if n.Kind == yaml.ScalarNode && n.Style == 0 && len(n.Value) < 20 {
		if _, err := fidelity.ParseNumber(n.Value); err == nil {
			return n.Value
		}
	}
	return found(n)
}

// recommendation is a text, or a text with its kind and who would act.
func (r *reader) recommendation(n *yaml.Node) *fidelity.Recommendation {
	if n.Kind == yaml.MappingNode {
		var raw recommendFile
		r.bind(n, &raw)
		return &fidelity.Recommendation{Text: raw.Text, Kind: raw.Kind, Who: raw.Who}
	}
	text, ok := r.text(n)
	if !ok {
		return nil
	}
	return &fidelity.Recommendation{Text: text}
}
