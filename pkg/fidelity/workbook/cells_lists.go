package workbook

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// entriesOf splits a list as people write one: with commas, semicolons, or a
// line for each.
func entriesOf(text string) []string {
	text = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(text), "["), "]")
	parts := strings.FieldsFunc(text, func(c rune) bool { return c == ',' || c == ';' || c == '\n' })
	entries := make([]string, 0, len(parts))
	for _, part := range parts {
		if part = clean(part); part != "" {
			entries = append(entries, part)
		}
	}
	return entries
}

// members reads a list of answers: all of them where it says so, none for
// "none".
func members(answers []answer, text string) source.Value {
	switch strings.ToLower(text) {
	case "none", "[]":
		return source.List()
	case "all":
		all := make([]source.Value, len(answers))
		for i, a := range answers {
			all[i] = source.Plain(a.id)
		}
		return source.List(all...)
	}
	var list []source.Value
	for _, entry := range entriesOf(text) {
		list = append(list, source.Plain(chosen(answers, entry)))
	}
	return source.List(list...)
}

// weeks reads figures by weeks: one number for all of them, or a list in which
// a week that does not count is a hyphen, leave, or left empty.
func weeks(text string) source.Value {
	if !strings.ContainsAny(text, ",;\n[ /|") {
		return source.Plain(strings.TrimPrefix(text, "'"))
	}
	between := ","
	for _, sign := range []string{";", "\n", "|", "/"} {
		if strings.Contains(text, sign) {
			between = sign
			break
		}
	}
	text = strings.Trim(text, "[]")
	if !strings.Contains(text, between) {
		text = strings.Join(strings.Fields(text), between)
	}
	var list []source.Value
	for week := range strings.SplitSeq(text, between) {
		list = append(list, weekOf(clean(week)))
	}
	return source.List(list...)
}

func weekOf(text string) source.Value {
	unknown, _ := isUnknown(text)
	switch {
	case text == "" || isNothing(text) || unknown,
		strings.EqualFold(text, "null"), strings.EqualFold(text, "leave"), strings.EqualFold(text, "on leave"), strings.EqualFold(text, "x"):
		return source.Null()
	}
	return source.Plain(text)
}
