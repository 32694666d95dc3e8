package say

import (
	"slices"
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// itemWords are the words of an item by the places of its parts, with its ids
// where words are missing, so that a sentence looks nothing up.
type itemWords struct {
	fidelity.ItemWords
	title, short string
	measures     []measureWords
	facts        []factWords
	counted      int   // how many of the facts are counted
	table        int   // whose rows are scored one by one, or -1
	asked        []int // columns of that table that the anchors ask about
	leave        []int // columns that say whether a row is left out
}

type measureWords struct {
	name, unit, one string
	of              string // for a percentage: what it is of, as in "jobs"
	table           int    // that gives it, or -1
}

type factWords struct {
	short, is, asks string
	answers         []string
	// counted facts are in place or not. Others are told with their answer:
	// ordered answers, numbers, a fact on its own, and one that only says
	// whether others are asked.
	counted bool
}

type tableWords struct {
	one, many string
	columns   []columnWords
}

type columnWords struct {
	label   string
	one     string // what one of a number is, or nothing
	many    string
	answers []string
}

// percent is how a unit begins whose numbers are shown with a percent sign.
const percent = "percent of "

func wordsOfTable(def *fidelity.Table, w fidelity.TableWords) tableWords {
	t := tableWords{or(w.One, "row"), or(w.Many, "rows"), make([]columnWords, len(def.Columns))}
	for c := range def.Columns {
		col := &def.Columns[c]
		label := w.Columns[col.ID]
		t.columns[c] = columnWords{inWords(label.Label, col.ID), or(label.One, label.Many), label.Many, answersInWords(col.Choices(), label.Answers)}
	}
	return t
}

func wordsOfItem(scale *fidelity.Scale, def *fidelity.Item, w fidelity.ItemWords) itemWords {
	it := itemWords{ItemWords: w, title: or(w.Title, def.ID), table: -1}
	it.short = or(w.Short, it.title)
	if t, ok := scale.TableAt(def.Each); ok {
		it.table = t
		it.asked, it.leave = columnsAsked(scale, def, t)
	}
	it.measures = make([]measureWords, len(def.Measures))
	for m := range def.Measures {
		id := def.Measures[m].ID
		text := w.Measures[id]
		words := measureWords{name: inWords(text.Name, id), unit: text.Unit, one: text.One, table: it.table}
		if of, ok := strings.CutPrefix(text.Unit, percent); ok {
			words.of = of
		}
		if t, ok := scale.TableAt(tableOf(&def.Measures[m])); ok {
			words.table = t
		}
		it.measures[m] = words
	}
	it.facts = make([]factWords, len(def.Facts))
	for f := range def.Facts {
		fact := &def.Facts[f]
		text := w.Facts[fact.ID]
		short := inWords(text.Short, fact.ID)
		it.facts[f] = factWords{
			short: short, is: or(text.Is, short), asks: or(text.Asks, Upper(short)+"?"),
			answers: answersInWords(fact.Choices(), text.Answers), counted: fact.Kind == fidelity.YesNo && !decides(def, fact.ID),
		}
		if it.facts[f].counted {
			it.counted++
		}
	}
	for f := range it.facts {
		it.facts[f].counted = it.facts[f].counted && it.counted > 1
	}
	return it
}

// decides reports whether a fact says if others are asked.
func decides(def *fidelity.Item, id string) bool {
	found := false
	for f := range def.Facts {
		collect(def.Facts[f].OnlyIf, func(name string) { found = found || name == id })
	}
	return found
}

func answersInWords(ids []string, words map[string]string) []string {
	if len(words) == 0 && slices.Equal(ids, partlyNoYes) {
		return partlyNoYes
	}
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = inWords(words[id], id)
	}
	return names
}

// partlyNoYes are the usual answers, which need no words of their own.
var partlyNoYes = []string{"no", "partly", "yes"}

// tableOf returns the table of a measure over all rows, and nothing for one of
// a single row.
func tableOf(m *fidelity.Measure) string {
	switch {
	case m.Table != "":
		return m.Table
	case len(m.Columns) > 0:
		table, _, ok := strings.Cut(m.Columns[0], ".")
		if ok {
			return table
		}
	case len(m.Parts) > 0:
		return tableOf(&m.Parts[0])
	}
	return ""
}

// columnsAsked lists the columns of a table that an item's anchors ask about,
// and those that say whether a row is left out. Under each, a name that is no
// measure and no fact is one.
func columnsAsked(scale *fidelity.Scale, def *fidelity.Item, t int) (asked, leave []int) {
	add := func(list []int, name string) []int {
		c, ok := scale.ColumnAt(t, name)
		if !ok || slices.Contains(list, c) ||
			slices.ContainsFunc(def.Measures, func(m fidelity.Measure) bool { return m.ID == name }) ||
			slices.ContainsFunc(def.Facts, func(f fidelity.Fact) bool { return f.ID == name }) {
			return list
		}
		return append(list, c)
	}
	for i := range def.Anchors {
		collect(def.Anchors[i].When, func(name string) { asked = add(asked, name) })
	}
	collect(def.LeaveOut, func(name string) { leave = add(leave, name) })
	return asked, leave
}

// collect calls back for every name in a condition.
func collect(c fidelity.Condition, visit func(string)) {
	if c.Name != "" {
		visit(c.Name)
	}
	for i := range c.All {
		collect(c.All[i], visit)
	}
	for i := range c.Any {
		collect(c.Any[i], visit)
	}
}
