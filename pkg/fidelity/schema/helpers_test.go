package schema_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"gopkg.in/yaml.v3"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/schema"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

// ips is the shelf of the scales that come with the tool. Scales are read once.
var ips = source.NewShelf(items.FS)

func scaleAndWords(t *testing.T) (*fidelity.Scale, *fidelity.Words) {
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

// reviewSchema is the compiled schema of reviews on IPS-25.
func reviewSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	data, err := schema.Review(scaleAndWords(t))
	return compiled(t, data, err, "")
}

// compiled compiles a schema, or the part of it that a fragment names. It is
// held against the meta-schema of its draft on the way.
func compiled(t *testing.T, data []byte, err error, fragment string) *jsonschema.Schema {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("schema.json" + fragment)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// faults are the places that a schema finds fault with, as /items/disclosure.
func faults(t *testing.T, s *jsonschema.Schema, value any) []string {
	t.Helper()
	err := s.Validate(value)
	if err == nil {
		return nil
	}
	var found *jsonschema.ValidationError
	if !errors.As(err, &found) {
		t.Fatal(err)
	}
	var places []string
	var walk func(*jsonschema.ValidationError)
	walk = func(e *jsonschema.ValidationError) {
		if len(e.Causes) == 0 {
			places = append(places, "/"+strings.Join(e.InstanceLocation, "/"))
		}
		for _, cause := range e.Causes {
			walk(cause)
		}
	}
	walk(found)
	slices.Sort(places)
	return slices.Compact(places)
}

// edition is a way of reading bare words: YAML 1.1 takes yes for true.
type edition bool

const (
	yaml12 edition = false
	yaml11 edition = true
)

// asEditorsDo reads YAML into the values of JSON, as the YAML parsers of editors
// do. Dates stay texts. It returns false for what is not YAML.
func asEditorsDo(data []byte, as edition) (any, bool) {
	var n yaml.Node
	if err := yaml.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &n); err != nil {
		return nil, false
	}
	if n.Kind == 0 {
		return nil, true
	}
	return value(n.Content[0], as), true
}

func value(n *yaml.Node, as edition) any {
	switch n.Kind {
	case yaml.MappingNode:
		keys := map[string]any{}
		for i := 0; i+1 < len(n.Content); i += 2 {
			keys[n.Content[i].Value] = value(n.Content[i+1], as)
		}
		return keys
	case yaml.SequenceNode:
		entries := make([]any, len(n.Content))
		for i, entry := range n.Content {
			entries[i] = value(entry, as)
		}
		return entries
	case yaml.AliasNode:
		return value(n.Alias, as)
	}
	return scalar(n, as)
}

func scalar(n *yaml.Node, as edition) any {
	if n.Style == 0 && as == yaml11 {
		switch strings.ToLower(n.Value) {
		case "yes", "on":
			return true
		case "no", "off":
			return false
		}
	}
	switch n.ShortTag() {
	case "!!null":
		return nil
	case "!!bool":
		return strings.EqualFold(n.Value, "true")
	case "!!int", "!!float":
		var number float64
		if err := n.Decode(&number); err != nil {
			return n.Value
		}
		data, err := json.Marshal(number)
		if err != nil {
			return n.Value // JSON has no infinity
		}
		return json.Number(data)
	}
	return n.Value
}

// files are the files of a folder that fit a pattern, with their bytes.
func files(t *testing.T, least int, patterns ...string) map[string][]byte {
	t.Helper()
	found := map[string][]byte{}
	for _, pattern := range patterns {
		names, err := filepath.Glob(pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			found[filepath.ToSlash(name)] = data
		}
	}
	if len(found) < least {
		t.Fatalf("%d files like %v, want at least %d", len(found), patterns, least)
	}
	return found
}

func embedded(t *testing.T, pattern string) map[string][]byte {
	t.Helper()
	names, err := fs.Glob(items.FS, pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no files like %s (%v)", pattern, err)
	}
	found := map[string][]byte{}
	for _, name := range names {
		data, err := items.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		found[name] = data
	}
	return found
}
