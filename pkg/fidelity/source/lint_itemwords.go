package source

import (
	"strconv"
	"unicode/utf8"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

func (l *lint) itemTexts(item *fidelity.Item, words *fidelity.ItemWords, at spot) {
	l.want(words.Short, at.to("short"), "a title of at most 34 letters, for a line in a terminal")
	l.want(words.Asks, at.to("asks"), "the question that the item asks")
	l.want(words.Evidence, at.to("evidence"), "where the evidence comes from")
	if len(words.Pitfalls) == 0 {
		l.want("", at.to("pitfalls"), "a list of what usually goes wrong when it is scored")
	}
	if item.CrossCheck.AnyAlone || len(item.CrossCheck.Use) > 0 {
		l.want(words.Reads, at.to("reads"), "how the scale can be read in two ways")
	}
}

// longest is how many letters a short title has at most.
const longest = 34

func (l *lint) longShort(short string, at spot) {
	if n := utf8.RuneCountInString(short); n > longest {
		l.warn(at.to("short"), CodeNoWords, "the short title has %d letters; a line in a terminal has room for %d", n, longest)
	}
}

func (l *lint) scoreTexts(words *fidelity.ItemWords, at spot) {
	for score := l.def.Scores.Min; score <= l.def.Scores.Max; score++ {
		l.want(words.Scores[score], at.to("scores", strconv.Itoa(score)), "what this score looks like")
	}
}

func (l *lint) measureTexts(item *fidelity.Item, words *fidelity.ItemWords, at spot) {
	for i := range item.Measures {
		id := item.Measures[i].ID
		at := at.to("measures", id)
		l.want(words.Measures[id].Name, at.to("name"), "what is measured")
		l.want(words.Measures[id].Unit, at.to("unit"), "what the number counts, as in days or percent of jobs")
	}
}

func (l *lint) factTexts(item *fidelity.Item, words *fidelity.ItemWords, at spot) {
	for i := range item.Facts {
		fact := &item.Facts[i]
		text, at := words.Facts[fact.ID], at.to("facts", fact.ID)
		l.want(text.Asks, at.to("asks"), "the question that the reviewer answers")
		l.want(text.Short, at.to("short"), "what the fact is called in a list")
		if fact.Kind == fidelity.YesNo {
			l.want(text.Is, at.to("is"), "what is true where the answer is yes")
			continue
		}
		for _, id := range fact.Choices() {
			l.want(text.Answers[id], at.to("answers", id), "the answer in words")
		}
	}
}

func (l *lint) flagTexts(item *fidelity.Item, words *fidelity.ItemWords, at spot) {
	for _, code := range flagCodes(item) {
		l.want(words.Flags[code], at.to("flags", code), "what the flag says")
	}
}

func (l *lint) remedyTexts(words *fidelity.ItemWords, at spot) {
	for i, r := range words.Remedies {
		at := at.entry("remedies", i)
		l.want(r.Kind, at.to("kind"), "which of the item's kinds of remedy it is")
		l.want(r.Do, at.to("do"), "what to do")
		l.want(r.Who, at.to("who"), "who would act")
		l.want(r.Takes, at.to("takes"), "roughly how long it takes")
		l.want(r.FirstWeek, at.to("first_week"), "what a team could do in the first week")
	}
}
