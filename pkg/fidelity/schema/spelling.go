package schema

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// The reader takes more spellings than an editor should offer: numbers and
// answers in quotation marks, yes in any case, true for yes, spaces around,
// nothing at all. So a place has first what to offer and to ask for, and then
// otherwise: a form that says only what it is not, so that no editor offers it.

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

// otherwise is a text in one of several spellings with spaces around it, or
// empty, or null.
func otherwise(patterns ...string) *node {
	return &node{Pattern: `^\s*(` + strings.Join(patterns, `|`) + `)?\s*$`, Not: ofType("number", "boolean", "object", "array")}
}

// orUnknown may also be unknown, and an editor offers that.
func orUnknown(patterns ...string) *node {
	n := otherwise(append(patterns, anyCase(unknown))...)
	n.Examples = []string{unknown}
	return n
}

// spelled is a text with spaces around it.
func spelled(pattern string) *node {
	return &node{Type: types{"string"}, Pattern: `^\s*` + pattern + `\s*$`}
}

// quoted is a text in one of several spellings with spaces around it.
func quoted(patterns ...string) *node {
	return &node{Pattern: `^\s*(` + strings.Join(patterns, `|`) + `)\s*$`, Not: ofType("number", "boolean", "object", "array", "null")}
}

// allowing lets values of a type stand there as well, without offering them.
func (n *node) allowing(kind string) *node {
	n.Not.Type = slices.DeleteFunc(n.Not.Type, func(t string) bool { return t == kind })
	return n
}

// text is any one value: numbers, dates and the like are texts as they stand.
func text() *node { return anyOf(ofType("string"), &node{Not: ofType("object", "array")}) }

// filled is a text that must be there.
func filled() *node {
	return anyOf(&node{Type: types{"string"}, MinLength: 1}, &node{Not: ofType("string", "object", "array", "null")})
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

func asWritten(names []string) []string {
	patterns := make([]string, len(names))
	for i, name := range names {
		patterns[i] = regexp.QuoteMeta(name)
	}
	return patterns
}

// choice is one of a list of names, each with what it means.
func choice(names []string, means map[string]string) *node {
	n := enum(names...)
	said := false
	for _, name := range names {
		n.Explains = append(n.Explains, sentence(means[name]))
		said = said || means[name] != ""
	}
	if !said {
		n.Explains = nil
	}
	return n
}

// answers is one of a list of answers, or unknown.
func (w *writer) answers(list []string, means map[string]string) *node {
	said := map[string]string{
		"yes": "yes", "no": "no", "partly": "in part; it earns no credit",
		unknown: "not known; it is never counted as the lowest score",
	}
	for answer, text := range means {
		said[answer] = text
	}
	all := append(slices.Clone(list), unknown)
	if yesNo := len(list) > 0 && list[0] == "no" && list[len(list)-1] == "yes"; !yesNo {
		return anyOf(choice(all, said), otherwise(append(asWritten(list), anyCase(unknown))...))
	}
	// Other YAML tools write true and false for yes and no, and some read a bare
	// yes as true.
	var patterns []string
	for _, answer := range append(all, "true", "false") {
		patterns = append(patterns, anyCase(answer))
	}
	return anyOf(choice(all, said), w.share("other-"+strings.Join(list, "-"), otherwise(patterns...).allowing("boolean")))
}

// number is a number within limits, and how it is spelled in quotation marks.
// A schema cannot compare a text with a limit: there, only a minus sign is
// refused where none can be.
func number(kind fidelity.Kind, limits fidelity.Limits) (bare *node, pattern string) {
	bare, pattern = ofType("number"), decimal
	if kind == fidelity.Whole {
		bare, pattern = ofType("integer"), whole
	}
	bare.Minimum, bare.Maximum, bare.Above = limit(limits.AtLeast), limit(limits.AtMost), limit(limits.Above)
	for _, least := range []*fidelity.Number{limits.AtLeast, limits.Above} {
		if least != nil && least.Sign() >= 0 {
			return bare, pattern
		}
	}
	return bare, "-?" + pattern
}

// sentence gives a text from the words a capital letter and a full stop.
func sentence(text string) string {
	text = capital(text)
	if text != "" && !strings.ContainsAny(text[len(text)-1:], ".?!)") {
		text += "."
	}
	return text
}

func capital(text string) string {
	for _, c := range text {
		return string(unicode.ToUpper(c)) + text[len(string(c)):]
	}
	return ""
}

// paragraphs puts an empty line between texts, and leaves out what is empty.
func paragraphs(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(t string) bool { return t == "" }), "\n\n")
}
