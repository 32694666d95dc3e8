// Package say puts findings into words: one short sentence for each, the same
// in every output. It knows the words of a scale, never the scale itself.
//
// A [Speaker] is made for a scale and its words. It takes an assessment, which
// holds numbers and places, and says what a reviewer would: "58 of 60 jobs
// (97%)", "not in place: near the team", "ES02 (now 40%)".
package say

import "github.com/ips-fidelity/fidelity/pkg/fidelity"

// Speaker says what was found on one scale, in the words of one language. It
// does not change, and may be used by many goroutines.
type Speaker struct {
	scale  *fidelity.Scale
	words  *fidelity.Words
	items  []itemWords  // by the scale's items
	tables []tableWords // by the scale's tables
	bands  []fidelity.Band
	// withoutCodes says "1 specialist" where a code such as ES02 would stand.
	withoutCodes bool
}

// New returns a speaker for a scale and its words. Words that are missing are
// replaced by ids, so that an unfinished scale can be tried.
func New(scale *fidelity.Scale, words *fidelity.Words) *Speaker {
	def := scale.Definition()
	s := &Speaker{
		scale: scale, words: words, bands: scale.Bands(),
		tables: make([]tableWords, len(def.Tables)), items: make([]itemWords, len(def.Items)),
	}
	for t := range def.Tables {
		s.tables[t] = wordsOfTable(&def.Tables[t], words.Tables[def.Tables[t].ID])
	}
	for i := range def.Items {
		s.items[i] = wordsOfItem(scale, &def.Items[i], words.Items[def.Items[i].ID])
	}
	return s
}

// WithoutCodes returns a speaker that names no row by its code, for copies that
// leave the team: "1 specialist" stands for ES02.
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
func (s *Speaker) Title(item int) string { return s.items[item].title }

// Short returns the item's title for a line in a terminal.
func (s *Speaker) Short(item int) string { return s.items[item].short }

// Item returns the words of the item at this place.
func (s *Speaker) Item(item int) *fidelity.ItemWords { return &s.items[item].ItemWords }

// Section returns the title of a section.
func (s *Speaker) Section(id string) string { return or(s.words.Sections[id], id) }

// Band returns the label of a band, by its place in Scale.Bands.
func (s *Speaker) Band(at int) string {
	id := s.bands[at].ID
	return or(s.words.Bands[id], id)
}

// BandShort returns the band's name for a chart, by its place in Scale.Bands.
func (s *Speaker) BandShort(at int) string {
	id := s.bands[at].ID
	return or(s.words.BandsShort[id], id)
}

// Sources names where the evidence of an item came from.
func (s *Speaker) Sources(ids []string) string {
	names := list{between: ", "}
	for _, id := range ids {
		names.add(or(s.words.Sources[id], id))
	}
	return names.String()
}

// Principle returns the title of a principle.
func (s *Speaker) Principle(id string) string { return or(s.words.Principles[id], id) }

// View returns what a view of the principles is called.
func (s *Speaker) View(id string) string { return or(s.words.Views[id], id) }

// Remedy returns the name of a kind of remedy.
func (s *Speaker) Remedy(id string) string {
	if name := s.words.Remedies[id]; name != "" {
		return name
	}
	return plain(id)
}
