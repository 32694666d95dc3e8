package source

import (
	"regexp"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
)

// freeText stands in changes for a text, which is not repeated there.
const freeText = "(text)"

// textKeys are the keys that hold free text, names included. All other values
// are told in changes if they look like a value.
var textKeys = []string{
	"saw", "judgement", "because", "recommend", "text", "action", "who", "outcome", "measure", "why", "sharing",
	"name", "names", "role", "organisation", "setting", "type",
}

// valueLike is the look of a score, a number, a percent, a date, an answer or
// an id: one word.
var valueLike = regexp.MustCompile(`^-?[\pL\pN][\pL\pN.%/:@+_-]{0,63}$`)

// oneWord reports whether changes can tell a value: it looks like one, and like
// nothing that says who somebody is.
func oneWord(value string) bool {
	return valueLike.MatchString(value) && privacy.Worst(privacy.Find(value)) < privacy.Check
}

// record appends to changes what an edit did.
func (e *Editor) record(made *edit, mark Mark) error {
	by := mark.By
	if by == "" {
		by = "tool"
	}
	entries := []Entry{{"at", Plain(mark.At)}, {"by", Text(privacy.Mask(by, privacy.Block))}, {"what", Plain(made.what)}}
	for _, value := range []Entry{{"from", Plain(made.from)}, {"to", Plain(made.to)}} {
		if !isNull(value.Value.node) {
			entries = append(entries, value)
		}
	}
	if mark.Why != "" {
		entries = append(entries, Entry{"why", Text(unnamed(mark.Why))})
	}
	at, err := e.find("changes")
	if err != nil {
		return err
	}
	entry, err := e.append(at, Map(entries...))
	if err != nil {
		return err
	}
	return e.carryOut(at, entry)
}

// told is what changes say of a value: the value itself, (text) for free text,
// and nothing where there is none. Of a part with an id it is the id, and of a
// list of values all of them.
func told(at *place, n *yaml.Node) string {
	if isNull(n) {
		return ""
	}
	for _, s := range at.steps {
		if slices.Contains(textKeys, s.key) {
			return freeText
		}
	}
	for _, m := range at.missing {
		if slices.Contains(textKeys, m.key) {
			return freeText
		}
	}
	switch n.Kind {
	case yaml.MappingNode:
		if id := child(n, keyStep("id")); id != nil && oneWord(id.Value) {
			return id.Value
		}
		return freeText
	case yaml.SequenceNode:
		return toldList(n)
	}
	if !isText(n) && oneWord(n.Value) {
		return n.Value
	}
	return freeText
}

func toldList(n *yaml.Node) string {
	if len(n.Content) == 0 {
		return "[]"
	}
	values := make([]string, len(n.Content))
	for i, entry := range n.Content {
		switch {
		case isNull(entry):
			values[i] = "null"
		case entry.Kind != yaml.ScalarNode || isText(entry) || !oneWord(entry.Value):
			return freeText
		default:
			values[i] = entry.Value
		}
	}
	return strings.Join(values, ", ")
}

// isText reports whether a value was given as free text. Nodes that were read
// from a file carry a line: there a text may be an answer.
func isText(n *yaml.Node) bool { return n.Line == 0 && n.Tag == "!!str" }

// asText hides a value, but not that there was one.
func asText(told string) string {
	if told == "" {
		return ""
	}
	return freeText
}
