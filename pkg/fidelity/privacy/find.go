package privacy

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Hit is a place in a text that could tell who somebody is. It does not hold
// the text of the place.
type Hit struct {
	Kind Kind
	// Start and End bound the hit, in bytes of the text as it was given.
	Start, End int

	masked string
}

// Level returns what the hit asks for.
func (h Hit) Level() Level { return h.Kind.Level() }

// Masked returns the shape of what was matched: its first character, and a dot
// for every further letter and digit.
func (h Hit) Masked() string { return h.masked }

// String says kind and shape, whatever a hit is printed with.
func (h Hit) String() string { return h.Kind.String() + " (" + h.masked + ")" }

var scanners = sync.Pool{New: func() any { return new(scanner) }}

// Find returns all hits in a text, in order of place. No two overlap: of those
// that would, one stands, of the highest level and the longest kind.
func Find(text string) []Hit {
	if len(text) < 3 {
		return nil
	}
	s := scanners.Get().(*scanner)
	defer scanners.Put(s)
	return s.find(text)
}

// Worst returns the highest level of the hits, and 0 where there is none.
func Worst(hits []Hit) Level {
	worst := Level(0)
	for _, h := range hits {
		worst = max(worst, h.Level())
	}
	return worst
}

// Mask returns the text with every hit of the level or above in masked form.
// What is masked once stays as it is when it is masked again.
func Mask(text string, from Level) string {
	var b strings.Builder
	at := 0
	for _, h := range Find(text) {
		if h.Level() < from {
			continue
		}
		b.WriteString(text[at:h.Start])
		b.WriteString(h.masked)
		at = h.End
	}
	if at == 0 {
		return text
	}
	b.WriteString(text[at:])
	return b.String()
}

// find runs every scanner over the text.
func (s *scanner) find(text string) []Hit {
	s.normalise(text)
	s.found = s.found[:0]
	if s.any&hasAt != 0 {
		s.emails()
	}
	if s.any&hasDigit != 0 {
		s.numbers()
		s.insurance()
		s.groups(s.low)
		s.addresses()
		s.ages()
	}
	if s.any&hasDot != 0 {
		s.links()
	}
	s.words()
	if len(s.found) == 0 {
		return nil
	}
	return s.settle(text)
}

// hit records a hit on a part of the normalised text.
func (s *scanner) hit(kind Kind, start, end int) {
	s.found = append(s.found, Hit{Kind: kind, Start: start, End: end})
}

// settle makes one hit of those that overlap, of the kind of the best of them,
// over all that are of its level. It puts places in terms of the text as it
// was given.
func (s *scanner) settle(text string) []Hit {
	slices.SortFunc(s.found, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(b.End, a.End), cmp.Compare(a.Kind, b.Kind))
	})
	var out []Hit
	for i := 0; i < len(s.found); {
		best, end, j := s.found[i], s.found[i].End, i
		for ; j < len(s.found) && s.found[j].Start < end; j++ {
			end = max(end, s.found[j].End)
			if h := s.found[j]; cmp.Or(cmp.Compare(h.Level(), best.Level()), cmp.Compare(h.End-h.Start, best.End-best.Start)) > 0 {
				best = h
			}
		}
		for _, h := range s.found[i:j] {
			if h.Level() == best.Level() {
				best.Start, best.End = min(best.Start, h.Start), max(best.End, h.End)
			}
		}
		out = append(out, s.original(best, text))
		i = j
	}
	return out
}

// original puts a hit in terms of the text as it was given.
func (s *scanner) original(h Hit, text string) Hit {
	h.Start, h.End = int(s.at[h.Start]), int(s.at[h.End-1])
	_, size := utf8.DecodeRuneInString(text[h.End:])
	h.End += size
	h.masked = shape(text[h.Start:h.End])
	return h
}

// longestShape is how many characters of a shape are shown.
const longestShape = 24

// shape masks a text: its first character stays, every further letter or digit
// becomes a dot, and what stands between them stays.
func shape(text string) string {
	var b strings.Builder
	n := 0
	for i, c := range text {
		if n++; n > longestShape {
			b.WriteString("…")
			break
		}
		switch {
		case i == 0 && c < utf8.RuneSelf && len(text) > 3:
			b.WriteRune(c)
		case unicode.IsSpace(c):
			b.WriteByte(' ')
		case c < utf8.RuneSelf && !isLetter(byte(c)) && !isDigit(byte(c)):
			b.WriteRune(c)
		default:
			b.WriteString("•")
		}
	}
	return b.String()
}
