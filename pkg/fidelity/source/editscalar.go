package source

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// scalar writes one value in one line, in quotation marks where YAML needs
// them. A style that the node has already is kept if it can be.
func (l *layout) scalar(n *yaml.Node, flow bool) string {
	switch {
	case isNull(n):
		return "null"
	case l.json && n.Tag == "" && jsonNumber.MatchString(n.Value):
		return n.Value
	case l.json || n.Style == yaml.DoubleQuotedStyle:
		return doubleQuoted(n.Value)
	case n.Style == yaml.SingleQuotedStyle && oneShownLine(n.Value):
		return singleQuoted(n.Value)
	case canBePlain(n.Value, flow) && (n.Tag == "" || readsAsText(n.Value)):
		return n.Value
	case strings.ContainsAny(n.Value, `"\`) && oneShownLine(n.Value):
		return singleQuoted(n.Value)
	}
	return doubleQuoted(n.Value)
}

var jsonNumber = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?$`)

// indicators cannot begin a text without quotation marks; some could with care.
const indicators = "-?:,[]{}#&*!|>'\"%@`"

var negative = regexp.MustCompile(`^-[0-9]`)

// canBePlain reports whether YAML reads a text back without quotation marks.
// It would with some that are refused here: other readers are stricter.
func canBePlain(text string, flow bool) bool {
	switch {
	case text == "", strings.TrimSpace(text) != text, !oneShownLine(text):
		return false
	case strings.IndexByte(indicators, text[0]) >= 0 && !negative.MatchString(text):
		return false
	case strings.HasSuffix(text, ":"), strings.Contains(text, ": "), strings.Contains(text, " #"), strings.Contains(text, "\t"):
		return false
	case strings.HasPrefix(text, "---"), strings.HasPrefix(text, "..."):
		return false
	}
	return !flow || !strings.ContainsAny(text, ",?[]{}")
}

// otherWords are read as something else than text by one reader of YAML or
// another.
var otherWords = []string{"y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<", ".nan", ".inf"}

// numeric is anything that looks as if it might be a number, a date or a time.
var numeric = regexp.MustCompile(`^[-+]?\.?[0-9][-+.:_0-9a-fA-FoOxXtTzZ]*( [-+.:0-9]+)*$|^[-+]\.(inf|Inf|INF)$`)

// readsAsText reports whether a text without quotation marks is read as text,
// by this and other readers of YAML.
func readsAsText(text string) bool {
	if slices.Contains(otherWords, strings.ToLower(text)) || numeric.MatchString(text) {
		return false
	}
	n, _, err := parse([]byte(text))
	return err == nil && n.Kind == yaml.ScalarNode && n.Tag == "!!str" && n.Value == text
}

// oneShownLine reports whether a text is one line without anything that must be
// escaped.
func oneShownLine(text string) bool {
	return strings.IndexFunc(text, func(c rune) bool { return c == '\n' || !written(c) }) < 0
}

// written reports whether a character can stand in a file as it is. Those that
// some readers take for a line break cannot, nor can a byte order mark.
func written(c rune) bool {
	switch {
	case c == '\t', c == '\n':
		return true
	case c < ' ', c >= 0x7F && c < 0xA0, c == '\u2028', c == '\u2029', c == '\uFEFF', c == 0xFFFE, c == 0xFFFF:
		return false
	}
	return true
}

func singleQuoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// doubleQuoted escapes only what it must. What it escapes is JSON as well.
func doubleQuoted(text string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, c := range text {
		switch {
		case c == '"' || c == '\\':
			b.WriteByte('\\')
			b.WriteRune(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\t':
			b.WriteString(`\t`)
		case c == '\r':
			b.WriteString(`\r`)
		case !written(c):
			fmt.Fprintf(&b, `\u%04X`, c)
		default:
			b.WriteRune(c)
		}
	}
	b.WriteByte('"')
	return b.String()
}

// columns is how wide a text is shown, near enough.
func columns(text string) int { return utf8.RuneCountInString(text) }
