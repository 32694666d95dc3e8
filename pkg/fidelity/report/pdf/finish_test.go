package pdf

import (
	"bytes"
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/pkg/fidelity/report/reporttest"
)

func TestCatalogue(t *testing.T) {
	out := render(t, reporttest.Specimen())
	o, err := parse(out)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"/Lang (en-GB)", "/DisplayDocTitle true", "/MarkInfo <</Marked true>>", "/StructTreeRoot ", "/Metadata ", "/Outlines ", "/PageMode /UseOutlines",
	} {
		if !bytes.Contains(o.body[o.root], []byte(want)) {
			t.Errorf("no %s in %s", want, o.body[o.root])
		}
	}
	if n := len(o.typed("<</Type /StructTreeRoot")); n != 1 {
		t.Errorf("%d structure trees", n)
	}
}

func TestEveryLinkIsAnObjectOfTheTree(t *testing.T) {
	out := render(t, reporttest.Specimen())
	o, err := parse(out)
	if err != nil {
		t.Fatal(err)
	}
	annots := o.typed("<</Type /Annot /Subtype /Link")
	if len(annots) != 45 {
		t.Fatalf("%d links, want one for each item of the long table", len(annots))
	}
	key := regexp.MustCompile(`/StructParent (\d+) /Contents <FEFF`)
	seen := map[string]bool{}
	for _, n := range annots {
		m := key.FindSubmatch(o.body[n])
		if m == nil || seen[string(m[1])] || !bytes.Contains(o.body[n], []byte("/Dest [")) {
			t.Errorf("%s", o.body[n])
			continue
		}
		seen[string(m[1])] = true
		if !bytes.Contains(out, []byte("<</Type /OBJR /Obj "+ref(n)+" ")) {
			t.Errorf("link %d is not in the tree", n)
		}
	}
}

// All that is drawn is either of an element or decoration, and stretches of
// marked content do not lie within each other.
func TestAllContentIsMarked(t *testing.T) {
	doc := reporttest.Specimen()
	p := painted(t, doc)
	p.pdf.SetCompression(false)
	var raw bytes.Buffer
	if err := p.pdf.Output(&raw); err != nil {
		t.Fatal(err)
	}
	o, err := parse(raw.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	font := regexp.MustCompile(`^BT /F\w+ [\d.]+ Tf ET$`)
	draws := regexp.MustCompile(`(^| )(Tj|re|S|f|B|l|c)( |$)`)
	for _, n := range o.typed("<</Type /Page\n") {
		open := false
		for _, line := range strings.Split(string(o.body[n+1]), "\n") {
			switch {
			case strings.HasSuffix(line, " BDC") || strings.HasSuffix(line, " BMC"):
				if open {
					t.Fatalf("object %d: marked content within marked content", n)
				}
				open = true
			case line == "EMC":
				open = false
			case !open && draws.MatchString(line) && !font.MatchString(line):
				t.Errorf("object %d: not marked: %s", n, line)
			}
		}
		if open {
			t.Errorf("object %d: marked content is open at the end", n)
		}
	}
}

func TestParseRefusesWhatGofpdfDoesNotWrite(t *testing.T) {
	good := render(t, page())
	for name, in := range map[string][]byte{
		"nothing":           nil,
		"no PDF":            []byte("hello"),
		"no number":         []byte("startxref\nx\n%%EOF"),
		"beyond the end":    []byte("startxref\n99999\n%%EOF"),
		"no table":          []byte("xref\nstartxref\n0\n%%EOF"),
		"a short table":     []byte("xref\n0 9\nstartxref\n0\n%%EOF"),
		"cut short":         good[:len(good)/2],
		"without catalogue": bytes.Replace(good, []byte("/Root "), []byte("/Reet "), 1),
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := parse(in); !errors.Is(err, errForm) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestFinishRefusesOtherPages(t *testing.T) {
	p := painted(t, page())
	p.marks = append(p.marks, 0)
	var raw bytes.Buffer
	if err := p.pdf.Output(&raw); err != nil {
		t.Fatal(err)
	}
	if _, err := finish(raw.Bytes(), p); !errors.Is(err, errForm) {
		t.Errorf("error %v", err)
	}
}

func TestLanguage(t *testing.T) {
	for in, want := range map[string]string{
		"en-GB": "en-GB", "cy": "cy", "zh-Hant-TW": "zh-Hant-TW", "": "en-GB", "en) /X (": "en-GB", "en_GB": "en-GB", "en-GB\n": "en-GB",
	} {
		if got := language(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestTextString(t *testing.T) {
	if got, want := textString("Aŵ)"), "<FEFF004101750029>"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}
