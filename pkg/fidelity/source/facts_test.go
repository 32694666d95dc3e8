package source_test

import (
	"io/fs"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// factsOf is what testdata/ips-25.facts.yaml says of the scale: the agreed
// content of items/ips-25, which review files are written against.
type factsOf struct {
	Scale struct {
		ID        string            `yaml:"id"`
		Version   string            `yaml:"version"`
		Title     string            `yaml:"title"`
		Published int               `yaml:"published"`
		Scores    map[string]int    `yaml:"scores"`
		Total     map[string]string `yaml:"total"`
		Bands     []struct {
			ID    string `yaml:"id"`
			From  string `yaml:"from"`
			Label string `yaml:"label"`
		} `yaml:"bands"`
		Sections []struct {
			ID    string `yaml:"id"`
			Title string `yaml:"title"`
			Items int    `yaml:"items"`
			Max   int    `yaml:"max"`
		} `yaml:"sections"`
		Sources yaml.Node `yaml:"sources"`
	} `yaml:"scale"`
	Principles []struct {
		ID    string `yaml:"id"`
		Title string `yaml:"title"`
		Since string `yaml:"since"`
	} `yaml:"principles"`
	Views  yaml.Node   `yaml:"principle_views"`
	Tables yaml.Node   `yaml:"tables"`
	Items  []yaml.Node `yaml:"items"`
}

func readFacts(t *testing.T) *factsOf {
	t.Helper()
	facts := &factsOf{}
	if err := yaml.Unmarshal(load(t, "testdata/ips-25.facts.yaml"), facts); err != nil {
		t.Fatal(err)
	}
	return facts
}

func ips25(t *testing.T) (*fidelity.Scale, *fidelity.Words) {
	t.Helper()
	scale, err := ips.Scale("ips-25@1")
	if err != nil {
		t.Fatal(err)
	}
	words, err := ips.Words(scale)
	if err != nil {
		t.Fatal(err)
	}
	return scale, words
}

func folder(t *testing.T, id string) fs.FS {
	t.Helper()
	sub, err := fs.Sub(items.FS, id)
	if err != nil {
		t.Fatal(err)
	}
	return sub
}

func TestIPS25HasNoProblem(t *testing.T) {
	for name, read := range map[string]func() source.Problems{
		"rules": func() source.Problems { _, p := source.ReadScale(folder(t, "ips-25"), "ips-25"); return p },
		"words": func() source.Problems {
			scale, _ := ips25(t)
			_, p := source.ReadWords(folder(t, "ips-25"), "ips-25", scale)
			return p
		},
	} {
		if problems := read(); len(problems) > 0 {
			t.Errorf("%s:\n%s", name, problems)
		}
	}
	scale, _ := ips25(t)
	def := scale.Definition()
	got := map[string]int{"items": len(def.Items), "tables": len(def.Tables), "bands": len(def.Bands), "principles": len(def.Principles)}
	for _, table := range def.Tables {
		got["columns of "+table.ID] = len(table.Columns)
	}
	for i := range def.Items {
		got["facts"] += len(def.Items[i].Facts)
		got["anchors"] += len(def.Items[i].Anchors)
		got["counts"] += len(def.Items[i].FromCount)
		got["measures"] += len(def.Items[i].Measures)
		got["flags"] += len(def.Items[i].Flags)
	}
	want := map[string]int{
		"items": 25, "tables": 3, "bands": 4, "principles": 8,
		"columns of specialists": 16, "columns of clients": 10, "columns of jobs": 7,
		"facts": 72, "anchors": 76, "counts": 36, "measures": 14, "flags": 4,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestIPS25FrameIsAsAgreed(t *testing.T) {
	facts := readFacts(t)
	scale, words := ips25(t)
	def := scale.Definition()
	low, high := scale.TotalRange()
	for _, c := range []struct{ what, got, want string }{
		{"id", def.ID, facts.Scale.ID},
		{"version", def.Version, facts.Scale.Version},
		{"title", words.Title, facts.Scale.Title},
		{"published", strconv.Itoa(def.Published), strconv.Itoa(facts.Scale.Published)},
		{"lowest score", strconv.Itoa(def.Scores.Min), strconv.Itoa(facts.Scale.Scores["min"])},
		{"highest score", strconv.Itoa(def.Scores.Max), strconv.Itoa(facts.Scale.Scores["max"])},
		{"method", map[fidelity.Method]string{fidelity.Sum: "sum", fidelity.Mean: "mean"}[def.Total], facts.Scale.Total["method"]},
		{"lowest total", low.String(), facts.Scale.Total["min"]},
		{"highest total", high.String(), facts.Scale.Total["max"]},
		{"sources", strings.Join(def.Sources, " "), strings.Join(keysOf(&facts.Scale.Sources), " ")},
	} {
		if c.got != c.want {
			t.Errorf("%s: %s, want %s", c.what, c.got, c.want)
		}
	}
	for i, want := range facts.Scale.Bands {
		if got := def.Bands[i]; got.ID != want.ID || got.From.String() != want.From || words.Bands[got.ID] != want.Label {
			t.Errorf("band %v %q, want %v", got, words.Bands[got.ID], want)
		}
	}
	for i, want := range facts.Scale.Sections {
		id, n := def.Sections[i], 0
		for it := range def.Items {
			if def.Items[it].Section == id {
				n++
			}
		}
		if id != want.ID || words.Sections[id] != want.Title || n != want.Items || n*def.Scores.Max != want.Max {
			t.Errorf("section %s %q of %d items, want %+v", id, words.Sections[id], n, want)
		}
	}
	for i, want := range facts.Principles {
		if got := def.Principles[i]; got.ID != want.ID || got.Since != want.Since || words.Principles[got.ID] != want.Title {
			t.Errorf("principle %v %q, want %v", got, words.Principles[got.ID], want)
		}
	}
	for i, id := range keysOf(&facts.Views) {
		said := "all"
		if without := def.Views[i].Without; len(without) > 0 {
			said = "all but " + strings.Join(without, " ")
		}
		if want := facts.Views.Content[2*i+1].Value; def.Views[i].ID != id || said != want {
			t.Errorf("view %s: %s, want %s: %s", def.Views[i].ID, said, id, want)
		}
	}
}

func TestIPS25TablesAreAsAgreed(t *testing.T) {
	facts := readFacts(t)
	scale, _ := ips25(t)
	var got tree
	for _, table := range scale.Definition().Tables {
		got = append(got, entry{table.ID, tableTree(&table)})
	}
	want := treeOf(&facts.Tables, "rows", "means")
	if diff := cmp.Diff(want, any(got)); diff != "" {
		t.Errorf("(-agreed +ours)\n%s", diff)
	}
}

func TestIPS25ItemsAreAsAgreed(t *testing.T) {
	facts := readFacts(t)
	scale, _ := ips25(t)
	if len(facts.Items) != len(scale.Items()) {
		t.Fatalf("%d items, want %d", len(scale.Items()), len(facts.Items))
	}
	for i := range facts.Items {
		item := scale.Items()[i]
		t.Run(item.ID, func(t *testing.T) {
			want := treeOf(&facts.Items[i], "title", "note", "unit", "says", "asks").(tree)
			for f, e := range want {
				if e.Key == "facts" {
					want[f].Value = factTypes(e.Value.(tree))
				}
			}
			if diff := cmp.Diff(want.sorted(), itemTree(&item).sorted()); diff != "" {
				t.Errorf("(-agreed +ours)\n%s", diff)
			}
		})
	}
}

// factTypes gives the facts that the agreed file tells in a sentence the type
// that such a fact has.
func factTypes(facts tree) tree {
	out := make(tree, len(facts))
	for i, f := range facts {
		out[i] = f
		switch v := f.Value.(type) {
		case string:
			out[i].Value = tree{{"type", "yes-no"}}
		case tree:
			if !v.has("type") && !v.has("ordered") {
				out[i].Value = append(tree{{"type", "yes-no"}}, v...)
			}
		}
	}
	return out
}

// What the agreed file says in words only, or not at all: the bound of one fact
// by another, and the counts that reviews have written for one.
func TestIPS25FactsBeyondTheAgreed(t *testing.T) {
	scale, _ := ips25(t)
	var bounds, also []string
	for i := range scale.Items() {
		for _, f := range scale.Items()[i].Facts {
			if f.AtMost != "" {
				bounds = append(bounds, f.ID+" "+f.AtMost)
			}
			if len(f.AlsoWritten) > 0 {
				also = append(also, f.ID)
				if diff := cmp.Diff(map[string]string{"1": "yes", "2": "unknown", "3": "unknown"}, f.AlsoWritten); diff != "" {
					t.Errorf("%s (-want +got)\n%s", f.ID, diff)
				}
			}
		}
	}
	if diff := cmp.Diff([]string{"full-time-specialists specialists"}, bounds); diff != "" {
		t.Errorf("bounds (-want +got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"clinical-help"}, also); diff != "" {
		t.Errorf("other spellings (-want +got)\n%s", diff)
	}
}
