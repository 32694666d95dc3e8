package workbook

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// weekList reads figures by weeks: one number for all of them, or a list in which
// a week that does not count is a hyphen, leave, or left empty.
func weekList(text string) source.Value {
	if !strings.ContainsAny(text, ",;\n[ /|") {
		return source.Plain(text)
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
