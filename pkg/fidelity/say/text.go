package say

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// list joins texts as they come.
type list struct {
	strings.Builder
	between string
}

// usual is the room that most lists fit in, so that they grow once.
const usual = 96

// add writes the next entry, which may come in several parts.
func (l *list) add(parts ...string) {
	if l.Len() > 0 {
		l.WriteString(l.between)
	} else {
		l.Grow(usual)
	}
	for _, part := range parts {
		l.WriteString(part)
	}
}

// or returns text, or instead where there is none.
func or(text, instead string) string {
	if text == "" {
		return instead
	}
	return text
}

// inWords returns text, or the words of an id where there is none.
func inWords(text, id string) string {
	if text == "" {
		return plain(id)
	}
	return text
}

var plainer = strings.NewReplacer("-", " ", "_", " ")

// plain makes words of an id: reviewed-weekly becomes reviewed weekly.
func plain(id string) string { return plainer.Replace(id) }

// And joins names: a, b and c.
func And(names []string) string { return join(names, " and ") }

// Or joins names: a, b or c.
func Or(names []string) string { return join(names, " or ") }

func join(names []string, last string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	case 2:
		return names[0] + last + names[1]
	}
	return strings.Join(names[:len(names)-1], ", ") + last + names[len(names)-1]
}

// Upper makes the first letter a capital.
func Upper(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	if upper := unicode.ToUpper(r); upper != r {
		return string(upper) + text[size:]
	}
	return text
}

// Lower makes the first letter small, unless the first word is a code or an
// abbreviation such as ES02.
func Lower(text string) string {
	r, size := utf8.DecodeRuneInString(text)
	next, _ := utf8.DecodeRuneInString(text[size:])
	if lower := unicode.ToLower(r); lower != r && !unicode.IsUpper(next) && !unicode.IsDigit(next) {
		return string(lower) + text[size:]
	}
	return text
}

// Sentence ends text with a full stop, unless it ends already.
func Sentence(text string) string {
	if ends(text) {
		return text
	}
	return text + "."
}

// ends reports whether a text needs no full stop.
func ends(text string) bool {
	return text == "" || strings.IndexByte(".!?", text[len(text)-1]) >= 0 || strings.HasSuffix(text, "…")
}
