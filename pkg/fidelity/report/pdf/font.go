package pdf

import (
	"bytes"
	_ "embed" // the fonts
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	"github.com/jung-kurt/gofpdf"
)

// Atkinson Hyperlegible Next, made by the Braille Institute for readers with
// low vision. Its licence is font/LICENSE_FONT.
var (
	//go:embed font/AtkinsonHyperlegibleNext_400Regular.ttf
	regularTTF []byte
	//go:embed font/AtkinsonHyperlegibleNext_700Bold.ttf
	boldTTF []byte
)

const family = "Atkinson"

// addFonts gives the document its two weights. gofpdf writes into the bytes
// that it is given, so each document gets bytes of its own: shared ones would
// be a race.
func addFonts(pdf *gofpdf.Fpdf) {
	pdf.AddUTF8FontFromBytes(family, "", bytes.Clone(regularTTF))
	pdf.AddUTF8FontFromBytes(family, "B", bytes.Clone(boldTTF))
}

// glyphs is the set of runes that both weights can draw.
type glyphs map[rune]bool

// fontGlyphs reads the coverage once; gofpdf knows it but does not tell.
var fontGlyphs = sync.OnceValues(func() (glyphs, error) {
	regular, err := coverage(regularTTF)
	if err != nil {
		return nil, fmt.Errorf("regular font: %w", err)
	}
	bold, err := coverage(boldTTF)
	if err != nil {
		return nil, fmt.Errorf("bold font: %w", err)
	}
	for r := range regular {
		if !bold[r] {
			delete(regular, r)
		}
	}
	return regular, nil
})

var errFont = errors.New("no readable character map")

// coverage reads the character map of a TrueType font: its table of format 4,
// which holds the runes up to U+FFFF and is the one that gofpdf draws from.
func coverage(ttf []byte) (glyphs, error) {
	sub, err := charMap(ttf)
	if err != nil {
		return nil, err
	}
	at := func(off int) int { return int(binary.BigEndian.Uint16(sub[off:])) }
	segments := at(6) / 2
	if segments == 0 || len(sub) < 16+8*segments {
		return nil, errFont
	}
	// Four columns of one value a segment: last rune, first rune, delta, and
	// the offset of a list of glyphs; two bytes of padding after the first.
	last, first, delta, list := 14, 16+2*segments, 16+4*segments, 16+6*segments
	has := glyphs{}
	for s := range segments {
		for r := at(first + 2*s); r <= at(last+2*s) && r < 0xFFFF; r++ {
			glyph := r
			if off := at(list + 2*s); off != 0 {
				entry := list + 2*s + off + 2*(r-at(first+2*s))
				if entry+2 > len(sub) {
					continue
				}
				if glyph = at(entry); glyph == 0 {
					continue
				}
			}
			if (glyph+at(delta+2*s))&0xFFFF != 0 {
				has[rune(r)] = true
			}
		}
	}
	return has, nil
}

// charMap finds the Unicode character map of format 4 in a font.
func charMap(ttf []byte) ([]byte, error) {
	if len(ttf) < 12 {
		return nil, errFont
	}
	tables := int(binary.BigEndian.Uint16(ttf[4:]))
	for t := 0; t < tables && 12+16*(t+1) <= len(ttf); t++ {
		entry := ttf[12+16*t:]
		if string(entry[:4]) != "cmap" {
			continue
		}
		start := int(binary.BigEndian.Uint32(entry[8:]))
		if start+4 > len(ttf) {
			return nil, errFont
		}
		cmap := ttf[start:]
		maps := int(binary.BigEndian.Uint16(cmap[2:]))
		for m := 0; m < maps && 4+8*(m+1) <= len(cmap); m++ {
			record := cmap[4+8*m:]
			platform := binary.BigEndian.Uint16(record)
			encoding := binary.BigEndian.Uint16(record[2:])
			off := int(binary.BigEndian.Uint32(record[4:]))
			if off+16 > len(cmap) || (platform != 0 && (platform != 3 || encoding != 1)) {
				continue
			}
			if binary.BigEndian.Uint16(cmap[off:]) == 4 {
				return cmap[off:], nil
			}
		}
	}
	return nil, errFont
}
