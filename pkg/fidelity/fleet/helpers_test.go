package fleet_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/fleet"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

var shelf = source.NewShelf(items.FS)

// kept is what the tests keep of a review.
type kept struct {
	File    string
	Service string
	Low     string
	Scores  []int
	Groups  map[string]string
	Aim     *int
	Scale   *fidelity.Scale `json:"-"`
}

func keep(f *source.File) kept {
	a := fidelity.Assess(f.Review)
	k := kept{File: f.Name, Service: f.Review.Service.ID, Low: a.Total.Low.String(), Groups: f.Review.Service.Groups, Scale: f.Review.Scale()}
	for i := range a.Items {
		k.Scores = append(k.Scores, a.Items[i].Score)
	}
	for i := range f.Review.Actions {
		k.Aim = f.Review.Actions[i].Aim
	}
	return k
}

var codec = fleet.Codec[kept]{Bind: func(k *kept, file string, scale *fidelity.Scale) { k.File, k.Scale = file, scale }}

// review is a small review in which one item has this score.
func review(service string, score int) string {
	return fmt.Sprintf("format: fidelity/review/1\nscale: ips-25@1\nservice: {id: %s, name: Some Service, groups: {region: East}}\nkind: independent\nvisit: {from: 2026-05-12}\n"+
		"items:\n  disclosure: {score: %d}\nactions:\n  - {id: a1, item: disclosure, action: Agree it, aim: 4}\n", service, score)
}

// put writes files below a new folder; what ends in a slash is a folder.
func put(t testing.TB, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		write(t, filepath.Join(dir, filepath.FromSlash(name)), text)
	}
	return dir
}

func write(t testing.TB, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// many writes so many reviews.
func many(t testing.TB, n int) string {
	t.Helper()
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("s%03d/2026-05.yaml", i)] = review(fmt.Sprintf("s%03d", i), 1+i%5)
	}
	return put(t, files)
}

// names are those below a folder, with slashes.
func names(t *testing.T, dir string, files []fleet.Found) []string {
	t.Helper()
	var out []string
	for _, f := range files {
		name, err := filepath.Rel(dir, f.Name)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.ReplaceAll(name, `\`, "/"))
	}
	return out
}

// read reads all and fails on an error.
func read(t testing.TB, files []fleet.Found, o fleet.Options[kept]) (all []fleet.Result[kept]) {
	t.Helper()
	o.Scales, o.Keep = shelf, keep
	if err := fleet.Read(t.Context(), files, o, func(r fleet.Result[kept]) error { all = append(all, r); return nil }); err != nil {
		t.Fatal(err)
	}
	return all
}

func find(t testing.TB, paths ...string) []fleet.Found {
	t.Helper()
	files, err := fleet.Find(paths)
	if err != nil {
		t.Fatal(err)
	}
	return files
}
