package schema

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/ips-fidelity/fidelity/items"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/result"
	"github.com/ips-fidelity/fidelity/pkg/fidelity/source"
)

func all(t *testing.T) map[string][]byte {
	t.Helper()
	shelf := source.NewShelf(items.FS)
	scale, err := shelf.Scale("ips-25@1")
	if err != nil {
		t.Fatal(err)
	}
	words, err := shelf.Words(scale)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for name, write := range map[string]func() ([]byte, error){
		"review": func() ([]byte, error) { return Review(scale, words) }, "result": Result, "scale": Scale,
	} {
		if out[name], err = write(); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// An editor shows what it knows of a key: every key says something.
func TestEveryKeyIsExplained(t *testing.T) {
	for name, data := range all(t) {
		var root map[string]any
		if err := json.Unmarshal(data, &root); err != nil {
			t.Fatal(err)
		}
		defs, _ := root["$defs"].(map[string]any)
		explained := func(n map[string]any) bool {
			if target, ok := n["$ref"].(string); ok && n["description"] == nil {
				n = defs[strings.TrimPrefix(target, "#/$defs/")].(map[string]any)
			}
			return n["description"] != nil || n["title"] != nil
		}
		var walk func(path string, v any)
		walk = func(path string, v any) {
			switch v := v.(type) {
			case []any:
				for _, entry := range v {
					walk(path, entry)
				}
			case map[string]any:
				for key, value := range v {
					if keys, ok := value.(map[string]any); ok && key == "properties" {
						for k, n := range keys {
							if !explained(n.(map[string]any)) {
								t.Errorf("%s: %s.%s is not explained", name, path, k)
							}
						}
					}
					walk(path+"."+key, value)
				}
			}
		}
		walk("", root)
	}
}

// A text for a key that there is not would never be shown.
func TestEveryTextHasItsKey(t *testing.T) {
	apart := []string{"", "review", "measured-item", "kept-measure", "kept-flag", "result", "scale", "rule", "words", "item-words", "condition.any", "test.at_least"}
	for name, c := range map[string]struct {
		texts map[string]string
		parts []string
	}{
		"review": {reviewTexts, []string{"review", "finding", "recommend", "sample", "measured-item", "kept-measure", "kept-flag"}},
		"scale": {scaleTexts, []string{
			"scale", "table", "column", "view", "rule", "fact", "measure", "cross-check", "words", "item-words",
		}},
		"result": {resultTexts, nil},
	} {
		known := map[string]bool{}
		for _, key := range apart {
			known[key] = true
		}
		for _, part := range c.parts {
			keysOf(source.ShapeOf(part), known)
		}
		if name == "result" {
			jsonKeys(reflect.TypeFor[result.Result](), known)
		}
		for key, text := range c.texts {
			if !known[key] {
				t.Errorf("%s: there is no key %s", name, key)
			}
			if !strings.HasSuffix(text, ".") {
				t.Errorf("%s: the text of %s does not end: %q", name, key, text)
			}
		}
	}
}

func keysOf(s *source.Shape, into map[string]bool) {
	if s == nil {
		return
	}
	for _, f := range s.Fields {
		into[s.Name+"."+f.Key] = true
		keysOf(f.Shape, into)
	}
	keysOf(s.Each, into)
}

func jsonKeys(t reflect.Type, into map[string]bool) {
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct {
		return
	}
	for i := range t.NumField() {
		key, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		into[strings.ToLower(t.Name())+"."+key] = true
		jsonKeys(t.Field(i).Type, into)
	}
}

// Files are compared by their bytes.
func TestStableBytes(t *testing.T) {
	first := all(t)
	for range 3 {
		for name, data := range all(t) {
			if string(data) != string(first[name]) {
				t.Errorf("the schema of a %s differs from one time to the next", name)
			}
		}
	}
}
