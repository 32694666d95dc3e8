package source

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// notEnough is how files write that the evidence allows no score.
const notEnough = "not-enough-evidence"

// items reads what the reviewers found, item by item.
func (r *reader) items(n *yaml.Node, out *fidelity.Review) {
	scale := out.Scale()
	items := itemKeys(scale)
	r.eachKey(n, items, func(key, value *yaml.Node) {
		i, ok := scale.ItemAt(key.Value)
		switch {
		case !ok:
			r.unknown(key, items)
		case !isNull(value):
			r.finding(value, i, out)
		}
	})
}

func itemKeys(s *fidelity.Scale) keySet {
	items := keySet{noun: "item", of: "in " + s.ID(), names: make([]string, len(s.Items()))}
	for i := range items.names {
		items.names[i] = s.Items()[i].ID
	}
	return items
}

func (r *reader) finding(n *yaml.Node, item int, out *fidelity.Review) {
	var raw findingFile
	r.misplaced = func(key string) string {
		if _, ok := out.Scale().FactAt(item, key); ok {
			return key + " is a fact; write it under facts"
		}
		return ""
	}
	r.bind(n, &raw)
	r.misplaced = nil
	scores := out.Scale().Scores()
	f := &out.Findings[item]
	f.Saw, f.Judgement, f.Because, f.Sources = raw.Saw, raw.Judgement, raw.Because, raw.Sources
	r.section("facts", raw.Facts, func(n *yaml.Node) { r.facts(n, item, out) })
	r.section("score", raw.Score, func(n *yaml.Node) { f.Rating = r.rating(n, scores) })
	r.section("recommend", raw.Recommend, func(n *yaml.Node) { f.Recommend = r.recommendation(n) })
	r.section("ratings", raw.Ratings, func(n *yaml.Node) {
		r.eachKey(n, keySet{noun: "reviewer"}, func(key, value *yaml.Node) {
			if !isNull(value) {
				f.Ratings = append(f.Ratings, fidelity.ReviewerRating{Reviewer: key.Value, Rating: r.rating(value, scores)})
			}
		})
	})
	r.sources(n, raw.Sources, out.Scale().Definition().Sources)
}

// sources checks that the scale knows where evidence came from.
func (r *reader) sources(n *yaml.Node, names, known []string) {
	for i, name := range names {
		if r.full() {
			return
		}
		if slices.Contains(known, name) {
			continue
		}
		at, _ := lookUp(n, []step{keyStep("sources"), {index: i}})
		if r.misshapen[at] {
			continue
		}
		r.in("sources")
		r.at(i)
		r.fail(at, CodeUnknown, "%s is not a source of evidence; write %s%s", found(at), orList(known), meant(name, known))
		r.out()
		r.out()
	}
}

func (r *reader) rating(n *yaml.Node, scores fidelity.Scores) fidelity.Rating {
	if n.Kind == yaml.ScalarNode && n.Value == notEnough {
		return fidelity.NotEnoughEvidence()
	}
	if score, ok := wholeNumber(n); ok && scores.Allow(score) {
		return fidelity.Scored(score)
	}
	r.fail(n, CodeValue, "%s is not a score; write %d to %d, or %s%s", plain(n), scores.Min, scores.Max, notEnough, meant(n.Value, []string{notEnough}))
	return fidelity.Rating{}
}

// score reads a score of the scale where there must be one.
func (r *reader) score(n *yaml.Node, scores fidelity.Scores) (int, bool) {
	if score, ok := wholeNumber(n); ok && scores.Allow(score) {
		return score, true
	}
	r.fail(n, CodeValue, "%s is not a score; write %d to %d", plain(n), scores.Min, scores.Max)
	return 0, false
}

// recommendation is a text, or a text with its kind and who would act.
func (r *reader) recommendation(n *yaml.Node) *fidelity.Recommendation {
	if n.Kind == yaml.MappingNode {
		var raw recommendFile
		r.bind(n, &raw)
		return &fidelity.Recommendation{Text: raw.Text, Kind: raw.Kind, Who: raw.Who}
	}
	text, ok := r.text(n)
	if !ok || strings.TrimSpace(text) == "" {
		return nil
	}
	return &fidelity.Recommendation{Text: text}
}
