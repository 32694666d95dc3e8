package workbook

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// unknownLabel is how the drop-downs call what files write as unknown.
const (
	unknownLabel = "not known"
	unknownID    = "unknown"
)

// noneAnswers answer whether a table was looked at: "none" says that there are
// no such rows, which an empty table alone does not.
var noneAnswers = []answer{{"none", "there are none"}}

// tableSheet is the sheet of a table: whether there are any rows, then a list.
func (l *layout) tableSheet(t int) sheet {
	def := &l.scale.Definition().Tables[t]
	words := l.words.Tables[def.ID]
	rows := block{key: "evidence." + def.ID, list: true}
	for c := range def.Columns {
		rows.columns = append(rows.columns, l.columnFields(def, c, words.Columns[def.Columns[c].ID])...)
	}
	looked := block{key: blockNone, columns: []field{{key: valueColumn}}, lines: []line{{
		key: "evidence." + def.ID,
		cells: []field{{
			key: valueColumn, path: "evidence." + def.ID, kind: holdsAnswer, answers: noneAnswers,
			label: "If there are none at all", help: "Choose “there are none”. Leave this blank where rows follow, or where nobody has looked yet.",
		}},
	}}}
	return sheet{key: tableKey + def.ID, name: upper(l.many(def.ID)), table: t, blocks: []block{looked, rows}}
}

// columnFields are the columns of the sheet for a column of the table.
func (l *layout) columnFields(def *fidelity.Table, c int, words fidelity.ColumnWords) []field {
	col := &def.Columns[c]
	label := words.Label
	if label == "" {
		label = plainName(col.ID)
	}
	f := field{key: def.ID + "." + col.ID, path: col.ID, column: c, label: upper(label), help: words.Means, width: 14}
	more := func(p part, place int, name, label, help string, k kind, width float64) field {
		return field{key: f.key + partMark + name, path: col.ID, column: c, part: p, place: place, kind: k, label: label, help: help, width: width}
	}
	switch col.Kind {
	case fidelity.Code:
		f.kind, f.width = holdsCode, 10
	case fidelity.Decimal:
		f.kind, f.width = holdsNumber, 12
	case fidelity.Whole:
		f.kind, f.width = holdsWhole, 12
	case fidelity.Text:
		f.kind, f.width = holdsLine, 22
	case fidelity.Month:
		f.kind, f.width = holdsMonth, 11
	case fidelity.YesNo, fidelity.Choice:
		f.kind, f.answers, f.width = holdsAnswer, answersOf(col.Choices(), words.Answers), 12
		if col.Kind == fidelity.Choice {
			f.width = 24
		}
	case fidelity.Percent:
		f.kind, f.label, f.width = holdsPercent, f.label+", in percent", 16
		hours := more(partOf, 0, "part", upper(label)+": or count it", "The part that counts, such as 24 hours. Leave this blank if you gave a percent.", holdsNumber, 12)
		return []field{f, hours, more(partBase, 0, "base", upper(label)+": out of", "The whole, such as 37.5 hours.", holdsNumber, 12)}
	case fidelity.Set:
		var members []field
		for i, a := range answersOf(col.Answers, words.Answers) {
			m := more(partMember, i, a.id, upper(label)+": "+a.label, "", holdsAnswer, 12)
			m.answers = []answer{{"yes", "yes"}, {"no", "no"}}
			members = append(members, m)
		}
		members[0].help = f.help
		return members
	case fidelity.Series:
		f.kind, f.width = holdsNumber, 16
		list := []field{f}
		for w := 1; w <= l.weeks; w++ {
			list = append(list, more(partWeek, w, fmt.Sprint(w), fmt.Sprintf("%s: week %d", upper(label), w), "", holdsNumber, 9))
		}
		list[0].help = strings.TrimSpace(f.help + " Write one number for a usual week here, or a number for each week beside it.")
		return list
	}
	return []field{f}
}

// answersOf gives ids their labels. Every label is of one line and stands for
// one id only.
func answersOf(ids []string, labels map[string]string) []answer {
	list := make([]answer, len(ids))
	for i, id := range ids {
		label := strings.Join(strings.Fields(labels[id]), " ")
		if label == "" || utf8.RuneCountInString(label) > 200 {
			label = plainName(id)
		}
		list[i] = answer{id, label}
	}
	return distinct(list)
}

// distinct falls back on ids where two labels would be read as one.
func distinct(list []answer) []answer {
	seen := map[string]int{strings.ToLower(unknownLabel): 1, unknownID: 1}
	for _, a := range list {
		seen[strings.ToLower(a.label)]++
	}
	for i, a := range list {
		if seen[strings.ToLower(a.label)] > 1 {
			list[i].label = a.id
		}
	}
	return list
}

// many is what the rows of a table are called.
func (l *layout) many(table string) string {
	if many := l.words.Tables[table].Many; many != "" {
		return many
	}
	return plainName(table)
}

// itemShort is the short title of an item.
func (l *layout) itemShort(i int) string {
	it := &l.scale.Items()[i]
	words := l.words.Items[it.ID]
	switch {
	case words.Short != "":
		return words.Short
	case words.Title != "":
		return words.Title
	}
	return upper(plainName(it.ID))
}

// plainName makes words of an id.
func plainName(id string) string {
	return strings.NewReplacer("_", " ", "-", " ").Replace(id)
}

func upper(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	return strings.ToUpper(string(r)) + s[size:]
}

// freeName makes a name for a sheet that programs allow and no other sheet has.
func (l *layout) freeName(name string) string {
	name = strings.Trim(strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) || r < ' ' {
			return ' '
		}
		return r
	}, name)), " "), "'")
	if runes := []rune(name); len(runes) > 24 {
		name = strings.TrimSpace(string(runes[:24]))
	}
	for n, base := 2, name; l.named(name) || name == ""; n++ {
		name = fmt.Sprintf("%s %d", base, n)
	}
	return name
}

func (l *layout) named(name string) bool {
	for i := range l.sheets {
		if strings.EqualFold(l.sheets[i].name, name) {
			return true
		}
	}
	return strings.EqualFold(name, "history") // Excel keeps this name for itself
}
