// Package say puts findings into words: one short sentence for each, the same
// in every output. It knows the words of a scale, never the scale itself.
//
// A [Speaker] is made for a scale and its words. It takes an assessment, which
// holds numbers and places, and says what a reviewer would: "58 of 60 jobs
// (97%)", "near the team is not in place", "ES02 needs at least 50%".
package say

import (
	"strings"

	"github.com/ips-fidelity/fidelity/pkg/fidelity"
)

// Speaker says what was found on one scale, in the words of one language.
type Speaker struct {
	scale *fidelity.Scale
	words *fidelity.Words
	items []fidelity.ItemWords // by the scale's items
	// withoutCodes says "one specialist" where a code such as ES02 would stand.
	withoutCodes bool
}

// New returns a speaker for a scale and its words. Words that are missing are
// replaced by ids, so that an unfinished scale can be tried.
func New(scale *fidelity.Scale, words *fidelity.Words) *Speaker {
	s := &Speaker{scale: scale, words: words}
	for _, it := range scale.Items() {
		s.items = append(s.items, words.Items[it.ID])
	}
	return s
}

// WithoutCodes returns a speaker that names no row by its code, for copies that
// leave the team: "one specialist" stands for ES02.
func (s *Speaker) WithoutCodes() *Speaker {
	other := *s
	other.withoutCodes = true
	return &other
}

// Words returns the words that the speaker uses.
func (s *Speaker) Words() *fidelity.Words { return s.words }

// Scale returns the scale that the speaker talks about.
func (s *Speaker) Scale() *fidelity.Scale { return s.scale }

// Title returns the title of the item at this place.
func (s *Speaker) Title(item int) string {
	return or(s.items[item].Title, s.scale.Items()[item].ID)
}

// Short returns the item's title for a line in a terminal.
func (s *Speaker) Short(item int) string { return or(s.items[item].Short, s.Title(item)) }

// Item returns the words of the item at this place.
func (s *Speaker) Item(item int) *fidelity.ItemWords { return &s.items[item] }

// Section returns the title of a section.
func (s *Speaker) Section(id string) string { return or(s.words.Sections[id], id) }

// Band returns the label of a band, by its place in Scale.Bands.
func (s *Speaker) Band(at int) string {
	id := s.scale.Bands()[at].ID
	return or(s.words.Bands[id], id)
}

// BandShort returns the band's name for a chart, by its place in Scale.Bands.
func (s *Speaker) BandShort(at int) string {
	id := s.scale.Bands()[at].ID
	return or(s.words.BandsShort[id], id)
}

// Sources names where the evidence of an item came from.
func (s *Speaker) Sources(ids []string) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = or(s.words.Sources[id], id)
	}
	return strings.Join(names, ", ")
}

// Remedy returns the name of a kind of remedy.
func (s *Speaker) Remedy(id string) string { return or(s.words.Remedies[id], plain(id)) }

// or returns text, or instead where there is none.
func or(text, instead string) string {
	if text == "" {
		return instead
	}
	return text
}

// plain makes words of an id: reviewed-weekly becomes reviewed weekly.
func plain(id string) string { return strings.NewReplacer("-", " ", "_", " ").Replace(id) }

// And joins names: a, b and c.
func And(names []string) string { return join(names, " and ") }

// Or joins names: a, b or c.
func Or(names []string) string { return join(names, " or ") }

func join(names []string, last string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + last + names[len(names)-1]
}

// Upper makes the first letter a capital.
func Upper(text string) string {
	for i, r := range text {
		return strings.ToUpper(string(r)) + text[i+len(string(r)):]
	}
	return text
}

// Lower makes the first letter small, unless the first word is a code or an
// abbreviation such as ES02.
func Lower(text string) string {
	if len(text) > 1 && (text[1] >= 'A' && text[1] <= 'Z' || text[1] >= '0' && text[1] <= '9') {
		return text
	}
	for i, r := range text {
		return strings.ToLower(string(r)) + text[i+len(string(r)):]
	}
	return text
}

// Sentence ends text with a full stop, unless it ends already.
func Sentence(text string) string {
	if text == "" || strings.ContainsAny(text[len(text)-1:], ".!?") || strings.HasSuffix(text, "…") {
		return text
	}
	return text + "."
}
