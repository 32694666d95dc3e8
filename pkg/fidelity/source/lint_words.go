package source

import (
	"maps"
	"slices"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// want tells a text that is missing, and says what it should be.
func (l *lint) want(text string, at spot, what string) {
	if text == "" {
		l.warn(at, CodeNoWords, "the words are missing; write %s", what)
	}
}

// wantAll tells the names of a part of scale.yaml that have no text.
func (l *lint) wantAll(part string, ids []string, texts map[string]string, what string) {
	for _, id := range ids {
		l.want(texts[id], wordsAt(part, id), what)
	}
}

// frameTexts tells parts of the scale that have no name in words. Remedies,
// audiences and training units are declared by their words.
func (l *lint) frameTexts() {
	bands := names(l.def.Bands, func(b *fidelity.Band) string { return b.ID })
	l.wantAll("bands", bands, l.words.Bands, "what the band is called")
	l.wantAll("bands_short", bands, l.words.BandsShort, "what the band is called in a chart, in a word or two")
	l.wantAll("sections", l.def.Sections, l.words.Sections, "what the section is called")
	l.wantAll("sources", l.def.Sources, l.words.Sources, "what this source of evidence is called")
	l.wantAll("principles", names(l.def.Principles, func(p *fidelity.Principle) string { return p.ID }), l.words.Principles, "the principle in a line")
	l.wantAll("views", names(l.def.Views, func(v *fidelity.View) string { return v.ID }), l.words.Views, "what this list of the principles is called")
	for _, part := range []struct {
		name, what string
		texts      map[string]string
	}{
		{"remedies", "what this kind of remedy is called", l.words.Remedies},
		{"audiences", "what these readers are called", l.words.Audiences},
		{"training", "what the training unit is about", l.words.Training},
	} {
		l.wantAll(part.name, slices.Sorted(maps.Keys(part.texts)), part.texts, part.what)
	}
}

func (l *lint) tableTexts(table *fidelity.Table) {
	words, at := l.words.Tables[table.ID], wordsAt("tables", table.ID)
	l.want(words.Title, at.to("title"), "what the table is called")
	l.want(words.One, at.to("one"), "what one row is, as in client")
	l.want(words.Many, at.to("many"), "what several rows are, as in clients")
	l.want(words.Rows, at.to("rows"), "what there is a row for")
	for c := range table.Columns {
		column := &table.Columns[c]
		l.columnTexts(column, words.Columns[column.ID], at.to("columns", column.ID))
	}
}

func (l *lint) columnTexts(column *fidelity.Column, words fidelity.ColumnWords, at spot) {
	l.want(words.Label, at.to("label"), "what the column is called")
	l.want(words.Means, at.to("means"), "what counts and what does not")
	if column.Kind == fidelity.YesNo {
		return // the usual answers need no words
	}
	for _, id := range column.Choices() {
		l.want(words.Answers[id], at.to("answers", id), "the answer in words")
	}
}
