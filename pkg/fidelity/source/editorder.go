package source

import (
	"slices"
	"strings"

	"gopkg.in/yaml.v3"
)

// customs are the keys of the parts of a review in the order in which reviews
// are written. In the name of a part * stands for any key and [] for any entry.
var customs = map[string][]string{
	"": {
		"format", "scale", "service", "kind", "mode", "stage", "blind", "visit", "evidence_period", "reviewers", "evidence",
		"samples", "items", "measured", "actions", "previous", "amends", "corrected", "response", "sharing", "not-personal",
		"stripped", "seal", "changes",
	},
	"service":           {"id", "name", "organisation", "setting", "started", "groups"},
	"visit":             {"from", "to"},
	"evidence_period":   {"from", "to"},
	"reviewers[]":       {"id", "name", "role", "organisation"},
	"samples.*":         {"of", "picked"},
	"items.*":           {"facts", "sources", "saw", "judgement", "ratings", "score", "because", "recommend"},
	"items.*.recommend": {"text", "kind", "who"},
	"actions[]": {
		"id", "item", "action", "who", "when", "aim", "status", "outcome", "measure", "remedy", "scope",
	},
	"response":         {"text", "by", "date"},
	"changes[]":        {"at", "by", "what", "from", "to", "why"},
	"not-personal[]":   {"path", "why"},
	"corrected[]":      {"item", "from", "to", "why"},
	"seal":             {"at", "by", "names", "digest", "sha256"},
	"amends":           {"file", "sha256", "why"},
	"stripped":         {"at", "by"},
	"measured":         {"scale_digest", "items"},
	"measured.items.*": {"low", "high", "suggested", "measures"},
}

// custom is the order of the keys of a part.
type custom struct {
	keys  []string
	alike bool // all keys hold the same kind of thing, as the items do
}

// customary returns the order of the keys of a part. That of items, facts,
// tables and columns is the scale's.
func (e *Editor) customary(steps []step) custom {
	name := partName(steps)
	if keys, ok := customs[name]; ok {
		return custom{keys: keys}
	}
	out := custom{alike: true}
	if e.scale == nil {
		return out
	}
	switch name {
	case "items", "measured.items":
		out.keys = itemKeys(e.scale).names
	case "evidence", "samples":
		out.keys = tableKeys(e.scale).names
	case "items.*.facts":
		if i, ok := e.scale.ItemAt(steps[1].key); ok {
			out.keys = factKeys(&e.scale.Items()[i]).names
		}
	case "evidence.*[]":
		if t, ok := e.scale.TableAt(steps[1].key); ok {
			out.keys = columnIDs(&e.scale.Definition().Tables[t])
		}
	}
	return out
}

// partName names the part at the end of a path as customs do.
func partName(steps []step) string {
	var b strings.Builder
	for _, s := range steps {
		switch so := b.String(); {
		case s.index >= 0:
			b.WriteString("[]")
		case so == "":
			b.WriteString(s.key)
		case slices.Contains([]string{"items", "samples", "evidence", "measured.items"}, so):
			b.WriteString(".*")
		default:
			b.WriteString("." + s.key)
		}
	}
	return b.String()
}

// customaryPlace returns where in the Content of a mapping a new key goes:
// behind the nearest of those that come before it, or else before the first of
// those that come after it. Where none comes after it, and where custom does not
// know it, it goes to the end.
func customaryPlace(n *yaml.Node, key string, order []string) int {
	rank := slices.Index(order, key)
	after, nearest, before := -1, -1, -1
	for i := 0; i+1 < len(n.Content); i += 2 {
		r := slices.Index(order, n.Content[i].Value)
		switch {
		case r < 0 || rank < 0:
		case r < rank && r > nearest:
			after, nearest = i, r
		case r > rank && before < 0:
			before = i
		}
	}
	switch {
	case before < 0:
		return len(n.Content)
	case after >= 0:
		return after + 2
	}
	return before
}

// lastOfKind is the last value of a mapping that is of a kind and not empty; nil
// where there is none.
func lastOfKind(n *yaml.Node, kind yaml.Kind) *yaml.Node {
	for i := len(n.Content) - 1; i > 0; i -= 2 {
		if n.Content[i].Kind == kind && len(n.Content[i].Content) > 0 {
			return n.Content[i]
		}
	}
	return nil
}
