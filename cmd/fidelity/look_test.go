package main

import (
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// picture is a PNG of one colour, half of it see-through.
func picture(t *testing.T, w, h int) []byte {
	t.Helper()
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for x := range w / 2 {
		for y := range h {
			img.Set(x, y, color.NRGBA{R: 90, G: 20, B: 60, A: 255})
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// folder holds a sample review, and files beside it or in the folder above.
func folder(t *testing.T, files map[string]string) (review string) {
	t.Helper()
	top := t.TempDir()
	sample, err := os.ReadFile("../../reviews/tarnbeck/2026-03.yaml")
	if err != nil {
		t.Fatal(err)
	}
	review = filepath.Join(top, "tarnbeck", "2026-03.yaml")
	if err := os.Mkdir(filepath.Dir(review), 0o755); err != nil {
		t.Fatal(err)
	}
	files["tarnbeck/2026-03.yaml"] = string(sample)
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(top, filepath.FromSlash(name)), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return review
}

func TestReportsHaveTheLookOfTheOrganisation(t *testing.T) {
	logo := string(picture(t, 60, 20))
	for name, files := range map[string]map[string]string{
		"beside the review":   {"tarnbeck/report.yaml": "organisation: Mereland Network\nlogo: logo.png\naccent: \"#5a143c\"\ncontact: The office\n", "tarnbeck/logo.png": logo},
		"in the folder above": {"report.yaml": "organisation: Mereland Network\nlogo: logo.png\naccent: \"#5a143c\"\ncontact: The office\n", "logo.png": logo},
	} {
		t.Run(name, func(t *testing.T) {
			review := folder(t, files)
			page, paper := filepath.Join(filepath.Dir(review), "r.html"), filepath.Join(filepath.Dir(review), "r.pdf")
			var stderr bytes.Buffer
			if status := run([]string{"report", review, "-o", page, "-o", paper}, strings.NewReader(""), &bytes.Buffer{}, &stderr); status != statusDone {
				t.Fatalf("exit status %d: %s", status, &stderr)
			}
			text, err := os.ReadFile(page)
			if err != nil {
				t.Fatal(err)
			}
			for _, want := range []string{`alt="Logo of Mereland Network" src="data:image/png;base64,`, "--accent: #5a143c", "The office"} {
				if !strings.Contains(string(text), want) {
					t.Errorf("the page lacks %s", want)
				}
			}
			data, err := os.ReadFile(paper)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Contains(data, []byte("/Subtype /Image")) || !bytes.Contains(data, []byte("/Width 60")) {
				t.Error("the PDF has no picture")
			}
		})
	}
}

func TestLooksThatCannotBeUsed(t *testing.T) {
	for name, c := range map[string]struct {
		files  map[string]string
		status int
		want   string
	}{
		"no such logo":   {map[string]string{"report.yaml": "logo: logo.png"}, statusCommand, "logo.png cannot be read"},
		"no picture":     {map[string]string{"report.yaml": "logo: logo.png", "logo.png": "GIF89a"}, statusCommand, "logo.png is no PNG picture; save it as PNG"},
		"a poster":       {map[string]string{"report.yaml": "logo: logo.png", "logo.png": string(picture(t, 4001, 2))}, statusCommand, "is 4001 by 2 pixels; save it with at most 4000 each way"},
		"a light colour": {map[string]string{"report.yaml": `accent: "#ffcc00"`}, statusInvalid, "accent: #ffcc00 is too light to be read on white"},
	} {
		t.Run(name, func(t *testing.T) {
			review := folder(t, c.files)
			out := filepath.Join(filepath.Dir(review), "r.html")
			var stderr bytes.Buffer
			if status := run([]string{"report", review, "-o", out}, strings.NewReader(""), &bytes.Buffer{}, &stderr); status != c.status || !strings.Contains(stderr.String(), c.want) {
				t.Errorf("exit status %d: %s", status, &stderr)
			}
			if _, err := os.Stat(out); err == nil {
				t.Error("a report was written all the same")
			}
		})
	}
}

func TestPatternsPassOverWhatIsNoReview(t *testing.T) {
	review := folder(t, map[string]string{"tarnbeck/report.yaml": "organisation: Us", "tarnbeck/context.yaml": "x: y"})
	if got := expand([]string{filepath.Join(filepath.Dir(review), "*.yaml")}); len(got) != 1 || got[0] != review {
		t.Errorf("got %v", got)
	}
	all, err := filepath.Glob(filepath.Join(filepath.Dir(review), "*.yaml"))
	if got := expand(all); err != nil || len(all) != 3 || len(got) != 1 || got[0] != review {
		t.Errorf("from a shell: got %v", got)
	}
	named := filepath.Join(filepath.Dir(review), "report.yaml")
	if got := expand([]string{named}); len(got) != 1 {
		t.Errorf("a file that was named is left out: %v", got)
	}
}
