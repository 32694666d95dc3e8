package pdf

import (
	_ "embed"
	"math"
	"strings"
	"testing"
	"unicode"
)

// luminance is the relative luminance of WCAG 2.2.
func (c rgb) luminance() float64 {
	part := func(v int) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*part(c.r) + 0.7152*part(c.g) + 0.0722*part(c.b)
}

func TestContrastToWhite(t *testing.T) {
	for name, c := range map[string]struct {
		colour rgb
		least  float64
	}{"accent": {accent, 7}, "ink": {ink, 7}, "muted": {muted, 7}, "edge": {edge, 3}} {
		if got := 1.05 / (c.colour.luminance() + 0.05); got < c.least {
			t.Errorf("%s: %.1f to 1, want %.0f", name, got, c.least)
		}
	}
	// On a grey printer a full box stays far from the outline of an empty one.
	if full, empty := accent.luminance(), edge.luminance(); (empty+0.05)/(full+0.05) < 2 {
		t.Error("full and empty boxes are alike in grey")
	}
}

func TestTextsStandInTheirLines(t *testing.T) {
	for _, s := range []style{styleTitle, styleStage, styleSection, styleLead, styleTotal, styleHeading, styleGroup, styleBody, styleCell, styleNote, styleMark, styleMargin} {
		size := s.points * pointMM
		if up, down := s.baseline()-capital*size, s.baseline()+0.25*size; up < 0 || down > s.lead {
			t.Errorf("%v: letters from %.2f to %.2f in a line of %.2f mm", s, up, down, s.lead)
		}
	}
}

//go:embed font/LICENSE_FONT
var fontLicence string

func TestFontHasItsLicence(t *testing.T) {
	if !strings.Contains(fontLicence, "SIL OPEN FONT LICENSE") {
		t.Error("font/LICENSE_FONT is not the licence")
	}
}

func TestFontHasWhatReportsNeed(t *testing.T) {
	g := testGlyphs(t)
	for _, r := range "AZaz09 £%–—‘’“”…•≥≤×½ŵŷâêîôûŴŶéüöäß?\u00a0" {
		if !g[r] {
			t.Errorf("no %q", r)
		}
	}
	for _, r := range "→✓□🙂中\u00ad\u200b" {
		if g[r] {
			t.Errorf("%q is there after all", r)
		}
	}
}

// wrap takes only accents for runes without a width.
func TestOnlyAccentsHaveNoWidth(t *testing.T) {
	l := newTestLayout(t)
	for r := range l.glyphs {
		if w := l.textWidth(string(r), styleBody); (w == 0) != unicode.Is(unicode.M, r) {
			t.Errorf("%U is %.2f mm wide", r, w)
		}
	}
}

func TestCoverageRefusesWhatIsNoFont(t *testing.T) {
	for name, in := range map[string][]byte{
		"nothing": nil, "text": []byte("this is no font at all"), "cut short": regularTTF[:40],
		"no map":        []byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00glyf0000000000000000"),
		"a map outside": []byte("\x00\x01\x00\x00\x00\x01\x00\x00\x00\x00\x00\x00cmap0000\xff\x00\x00\x000000"),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := coverage(in); err == nil {
				t.Error("no error")
			}
		})
	}
}

func TestDocumentsDoNotShareFontBytes(t *testing.T) {
	before := string(regularTTF) + string(boldTTF)
	render(t, page())
	if string(regularTTF)+string(boldTTF) != before {
		t.Error("gofpdf wrote into the embedded font")
	}
}
