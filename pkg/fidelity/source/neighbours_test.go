package source_test

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func TestNeighbours(t *testing.T) {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	review := func(service, more string) *fstest.MapFile {
		return file("format: fidelity/review/1\nscale: ips-25@1\nservice: {id: " + service + ", name: A service}\nkind: independent\nvisit: {from: 2025-05-13}\n" + more)
	}
	folder := fstest.MapFS{
		"2024.yaml":      review("larkhill", ""),
		"2025.YML":       review("larkhill", ""),
		"2026.yaml":      review("larkhill", ""), // the review itself
		"r1.yaml":        review("larkhill", "blind: r1\n"),
		"another.yaml":   review("quillstead", ""),
		"longer.yaml":    review("larkhill-east", ""),
		"broken.yaml":    review("larkhill", "stage: someday\n"),
		"no-yaml.yaml":   file("fidelity/review/1 larkhill: [\n"),
		"report.yaml":    file("contact: larkhill\n"),
		"notes.txt":      review("larkhill", ""),
		"large.yaml":     review("larkhill", strings.Repeat("#", source.MaxSize)),
		"below/2023.yml": review("larkhill", ""),
	}
	files, broken := source.Neighbours(folder, "2026.yaml", fidelity.Service{ID: "larkhill"}, source.NewShelf(items.FS))
	var names []string
	for _, f := range files {
		names = append(names, f.Name)
	}
	if want := []string{"2024.yaml", "2025.YML", "r1.yaml"}; !slices.Equal(names, want) {
		t.Errorf("%v, want %v", names, want)
	}
	if want := []string{"broken.yaml", "no-yaml.yaml"}; !slices.Equal(broken, want) {
		t.Errorf("broken are %v, want %v", broken, want)
	}
	if files, broken := source.Neighbours(fstest.MapFS{}, "2026.yaml", fidelity.Service{ID: "larkhill"}, nil); files != nil || broken != nil {
		t.Errorf("an empty folder has %v and %v", files, broken)
	}
}

// A new review from a last one can be read again, and gives its plan back.
func TestTemplateFromTheLastReview(t *testing.T) {
	shelf := source.NewShelf(items.FS)
	file, problems := source.ReadReview("last", []byte(`format: fidelity/review/1
scale: ips-25@1
service: {id: larkhill, name: Larkhill, organisation: 'Trust: the one', started: 2021-04, groups: {region: East, "a b": "yes"}}
kind: guided
visit: {from: 2025-05-13}
reviewers: [{id: r1, name: 'A. "Bo" Lind', role: leader}]
actions:
  - {id: a7, item: disclosure, action: 'Say: more', who: all, when: 2025-09-30, aim: 4, status: doing, outcome: Half of it}
  - {id: A12, action: Done with, status: done, outcome: It is}
  - {action: No id}
`), shelf)
	if file == nil {
		t.Fatal(problems)
	}
	scale := file.Review.Scale()
	words, err := shelf.Words(scale)
	if err != nil {
		t.Fatal(err)
	}
	text := source.New(scale, words, source.Template{ServiceID: "larkhill", ServiceName: "Larkhill", Kind: "guided", Visit: "2026-05-12", Last: file.Review, Previous: "2025 05.yaml"})
	again, problems := source.ReadReview("new", text, shelf)
	if again == nil {
		t.Fatalf("%v\n%s", problems, text)
	}
	r := again.Review
	if r.Previous != "2025 05.yaml" || r.Service.Organisation != "Trust: the one" || r.Service.Started.String() != "2021-04" || r.Service.Groups["a b"] != "yes" {
		t.Errorf("%q, %+v", r.Previous, r.Service)
	}
	if len(r.Reviewers) != 1 || r.Reviewers[0].Name != `A. "Bo" Lind` {
		t.Errorf("%+v", r.Reviewers)
	}
	if len(r.Actions) != 2 || r.Actions[0].ID != "a7" || r.Actions[0].Outcome != "" || r.Actions[0].Status != "doing" || *r.Actions[0].Aim != 4 || r.Actions[1].Status != "open" {
		t.Errorf("%+v", r.Actions)
	}
	if !strings.Contains(string(text), "# - {id: a13, ") {
		t.Error("the next action takes an id that was given already")
	}
}
