package source_test

import (
	"maps"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func TestReadEffort(t *testing.T) {
	scale, err := source.NewShelf(items.FS).Scale("ips-25@1")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name, text string
		want       map[string]int
		problems   []string
	}{
		{"two items", "# ours\ndisclosure: 3\ncaseload-size: \"0\"\n", map[string]int{"disclosure": 3, "caseload-size": 0}, nil},
		{"all mistakes at once", "disclosures: 3\ndisclosure: 1.5\ncaseload-size: lots\nteam-contact: -1\nagency-focus: 1001\nrapid-job-search:\ndisclosure: 2\n", nil, []string{
			`e.yaml:1:1: disclosures: there is no item "disclosures" in ips-25; did you mean disclosure?`,
			`e.yaml:2:13: disclosure: 1.5 is not an effort for a point; write a whole number from 0 to 1000, as in 2`,
			`e.yaml:3:16: caseload-size: "lots" is not an effort for a point; write a whole number from 0 to 1000, as in 2`,
			`e.yaml:4:15: team-contact: -1 is not an effort for a point; write a whole number from 0 to 1000, as in 2`,
			`e.yaml:5:15: agency-focus: 1001 is not an effort for a point; write a whole number from 0 to 1000, as in 2`,
			`e.yaml:6:18: rapid-job-search: nothing is not an effort for a point; write a whole number from 0 to 1000, as in 2`,
			`e.yaml:7:1: disclosure: disclosure is written twice; the first is in line 2, keep one of them`,
		}},
		{"a list", "- disclosure\n", nil, []string{"e.yaml:1:1: a list stands where keys with values belong; the items are"}},
		{"an empty file", "", nil, []string{"e.yaml"}},
		{"anchors", "disclosure: &a 3\n", nil, []string{"e.yaml:1:13: disclosure: anchors such as &a are not taken"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, problems := source.ReadEffort("e.yaml", []byte(tt.text), scale)
			if !maps.Equal(got, tt.want) || (got == nil) != (tt.want == nil) {
				t.Errorf("%v, want %v", got, tt.want)
			}
			if len(problems) != len(tt.problems) {
				t.Fatalf("%v", problems)
			}
			for i, want := range tt.problems {
				if !strings.HasPrefix(problems[i].String(), want) {
					t.Errorf("\n got %s\nwant %s", problems[i], want)
				}
			}
		})
	}
}

func FuzzReadEffort(f *testing.F) {
	scale, err := source.NewShelf(items.FS).Scale("ips-25@1")
	if err != nil {
		f.Fatal(err)
	}
	for _, seed := range []string{"disclosure: 2\n", "disclosure: [1]\n", "- a\n", "disclosure: 0x10\n", "? {a: b}\n: 1\n"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, problems := source.ReadEffort("effort.yaml", data, scale)
		if (got == nil) != problems.Errors() {
			t.Errorf("%v with %v", got, problems)
		}
		for id, n := range got {
			if _, ok := scale.ItemAt(id); !ok || n < 0 || n > source.MostEffort {
				t.Errorf("%s: %d", id, n)
			}
		}
	})
}
