package schema

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// The reader takes more spellings than an editor should offer: numbers and
// answers in quotation marks, yes in any case, spaces around. So a place has
// first what to offer, and then a pattern for any other spelling.

const (
	unknown = "unknown"
	code    = `[A-Za-z]{1,4}[0-9]{1,5}`
	month   = `[0-9]{4}-(0[1-9]|1[0-2])`
	whole   = `(0|[1-9][0-9]*)(\.0+)?`
	decimal = `(0|[1-9][0-9]*)(\.[0-9]+)?`
	above0  = `(0\.0*[1-9][0-9]*|[1-9][0-9]*(\.[0-9]+)?)`
	hundred = `(0(\.0+)?|[1-9][0-9]?(\.[0-9]+)?|100(\.0+)?)`
	// A percentage above 0 and below 1 needs its sign.
	percent = hundred + `|(` + hundred + `|0\.[0-9]+)\s*%|` + decimal + `\s*/\s*` + above0
)

// spelled is a text in one of several spellings, with spaces around it.
func spelled(patterns ...string) *node {
	return &node{Type: types{"string"}, Pattern: `^\s*(` + strings.Join(patterns, `|`) + `)\s*$`}
}

// spelledOrNot may also be empty or null.
func spelledOrNot(patterns ...string) *node {
	return &node{Type: types{"string", "null"}, Pattern: `^\s*(` + strings.Join(patterns, `|`) + `)?\s*$`}
}

// anyCase is a pattern for a word in capitals and small letters.
func anyCase(word string) string {
	var b strings.Builder
	for _, c := range word {
		if unicode.IsLetter(c) {
			b.WriteString("[" + string(unicode.ToUpper(c)) + string(unicode.ToLower(c)) + "]")
		} else {
			b.WriteString(regexp.QuoteMeta(string(c)))
		}
	}
	return b.String()
}

// answers is one of a list of answers, or unknown.
func answers(list []string, means map[string]string) *node {
	offered := choice(append(slices.Clone(list), unknown), means)
	if list[0] != "no" || list[len(list)-1] != "yes" {
		return anyOf(offered, spelledOrNot(append(asWritten(list), anyCase(unknown))...))
	}
	// Other YAML tools write true and false, and some read a bare yes as true.
	var patterns []string
	for _, answer := range append(slices.Clone(list), "true", "false", unknown) {
		patterns = append(patterns, anyCase(answer))
	}
	otherwise := spelledOrNot(patterns...)
	otherwise.Type = types{"string", "boolean", "null"}
	return anyOf(offered, otherwise)
}

// choice is one of a list of names, each with what it means.
func choice(names []string, means map[string]string) *node {
	n := &node{}
	for _, name := range names {
		text := means[name]
		if text == "" {
			text = meanings[name]
		}
		n.Enum = append(n.Enum, name)
		n.Explains = append(n.Explains, sentence(text))
	}
	return n
}

// meanings are those of the answers that every scale has.
var meanings = map[string]string{
	"yes":     "yes",
	"partly":  "in part; it earns no credit",
	"no":      "no",
	unknown:   "not known; it is never counted as the lowest score",
	notEnough: "the evidence allows no score",
}

func asWritten(names []string) []string {
	patterns := make([]string, len(names))
	for i, name := range names {
		patterns[i] = regexp.QuoteMeta(name)
	}
	return patterns
}

// number is a number within limits, and how it can be spelled in quotation
// marks. A schema cannot compare a text with a limit: there, only a minus sign
// is refused where none can be.
func number(kind fidelity.Kind, limits fidelity.Limits) (bare *node, pattern string) {
	bare, pattern = &node{Type: types{"number"}}, decimal
	if kind == fidelity.Whole {
		bare.Type, pattern = types{"integer"}, whole
	}
	bare.Minimum, bare.Maximum, bare.Above = limit(limits.AtLeast), limit(limits.AtMost), limit(limits.Above)
	for _, least := range []*fidelity.Number{limits.AtLeast, limits.Above} {
		if least != nil && least.Sign() >= 0 {
			return bare, pattern
		}
	}
	return bare, "-?" + pattern
}

func limit(n *fidelity.Number) json.Number {
	if n == nil {
		return ""
	}
	return json.Number(n.String())
}

// share is a percentage without its sign.
func share() *node {
	return &node{
		Type: types{"number"}, Minimum: "0", Maximum: "100",
		Not: &node{Type: types{"number"}, Above: "0", Below: "1"},
	}
}

// text is any one value: numbers, dates and the like are texts as they stand.
func text() *node { return &node{Type: types{"string", "number", "boolean", "null"}} }

// sentence gives a text from the words a capital letter and a full stop.
func sentence(text string) string {
	text = capital(text)
	if text != "" && !strings.ContainsAny(text[len(text)-1:], ".?!)") {
		text += "."
	}
	return text
}

func capital(text string) string {
	for i, c := range text {
		return string(unicode.ToUpper(c)) + text[i+len(string(c)):]
	}
	return ""
}

// paragraphs puts an empty line between texts, and leaves out what is empty.
func paragraphs(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), "\n\n")
}
