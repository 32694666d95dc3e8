package privacy

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// scanner holds a text in a form that can be compared, and what was found.
type scanner struct {
	text  []byte  // with plain spaces, digits, quotation marks and hyphens
	low   []byte  // text in small letters
	digit []byte  // low with o and l as digits where they stand among digits
	at    []int32 // by byte of text: the byte of the original it came from
	any   traits
	found []Hit
	group []span // runs of digits
}

type span struct{ start, end int }

// traits say what a text has at all, so that scanners that need it can be spared.
type traits uint8

const (
	hasDigit traits = 1 << iota
	hasAt
	hasDot
)

// normalise fills the scanner. Characters that only look different become the
// same: full-width and other digits, spaces of every width, curly quotation
// marks, long hyphens. Characters without a width go. Accents stay.
func (s *scanner) normalise(text string) {
	s.text, s.low, s.at, s.any = s.text[:0], s.low[:0], s.at[:0], 0
	for i := 0; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			s.add(c, i)
			i++
			continue
		}
		c, size := utf8.DecodeRuneInString(text[i:])
		s.addRune(c, i)
		i += size
	}
	s.digit = append(s.digit[:0], s.low...)
	if s.any&hasDigit != 0 {
		s.mendDigits()
	}
}

func (s *scanner) add(c byte, at int) {
	switch {
	case c < ' ':
		c = ' '
	case isDigit(c):
		s.any |= hasDigit
	case c == '@':
		s.any |= hasAt
	case c == '.' || c == ':':
		s.any |= hasDot
	}
	s.text = append(s.text, c)
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	s.low = append(s.low, c)
	s.at = append(s.at, int32(at))
}

func (s *scanner) addRune(c rune, at int) {
	switch {
	case unicode.Is(unicode.Cf, c), c == '\u034f', unicode.Is(unicode.Variation_Selector, c):
		return // zero-width, soft hyphens, marks of direction
	case unicode.IsSpace(c), unicode.Is(unicode.Zs, c):
		s.add(' ', at)
		return
	case unicode.Is(unicode.Pd, c), c == '\u2212':
		s.add('-', at)
		return
	case c >= '\u2018' && c <= '\u201b', c == '\u2032', c == '\u02bc':
		s.add('\'', at)
		return
	case c >= '\u201c' && c <= '\u201f', c == '\u2033', c == '«', c == '»':
		s.add('"', at)
		return
	}
	if d, ok := decimal(c); ok {
		s.add('0'+d, at)
		return
	}
	if letter, ok := lookalikes[c]; ok {
		s.add(letter, at)
		return
	}
	// Full-width, circled, mathematical and other forms of the same character.
	var buf [utf8.UTFMax]byte
	raw := buf[:utf8.EncodeRune(buf[:], c)]
	if props := norm.NFKC.Properties(raw); props.Decomposition() != nil {
		if plain := norm.NFKC.Bytes(raw); len(plain) > 0 && plainASCII(plain) {
			for _, b := range plain {
				s.add(b, at)
			}
			return
		}
	}
	lower := buf[:utf8.EncodeRune(buf[:], c)]
	s.text = append(s.text, lower...)
	var small [utf8.UTFMax]byte
	n := utf8.EncodeRune(small[:], unicode.ToLower(c))
	if n != len(lower) { // rare letters change their length
		n = copy(small[:], lower)
	}
	s.low = append(s.low, small[:n]...)
	for range lower {
		s.at = append(s.at, int32(at))
	}
}

// lookalikes are Greek and Cyrillic letters in the shape of Latin ones.
var lookalikes = map[rune]byte{
	'А': 'A', 'В': 'B', 'Е': 'E', 'К': 'K', 'М': 'M', 'Н': 'H', 'О': 'O', 'Р': 'P', 'С': 'C', 'Т': 'T', 'Х': 'X',
	'а': 'a', 'е': 'e', 'о': 'o', 'р': 'p', 'с': 'c', 'х': 'x', 'у': 'y', 'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z',
	'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T', 'Χ': 'X', 'ο': 'o',
}

func plainASCII(text []byte) bool {
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// decimal returns the value of a digit of any script.
func decimal(c rune) (byte, bool) {
	if !unicode.Is(unicode.Nd, c) {
		return 0, false
	}
	// The digits of a script stand in a row of ten, from 0 to 9. Mathematical
	// digits are five such rows.
	if c >= 0x1d7ce && c <= 0x1d7ff {
		return byte((c - 0x1d7ce) % 10), true
	}
	zero := c
	for c-zero < 9 && unicode.Is(unicode.Nd, zero-1) {
		zero--
	}
	return byte(c - zero), true
}

// mendDigits reads o as 0 and l or i as 1 in words that are digits otherwise,
// two or more of them: 94o 3l6 591o.
func (s *scanner) mendDigits() {
	for i := 0; i < len(s.low); {
		if !isWord(s.low[i]) {
			i++
			continue
		}
		end, digits, odd := i, 0, false
		for ; end < len(s.low) && isWord(s.low[end]); end++ {
			switch c := s.low[end]; {
			case isDigit(c):
				digits++
			case c != 'o' && c != 'l' && c != 'i':
				odd = true
			}
		}
		// A letter and one digit are read so only before or behind digits: AB l2 34.
		near := digits == 1 && end-i == 2 && (end+1 < len(s.low) && s.low[end] == ' ' && isDigit(s.low[end+1]) || i >= 2 && s.low[i-1] == ' ' && isDigit(s.low[i-2]))
		if (digits >= 2 || near) && !odd && digits < end-i {
			for k := i; k < end; k++ {
				switch s.low[k] {
				case 'o':
					s.digit[k] = '0'
				case 'l', 'i':
					s.digit[k] = '1'
				}
			}
		}
		i = end
	}
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// isLetter takes every byte beyond ASCII for a part of a letter.
func isLetter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf
}

func isUpper(c byte) bool { return c >= 'A' && c <= 'Z' }

func isWord(c byte) bool { return isLetter(c) || isDigit(c) }
