package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestExpand(t *testing.T) {
	t.Chdir(t.TempDir())
	for _, name := range []string{"a.yaml", "b.yaml", "[c].yaml"} {
		if err := os.WriteFile(name, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for name, c := range map[string]struct{ in, want []string }{
		"names stay":                    {[]string{"b.yaml", "a.yaml"}, []string{"b.yaml", "a.yaml"}},
		"a pattern in order of name":    {[]string{"?.yaml"}, []string{"a.yaml", "b.yaml"}},
		"a file that looks like one":    {[]string{"[c].yaml"}, []string{"[c].yaml"}},
		"nothing matches":               {[]string{"*.json"}, []string{"*.json"}},
		"a pattern that is not allowed": {[]string{"[.yaml"}, []string{"[.yaml"}},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, expand(c.in)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := expand([]string{filepath.Join(".", "*.yaml")}); len(got) != 3 {
		t.Errorf("%v", got)
	}
}
