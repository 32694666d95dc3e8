package privacy_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/privacy"
)

func TestKindsAndLevels(t *testing.T) {
	for _, k := range privacy.Kinds() {
		if k.String() == "" || k.Level() < privacy.Note || k.Level() > privacy.Block {
			t.Errorf("kind %d is %q at level %s", k, k, k.Level())
		}
	}
	if got := fmt.Sprint(privacy.Note, privacy.Check, privacy.Block); got != "note check block" {
		t.Error(got)
	}
}

// Each line of the corpus gives its own kind, but where a name and a title or
// a number and its label are told as one of the other.
func TestKindOfPlanted(t *testing.T) {
	other := 0
	for _, p := range corpus(t) {
		hits := privacy.Find(p.text)
		if len(hits) > 0 && hits[0].Kind != p.kind && hits[0].Level() == p.kind.Level() {
			other++
			t.Logf("%s instead of %s: %q", hits[0], p.kind, p.text)
		}
	}
	if other > 4 {
		t.Errorf("%d of another kind", other)
	}
}

func TestMasked(t *testing.T) {
	for text, want := range map[string]string{
		"The record of 943 476 5919 is here.":        "The record of 9•• ••• •••• is here.",
		"Write to jane.doe@example.org now.":         "Write to j•••.•••@•••••••.••• now.",
		"We met Mr O’Brien, and nobody else.":        "We met M• •••••••, and nobody else.",
		"Her DOB: 3/4/1985, as far as we know.":      "Her D••: •/•/••••, as far as we know.",
		"Nothing is masked here, and nothing has to": "Nothing is masked here, and nothing has to",
		"９４３４７６５９１９ in full width":                   "•••••••••• in full width",
	} {
		if got := privacy.Mask(text, privacy.Check); got != want {
			t.Errorf("%q\nis masked as\n%q\nand not as\n%q", text, got, want)
		}
	}
	if text := "We met Mr Smith of 943 476 5919."; privacy.Mask(text, privacy.Block) != "We met Mr Smith of 9•• ••• ••••." {
		t.Error(privacy.Mask(text, privacy.Block))
	}
}

// A hit can be printed in any way without the text that was matched.
func TestHitsCannotPrintWhatTheyMatched(t *testing.T) {
	for _, p := range corpus(t) {
		secret := p.text[p.start:p.end]
		for _, h := range privacy.Find(p.text) {
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q"} {
				if said := fmt.Sprintf(verb, h); strings.Contains(said, secret) {
					t.Errorf("%s prints %s", verb, said)
				}
			}
		}
	}
}

func TestThreePlacesAtOnce(t *testing.T) {
	text := "Ask Sarah (07700 900123) at M1 1AE."
	hits := privacy.Find(text)
	if len(hits) != 3 || text[hits[0].Start:hits[0].End] != "Sarah" || text[hits[2].Start:hits[2].End] != "M1 1AE" || privacy.Worst(hits) != privacy.Block {
		t.Error(hits)
	}
	if privacy.Worst(nil) != 0 {
		t.Error("nothing has a level")
	}
}

// Whatever a text looks like, a number in it is found however it is spread and
// dressed.
func TestDressedNumbersAreFound(t *testing.T) {
	spaces := []string{"", " ", "\u00a0", "\u2009", "\u202f", "-", "\u2011", "\u2013"}
	rapid.Check(t, func(t *rapid.T) {
		var b strings.Builder
		full := rapid.Bool().Draw(t, "full width")
		hidden := rapid.SampledFrom([]string{"", "\u200b", "\u200d", "\u2060", "\u00ad"}).Draw(t, "hidden")
		space := rapid.SampledFrom(spaces).Draw(t, "space")
		for i, c := range "9434765919" {
			if i == 3 || i == 6 {
				b.WriteString(space)
			}
			if full {
				c += '０' - '0'
			}
			b.WriteRune(c)
			b.WriteString(hidden)
		}
		text := rapid.SampledFrom([]string{"", "We saw ", "(", "“"}).Draw(t, "before") + b.String() + rapid.SampledFrom([]string{"", ".", ", and more", ")"}).Draw(t, "behind")
		hits := privacy.Find(text)
		if len(hits) != 1 || hits[0].Kind != privacy.NHSNumber {
			t.Fatalf("%q: %v", text, hits)
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, p := range corpus(f) {
		f.Add(p.text)
	}
	for _, text := range lines(f, "ordinary.txt")[:40] {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, h := range privacy.Find(text) {
			if h.Start < at || h.End <= h.Start || h.End > len(text) || h.Level() == 0 || h.Masked() == "" {
				t.Fatalf("%q: %d to %d", text, h.Start, h.End)
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[h.Start:h.End]) {
				t.Fatalf("%q: cut within a character", text)
			}
			digits := 0
			for _, c := range h.Masked() {
				if unicode.IsDigit(c) {
					digits++
				}
			}
			if digits > 1 {
				t.Fatalf("%q: the shape %q tells digits", text, h.Masked())
			}
			at = h.End
		}
		masked := privacy.Mask(text, privacy.Block)
		for _, h := range privacy.Find(masked) {
			if h.Level() == privacy.Block && !strings.Contains(masked[h.Start:h.End], "•") {
				t.Fatalf("%q: still %s in %q", text, h, masked)
			}
		}
	})
}

// A full review has some 30,000 bytes of free text.
func BenchmarkReview(b *testing.B) {
	texts := sampleTexts(b)
	var one []string
	for size, i := 0, 0; size < 30_000; i++ {
		one = append(one, texts[i%len(texts)])
		size += len(texts[i%len(texts)])
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range one {
			privacy.Find(text)
		}
	}
}

// Texts that would make a careless matcher slow: each of 64 KiB.
func BenchmarkHostile(b *testing.B) {
	for name, part := range map[string]string{
		"digits": "1", "digits and spaces": "0 ", "at signs": "a@", "dots": "a.", "names": "Mr ", "capitals": "A", "hidden": "\u200b1", "labels": "NHS no ", "streets": "1 A ", "words": "sarah ", "born": "born on ",
	} {
		text := strings.Repeat(part, (64<<10)/len(part))
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				privacy.Find(text)
			}
		})
	}
}
