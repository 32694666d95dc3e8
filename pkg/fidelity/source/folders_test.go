package source_test

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// own is a folder with a scale of one's own that says nothing new but its
// version.
func own(t *testing.T, id, version string) fstest.MapFS {
	t.Helper()
	const rule = "number: 1\nsection: s\nfacts: {a: yes-no}\nscore_from_count: {0: 0, 1: 1}\n"
	return fstest.MapFS{
		id + "/scale.yaml":      {Data: []byte("format: fidelity/scale/1\nid: " + id + "\nversion: " + version + "\nscores: {min: 0, max: 1}\ntotal: {method: sum}\nsections: [s]\nitems: [one]\n")},
		id + "/rules/one.yaml":  {Data: []byte(rule)},
		id + "/words.yaml":      {Data: []byte("title: Own\nshort: Own\nattribution: Own\n")},
		id + "/words/one.yaml":  {Data: []byte("title: One\n")},
		"README.md":             {Data: []byte("not a scale")},
		"not-a-scale/notes.txt": {Data: []byte("nor is this")},
	}
}

func TestFoldersAddScales(t *testing.T) {
	shelf := source.NewShelf(source.Folders(own(t, "mine", "1.0.0"), items.FS))
	if diff := cmp.Diff([]string{"ips-15@1", "ips-25@1", "mine@1"}, shelf.Refs()); diff != "" {
		t.Error(diff)
	}
	for _, ref := range shelf.Refs() {
		scale, err := shelf.Scale(ref)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := shelf.Words(scale); err != nil {
			t.Errorf("%s: %v", ref, err)
		}
	}
}

func TestFirstFolderWins(t *testing.T) {
	shelf := source.NewShelf(source.Folders(own(t, "ips-25", "9.0.0"), items.FS))
	if diff := cmp.Diff([]string{"ips-15@1", "ips-25@9"}, shelf.Refs()); diff != "" {
		t.Error(diff)
	}
	if _, err := shelf.Scale("ips-25@1"); err == nil {
		t.Error("the shipped scale is still there")
	}
}
