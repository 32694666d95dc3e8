package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestReadFile(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "review.yaml")
	large := filepath.Join(dir, "large.yaml")
	for file, size := range map[string]int{name: 5, large: MaxSize + 7} {
		if err := os.WriteFile(file, make([]byte, size), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name string
		size int
		want string
	}{
		{name, 5, ""},
		{large, MaxSize + 1, ""},
		{filepath.Join(dir, "none.yaml"), 0, "there is no file "},
		{dir, 0, " is a folder; name a review file"},
	} {
		data, err := ReadFile(c.name)
		if len(data) != c.size || (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %d bytes, %v", c.name, len(data), err)
		}
	}
}
