package fidelity

import (
	"slices"
	"strings"
)

// Scale is a compiled Definition: names are resolved, thresholds are numbers
// and anchors are in order, so that assessing a review looks nothing up. A
// Scale does not change and may be used by many goroutines.
type Scale struct {
	def    Definition
	bands  []Band // from the lowest up
	tables []table
	items  []rule
	digest string

	tableIndex, itemIndex map[string]int
	factCount             int
}

type table struct {
	def         Table
	columnIndex map[string]int
	defaults    []Value
	limitedBy   []int // place of the column that bounds this one, or -1
}

// ID returns the scale's id, as in "ips-25".
func (s *Scale) ID() string { return s.def.ID }

// Version returns the semantic version of the definition.
func (s *Scale) Version() string { return s.def.Version }

// Major returns the major version, the part that review files name.
func (s *Scale) Major() string {
	major, _, _ := strings.Cut(s.def.Version, ".")
	return major
}

// Ref returns the scale as review files name it, as in "ips-25@1".
func (s *Scale) Ref() string { return s.def.ID + "@" + s.Major() }

// Digest identifies the rules: "sha256:" and the hash of the canonical JSON of
// everything that can change a score. Wording does not count.
func (s *Scale) Digest() string { return s.digest }

// Scores returns the range of scores that an item can have.
func (s *Scale) Scores() Scores { return s.def.Scores }

// Method returns how item scores make a total.
func (s *Scale) Method() Method { return s.def.Total }

// Bands returns the bands from the lowest up; none for a scale without.
func (s *Scale) Bands() []Band { return slices.Clone(s.bands) }

// Definition returns what the scale was compiled from. It is shared and must
// not be changed.
func (s *Scale) Definition() *Definition { return &s.def }

// Items returns the items in the scale's order. They are shared and must not
// be changed.
func (s *Scale) Items() []Item { return s.def.Items }

// ItemAt returns the place of an item in the scale, and false where the scale
// has no such item.
func (s *Scale) ItemAt(id string) (int, bool) { i, ok := s.itemIndex[id]; return i, ok }

// FactAt returns the place of a fact in its item.
func (s *Scale) FactAt(item int, id string) (int, bool) {
	f, ok := s.items[item].factIndex[id]
	return f, ok
}

// TableAt returns the place of a table in the scale.
func (s *Scale) TableAt(id string) (int, bool) { t, ok := s.tableIndex[id]; return t, ok }

// ColumnAt returns the place of a column in its table.
func (s *Scale) ColumnAt(table int, id string) (int, bool) {
	c, ok := s.tables[table].columnIndex[id]
	return c, ok
}

// LimitedBy returns the place of the column that the column at this place
// cannot exceed in the same row, and false where there is none.
func (s *Scale) LimitedBy(table, column int) (int, bool) {
	by := s.tables[table].limitedBy[column]
	return by, by >= 0
}

// TotalRange returns the lowest and highest total that the scale can give.
func (s *Scale) TotalRange() (low, high Number) {
	n := len(s.items)
	if s.def.Total == Mean {
		n = 1
	}
	return Int(n * s.def.Scores.Min), Int(n * s.def.Scores.Max)
}

// BandFrom returns the place, in Bands, of the band that a total lies in, and
// -1 where the scale has none for it.
func (s *Scale) BandFrom(total Number) int {
	at := -1
	for i, b := range s.bands {
		if total.Cmp(b.From) >= 0 {
			at = i
		}
	}
	return at
}
