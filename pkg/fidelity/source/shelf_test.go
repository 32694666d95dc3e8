package source_test

import (
	"io/fs"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// shelfOf puts a scale of its own into a folder by another name.
func shelfOf(t *testing.T, fsys fs.FS, id string) *source.Shelf {
	t.Helper()
	out := fstest.MapFS{}
	files := smallScale(t)
	for name := range files {
		data, err := fs.ReadFile(fsys, name)
		if err == nil {
			out[id+"/"+name] = &fstest.MapFile{Data: data}
		}
	}
	return source.NewShelf(out)
}

func TestShelfFindsScales(t *testing.T) {
	shelf := shelfOf(t, smallScale(t), "small")
	for ref, want := range map[string]string{
		"small@1":         "",
		"small":           `"small" does not say which version of the scale`,
		"small@":          `"small@" does not say which version of the scale`,
		"small@2":         `there is no version "2" of small`,
		"small@1.2.3":     `there is no version "1.2.3" of small`,
		"small@1@1":       `there is no version "1@1" of small`,
		"large@1":         `there is no scale "large@1"`,
		"":                `there is no scale ""`,
		"@1":              `there is no scale "@1"`,
		"./small@1":       `there is no scale "./small@1"`,
		"../source@1":     `there is no scale "../source@1"`,
		`..\small@1`:      `there is no scale "..\\small@1"`,
		"small/../small@": `there is no scale "small/../small@"`,
	} {
		t.Run(ref, func(t *testing.T) {
			scale, err := shelf.Scale(ref)
			switch {
			case want == "" && (err != nil || scale.Ref() != ref):
				t.Error(err)
			case want != "" && (err == nil || err.Error() != want):
				t.Errorf("got %v, want %s", err, want)
			}
		})
	}
}

func TestShelfWantsTheFolderNamedByTheScale(t *testing.T) {
	shelf := shelfOf(t, smallScale(t), "tiny")
	if _, err := shelf.Scale("tiny@1"); err == nil || err.Error() != "the scale in the folder tiny is small; the two must be the same" {
		t.Error(err)
	}
	if refs := shelf.Refs(); len(refs) > 0 {
		t.Error(refs)
	}
}

// A review on a broken scale is told what is wrong with the scale, each problem
// with its own file.
func TestReviewOnABrokenScale(t *testing.T) {
	fsys := smallScale(t)
	brokenScales["anchor-comparison"].apply(t, fsys)
	shelf := shelfOf(t, fsys, "small")
	file, problems := source.ReadReview("review.yaml", []byte(strings.Replace(head, "ips-25@1", "small@1", 1)), shelf)
	if file != nil {
		t.Error("the review is taken")
	}
	want := `review.yaml:2:8: scale: the scale small@1 has problems of its own
small/rules/load.yaml:12:13: anchors.2.load: "= 30" is no test; write yes, no, given, {at_least: answer}, or a comparison such as "<= 20"`
	if got := problems.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// A scale that is broken is not offered, and the others are.
func TestRefsAreOfSoundScales(t *testing.T) {
	fsys := only("ips-25")
	fsys["broken/scale.yaml"] = &fstest.MapFile{Data: []byte("id: broken\n")}
	fsys["notes/readme.md"] = &fstest.MapFile{Data: []byte("no scale\n")}
	if refs := source.NewShelf(fsys).Refs(); !slices.Equal(refs, []string{"ips-25@1"}) {
		t.Error(refs)
	}
}

func TestShelfReadsWords(t *testing.T) {
	shelf := shelfOf(t, smallScale(t), "small")
	scale, err := shelf.Scale("small@1")
	if err != nil {
		t.Fatal(err)
	}
	words, err := shelf.Words(scale)
	if err != nil || words.Items["load"].Scores[3] != "Light." || words.Bands["high"] != "High" {
		t.Errorf("%+v %v", words, err)
	}
	fsys := smallScale(t)
	delete(fsys, "words.yaml")
	shelf = shelfOf(t, fsys, "small")
	if _, err := shelf.Words(scale); err == nil || err.Error() != "small/words.yaml: the scale needs this file" {
		t.Error(err)
	}
}

// A scale is read once, however many ask for it at the same time.
func TestShelfIsForMany(t *testing.T) {
	shelf := source.NewShelf(items.FS)
	var mu sync.Mutex
	scales := map[*fidelity.Scale]bool{}
	var readers sync.WaitGroup
	for range 8 {
		readers.Go(func() {
			scale, err := shelf.Scale("ips-25@1")
			if err != nil {
				t.Error(err)
				return
			}
			if _, err := shelf.Words(scale); err != nil {
				t.Error(err)
			}
			mu.Lock()
			defer mu.Unlock()
			scales[scale] = true
		})
	}
	readers.Wait()
	if len(scales) != 1 {
		t.Errorf("read %d times", len(scales))
	}
}
