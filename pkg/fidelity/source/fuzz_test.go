package source_test

import (
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// FuzzReadReview reads anything as a review: it never panics, a file is given
// exactly where there is no error, and what is given can be assessed.
func FuzzReadReview(f *testing.F) {
	for _, pattern := range []string{"problems/*.yaml", "warnings/*.yaml", "alike/*.yaml", "reference/*.yaml", "good/*.yaml"} {
		names, err := filepath.Glob("testdata/" + pattern)
		if err != nil || len(names) == 0 {
			f.Fatal(names, err)
		}
		for _, name := range names {
			f.Add(load(f, name))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		file, problems := source.ReadReview("fuzz.yaml", data, ips)
		tell(t, problems, file == nil, "fuzz.yaml")
		if file == nil {
			return
		}
		fidelity.Assess(file.Review)
		if line, column := file.Place("items.disclosure.score"); line < 1 || column < 1 {
			t.Errorf("place %d:%d", line, column)
		}
	})
}

// FuzzReadScale puts anything in the place of one file of a scale.
func FuzzReadScale(f *testing.F) {
	small := smallScale(f)
	seeds := map[string]bool{}
	for name := range small {
		seeds[name] = true
		f.Add(name, small[name].Data)
	}
	for _, name := range []string{"ips-25/rules/*.yaml", "ips-25/words/*.yaml", "ips-25/*.yaml"} {
		names, err := fs.Glob(items.FS, name)
		if err != nil || len(names) == 0 {
			f.Fatal(names, err)
		}
		for _, name := range names {
			data, err := fs.ReadFile(items.FS, name)
			if err != nil {
				f.Fatal(err)
			}
			f.Add("rules/load.yaml", data)
			f.Add("scale.yaml", data)
		}
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		if !seeds[name] {
			t.Skip("no file of the scale")
		}
		fsys := fstest.MapFS{}
		for other, file := range small {
			fsys[other] = file
		}
		fsys[name] = &fstest.MapFile{Data: data}
		scale, problems := source.ReadScale(fsys, "small")
		tell(t, problems, scale == nil, "small/")
		if scale == nil {
			return
		}
		words, problems := source.ReadWords(fsys, "small", scale)
		tell(t, problems, words == nil, "small/")
		fidelity.Assess(fidelity.NewReview(scale))
	})
}

func tell(t *testing.T, problems source.Problems, none bool, file string) {
	t.Helper()
	if none != problems.Errors() {
		t.Errorf("nothing is given: %v, there are errors: %v\n%s", none, problems.Errors(), problems)
	}
	for _, p := range problems {
		sound(t, p)
		if !strings.HasPrefix(p.File, file) {
			t.Errorf("a problem of %q", p.File)
		}
	}
}
